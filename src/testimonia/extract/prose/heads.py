"""What a noun phrase is headed by: a noun, a machine by its type, a ship by its name, a word of harm.

example          two T-55 · 37 Roe Ju 88s · HMS Roe · civilian casualties
counter-example  fighter pilots · the Imam Roe Mosque
"""

import re
from collections.abc import Sequence

from testimonia.extract.figures import vague_adjective
from testimonia.extract.prose.aircraft import in_the_air, resisting
from testimonia.extract.prose.chunk import Chunk, Line
from testimonia.extract.prose.lexemes import (
    FIGHTERS,
    Noun,
    Trigger,
    compound_of,
    noun_of,
    noun_openers,
    tell_openers,
    triggers_at,
)
from testimonia.extract.prose.persons import is_person
from testimonia.extract.prose.vessels import PREFIXES, ships
from testimonia.extract.tokens import Token
from testimonia.lexicon import peoples, word_set

__all__ = ["describe"]

_BEHIND_NOUNS = word_set("grammar", "behind_nouns")
_IN_MASSES = word_set("grammar", "in_masses")
_BUILDINGS = word_set("grammar", "buildings")
_MODELS = re.compile(r"[0-9]{1,3}[A-Z]{0,2}s?")
_SHORT = 3
_NUMBERING = frozenset({"big", "hwy", "mk", "no", "nr", "pt", "rte", "top"})
"""What stands before a number that is not a model's: "the No 2"."""
_MACHINE = re.compile(
    r"[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Za-z]{0,4}|[A-Z][a-z]{2,7}-[A-Z]{1,2}\d{1,2}"
    r"|[A-Z]{1,3}\d[A-Z]{1,2}(?:\d|-\d{1,2}[A-Z]?)?s?"
)
"""A designation of a weapon or vehicle: T-72, Su-24MR, BM-21s, Pantsir-S1, A6M2, F4F-3s."""
_MACHINES = re.compile(r"[A-Z]{1,3}\d{1,3}(?:[A-Z]{1,2}(?:\d|-\d{1,2}[A-Z]?)?)?s")
"""Several machines of a type, written in one: M13s, D3As, B5N2s, F4F-3s."""
_PREFIXES = PREFIXES | word_set("naming", "merchant_prefixes")


def describe(chunk: Chunk, line: Line) -> None:
    """Find the head noun of a phrase, and whether it is a word of harm."""
    if chunk.body >= 0:
        _find_head(chunk, line)
        chunk.low = line.tokens[chunk.head].low
        machine = _machine_named(chunk, line)
        if machine is not None:
            chunk.noun = _machine(machine)
        if chunk.noun is None and chunk.figure is not None and "-" in chunk.low:
            chunk.noun = compound_of(line.tokens[chunk.head].text)
        chunk.name = line.letter_of.get(chunk.head) == "C" and chunk.noun is None
        chunk.person = chunk.name and is_person(line.tokens, chunk.body, chunk.last, line.known.persons)
        if chunk.name and line.known.vessels:
            chunk.noun = _vessel_named(chunk, line)
        chunk.harm = _harm(chunk, line)
    if chunk.harm is not None and chunk.harm.role == "noun_event" and chunk.figure is None:
        massed = chunk.low in _IN_MASSES
        words = (at for at in range(chunk.body, chunk.last) if massed or line.tokens[at].low != "mass")
        adjectives = (vague_adjective(line.tokens, at) for at in words)
        chunk.figure = next((one for one in adjectives if one and one.last <= chunk.last), None)


def _find_head(chunk: Chunk, line: Line) -> None:
    """Set the head: the last known noun, unless another content word stands behind it."""
    at = chunk.head = chunk.body
    openers, letters = noun_openers(), line.letter_of
    if line.tokens[chunk.last - 1].capital and line.tokens[chunk.last - 1].low in _BUILDINGS:
        chunk.head = chunk.last - 1  # "the Imam Roe Mosque" is nobody
        return
    while at < chunk.last:
        low = line.tokens[at].low
        found = noun_of(line.tokens, at) if low in openers else None
        if found is not None and found[0] <= chunk.last:
            if not (found[1].kind == "people" and line.tokens[at].capital and _is_of_ship(chunk)):
                chunk.head, chunk.noun = at, found[1]
            at = found[0]
            continue
        behind = low in _BEHIND_NOUNS
        word = letters.get(at) == "W" and not behind and not _is_designation(line.tokens[at].text)
        if word or (chunk.noun is None and at in letters and not (behind and at > chunk.body)):
            chunk.head, chunk.noun = at, None
        at += 1


def _is_of_ship(chunk: Chunk) -> bool:
    """Tell the name of "the cruiser Admiral Roe" from an admiral."""
    return chunk.noun is not None and chunk.noun.singular in ships()


def _is_designation(text: str) -> bool:
    return not text.isalpha() and any(sign.isdigit() for sign in text)


def _machine_named(chunk: Chunk, line: Line) -> str | None:
    """Give the machines of "two T-55", "37 Roe Ju 88s", "eight CR.42 fighters", a squadron's "four Roes"."""
    head = line.tokens[chunk.head]
    if chunk.noun is None and "-" in head.text and _MACHINE.fullmatch(head.text):
        return head.text
    if chunk.figure is None:
        return _one_model(chunk, line)
    if chunk.noun is None and _MACHINES.fullmatch(head.text):
        return head.text
    named = line.tokens[chunk.body : chunk.last]
    if chunk.of_kind("unit") and head is not named[-1] and any(map(_typed, named[:-1])):
        return named[-1].text if named[-1].low.endswith("s") else None  # "four Army B-26 Marauders"
    modelled = any(_MACHINE.fullmatch(token.text) or _is_model(named, at) for at, token in enumerate(named))
    plural = head.capital and head.low.endswith("s") and chunk.noun is None and head.low not in peoples()
    fighters = chunk.noun is not None and chunk.noun.form.lower() in FIGHTERS  # not "fighter pilots"
    flying = in_the_air(line.tokens) or (fighters and line.known.aloft and not resisting(named))
    if not (modelled or ((plural or fighters) and flying)):
        return None
    return head.text if plural or fighters or _MODELS.fullmatch(head.text) else None


def _typed(token: Token) -> bool:
    return _MACHINE.fullmatch(token.text) is not None


def _one_model(chunk: Chunk, line: Line) -> str | None:
    """Give the machine of "a Ju 88", "the German Bf 109"; None for "the No 2"."""
    named = line.tokens[chunk.body : chunk.last]
    at = chunk.head - chunk.body
    single = chunk.det and chunk.noun is None and chunk.head == chunk.last - 1
    if not single or not _is_model(named, at) or named[at - 1].low in _NUMBERING:
        return None
    return named[at].text


def _is_model(named: Sequence[Token], at: int) -> bool:
    """Tell "Ju 88", "CR.42": a short name and a number."""
    signs = at > 1 and named[at - 1].text == "."
    before = named[at - 1 - signs] if at > signs else None
    number = _MODELS.fullmatch(named[at].text)
    return number is not None and before is not None and before.capital and len(before.text) <= _SHORT


def _vessel_named(chunk: Chunk, line: Line) -> Noun | None:
    """Give the ship that goes by a bare name, or behind a prefix: "Roe", "HMS Roe"; None for other names."""
    words = [token.text for token in line.tokens[chunk.body : chunk.last]]
    name = " ".join(words[1:] if len(words) > 1 and words[0] in _PREFIXES else words)
    return Noun(name, name, "materiel", "combatants") if name in line.known.vessels else None


def _machine(designation: str) -> Noun:
    return Noun(designation.lower(), designation, "materiel", "combatants", plural=designation.endswith("s"))


def _harm(chunk: Chunk, line: Line) -> Trigger | None:
    """Give the word of harm that a phrase ends in, the longest: "civilian casualties"."""
    tokens = line.tokens
    places = [at for at in range(chunk.body, chunk.last) if tokens[at].low in tell_openers()]
    for at in places:
        end, triggers = triggers_at(tokens, at)
        if end > chunk.last and line.letter_of.get(chunk.last) == "&":
            end, triggers = triggers_at(tokens[: chunk.last], at)  # "shot a guard dead and wounded two"
        goes_on = end > chunk.last and tokens[chunk.last].low in {"of", ","}  # "prisoners of war"
        if end == chunk.last or goes_on:
            found = next((trigger for trigger in triggers if trigger.is_noun), None)
            if found is not None:
                return found
    return None
