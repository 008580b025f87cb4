"""The named questions, each a file in `queries/`: a title, a line of purpose, and SPARQL.

They use our data alone, so that they give the same answer on any endpoint that has it: a concept is
turned into its word from its IRI, not from the shipped concept schemes, which may not be loaded.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["NamedQuery", "list_queries", "named_query", "part"]

_ORDER = ("claims", "conflicts", "events", "participants", "actors", "timeline", "statements")
"""What people ask first, first; the others follow by name."""

_SELECT = re.compile(r"^SELECT\s+(?P<variables>(?:\?\w+\s+)+)WHERE", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question that can be asked by its name."""

    name: str
    title: str
    purpose: str
    """One line for people: what the rows are."""
    columns: tuple[str, ...]
    sparql: str


@cache
def list_queries() -> tuple[NamedQuery, ...]:
    """List the named questions."""
    folder = Path(__file__).parent / "queries"
    found = [
        _read(entry.name.removesuffix(".rq"), entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda query: (_rank(query.name), query.name)))


def named_query(name: str) -> NamedQuery | None:
    """Give the question of a name, None for a name that is not one."""
    return next((query for query in list_queries() if query.name == name), None)


@cache
def part(name: str) -> str:
    """Give the SPARQL of a part from `parts/`: what `explain` asks about one record."""
    return (Path(__file__).parent / "parts" / f"{name}.rq").read_text(encoding="utf-8")


def _read(name: str, text: str) -> NamedQuery:
    title, purpose, _ = text.split("\n", 2)
    select = _SELECT.search(text)
    columns = re.findall(r"\w+", select["variables"]) if select else []
    return NamedQuery(name, title.lstrip("# "), purpose.lstrip("# "), tuple(columns), text)


def _rank(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
