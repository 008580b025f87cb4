"""The SPARQL 1.1 protocol, for queries: GET, POST of a form, POST of the query itself.

    https://www.w3.org/TR/sparql11-protocol/

Left out by design: the update operation, which is refused with 403.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from testimonia.serve.answering import GRAPHS, TABLES, Question, Reply
from testimonia.serve.incoming import FORM, address_of, read_body, read_pairs
from testimonia.serve.negotiation import choose
from testimonia.serve.pool import BusyError, SlowError
from testimonia.serve.refusals import refusal
from testimonia.serve.selfportrait import PORTRAITS, describe_service

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from starlette.requests import Request

    from testimonia.serve.limits import Limits
    from testimonia.serve.pages import Renderer
    from testimonia.serve.pool import Pool

__all__ = ["FORMS", "Endpoint"]

_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
FORMS = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "trig": "application/trig",
    "nq": "application/n-quads",
}
"""What the parameter "format" may say, and the media type that it stands for: links have no Accept header."""
_STATUS = {"answered": 200, "wrong": 400, "unacceptable": 406, "too much": 422, "failed": 422}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Answers requests to /sparql."""

    pool: Pool
    limits: Limits
    facts: dict[str, int]
    """What the service description tells of the data: "triples", "graphs"."""
    pages: Renderer
    """Who draws the answer for a browser that sends the form of the page to ask on by itself."""

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
        question = _question(request, queries[0], parameters)
        if question.people:
            return await self._page(request, question)
        response = await self._answer(request, question)
        if form := _form(parameters):
            response.headers["Content-Disposition"] = f'attachment; filename="answer.{form}"'
        return response

    async def _read(self, request: Request) -> tuple[str | None, list[tuple[str, str]]]:
        """Give the query that is the body itself, and the parameters of address and form."""
        parameters = read_pairs(request.scope["query_string"])
        if request.method != "POST":
            return None, parameters
        media, _, options = request.headers.get("content-type", "").partition(";")
        media, charset = media.strip().lower(), options.lower().replace(" ", "").replace('"', "")
        if media == _UPDATE:
            raise HTTPException(403, "This endpoint is read-only: updates are not taken.")
        if media not in {FORM, _QUERY}:
            raise HTTPException(415, f"A query is posted as {FORM} or {_QUERY}.")
        if "charset=" in charset and charset.partition("charset=")[2] not in {"utf-8", "utf8"}:
            raise HTTPException(415, "A query is posted as UTF-8.")
        body = await read_body(request, self.limits.body)
        if media == FORM:
            return None, parameters + read_pairs(body)
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

    async def _page(self, request: Request, question: Question) -> Response:
        """Answer a browser with the page to ask on: the answer, or why there is none, below the query."""
        try:
            found = json.loads(bytes((await self._answer(request, question)).body))
        except HTTPException as error:
            body = self.pages.query(self.limits, question.query, told=error.detail)
            return HTMLResponse(body, error.status_code, error.headers)
        body = await run_in_threadpool(self.pages.query, self.limits, question.query, found)
        return HTMLResponse(body, headers={"Vary": "Accept"})

    def _portrait(self, request: Request) -> Response:
        """Describe the service, or show people the page to ask on."""
        media = choose(request.headers.get("accept"), (*PORTRAITS, "text/html"))
        if media == "text/html":
            return RedirectResponse("/query", status_code=303, headers={"Vary": "Accept"})
        if media is None:
            raise HTTPException(406, f"The description of the service comes as {', '.join(PORTRAITS)}.")
        body = describe_service(address_of(request), self.facts, media)
        return Response(body, media_type=media, headers={"Vary": "Accept"})


def _question(request: Request, query: str, parameters: list[tuple[str, str]]) -> Question:
    form = _form(parameters)
    accept = FORMS[form] if form else request.headers.get("accept")
    people = choose(accept, (*TABLES, *GRAPHS, "text/html")) == "text/html"
    return Question(
        query.replace("\r\n", "\n") if people else query,  # forms of browsers end lines with both
        "application/sparql-results+json" if people else choose(accept, tuple(TABLES)),
        "text/turtle" if people else choose(accept, tuple(GRAPHS)),
        address_of(request),
        tuple(value for name, value in parameters if name == "default-graph-uri"),
        tuple(value for name, value in parameters if name == "named-graph-uri"),
        people,
    )


def _form(parameters: list[tuple[str, str]]) -> str | None:
    """Give the form that a link asks for by name, which counts more than what its browser accepts.

    Names that we do not know are those of clients, which say the same in what they accept.
    """
    form = next((value for name, value in parameters if name == "format"), None)
    return form if form in FORMS else None


def _offers() -> str:
    return f"A table comes as {', '.join(TABLES)}; a graph as {', '.join(GRAPHS)}."


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
