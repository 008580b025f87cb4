"""Candidates and things as each version writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from testimonia.reconcile.service.holdings import Entity
    from testimonia.reconcile.service.matching import Candidate

__all__ = ["write_candidate", "write_suggestion", "written_types"]


def write_candidate(one: Candidate, description: str) -> dict[str, Any]:
    """Write a candidate; its features carry their names, which the draft of 1.0 asks for."""
    return {
        "id": one.entity.id,
        "name": one.entity.name,
        "description": description,
        "type": written_types(one.entity),
        "score": one.score,
        "features": [{"id": part.id, "name": part.name, "value": part.value} for part in one.features],
        "match": one.match,
    }


def write_suggestion(entity: Entity, description: str) -> dict[str, Any]:
    """Write a thing that is suggested."""
    return {
        "id": entity.id,
        "name": entity.name,
        "description": description,
        "notable": written_types(entity),
    }


def written_types(entity: Entity) -> list[dict[str, str]]:
    """Write the types of a thing, the narrowest first."""
    return [{"id": kind.id, "name": kind.name} for kind in entity.types]
