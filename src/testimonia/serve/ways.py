"""The pages that are not of one IRI: lists, search, claimants, and the words of the shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from testimonia.pages.words import shapes_files
from testimonia.serve.linked import FILES, fresh
from testimonia.serve.negotiation import choose
from testimonia.vocab import SH

if TYPE_CHECKING:
    from starlette.requests import Request

    from testimonia.serve.names import Names
    from testimonia.serve.pages import Renderer

__all__ = ["way_routes"]

_HTML = "text/html; charset=utf-8"
_SCRIPT = "text/javascript; charset=utf-8"
_SHAPES = ("ttl", "jsonld")
"""The forms of the shapes: their lists have blank nodes, which our own writers do not take."""


def way_routes(renderer: Renderer, names: Names, changed: str) -> list[Route]:
    """Give the routes."""

    async def way(request: Request) -> Response:
        place = request.scope["path"].lstrip("/")
        body = await run_in_threadpool(renderer.way, place)
        if body is None:
            raise HTTPException(404, f"There is no list or part of the search at «/{place}».")
        return fresh(request, body, _SCRIPT if place.endswith(".js") else _HTML, changed)

    async def claimant(request: Request) -> Response:
        path, _, sheet = request.path_params["path"].partition("~")
        iri = names.iri(f"kg/{path}")
        body = await run_in_threadpool(renderer.claimant, iri or "", sheet)
        if body is None:
            raise HTTPException(404, f"«{path}» is no claimant whose figures stand beside those of others.")
        return fresh(request, body.encode(), _HTML, changed)

    async def shapes(request: Request) -> Response:
        media = choose(request.headers.get("accept"), ("text/html", *(FILES[one][0] for one in _SHAPES)))
        if media is None:
            raise HTTPException(406, "This comes as text/html, text/turtle, application/ld+json.")
        suffix = next((one for one in _SHAPES if FILES[one][0] == media), "")
        place = f"/data/shapes.{suffix}" if suffix else "/page/shapes"
        return RedirectResponse(place, 303, {"Vary": "Accept"})

    async def shapes_page(request: Request) -> Response:
        body = await run_in_threadpool(renderer.words, SH.rstrip("#"))
        return fresh(request, body.encode(), _HTML, changed)

    async def shapes_data(request: Request) -> Response:
        place = request.scope["path"].removeprefix("/data/")
        body = dict(await run_in_threadpool(lambda: tuple(shapes_files())))[place]
        return fresh(request, body, FILES[place.rpartition(".")[2]][0], changed)

    return [
        *(Route(path, way) for path in ("/browse/{name}", "/search.html", "/search/{kind}/{name}")),
        Route("/claimants/{path:path}", claimant),
        Route("/shapes", shapes),
        Route("/page/shapes", shapes_page),
        *(Route(f"/data/shapes.{suffix}", shapes_data) for suffix in _SHAPES),
    ]
