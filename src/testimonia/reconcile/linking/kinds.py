"""What a name says of the kind of a place: "Kel Province" is a region, "Lake Kel" is water."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from testimonia.lexicon import parse
from testimonia.reconcile.labels import fold

__all__ = ["bare_name", "group_of_kind", "group_of_name"]

_JOINTS = frozenset({"of", "the", "de", "du", "la"})
"""Between a kind and a name: Province of Kel, Cercle de Kel."""


def group_of_name(label: str) -> str:
    """Give the group of kinds that the first or last word of a name tells, "" where it tells none."""
    words = fold(label).split()
    if len(words) < 2:
        return ""
    return _groups().get(words[-1], "") or _groups().get(words[0], "")


def group_of_kind(kind: str) -> str:
    """Give the group of the kind that an authority tells, "" where it is none that we know."""
    return _groups().get(kind.lower(), "")


def bare_name(label: str) -> str:
    """Give a name without the word for its kind: "Kel Province" and "Cercle de Kel" are Kel.

    A name that is nothing but such words stays as it is.
    """
    words = label.split()
    if len(words) > 1 and fold(words[-1]) in _groups():
        words = words[:-1]
    elif len(words) > 1 and fold(words[0]) in _groups():
        words = words[1:]
        while len(words) > 1 and words[0].lower() in _JOINTS:
            words = words[1:]
    return " ".join(words) if fold(" ".join(words)) not in _groups() else label


@cache
def _groups() -> dict[str, str]:
    path = Path(__file__).with_name("kinds.tsv")
    return {row["word"]: row["group"] for row in parse(path.read_bytes(), path.name)}
