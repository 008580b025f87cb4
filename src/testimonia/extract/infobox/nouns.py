"""What a figure counts: people, civilians, materiel, whole units, or something that is no force.

The last noun known decides ("Hezbollah fighters", "light anti-tank guns"); designations such as
"T-72" or "U-864" are known by their shape, ships by the prefix of their navy.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from testimonia.extract.phrases import PhraseTable
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows, word_set

__all__ = ["Noun", "is_civilian", "is_ship", "is_single_person", "is_thing", "noun_at", "nouns_in", "sort_of"]

Sort = Literal["people", "civilians", "materiel", "type", "unit", "blocked", "nothing", "unknown"]
"""What a figure counts; "type" is a type of materiel known by its capital alone ("41 Dakota")."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A known noun."""

    sort: Sort
    singular: str
    number: str = "plural"
    kind: str = ""
    """Of people: "force", "arm" ("cavalry"), "rank", "civilian"."""
    proper: bool = False
    """True for a designation or a ship's name."""


_DESIGNATION = re.compile(r"^(?:[A-Z][A-Za-z]{0,3}[-\u2011\u2010]?\d{1,4}[A-Za-z]{0,4}(?:[-/]\d+\w*)?)$")
_SHIP = word_set("layout", "ship")


@cache
def _nouns() -> PhraseTable[Noun]:
    entries: list[tuple[str, Noun]] = []
    for row in rows("people"):
        sort: Sort = "civilians" if row["category"] == "civilians" else "people"
        entries += [(row["form"], Noun(sort, row["singular"], row["number"], row["kind"]))]
    entries += [_thing("materiel", row) for row in rows("materiel")]
    entries += [_thing("unit", row) for row in rows("units")]
    entries += [(row["form"], Noun("blocked", row["form"])) for row in rows("measures_units")]
    return PhraseTable(entries)


def _thing(sort: Sort, row: dict[str, str]) -> tuple[str, Noun]:
    return row["form"], Noun(
        sort, row["singular"], "singular" if row["form"] == row["singular"] else "plural"
    )


def noun_at(tokens: Sequence[Token], at: int, limit: int) -> tuple[int, Noun] | None:
    """Give the longest known noun that begins at a token, and its end."""
    found = _nouns().at(tokens, at, limit)
    if found:
        return found
    word = tokens[at].text
    if _DESIGNATION.match(word) and not word.isdigit():
        return at + 1, Noun("materiel", word, "singular", proper=True)
    return None


def nouns_in(tokens: Sequence[Token]) -> list[tuple[int, int, Noun]]:
    """Give all known nouns among the tokens, as (first, end, noun)."""
    found, at = [], 0
    while at < len(tokens):
        noun = noun_at(tokens, at, len(tokens))
        if noun:
            found.append((at, noun[0], noun[1]))
            at = noun[0]
        else:
            at += 1
    return found


def sort_of(head: Sequence[Token]) -> Sort:
    """Tell what the words behind a figure count."""
    words = [token for token in head if token.kind == "word"]
    if not words:
        return "nothing"
    nouns = nouns_in(head)
    if not nouns:
        return "materiel" if re.fullmatch(r"[A-Z]{2,}s", words[-1].text) else "unknown"
    if nouns[0][2].sort == "unit" and nouns[0][1] < len(head) and head[nouns[0][1]].low == "of":
        return "unit"  # "two platoons of tanks"
    return _last_of([noun for _, _, noun in nouns])


def _last_of(nouns: Sequence[Noun]) -> Sort:
    """Let the last noun decide, but for civilians among others and for designations of people."""
    last, sorts = nouns[-1], {noun.sort for noun in nouns}
    if last.singular == "fighter" and "materiel" in sorts:
        return "materiel"  # "Su-27 fighter"
    if "civilians" in sorts and last.sort != "people":
        return "civilians"
    if last.sort == "blocked" and last.singular.startswith("piece") and len(nouns) > 1:
        return "materiel"  # "field artillery pieces"
    return "people" if last.proper and "people" in sorts else last.sort


def is_civilian(tokens: Sequence[Token]) -> bool:
    """Tell whether words speak of civilians."""
    return any(
        token.low.startswith("civilian") or token.low in {"noncombatants", "non-combatants"}
        for token in tokens
    ) or any(noun.sort == "civilians" for _, _, noun in nouns_in(tokens))


def is_thing(head: Sequence[Token]) -> bool:
    """Tell whether words name materiel."""
    return sort_of(head) == "materiel" or is_ship(head)


def is_ship(tokens: Sequence[Token]) -> bool:
    """Tell whether words begin with the prefix of a navy's ships and go on with a name."""
    return len(tokens) > 1 and tokens[0].low in _SHIP and tokens[1].capital


def is_single_person(head: Sequence[Token]) -> bool:
    """Tell whether words name one person by function: "Commander", "One officer"."""
    nouns = nouns_in(head)
    return (
        bool(nouns)
        and nouns[-1][2].sort == "people"
        and nouns[-1][2].number == "singular"
        and nouns[-1][1] == len(head)
    )
