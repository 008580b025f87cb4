"""Estimates written down: what was weighed, or added up, with its policy and how it was made."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from testimonia.compare.comparable import item_name, saying
from testimonia.compare.grounds import Grounds
from testimonia.compare.parties import Reach
from testimonia.compare.sums import Sum
from testimonia.compare.weighing import Weighed
from testimonia.model import Claim, Estimate, Measure, Policy, Whom

__all__ = ["Recorder", "Topic"]

Topic = tuple[str, Measure, str]
"""Event, measure and item."""


@dataclass(frozen=True)
class Recorder:
    """Writes estimates down under one policy."""

    policy: Policy
    claims: tuple[Claim, ...]
    """All claims of the findings, in their order."""
    grounds: Grounds
    """Names actors and sayers."""
    _items: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Look up once how the text writes each item."""
        object.__setattr__(self, "_items", _written(self.claims))

    def direct(self, topic: Topic, whom: Whom, reach: Reach, each: Weighed) -> Estimate:
        """Write down what figures for these people say."""
        event, measure, item = topic
        side = reach.camp[1] if reach.camp[0] in {"side", "civilians"} else ""
        return Estimate(
            event=event,
            measure=measure,
            item=self._items.get(item, item),
            whom=whom,
            side=int(side) if side else None,
            parties=tuple(sorted(reach.atoms)),
            policy=self.policy.label,
            low=each.low,
            best=each.best,
            high=each.high,
            method=self._method(each),
            inputs=each.inputs,
            left_out=each.left_out,
        )

    def summed(
        self, topic: Topic, whom: Whom, side: int | None, made: Sum, summed: tuple[int, ...]
    ) -> Estimate:
        """Write down what a side's parties, or sides and civilians, add up to.

        `summed` are the positions of the summands among the estimates of the topic.
        """
        event, measure, item = topic
        return Estimate(
            event=event,
            measure=measure,
            item=self._items.get(item, item),
            whom=whom,
            side=side,
            parties=(),
            policy=self.policy.label,
            low=made.low,
            best=made.best,
            high=made.high,
            method=made.method,
            inputs=made.inputs,
            summed=summed,
            obstacle=made.obstacle,
        )

    def _method(self, each: Weighed) -> str:
        number = len({self._said(index) for index in each.inputs})
        several = f"the extremes of {number} figures" if number > 1 else "the only figure"
        if each.best_from is None:
            told = several
        else:
            told = f"best from {self.grounds.told(each.best_from)}; {several}"
        return f"{told}; {each.note}" if each.note else told

    def _said(self, index: int) -> tuple[object, ...]:
        """Give what a claim says; what several articles say alike is one figure."""
        claim = self.claims[index]
        return (claim.quantity.low, claim.quantity.high, *saying(claim))


def _written(claims: Iterable[Claim]) -> dict[str, str]:
    """Give each item in the singular as the text first writes it: "Su-24" of "su-24"."""
    written: dict[str, str] = {}
    for claim in claims:
        name = item_name(claim.item)
        written.setdefault(name, " ".join((claim.item or "").split())[: len(name)])
    return written
