"""JSON for people: what fits on a line stands on one, the rest is indented."""

from __future__ import annotations

import json
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

__all__ = ["lay_out"]

WIDTH = 110
"""Characters of a line, indentation included."""
_STEP = "  "
_key = lru_cache(maxsize=1024)(encode_basestring)


def lay_out(value: Any, indent: str = "") -> str:
    """Write a JSON value; `indent` is that of the line on which it begins.

    The standard library indents either everything or nothing, which makes six lines of a selector.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    inner = indent + _STEP
    if isinstance(value, dict):
        items = [f"{_key(key)}: {lay_out(one, inner)}" for key, one in value.items()]
        begin, end = "{", "}"
    elif isinstance(value, list):
        items = [lay_out(one, inner) for one in value]
        begin, end = "[", "]"
    else:
        return json.dumps(value)
    line = ", ".join(items)
    if not items or (len(line) + len(inner) <= WIDTH and "\n" not in line):
        return begin + line + end
    del line  # a large graph is held as few times as can be
    items[0] = f"{begin}\n{inner}{items[0]}"
    items[-1] += f"\n{indent}{end}"
    return f",\n{inner}".join(items)
