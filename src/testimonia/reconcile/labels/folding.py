"""Names without case, marks and punctuation, so that "Ménaka" and "MENAKA" are one; and their trigrams."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from testimonia.mapping.slugs import JOINING, latin_letters

__all__ = ["fold", "trigrams"]

_MARGIN = "  "
"""Before a name, so that its first letter counts thrice: people seldom misspell it."""


def fold(label: str) -> str:
    """Give a label in small letters and digits of its script, with single spaces between words.

    Marks are dropped (é is e, ł is l), and so are the signs within a word: Jama'at is jamaat. A label
    without letters and digits folds to nothing.
    """
    if label.isascii():
        folded = "".join(_spelt(char) for char in label.lower())
    else:
        folded = "".join(map(_spelt, unicodedata.normalize("NFKD", label.casefold())))
    return " ".join(folded.split())


def trigrams(folded: str) -> set[int]:
    """Give the trigrams of a folded label, each as one number: three code points of 21 bits.

    >>> len(trigrams("mali")), trigrams("mali") & trigrams("malawi") == trigrams("mal") & trigrams("mali")
    (5, True)
    """
    points = [ord(char) for char in f"{_MARGIN}{folded} "]
    return {(a << 42) | (b << 21) | c for a, b, c in zip(points, points[1:], points[2:], strict=False)}


@lru_cache(maxsize=4096)
def _spelt(char: str) -> str:
    """Spell one character: as letters, as a space where words part, or not at all."""
    if char in JOINING or unicodedata.combining(char):
        return ""
    if char.isalnum():
        return char if char.isascii() else (latin_letters(char) or char).lower()
    return char if unicodedata.category(char) == "Mc" else " "  # vowels of Indian scripts
