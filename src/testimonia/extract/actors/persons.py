"""Which names are persons: a title before, a father's name, or what persons alone do and are not.

example          Colonel Tom Roe · Ibrahim ibn Roe · Ann Dow said · led by Tom Roe
counter-example  Northern Front · Kayes Province · the Tom Roe (a ship) · in Port Roe
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache

from testimonia.extract.actors.deeds import is_deed
from testimonia.extract.actors.kinds import body_kind, is_body_noun, is_foreign_head, is_outlet
from testimonia.extract.actors.names import Name, Use, is_given_name
from testimonia.extract.actors.naming import country_of, norm
from testimonia.extract.actors.titles import is_rank, rank_end, small_rank_end, title_end
from testimonia.lexicon import rows, word_set

__all__ = ["can_be_person", "find_persons", "has_given_name", "is_placelike", "likely_place", "shows_person"]

_FATHERS = word_set("naming", "fathers")
_ARABIC_PLACES = word_set("naming", "arabic_places")
_LEADERS = frozenset({"by", "under"})
_LEADING = frozenset({"command", "commands", "leadership"})
_LED = word_set("naming", "led")
_AT = word_set("naming", "place_prepositions")
_IN = word_set("naming", "sure_place_prepositions")
_KIN = word_set("naming", "kin")
_TITLE_SURNAMES = word_set("naming", "title_surnames")
_OWN = word_set("naming", "owned")
_DOING = word_set("naming", "acts")


@lru_cache(maxsize=1 << 16)
def can_be_person(words: str) -> bool:
    """Tell whether capitalised words can be a person's name by what they are made of."""
    parts = words.split()
    low = norm(words).split()
    if not all(part[0].isupper() or not part[0].isalpha() or _is_particle(part) for part in parts):
        return False
    if not 1 <= len(parts) <= 8 or not low or any(c.isdigit() for c in words) or is_outlet(words):
        return False
    if any(
        len(part) > 1 and part.isupper() and "." not in part and not set(part) <= set("IVX") for part in parts
    ):
        return False
    if (
        set(parts[0]) <= set("IVX")
        or (
            is_rank(parts[-1]) and not (low[-1] in _TITLE_SURNAMES and len(low) > 1 and not is_rank(parts[0]))
        )
        or (is_body_noun(low[0]) and len(low) > 1 and low[0] != "jihad")
    ):
        return False
    initial = any(len(part) == 2 and part[1] == "." for part in parts[:-1])
    if (
        (not initial and (is_body_noun(low[-1]) or body_kind(words) is not None))
        or is_foreign_head(low[0])
        or country_of(words) is not None
    ):
        return False
    inner = low[1:-1] if not is_rank(parts[0]) else []  # "Salih Muslim Roe"; not "General Christian Roe"
    told = [word for word in low if word not in _faiths() or word not in inner]
    if len(low) > 1 and is_given_name(low[0]) and low[0] in _faiths():
        told = told[1:]  # "Christian Roe"
    elif len(low) > 1 and is_given_name(low[0]) and low[0] not in _demonyms() and low[-1] in _PEOPLES_TOO:
        told = told[:-1]  # "Ann French"
    return (len(low[-1]) > 1 or low[-1] in "ivx") and not any(
        word in _unpersonal() or word in _demonyms() or country_of(word) for word in told
    )


_PEOPLES_TOO = frozenset({"english", "french", "german", "holland", "ireland", "romano", "scott", "walsh"})
"""Last names that are peoples' and lands' names, too."""


def _is_particle(part: str) -> bool:
    """Tell "van", "al-Roe", "d'Orr" from words of the language."""
    return part in _PARTICLES or re.match(r"[a-z]{1,4}[-'’`ʻʼ‘][A-ZÀ-Þ]", part) is not None


_PARTICLES = word_set("naming", "person_particles")


@cache
def _unpersonal() -> frozenset[str]:
    """Give the words that stand in names of places, events, bodies, ships, but not of persons."""
    words = {
        row["form"].lower() for table in ("events", "placekinds", "months", "weekdays") for row in rows(table)
    }
    return frozenset(words - word_set("naming", "surnames_too")) | word_set("naming", "unpersonal")


@cache
def _demonyms() -> frozenset[str]:
    table = frozenset(
        norm(row["form"])
        for row in rows("demonyms")
        if row["kind"] in {"state", "historical", "region", "religion"}
    )
    return table - word_set("naming", "names_too")


@cache
def _faiths() -> frozenset[str]:
    return frozenset(norm(row["form"]) for row in rows("demonyms") if row["kind"] == "religion")


def find_persons(names: Mapping[str, Name]) -> Iterator[Name]:
    """Give the names that are persons, in text order."""
    last_words = {low for low, name in names.items() if " " not in low and _by_last_name(name)}
    acting = {low for low, name in names.items() if any(shows_person(use) for use in name.uses)}
    placed = {low.rsplit(" ", 1)[0] for low in names if low.rsplit(" ", 1)[-1] in _place_kinds()}
    for name in names.values():
        person = _is_person(name, last_words) or _is_ruler(name, acting)
        if person and not _behind_place(name, names) and name.low not in placed:
            yield name


def _is_ruler(name: Name, acting: Collection[str]) -> bool:
    """Tell a ruler by the number, where the text has the name without it doing something: "Roe XIII"."""
    before, _, last = name.low.rpartition(" ")
    return before in acting and set(last) <= set("ivx") and can_be_person(name.words)


@cache
def _place_kinds() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("placekinds"))


def _behind_place(name: Name, names: Mapping[str, Name]) -> bool:
    """Tell a person's last name right behind a place: "when they had passed Kayes Roe sent them on"."""
    first, last = (names.get(part) for part in (name.low.split()[0], name.low.split()[-1]))
    return first is not None and last is not None and last is not first and likely_place(first, sure=True)


def likely_place(name: Name, *, sure: bool = False) -> bool:
    """Tell whether the uses of a name speak for a place; `sure` leaves out "from Roe", "to Roe"."""
    placed = sum(use.before in (_IN if sure else _AT) and not _acts(use) for use in name.uses)
    return placed > 0 and placed / len(name.uses) >= 0.34


def _by_last_name(name: Name) -> bool:
    """Tell whether the text calls a person by this single word: it has a title, speaks or does something."""
    return name.share(_AT) < 0.15 and any(_titled(use) or shows_person(use) for use in name.uses)


def shows_person(use: Use) -> bool:
    """Tell whether the name does what persons do where it stands: "Roe renamed it", "Roe, who had fled"."""
    tokens, at = use.sentence.tokens, use.last
    if use.before in _ARTICLES or at >= len(tokens):
        return False
    who = at + (tokens[at].text == ",")
    told = at + (tokens[at].low.endswith("ly") and at + 1 < len(tokens))  # "Roe reportedly told them"
    return _acts(use) or is_deed(tokens[told]) or (who < len(tokens) and tokens[who].low == "who")


def _is_person(name: Name, alone: set[str]) -> bool:
    parts = name.low.split()
    if not can_be_person(name.words) or (
        len(parts) > 1 and parts[0] in _ARABIC_PLACES - {"abu", "sheikh", "shaykh", "umm"}
    ):
        return False
    if len(parts) == 1 or (len(parts) == 2 and parts[0] in {"al", "el"}):
        titled = any(_titled(use) and not is_placelike(use) for use in name.uses)
        return titled and len(name.low) > 2 and not likely_place(name)
    return _by_its_words(name, parts, alone) or (
        not likely_place(name) and name.share(_ARTICLES) <= 0.3 and _by_its_uses(name, parts, alone)
    )


def _by_its_words(name: Name, parts: list[str], alone: set[str]) -> bool:
    """Tell a title, a father's name, or "Roe al-Dow" where the text calls him Roe."""
    if (
        any(_titled(use) for use in name.uses)
        or not _FATHERS.isdisjoint(parts[1:-1])
        or parts[0] in {"abu", "ibn"}
    ):
        return True
    return (
        "al" in parts[1:-1] and parts[0] in alone and parts[0] not in _ARABIC_PLACES and name.share(_AT) == 0
    )


def _by_its_uses(name: Name, parts: list[str], alone: set[str]) -> bool:
    """Tell somebody who acts, goes by the last name alone, or has initials."""
    last = parts[-1] in alone and not set(parts[-1]) <= set("ivx")
    given = has_given_name(name.words) and not any(_is_told_place(use) for use in name.uses)
    return last or given or any(_acts(use) for use in name.uses) or _shown_by(name)


_ARTICLES = frozenset({"the", "a", "an", "this"})


def _is_told_place(use: Use) -> bool:
    """Tell a name that is said to be a place: "Tom Dow, a town"."""
    tokens, at = use.sentence.tokens, use.last
    article = at + 2 < len(tokens) and tokens[at].text == "," and tokens[at + 1].low in {"a", "the"}
    return article and any(token.low in _place_kinds() for token in tokens[at + 2 : at + 5])


def has_given_name(words: str) -> bool:
    """Tell whether a name of two to four words begins with a first name: "Ann Roe", "Tom van der Dow"."""
    parts = words.split()
    named = 1 < len(parts) < 6 and is_given_name(parts[0])
    return named and norm(parts[-1]) not in _place_kinds() | _UNPERSONAL


_UNPERSONAL = word_set("naming", "unpersonal")


def _shown_by(name: Name) -> bool:
    return any(len(part) == 2 and part[1] == "." for part in name.words.split())


def _titled(use: Use) -> bool:
    """Tell whether a rank, honorific or office stands right before the name."""
    tokens = use.sentence.tokens
    if use.title == use.first:
        return any(small_rank_end(tokens, at) == use.first for at in range(max(0, use.first - 3), use.first))
    return (
        rank_end(tokens, use.title) == use.first
        or title_end(tokens, use.title) == use.first
        or _title_within(use)
    )


def is_placelike(use: Use) -> bool:
    """Tell titles that places bear too: "Sheikh Roe", "Ras al-Roe", "Khan Roe", "St. Roe"."""
    tokens = use.sentence.tokens
    one = all(token.text == "." for token in tokens[use.title + 1 : use.first])
    return use.title < use.first and one and use.last - use.first == 1 and tokens[use.title].low in _PLACELIKE


_PLACELIKE = word_set("naming", "placelike")


def _title_within(use: Use) -> bool:
    tokens = use.sentence.tokens
    return any(title_end(tokens, at) == use.first for at in range(use.title, use.first))


def _acts(use: Use) -> bool:
    """Tell whether the name does what persons do here: it leads, speaks, owns an army."""
    tokens = use.sentence.tokens
    if use.before in _LEADERS and use.title > 1 and tokens[use.title - 2].low in _LED:
        return True
    if use.before == "of" and use.title > 1 and tokens[use.title - 2].low in _LEADING:
        return True
    if use.after in {"'s", "’s"} and use.last + 1 < len(tokens):
        return tokens[use.last + 1].low in _OWN
    return (use.after in _DOING and use.before != "the") or _is_kin(use)


def _is_kin(use: Use) -> bool:
    """Tell "Ann Roe, Dow's niece" and "Tom Dow, a cousin of hers"."""
    if use.after != ",":
        return False
    tokens, at = use.sentence.tokens, use.last
    behind = [token.low for token in tokens[at + 1 : at + 6]]
    kin = next((k for k, low in enumerate(behind) if low in _KIN), 0)
    return kin > 0 and bool({"a", "the", "his", "her", "'s", "’s"} & {behind[kin - 1], behind[0]})
