"""Batches of questions as versions 0.1 and 0.2 write them: an object of questions by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from testimonia.reconcile.service.asked import (
    Condition,
    Given,
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

__all__ = ["read_batch", "read_single"]

_MEMBERS = ("query", "type", "limit", "properties", "type_strict")
_STRICT = ("any", "should", "all")


def read_batch(text: str, bounds: Bounds, version: str = "0.2") -> dict[str, Query]:
    """Read what the parameter `queries` holds. Raises RefusedError, naming the question at fault."""
    batch = an_object(read_json(text), "The batch of queries")
    if len(batch) > bounds.batch:
        raise RefusedError(f"The batch has {len(batch)} queries; {bounds.batch} are taken at once.", 413)
    return {
        read_text(key, "A key", bounds): _query(value, key, bounds, version) for key, value in batch.items()
    }


def read_single(text: str, bounds: Bounds) -> Query:
    """Read what the parameter `query` of 0.1 holds: one question as JSON, or the bare words of a name."""
    if text.lstrip().startswith("{"):
        return _query(read_json(text), "query", bounds, "0.1")
    return Query((Condition("name", (Given(read_text(text, "The query", bounds)),)),), limit=bounds.usual)


def _query(value: Any, key: str, bounds: Bounds, version: str) -> Query:
    asked = an_object(value, f"{key}")
    for member in asked:
        if member not in _MEMBERS:
            words = f"{key} has a member «{member[:40]}»; a query has {', '.join(_MEMBERS)}."
            raise RefusedError(words)
    name = (read_text(asked["query"], f"{key}, query", bounds),) if "query" in asked else ()
    properties = _properties(asked.get("properties", []), key, bounds)
    if not name and (version == "0.1" or not properties):
        wanted = "a «query»" if version == "0.1" else "a «query», or «properties» with one member at least"
        raise RefusedError(f"{key} asks for nothing: it needs {wanted}.")
    strictness = asked.get("type_strict", "any")
    if strictness not in _STRICT:
        raise RefusedError(f"{key}, type_strict has to be one of {', '.join(_STRICT)}.")
    return Query(
        (*(Condition("name", (Given(words),)) for words in name), *properties),
        _types(asked.get("type", []), key, bounds),
        strictness,
        read_limit(asked.get("limit"), f"{key}, limit", bounds),
    )


def _types(value: Any, key: str, bounds: Bounds) -> tuple[str, ...]:
    where = f"{key}, type"
    many = an_array(value, where, bounds.values) if isinstance(value, list) else [value]
    return tuple(name for one in many if (name := read_text(one, where, bounds)))


def _properties(value: Any, key: str, bounds: Bounds) -> tuple[Condition, ...]:
    where = f"{key}, properties"
    found = []
    for one in an_array(value, where, bounds.properties):
        member = an_object(one, f"{where}, a member")
        missing = [name for name in ("pid", "v") if name not in member]
        if missing:
            raise RefusedError(f"{where}: a member has no «{missing[0]}».")
        pid = read_text(member["pid"], f"{where}, pid", bounds)
        found.append(Condition("property", read_given(member["v"], f"{where}, {pid}", bounds), pid))
    return tuple(found)
