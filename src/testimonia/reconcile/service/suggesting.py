"""Names, types and properties while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from testimonia.reconcile.labels import fold
from testimonia.reconcile.service.properties import list_properties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.reconcile.labels import LabelIndex
    from testimonia.reconcile.service.holdings import Entity, Holdings
    from testimonia.reconcile.service.properties import Property
    from testimonia.reconcile.service.types import Type

_Named = TypeVar("_Named", "Type", "Property")

__all__ = ["propose_properties", "suggest_entities", "suggest_properties", "suggest_types", "written_type"]


def suggest_entities(
    holdings: Holdings, names: LabelIndex, prefix: str, types: tuple[str, ...], most: int
) -> list[Entity]:
    """Give the things whose names begin like this, then those that are called nearly so."""
    wanted = tuple(holdings.types.known(name) for name in types) or None
    found = [*names.complete(prefix, most, wanted), *names.find(prefix, most, wanted)]
    entities = (holdings.entity(one) for one in (prefix, *(one.id for one in found)))
    return list(dict.fromkeys(one for one in entities if one))[:most]


def suggest_types(holdings: Holdings, prefix: str) -> list[Type]:
    """Give the types whose name or identifier has these words, those that begin with them first."""
    return _sifted(holdings.types.by_id.values(), prefix)


def suggest_properties(prefix: str) -> list[Property]:
    """Give the properties whose name or identifier has these words, those that begin with them first."""
    return _sifted(list_properties(), prefix)


def propose_properties(holdings: Holdings, name: str) -> list[Property]:
    """Give the properties that things of a type have; all of them for an unknown type."""
    around = tuple(one.id for one in holdings.types.around(holdings.types.known(name)))
    return [one for one in list_properties() if one.fits(around)]


def written_type(holdings: Holdings, one: Type) -> dict[str, Any]:
    """Write a type with its description and the next broader one."""
    broader = holdings.types.by_id.get(one.broader)
    above = {"broader": [{"id": broader.id, "name": broader.name}]} if broader else {}
    return {"id": one.id, "name": one.name, "description": one.description, **above}


def _sifted(offered: Iterable[_Named], prefix: str) -> list[_Named]:
    wanted = fold(prefix)
    found = [one for one in offered if wanted in fold(one.name) or wanted in fold(one.id)]
    return sorted(found, key=lambda one: not fold(one.name).startswith(wanted))
