"""The parts of a Wikidata statement, as the Wikibase data model names them.

A snak is a property with a value, with some value nobody knows, or with no value. A statement has a
main snak, qualifiers and one reference. Nothing here has a rank other than normal, an id, or a way to
remove: what is already in Wikidata cannot be touched with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Amount", "Item", "Moment", "Snak", "Text", "Value", "WikidataStatement", "Worded"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity without a unit, with inclusive bounds where the source gives a range."""

    amount: int
    low: int | None = None
    high: int | None = None
    """Both or neither: Wikibase has no open bounds."""


@dataclass(frozen=True, slots=True)
class Item:
    """A Wikidata item."""

    id: str


@dataclass(frozen=True, slots=True)
class Text:
    """A string or an address."""

    words: str
    kind: Literal["string", "url"] = "string"


@dataclass(frozen=True, slots=True)
class Worded:
    """Words in a language."""

    words: str
    language: str


_JULIAN_UNTIL = (1582, 10, 15)
"""Earlier dates are taken as Julian, as texts give them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year: an ISO 8601 date with the precision of the text, where -0030 is 31 BCE."""

    date: str

    @property
    def precision(self) -> int:
        """Give Wikibase's number: 9 for a year, 10 for a month, 11 for a day."""
        return 9 + self.date.lstrip("-").count("-")

    @property
    def time(self) -> str:
        """Give the time as Wikibase writes it; it has no year 0, so -0030 becomes -0031."""
        year, month, day = self._parts()
        sign = "+" if year > 0 else "-"
        return f"{sign}{abs(year if year > 0 else year - 1):04}-{month:02}-{day:02}T00:00:00Z"

    @property
    def julian(self) -> bool:
        """Tell whether the date is from before the Gregorian calendar."""
        year, month, day = self._parts()
        return (year, month or 1, day or 1) < _JULIAN_UNTIL

    def _parts(self) -> tuple[int, int, int]:
        """Give year, month and day, 0 for what the text does not give."""
        sign = -1 if self.date.startswith("-") else 1
        year, *rest = (int(part) for part in self.date.lstrip("-").split("-"))
        month, day = (*rest, 0, 0)[:2]
        return sign * year, month, day


Value = Amount | Item | Text | Worded | Moment | Literal["somevalue", "novalue"]


@dataclass(frozen=True, slots=True)
class Snak:
    """A property and what it has."""

    property: str
    value: Value


@dataclass(frozen=True, slots=True)
class WikidataStatement:
    """One statement to be added to an item."""

    item: str
    main: Snak
    qualifiers: tuple[Snak, ...]
    reference: tuple[Snak, ...]
    """The snaks of one reference."""
    claims: tuple[str, ...]
    """IRIs of the claims that say it."""
