"""Linked data: every IRI answers with 303 to its page or to a file in the form that was asked for.

/kg/actor/france        → 303, by Accept
/page/kg/actor/france   the page
/page/kg/actor/france~2     its second sheet; no slug has a ~
/data/kg/actor/france.ttl, .jsonld, .nt, .trig
"""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from testimonia.serialize import serialize
from testimonia.serve.negotiation import choose

if TYPE_CHECKING:
    from starlette.requests import Request

    from testimonia.pages import Description, Library
    from testimonia.serve.names import Names
    from testimonia.serve.pages import Renderer

__all__ = ["FILES", "LinkedData", "fresh"]

FILES: dict[str, tuple[str, str]] = {
    "ttl": ("text/turtle", "turtle"),
    "jsonld": ("application/ld+json", "jsonld"),
    "nt": ("application/n-triples", "ntriples"),
    "trig": ("application/trig", "trig"),
}
"""Suffix to media type and the name of the format."""

_REMEMBERED = 128
"""How many pages are remembered; the largest have half a megabyte."""
_HTML = "text/html"
_SUFFIXES = {media: suffix for suffix, (media, _) in FILES.items()} | {"application/json": "jsonld"}
_OFFERS = (_HTML, *_SUFFIXES, "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Answers requests for IRIs, their pages and their files."""

    library: Library
    names: Names
    pages: Renderer
    changed: str
    """When the data changed last, as an HTTP date."""
    _made: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """IRI and page by path, of the pages that were made last: the data does not change under them."""

    async def see_other(self, request: Request) -> Response:
        """Lead from an IRI to its page or file."""
        path = request.scope["path"].lstrip("/")
        plain, mark, _ = path.partition("~")
        await self._found(plain)
        media = choose(request.headers.get("accept"), _OFFERS)
        if media is None:
            raise HTTPException(406, f"This comes as {', '.join(_OFFERS)}.", {"Vary": "Accept"})
        suffix = None if mark else _SUFFIXES.get(media)
        place = f"/data/{path}.{suffix}" if suffix else f"/page/{path}"
        return RedirectResponse(quote(place, safe="/:@,~!$&'()*+;="), 303, {"Vary": "Accept"})

    async def page(self, request: Request) -> Response:
        """Give the page of an IRI."""
        path = request.path_params["path"]
        iri, body = self._made.get(path) or await self._make(path)
        plain = path.partition("~")[0]
        links = ", ".join(
            f'<{quote(f"/data/{plain}.{suffix}")}>; rel="alternate"; type="{media}"'
            for suffix, (media, _) in FILES.items()
        )
        headers = {"Link": f'{links}, <{iri}>; rel="describes"'}
        return fresh(request, body, "text/html; charset=utf-8", self.changed, headers)

    async def _make(self, path: str) -> tuple[str, bytes]:
        """Make the page of a path and remember it, once it stays so, instead of the one made first."""
        plain, _, sheet = path.partition("~")
        found = await self._found(plain)
        page = await run_in_threadpool(self.pages.resource, found, sheet)
        if page is None:
            raise HTTPException(404, f"The page of «{found.iri}» has no sheet «{sheet}».")
        made = found.iri, page.encode()
        if not self.pages.settled:
            return made
        if len(self._made) >= _REMEMBERED:
            self._made.pop(next(iter(self._made)), None)
        self._made[path] = made
        return made

    async def file(self, request: Request) -> Response:
        """Give what is told of an IRI as a file."""
        path, _, suffix = request.path_params["path"].rpartition(".")
        if suffix not in FILES:
            raise HTTPException(404, f"There is no such file; the names of files end in {', '.join(FILES)}.")
        found = await self._found(path)
        media, form = FILES[suffix]
        body = await run_in_threadpool(self._write, found, form)
        charset = "; charset=utf-8" if media.startswith("text/") else ""
        return fresh(
            request, body, media + charset, self.changed, {"Link": f'<{found.iri}>; rel="describes"'}
        )

    def _write(self, found: Description, form: str) -> bytes:
        if form == "trig":
            return serialize(self.library.in_graphs(found) or found.triples, form)
        return serialize((*found.triples, *found.links), form)

    async def _found(self, path: str) -> Description:
        iri = self.names.iri(path)
        found = await run_in_threadpool(self._describe, iri) if iri else None
        if found is None:
            raise HTTPException(404, f"Nothing is known of «{iri or '/' + path}» here.")
        return found

    def _describe(self, iri: str) -> Description | None:
        try:
            return self.library.describe(iri)
        except ValueError:  # what the address holds is no IRI
            return None


def fresh(
    request: Request, body: bytes, media: str, changed: str, headers: dict[str, str] | None = None
) -> Response:
    """Answer with ETag and Last-Modified, and with 304 where the client has these very bytes."""
    tag = f'"{sha256(body).hexdigest()[:24]}"'
    marks = {"ETag": tag, "Last-Modified": changed, "Cache-Control": "no-cache", **(headers or {})}
    known = request.headers.get("if-none-match")
    since = request.headers.get("if-modified-since")
    if (known and _names(known, tag)) or (not known and since and _is_later(since, changed)):
        return Response(status_code=304, headers=marks)
    return Response(body, headers={**marks, "Content-Type": media})


def _is_later(since: str, changed: str) -> bool:
    """Tell whether a client that has been here at a time has what changed last at another."""
    try:
        return parsedate_to_datetime(since) >= parsedate_to_datetime(changed)
    except (TypeError, ValueError):  # no date, or one without a zone
        return False


def _names(known: str, tag: str) -> bool:
    return known.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in known.split(",")}
