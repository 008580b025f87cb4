"""Inclusive bounds of counts and what can hold between two of them.

A count is never negative, so an absent lower bound is 0; an absent upper bound is open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal, Self

from testimonia.model import Quantity

__all__ = ["TOLERANCE", "Figure", "Interval", "Position", "figure", "hull", "is_rounded", "position"]

Position = Literal["equal", "inside", "around", "overlapping", "apart"]

_ROUGHEST = 100
"""Smaller numbers of people are counted, not rounded."""

TOLERANCE = 0.1
"""How far "about N" reaches to each side, as a share of N: "about 60" is 54–66."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All counts from `low` to `high`, both included; `high` None is without end."""

    low: int
    high: int | None

    def holds(self, other: Self) -> bool:
        """Tell whether every count of `other` is one of this interval's."""
        if self.low > other.low:
            return False
        return self.high is None or (other.high is not None and other.high <= self.high)

    def below(self, other: Self) -> bool:
        """Tell whether every count of this interval is smaller than every count of `other`."""
        return self.high is not None and self.high < other.low

    @property
    def zero(self) -> bool:
        """True where the only count is 0."""
        return self.high == 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity made ready for comparing."""

    interval: Interval
    vague: bool
    """True for "several", "some", "dozens": words that give a bound only by convention."""
    approximate: bool
    words: str
    """The vague word in lower case, "" for the others."""


def figure(quantity: Quantity, tolerance: float = TOLERANCE) -> Figure | None:
    """Give the figure of a quantity, or None where there is none ("unknown", "not reported").

    A vague quantity without bounds is at least 1. An approximate one whose bounds are still one
    number is widened by `tolerance` (a share of the number; 0 switches the widening off).
    """
    if quantity.kind in {"unknown", "not_reported"}:
        return None
    vague = quantity.kind == "vague"
    low = quantity.low if quantity.low is not None else int(vague)
    high = quantity.high
    if quantity.approximate and high is not None and low == high:
        margin = Fraction(str(tolerance))
        low, high = floor(low * (1 - margin)), ceil(high * (1 + margin))
    words = (quantity.wording or quantity.verbatim).lower() if vague else ""
    return Figure(Interval(low, high), vague, quantity.approximate, words)


def position(one: Interval, other: Interval) -> Position:
    """Say how `one` lies to `other`; exactly one position holds for any two intervals."""
    if one == other:
        return "equal"
    if one.below(other) or other.below(one):
        return "apart"
    if other.holds(one):
        return "inside"
    return "around" if one.holds(other) else "overlapping"


def hull(intervals: Iterable[Interval]) -> Interval:
    """Give the smallest interval that holds all of `intervals` (at least one)."""
    several = list(intervals)
    highs = [each.high for each in several if each.high is not None]
    closed = len(highs) == len(several)
    return Interval(min(each.low for each in several), max(highs) if closed else None)


def is_rounded(rough: Interval, exact: Interval) -> bool:
    """Tell whether one number is another, rounded: 93,000 of 92,545, 8,000 of 7,799; not 80 of 82.

    Both are single numbers; the rough one ends in two zeros at least, and is off by a twentieth at most.
    """
    if rough.low != rough.high or exact.low != exact.high or rough.low < _ROUGHEST:
        return False
    digits = str(rough.low)
    unit = 10 ** (len(digits) - len(digits.rstrip("0")))
    off = abs(rough.low - exact.low)
    return unit >= _ROUGHEST and 2 * off <= unit and 20 * off <= exact.low
