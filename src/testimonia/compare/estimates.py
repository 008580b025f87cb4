"""Estimates: low, best and high of each party, measure and event, under a named policy.

An estimate never stands in for the claims: it names its policy, the claims it rests on, those it
leaves out and why, and says in a sentence how it was made. A side whose parties are counted apart
gets their sum, and so does the whole event; what cannot be summed says why.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from testimonia.compare.comparable import Subject, item_name, subjects
from testimonia.compare.estimate_records import Recorder, Topic
from testimonia.compare.grounds import Grounds
from testimonia.compare.intervals import TOLERANCE
from testimonia.compare.parties import EVERYBODY, Parties, Reach
from testimonia.compare.policies import load_policy
from testimonia.compare.relations import compare_claims
from testimonia.compare.side_sums import SideSums
from testimonia.compare.sums import Part, add_up
from testimonia.compare.voices import Voices
from testimonia.compare.weighing import Candidate, Weighed, weigh
from testimonia.model import Estimate, Findings, LeftOut, Measure, Policy, Whom

__all__ = ["estimates"]

_SUMMED: frozenset[Measure] = frozenset(
    {"killed", "wounded", "captured", "missing", "killed_or_wounded", "losses", "displaced"}
)
"""What is added up over both sides; the strengths of enemies are not one strength."""

_ORDER: tuple[Whom, ...] = ("side", "party", "civilians", "everybody")


def estimates(
    findings: Findings, *, policy: str | Policy, tolerance: float = TOLERANCE
) -> tuple[Estimate, ...]:
    """Estimate every event, measure and party of which somebody gives a figure.

    `policy` is a name ("ucdp", "acled", "widest", "claimant:MSA"), the path of a .toml file, or a
    policy that was loaded. They come by event and measure in the order of the findings, then by
    side. Raises UsageError for what is not a policy.
    """
    chosen = load_policy(policy) if isinstance(policy, str) else policy
    estimator = _Estimator(findings, chosen, tolerance)
    found: list[Estimate] = []
    for topic, counted in estimator.topics():
        before = len(found)
        found += (_shift(each, before) for each in estimator.estimate(topic, counted))
    return tuple(found)


def _shift(estimate: Estimate, by: int) -> Estimate:
    return replace(estimate, summed=tuple(index + by for index in estimate.summed))


class _Estimator:
    """Makes the estimates of one article or event."""

    def __init__(self, findings: Findings, policy: Policy, tolerance: float) -> None:
        self._policy = policy
        self._parties = Parties(findings)
        self._voices = Voices(findings)
        grounds = Grounds(findings, self._voices, self._parties)
        self._events = [event.key for event in findings.events]
        relations = findings.relations or compare_claims(findings, tolerance=tolerance)
        self._revised = {each.right for each in relations if each.kind == "revises"}
        self._subjects = subjects(findings, tolerance)
        self._record = Recorder(policy, findings.claims, grounds)
        self._sums = SideSums(policy, self._parties, grounds, tuple(self._subjects), self._is_heard)

    def topics(self) -> list[tuple[Topic, list[Subject]]]:
        """Gather the figures for the whole of each event, by event, measure and item."""
        found: dict[Topic, list[Subject]] = {}
        for subject in self._subjects:
            claim = subject.claim
            if claim.scope == "main" and self._is_heard(subject):
                found.setdefault((claim.event, claim.measure, item_name(claim.item)), []).append(subject)
        return sorted(found.items(), key=lambda each: self._rank(each[0]))

    def estimate(self, topic: Topic, counted: list[Subject]) -> list[Estimate]:
        """Estimate each party, side and the civilians, and what they add up to."""
        weighed = self._weigh_all(counted)
        found: list[Estimate] = []
        for side in sorted({int(reach.camp[1]) for reach in weighed if reach.camp[0] == "side"}):
            found += self._of_side(topic, side, weighed, len(found))
        for reach, each in weighed.items():
            if reach.camp[0] == "parties":
                found.append(self._record.direct(topic, "party", reach, each))
            elif reach.camp[0] == "civilians" and reach.whole:
                found.append(self._record.direct(topic, "civilians", reach, each))
        total = self._everybody(topic, found, weighed.get(EVERYBODY))
        return [*found, total] if total else found

    def _is_heard(self, subject: Subject) -> bool:
        voice = self._policy.claimant
        return not voice or self._voices.is_called(subject.claim, voice)

    def _rank(self, topic: Topic) -> tuple[object, ...]:
        event, measure, item = topic
        place = self._events.index(event) if event in self._events else len(self._events)
        return place, event, get_args(Measure).index(measure), item

    def _weigh_all(self, counted: Iterable[Subject]) -> dict[Reach, Weighed]:
        """Weigh the figures for the same people; in the order of whom they count."""
        groups: dict[Reach, list[Candidate]] = {}
        for subject in counted:
            groups.setdefault(subject.reach, []).append(self._candidate(subject))
        weighed = ((reach, weigh(groups[reach], self._policy)) for reach in sorted(groups, key=_place))
        return {reach: each for reach, each in weighed if each is not None}

    def _candidate(self, subject: Subject) -> Candidate:
        claim = subject.claim
        return Candidate(
            subject,
            self._voices.voice(claim, self._parties.side(claim)),
            revised=subject.index in self._revised,
        )

    def _of_side(
        self, topic: Topic, side: int, weighed: dict[Reach, Weighed], offset: int
    ) -> Iterator[Estimate]:
        """Give the estimate of a side and those of its parties, which it sums where nobody counts it."""
        own = {reach: each for reach, each in weighed.items() if reach.camp == ("side", str(side))}
        whole = next((reach for reach in own if reach.whole), None)
        named = {reach: each for reach, each in own.items() if not reach.whole and not reach.unnamed}
        if whole is not None:
            yield self._record.direct(topic, "side", whole, own[whole])
        else:
            made, summands = self._sums.add(topic, side, own)
            places = {reach: offset + 1 + number for number, reach in enumerate(named)}
            summed = tuple(places[reach] for reach in summands if reach in places)
            yield self._record.summed(topic, "side", side, made, summed)
        for reach, each in named.items():
            yield self._record.direct(topic, "party", reach, each)

    def _everybody(self, topic: Topic, found: list[Estimate], told: Weighed | None) -> Estimate | None:
        """Add up sides and civilians; where no side is counted, take what is `told` of everybody."""
        if topic[1] not in _SUMMED:
            return None
        sides = [(n, each) for n, each in enumerate(found) if each.whom == "side"]
        if told and not sides:
            return self._record.direct(topic, "everybody", EVERYBODY, told)
        people = [(n, each) for n, each in enumerate(found) if each.whom == "civilians"]
        anywhere = [(n, each) for n, each in people if each.side is None]
        chosen = [*sides, *(anywhere or people)]
        if not chosen:
            return None
        parts = [Part(_label(each), each.low, each.best, each.high, each.inputs) for _, each in chosen]
        made = add_up(parts, self._without(topic[0], sides), self._policy)
        partly = "; ".join(dict.fromkeys(each.obstacle for _, each in chosen if each.obstacle))
        made = replace(made, obstacle=made.obstacle or partly)
        total = self._record.summed(topic, "everybody", None, made, tuple(n for n, _ in chosen))
        return replace(total, left_out=_beside_sides(told)) if told else total

    def _without(self, event: str, sides: list[tuple[int, Estimate]]) -> list[str]:
        """Name the sides of which nobody gives a figure."""
        known = {each.side for _, each in sides}
        return [f"side {n}" for n in self._parties.numbers(event) if n not in known]


def _place(reach: Reach) -> tuple[object, ...]:
    return reach.camp, not reach.whole, sorted(reach.atoms)


def _beside_sides(told: Weighed) -> tuple[LeftOut, ...]:
    """Leave out figures that name nobody: they may count one of the sides that are counted apart."""
    reason = "it names nobody, and the sides are counted apart"
    return tuple(LeftOut(claim, reason) for claim in told.inputs) + told.left_out


def _label(estimate: Estimate) -> str:
    return "civilians" if estimate.whom == "civilians" else f"side {estimate.side}"
