"""Pages for people: what a graph says of an event, an actor, a place, as HTML.

`publish` writes them into a folder, `serve` renders the same ones when they are asked for. All of them
extend `templates/layout.html` and share `static/`; a template escapes whatever it is given.

    frame       one site: where its pages lie, in which language it writes days and numbers
    addresses   from an IRI to the page and the files of it
    resources   what the graph says of an IRI, its own triples and who points to it
    resource    the plain page of any IRI
    dossier, gathering      all that the page of an event tells, and how it is found:
                            `camps`, `accounts`, `sources`, `labels`
    event, figures, prose   that page: rival figures on an axis, the article with its words highlighted

A page is rendered by `frame.render(template, path, **values)`; `path` is its place in the site, such as
"kg/event/battle-of-akabar-2018.html", from which every link on it is made relative.
"""

from testimonia.pages.addresses import Addresses
from testimonia.pages.frame import STATIC, Frame, script_json
from testimonia.pages.resources import Description, Library, open_library, open_vocabulary

__all__ = [
    "STATIC",
    "Addresses",
    "Description",
    "Frame",
    "Library",
    "open_library",
    "open_vocabulary",
    "script_json",
]
