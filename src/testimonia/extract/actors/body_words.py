"""The words of the name of a body, each in the one spelling by which names are compared.

example          Third Armoured Bde · 3rd Armored Brigade → 3rd armored brigade
example          XXXX. Panzer Corps → 40th panzer corps · 52nd (Roe) Division → 52nd division
counter-example  Li (a name, not 51)
"""

import re
from functools import lru_cache

from testimonia.extract.actors.naming import norm

__all__ = ["Parts", "body_words", "spelled"]

Parts = tuple[str, ...]
"""The words of a name."""

_COUNTING = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_SPELLED = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "armoured": "armored",
    "mechanised": "mechanized",
    "motorised": "motorized",
    "co": "company",
    "coy": "company",
    "bn": "battalion",
    "btn": "battalion",
    "regt": "regiment",
    "div": "division",
    "bde": "brigade",
    "sqn": "squadron",
    "sqdn": "squadron",
    "bty": "battery",
    "inf": "infantry",
    "cav": "cavalry",
    "armd": "armored",
    "mech": "mechanized",
    "para": "parachute",
    "fallschirmjager": "parachute",
    "abn": "airborne",
    "gds": "guards",
    "pz": "panzer",
    "pzg": "panzergrenadier",
    "pzgren": "panzergrenadier",
    **dict.fromkeys(("ad", "ar", "ash", "az"), "al"),
    **{word: f"{number}{_ENDINGS.get(number, 'th')}" for number, word in enumerate(_COUNTING, 1)},
}
"""Other spellings of one word, to the one that names are compared by."""
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN = {
    ten + unit: f"{number}{'th' if tens == 1 else _ENDINGS.get(units, 'th')}"
    for tens, ten in enumerate(_TENS)
    for units, unit in enumerate(_UNITS)
    if (number := 10 * tens + units) and ten + unit not in {"l", "li"}
}
"""The number of a unit in Roman figures, as in words: "IV Corps", "4th Corps"."""


@lru_cache(maxsize=1 << 16)
def body_words(words: str) -> tuple[str, ...]:
    """Give the words by which the name of a body is compared, lower case, brackets left out."""
    outside = (
        re.sub(r"\s*\([^)]*\)", "", words) if "(" in words else words
    ) or words  # "52nd (Roe) Division"
    low = norm(outside).replace(" group of forces", " army group")  # one word in Russian
    return tuple(spelled(part) for part in low.split())


def spelled(part: str) -> str:
    """Give the one spelling by which a word of a name, lower case, is compared: "third" → "3rd"."""
    if part.startswith(("xxxx", "lxxxx")):
        part = part.replace("xxxx", "xl")  # a corps of the German army
    return _SPELLED.get(part) or _ROMAN.get(part, part)
