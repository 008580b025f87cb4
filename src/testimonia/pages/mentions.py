"""The words from which something was read, found in a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.dossier import Mention
from testimonia.pages.prose import without_markup
from testimonia.query.nodes import local

if TYPE_CHECKING:
    from collections.abc import Mapping

    from testimonia.pages.dossier import Source
    from testimonia.query.nodes import Nodes

__all__ = ["Mentions"]


class Mentions:
    """Finds mentions; the form of their source (`sources`, by IRI) tells what a reader sees of the words."""

    def __init__(self, nodes: Nodes, sources: Mapping[str, Source]) -> None:
        self._nodes = nodes
        self._sources = sources

    def of(self, record: str) -> list[Mention]:
        """Give the words from which a record was read, in the order of the text."""
        spots = self._nodes.all(record, "tm:evidence")
        return sorted(map(self._mention, spots), key=lambda one: (one.revision, one.start, one.end))

    def _mention(self, iri: str) -> Mention:
        one = self._nodes.one
        start, end, quote = self._stretch(iri)
        around = one(iri, "tm:sentence")
        sentence_start, _, sentence = self._stretch(around) if around else (start, end, quote)
        line, section = one(iri, "tm:line"), one(iri, "tm:inSection")
        revision = one(iri, "oa:hasSource")
        source = self._sources.get(revision)
        return Mention(
            revision=revision,
            start=start,
            end=end,
            quote=quote,
            words=without_markup(quote, source.form if source else ""),
            sentence=sentence,
            sentence_start=sentence_start,
            section=one(section, "rdfs:label"),
            line=int(line) if line else None,
            zone=local(one(iri, "tm:zone")),
        )

    def _stretch(self, mention: str) -> tuple[int, int, str]:
        """Give start, end and words of a mention."""
        start = end = quote = ""
        for selector in self._nodes.all(mention, "oa:hasSelector"):
            start = start or self._nodes.one(selector, "oa:start")
            end = end or self._nodes.one(selector, "oa:end")
            quote = quote or self._nodes.one(selector, "oa:exact")
        return int(start or 0), int(end or 0), quote
