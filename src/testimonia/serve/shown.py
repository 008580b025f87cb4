"""An answer as a page shows it: the beginning of a table or of a graph, and how much there is.

The worker makes it, so that the server need not read large answers to show a little of them.
"""

from __future__ import annotations

import json
from typing import Any

__all__ = ["SHOWN", "beginning"]

SHOWN = 1000
"""Rows of a table, or lines of a graph, that a page shows; files have all."""


def beginning(body: bytes, *, graph: bool) -> bytes:
    """Give, as JSON, what a page shows of SPARQL results in JSON, or of a graph in Turtle.

    A table has "columns", "rows" (lists of terms as in SPARQL results, null where nothing is bound) and
    "count"; ASK has "boolean"; a graph has "turtle", and "more" where lines are left out.
    """
    return json.dumps(_graph(body.decode("utf-8")) if graph else _table(json.loads(body))).encode()


def _graph(turtle: str) -> dict[str, Any]:
    lines = turtle.split("\n")
    return {"turtle": "\n".join(lines[:SHOWN]), "more": len(lines) > SHOWN}


def _table(answer: dict[str, Any]) -> dict[str, Any]:
    if "boolean" in answer:
        return {"boolean": answer["boolean"]}
    columns, rows = answer["head"]["vars"], answer["results"]["bindings"]
    shown = [[row.get(column) for column in columns] for row in rows[:SHOWN]]
    return {"columns": columns, "rows": shown, "count": len(rows)}
