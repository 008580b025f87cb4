"""One value of a property, and how it is written in JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

__all__ = ["Value"]

_DAY = re.compile(r"-?\d{4,}-\d\d-\d\d")
_WHOLE = re.compile(r"[+-]?\d{1,15}")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,15})?")


@dataclass(frozen=True, slots=True)
class Value:
    """A value: words, and perhaps what they stand for."""

    words: str
    """What people read; "" for a blank."""
    id: str = ""
    """The identifier of the thing that it is."""
    number: int | float | None = None
    day: str = ""
    """A day as ISO 8601, where all of it is known."""

    @classmethod
    def read(cls, plain: str, gives: str) -> Value:
        """Read a literal of the graph as a property of this kind gives it."""
        if gives in {"number", "degrees"} and _NUMBER.fullmatch(plain):
            return cls(plain, number=int(plain) if _WHOLE.fullmatch(plain) else float(plain))
        if gives in {"first", "last"}:
            first, _, last = plain.partition("/")
            end = (last or first) if gives == "last" else first
            return cls("" if end == ".." else end, day=end if _DAY.fullmatch(end) else "")
        return cls(plain)

    def written(self) -> dict[str, Any]:
        """Give the value as data extension responses of all versions write it; {} for a blank."""
        if self.id:
            return {"id": self.id, "name": self.words}
        if self.number is not None:
            return {"int" if isinstance(self.number, int) else "float": self.number}
        if self.day:
            return {"date": f"{self.day}T00:00:00Z"}
        return {"str": self.words} if self.words else {}
