"""The closed sets of words that tell names, persons, offices and camps (lexicon/naming.tsv)."""

from functools import cache

from testimonia.lexicon import rows

__all__ = ["word_set"]


@cache
def _table() -> dict[str, frozenset[str]]:
    return {row["role"]: frozenset(row["words"].split()) for row in rows("naming")}


def word_set(role: str) -> frozenset[str]:
    """Give the words of a role, in lower case; KeyError for a role that the table does not have."""
    return _table()[role]
