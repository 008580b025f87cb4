"""Participles that describe what follows them instead of telling what was done.

example          the captured guns · seven destroyed or damaged trucks · 30 fleeing Dows · a revised figure
counter-example  the Dows captured guns · repulsed the attack and destroyed equipment
"""

import re
from collections.abc import Sequence

from testimonia.extract.prose.lexemes import noun_of, triggers_at, verb_roles
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms, word_set

__all__ = ["describes_named", "is_adjective", "is_attributive", "pair_participles"]

_COUNTED = word_set("grammar", "counted")
_PAIR = re.compile("[QD][VW]&V[WC]")
_SAID = frozenset({"said", "claimed", "announced", "stated"})
_APART = frozenset({"remaining", "surviving", "other", "last", "few"})
_ADJECTIVES = word_set("grammar", "adjectives")
_GRADES = word_set("grammar", "grades")
_ADJECTIVE_ENDINGS = ("ous", "ive", "ful", "ent", "ant", "vy", "ble", "ern", "ian", "ary")


def is_attributive(tags: Sequence[str], tokens: Sequence[Token], at: int) -> bool:
    """Tell participles that stand as adjectives or nouns: "the captured guns", "heavy shelling"."""
    tag, before, after = tags[at], tags[at - 1], tags[at + 1] if at + 1 < len(tags) else "."
    if before == "M":
        return True
    described = tag == "G" and before == "W" and is_adjective(tokens[at - 1].low)
    apart = tag == "V" and tokens[at - 1].low in _APART and at > 1 and tags[at - 2] == "D"
    graded = tag == "V" and at > 1 and tags[at - 2] == "D" and tokens[at - 1].low[-2:] == "ly"
    made = tag == "V" and before == "B" and at > 1 and tags[at - 2] == "Q" and after == "W"
    apart = apart or (made and _graded(tokens, at))
    if after in "WC" and (apart or (graded and triggers_at(tokens, at)[1])):
        return True  # "the remaining isolated tanks", "20 newly built galleys", "a mortally wounded officer"
    if before == "D" or (described and noun_of(tokens, at - 1) is None):
        people = after == "C" and before == "D" and tokens[at + 1].low in forms("demonyms")
        people = people and not triggers_at(tokens, at)[1]  # "a burning Dow tank" has been hit
        return after != "D" and not (tag == "G" and after in "QC" and not people)
    if tag == "V" and after == "W" and tokens[at + 1].low in _COUNTED and before == "W":
        return _grades(tokens[at - 1].low)  # "a new revised figure", but "the army estimated casualties"
    described = after in "WC" if before == "Q" else tag == "V" and after == "W" and before in "P,&IG"
    named = described and any(noun_of(tokens, k) for k in range(at + 1, min(at + 3, len(tokens))))
    done = before in ",&" and (_wrecks(tokens, at) or (before == "," and tokens[at].low in _SAID))
    if named and done and any(tag in "VX" for tag in tags[: at - 1]):
        return False  # "repulsed the attack and destroyed equipment", "ten had died, said local officials"
    return named and triggers_at(tokens, at)[0] <= at + 1  # not "and taken prisoner"


def describes_named(tags: Sequence[str], tokens: Sequence[Token], at: int) -> bool:
    """Tell "30 fleeing Dows", "the number of executed Dows", "two low-flying Roe bombers"."""
    named = tags[at + 1 : at + 2] == ["C"]
    if "-" in tokens[at].text:
        return tags[at] == "G" and tags[at - 1] in "QD" and named
    people = named and tokens[at + 1].low.endswith("s") and not tokens[at + 1].low.endswith("ss")
    harmless = tags[at] == "G" or not triggers_at(tokens, at)[1]  # "seven startled Dows"
    return people and ((tags[at - 1] == "Q" and harmless) or (tags[at] == "V" and tokens[at - 1].low == "of"))


def pair_participles(tags: list[str], tokens: Sequence[Token]) -> None:
    """Make one description of "seven destroyed or damaged trucks", "400 armed and trained fighters"."""
    for pair in _PAIR.finditer("".join(tags)):
        at = pair.start() + 1
        if _led(tokens, at) and _names_things(tokens, at + 3):
            tags[at : at + 3] = "WWW"


def is_adjective(low: str) -> bool:
    """Tell "heavy" and "defensive", by a list and by their endings, from nouns and verbs."""
    return (low.endswith(_ADJECTIVE_ENDINGS) and not low.endswith("ment")) or low in _ADJECTIVES


def _graded(tokens: Sequence[Token], at: int) -> bool:
    """Tell "20 newly built galleys" from "300 finally took the gate"."""
    led = "participle" in verb_roles(tokens[at].low) and not triggers_at(tokens, at)[1]
    nouns = (noun_of(tokens, k) for k in range(at + 1, min(at + 3, len(tokens))))
    plural = any(found is not None and found[1].plural for found in nouns)
    return led and plural and tokens[at - 1].low.endswith("ly")


def _grades(low: str) -> bool:
    """Tell "new", "final", "official" from "army" and "ministry"."""
    return is_adjective(low) or low.endswith(("al", "est")) or low in _GRADES


def _led(tokens: Sequence[Token], at: int) -> bool:
    return "participle" in verb_roles(tokens[at].low) or tokens[at].low.endswith("ed")


def _names_things(tokens: Sequence[Token], at: int) -> bool:
    return any(noun_of(tokens, k) for k in range(at, min(at + 3, len(tokens))))


def _wrecks(tokens: Sequence[Token], at: int) -> bool:
    """Tell "destroyed" and "executed", after which things or people are lost anyway, from "wounded"."""
    done = [sense for sense in triggers_at(tokens, at)[1] if sense.role == "past"]
    return any(sense.measure == "killed" or (sense.materiel and not sense.weak) for sense in done)
