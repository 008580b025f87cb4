"""ASCII names for IRIs out of labels of any script, and short stable hashes."""

from __future__ import annotations

import re
import unicodedata
from base64 import b32encode
from functools import lru_cache
from hashlib import sha256

__all__ = ["JOINING", "latin_letters", "short_hash", "slug"]

LONGEST = 80
"""Longer slugs are cut at a word and closed with a hash: file systems and people give up later."""

_LATIN = re.compile(r"LATIN (?:SMALL|CAPITAL) (?:LETTER|LIGATURE) (?:[A-Z]+ )*?([A-Z]{1,2})(?: WITH .*)?")
_SPELT = {"ß": "ss", "ẞ": "ss", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ŋ": "ng", "Ŋ": "ng", "ə": "e"}
"""Latin letters whose Unicode name does not say what they are usually replaced with."""
JOINING = frozenset("'’‘ʼʻʾʿ`´′\"“”„«»")
"""Marks within or around a word that do not part it: Jama'at is jamaat."""


def short_hash(*parts: str) -> str:
    """Give 8 characters of a-z and 2-7 that depend on the parts and their order alone (40 bits)."""
    digest = sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest[:5]).decode("ascii").lower()


@lru_cache(maxsize=4096)
def slug(label: str) -> str:
    """Give a name of a-z, 0-9 and single hyphens, never empty.

    Latin letters lose their marks. Where letters of another script have to be left out, a hash of
    the label stands in for them, so that two such labels never become one name.
    """
    plain, lost = _ascii(label)
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(words) > LONGEST:
        words, lost = words[:LONGEST].rpartition("-")[0] or words[:LONGEST], True
    if lost or not words:
        mark = short_hash(unicodedata.normalize("NFKC", label))
        return f"{words}-{mark}" if words else mark
    return words


def _ascii(label: str) -> tuple[str, bool]:
    """Spell a label in ASCII and tell whether a letter or digit was lost."""
    if label.isascii():
        return label.replace("'", "").replace("`", "").replace('"', ""), False
    spelt: list[str] = []
    lost = False
    for char in unicodedata.normalize("NFKD", label):
        if char in JOINING or unicodedata.combining(char):
            continue
        letter = char if char.isascii() else latin_letters(char)
        lost = lost or (letter is None and char.isalnum())
        spelt.append(letter or "-")
    return "".join(spelt), lost


def latin_letters(char: str) -> str | None:
    """Spell a Latin letter that has no decomposition by its Unicode name: ł is an L WITH STROKE."""
    if char in _SPELT:
        return _SPELT[char]
    name = _LATIN.fullmatch(unicodedata.name(char, ""))
    return name[1] if name else None
