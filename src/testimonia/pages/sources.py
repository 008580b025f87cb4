"""The revisions that a graph was read from, with their texts where those are at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.dossier import Source
from testimonia.query import ask
from testimonia.query.nodes import local

if TYPE_CHECKING:
    from pyoxigraph import Store

    from testimonia.query.nodes import Nodes
    from testimonia.validate import Texts

__all__ = ["Sources"]

_TOLD = ("url", "revision_id", "sha256", "form", "license", "rights_holder")
"""What is told of a revision under the same name."""


class Sources:
    """The revisions of one graph."""

    def __init__(self, store: Store, nodes: Nodes, texts: Texts) -> None:
        self._nodes = nodes
        self._texts = texts
        self.by_iri = {row["revision"]: self._source(row) for row in ask(store, "sources").records()}

    def _source(self, row: dict[str, str]) -> Source:
        found = self._texts.find(row["sha256"])
        told = {name: row[name] for name in _TOLD}
        title = row["title"] or local(row["article"])
        return Source(iri=row["revision"], title=title, text=found.text if found else None, **told)

    def by_title(self) -> tuple[Source, ...]:
        """Give all revisions by the titles of their articles."""
        return tuple(sorted(self.by_iri.values(), key=lambda one: (one.title.casefold(), one.iri)))

    def of(self, event: str) -> list[Source]:
        """Give the revisions that tell of an event: those of its own articles, else those that mention it."""
        articles = self._nodes.having("tm:mainEvent", event)
        own = {iri for article in articles for iri in self._nodes.having("dcterms:isVersionOf", article)}
        told = {self._nodes.one(spot, "oa:hasSource") for spot in self._nodes.all(event, "tm:evidence")}
        return [self.by_iri[iri] for iri in sorted(own or told) if iri in self.by_iri]
