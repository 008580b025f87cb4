"""Which claims may be compared at all, and how: as the same count, as part and whole, or not.

Measures are ordered where one is surely a kind of the other: those who surrendered were captured,
the killed are among the "killed or wounded" and among the losses. The wounded are not surely among
the losses, for a text may mean the dead by that word. "neutralised" is comparable with nothing but
itself; beside "killed" of the same party it is a trap for readers, and is named as one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Literal

from testimonia.compare.divided import divided
from testimonia.compare.intervals import Figure, figure
from testimonia.compare.parties import Parties, Reach, Standing
from testimonia.model import Claim, Findings, Measure

__all__ = ["Comparison", "Subject", "item_name", "pairs", "subjects"]

_KINDS_OF: dict[Measure, tuple[Measure, ...]] = {
    "surrendered": ("captured",),
    "killed": ("killed_or_wounded", "losses"),
    "wounded": ("killed_or_wounded",),
}
"""A measure, and the wider ones that include what it counts."""

_TRAPS: tuple[tuple[Measure, Measure], ...] = (("killed", "neutralised"),)


@dataclass(frozen=True, slots=True)
class Subject:
    """A claim made ready for comparing."""

    index: int
    """In `Findings.claims`."""
    claim: Claim
    figure: Figure
    reach: Reach
    denied: bool
    """True where the figure is what the claimant denies."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two subjects and what the first is to the second."""

    one: Subject
    other: Subject
    standing: Standing | Literal["trap"]
    same_measure: bool = True


def subjects(findings: Findings, tolerance: float) -> tuple[Subject, ...]:
    """List the claims that have a figure, a known party, and a scope that can be shared."""
    parties, parts = Parties(findings), divided(findings.claims)
    found: list[Subject] = []
    for index, claim in enumerate(findings.claims):
        if claim.subset_of is not None or _scope(claim) is None:
            continue
        counted, reach = figure(claim.quantity, tolerance), parties.reach(claim)
        if counted is not None and reach is not None:
            if index in parts:
                reach = replace(reach, atoms=frozenset({f"part {index}"}), whole=False, unnamed=True)
            found.append(Subject(index, claim, counted, reach, _denied(claim)))
    return tuple(found)


def pairs(found: tuple[Subject, ...], parties: Parties) -> Iterator[Comparison]:
    """Give every two subjects that may be compared, each two at most once."""
    for group in _groups(found):
        for alike in group.values():
            yield from _stood(combinations(alike, 2), parties)
        for (measure, item), narrow in group.items():
            for wider in _KINDS_OF.get(measure, ()):
                yield from _kinds(narrow, group.get((wider, item), []), parties)
        for left, right in _TRAPS:
            yield from _traps(group.get((left, ""), []), group.get((right, ""), []), parties)


def _groups(found: tuple[Subject, ...]) -> Iterator[dict[tuple[Measure, str], list[Subject]]]:
    """Gather what shares event, scope and camp, by measure and item."""
    groups: dict[tuple[object, ...], dict[tuple[Measure, str], list[Subject]]] = {}
    for subject in found:
        claim = subject.claim
        group = groups.setdefault((claim.event, _scope(claim), subject.reach.camp), {})
        group.setdefault((claim.measure, item_name(claim.item)), []).append(subject)
    yield from groups.values()


def _stood(two: Iterator[tuple[Subject, Subject]], parties: Parties) -> Iterator[Comparison]:
    for one, other in two:
        standing = parties.standing(one.reach, other.reach)
        if standing is not None and not _in_one_breath(one, other) and not _same_claim(one, other):
            yield Comparison(one, other, standing)


def _kinds(narrow: list[Subject], wide: list[Subject], parties: Parties) -> Iterator[Comparison]:
    """Pair a narrower measure of a party, or of a part of it, with the wider one, as its part."""
    for one, other in product(narrow, wide):
        if parties.standing(one.reach, other.reach) in {"same", "part"} and not _in_one_breath(one, other):
            yield Comparison(one, other, "part", same_measure=False)


def _traps(left: list[Subject], right: list[Subject], parties: Parties) -> Iterator[Comparison]:
    for one, other in product(left, right):
        if parties.standing(one.reach, other.reach) == "same":
            yield Comparison(one, other, "trap", same_measure=False)


def _scope(claim: Claim) -> tuple[str, ...] | None:
    """Give what two claims must share: the main event, or one dated episode."""
    if claim.scope == "main":
        return ("main",)
    if claim.scope == "sub" and claim.when is not None and claim.when.start:
        return ("sub", claim.when.start, claim.when.end or "")
    return None


def item_name(item: str | None) -> str:
    """Give the item in the singular: "Tanks" and "tank" are counted together."""
    words = " ".join((item or "").lower().split())
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def _denied(claim: Claim) -> bool:
    """Denying to have had losses is giving the figure 0, not denying it."""
    if claim.quantity.kind == "none":
        return False
    return claim.polarity == "negated" or claim.stance == "denied"


def _in_one_breath(one: Subject, other: Subject) -> bool:
    """Tell whether one voice gives both figures in one sentence: then they count different things."""
    left, right = one.claim, other.claim
    return left.sentence == right.sentence and set(left.claimants) == set(right.claimants)


def _same_claim(one: Subject, other: Subject) -> bool:
    """Tell whether two readings are one claim: the same words by the same voice, found twice."""
    return one.figure == other.figure and _saying(one.claim) == _saying(other.claim)


def _saying(claim: Claim) -> tuple[object, ...]:
    whom = (frozenset(claim.parties), claim.side, claim.category)
    return (whom, frozenset(claim.claimants), claim.statement, claim.polarity, claim.quantity.kind)
