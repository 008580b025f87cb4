"""Short forms that keep only the last telling part of a body's name, or leave out an article.

example          Al-Roe Legion … Roe Legion · Ali al-Roe Movement … al-Roe Movement, Roe Movement
example          43rd (Dale) Infantry Division … Dale Division · Roelander Red Guards … Red Guard
counter-example  Free Roe Army … Roe Army · 43rd (Dale) Infantry Division … Dale Brigade
"""

import re
from collections.abc import Sequence

from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.actors.naming import norm, place_forms
from testimonia.lexicon import word_set

__all__ = [
    "matches_bracket",
    "matches_guards",
    "matches_last_part",
    "matches_plain",
    "matches_without_article",
]

_FULL = 4
"""Words of "Ali al-Roe Movement"."""
_STYLES = frozenset({"imperial", "national", "provisional", "royal"})
_GROUPED = frozenset({"battalion", "brigade"})
_GENERIC = frozenset(
    {
        *("air", "armed", "armored", "army", "artillery", "border", "defense", "engineer", "flying"),
        *("guard", "horse", "infantry", "intelligence", "liberation", "marine", "naval", "police"),
        *("rifle", "security", "tank"),
    }
)
"""Words that do not tell one body of its kind from another: "National Security Forces"."""
_ARTICLES = word_set("naming", "articles")


def matches_without_article(s: Sequence[str], f: Sequence[str]) -> bool:
    """Match without the Arabic article: "Al-Roe Legion" ↔ "Roe Legion"."""
    one, other = ([part for part in parts if part not in _ARTICLES] for parts in (s, f))
    return len(one) > 1 and one == other and is_body_noun(one[-1])


def matches_last_part(s: Sequence[str], f: Sequence[str]) -> bool:
    """Match by the last name with the head: "Ali al-Roe Movement" → "al-Roe Movement"."""
    if len(f) < _FULL or f[-3] != "al" or not is_body_noun(f[-1]):
        return False
    return list(s) in (list(f[-3:]), list(f[-2:]))


def matches_plain(s: Sequence[str], f: Sequence[str]) -> bool:
    """Match without the style before it, or the "group" behind: "Royal Roe Fusiliers" → "Roe Fusiliers"."""
    if list(s) == list(f[:-1]) and f[-1] == "group":
        return s[-1] in _GROUPED
    styled = f[0] in _STYLES and list(s) == list(f[1:]) and len(s) > 1
    return styled and is_body_noun(s[-1]) and not _GENERIC.issuperset(s[:-1])


def matches_guards(s: Sequence[str], f: Sequence[str]) -> bool:
    """Match without whose it is and in the other number: "Roelander Red Guards" → "Red Guard"."""
    owned = len(f) == len(s) + 1 > 2 and len(place_forms(f[0])) > 1
    return owned and s[:-1] == f[1:-1] and s[-1] + "s" == f[-1] and is_body_noun(s[-1])


def matches_bracket(short: str, full: str) -> bool:
    """Match a unit by the honour in brackets: "43rd (Dale) Division" → "Dale Division", "43rd Dale"."""
    inside = re.search(r"\(([^)]+)\)", full)
    if inside is None:
        return False
    number, *_, head = norm(full).split()
    own = norm(inside[1])
    called = {f"{own} {head}", f"{number} {own}", f"{number} {own} {head}"}
    return is_body_noun(head) and norm(short) in called
