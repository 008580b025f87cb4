"""A graph on the web: a SPARQL endpoint, a page for every IRI, and a page to ask questions on.

Read-only, on loopback unless told otherwise. Needs the extra `serve` (Starlette, uvicorn, Jinja2).

    limits       what one request may cost
    refusals     queries that are not even tried
    answering    one query on one store, in the form that was asked for
    worker       the process around it, which can be killed
    pool         a few workers, and who waits for one
    endpoint     the SPARQL 1.1 protocol
    names        IRIs and the paths that they are served under
    resources    what the graph says of an IRI
    pages        HTML: the seam where another renderer takes over
    linked       content negotiation and redirects
    guard        time, headers and the log, for every request
    incoming     what comes in with a request
    scripted     JSON, and JSON as a script
    reconciliation  the reconciliation service of testimonia.reconcile.service, at /reconcile
    app          all of it put together
"""

from testimonia.serve.limits import Limits
from testimonia.serve.run import serve

__all__ = ["Limits", "serve"]
