"""The axis on which rival figures stand: from nothing to the largest, in steps or in tens."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Axis", "Tick", "make_axis"]

_SPREAD = 100
"""From which ratio of the largest to the smallest figure on an axis goes in tens."""
_STEPS = (1, 2, 5)
_TICKS = 5
_NOTHING = 6.0
"""How much of an axis in tens is kept for nothing, which has no logarithm, in percent."""
_ROOM = 94.0
"""Where the last tick stands: what is open at its upper end needs some room beyond it."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the axis."""

    value: int
    at: float
    """In percent of the width."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Numbers to percent of the width."""

    low: int
    """Where an axis in tens begins after nothing: a power of ten. 0 for one in even steps."""
    top: int
    """The number at its end."""

    @property
    def in_tens(self) -> bool:
        """Whether equal steps mean equal ratios."""
        return self.low > 0

    def at(self, value: int) -> float:
        """Give where a number stands, in percent."""
        if not self.in_tens:
            return round(_ROOM * value / self.top, 2)
        if value <= 0:
            return 0.0
        share = (log10(value) - log10(self.low)) / (log10(self.top) - log10(self.low))
        return round(_NOTHING + (_ROOM - _NOTHING) * max(share, 0.0), 2)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The numbers that are written under it."""
        if not self.in_tens:
            step = _step(self.top)
            return tuple(Tick(value, self.at(value)) for value in range(0, self.top + 1, step))
        first, last = round(log10(self.low)), round(log10(self.top))
        leap = ceil((last - first) / _TICKS)
        powers = tuple(10**power for power in range(first, last + 1, leap))
        return tuple(Tick(value, self.at(value)) for value in (0, *powers))


def make_axis(values: Iterable[int]) -> Axis:
    """Make the axis for some figures; it goes in tens where they span decades."""
    known = sorted({value for value in values if value > 0})
    if not known:
        return Axis(0, 1)
    if known[-1] >= _SPREAD * known[0]:
        return Axis(10 ** floor(log10(known[0])), 10 ** ceil(log10(known[-1])))
    step = _step(known[-1])
    return Axis(0, step * ceil(known[-1] / step))


def _step(top: int) -> int:
    """Give the even step, 1, 2 or 5 and noughts, by which a few ticks reach the top."""
    power = 1
    while True:
        for step in _STEPS:
            if top <= step * power * _TICKS:
                return step * power
        power *= 10
