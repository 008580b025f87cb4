"""What the things of a graph are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.dossier import Named
from testimonia.query.nodes import local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.query.nodes import Nodes

__all__ = ["Labels"]


class Labels:
    """Finds labels; a thing without one is called by the end of its IRI."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes

    def of(self, iri: str) -> str:
        """Give what a thing is called."""
        return self._nodes.one(iri, "rdfs:label") or local(iri)

    def named(self, iris: Iterable[str]) -> tuple[Named, ...]:
        """Give things with their labels, by label."""
        return tuple(sorted((Named(iri, self.of(iri)) for iri in iris), key=lambda one: one.label))
