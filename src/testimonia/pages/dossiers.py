"""The dossiers of all events of a graph, one after the other, in memory that does not grow with the graph.

They are made from what is around some events at a time: of more, the questions that are asked of all of
them at once would hold too much; of fewer, those questions would be most of the time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.pages.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from testimonia.pages.dossier import Dossier
    from testimonia.pages.gathering import Gatherer

__all__ = ["Dossiers", "groups_of"]

_TOGETHER = 16
"""How many events are cut out of the graph at once."""


class Dossiers:
    """Makes the dossiers of a gatherer from what is around their events alone."""

    def __init__(self, gatherer: Gatherer) -> None:
        self._gatherer = gatherer
        self._surroundings = Surroundings(gatherer.store)

    def each(self) -> Iterator[Dossier]:
        """Give the dossier of each event, in the order of the gatherer."""
        for events in groups_of(self._gatherer.events):
            yield from self.of(*events)

    def of(self, *events: str) -> Iterator[Dossier]:
        """Give the dossiers of some events."""
        near = replace(self._gatherer, store=self._surroundings.of(*events))
        yield from map(near.dossier, events)


def groups_of(events: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give events in groups of as many as are cut out together."""
    yield from (tuple(events[start : start + _TOGETHER]) for start in range(0, len(events), _TOGETHER))
