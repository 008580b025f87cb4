"""Small groups of words that the layout of infoboxes gives a meaning; the words stand in words.tsv."""

from functools import cache
from pathlib import Path

from testimonia.lexicon.load import parse

__all__ = ["words"]


@cache
def words(group: str) -> frozenset[str]:
    """Give the words of a group, in lower case; KeyError if there is no such group."""
    return _groups()[group]


@cache
def _groups() -> dict[str, frozenset[str]]:
    file = Path(__file__).parent / "words.tsv"
    found: dict[str, set[str]] = {}
    for row in parse(file.read_bytes(), file.name):
        found.setdefault(row["group"], set()).add(row["word"])
    return {group: frozenset(members) for group, members in found.items()}
