"""What goes into an index of labels, and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Entry", "Found"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing and its names."""

    id: str
    """Its IRI or identifier; entries with the same one are taken together."""
    labels: tuple[str, ...]
    """Its names, the usual one first."""
    types: tuple[str, ...] = ()
    """What it is, in any words or IRIs; `find` can be told to look at some types only."""
    weight: int = 0
    """How much there is to it, as the people of a town: which of two of one name comes first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that may be meant by some words."""

    id: str
    label: str
    """Its usual name."""
    matched: str
    """The one of its names that is most like the words."""
    score: float
    """How alike they are: 100 for the same name but for case and marks, 0 for nothing in common."""
    types: tuple[str, ...] = ()
