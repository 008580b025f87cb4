"""Bodies that are told by the same words in another order, or by a people and its land.

example          Malian Ministry of Defence ↔ Defence Ministry of Mali · Regiment 58 ↔ 58th Regiment
example          First Roe Army ↔ Roe 1st Army · Royal Malian Navy ↔ Malian Royal Navy
counter-example  5th Tank Army · 5th Army of Tanks and Guns · Northern Roe Front · Northern Dow Front
"""

import re
from functools import lru_cache

from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.actors.naming import place_forms

__all__ = ["LINKS", "matches_reordered"]

LINKS = frozenset({"of", "for", "in", "and", "the"})
"""Small words that join the telling ones of a name."""
_NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th|d|e|º|ª)?")


def matches_reordered(s: tuple[str, ...], f: tuple[str, ...]) -> bool:
    """Match two names whose telling words are one by one the same; a body heads them both."""
    mine = _telling(s) if abs(len(s) - len(f)) <= 3 else []
    if len(mine) < 2 or mine != _telling(f) or not any(is_body_noun(part) for part in s):
        return False
    return any(len(word) > 1 and not is_body_noun(word) for word in mine)


@lru_cache(maxsize=1 << 14)
def _telling(parts: tuple[str, ...]) -> list[str]:
    """Give the words that tell a body from others, in alphabetical order: a land for its people."""
    words, at = [], 0
    while at < len(parts):
        size = 2 if len(place_forms(" ".join(parts[at : at + 2]))) > 1 and at + 1 < len(parts) else 1
        word = " ".join(parts[at : at + size])
        at += size
        if word not in LINKS:
            words.append(_told(word))
    return sorted(words)


def _told(word: str) -> str:
    number = _NUMBER.fullmatch(word)
    forms = place_forms(word)
    return number[1] if number else min(forms) if len(forms) > 1 else word
