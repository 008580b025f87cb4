"""Who or what is meant: fighters, people, places; and whether men, things or a place are taken.

example          captured the village · the fort surrendered          (a place)
counter-example  captured General Roe · seized arms · the last troops surrendered · overran the second line
"""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.actors.naming import is_people
from testimonia.extract.actors.titles import rank_end
from testimonia.extract.dates.letters import among
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.timeline.words import stem
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms, function_tags, rows

__all__ = [
    "force_nouns",
    "loses_place",
    "names_combatants",
    "names_people",
    "people_nouns",
    "takes_line",
    "takes_no_place",
    "takes_unit",
    "unit_nouns",
]

_SMALL = among("a an one two three four five six seven eight nine ten several dozens hundreds some many")
_THINGS = among(
    "equipment weapons weaponry ammunition documents supplies vehicles prisoners refuge shelter power command"
    " initiative ill"
)
_LINES = among("line lines")
_POSTS = among("headquarters battery")
_SURRENDER = stem("surrender")


@cache
def force_nouns() -> frozenset[str]:
    """Give the nouns for fighters, lower case."""
    return frozenset(row["form"].lower() for row in rows("people") if row["kind"] == "force")


def names_combatants(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether the words before a verb name fighters: "three rebels were killed", not "three people"."""
    return any(token.low in force_nouns() for token in tokens[max(0, verb.first - 4) : verb.first])


def names_people(words: Sequence[str]) -> bool:
    """Tell whether words, in lower case, have a noun for people: "Orm partisans", not "a fire"."""
    return not people_nouns().isdisjoint(words)


@cache
def _place_nouns() -> frozenset[str]:
    return forms("placekinds") | {"control"}


def loses_place(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell "lost the village" from "lost four tanks"."""
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 5]]
    return behind[:1] == ["the"] and not _place_nouns().isdisjoint(behind)


@cache
def people_nouns() -> frozenset[str]:
    """Give all nouns for people, lower case."""
    return frozenset(row["form"].lower() for row in rows("people"))


@cache
def unit_nouns() -> frozenset[str]:
    """Give the heads of formations, lower case."""
    return frozenset(row["form"].lower() for row in rows("units"))


def takes_line(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether a line of defence is taken, not a place: "the second line was overrun"."""
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 6]]
    before = [token.low for token in tokens[max(0, verb.first - 2) : verb.first]]
    told = before if verb.passive or tokens[verb.head].low in {"fell", "fallen"} else behind
    return not _LINES.isdisjoint(told)


def takes_unit(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether a unit is overrun, not a place: "overran a lone company"."""
    if verb.passive:
        return any(
            token.low in unit_nouns() | _POSTS for token in tokens[max(0, verb.first - 2) : verb.first]
        )
    return any(token.low in unit_nouns() | _POSTS for token in _object(tokens[verb.head + 1 : verb.head + 6]))


def takes_no_place(tokens: Sequence[Token], root: str, verb: Verb) -> bool:
    """Tell whether men or things are taken: "captured 13 militants", "seized arms", "two men surrendered"."""
    before, behind = tokens[max(0, verb.first - 5) : verb.first], tokens[verb.head + 1 : verb.head + 6]
    window = before if verb.passive or root == _SURRENDER else _object(behind)
    if root != _SURRENDER and _is_somebody(tokens, verb, window):
        return True
    if root == _SURRENDER and not verb.passive:
        return _men_surrender([token.low for token in window], [token.low for token in behind])
    if any(token.low in _THINGS for token in window[:4]) and not _place_nouns() & {t.low for t in window}:
        return True
    counted = any(token.kind == "number" or token.low in _SMALL for token in window[:3])
    return counted and any(token.low in people_nouns() for token in window)


def _is_somebody(tokens: Sequence[Token], verb: Verb, window: Sequence[Token]) -> bool:
    """Tell whether a person is taken: "he was captured", "captured General Roe", "captured seven Serbs"."""
    if verb.passive:
        return bool(window) and window[-1].low in _HE
    first = window[0].low if window else ""
    titled = bool(window) and (window[0].capital and rank_end(tokens, verb.head + 1) > verb.head + 1)
    counted = any(token.kind == "number" or token.low in _SMALL for token in window[:3])
    return (
        first in _HIM
        or titled
        or (counted and any(is_people(token.text) for token in window if token.capital))
    )


_HE = among("he she who him they")
_HIM = among("him her")


def _object(behind: Sequence[Token]) -> Sequence[Token]:
    """Give the object right behind a verb: "two villages" of "two villages from rebel forces"."""
    tags = function_tags()
    ends = (k for k, token in enumerate(behind) if tags.get(token.low) == "P" and token.low != "of")
    return behind[: next(ends, len(behind))]


def _men_surrender(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Tell men who give up from a place that does: "the last troops surrendered", "the fort surrendered"."""
    given = behind[:1] and (function_tags().get(behind[0], "D") == "D") and behind[0][0].isalpha()
    if given and unit_nouns().isdisjoint(behind[:3]):
        return False  # "the mayor surrendered Orm", "surrendered the city of Orm"
    men = people_nouns() | unit_nouns() | {"they", "he", "reds", "whites", "remnants"}
    placed = not (_place_nouns() | {"garrison", "at", "in"}).isdisjoint(before)
    return not men.isdisjoint(before) and not placed
