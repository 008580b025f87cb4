"""What the first page lists: the events that articles are about, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from testimonia.query import list_queries
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions, Store

__all__ = ["Catalogue", "open_catalogue"]

_PAGE = 100
_EVENTS = """
SELECT DISTINCT ?event ?label ?day {
  ?article tm:mainEvent ?event .
  ?event rdfs:label ?label .
  OPTIONAL { ?event tm:time/tm:edtf ?day }
} ORDER BY LCASE(STR(?label)) ?event ?day
"""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The events of a graph, found once when the server starts."""

    listed: tuple[tuple[str, str, str], ...]
    """IRI, label and day ("" where it is not known), by label."""
    facts: dict[str, int]
    """What there is how many of: "triples", "graphs", "events", "questions"."""

    @property
    def pages(self) -> int:
        """How many pages the list takes, one at least."""
        return max(1, -(-len(self.listed) // _PAGE))

    def events(self, number: int) -> tuple[tuple[str, str, str], ...]:
        """Give one page of the list, counted from 1."""
        return self.listed[(number - 1) * _PAGE : number * _PAGE]


def open_catalogue(store: Store, facts: dict[str, int]) -> Catalogue:
    """Find the events of a store whose default graph is the whole."""
    rows: dict[str, tuple[str, str, str]] = {}
    for event, label, day in cast("QuerySolutions", store.query(_EVENTS, prefixes=PREFIXES)):
        rows.setdefault(event.value, (event.value, label.value, day.value if day else ""))
    counts = {**facts, "events": len(rows), "questions": len(list_queries())}
    return Catalogue(tuple(rows.values()), counts)
