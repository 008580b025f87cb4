"""What an engine reports, before it is tied to the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testimonia.validate.look import Term
    from testimonia.validate.report import Severity

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a constraint on a focus node; terms are those of the graph that was looked at."""

    shape: str
    """IRI of the shape, "_:b1" for one without; for the engine "fast" the nearest one that has an IRI."""
    component: str
    """Local name of the constraint component: "MinCountConstraintComponent"."""
    focus: Term
    path: str | None = None
    """The property path in the notation of SPARQL, with the prefixes of the project."""
    value: Term | None = None
    severity: Severity | None = None
    """Where the engine tells it; else it is that of the shape."""
    message: str | None = None
    """What the shape says, where it says anything."""
