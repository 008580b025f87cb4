"""How well what is given agrees with what we have, from 0 (not at all) to 1; None where nobody knows."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from testimonia.reconcile.service.days import read_days
from testimonia.reconcile.service.names import alike

if TYPE_CHECKING:
    from testimonia.reconcile.service.asked import Condition, Given
    from testimonia.reconcile.service.holdings import Entity, Holdings
    from testimonia.reconcile.service.properties import Property
    from testimonia.reconcile.service.values import Value

__all__ = ["AGREES", "agreement", "compare", "name_likeness"]

AGREES = 0.85
"""From here on a value counts as the one that was asked for."""


def name_likeness(condition: Condition, entity: Entity) -> float:
    """Tell how like the names of a thing are to those that were given."""
    each = [_like(given, entity) for given in condition.given]
    return _together(condition, each)


def _like(given: Given, entity: Entity) -> float:
    if {entity.id, entity.iri} & {given.id, given.words}:
        return 1.0
    return alike(given.words, (entity.name, *entity.aliases))


def agreement(holdings: Holdings, entity: Entity, wanted: Property, condition: Condition) -> float | None:
    """Tell how well the values of a property agree with a condition; None where there are none to compare."""
    values = [value for value in holdings.near(entity, wanted) if value.words]
    each = [_best(holdings, wanted, given, values) for given in condition.given]
    known = [one for one in each if one is not None]
    return _together(condition, known) if known else None


def _together(condition: Condition, each: list[float]) -> float:
    if condition.quantifier == "none":
        return 0.0 if any(one >= AGREES for one in each) else 1.0
    return min(each, default=1.0) if condition.quantifier == "all" else max(each, default=0.0)


def _best(holdings: Holdings, wanted: Property, given: Given, values: list[Value]) -> float | None:
    found = [compare(holdings, wanted, given, value) for value in values]
    return max((one for one in found if one is not None), default=None)


def compare(holdings: Holdings, wanted: Property, given: Given, value: Value) -> float | None:
    """Compare one given value with one of ours; None where they cannot be compared."""
    gives = wanted.gives
    if not given.words.strip() and not given.id:
        return None  # an empty cell says nothing
    if gives == "entity":
        return _same_thing(holdings, given, value)
    if gives in {"date", "first", "last"}:
        asked, ours = read_days(given.words), read_days(value.words)
        return asked.agreement(ours) if asked and ours else None
    if gives in {"number", "degrees"}:
        return _near(given, value, gives)
    return alike(given.words, [value.words])


def _same_thing(holdings: Holdings, given: Given, value: Value) -> float:
    if value.id in {given.id, given.words}:
        return 1.0
    entity = holdings.entity(value.id) if value.id else None
    if given.id and entity and given.id == entity.iri:
        return 1.0
    if not given.words:
        return 0.0
    names = (entity.name, *entity.aliases) if entity else (value.words,)
    return alike(given.words, names)


def _near(given: Given, value: Value, gives: str) -> float | None:
    try:
        asked = float(given.words)
    except ValueError:
        return None
    if value.number is None or not isfinite(asked):
        return None
    apart = abs(asked - value.number)
    whole = 1.0 if gives == "degrees" else max(abs(asked), abs(value.number), 1.0)
    return max(0.0, 1.0 - apart / whole)
