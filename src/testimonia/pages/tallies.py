"""How the figures of one claimant stand to those of others, counted pair by pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.pages.wording import who_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from testimonia.pages.dossier import Said
    from testimonia.pages.register import Pair

__all__ = ["STANDS", "Tally", "stands", "tallies_by_rival", "tallies_by_subject"]

STANDS = ("lower", "the same", "meets in part", "higher", "no number")
"""How one figure can stand to another."""
_PAIRS, _AGAINST = "pairs", "against"
"""What a pair counts as beside those."""
_RIVALS = 50
"""How many others a page names."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A row of the table."""

    name: str
    iri: str
    """Who it is, "" for those without an IRI."""
    pairs: int
    counts: tuple[int, ...]
    """In the order of `STANDS`."""
    contradictions: int


def tallies_by_subject(pairs: Iterable[Pair]) -> list[Tally]:
    """Count by whose people a figure is of: of its own side, of another, of nobody's."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        found[_subject(pair.own)].update(_counted(pair))
    return [_tally(name, "", found[name]) for name in sorted(found)]


def tallies_by_rival(pairs: Iterable[Pair]) -> list[Tally]:
    """Count by whose figure it is held against, the most frequent first."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        for key in _rivals(pair):
            found[key].update(_counted(pair))
    ordered = sorted(found, key=lambda key: (-found[key][_PAIRS], key))
    return [_tally(name, iri, found[name, iri]) for name, iri in ordered[:_RIVALS]]


def stands(own: Said, other: Said) -> str:
    """Say how a figure stands to another, by its bounds."""
    low, high = own.record.low, own.record.high
    their_low, their_high = other.record.low, other.record.high
    if (low is None and high is None) or (their_low is None and their_high is None):
        return "no number"
    if (low, high) == (their_low, their_high):
        return "the same"
    if high is not None and their_low is not None and high < their_low:
        return "lower"
    if low is not None and their_high is not None and low > their_high:
        return "higher"
    return "meets in part"


def _counted(pair: Pair) -> Iterator[str]:
    """Name what a pair counts as."""
    yield _PAIRS
    yield stands(pair.own, pair.other)
    if pair.relation in {"contradicts", "denies"}:
        yield _AGAINST


def _tally(name: str, iri: str, counted: Counter[str]) -> Tally:
    return Tally(name, iri, counted[_PAIRS], tuple(counted[word] for word in STANDS), counted[_AGAINST])


def _subject(said: Said) -> str:
    if said.record.side is None:
        return "people of no side that is told"
    return "its own side" if said.voice == str(said.record.side) else "another side"


def _rivals(pair: Pair) -> Iterator[tuple[str, str]]:
    if not pair.other.who:
        yield who_words(pair.other), ""
    yield from ((one.label, one.iri) for one in pair.other.who)
