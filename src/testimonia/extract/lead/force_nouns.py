"""What the noun behind a people's name makes of it: a force, a deed, or a place that is theirs.

force    Dow frigates · Roe and Dow troops
deed     the Roe conquest of …
place    the Dow port of Orm
counter-example  the Roe naval academy
"""

from typing import Literal

from testimonia.extract.actors.kinds import FIGHTING, body_kind, is_people_noun, people_category
from testimonia.extract.actors.naming import is_demonym
from testimonia.extract.lead.reach import stop_of
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import function_tags, word_set

__all__ = ["FORCES", "HOSTILE", "VERBS", "is_force", "noun_behind"]

HOSTILE = (
    word_set("naming", "lead_hostile")
    | word_set("naming", "lead_overcame")
    | word_set("naming", "lead_attacked")
    | word_set("naming", "attack_nouns")
    | word_set("naming", "onsets")
    | word_set("naming", "risings")
    | word_set("naming", "taking")
    | word_set("naming", "beaten")
)
"""Words between those who fight each other, verbs and nouns."""
_DEEDS = word_set("naming", "attack_nouns") | word_set("naming", "onsets") | word_set("naming", "lead_deeds")
VERBS = word_set("naming", "lead_verbs")
"""Words that end a noun phrase, as the lead's commonest verbs do."""
_SHIPS = word_set("naming", "lead_ships")
FORCES = word_set("naming", "lead_forces")
"""Nouns that make a force of a people, which no table of people or bodies has."""
_COMMONS = word_set("naming", "lead_commons")
_SCHOOLS = word_set("naming", "lead_schools")
_ENDS = VERBS | {"and", "of", "or", "against", "upon", "by", "as", "under"}
_REACH = 4
"""Words between a people and the noun of its force, at most."""


def noun_behind(
    sentence: Sentence, at: int, *, people: bool
) -> tuple[int, Literal["force", "deed", "place"] | None]:
    """Give the end of the noun behind a people's name, and what it makes of the people."""
    tokens = sentence.tokens
    end = stop_of(sentence, at) if at < len(tokens) else at
    if at + 2 < end and tokens[at].low in {"and", "or", "–"} and is_demonym(tokens[at + 1].text):
        at += 2  # "Roe and Dow defenders"
    for k in range(at, min(at + _REACH, end)):
        low = tokens[k].low
        if tokens[k].kind != "word" or (low not in _DEEDS and (_ends_noun(low) or low in HOSTILE)):
            break
        if low in _DEEDS and not (k + 1 < end and is_force(tokens[k + 1].low)):
            return k, "deed"
        if is_force(low) or (people and low in _SHIPS):
            end = k + 1
            while end < len(tokens) and _goes_on(tokens[end]):
                end += 1
            school = end < len(tokens) and tokens[end].low in _SCHOOLS
            return (end, None) if school else (end, "force")
    plain = at < len(tokens) and tokens[at].kind == "word" and not tokens[at].capital
    noun = (
        plain
        and tokens[at].low not in HOSTILE
        and not _ends_noun(tokens[at].low)
        and not tokens[at].low.endswith("ed")
    )
    return (at + 1, "place") if noun and end > at else (at, None)


def _goes_on(token: Token) -> bool:
    """Tell whether a word goes on with the noun of a force: "air force units"."""
    return is_force(token.low) and not token.capital and token.low not in HOSTILE


def _ends_noun(low: str) -> bool:
    """Tell words that no noun phrase goes over: verbs, "and", prepositions."""
    return low in _ENDS or low in function_tags()


def is_force(low: str) -> bool:
    """Tell nouns of those who fight: "troops", "garrison", "peasants"; not "tourists"."""
    if low in FORCES or body_kind(low) in FIGHTING:
        return True
    return is_people_noun(low) and (people_category(low) != "civilians" or low in _COMMONS)
