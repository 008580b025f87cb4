"""Which properties of which things are wanted: the data extension query, the same in all versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from testimonia.reconcile.service.asked import an_array, an_object, read_json, read_text
from testimonia.reconcile.service.limits import RefusedError

if TYPE_CHECKING:
    from testimonia.reconcile.service.limits import Bounds

__all__ = ["SCOPES", "SIDES", "Column", "Extension", "read_extension"]

SIDES = ("all", "1", "2", "3")
SCOPES = ("all", "main")


@dataclass(frozen=True, slots=True)
class Column:
    """One property that is wanted, with its settings."""

    property: str
    limit: int = 0
    """How many values at most, 0 for all."""
    side: str = "all"
    """Of claims: about which side, of SIDES."""
    scope: str = "all"
    """Of claims: about the whole event ("main"), or about a part of it, too."""
    negated: bool = False
    """Of claims: also those that say that it was not so."""


@dataclass(frozen=True, slots=True)
class Extension:
    """Things and columns."""

    ids: tuple[str, ...]
    columns: tuple[Column, ...]


def read_extension(text: str, bounds: Bounds) -> Extension:
    """Read a data extension query. Raises RefusedError."""
    asked = an_object(read_json(text), "The extension")
    for member in ("ids", "properties"):
        if member not in asked:
            raise RefusedError(f"The extension has no «{member}».")
    ids = an_array(asked["ids"], "ids", bounds.batch)
    wanted = an_array(asked["properties"], "properties", bounds.properties)
    return Extension(
        tuple(read_text(one, "A member of ids", bounds) for one in ids),
        tuple(_column(one, bounds) for one in wanted),
    )


def _column(value: Any, bounds: Bounds) -> Column:
    asked = an_object(value, "A member of properties")
    if "id" not in asked:
        raise RefusedError("A member of properties has no «id».")
    name = read_text(asked["id"], "The id of a property", bounds)
    settings = an_object(asked.get("settings", {}), f"{name}, settings")
    return Column(
        name,
        _number(settings.get("limit", 0), f"{name}, limit"),
        _choice(settings.get("side", "all"), SIDES, f"{name}, side"),
        _choice(settings.get("scope", "all"), SCOPES, f"{name}, scope"),
        _choice(settings.get("negated", "false"), ("false", "true"), f"{name}, negated") == "true",
    )


def _number(value: Any, where: str) -> int:
    """Read a number that forms send as words, too."""
    words = str(value).strip() if isinstance(value, str | int) else ""
    if not (words.isascii() and words.isdigit() and len(words) < 10):
        raise RefusedError(f"{where} has to be a whole number, 0 for all.")
    return int(words)


def _choice(value: Any, choices: tuple[str, ...], where: str) -> str:
    words = str(value).lower()
    if words not in choices:
        raise RefusedError(f"{where} has to be one of {', '.join(choices)}.")
    return words
