"""Ways in: the events by date, by place and by war, the actors by name, in sheets of groups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from testimonia.pages.groups import Group, by_date, by_name, by_place, by_war, initial
from testimonia.pages.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from testimonia.pages.actor import Actor
    from testimonia.pages.frame import Frame
    from testimonia.pages.register import Entry, Register

__all__ = ["LISTS", "Lead", "browse_pages", "leads_of", "listed"]

_ROWS = 200
"""How many rows stand on one sheet."""
_FEW = 60
"""Up to how many groups are all named at the top; of more, the largest and the initial letters are."""
_LARGEST = 24


@dataclass(frozen=True, slots=True)
class Lead:
    """A link to the beginning of a group."""

    name: str
    sheet: int
    anchor: str
    size: int


@dataclass(frozen=True, slots=True)
class _List:
    """A way in: what its page is called, and how its groups are made."""

    path: str
    heading: str
    lead: str
    rows: str
    """The template that writes a row: "events" or "actors"."""


LISTS = {
    "date": _List("browse/dates.html", "Events by date", "From the oldest to the latest.", "events"),
    "place": _List("browse/places.html", "Events by place", "By the widest place that is told.", "events"),
    "war": _List(
        "browse/wars.html", "Events by war", "By the larger event that each is a part of.", "events"
    ),
    "actor": _List(
        "browse/actors.html", "Actors", "Those who take part, are counted, or say how many.", "actors"
    ),
}


def browse_pages(frame: Frame, register: Register) -> Iterator[tuple[str, str]]:
    """Give the pages of all lists: place in the site, and page."""
    entries = listed(register)
    made: dict[str, list[Group[Any]]] = {
        "date": list(by_date(entries)),
        "place": list(by_place(entries)),
        "war": list(by_war(entries)),
        "actor": list(by_name(register.actors)),
    }
    for name, groups in made.items():
        yield from _pages(frame, name, groups, register)


def listed(register: Register) -> list[Entry]:
    """Give the events that lists have, by date: those that an article is about, and those with figures."""
    return sorted((one for one in register.entries if one.main or one.claims), key=lambda one: one.order)


def leads_of(groups: Iterable[Group[Any]]) -> list[Lead]:
    """Tell on which sheet of a list each of its groups begins."""
    return _spread(groups)[1]


def _pages(
    frame: Frame, name: str, groups: list[Group[Any]], register: Register
) -> Iterator[tuple[str, str]]:
    told = LISTS[name]
    sheets, leads = _spread(groups)
    for number, shown in enumerate(sheets, 1):
        path = frame.addresses.sheet(told.path, number)
        yield (
            path,
            frame.render(
                "browse.html",
                told.path,
                title=told.heading,
                told=told,
                lists_of=LISTS.values(),
                sheet=Sheet(told.path, number, len(sheets), _ROWS),
                groups=shown,
                total=len({row.iri for group in groups for row in group.rows}),
                leads=leads if len(leads) <= _FEW else _largest(leads),
                letters=() if len(leads) <= _FEW else _letters(leads),
                counts=partial(_counts, register),
            ),
        )


def _spread(groups: Iterable[Group[Any]]) -> tuple[list[list[tuple[Group[Any], bool]]], list[Lead]]:
    """Spread groups over sheets: each sheet is a list of (part of a) group and whether it is continued."""
    sheets: list[list[tuple[Group[Any], bool]]] = [[]]
    leads, room = [], _ROWS
    for group in groups:
        if not room:
            sheets.append([])
            room = _ROWS
        leads.append(Lead(group.name, len(sheets), group.anchor, len(group.rows)))
        rows, continued = group.rows, False
        while rows:
            if not room:
                sheets.append([])
                room = _ROWS
            sheets[-1].append((Group(group.name, rows[:room], group.iri), continued))
            room, rows, continued = room - len(rows[:room]), rows[room:], True
    return sheets, leads


def _largest(leads: list[Lead]) -> list[Lead]:
    kept = sorted((lead for lead in leads if lead.size > 1), key=lambda lead: -lead.size)[:_LARGEST]
    return [lead for lead in leads if lead in kept]


def _letters(leads: list[Lead]) -> list[Lead]:
    """Give for each letter the first group whose name begins with it."""
    first: dict[str, Lead] = {}
    for lead in leads:
        letter = initial(lead.name)
        first.setdefault(letter, Lead(letter, lead.sheet, lead.anchor, 0))
    return list(first.values())


def _counts(register: Register, actor: Actor) -> tuple[int, int, int]:
    """Count the events that an actor takes part in, its figures, and those of its people."""
    return (
        len({part.event.iri for part in register.parts.get(actor.iri, ())}),
        register.said.length(actor.iri),
        register.about.length(actor.iri),
    )
