"""Batches of questions as the draft of 1.0 writes them: an array of questions, each of conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from testimonia.reconcile.service.asked import (
    Condition,
    Query,
    an_array,
    an_object,
    read_given,
    read_json,
    read_limit,
    read_text,
)
from testimonia.reconcile.service.limits import RefusedError

if TYPE_CHECKING:
    from testimonia.reconcile.service.limits import Bounds

__all__ = ["read_draft"]

_MEMBERS = ("type", "limit", "lang", "dir", "conditions")
_KINDS = ("name", "id", "property")
_QUANTIFIERS = ("any", "all", "none")
_DIRECTIONS = ("ltr", "rtl", "auto")


def read_draft(text: str, bounds: Bounds) -> list[Query]:
    """Read the body of a request to `match`. Raises RefusedError, naming the question at fault."""
    batch = an_object(read_json(text), "The batch of queries")
    if "queries" not in batch:
        raise RefusedError("The batch has no «queries».")
    asked = an_array(batch["queries"], "The array of queries", bounds.batch)
    return [_query(value, f"Query {number}", bounds) for number, value in enumerate(asked)]


def _query(value: Any, where: str, bounds: Bounds) -> Query:
    asked = an_object(value, where)
    for member in asked:
        if member not in _MEMBERS:
            raise RefusedError(f"{where} has a member «{member[:40]}»; a query has {', '.join(_MEMBERS)}.")
    _language(asked, where, bounds)
    conditions = an_array(asked.get("conditions", []), f"{where}, conditions", bounds.properties)
    if not conditions:
        raise RefusedError(f"{where} asks for nothing: it needs «conditions» with one member at least.")
    kind = read_text(asked["type"], f"{where}, type", bounds) if "type" in asked else ""
    return Query(
        tuple(_condition(one, f"{where}, a condition", bounds) for one in conditions),
        (kind,) if kind else (),
        "any",
        read_limit(asked.get("limit"), f"{where}, limit", bounds),
    )


def _language(asked: dict[str, Any], where: str, bounds: Bounds) -> None:
    if "lang" in asked:
        read_text(asked["lang"], f"{where}, lang", bounds)
    if asked.get("dir", "auto") not in _DIRECTIONS:
        raise RefusedError(f"{where}, dir has to be one of {', '.join(_DIRECTIONS)}.")


def _condition(value: Any, where: str, bounds: Bounds) -> Condition:
    asked = an_object(value, where)
    kind, quantifier = asked.get("matchType"), asked.get("matchQuantifier", "any")
    if kind not in _KINDS:
        raise RefusedError(f"{where}: matchType has to be one of {', '.join(_KINDS)}.")
    if quantifier not in _QUANTIFIERS:
        raise RefusedError(f"{where}: matchQuantifier has to be one of {', '.join(_QUANTIFIERS)}.")
    if not isinstance(asked.get("required", False), bool):
        raise RefusedError(f"{where}: required has to be true or false.")
    if "matchQualifier" in asked:
        raise RefusedError(f"{where}: no matchQualifier is offered here.")
    if "propertyValue" not in asked:
        raise RefusedError(f"{where} has no «propertyValue».")
    if kind == "property" and "propertyId" not in asked:
        raise RefusedError(f"{where} has no «propertyId».")
    name = read_text(asked["propertyId"], f"{where}, propertyId", bounds) if kind == "property" else ""
    given = read_given(asked["propertyValue"], f"{where}, propertyValue", bounds)
    return Condition(kind, given, name, asked.get("required", False), quantifier)
