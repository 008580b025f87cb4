"""Sums over parties that share nobody: the parties of a side, the sides and civilians of an event.

The low figure of a sum is the sum of the low figures, the high one of the high ones; never the least
or largest of them. A party of which nothing is said is not a party that lost nobody: under a policy
that keeps silence open, the sum then has a low figure alone, and says whom it lacks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testimonia.model import Policy

__all__ = ["Part", "Sum", "add_up"]


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody counted, as one summand."""

    label: str
    low: int
    best: int | None
    high: int | None
    inputs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """What parts add up to."""

    low: int
    best: int | None
    high: int | None
    inputs: tuple[int, ...]
    method: str
    obstacle: str


def add_up(parts: Sequence[Part], missing: Iterable[str], policy: Policy) -> Sum:
    """Add up parts (at least one) that share nobody; `missing` names those without a figure."""
    silent = ", ".join(missing)
    # That one party lost nobody says nothing of those of whom nobody speaks.
    nothing = not any(part.low or part.best or part.high is None for part in parts)
    open_ended = bool(silent) and (policy.silence == "open" or nothing)
    bests = [part.best for part in parts if part.best is not None]
    highs = [part.high for part in parts if part.high is not None]
    return Sum(
        low=sum(part.low for part in parts),
        best=sum(bests) if len(bests) == len(parts) and not open_ended else None,
        high=sum(highs) if len(highs) == len(parts) and not open_ended else None,
        inputs=tuple(sorted({index for part in parts for index in part.inputs})),
        method=_method(parts, silent if not open_ended else ""),
        obstacle=f"not the whole: no figure for {silent}" if open_ended else "",
    )


def _method(parts: Sequence[Part], silent: str) -> str:
    labels = [part.label for part in parts]
    added = f"{labels[0]} alone"
    if len(labels) > 1:
        added = f"the sum of {', '.join(labels[:-1])} and {labels[-1]}"
    return f"{added}; {silent} without a figure adds nothing" if silent else added
