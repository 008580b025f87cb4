"""What an engine reports, before it is tied to the article."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a shape on a focus node."""

    shape: str
    """IRI of the shape."""
    focus: str
    message: str
    path: str | None = None
    value: str | None = None
