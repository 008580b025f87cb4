"""One query on one store: the bytes of the answer, or one sentence why there is none.

The engine writes the answer itself, into a writer that stops it when the answer grows too large.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from testimonia.serve.shown import beginning
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import ReadableBuffer as Buffer
    from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, Store

    from testimonia.serve.limits import Limits

__all__ = ["GRAPHS", "TABLES", "Question", "Reply", "answer"]

TABLES: dict[str, str] = {
    "application/sparql-results+json": "JSON",
    "application/sparql-results+xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
    "application/json": "JSON",
    "application/xml": "XML",
    "text/xml": "XML",
}
"""Media type of a table to the name of its form; the first is given where anything will do."""
GRAPHS: dict[str, str] = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/ld+json": "JSON_LD",
    "application/rdf+xml": "RDF_XML",
    "application/trig": "TRIG",
    "application/n-quads": "N_QUADS",
    "application/json": "JSON_LD",
    "text/plain": "N_TRIPLES",
}
"""The same for a graph."""

_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')
_QUOTED = re.compile(rb'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Question:
    """A query as the protocol brings it."""

    query: str
    table: str | None
    """The media type of TABLES for a SELECT or ASK; None where none that is served will do."""
    graph: str | None
    """The media type of GRAPHS for a CONSTRUCT or DESCRIBE."""
    base: str
    """What relative IRIs of the query stand under: the address of the endpoint."""
    default_graphs: tuple[str, ...] = ()
    """What the protocol says of the dataset; it counts more than FROM."""
    named_graphs: tuple[str, ...] = ()
    people: bool = False
    """Whether the answer is for a page, which shows its beginning: then it comes as `beginning` makes it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a question."""

    state: Literal["answered", "wrong", "unacceptable", "too much", "failed"]
    media: str = ""
    body: bytes = b""
    """The answer, or a sentence where there is none."""


class _TooMuchError(Exception):
    """The answer is larger than the limits allow."""


def answer(
    store: Store,
    question: Question,
    limits: Limits,
    known: Callable[[str], bytes | None] = lambda _: None,
) -> Reply:
    """Answer a question over a store whose default graph is the whole.

    `known` gives the answer to a SPARQL text where it is known already (`Kept.known`).
    """
    try:
        found = _recall(question, known) or _evaluate(store, question)
        media, body = _write(found, question, limits)
        if question.people and media:
            media, body = "text/html", beginning(body, graph=media == question.graph)
    except SyntaxError as error:
        return _sentence("wrong", f"The query does not parse: {error.msg or error}.")
    except _TooMuchError as error:
        return _sentence("too much", str(error))
    except (OSError, RuntimeError, ValueError) as error:
        return _sentence("wrong", f"The query cannot be answered: {error}.")
    if media is None:
        return Reply("unacceptable")
    return Reply("answered", media, body)


def _recall(question: Question, known: Callable[[str], bytes | None]) -> QuerySolutions | None:
    """Take up the answer to a named question over the whole, if it was kept."""
    from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

    whole = not question.default_graphs and not question.named_graphs
    source = known(question.query) if whole else None
    found = parse_query_results(source, format=QueryResultsFormat.JSON) if source else None
    return found if isinstance(found, QuerySolutions) else None


def _evaluate(store: Store, question: Question) -> QuerySolutions | QueryBoolean | QueryTriples:
    from pyoxigraph import NamedNode

    if not question.default_graphs and not question.named_graphs:
        return store.query(question.query, base_iri=question.base, prefixes=PREFIXES)
    return store.query(
        question.query,
        base_iri=question.base,
        prefixes=PREFIXES,
        default_graph=[NamedNode(iri) for iri in question.default_graphs],
        named_graphs=[NamedNode(iri) for iri in question.named_graphs],
    )


def _write(
    found: QuerySolutions | QueryBoolean | QueryTriples, question: Question, limits: Limits
) -> tuple[str | None, bytes]:
    from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat

    graph = isinstance(found, QueryTriples)
    media = question.graph if graph else question.table
    if media is None:
        return None, b""
    if isinstance(found, QueryTriples):
        return media, _graph(found, getattr(RdfFormat, GRAPHS[media]), limits)
    form: QueryResultsFormat = getattr(QueryResultsFormat, TABLES[media])
    writer = _Bounded(limits.answer)
    found.serialize(writer, format=form)
    body = writer.getvalue()
    # A row takes a byte at least, so that most answers need not be counted.
    if len(body) > limits.rows and _rows(body, TABLES[media]) > limits.rows:
        raise _TooMuchError(f"The answer has more than {limits.rows:,} rows; ask with LIMIT and OFFSET.")
    return media, body


def _graph(found: QueryTriples, form: RdfFormat, limits: Limits) -> bytes:
    """Write triples, each once and sorted, with our prefixes."""
    from itertools import islice

    from pyoxigraph import Triple, serialize

    triples: dict[str, Triple] = {str(triple): triple for triple in islice(found, limits.rows + 1)}
    if len(triples) > limits.rows:
        raise _TooMuchError(f"The answer has more than {limits.rows:,} triples; ask for less.")
    writer = _Bounded(limits.answer)
    ordered = (triples[line] for line in sorted(triples))
    serialize(ordered, writer, format=form, prefixes=PREFIXES)
    return writer.getvalue()


class _Bounded(BytesIO):
    """A file in memory that refuses to grow beyond a number of bytes."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def write(self, piece: Buffer) -> int:
        size = super().write(piece)
        if self.tell() > self.most:
            raise _TooMuchError(f"The answer is larger than {self.most:,} bytes; ask with LIMIT and OFFSET.")
        return size


def _rows(body: bytes, form: str) -> int:
    """Count the rows of an answer in its written form, strings left out."""
    if form == "JSON":
        bare = _STRING.sub(b"", body)
        return bare.count(b"},{") + 1  # within a row no object follows another
    if form == "XML":
        return body.count(b"<result>") + body.count(b"<result/>")
    return _QUOTED.sub(b"", body).count(b"\n") - 1 if form == "CSV" else body.count(b"\n") - 1


def _sentence(state: Literal["wrong", "too much", "failed"], words: str) -> Reply:
    return Reply(state, "text/plain", " ".join(words.split()).replace("..", ".").encode())
