"""Names from Arabic letters, which each writer puts into Latin ones anew: the consonants stay.

example          Khalifa al-Rowayl · Khalifa Rowail     Abdul Qader Dow · Abdulqader Daw
counter-example  Ann Rowe · Ann Row (no Arabic name)    Ali al-Hasan · Ali al-Husayn (two first names)
"""

import re
from functools import lru_cache

from testimonia.extract.actors.names import is_given_name
from testimonia.extract.actors.naming import norm
from testimonia.extract.actors.variants import sounds
from testimonia.lexicon import word_set

__all__ = ["are_arabic_spellings", "consonants", "is_arabic"]

_ARTICLES = word_set("naming", "arabic_articles")
_SERVANTS = frozenset({"abd", "abdal", "abdel", "abdul"})
"""What begins names like "servant of the Mighty", written in one word or two."""


def is_arabic(words: str) -> bool:
    """Tell whether a name has an Arabic article or "Abdul" in it, so that the rules here hold for it."""
    parts = norm(words).split()
    return any(part in _ARTICLES for part in parts[:-1]) or any(part[:4] == "abdu" for part in parts)


@lru_cache(maxsize=1 << 14)
def _parts(words: str) -> tuple[str, ...]:
    """Give the words of a name without articles, "Abdul Qader" as one."""
    found: list[str] = []
    for part in norm(words).split():
        if part in _ARTICLES:
            continue
        if found and found[-1] in _SERVANTS:
            found[-1] = f"abdul{part}"
        else:
            found.append(part)
    return tuple(found)


def are_arabic_spellings(one: str, other: str) -> bool:
    """Tell whether two full names are one in other letters: as many words, each with the same consonants."""
    a, b = _parts(one), _parts(other)
    if len(a) != len(b) or len(a) < 2 or not (is_arabic(one) or is_arabic(other)):
        return False
    return norm(one) != norm(other) and all(_alike(x, y) for x, y in zip(a, b, strict=True))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    two_names = is_given_name(one) and is_given_name(other)  # "Hasan", "Husayn"
    letters = consonants(one)
    return not two_names and len(letters) > 1 and letters == consonants(other)


@lru_cache(maxsize=1 << 14)
def consonants(word: str) -> str:
    """Give the consonants of a word, lower case, as they sound: "rowayl" → "rvl"."""
    return re.sub(
        r"(.)\1", r"\1", re.sub(r"[aeiuy]", "", sounds(re.sub(r"(?<=[ae])h$", "", word))).replace("kh", "k")
    )
