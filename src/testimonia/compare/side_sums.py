"""What the figures for the parties of a side add up to, where nobody counts the side as a whole.

Parties that are counted in two figures cannot be added up; belligerents that are said to have had no
losses at all add nothing; those of whom nobody speaks are named.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from testimonia.compare.comparable import Subject
from testimonia.compare.estimate_records import Topic
from testimonia.compare.grounds import Grounds
from testimonia.compare.parties import Parties, Reach
from testimonia.compare.sums import Part, Sum, add_up
from testimonia.compare.weighing import Weighed
from testimonia.model import Measure, Policy

__all__ = ["SideSums"]

_OF_LOSSES: frozenset[Measure] = frozenset({"killed", "wounded", "killed_or_wounded"})
"""What nobody of a party was, where it is said to have had no losses."""


@dataclass(frozen=True)
class SideSums:
    """Adds up the parties of sides under one policy."""

    policy: Policy
    parties: Parties
    grounds: Grounds
    subjects: tuple[Subject, ...]
    """All claims that can be compared."""
    is_heard: Callable[[Subject], bool]
    """Tells whether the policy listens to who makes a claim."""

    def add(self, topic: Topic, side: int, own: dict[Reach, Weighed]) -> tuple[Sum, list[Reach]]:
        """Give the sum over a side's figures, and which of them are its summands; none if they overlap."""
        event = topic[0]
        outer = [
            reach
            for reach in own
            if reach.unnamed or self.parties.belligerents(reach, event)
            if not any(self.parties.standing(reach, other) == "part" for other in own)
        ]
        obstacle = self._overlap(outer)
        if obstacle or not outer:
            reason = obstacle or "its figures count groups that may be counted among others"
            return _at_least(own.values(), reason), []
        spared = self._spared(topic, side, outer)
        parts = [*(self._part(reach, own[reach]) for reach in outer), *spared.values()]
        # A line whose flags are lost has a figure for each party, whichever they are.
        unnamed = any(reach.unnamed for reach in outer)
        missing = [] if unnamed else self._silent(event, side, outer, spared)
        return add_up(parts, missing, self.policy), outer

    def _spared(self, topic: Topic, side: int, counted: list[Reach]) -> dict[str, Part]:
        """Give the belligerents that are said to have had no losses at all, and so none killed."""
        event, measure, _ = topic
        found: dict[str, Part] = {}
        known = {key for reach in counted for key in reach.atoms}
        for subject in self.subjects if measure in _OF_LOSSES else ():
            claim, atoms = subject.claim, subject.reach.atoms
            same = claim.event == event and claim.scope == "main" and claim.measure == "losses"
            if same and subject.figure.interval.zero and self.is_heard(subject) and not atoms & known:
                for key in atoms & self.parties.roots(event, side):
                    label = f"{self.grounds.names((key,))} (no losses)"
                    found.setdefault(key, Part(label, 0, 0, 0, (subject.index,)))
        return found

    def _silent(self, event: str, side: int, counted: list[Reach], spared: Iterable[str]) -> list[str]:
        """Name the belligerents of a side whom no figure counts."""
        known = {key for reach in counted for key in reach.atoms} | set(spared)
        return [self.grounds.names((key,)) for key in sorted(self.parties.roots(event, side) - known)]

    def _overlap(self, outer: list[Reach]) -> str:
        for one, other in combinations(outer, 2):
            if shared := one.atoms & other.atoms:
                return f"{self.grounds.names(tuple(sorted(shared)))} is counted in two of its figures"
        return ""

    def _part(self, reach: Reach, each: Weighed) -> Part:
        names = self.grounds.names(tuple(sorted(reach.atoms)))
        label = "an unnamed party" if reach.unnamed else names
        return Part(label, each.low, each.best, each.high, each.inputs)


def _at_least(own: Iterable[Weighed], reason: str) -> Sum:
    """Give the largest part of a side, where its figures cannot be added up."""
    figures = list(own)
    inputs = tuple(sorted({index for each in figures for index in each.inputs}))
    least = max(each.low for each in figures)
    return Sum(least, None, None, inputs, "at least its largest part", f"cannot be summed: {reason}")
