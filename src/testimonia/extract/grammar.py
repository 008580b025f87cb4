"""The small closed sets of words that the grammar of prose turns on (lexicon/grammar.tsv)."""

from functools import cache

from testimonia.lexicon import rows

__all__ = ["words"]


@cache
def words(role: str) -> frozenset[str]:
    """Give the words of a role, in lower case; KeyError for a role that the table does not have."""
    return _table()[role]


@cache
def _table() -> dict[str, frozenset[str]]:
    return {row["role"]: frozenset(row["words"].split()) for row in rows("grammar")}
