"""The named questions: what each asks, its columns, and its SPARQL."""

from __future__ import annotations

from testimonia.query import list_queries

__all__ = ["write"]


def write() -> str:
    """Write a section for each question."""
    return "".join(
        f"\n## {one.name}\n**{one.title}** {one.purpose}\n\n```sparql\n{one.sparql.strip()}\n```\n"
        for one in list_queries()
    )
