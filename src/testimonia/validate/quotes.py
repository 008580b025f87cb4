"""Compare the quotes of a graph with the text: `text[start:end] == quote`, for every mention.

Shapes see the graph alone; that a quote fits its offsets in length (M450) does not make it stand there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.validate.bridge import as_store
from testimonia.validate.look import iri, subjects, words
from testimonia.validate.report import Report, Result, Source, make_report
from testimonia.validate.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, Store
    from rdflib import Graph

__all__ = ["CODE", "check_quotes"]

CODE = "M490"
"""Code of a quote that is not in the text at its offsets."""


def check_quotes(text: str, graph: Store | Graph | Iterable[Quad], *, revision: str | None = None) -> Report:
    """Report every mention whose exact words are not what the text has between its offsets.

    `text` is the text of one revision, exactly as on disk; `revision` is its IRI, and mentions of other
    revisions are left out. Without it every mention counts. Errors as for `validate_graph`.
    """
    store = as_store(graph)
    return make_report(_wrong_quotes(text, store, revision))


def _wrong_quotes(text: str, store: Store, revision: str | None) -> Iterator[Result]:
    for mention in subjects(store, "oa:hasSource", None if revision is None else iri(revision)):
        source = read_source(store, mention)
        found = _words_at(text, source)
        if found is None or found != source.quote:
            yield Result(
                code=CODE,
                severity="violation",
                message=_message(source, found),
                focus=words(mention),
                path="oa:hasSelector/oa:exact",
                value=source.quote,
                source=source,
            )


def _words_at(text: str, source: Source) -> str | None:
    """Give the words between the offsets, None where the offsets are missing or beyond the text."""
    if source.start is None or source.end is None or source.end > len(text):
        return None
    return text[source.start : source.end]


def _message(source: Source, found: str | None) -> str:
    if source.quote is None:
        return "The mention has no exact words that could be compared with the text."
    if found is None:
        return f"The text does not have the offsets {source.start} to {source.end} of «{source.quote}»."
    return f"The text has «{found}» from {source.start} to {source.end}, not «{source.quote}»."
