"""What holds between two comparable figures.

Each rule has the id under which the graph names it, and the words that a reader sees as its ground.
"""

from dataclasses import dataclass, replace

from testimonia.compare.comparable import Comparison, Subject
from testimonia.compare.intervals import Figure, Position, is_rounded, position
from testimonia.compare.parties import EVERYBODY, Parties
from testimonia.model import FIELDED, Claim, RelationKind

__all__ = ["DENIED", "ONE_SIDE", "Verdict", "judge"]

DENIED = "compare.denied"
"""The rule of a denial."""
ONE_SIDE = "compare.one-side-of-all"
"""The rule that a figure of one side is no rival of a toll that names nobody."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The relation of two figures; `turned` where the second is the left of the relation."""

    kind: RelationKind
    rule: str
    reason: str
    turned: bool = False

    @property
    def directed(self) -> bool:
        """True where left and right have different parts in the reason."""
        return self.kind == "refines" or self.rule in {
            _JOINT.rule,
            _JOINT_MEASURE.rule,
            _EPISODE.rule,
            ONE_SIDE,
        }


_BY_POSITION: dict[Position, Verdict] = {
    "equal": Verdict("agrees", "compare.bounds-equal", "the figures are the same"),
    "apart": Verdict("contradicts", "compare.bounds-disjoint", "the ranges do not meet"),
    "inside": Verdict("refines", "compare.bounds-inside", "the first lies within the second"),
    "around": Verdict("refines", "compare.bounds-inside", "the first lies within the second", turned=True),
    "overlapping": Verdict("overlaps", "compare.bounds-overlap", "the ranges meet in part"),
}

_NONE_BUT_SOME = Verdict("contradicts", "compare.none-but-some", "none against some")
_DENIED = Verdict("contradicts", DENIED, "one denies what the other says")
_TOO_MANY = Verdict("contradicts", "compare.part-above-whole", "the part is larger than the whole")
_TRAP = Verdict(
    "not_comparable",
    "compare.neutralised",
    "“neutralised” may mean killed, wounded or captured, so the figures cannot be held against each other",
)
_JOINT = Verdict(
    "not_comparable",
    "compare.part-and-whole",
    "the first counts only one party of those the second counts together",
)
_SHARE = Verdict(
    "not_comparable",
    ONE_SIDE,
    "the first counts one side alone, the second names nobody and may count everybody",
)
_ABOVE_ALL = replace(
    _SHARE,
    reason="the first counts one side alone and is above the second, which cannot count everybody",
)
_EPISODE = Verdict(
    "not_comparable",
    "compare.episode",
    "the first may count only an episode of the event, the second counts the whole",
)
_JOINT_MEASURE = Verdict(
    "not_comparable",
    "compare.joint-measure",
    "the second also counts others than the {measure}",
)

_UNSURE = frozenset({"parties", "everybody"})
"""Camps of which it is not known that two figures mean the same people."""
_ROUND = Verdict("refines", "compare.round-number", "the second is the first in round numbers")
_AS_WHOLE = "compare.part-as-whole"
_ONE_COUNT = "one party's figure is given for the party and for those it is part of"


def judge(comparison: Comparison, parties: Parties) -> Verdict | None:
    """Say what holds between two subjects, or None where nothing can be said."""
    verdict = _judge(comparison, parties)
    one, other = comparison.one, comparison.other
    if verdict is None or verdict.kind != "contradicts":
        return verdict
    if not _can_contradict(one, other):
        return None
    if verdict.rule != DENIED and _of_an_episode(one, other):
        return replace(_EPISODE, turned=_lower(one, other) is other)
    return verdict


def _can_contradict(one: Subject, other: Subject) -> bool:
    """Tell whether a contradiction can be meant, and is not two counts of different things.

    What the prose tells in its own voice may be an episode; it contradicts a higher figure only by
    saying none. Where a side is not known, or nobody is named, only rival voices surely mean the same
    people. And who gives two figures in one statement does not contradict himself.
    """
    if one.claim.statement is not None and one.claim.statement == other.claim.statement:
        return False
    if (one.reach.camp[0] in _UNSURE or other.reach.camp[0] in _UNSURE) and not (
        _is_voiced(one) and _is_voiced(other)
    ):
        return False
    if _is_unsure(one) or _is_unsure(other) or _is_of_two_hours(one.claim, other.claim):
        return False
    lower = _lower(one, other)
    return bool(lower.claim.claimants) or lower.claim.zone == "infobox" or lower.figure.interval.zero


def _is_voiced(subject: Subject) -> bool:
    """Tell whether somebody is named for a figure; an infobox tells of the event of its article."""
    in_box = subject.claim.zone == "infobox" and subject.reach.camp == EVERYBODY.camp
    return in_box or bool(subject.claim.claimants)


def _is_unsure(subject: Subject) -> bool:
    """Tell whether the article's own voice counts a force at some hour, or the dead of one clash."""
    claim = subject.claim
    if claim.claimants or claim.zone == "infobox":
        return False
    return claim.measure in FIELDED or claim.scope == "sub"


def _is_of_two_hours(one: Claim, other: Claim) -> bool:
    """Tell whether two strengths may be of different hours; only the infobox tells that of the whole."""
    return one.measure in FIELDED and "infobox" not in {one.zone, other.zone}


def _lower(one: Subject, other: Subject) -> Subject:
    return one if one.figure.interval.below(other.figure.interval) else other


def _of_an_episode(one: Subject, other: Subject) -> bool:
    """Tell whether the lower figure may count an episode, and the higher one the whole."""
    lower = _lower(one, other)
    higher = other if lower is one else one
    return lower.episode and not higher.episode and not lower.figure.interval.zero


def _judge(comparison: Comparison, parties: Parties) -> Verdict | None:
    one, other = comparison.one, comparison.other
    if comparison.standing == "trap":
        return _TRAP
    if comparison.standing == "same":
        return _denial(one, other) if one.denied or other.denied else _alike(one.figure, other.figure)
    if one.denied or other.denied:
        return None
    if comparison.standing == "share":
        return _share(one, other, parties)
    if comparison.standing == "part":
        return _part(one, other, comparison, parties)
    verdict = _part(other, one, comparison, parties)
    return verdict and replace(verdict, turned=not verdict.turned)


def _denial(one: Subject, other: Subject) -> Verdict | None:
    if one.denied and other.denied:
        return None
    denied, said = (one, other) if one.denied else (other, one)
    return _DENIED if denied.figure.interval.holds(said.figure.interval) else None


def _alike(one: Figure, other: Figure) -> Verdict | None:
    """Compare two figures for the same people; a vague one never contradicts but by none at all."""
    if one.vague and other.vague:
        return _BY_POSITION["equal"] if one == other else None
    found = position(one.interval, other.interval)
    if not (one.vague or other.vague):
        if found == "apart" and (rounded := _round_number(one, other)):
            return rounded
        return _BY_POSITION[found]
    if found == "apart":
        return _NONE_BUT_SOME if one.interval.zero or other.interval.zero else None
    vague_is_wider = found == ("around" if one.vague else "inside")
    return _BY_POSITION[found] if vague_is_wider else None


def _round_number(one: Figure, other: Figure) -> Verdict | None:
    """Tell whether one figure is the other in round numbers: 93,000 of 92,545."""
    if is_rounded(one.interval, other.interval):
        return replace(_ROUND, turned=True)
    return _ROUND if is_rounded(other.interval, one.interval) else None


def _part(part: Subject, whole: Subject, comparison: Comparison, parties: Parties) -> Verdict | None:
    """Say what must hold between the count of a part and the count of the whole."""
    if whole.figure.interval.below(part.figure.interval):
        rounded = comparison.same_measure and _round_number(part.figure, whole.figure)
        return rounded or _too_many(part.figure, whole.figure)
    if part.figure.vague or whole.figure.vague:
        return None
    if comparison.same_measure and _same_count(part.figure, whole.figure):
        verdict = _alike(part.figure, whole.figure)
        return verdict and replace(verdict, rule=_AS_WHOLE, reason=_ONE_COUNT)
    if not part.figure.interval.below(whole.figure.interval) or part.figure.interval.zero:
        return None
    if not comparison.same_measure:
        return replace(_JOINT_MEASURE, reason=_JOINT_MEASURE.reason.format(measure=part.claim.measure))
    return _JOINT if parties.belligerents(part.reach, part.claim.event) else None


def _share(part: Subject, everybody: Subject, parties: Parties) -> Verdict | None:
    """Say why the figure of a side, or of one who fought, is no rival of a toll that names nobody."""
    if part.reach.unnamed or part.figure.interval.zero or part.figure.vague or everybody.figure.vague:
        return None
    if not (part.reach.whole or parties.belligerents(part.reach, part.claim.event)):
        return None
    return _ABOVE_ALL if everybody.figure.interval.below(part.figure.interval) else _SHARE


def _too_many(part: Figure, whole: Figure) -> Verdict | None:
    if whole.interval.zero:
        return _NONE_BUT_SOME
    return None if part.vague or whole.vague else _TOO_MANY


def _same_count(part: Figure, whole: Figure) -> bool:
    """Tell whether one number was given for both: "sixty" of a party, "about 60" of its side."""
    found = position(part.interval, whole.interval)
    if found == "equal":
        return True
    return (found == "inside" and whole.approximate) or (found == "around" and part.approximate)
