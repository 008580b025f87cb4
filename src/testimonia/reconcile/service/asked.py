"""The parts of a question, whatever version it came in, and the reading of JSON from anybody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from testimonia.reconcile.service.limits import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from testimonia.reconcile.service.limits import Bounds

__all__ = [
    "Condition",
    "Given",
    "Query",
    "an_array",
    "an_object",
    "read_given",
    "read_json",
    "read_limit",
    "read_text",
]


@dataclass(frozen=True, slots=True)
class Given:
    """One value of a question: the words of a cell, or a thing that was matched before."""

    words: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a candidate should have: a name, an identifier, or a property with a value."""

    kind: Literal["name", "id", "property"]
    given: tuple[Given, ...]
    property: str = ""
    required: bool = False
    """Whether a candidate that does not have it is left out."""
    quantifier: Literal["any", "all", "none"] = "any"
    """Of several values: one is enough, all are wanted, or none may be there."""


@dataclass(frozen=True, slots=True)
class Query:
    """One question, which of ours this is."""

    conditions: tuple[Condition, ...]
    types: tuple[str, ...] = ()
    strictness: Literal["any", "should", "all"] = "any"
    """Whether a candidate has one of the types, had better have one, or has all of them."""
    limit: int = 10


def read_json(text: str) -> Any:
    """Read JSON from anybody. Raises RefusedError where it is none, or nested without end."""
    try:
        return json.loads(text, parse_constant=_no_number)
    except RecursionError as error:
        raise RefusedError("The JSON is nested too deep.") from error
    except ValueError as error:
        raise RefusedError(f"This is not JSON: {error}.") from error


def an_object(value: Any, where: str) -> dict[str, Any]:
    """Give a value that must be a JSON object; raises RefusedError."""
    if not isinstance(value, dict):
        raise RefusedError(f"{where} is {_kind(value)}; it has to be an object.")
    return value


def an_array(value: Any, where: str, most: int) -> list[Any]:
    """Give a value that must be a JSON array of so many members at most; raises RefusedError."""
    if not isinstance(value, list):
        raise RefusedError(f"{where} is {_kind(value)}; it has to be an array.")
    if len(value) > most:
        raise RefusedError(f"{where} has {len(value)} members; {most} are taken.", 413)
    return value


def read_text(value: Any, where: str, bounds: Bounds) -> str:
    """Give a value that must be a string; raises RefusedError, also for halves of characters."""
    if not isinstance(value, str):
        raise RefusedError(f"{where} is {_kind(value)}; it has to be a string.")
    if len(value) > bounds.words:
        raise RefusedError(f"{where} has {len(value)} characters; {bounds.words} are taken.", 413)
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise RefusedError(f"{where} holds half of a character (a lone surrogate).")
    return value


def read_limit(value: Any, where: str, bounds: Bounds) -> int:
    """Give how many are wanted, as many as there may be at most; raises RefusedError."""
    if value is None:
        return bounds.usual
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 1:
        raise RefusedError(f"{where} has to be a number from 1 on.")
    return int(min(value, bounds.candidates))


def read_given(value: Any, where: str, bounds: Bounds) -> tuple[Given, ...]:
    """Give one or more values of a question; raises RefusedError."""
    many = an_array(value, where, bounds.values) if isinstance(value, list) else [value]
    return tuple(_one(one, where, bounds) for one in many)


def _one(value: Any, where: str, bounds: Bounds) -> Given:
    if isinstance(value, dict):
        if "id" not in value:
            raise RefusedError(f"{where} is an object without «id».")
        name = value.get("name", "")
        return Given(
            read_text(name, f"{where}, name", bounds), read_text(value["id"], f"{where}, id", bounds)
        )
    if isinstance(value, bool):
        return Given("true" if value else "false")
    if isinstance(value, int | float):
        return Given(f"{value:g}" if isinstance(value, float) else str(value))
    return Given(read_text(value, where, bounds))


def _kind(value: Any) -> str:
    kinds: Mapping[type, str] = {
        dict: "an object", list: "an array", str: "a string", bool: "a boolean", type(None): "null",
    }  # fmt: skip
    return kinds.get(type(value), "a number")


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
