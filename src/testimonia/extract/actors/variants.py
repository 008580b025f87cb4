"""Spellings of one name: a letter apart, or written down from another alphabet in two ways.

example          Vitaly Roe · Vitaliy Roe     Roe-Thompson · Roe-Thomson     Mohammad al-Roe · Muhammed al-Roe
counter-example  Austria · Australia · Ann Roe · Anna Dow · 5th Army · 6th Army · Hasan Roe · Husayn Roe
"""

import re
from functools import cache, lru_cache

from testimonia.extract.actors.naming import norm
from testimonia.lexicon import rows

__all__ = ["are_spellings", "are_spellings_of_one_word", "distance", "is_short_first_name", "sounds"]


def distance(one: str, other: str, limit: int = 2) -> int:
    """Give the number of letters to add, drop, exchange or swap; `limit` + 1 for any more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i, *[0] * len(other)]
        for j, b in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                row[j] = min(row[j], earlier[j - 2] + 1)
    return min(row[-1], limit + 1)


_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("q|ck|kh?", "k"),
        ("dj", "j"),
        ("ou|oo|o", "u"),
        ("(?<=[aeiu])y(?=[aeiu])|y(?=e)", ""),
        ("ij|iy|ee|y", "i"),
        ("w", "v"),
        ("aa?u", "au"),
        (r"(.)\1", r"\1"),
    )
]
"""What one letter of another alphabet is written with, and the one form kept of each."""


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> str:
    """Give a word, lower case, in the one spelling kept of each sound: "yousef" → "iusef"."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _sound_alike(one: str, other: str) -> bool:
    """Tell whether two words are one in other letters; "e" may stand for "a" or "i"."""
    a, b = sounds(one), sounds(other)
    if len(a) != len(b):
        return min(len(a), len(b)) > 5 and a[0] == b[0] and distance(a, b) == 1
    return len(a) == len(b) and all(
        x == y or {x, y} in ({"e", "a"}, {"e", "i"}) for x, y in zip(a, b, strict=True)
    )


_NUMERALS = frozenset("ivxlc")
_SHORTEST = 4
"""Letters of a word at least that may be spelled in two ways."""


def are_spellings(one: str, other: str) -> bool:
    """Tell whether two names of the same number of words are spellings of one."""
    a, b = norm(one).split(), norm(other).split()
    if len(a) != len(b) or a == b:
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if min(len(word) for pair in apart for word in pair) < _SHORTEST or any(c.isdigit() for c in one + other):
        return False
    if any(x.rstrip("s") == y.rstrip("s") or set(x) <= _NUMERALS for x, y in apart):
        return False
    if len(a) > 1 and all(_sound_alike(x, y) for x, y in apart):
        return True
    near = all(x[0] == y[0] and distance(x, y, 1) == 1 for x, y in apart)
    return near and (
        _is_one_longer_word(a[0], b[0])
        if len(a) == 1
        else len(apart) == 1 or all(len(x) > 5 for x, _ in apart)
    )


def _is_one_longer_word(one: str, other: str) -> bool:
    """Tell spellings of one word from "Octavia" and "Octavian", which are two."""
    return min(len(one), len(other)) > 6 and not (one.startswith(other) or other.startswith(one))


def are_spellings_of_one_word(one: str, other: str) -> bool:
    """Tell whether two last names, lower case, are one in other letters: "roevsky", "roevskyy"."""
    alike = min(len(one), len(other)) > 4 and one != other and sounds(one) == sounds(other)
    return alike or are_spellings(one, other)


def is_short_first_name(one: str, other: str) -> bool:
    """Tell whether one of two first names, lower case, is short for the other.

    example          archie, archibald · bill, william
    counter-example  hans, hannah · john, johanna · ann, anton
    """
    short, full = sorted((one, other), key=len)
    if full in _short_first_names().get(short, ()):
        return True
    root = re.sub(r"(?:ie|y|e)$", "", short)
    return len(root) > 2 and root != short and full.startswith(root) and len(full) > len(short)


@cache
def _short_first_names() -> dict[str, frozenset[str]]:
    return {norm(row["form"]): frozenset(map(norm, row["names"].split("|"))) for row in rows("first_names")}
