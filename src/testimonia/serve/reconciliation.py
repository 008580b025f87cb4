"""The reconciliation service on the web, at /reconcile.

One address speaks all versions. Its manifest is written as 0.2; whoever wants another one says so in
the header ("Accept: application/json; version=1.0-draft") or in the address (/reconcile/1.0-draft).
0.1 and 0.2 send forms to the address itself, the draft of 1.0 sends JSON to the addresses below it.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from testimonia.errors import ReconcileError
from testimonia.pages import Frame
from testimonia.reconcile.service import (
    DRAFT,
    VERSIONS,
    Bounds,
    Desk,
    RefusedError,
    list_properties,
    open_desk,
)
from testimonia.serve.incoming import FORM, address_of, read_body, read_pairs
from testimonia.serve.scripted import json_answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from starlette.requests import Request

    from testimonia.pages import Library
    from testimonia.serve.limits import Limits
    from testimonia.serve.names import Names

__all__ = ["reconciliation_routes"]

_PATH = "/reconcile"
_OLDER = {"queries", "query", "extend"}
"""The parameters of 0.1 and 0.2."""
_ASKED = re.compile(r";\s*version\s*=\s*\"?([\w.\-]{1,20})", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
_EMBEDDED = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
    )
}
"""A preview is shown in a frame of whichever program asks."""


def reconciliation_routes(library: Library, names: Names, limits: Limits) -> list[Route]:
    """Give the routes of the service: the same below the bare address and below that of each version."""
    bounds = Bounds(seconds=limits.seconds)
    service = _Service(open_desk(library.data, library.vocabulary, names.base, bounds), names, limits)
    return [route for version in ("", *VERSIONS) for route in service.routes(version)]


@dataclass
class _Service:
    desk: Desk
    names: Names
    limits: Limits
    waiting: int = 0
    _slots: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self._slots = asyncio.Semaphore(self.limits.workers)

    @cached_property
    def _frame(self) -> Frame:
        return Frame(self.names, live=True)

    def routes(self, version: str) -> Iterable[Route]:
        """Give the routes of one version, or those that speak all ("")."""
        top = f"{_PATH}/{version}".rstrip("/")

        async def root(request: Request) -> Response:
            return await self._root(request, version)

        both = ["GET", "POST"]
        yield Route(top, root, methods=both)
        yield Route(f"{top}/", root, methods=both)
        yield Route(f"{top}/match", self._posted(self.desk.match), methods=both)
        yield Route(f"{top}/extend", self._posted(self.desk.extend_draft), methods=both)
        yield Route(f"{top}/extend/propose", self._propose)
        yield Route(f"{top}/suggest/{{kind}}", self._suggest)
        yield Route(f"{top}/flyout/{{kind}}", self._flyout)
        yield Route(f"{top}/preview", self._preview)
        yield Route(f"{top}/about", self._about)

    async def _root(self, request: Request, version: str) -> Response:
        """Answer at the address itself: the manifest, or what 0.1 and 0.2 ask by parameters."""
        parameters = dict(read_pairs(request.scope["query_string"]))
        if request.method == "POST":
            parameters |= dict(read_pairs(await self._body(request, FORM)))
        if version == DRAFT and (parameters.keys() & _OLDER or request.method == "POST"):
            raise HTTPException(400, f"{DRAFT} posts JSON to «match» and «extend» below this address.")
        if "queries" in parameters:
            spoken = version or VERSIONS[0]
            return await self._told(request, self.desk.reconcile, parameters["queries"], spoken)
        if "query" in parameters:
            return await self._told(request, self.desk.reconcile_one, parameters["query"])
        if "extend" in parameters:
            return await self._told(request, self.desk.extend, parameters["extend"])
        if request.method == "POST":
            raise HTTPException(400, "A form has to hold «queries» or «extend».")
        versions = (version,) if version else VERSIONS
        answer = self.desk.manifest(_root_of(request), version or _asked(request), versions)
        return json_answer(request, answer, {"Vary": "Accept"})

    def _posted(self, answer: Callable[[str], Any]) -> Callable[[Request], Awaitable[Response]]:
        """Make the handler of an address to which the draft of 1.0 posts JSON."""

        async def handle(request: Request) -> Response:
            if request.method != "POST":
                raise HTTPException(405, "JSON is posted to this address.", {"Allow": "POST"})
            body = await self._body(request, "application/json")
            try:
                text = body.decode("utf-8")
            except UnicodeDecodeError as error:
                raise HTTPException(400, f"The JSON is not UTF-8 (byte {error.start}).") from error
            return await self._told(request, answer, text)

        return handle

    async def _body(self, request: Request, media: str) -> bytes:
        sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if sent != media:
            raise HTTPException(415, f"This address takes {media}.")
        return await read_body(request, self.limits.body)

    async def _suggest(self, request: Request) -> Response:
        given = request.query_params
        types = tuple(name for name in given.getlist("type") if name)
        limit = min(_number(given.get("limit")) or self.desk.bounds.usual, self.desk.bounds.candidates)
        skipped = min(_number(given.get("offset", given.get("cursor"))) or 0, self.desk.bounds.candidates)
        words = given.get("prefix", "")
        return await self._told(request, self.desk.suggest, _kind(request), words, types, limit, skipped)

    async def _propose(self, request: Request) -> Response:
        given = request.query_params
        return await self._told(
            request, self.desk.propose, given.get("type", ""), _number(given.get("limit"))
        )

    async def _flyout(self, request: Request) -> Response:
        kind, name = _kind(request), request.query_params.get("id", "")
        card = await self._done(self.desk.card, name, kind)
        if card is None:
            raise HTTPException(404, f"There is no {kind} «{name[:80]}» here.")
        return json_answer(request, {"id": name, "html": self._frame.render("flyout.html", "", card=card)})

    async def _preview(self, request: Request) -> Response:
        name = request.query_params.get("id", "")
        card = await self._done(self.desk.card, name)
        if card is None:
            raise HTTPException(404, f"Nothing is known of «{name[:80]}» here.")
        return HTMLResponse(self._frame.render("preview.html", "", card=card), headers=_EMBEDDED)

    async def _about(self, _: Request) -> Response:
        told = {"properties": list_properties(), "types": self.desk.holdings.types.by_id.values()}
        return HTMLResponse(
            self._frame.render("reconcile.html", "reconcile/about", title="Reconcile with us", **told)
        )

    async def _told(self, request: Request, answer: Callable[..., Any], *given: Any) -> Response:
        return json_answer(request, await self._done(answer, *given))

    async def _done(self, answer: Callable[..., Any], *given: Any) -> Any:
        """Let a thread answer, a few at once; what is refused is told with its status."""
        if self.waiting >= self.limits.waiting:
            words = "Too many requests wait already; come back in a few seconds."
            raise HTTPException(503, words, {"Retry-After": "5"})
        self.waiting += 1
        try:
            async with self._slots:
                return await run_in_threadpool(answer, *given)
        except RefusedError as error:
            raise HTTPException(error.status, str(error)) from error
        except ReconcileError as error:
            raise HTTPException(501, str(error)) from error
        finally:
            self.waiting -= 1


def _asked(request: Request) -> str:
    """Give the version that the Accept header asks for, the usual one where it asks for none."""
    found = _ASKED.findall(request.headers.get("accept", ""))
    if found and not set(found) & set(VERSIONS):
        raise HTTPException(406, f"The manifest is written as {', '.join(VERSIONS)}.", {"Vary": "Accept"})
    return next((version for version in found if version in VERSIONS), VERSIONS[0])


def _root_of(request: Request) -> str:
    """Give the address of the server with its last slash."""
    return address_of(request).partition(_PATH)[0] + "/"


def _kind(request: Request) -> str:
    kind = str(request.path_params["kind"])
    if kind not in {"entity", "type", "property"}:
        raise HTTPException(404, "Suggested are entity, type and property.")
    return kind


def _number(words: str | None) -> int | None:
    if not words:
        return None
    if not _NUMBER.fullmatch(words):
        raise HTTPException(400, "limit and offset have to be whole numbers.")
    return int(words)
