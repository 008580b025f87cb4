"""Noun phrases: determiner, figure, naming words, head.

example          the sixty ISGS militants · three MSA and GATIA fighters · 112 guns available
example          a 2,000-strong column · no French losses · the destroyed tank
counter-example  "Mali and five soldiers" is two phrases; "soldiers from Idlib" ends at its head
"""

import re
from collections.abc import Mapping, Sequence

from testimonia.extract.figures import Figure, vague_adjective
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
from testimonia.extract.tokens import Token
from testimonia.lexicon import peoples, word_set

__all__ = ["read_noun_phrase"]

Starts = Mapping[int, Figure]
"""First token of each figure to the figure."""

_CALIBRES = frozenset({"inch", "in", "mm", "cm", "pounder", "pounders", "pdr", "pdrs"})
_BEHIND_NOUNS = word_set("grammar", "behind_nouns")
_IN_MASSES = word_set("grammar", "in_masses")
_BUILDINGS = word_set("grammar", "buildings")
_BODIES = word_set("grammar", "bodies")
_SIZES = word_set("grammar", "sizes")
_TOLD = frozenset({"claimed", "confirmed", "estimated", "known", "recorded", "registered", "reported"})
_PAPERS = word_set("grammar", "papers")
_MORE = frozenset({"more", "other", "additional", "further"})
_OPEN_KINDS = frozenset({"vague", "unknown", "none"})
_APART = frozenset({"surviving", "first", "last", "remaining", "other", "next", "final"})
_MODELS = re.compile(r"[0-9]{1,3}[A-Z]{0,2}s?")
_SHORT = 3
_MACHINE = re.compile(r"[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Za-z]{0,4}|[A-Z][a-z]{2,7}-[A-Z]{1,2}\d{1,2}")
"""A designation of a weapon or vehicle: T-72, Su-24MR, BM-21s, Pantsir-S1."""
_MACHINES = re.compile(r"[A-Z]{1,3}\d{1,3}[A-Z]?s")
"""Several machines of a type, written in one: M13s, D3As, B5Ns."""
_PREFIXES = word_set("naming", "ship_prefixes")
_HARM_NOUNS = frozenset({"noun_event", "noun_person"})


def read_noun_phrase(line: Line, at: int, starts: Starts) -> tuple[Chunk, int]:
    """Read the noun phrase that begins at a position; give it and the position behind it."""
    first = at
    det = line.low(at) if line.letters[at] == "D" else ""
    while line.letter(at) == "D":
        at += 1
    if at > first:
        at = _over_adverbs(line, at)
    figure = starts.get(line.places[at]) if at < len(line.places) else None
    if figure is not None:
        at = _over_figure(line, at, figure)
    body, at = at, max(_over_naming(line, at, starts), first + 1)
    apart = not _APART.isdisjoint(line.lows[first:at])
    chunk = Chunk("np", line.places[first], line.places[at - 1] + 1, det=det, figure=figure, told_apart=apart)
    chunk.body = line.places[body] if body < at else -1
    _describe(chunk, line)
    chunk.owner = line.letter(at) == "M"
    return chunk, at + chunk.owner


def _over_adverbs(line: Line, at: int) -> int:
    """Go over "almost" in "the almost empty camp"."""
    end = at
    while line.letter(end) == "B":
        end += 1
    return end if line.letter(end) in "QWC" else at


def _over_figure(line: Line, at: int, figure: Figure) -> int:
    """Go over a figure with what belongs to it: "12 more", "many of the"."""
    while at < len(line.places) and line.places[at] < figure.last:
        at += 1
    vague = figure.quantity.kind in _OPEN_KINDS
    while line.low(at) in _MORE or (vague and line.low(at) == "of"):
        at += 1
    return at + (vague and line.letter(at) == "D")


def _over_naming(line: Line, at: int, starts: Starts) -> int:
    """Go over the naming words of a phrase; give the position behind them."""
    while at < len(line.places):
        letter = line.letters[at]
        if letter in "WC" and line.places[at] not in starts and not _is_author(line, at):
            at += 1
        elif letter == "," and (kinds := _over_kinds(line, at) or _over_sizes(line, at)):
            at = kinds
        elif letter == "&" and any(within(line, at) for within in _JOINED):
            at += 1 + (line.letter(at + 1) in "VG")
        elif letter == "," and (end := _listed_kinds(line, at)) is not None:
            at = end
        elif letter in "BV" and at and (_grades(line, at) or _is_told(line, at)):
            at += 1
        elif letter == "-" and at and line.letters[at - 1] == "Q" and line.letter(at + 1) in "WV":
            at += 2  # "2,000-strong"
        elif letter == "P" and (end := _over_of(line, at)):
            at = end  # "ships of the line"
        elif letter == "-" and line.low(at - 1)[:1].isdigit() and line.low(at + 1) in _CALIBRES:
            at += 2  # "two 15-inch guns"
        else:
            break
    return at


def _is_author(line: Line, at: int) -> bool:
    """Tell "in his report Orr gave his losses as 30", where two phrases meet, from "the report Red Orr"."""
    if line.letters[at] != "C" or line.low(at - 1) not in _PAPERS:
        return False
    end = at
    while line.letter(end) == "C":
        end += 1
    led = at > 1 and line.letters[at - 1] == "W" and line.letters[at - 2] in "DW"
    return led and line.letter(end) in "VXIB"


def _grades(line: Line, at: int) -> bool:
    """Tell the adverb of "two badly damaged tanks" from one behind the count."""
    return line.letters[at] == "B" and line.letters[at - 1] in "DQ" and line.letter(at + 1) == "W"


def _is_told(line: Line, at: int) -> bool:
    """Tell "40 reported casualties" (one phrase) from "40 reported that they fled"."""
    counted = line.letters[at - 1] == "Q" and line.low(at) in _TOLD
    end = at + 1
    while line.letter(end) == "C" and end < at + 4:
        end += 1
    return counted and line.letter(end) == "W" and bool(triggers_at(line.tokens, line.places[end])[1])


def _joins(line: Line, at: int) -> bool:
    """Tell "MSA and GATIA fighters" (one phrase) from "Mali and five soldiers" (two)."""
    if line.letters[at - 1] != "C" or line.letter(at + 1) != "C" or noun_of(line.tokens, line.places[at - 1]):
        return False
    end = at + 1
    while line.letter(end) == "C":
        end += 1
    found = noun_of(line.tokens, line.places[end]) if line.letter(end) == "W" else None
    return found is not None


def _over_kinds(line: Line, at: int) -> int:
    """Go over "200 Roe, Dow, and Greek soldiers" from the first comma to the noun; 0 for other commas."""
    first = at - 1
    while first > 0 and line.letters[first] == "C":
        first -= 1
    if first == at - 1 or line.letters[first] != "Q" or line.low(at - 1).endswith("s"):
        return 0
    end = at
    while line.letter(end) in ",C&":
        end += 1
    found = noun_of(line.tokens, line.places[end]) if line.letter(end) == "W" else None
    people = found is not None and found[1].kind == "people" and found[1].plural
    return end if people and "&" in line.letters[at:end] and line.letters[end - 1] == "C" else 0


def _over_sizes(line: Line, at: int) -> int:
    """Go over "a small, ill-equipped force" from the comma to the force; 0 for other commas."""
    if line.low(at - 1) not in _SIZES:
        return 0
    end = at + 1
    while line.letter(end) in "BWV" and end < at + 5:
        if line.low(end) in _BODIES:
            return end
        end += 1
    return 0


def _joins_kinds(line: Line, at: int) -> bool:
    """Tell "44 medium and field guns" (one phrase) from "44 women and field guns" (two)."""
    place = line.places[at - 1]
    opened = at - 2
    while opened > 0 and line.letters[opened] == "C":
        opened -= 1
    described = line.letters[at - 1] == "W" and at > 1 and line.letters[opened] == "Q"
    thing = (
        line.low(at - 1).endswith("s") or noun_of(line.tokens, place) or triggers_at(line.tokens, place)[1]
    )
    if not described or thing or line.letter(at + 1) not in "WV":
        return False
    end = at + 1
    while line.letter(end) in "WV" and end < at + 4:
        found = noun_of(line.tokens, line.places[end])
        if found is not None:
            return found[1].plural
        end += 1
    return False


def _listed_kinds(line: Line, at: int) -> int | None:
    """Give the position of the noun that the kinds of "116 heavy, medium and torpedo bombers" share."""
    if at < 2 or line.letters[at - 2] != "Q" or not _is_kind(line, at - 1):
        return None
    while line.letter(at) == "," and _is_kind(line, at + 1):
        at += 2
    at += line.letter(at) == ","
    if line.letter(at) != "&" or line.letter(at + 1) != "W" or at + 2 >= len(line.places):
        return None
    shared = (noun_of(line.tokens, line.places[place]) for place in (at + 1, at + 2))
    return at + 1 if any(found is not None and found[1].plural for found in shared) else None


def _is_kind(line: Line, at: int) -> bool:
    """Tell "heavy" of "116 heavy, medium and torpedo bombers" from a thing or a person."""
    if line.letter(at) != "W" or at + 1 >= len(line.places):
        return False
    place = line.places[at]
    alone = noun_of(line.tokens, place)
    harm = triggers_at(line.tokens, place)[1]
    word = line.low(at)
    return (alone is None or alone[0] > place + 1) and not harm and word.isalpha() and word[-1] != "s"


def _inside_harm(line: Line, at: int) -> bool:
    """Tell "400 dead and wounded": one word of harm that holds the conjunction."""
    before = line.places[at] - 1
    end, triggers = triggers_at(line.tokens, before)
    if line.letter(at + 2) in "QD":
        return False  # "shot the guard dead and wounded two others"
    return end > before + 2 and any(trigger.role in _HARM_NOUNS for trigger in triggers)


def _inside_noun(line: Line, at: int) -> bool:
    """Tell "430 officers and men": one noun that holds the conjunction."""
    before = line.places[at] - 1
    found = noun_of(line.tokens, before)
    return found is not None and found[0] > before + 2


def _over_of(line: Line, at: int) -> int:
    """Go over the rest of a noun that holds an "of": "ships of the line"; 0 for others."""
    if line.low(at) != "of" or not at or line.low(at - 1) not in noun_openers():
        return 0
    found = noun_of(line.tokens, line.places[at - 1])
    end = at
    while found is not None and end < len(line.places) and line.places[end] < found[0]:
        end += 1
    return end if end > at + 1 else 0


_JOINED = (_joins, _inside_harm, _inside_noun, _joins_kinds)
"""What makes one noun phrase of the words around a conjunction."""


def _describe(chunk: Chunk, line: Line) -> None:
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
            chunk.head, chunk.noun = at, found[1]
            at = found[0]
            continue
        behind = low in _BEHIND_NOUNS
        word = letters.get(at) == "W" and not behind and not _is_designation(line.tokens[at].text)
        if word or (chunk.noun is None and at in letters and not (behind and at > chunk.body)):
            chunk.head, chunk.noun = at, None
        at += 1


def _is_designation(text: str) -> bool:
    return not text.isalpha() and any(sign.isdigit() for sign in text)


def _machine_named(chunk: Chunk, line: Line) -> str | None:
    """Give the machines of "two T-55", "37 Roe Ju 88s", "eight CR.42 fighters", a squadron's "four Roes"."""
    head = line.tokens[chunk.head]
    if chunk.noun is None and "-" in head.text and _MACHINE.fullmatch(head.text):
        return head.text
    if chunk.figure is None:
        return None
    if chunk.noun is None and _MACHINES.fullmatch(head.text):
        return head.text
    named = line.tokens[chunk.body : chunk.last]
    modelled = any(_MACHINE.fullmatch(token.text) or _is_model(named, at) for at, token in enumerate(named))
    plural = head.capital and head.low.endswith("s") and chunk.noun is None and head.low not in peoples()
    fighters = chunk.noun is not None and chunk.noun.form.lower() in FIGHTERS  # not "fighter pilots"
    flying = in_the_air(line.tokens) or (fighters and line.known.aloft and not resisting(named))
    if not (modelled or ((plural or fighters) and flying)):
        return None
    return head.text if plural or fighters or _MODELS.fullmatch(head.text) else None


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
            found = next((trigger for trigger in triggers if trigger.role in _HARM_NOUNS), None)
            if found is not None:
                return found
    return None
