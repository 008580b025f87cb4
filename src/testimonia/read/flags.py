"""Flags and what they stand for: emoji, the letters of flag templates, names of image files.

A flag beside words says whose they are: whose soldier, whose casualties. An image whose name does
not say whose flag it is stands for an unknown country, "".
"""

import re
from functools import cache, lru_cache

from testimonia.read.tables import table

__all__ = ["EMOJI", "country_of_emoji", "country_of_file", "country_of_letters"]

EMOJI = "[\U0001f1e6-\U0001f1ff]{2}|\U0001f3f4[\U000e0061-\U000e007a]{3,6}\U000e007f"
"""A pattern for a flag: two regional letters, or a black flag with the letters of a region."""

_EXTENSION = re.compile(r"\.[a-z]{3,4}$", re.IGNORECASE)
_KIND = re.compile(
    r"^(?:(?:civil|naval|national|war|state|old|historical)\s)*(?:flag|emblem|logo|seal|symbol|badge|insignia|banner|ensign"
    r"|coat\sof\sarms|patch|war\sflag|roundel|infobox)\b(?:\s(?:of|map|badge))*(?:\sthe)?\s"
    r"|\s(?:naval\s|war\s)?(?:flag|logo|emblem|seal|symbol|insignia|calligraphy|badge|banner|ensign|patch|ssi|coat\sof\sarms)\b.*$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?|\s+(?:bordered|svg|icon|small)$|\b\d{4}\b.*$", re.IGNORECASE)


@cache
def _countries() -> dict[str, str]:
    return {row["code"]: row["country"] for row in table("countries")}


def country_of_letters(letters: str) -> str:
    """Give the country of "ML", "GER" or "GB-SCT"; other words are returned as they are."""
    return _countries().get(letters, letters)


def country_of_emoji(flag: str) -> str:
    """Give the country of a flag emoji, "" if its letters stand for none."""
    if flag[0] == "\U0001f3f4":
        letters = "".join(chr(ord(tag) - 0xE0000) for tag in flag[1:-1]).upper()
        return _countries().get(f"{letters[:2]}-{letters[2:]}", "")
    return _countries().get("".join(chr(ord(letter) - 0x1F1E6 + 65) for letter in flag), "")


@lru_cache(maxsize=4096)
def country_of_file(name: str) -> str:
    """Give whose flag or logo a file shows by its name: "Flag of Mali.svg" is "Mali"; else ""."""
    words = _EXTENSION.sub("", name.strip()).replace("_", " ").strip()
    found = _KIND.sub("", words, count=1).strip(" -–,")
    if found == words:
        return ""
    return _NOTE.sub("", found).strip(" -–,")
