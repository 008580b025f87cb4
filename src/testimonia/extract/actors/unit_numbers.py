"""Short forms of numbered units: by their number, with or without their head, by letters and number.

example          5th Mechanized Division … 5th Division · 11th Airborne Division … 11th Airborne
example          7th Roe Rifle Regiment … 7th RRR, 7RRR · Destroyer Squadron 12 … DesRon 12
counter-example  5th Division · 6th Division · 5th Brigade · 7th Roe
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from testimonia.extract.actors.body_words import spelled
from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.actors.naming import is_demonym, norm, place_forms
from testimonia.lexicon import word_set

__all__ = [
    "abbreviates_unit",
    "counted_as",
    "head_before_of",
    "matches_by_number",
    "matches_headless",
    "matches_numberless",
    "matches_turned",
]

_LINKS = frozenset({"of", "for", "in"})
_SMALL = word_set("naming", "unlettered")
_SHORT = re.compile(
    r"(?:(\d+)(?:st|nd|rd|th|d|e|ª|º)?)?[ \u00a0]?"  # 7RRR, 7th RRR, 4e DCr
    r"([A-Z][A-Za-z]{1,7}(?:[ .][A-Z][A-Za-z]{1,5})?)[ \u00a0-]?(\d+)?"  # DesRon 12, CTF-12
)


def matches_by_number(s: tuple[str, ...], f: tuple[str, ...]) -> bool:
    """Match a unit by its number and its head: "5th Mechanized Division" → "5th Division"."""
    if len(s) < 2 or s[-1] != head_before_of(f) or not _same_number(s, f):
        return False
    dropped = [part for part in f if part not in s]
    if set(s) <= set(f):
        return not any(_sets_apart(part, s) for part in dropped)
    mine = [part for part in s if part not in f]
    return (
        len(mine) == 1
        and s.index(mine[0]) < _BEHIND
        and _is_nation(mine[0])
        and _PLAIN_ARMS.issuperset(dropped)
    )


def _same_number(s: Sequence[str], f: Sequence[str]) -> bool:
    mine, theirs = ([part for part in parts if part[0].isdigit() or _is_roman(part)] for parts in (s, f))
    return bool(theirs) and mine == theirs


def _sets_apart(part: str, s: Sequence[str]) -> bool:
    """Tell words that make another unit of the same number: "5th Guards Army", "6th Tank Army"."""
    if s[-1] in _LARGE:
        return not _is_nation(part) and part not in _PLAIN_ARMS
    return part in _ELITES and len(s) > 2


def _is_nation(part: str) -> bool:
    return len(place_forms(part)) > 1 or part in {"royal", "imperial"}


_BEHIND = 2
"""Where a nation no longer stands beside the number: "Malian 79th Brigade", "79th Malian Brigade"."""
_ELITES = frozenset({"guard", "guards", "reserve", "shock", "ss"})
_ARMS = frozenset({"artillery", "cavalry", "infantry"})
_ALL_ARMS = _ARMS | {
    *("air", "airborne", "armored", "assault", "glider", "mechanized", "motor", "mountain", "panzer"),
    *("heavy", "light", "panzergrenadier", "parachute", "rifle", "tank", "volunteer", "volunteers"),
}
_LARGE = frozenset({"army", "corps", "fleet", "front"})
_PLAIN_ARMS = frozenset(
    {
        *("air", "airborne", "arms", "army", "assault", "combined", "field", "group", "independent"),
        *("infantry", "mechanized", "motor", "motorized", "mountain", "of", "rifle", "separate", "the"),
    }
)
"""Words that most units of a kind share, so that a text leaves them out."""


def matches_headless(s: Sequence[str], f: Sequence[str]) -> bool:
    """Match a unit by its number without the head: "11th Airborne Division" → "11th Airborne".

    The arm may be what is left, "5th Cavalry", or be left out with the head: "9th Dale Infantry Regiment".
    """
    size = len(s)
    if size < 2 or list(s) != list(f[:size]) or not f[0][0].isdigit() or not is_body_noun(f[-1]):
        return False
    armed = len(f) > size + 1 and _ALL_ARMS.issuperset(f[size:-1]) and s[-1] not in _PLAIN_ARMS
    told = not is_body_noun(s[-1]) or s[-1] in _ARMS | {"guards"}
    foot = f[-1] in _SMALL_UNITS and armed  # "20th Maine Infantry Regiment"
    return (len(f) == size + 1 or armed) and told and (foot or not is_demonym(s[-1]))


def matches_numberless(s: Sequence[str], f: Sequence[str]) -> bool:
    """Match a unit of a nation without the number: "2nd Malian Division" → "Malian Division"."""
    small = f[-1] in _SMALL_UNITS and f[0][0].isdigit() and not f[0].isdigit()
    return small and len(s) > 1 and list(s) == list(f[1:]) and _are_nation(s[:-1])


def _are_nation(parts: Sequence[str]) -> bool:
    """Tell the words of a people or its land: "new zealand", "malian"."""
    return len(place_forms(" ".join(parts))) > 1


_SMALL_UNITS = frozenset({"battalion", "brigade", "division", "regiment"})


def matches_turned(s: Sequence[str], f: Sequence[str]) -> bool:
    """Match the number before or behind the head: "Division 13" ↔ "13th Division"."""
    if len(s) != 2 or len(f) != 2:
        return False
    return any(
        one[0] == other[1]
        and is_body_noun(one[0])
        and one[1].isdigit()
        and re.sub(r"\D", "", other[0]) == one[1]
        for one, other in ((s, f), (f, s))
    )


@lru_cache(maxsize=1 << 14)
def counted_as(part: str) -> int | None:
    """Give the number that a word of a unit's name tells: "8", "8th", "Eighth", "Eight"; None for others."""
    low = spelled(norm(part))
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", low)
    return int(digits[1]) if digits is not None else _COUNTS.get(low)


_SMALL_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
_COUNTS = {word: number for number, word in enumerate(_SMALL_COUNTS, 1)}


def _is_roman(part: str) -> bool:
    return not part.strip("ivxl")


@lru_cache(maxsize=1 << 14)
def head_before_of(f: tuple[str, ...]) -> str:
    """Give the noun that heads a name: the last word before "of"."""
    stop = next((at for at, part in enumerate(f) if part in _LINKS and at), len(f))
    return f[stop - 1]


@lru_cache(maxsize=1 << 16)
def abbreviates_unit(short: str, full: str) -> bool:
    """Tell whether letters with a number stand for a unit of that number: "7RRR", "JG 54"."""
    found = _SHORT.fullmatch(short)
    if found is None or not (found[1] or found[3]) or (found[1] and found[3]):
        return False
    words = norm(full).split()
    numbers = [re.sub(r"\D", "", word) for word in words if word[0].isdigit()]
    letters, rest = found[2].replace(" ", "").replace(".", ""), [w for w in words if not w[0].isdigit()]
    if numbers != [found[1] or found[3]] or not rest or sum(c.isupper() for c in letters) < 2:
        return False
    told = "".join(word[0] for word in rest if word not in _SMALL)
    if told.endswith(letters.lower()):
        return True
    owned = rest[1:] if len(rest) > 1 and _is_nation(rest[0]) else rest  # "U.S. Destroyer Squadron 12"
    return not (letters.isupper() and len(rest) > 1) and (_spells(letters, rest) or _spells(letters, owned))


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Tell letters that follow each other in the words from the first on: "DesRon", "PzG", "JG"."""
    joined, at = "".join(words), 0
    for letter in letters.lower():
        at = joined.find(letter, at) + 1
        if not at:
            return False
    return letters[0].lower() == joined[0] and len(joined) > 2 * len(letters)
