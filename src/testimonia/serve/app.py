"""The whole server as one ASGI application."""

from __future__ import annotations

from contextlib import asynccontextmanager
from email.utils import formatdate
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from testimonia.graphs.kept import PAPER
from testimonia.pages import STATIC, Library, open_vocabulary
from testimonia.query import base_of
from testimonia.query.named import named_query
from testimonia.serve.catalogue import open_catalogue
from testimonia.serve.endpoint import Endpoint
from testimonia.serve.guard import Guard
from testimonia.serve.linked import LinkedData, fresh
from testimonia.serve.names import Names
from testimonia.serve.negotiation import choose
from testimonia.serve.pages import PageOptions, Pages
from testimonia.serve.pool import Pool
from testimonia.serve.reconciliation import reconciliation_routes
from testimonia.serve.ways import way_routes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.requests import Request

    from testimonia.graphs import Kept
    from testimonia.serve.catalogue import Catalogue
    from testimonia.serve.limits import Limits
    from testimonia.serve.pages import Renderer

__all__ = ["make_app"]

_ASSETS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""Media types of what pages load, by suffix."""
_SOON = 500_000
"""Triples of a graph that is gone through for lists, search, actors and places in some ten seconds."""
_ERRORS = ("text/plain", "text/html")


def make_app(kept: Kept, limits: Limits, options: PageOptions | None = None) -> Starlette:
    """Make the application that serves a store. Raises GraphError when it cannot be opened."""
    library = Library(kept.open(), open_vocabulary())
    facts = {name: int(kept.paper[name]) for name in ("triples", "graphs")}
    catalogue = open_catalogue(library.data, facts)
    names = Names(base_of(library.data))
    renderer = Pages(library, names, options or PageOptions(), soon=facts["triples"] <= _SOON)
    changed = formatdate((kept.path / PAPER).stat().st_mtime, usegmt=True)
    pool = Pool(kept.path, limits)
    linked = LinkedData(library, names, renderer, changed)
    endpoint = Endpoint(pool, limits, facts, renderer)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await pool.close()

    return Starlette(
        routes=[
            *_plain_routes(renderer, catalogue, limits, changed),
            *(Route(path, endpoint.__call__, methods=["GET", "POST"]) for path in ("/sparql", "/sparql/")),
            *reconciliation_routes(library, names, limits),
            *way_routes(renderer, names, changed),
            Route("/page/{path:path}", linked.page),
            Route("/data/{path:path}", linked.file),
            Route("/{path:path}", linked.see_other),
        ],
        middleware=[
            Middleware(Guard, patience=limits.patience),
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
                allow_headers=["Accept", "Content-Type"],
                expose_headers=["ETag", "Link"],
            ),
        ],
        exception_handlers={HTTPException: _teller(renderer)},
        lifespan=lifespan,
    )


def _plain_routes(renderer: Renderer, catalogue: Catalogue, limits: Limits, changed: str) -> list[Route]:
    """Give the routes that need no look into the store."""
    html = "text/html; charset=utf-8"
    # Read once, so that no request reaches the disk.
    assets = {path.name: path.read_bytes() for path in STATIC.iterdir() if path.suffix in _ASSETS}

    async def index(request: Request) -> Response:
        words = request.query_params.get("page", "1")
        number = int(words) if words.isascii() and words.isdigit() and len(words) < 7 else 0
        if not 1 <= number <= catalogue.pages:
            raise HTTPException(404, f"The list of events has {catalogue.pages} pages.")
        body = await run_in_threadpool(renderer.index, catalogue, number)
        return fresh(request, body if isinstance(body, bytes) else body.encode(), html, changed)

    async def ask(request: Request) -> Response:
        named = named_query(request.query_params.get("question", ""))
        body = await run_in_threadpool(renderer.query, limits, named.sparql if named else "")
        return fresh(request, body.encode(), html, changed)

    async def asset(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in assets:
            raise HTTPException(404, "There is no such file.")
        return fresh(request, assets[name], _ASSETS[f".{name.rpartition('.')[2]}"], changed)

    return [Route("/", index), Route("/query", ask), Route("/static/{name}", asset)]


def _teller(renderer: Renderer) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Make the handler that tells what is wrong: as a page to browsers, in a sentence to programs."""

    async def tell(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - what the handler is registered for
        asks = choose(request.headers.get("accept", "*/*"), _forms(request))
        sentence = _sentence(error)
        if asks == "application/json":
            told = {"status": "error", "message": sentence}
            return JSONResponse(told, error.status_code, error.headers)
        if asks == "text/html":
            body = renderer.error(error.status_code, sentence)
            return HTMLResponse(body, error.status_code, error.headers)
        return PlainTextResponse(f"{sentence}\n", error.status_code, error.headers)

    return tell


def _forms(request: Request) -> tuple[str, ...]:
    """Give the forms of an error, the usual one first: clients of reconciliation read nothing but JSON."""
    path = request.scope["path"]
    return ("application/json", *_ERRORS) if path.startswith("/reconcile") else _ERRORS


def _sentence(error: HTTPException) -> str:
    if error.status_code == 405 and error.detail == HTTPStatus.METHOD_NOT_ALLOWED.phrase:
        return "This address is for reading; it takes GET and HEAD."
    return str(error.detail)
