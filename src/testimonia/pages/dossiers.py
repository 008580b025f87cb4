"""The dossiers of all events of a graph, one after the other, in memory that does not grow with the graph.

They are made from what is around some events at a time: of more, the questions that are asked of all of
them at once would hold too much; of fewer, those questions would be most of the time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.pages.surroundings import surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.pages.dossier import Dossier
    from testimonia.pages.gathering import Gatherer

__all__ = ["each_dossier", "near_dossier"]

_TOGETHER = 16
"""How many events are cut out of the graph at once."""


def each_dossier(gatherer: Gatherer) -> Iterator[Dossier]:
    """Give the dossier of each event of a gatherer, in their order."""
    events = gatherer.events
    for start in range(0, len(events), _TOGETHER):
        some = events[start : start + _TOGETHER]
        near = replace(gatherer, store=surroundings(gatherer.store, *some))
        yield from map(near.dossier, some)


def near_dossier(gatherer: Gatherer, event: str) -> Dossier:
    """Give the dossier of one event, from what is around it alone."""
    return replace(gatherer, store=surroundings(gatherer.store, event)).dossier(event)
