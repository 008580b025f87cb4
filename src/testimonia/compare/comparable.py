"""Which claims may be compared at all, and how: as the same count, as part and whole, or not.

Measures are ordered where one is surely a kind of the other: those who surrendered were captured,
the killed are among the "killed or wounded" and among the losses. The wounded are not surely among
the losses, for a text may mean the dead by that word. "neutralised" is comparable with nothing but
itself; beside "killed" of the same party it is a trap for readers, and is named as one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Literal

from testimonia.compare.divided import divided
from testimonia.compare.episodes import Episodes
from testimonia.compare.intervals import Figure, figure
from testimonia.compare.parties import CIVILIANS, EVERYBODY, Parties, Reach, Standing
from testimonia.model import Claim, Findings, Measure, When

__all__ = ["Comparison", "Subject", "item_name", "pairs", "saying", "subjects"]

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
    episode: bool
    """True where it may count only an episode of the event."""
    breath: tuple[object, ...]
    """What one voice says at one time in the text shares this: it counts different things."""
    article: str = ""
    """Where the findings are those of several."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two subjects and what the first is to the second."""

    one: Subject
    other: Subject
    standing: Standing | Literal["share", "trap"]
    """"share": the first counts one side, the second everybody, whoever that is."""
    same_measure: bool = True


def subjects(findings: Findings, tolerance: float, articles: Sequence[str] = ()) -> tuple[Subject, ...]:
    """List the claims that have a figure, a known party, and a scope that can be shared."""
    parties, parts, episodes = Parties(findings), divided(findings.claims), Episodes(findings)
    said = {statement.key: statement.when for statement in findings.statements}
    found: list[Subject] = []
    for index, claim in enumerate(findings.claims):
        if claim.subset_of is not None or _scope(claim) is None:
            continue
        counted, reach = figure(claim.quantity, tolerance), parties.reach(claim)
        if counted is not None and reach is not None:
            if index in parts and not (reach == EVERYBODY and claim.claimants):
                reach = replace(reach, atoms=frozenset({f"part {index}"}), whole=False, unnamed=True)
            episode = claim.scope == "main" and episodes.may_count(claim)
            breath = _breath(index, claim, said)
            article = articles[index] if articles else ""
            found.append(Subject(index, claim, counted, reach, _denied(claim), episode, breath, article))
    return tuple(found)


def _breath(index: int, claim: Claim, said: dict[str, When | None]) -> tuple[object, ...]:
    """Say with what a figure was said at once; what an infobox has of a voice may be misquoted."""
    if claim.zone == "infobox" or not claim.claimants:
        return ("claim", index)
    when = said.get(claim.statement or "")
    return ("voice", frozenset(claim.claimants), when and when.start, when and when.end)


def pairs(found: Iterable[Subject], parties: Parties) -> Iterator[Comparison]:
    """Give every two subjects that may be compared, each two at most once.

    They are gathered by event, scope, camp, measure, item and whom they count; only what such
    gatherings are to one another is asked of the parties, not what each two claims are.
    """
    groups = _groups(found)
    for group in groups.values():
        for alike in group.values():
            yield from _of_one_measure(alike, parties)
        for (measure, item), narrow in group.items():
            for wider in _KINDS_OF.get(measure, ()):
                yield from _kinds(narrow, group.get((wider, item), {}), parties)
        for left, right in _TRAPS:
            yield from _traps(group.get((left, ""), {}), group.get((right, ""), {}), parties)
    for (event, scope, camp), group in groups.items():
        if camp != EVERYBODY.camp and scope == ("main",):  # of one day, they may be those of two clashes
            for counted, some in group.items():
                everybody = groups.get((event, scope, EVERYBODY.camp), {}).get(counted, {})
                yield from _among(some, everybody.get(EVERYBODY, []))


def _among(some: "_Counted", everybody: list[Subject]) -> Iterator[Comparison]:
    """Pair figures for civilians, sides and parties with tolls of everybody; episodes may be two.

    Civilians are surely a part. "20 people were killed" may mean them alone, so of a side it tells nothing.
    """
    for reach, counted in some.items():
        standing: Standing | Literal["share"] = "part" if reach == CIVILIANS else "share"
        two = _met(counted, everybody)
        yield from _stood(
            ((one, other) for one, other in two if not (one.episode and other.episode)), standing
        )


_Counted = dict[Reach, list[Subject]]
"""Subjects by whom they count."""
_Shared = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Event, scope and camp."""


def _groups(found: Iterable[Subject]) -> dict[_Shared, dict[tuple[Measure, str], _Counted]]:
    """Gather what shares event, scope and camp, by measure and item."""
    groups: dict[_Shared, dict[tuple[Measure, str], _Counted]] = {}
    for subject in found:
        claim = subject.claim
        scope = _scope(claim)
        if scope is None:
            continue
        group = groups.setdefault((claim.event, scope, subject.reach.camp), {})
        counted = group.setdefault((claim.measure, item_name(claim.item)), {})
        counted.setdefault(subject.reach, []).append(subject)
    return groups


def _of_one_measure(counted: _Counted, parties: Parties) -> Iterator[Comparison]:
    for alike in counted.values():
        yield from _stood(_met(alike), "same")
    for one, other in combinations(counted, 2):
        standing = parties.standing(one, other)
        if standing is not None:
            yield from _stood(_met(counted[one], counted[other]), standing)


def _stood(
    two: Iterator[tuple[Subject, Subject]], standing: Standing | Literal["share"]
) -> Iterator[Comparison]:
    for one, other in two:
        if one.breath != other.breath and not _in_one_breath(one, other) and not _same_claim(one, other):
            yield Comparison(one, other, standing)


def _met(left: list[Subject], right: list[Subject] | None = None) -> Iterator[tuple[Subject, Subject]]:
    """Pair subjects that may be of one whole; two that may be episodes only if they are of the same."""
    firm = [each for each in left if not each.episode]
    passing = [each for each in left if each.episode]
    if right is None:
        yield from combinations(firm, 2)
        yield from product(firm, passing)
        yield from _of_one_episode(passing, passing)
        return
    firm_too = [each for each in right if not each.episode]
    passing_too = [each for each in right if each.episode]
    yield from product(firm, right)
    yield from product(passing, firm_too)
    yield from _of_one_episode(passing, passing_too)


def _of_one_episode(left: list[Subject], right: list[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Pair what different voices say in one sentence, or of one date: that is about the same episode."""
    told: dict[tuple[object, ...], list[Subject]] = defaultdict(list)
    for each in right:
        for occasion in _occasions(each.claim):
            told[occasion].append(each)
    for one in left:
        met = {other.index: other for occasion in _occasions(one.claim) for other in told[occasion]}
        for index, other in met.items():
            if left is not right or one.index < index:
                yield one, other


def _occasions(claim: Claim) -> list[tuple[object, ...]]:
    """Say what one episode is told by; the article's own voice may tell of several on one day."""
    if not claim.claimants:
        return []
    sentence: tuple[object, ...] = ("sentence", claim.sentence)
    if claim.when is None or claim.when.start is None:
        return [sentence]
    return [sentence, ("date", claim.when.start, claim.when.end)]


def _kinds(narrow: _Counted, wide: _Counted, parties: Parties) -> Iterator[Comparison]:
    """Pair a narrower measure of a party, or of a part of it, with the wider one, as its part."""
    for less, more in product(narrow, wide):
        if parties.standing(less, more) in {"same", "part"}:
            for one, other in _met(narrow[less], wide[more]):
                if one.breath != other.breath and not _in_one_breath(one, other):
                    yield Comparison(one, other, "part", same_measure=False)


def _traps(left: _Counted, right: _Counted, parties: Parties) -> Iterator[Comparison]:
    for here, there in product(left, right):
        if parties.standing(here, there) == "same":
            for one, other in _met(left[here], right[there]):
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
    """Tell whether two readings are one claim: one figure by the same voice, found twice in an article."""
    return (
        one.article == other.article
        and one.figure == other.figure
        and saying(one.claim) == saying(other.claim)
    )


def saying(claim: Claim) -> tuple[object, ...]:
    """Give what two readings of one claim share, beside the figure."""
    whom = (frozenset(claim.parties), claim.side, claim.category)
    return (whom, frozenset(claim.claimants), claim.statement, claim.polarity, claim.quantity.kind)
