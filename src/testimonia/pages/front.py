"""The first page of a site, and the page to search on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from testimonia.pages.browse import LISTS, leads_of, listed
from testimonia.pages.frame import script_json
from testimonia.pages.groups import by_date, by_place, by_war
from testimonia.pages.search import PER_FILE
from testimonia.pages.things import filters_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from testimonia.pages.frame import Frame
    from testimonia.pages.groups import Group
    from testimonia.pages.register import Entry, Register

__all__ = ["front_page", "search_page"]

_MOST = 12
"""How many of each kind the first page names."""
_CELL = 2
"""Events within so many degrees are one dot on the map of the first page."""


def front_page(frame: Frame, register: Register) -> str:
    """Give the first page."""
    entries = listed(register)
    differing = sorted(
        (entry for entry in entries if entry.contradictions),
        key=lambda one: (-one.contradictions, -one.claims, one.order),
    )
    home = frame.addresses.home("index.html")
    return frame.render(
        "front.html",
        "index.html",
        title="Testimonia",
        counts=_counts(entries, register),
        differing=differing[:_MOST],
        few=entries if len(entries) <= _MOST else (),
        dots=_dots(entries),
        periods=leads_of(by_date(entries)),
        dates_at=lambda lead: home + frame.addresses.sheet(LISTS["date"].path, lead.sheet),
        places=_most(by_place(entries)),
        wars=_most(by_war(entries)),
        speakers=_speakers(register),
        lists_of=LISTS,
    )


def search_page(frame: Frame, register: Register, starts: Iterable[str]) -> str:
    """Give the page to search on; `starts` tells how the words of each file begin."""
    entries = listed(register)
    papers = {
        "home": frame.addresses.home("search.html"),
        "starts": sorted(starts),
        "perFile": PER_FILE,
        "tag": frame.locale.tag,
    }
    return frame.render(
        "search.html",
        "search.html",
        title="Search",
        papers=script_json(papers),
        filters=filters_of(entries),
        lists_of=LISTS.values(),
    )


def _counts(entries: Sequence[Entry], register: Register) -> tuple[tuple[int, str], ...]:
    found = (
        (len(entries), "event"),
        (sum(entry.claims for entry in entries), "figure"),
        (sum(entry.contradictions for entry in entries), "contradiction"),
        (len(register.said.counts()), "voice"),
    )
    return tuple((count, name if count == 1 else f"{name}s") for count, name in found)


def _most(groups: Iterable[Group[Entry]]) -> list[Group[Entry]]:
    return sorted((one for one in groups if one.iri), key=lambda one: -len(one.rows))[:_MOST]


def _speakers(register: Register) -> list[tuple[str, str, int]]:
    """Give those who say the most: IRI, label, number of figures."""
    counts = register.said.counts()
    said = [(actor.iri, actor.label, counts.get(actor.iri, 0)) for actor in register.actors]
    return sorted((one for one in said if one[2]), key=lambda one: (-one[2], one[1], one[0]))[:_MOST]


def _dots(entries: Iterable[Entry]) -> list[tuple[float, float, float]]:
    """Give what the map shows: where in it in percent, and how large; near events are one dot."""
    cells = Counter(
        (entry.point[1] // _CELL * _CELL + _CELL / 2, entry.point[0] // _CELL * _CELL + _CELL / 2)
        for entry in entries
        if entry.point
    )
    return [
        (round((east + 180) / 3.6, 2), round((90 - north) / 1.8, 2), round(4 + min(count**0.5, 12), 1))
        for (east, north), count in sorted(cells.items())
    ]
