"""Short forms of the names of bodies, one small rule each; `fits_body` asks them in order.

example          5th Mechanized Division … 5th Division · Syrian Arab Army … Syrian Army
example          Al-Roe Front … Al-Roe, Roe, Jabhat al-Roe · Roe Regiment … the Roes
example          Committees of Kayes … Committees · Armed Forces of Mali … Malian Armed Forces
counter-example  Malian Army … Malian · Kayes Brigade … in Kayes
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from testimonia.extract.actors.body_owners import (
    matches_head_with_kind,
    matches_inverted,
    matches_other_owner,
    matches_owned,
    matches_ownerless,
)
from testimonia.extract.actors.body_words import Parts, body_words
from testimonia.extract.actors.bynames import matches_byname
from testimonia.extract.actors.kinds import is_body_noun, is_foreign_head
from testimonia.extract.actors.last_parts import (
    matches_bracket,
    matches_guards,
    matches_last_part,
    matches_plain,
    matches_without_article,
)
from testimonia.extract.actors.naming import country_of, is_demonym, norm, place_forms, stems
from testimonia.extract.actors.reordered import matches_reordered
from testimonia.extract.actors.unit_numbers import (
    abbreviates_unit,
    head_before_of,
    matches_by_number,
    matches_headless,
    matches_numberless,
    matches_turned,
)
from testimonia.extract.actors.variants import are_spellings
from testimonia.lexicon import word_set
from testimonia.model import Actor

__all__ = ["CLOSEST", "fits_actor", "fits_body", "of_other_nation"]

CLOSEST = frozenset({"same", "owned", "owner"})
"""Rules that change no telling word of a name; they go before the others."""

_ARTICLES = word_set("naming", "articles")
_CROWNS = word_set("naming", "crowns")
_TRANSLATED = {
    "front": {"jabhat"},
    "brigade": {"liwa"},
    "brigades": {"liwa", "kataib", "kateeb"},
    "army": {"jaysh", "jaish"},
    "battalion": {"katibat", "kateeb"},
    "battalions": {"kataib"},
    "movement": {"harakat"},
    "party": {"hizb"},
    "group": {"jamaat", "jamaah"},
}


@lru_cache(maxsize=1 << 14)
def fits_body(short: str, full: str) -> str | None:
    """Give the rule by which a short form can stand for a body, None if by none."""
    s, f = body_words(short), body_words(full)
    if not s or not f:
        return None
    if s != f and _is_of_people(short) and not (_dynasty(s, f) or _people_of(s, f) or _realm(s, f)):
        return None
    if _another_crown(s, f) or _another_crown(f, s):
        return None
    found = None
    for name, rule in _RULES:
        if rule(s, f):
            found = name
            break
    if found is None and (abbreviates_unit(short, full) or _ends_in_acronym(short, full)):
        return "abbreviated"
    if found is None and matches_bracket(short, full):
        return "bracket"
    return found


def _another_crown(royal: Parts, owned: Parts) -> bool:
    """Tell that the "Roelander Royal Air Force" is not the Royal Air Force."""
    forms = place_forms(owned[0])
    if royal[0] != "royal" or "royal" not in owned[1:2] or owned[0] in royal:
        return False
    return len(forms) > 1 and "british" not in forms


def _ends_in_acronym(short: str, full: str) -> bool:
    """Match an acronym without the word before it: "Provisional RRA" → "RRA"."""
    before, _, last = full.rpartition(" ")
    return last == short and len(short) > 2 and short.isalpha() and short.isupper() and before.isalpha()


@lru_cache(maxsize=1 << 16)
def _is_of_people(short: str) -> bool:
    """Tell names of countries and peoples, which stand for no single body: "Mali", "Syrian Arab"."""
    return country_of(short) is not None or all(len(place_forms(part)) > 1 for part in body_words(short))


def _same(s: Parts, f: Parts) -> bool:
    """Match "Defence Forces" and "Defense Force" for spelling or number only."""
    return len(s) == len(f) and all(a.rstrip("s") == b.rstrip("s") for a, b in zip(s, f, strict=True))


def _in_order(s: Parts, f: Parts) -> bool:
    rest = iter(f)
    return all(part in rest for part in s)


def _same_ends(s: Parts, f: Parts) -> bool:
    """Match by first word and head: "Syrian Arab Army" → "Syrian Army"."""
    if not 1 < len(s) < len(f) or s[0] != f[0] or s[-1] != head_before_of(f):
        return False
    dropped = [part for part in f if part not in s]
    if s[0] in _CROWNS or (not is_demonym(s[0]) and any(is_demonym(part) for part in dropped)):
        return False  # "Royal Roelander Navy", "Royal Auxiliary Navy" are not "Royal Navy"
    return is_body_noun(s[-1]) and _in_order(s, f) and not _numbers(f)


def _numbers(f: Parts) -> bool:
    return any(part[0].isdigit() for part in f)


def _without_head(s: Parts, f: Parts) -> bool:
    """Match without the head: "al-Roe Front" → "al-Roe", "Roe and Dow Regiment" → "Roe and Dow"."""
    bare, core = _bare(s), f[:-1]
    if not bare or bare[-1] not in core:
        return False
    while core and is_body_noun(core[-1]):
        core = core[:-1]
    if (
        not (is_body_noun(f[-1]) or f[-1] in _OUTLETS)
        or _numbers(f)
        or not _bare(core)
        or is_demonym(core[-1])
    ):
        return False
    return bare == _bare(core) and (len(bare) > 1 or _tells(bare[0]))


_OUTLETS = frozenset({"agency", "news", "newspaper", "radio", "television", "tv"})


def _bare(parts: Parts) -> list[str]:
    return [part for part in parts if part not in _ARTICLES]


def _tells(word: str) -> bool:
    return len(word) > 3 and bool(stems(word)) and len(place_forms(word)) < 2 and not is_body_noun(word)


def _translated(s: Parts, f: Parts) -> bool:
    """Match with the head in another language: "al-Roe Front" ↔ "Jabhat al-Roe"."""
    for one, other in ((s, f), (f, s)):
        if (
            one[-1] in _TRANSLATED
            and other[0] in _TRANSLATED[one[-1]]
            and _bare(one[:-1]) == _bare(other[1:])
        ):
            return True
    return len(s) < len(f) and is_foreign_head(f[0]) and _bare(s) == _bare(f[1:]) and _tells(_bare(s)[-1])


def _members(s: Parts, f: Parts) -> bool:
    """Match its people by its first word: "Roe and Dow Highlanders" → "the Roes"."""
    first = f[1] if f[0][0].isdigit() and len(f) > 2 else f[0]
    county = s[0].endswith("s") and len(s[0]) > 5 and first.endswith("shire") and first.startswith(s[0][:-1])
    return len(s) == 1 and len(f) > 1 and (s[0] == first + "s" or county) and _tells(first)


def _people_of(s: Parts, f: Parts) -> bool:
    """Match "Free Roeland" ↔ "Free Roelanders": a state's name with the form of its people."""
    return (
        len(s) == len(f) > 1
        and s[:-1] == f[:-1]
        and s[-1] in place_forms(f[-1])
        and len(place_forms(f[-1])) > 1
    )


def _dynasty(s: Parts, f: Parts) -> bool:
    """Match the people of a realm that is named after its rulers: "Roe Caliphate" → "the Roes"."""
    realms = {"caliphate", "empire", "dynasty", "sultanate", "khanate", "emirate", "kingdom"}
    return len(s) == 1 and len(f) == 2 and f[1] in realms and s[0] == f[0] + "s"


def _realm(s: Parts, f: Parts) -> bool:
    """Match a realm by its land: "Kingdom of Roeland" → "Roeland"."""
    if len(f) < 3 or f[0] not in _REALMS or f[1] != "of":
        return False
    land = [part for part in f[2:] if part != "the"]
    return list(s) == land and land[-1].rstrip("s") not in _REALMS


_REALMS = word_set("naming", "realms")


def _rest_by_letters(s: Parts, f: Parts) -> bool:
    """Match the first word in full, the rest by its letters: "Roe People's Republic" → "Roe PR"."""
    return (
        len(s) == 2
        and len(f) > 2
        and s[0] == f[0]
        and len(s[1]) > 1
        and s[1] == "".join(part[0] for part in f[1:])
    )


def _head_alone(s: Parts, f: Parts) -> bool:
    """Match the head alone, capitalised: "Roe Observatory for Rights" → "the Observatory"."""
    return len(s) == 1 and len(f) > 1 and s[0] == head_before_of(f) and is_body_noun(s[0])


_RULES: list[tuple[str, Callable[[Parts, Parts], bool]]] = [
    ("same", _same),
    ("same", matches_without_article),
    ("owned", matches_owned),
    ("owner", matches_other_owner),
    ("number", matches_by_number),
    ("number", matches_headless),
    ("numberless", matches_numberless),
    ("byname", matches_byname),
    ("turned", matches_turned),
    ("reordered", matches_reordered),
    ("ends", _same_ends),
    ("headless", _without_head),
    ("translated", _translated),
    ("inverted", matches_inverted),
    ("ownerless", matches_ownerless),
    ("members", _members),
    ("letters", _rest_by_letters),
    ("people", _people_of),
    ("dynasty", _dynasty),
    ("realm", _realm),
    ("tail", matches_head_with_kind),
    ("tail", matches_last_part),
    ("tail", matches_plain),
    ("owned", matches_guards),
    ("head", _head_alone),
]


def of_other_nation(words: str, actor: Actor) -> bool:
    """Tell a body of one nation from one whose names tell another: "Malian Army", "Army of Roeland"."""
    mine = _nations(words)
    theirs = frozenset().union(*(_nations(name) for name in (actor.label, *actor.aliases)))
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


@lru_cache(maxsize=1 << 16)
def _nations(words: str) -> frozenset[str]:
    """Give the forms of every country and people that the words of a name tell."""
    parts = norm(words).split()
    forms = [place_forms(part) for part in parts] + [place_forms(" ".join(pair)) for pair in pairwise(parts)]
    return frozenset().union(*(found for found in forms if len(found) > 1))


def fits_actor(words: str, actor: Actor) -> str | None:
    """Give the rule by which words can stand for an actor, by any of its names; None if by none."""
    rules = [
        rule
        for full in (actor.label, *actor.aliases)
        if (rule := fits_body(words, full)) is not None
        and (rule in {"letters", "people", "same", "realm"} or not country_of(full))
    ]
    if rules and of_other_nation(words, actor):
        return None
    strong = [rule for rule in rules if rule != "head"]
    if not rules and " " in words and are_spellings(words, actor.label):
        return "spelling"
    return next(iter(strong or rules), None)
