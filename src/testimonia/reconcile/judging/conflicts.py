"""Decisions that do not go together.

Two of ours linked as the same to one of theirs are one thing or a mistake; so is one of ours that is the
same as two of theirs in one data set. A row may also be accepted without saying by whom or when, be
accepted in one place and rejected in another, or be about something that is no more in the graph. Nothing
is decided here: it is told.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.links import CLOSE, NO_TERM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from testimonia.links import Link, LinkTable

__all__ = ["Conflict", "find_conflicts"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rows that do not go together, or one that is not complete."""

    says: str
    """What is wrong, in one sentence."""
    links: tuple[Link, ...]


def find_conflicts(table: LinkTable, known: Callable[[str], bool] | None = None) -> list[Conflict]:
    """List all conflicts, those of several rows first; `known` tells whether the graph has an IRI of ours."""
    same = [link for link in table.links if link.verdict == "accepted" and link.predicate != CLOSE]
    ours: dict[str, list[Link]] = defaultdict(list)
    theirs: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in same:
        if link.object != NO_TERM:
            ours[link.object].append(link)
            theirs[link.question].append(link)
    return [
        *_two_of_ours(table, ours.values()),
        *_two_of_theirs(table, theirs.values()),
        *_none_and_one(table, same),
        *_both_ways(table),
        *_unsigned(table),
        *(_stray(table, known) if known else ()),
    ]


def _two_of_ours(table: LinkTable, groups: Iterable[list[Link]]) -> Iterator[Conflict]:
    for links in groups:
        ours = sorted({link.subject for link in links})
        if len(ours) > 1:
            names = " and ".join(map(table.compact, ours))
            kinds = {link.cell("subject_category") for link in links}
            wider = "; if theirs is place and state in one, one of ours is a skos:closeMatch"
            hint = wider if kinds == {"place", "state"} else ""
            yield Conflict(f"{names} are both {_named(links[0], table)}{hint}", tuple(links))


def _two_of_theirs(table: LinkTable, groups: Iterable[list[Link]]) -> Iterator[Conflict]:
    for links in groups:
        theirs = dict.fromkeys(_named(link, table) for link in links)
        if len(theirs) > 1:
            yield Conflict(f"{table.compact(links[0].subject)} is both {' and '.join(theirs)}", tuple(links))


def _none_and_one(table: LinkTable, same: list[Link]) -> Iterator[Conflict]:
    none = {link.question: link for link in same if link.object == NO_TERM}
    for link in same:
        if link.object != NO_TERM and link.question in none:
            words = f"{table.compact(link.subject)} is {_named(link, table)} and nothing that there is"
            yield Conflict(words, (none[link.question], link))


def _both_ways(table: LinkTable) -> Iterator[Conflict]:
    rejected = {link.pair: link for link in table.links if link.verdict == "rejected"}
    for link in table.links:
        if link.verdict == "accepted" and link.pair in rejected:
            words = f"{table.compact(link.subject)} is {_named(link, table)} and is not"
            yield Conflict(words, (link, rejected[link.pair]))


def _unsigned(table: LinkTable) -> Iterator[Conflict]:
    for link in table.links:
        if link.verdict == "unsigned":
            missing = [
                *([] if link.decided_by else ["by whom (author_label)"]),
                *([] if link.decided_on else ["when (mapping_date)"]),
            ]
            pair = f"{table.compact(link.subject)} is {_named(link, table)}"
            yield Conflict(
                f"{pair}, but the row does not say {' and '.join(missing)}; it counts for nothing", (link,)
            )


def _stray(table: LinkTable, known: Callable[[str], bool]) -> Iterator[Conflict]:
    for link in table.links:
        if link.verdict == "accepted" and not known(link.subject):
            pair = f"{table.compact(link.subject)} is {_named(link, table)}"
            yield Conflict(f"{pair}, but the graph knows no such thing", (link,))


def _named(link: Link, table: LinkTable) -> str:
    label = link.cell("object_label")
    return f"{table.compact(link.object)}{f' ({label})' if label else ''}"
