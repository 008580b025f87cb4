"""The page of a place: what is around and within it, and the events there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.pages.cards import place_card
from testimonia.pages.sheets import sheets_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.pages.dossier import Named
    from testimonia.pages.frame import Frame
    from testimonia.pages.linked import Linked
    from testimonia.pages.register import Register
from testimonia.pages.sheets import Sheet

__all__ = ["Spot", "place_pages"]

_ROWS = 200
"""How many events stand on one sheet."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where it is."""

    iri: str
    label: str
    around: tuple[Named, ...]
    """The places that it lies in, the nearest first."""
    within: tuple[Named, ...]
    """The places that lie directly in it."""
    links: tuple[Linked, ...] = ()
    """What it is in other data sets."""


def place_pages(frame: Frame, place: Spot, register: Register, path: str) -> Iterator[tuple[Sheet, str]]:
    """Give the sheets of the page of a place."""
    events = sorted(register.places.get(place.iri, ()), key=lambda entry: entry.order)
    for sheet in sheets_of(path, _ROWS, events, place.within):
        yield (
            sheet,
            frame.render(
                "place.html",
                path,
                title=place.label,
                iri=place.iri,
                card=place_card(place),
                place=place,
                sheet=sheet,
                total=len(events),
                within=sheet.cut(place.within),
                events=sheet.cut(events),
            ),
        )
