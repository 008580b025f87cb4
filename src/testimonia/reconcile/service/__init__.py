"""Our graph as a W3C reconciliation service: whoever has a table of names finds our things with it.

    https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/

Versions 0.1 and 0.2, and the draft of 1.0. What is here knows no HTTP; `testimonia.serve` brings it
to the web.

    limits       what one request may ask for
    asked        the parts of a question, whatever version it came in
    queries      batches of questions as 0.1 and 0.2 write them
    drafts       the same as the draft of 1.0 writes them
    extensions   which properties of which things are wanted
    types        what kinds of things there are
    properties   what can be told and compared of them: a table, properties.toml
    holdings     the things themselves, as the graph has them
    names        the names of the things, in an index that finds misspelt ones
    days         dates of tables, in whatever form, as first and last day
    comparing    how well what is given agrees with what we have
    matching     candidates for one question, with the features that make their scores
    suggesting   names, types and properties while they are typed
    extending    values for columns
    cards        what a preview and a flyout show
    manifest     what the service says of itself
    answers      candidates as each version writes them
    desk         all of it put together
"""

from testimonia.reconcile.service.desk import Desk, open_desk
from testimonia.reconcile.service.limits import Bounds, RefusedError
from testimonia.reconcile.service.manifest import DRAFT, VERSIONS
from testimonia.reconcile.service.properties import list_properties

__all__ = ["DRAFT", "VERSIONS", "Bounds", "Desk", "RefusedError", "list_properties", "open_desk"]
