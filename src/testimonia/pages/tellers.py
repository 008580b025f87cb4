"""Which articles say a thing: asked of the whole graph, since the page of one event looks at others here.

Articles may disagree about what a place lies in, and use one acronym for different bodies.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.query.nodes import Nodes
from testimonia.vocab import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode, Store

__all__ = ["Tellers"]

_PLACES = 50_000
"""Of how many places it is remembered where they lie: a country is asked for by every event there."""


class Tellers:
    """The named graphs of a graph, each of which is what one article says."""

    def __init__(self, graph: Store) -> None:
        self._graph = graph
        self._nodes = Nodes(graph)
        self.around = lru_cache(maxsize=_PLACES)(self._around)

    def _around(self, place: str) -> str:
        """Give what a place lies in by what most articles say, "" where none does."""
        told = self._nodes.tellers(place, "tm:within")
        return min(told, key=lambda one: (-len(told[one]), one), default="")

    def acronyms(self, actor: str, revisions: Iterable[str]) -> tuple[str, ...]:
        """Give the acronyms of an actor that some revisions use, or no article in particular, sorted."""
        return tuple(sorted({*self._told_in(actor, revisions), *self._told_by_none(actor)}))

    def _told_in(self, actor: str, revisions: Iterable[str]) -> Iterator[str]:
        from pyoxigraph import NamedNode

        for revision in revisions:
            found = self._graph.quads_for_pattern(*_acronym(actor), None, NamedNode(revision))
            yield from (quad.object.value for quad in found)  # type: ignore[union-attr]

    def _told_by_none(self, actor: str) -> Iterator[str]:
        """Give what the default graph alone says; in a kept store it repeats what the others say."""
        from pyoxigraph import DefaultGraph

        for quad in self._graph.quads_for_pattern(*_acronym(actor), None, DefaultGraph()):
            tellers = self._graph.quads_for_pattern(*_acronym(actor), quad.object)
            if all(isinstance(each.graph_name, DefaultGraph) for each in tellers):
                yield quad.object.value  # type: ignore[union-attr]


def _acronym(actor: str) -> tuple[NamedNode, NamedNode]:
    from pyoxigraph import NamedNode

    return NamedNode(actor), NamedNode(term("tm:acronym"))
