"""What an estimate is: three numbers, what they count, and how they came about."""

from dataclasses import dataclass
from typing import Literal

from testimonia.compare.weighing import LeftOut
from testimonia.model import Measure

__all__ = ["Estimate", "Whom"]

Whom = Literal["party", "side", "civilians", "everybody"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """Low, best and high of one measure of some people in one event, under one policy."""

    event: str
    """Key of the event."""
    measure: Measure
    item: str
    """For materiel: what, in the singular; else ""."""
    whom: Whom
    side: int | None
    """The number of the side; None for the civilians of no side, and for everybody."""
    parties: tuple[str, ...]
    """For a party: the keys of its actors, sorted."""
    policy: str
    """Name of the policy; "claimant:MSA" with the voice."""
    low: int
    best: int | None
    """None where the policy has none, or a part of a sum is not known."""
    high: int | None
    """None where nothing bounds it from above."""
    method: str
    """How it was made, in one readable sentence."""
    inputs: tuple[int, ...]
    """Indexes in `Findings.claims`, in order: what it rests on."""
    left_out: tuple[LeftOut, ...] = ()
    """Claims about the same people that it does not rest on, and why."""
    summed: tuple[int, ...] = ()
    """For a sum: the indexes of the estimates added up, in the tuple that holds this one."""
    obstacle: str = ""
    """Why it could not be summed, or not wholly; "" where nothing is in the way."""
