"""Names made comparable: case, accents, articles and punctuation aside."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from testimonia.lexicon import rows, word_set

__all__ = [
    "bare",
    "country_of",
    "is_demonym",
    "is_former",
    "is_people",
    "key_of",
    "norm",
    "peoples_in",
    "place_forms",
    "stems",
]

_QUOTES = "\"“”'’‘"
_DETERMINER = re.compile(r"^(?:the|a|an|all|both|his|her|its|their|these|those|some|other)\s+", re.IGNORECASE)


@lru_cache(maxsize=1 << 16)
def bare(words: str) -> str:
    """Strip determiners, quotation marks and a possessive ending: "the Front's" → "Front".

    What belongs to the name stays: the marks of `"C" Company`, the apostrophe of "Kala'".
    """
    words = re.sub(r"\s+", " ", words).strip(" \t\n,;:()")
    words = words.rstrip(".") if words.count(".") == 1 else words
    while True:
        shorter = _DETERMINER.sub("", _unquoted(words))
        if shorter == words:
            return re.sub(r"(?:['’]s|(?<=s)['’])$", "", words)
        words = shorter


def _unquoted(words: str) -> str:
    """Strip quotation marks around the whole, and one that lost its fellow."""
    if words[:1] in _QUOTES and (words[-1:] in _QUOTES or sum(c in _QUOTES for c in words) == 1):
        words = words[1:]
        return words[:-1].strip() if words[-1:] in _QUOTES else words.strip()
    return words[:-1].strip() if words[-1:] in '"“”' and sum(c in '"“”' for c in words) == 1 else words


@lru_cache(maxsize=1 << 16)
def norm(words: str) -> str:
    """Give a name in lower-case ASCII letters, digits and single blanks, in its own letters without any."""
    if words.isascii() and words.isalpha():  # the short way for most of the lexicon's thousands
        return words.lower()
    return _ascii(words) or " ".join(re.findall(r"\w+", bare(words).lower()))


def _ascii(words: str) -> str:
    plain = unicodedata.normalize("NFKD", bare(words)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", plain.replace("'", "").replace("`", "").replace(".", "")).strip()


def key_of(words: str) -> str:
    """Give a slug for a name, never empty: what has no ASCII letters keeps its code points."""
    return _ascii(words).replace(" ", "-") or "-".join(f"{ord(c):x}" for c in words if not c.isspace())[:60]


_GENERIC = word_set("naming", "generic")


def stems(name: str) -> frozenset[str]:
    """Give the telling words of a name, generic ones left out."""
    return frozenset(
        word
        for word in norm(name).split()
        if word not in _GENERIC and len(word) > 2 and not word[0].isdigit() and not set(word) <= set("ivxl")
    )


@cache
def _countries() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in rows("countries"):
        for form in (row["name"], *row["aliases"].split("|")):
            if form:
                table.setdefault(norm(form), row["name"])
    return table


def country_of(name: str) -> str | None:
    """Give the country that a name names ("the US" → "United States"), present or former."""
    return _countries().get(norm(name))


_PARTED = frozenset({"east", "free", "north", "south", "west"})


@cache
def _former() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("countries") if row["former"])


def is_former(name: str) -> bool:
    """Tell whether a name names a country that is no more: "Empire of Japan"; parts of one do not count."""
    return country_of(name) in _former() and norm(name).split()[0] not in _PARTED


@cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in rows("demonyms"):
        form = norm(row["form"])
        table[form] = (*table.get(form, ()), row["place"])
    return table


def is_demonym(words: str) -> bool:
    """Tell whether words are the adjective or people of a place: "Malian", "Umayyads"; not "Mali"."""
    return norm(words) in _demonyms() and country_of(words) is None


@cache
def _peoples() -> frozenset[str]:
    return frozenset(norm(row["form"]) for row in rows("demonyms") if row["role"] == "plural")


def is_people(words: str) -> bool:
    """Tell whether words are a people as a whole: "Umayyads", "Dutch"; not "Malian"."""
    return norm(words) in _peoples() and country_of(words) is None


@cache
def _forms() -> dict[str, frozenset[str]]:
    """Every place with the forms of its people: "Mali" → malian, malians."""
    table: dict[str, set[str]] = {}
    for form, places in _demonyms().items():
        for place in places:
            table.setdefault(norm(place), set()).add(form)
    return {place: frozenset(forms) for place, forms in table.items()}


@lru_cache(maxsize=1 << 16)
def place_forms(name: str) -> frozenset[str]:
    """Give all forms by which a place or people goes: its name, adjective, plural; also from a demonym."""
    low = norm(name)
    country = _countries().get(low)
    own = {low} | ({norm(country)} if country else set())
    for place in _demonyms().get(low, ()):
        own.add(norm(place))
    return frozenset(own.union(*(_forms().get(place, frozenset()) for place in own)))


def peoples_in(name: str) -> Iterator[str]:
    """Give the forms of every state or people in a name: "Nazi Germany", "North Korean troops"."""
    parts = norm(name).split()
    for size in (3, 2, 1):
        for at in range(len(parts) - size + 1):
            forms = place_forms(" ".join(parts[at : at + size]))
            if len(forms) > 1 and (size > 1 or parts[at] not in _GENERIC):
                yield from forms
