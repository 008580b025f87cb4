"""The SPARQL 1.1 protocol, for queries: GET, POST of a form, POST of the query itself.

    https://www.w3.org/TR/sparql11-protocol/

Left out by design: the update operation, which is refused with 403.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from testimonia.serve.answering import GRAPHS, TABLES, Question, Reply
from testimonia.serve.negotiation import choose
from testimonia.serve.pool import BusyError, SlowError
from testimonia.serve.refusals import refusal
from testimonia.serve.selfportrait import PORTRAITS, describe_service

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from starlette.requests import Request

    from testimonia.serve.limits import Limits
    from testimonia.serve.pool import Pool

__all__ = ["Endpoint"]

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_STATUS = {"answered": 200, "wrong": 400, "unacceptable": 406, "too much": 422, "failed": 422}
_PARAMETERS = 200
"""How many parameters a request may have: a dataset of some dozen graphs, not of thousands."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Answers requests to /sparql."""

    pool: Pool
    limits: Limits
    facts: dict[str, int]
    """What the service description tells of the data: "triples", "graphs"."""

    async def __call__(self, request: Request) -> Response:
        """Answer a request; raises HTTPException, with a sentence, for what is refused."""
        query, parameters = await self._read(request)
        if any(name == "update" for name, _ in parameters):
            raise HTTPException(403, "This endpoint is read-only: updates are not taken.")
        queries = [value for name, value in parameters if name == "query"]
        queries += [query] if query is not None else []
        if not queries and request.method != "POST":
            return self._portrait(request)
        if len(queries) != 1:
            raise HTTPException(400, f"One query is needed, there are {len(queries)}.")
        return await self._answer(request, _question(request, queries[0], parameters))

    async def _read(self, request: Request) -> tuple[str | None, list[tuple[str, str]]]:
        """Give the query that is the body itself, and the parameters of address and form."""
        parameters = _pairs(request.scope["query_string"])
        if request.method != "POST":
            return None, parameters
        media, _, options = request.headers.get("content-type", "").partition(";")
        media, charset = media.strip().lower(), options.lower().replace(" ", "").replace('"', "")
        if media == _UPDATE:
            raise HTTPException(403, "This endpoint is read-only: updates are not taken.")
        if media not in {_FORM, _QUERY}:
            raise HTTPException(415, f"A query is posted as {_FORM} or {_QUERY}.")
        if "charset=" in charset and charset.partition("charset=")[2] not in {"utf-8", "utf8"}:
            raise HTTPException(415, "A query is posted as UTF-8.")
        body = await _body(request, self.limits.body)
        if media == _FORM:
            return None, parameters + _pairs(body)
        try:
            return body.decode("utf-8"), parameters
        except UnicodeDecodeError as error:
            raise HTTPException(400, f"The query is not UTF-8 (byte {error.start}).") from error

    async def _answer(self, request: Request, question: Question) -> Response:
        if len(question.query.encode()) > self.limits.body:
            raise HTTPException(413, f"A query may have {self.limits.body:,} bytes.")
        if reason := refusal(question.query):
            raise HTTPException(400, reason)
        try:
            reply = await _unless_gone(request, self.pool.ask(question))
        except BusyError as error:
            words = "Too many queries wait already; come back in a few seconds."
            raise HTTPException(503, words, {"Retry-After": "5"}) from error
        except SlowError as error:
            words = f"The query was stopped: it ran longer than {self.limits.seconds:g} seconds."
            raise HTTPException(504, words) from error
        if reply.state == "unacceptable":
            raise HTTPException(406, _offers())
        if reply.state != "answered":
            raise HTTPException(_STATUS[reply.state], reply.body.decode())
        charset = "; charset=utf-8" if reply.media.startswith("text/") else ""
        return Response(reply.body, headers={"Content-Type": reply.media + charset, "Vary": "Accept"})

    def _portrait(self, request: Request) -> Response:
        """Describe the service, or show people the page to ask on."""
        media = choose(request.headers.get("accept"), (*PORTRAITS, "text/html"))
        if media == "text/html":
            return RedirectResponse("/query", status_code=303, headers={"Vary": "Accept"})
        if media is None:
            raise HTTPException(406, f"The description of the service comes as {', '.join(PORTRAITS)}.")
        body = describe_service(_address(request), self.facts, media)
        return Response(body, media_type=media, headers={"Vary": "Accept"})


def _question(request: Request, query: str, parameters: list[tuple[str, str]]) -> Question:
    accept = request.headers.get("accept")
    return Question(
        query,
        choose(accept, tuple(TABLES)),
        choose(accept, tuple(GRAPHS)),
        _address(request),
        tuple(value for name, value in parameters if name == "default-graph-uri"),
        tuple(value for name, value in parameters if name == "named-graph-uri"),
    )


def _address(request: Request) -> str:
    """Give the address of the endpoint as the client called it; what its Host header holds may be no host."""
    try:
        address = str(request.url.replace(query="", fragment=""))
        NamedNode(address)
    except ValueError as error:
        raise HTTPException(400, "The Host header names no host.") from error
    return address


def _offers() -> str:
    return f"A table comes as {', '.join(TABLES)}; a graph as {', '.join(GRAPHS)}."


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_PARAMETERS
        )
    except ValueError as error:
        raise HTTPException(
            400, "The parameters are not URL-encoded UTF-8, or there are too many."
        ) from error


async def _body(request: Request, most: int) -> bytes:
    """Read a body piece by piece and stop where it grows too large, whatever its header says."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > 3 * most:  # URL-encoding makes three bytes of one
            raise HTTPException(413, f"A query may have {most:,} bytes.")
    return bytes(body)


async def _unless_gone(request: Request, asked: Awaitable[Reply]) -> Reply:
    """Wait for a reply, and give up when the client has hung up."""
    task = asyncio.ensure_future(asked)
    gone = asyncio.ensure_future(_disconnected(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise HTTPException(499, "The client hung up; its query was stopped.")
        return task.result()
    finally:
        for one in (task, gone):
            one.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _disconnected(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
