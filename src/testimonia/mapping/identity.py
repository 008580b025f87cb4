"""Whether a name tells who is meant wherever it is met, or only within its article.

One name in two articles is one actor only where it is a name of its own. "1st Battalion", "Air Force",
"Ministry of Defence", "the government", a bare surname or an acronym that is never spelt out mean
somebody else in the next article: in 281 articles "1st Battalion" stands in 19, of six armies. Such
actors belong to the event. That two articles mean the same all the same, a person says by matching
them; that two actors are one, nobody says by accident.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from testimonia.lexicon import forms, rows, word_set

if TYPE_CHECKING:
    from testimonia.model import Actor

__all__ = ["is_acronym", "is_known_everywhere"]

_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z0-9][A-Za-z0-9.&/-]{1,11}")
"""Two capitals at least and no space: MSA, GATIA, HTS, YPG/J, U.S., PKK-K."""
_WORDS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_NUMERAL = re.compile(r"\d+(?:st|nd|rd|th|d)?|[IVXL]+|[A-Z]\.?", re.ASCII)
"""What counts or abbreviates and names nobody: 1st, 21, XXX, F."""


def is_known_everywhere(actor: Actor) -> bool:
    """Tell whether the name of an actor means the same in every article."""
    if actor.kind == "described group":
        return False
    if is_acronym(actor.label):
        return actor.kind in {"media", "state"}
    padded = f" {actor.label} "
    if any(name in padded for name in _countries()):
        return True
    telling = [word for word in _WORDS.findall(actor.label) if _tells(word, actor)]
    return len(telling) > (1 if actor.kind == "person" else 0)


def is_acronym(alias: str) -> bool:
    """Tell an acronym from a short name: more than half of its letters are capitals."""
    letters = [char for char in alias if char.isalpha()]
    return bool(_ACRONYM.fullmatch(alias)) and 2 * sum(map(str.isupper, letters)) > len(letters)


def _tells(word: str, actor: Actor) -> bool:
    """Tell whether a word of a name tells one from another: a capital, and neither number nor title."""
    if not any(part[0].isupper() for part in word.split("-")) or _NUMERAL.fullmatch(word):
        return False
    common = _titles() if actor.kind == "person" else _common()
    return word.lower().rstrip(".") not in common


@cache
def _countries() -> tuple[str, ...]:
    """Give the names of countries in several words, which may be common ones, with spaces around them."""
    named = (name for row in rows("countries") for name in (row["name"], *row["aliases"].split("|")))
    return tuple(f" {name} " for name in named if " " in name.strip())


@cache
def _titles() -> frozenset[str]:
    """Give the words of ranks, honorifics and offices, which many persons have."""
    named = (form.rstrip(".") for table in ("ranks", "honorifics", "offices") for form in forms(table))
    return frozenset(word for form in named for word in form.split())


@cache
def _common() -> frozenset[str]:
    """Give the words that many bodies have in their names: what they are, not which."""
    heads = {
        word for table in ("bodies", "units") for row in rows(table) for word in row["form"].lower().split()
    }
    sets = ("generic", "common", "ordinals", "arms")
    return frozenset(heads.union(*(word_set("naming", role) for role in sets)))
