"""Values for columns: the answer to a data extension query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from testimonia.reconcile.service.limits import RefusedError
from testimonia.reconcile.service.properties import property_of

if TYPE_CHECKING:
    from testimonia.reconcile.service.extensions import Column, Extension
    from testimonia.reconcile.service.holdings import Holdings
    from testimonia.reconcile.service.properties import Property

__all__ = ["extend", "extend_draft"]


def extend(holdings: Holdings, asked: Extension) -> dict[str, Any]:
    """Answer as 0.1 and 0.2 write it: rows by thing, then by property. Raises RefusedError."""
    wanted = _wanted(asked)
    rows = {
        name: {column.property: _cells(holdings, name, one, column) for one, column in wanted}
        for name in asked.ids
    }
    return {"meta": [_meta(holdings, one) for one, _ in wanted], "rows": rows}


def extend_draft(holdings: Holdings, asked: Extension) -> dict[str, Any]:
    """Answer as the draft of 1.0 writes it: an array of rows, each with an array of properties."""
    wanted = _wanted(asked)
    rows = [
        {
            "id": name,
            "properties": [
                {"id": column.property, "values": _cells(holdings, name, one, column)}
                for one, column in wanted
            ],
        }
        for name in asked.ids
    ]
    return {"meta": [_meta(holdings, one) for one, _ in wanted], "rows": rows}


def _wanted(asked: Extension) -> list[tuple[Property, Column]]:
    found = []
    for column in asked.columns:
        known = property_of(column.property)
        if known is None:
            raise RefusedError(f"There is no property «{column.property}»; suggest/property lists them.")
        found.append((known, column))
    return found


def _cells(holdings: Holdings, name: str, wanted: Property, column: Column) -> list[dict[str, Any]]:
    """Give the values of one cell, none for a thing that is not here."""
    entity = holdings.entity(name)
    if entity is None or not wanted.fits(entity.type_ids):
        return []
    values = holdings.values(entity, wanted, column)
    return [value.written() for value in values[: column.limit or None]]


def _meta(holdings: Holdings, one: Property) -> dict[str, Any]:
    kind = holdings.types.by_id.get(one.range)
    return {"id": one.id, "name": one.name} | ({"type": {"id": kind.id, "name": kind.name}} if kind else {})
