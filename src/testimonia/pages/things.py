"""What the search finds, and what events can be filtered by."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from testimonia.pages.groups import by_date, by_place, by_war

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from testimonia.pages.frame import Frame
    from testimonia.pages.groups import Group
    from testimonia.pages.register import Entry, Register

__all__ = ["Choice", "Filter", "Thing", "filters_of", "things_of"]

_CHOICES = 150
"""How many choices of a filter a page offers: the largest."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What can be found."""

    place: str
    """The page of it."""
    name: str
    line: str
    """What is told below the name."""
    also: tuple[str, ...] = ()
    """More words by which it is found as if by its name."""
    quotes: tuple[tuple[str, str], ...] = ()
    """Place on the page, and words."""
    marks: tuple[str, ...] = ()
    """What it can be filtered by, such as "kind:siege"."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter."""

    mark: str
    name: str
    events: frozenset[str]
    """IRIs of those that have it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Something that events can be filtered by."""

    key: str
    label: str
    choices: tuple[Choice, ...]


def filters_of(entries: Sequence[Entry]) -> tuple[Filter, ...]:
    """Give what events can be filtered by."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        kinds[entry.kind or "other"].add(entry.iri)
    differ = frozenset(entry.iri for entry in entries if entry.contradictions)
    chosen = [
        Filter("kind", "Kind", tuple(Choice(f"kind:{k}", k, frozenset(kinds[k])) for k in sorted(kinds))),
        Filter("date", "Date", _choices("date", by_date(entries))),
        Filter("place", "Place", _choices("place", by_place(entries))),
        Filter("war", "War", _choices("war", by_war(entries))),
        Filter(
            "voices", "Voices", (Choice("voices:differ", "contradict each other", differ),) if differ else ()
        ),
    ]
    return tuple(one for one in chosen if one.choices)


def things_of(frame: Frame, register: Register, entries: Iterable[Entry]) -> Iterator[Thing]:
    """Give everything that can be found, in the order of its numbers."""
    ranked = sorted(entries, key=lambda one: (not one.main, -one.contradictions, -one.claims, one.order))
    marks: dict[str, list[str]] = defaultdict(list)
    for one in filters_of(ranked):
        for choice in one.choices:
            for iri in choice.events:
                marks[iri].append(choice.mark)
    for entry in ranked:
        if place := frame.addresses.page(entry.iri):
            yield _event(frame, entry, place, tuple(marks[entry.iri]))
    spots = Counter({iri: len(found) for iri, found in register.places.items()})
    for actor in register.actors:
        if place := frame.addresses.page(actor.iri):
            yield Thing(place, actor.label, ", ".join(actor.kinds), actor.aliases)
    for spot in register.spots:
        if place := frame.addresses.page(spot.iri):
            line = ", ".join(("place", *(one.label for one in spot.around)))
            yield Thing(place, spot.label, f"{line}; {_events(spots[spot.iri])}")


def _event(frame: Frame, entry: Entry, place: str, marks: tuple[str, ...]) -> Thing:
    where = ", ".join(one.label for one in entry.places[:6])
    told = (entry.kind, frame.locale.day(entry.when) if entry.when else "", where)
    return Thing(
        place,
        entry.label,
        "; ".join(part for part in told if part),
        (where, *entry.words),
        entry.quotes,
        marks,
    )


def _events(number: int) -> str:
    return f"{number} event{'' if number == 1 else 's'}"


def _choices(key: str, groups: Iterable[Group[Any]]) -> tuple[Choice, ...]:
    made = [
        Choice(f"{key}:{group.iri or group.name}", group.name, frozenset(row.iri for row in group.rows))
        for group in groups
    ]
    kept = set(sorted(made, key=lambda one: -len(one.events))[:_CHOICES])
    return tuple(one for one in made if one in kept)
