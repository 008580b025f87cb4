"""Events and actors sorted into groups: by date, by place, by war, by the first letter."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from testimonia.pages.actor import Actor
    from testimonia.pages.register import Entry

__all__ = ["Group", "by_date", "by_name", "by_place", "by_war", "initial", "plain"]

_CROWDED = 40
"""From how many events on a century is told by decades."""
_OTHER = "0–9 and other letters"

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Group(Generic[Row]):
    """What stands together under one heading."""

    name: str
    rows: tuple[Row, ...]
    iri: str = ""
    """What has this name, "" where it is only a heading."""

    @property
    def anchor(self) -> str:
        """The place of its heading on the page."""
        told = "-".join(self.iri.split("/")[-2:]) if self.iri else plain(self.name)
        return f"group-{re.sub(r'[^0-9a-z]+', '-', told.lower()).strip('-') or 'other'}"


def by_date(entries: Iterable[Entry]) -> Iterator[Group[Entry]]:
    """Group events by century, crowded centuries by decade; those without a date come last."""
    known = list(entries)
    crowd = Counter(_century(one.year) for one in known if one.year is not None)
    found: dict[str, list[Entry]] = defaultdict(list)
    for one in known:
        found[_period(one.year, crowd)].append(one)
    undated = found.pop("", [])
    yield from (Group(name, tuple(rows)) for name, rows in found.items())
    if undated:
        yield Group("Date not told", tuple(undated))


def by_place(entries: Iterable[Entry]) -> Iterator[Group[Entry]]:
    """Group events by the widest place of their chain."""
    return _by(entries, lambda one: [(place.label, place.iri) for place in one.widest], "Place not told")


def by_war(entries: Iterable[Entry]) -> Iterator[Group[Entry]]:
    """Group events by the larger events that they are a part of."""
    return _by(
        entries, lambda one: [(whole.label, whole.iri) for whole in one.part_of], "Part of no larger event"
    )


def by_name(actors: Iterable[Actor]) -> Iterator[Group[Actor]]:
    """Group actors by the letter that their name begins with."""
    found: dict[str, list[Actor]] = defaultdict(list)
    for actor in sorted(actors, key=lambda one: (plain(one.label), one.iri)):
        found[initial(actor.label)].append(actor)
    for name in sorted(found, key=lambda name: (name == _OTHER, name)):
        yield Group(name, tuple(found[name]))


def plain(words: str) -> str:
    """Give words in lower case and without accents, as they are sorted and searched."""
    parts = unicodedata.normalize("NFKD", words).lower()
    return "".join(char for char in parts if not unicodedata.category(char).startswith("M"))


def initial(name: str) -> str:
    """Give the letter from A to Z that a name begins with, without its accent."""
    first = next((char for char in plain(name) if char.isalnum()), "")
    return first.upper() if "a" <= first <= "z" else _OTHER


def _by(
    entries: Iterable[Entry], keys: Callable[[Entry], Sequence[tuple[str, str]]], none: str
) -> Iterator[Group[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for one in entries:
        for key in keys(one) or [("", "")]:
            found[key].append(one)
    rest = found.pop(("", ""), [])
    for name, iri in sorted(found, key=lambda key: (plain(key[0]), key)):
        yield Group(name, tuple(found[name, iri]), iri)
    if rest:
        yield Group(none, tuple(rest))


def _century(year: int) -> int:
    """Give the century, counted without 0: 21, 1, -1 (years are astronomical: 0 is 1 BCE)."""
    return (year - 1) // 100 + 1 if year > 0 else -(-year // 100 + 1)


def _period(year: int | None, crowd: Counter[int]) -> str:
    if year is None:
        return ""
    century = _century(year)
    if year > 0 and crowd[century] > _CROWDED:
        return f"{year // 10 * 10}s"
    return f"{_ordinal(abs(century))} century{' BCE' if century < 0 else ''}"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
