"""Verb groups: auxiliaries, adverbs and a main verb, with what it can tell.

example          had been killed · were reportedly taken prisoner · to have shot down · did not die
counter-example  "the wounded", "captured guns": participles that stand as nouns or adjectives
"""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from testimonia.extract.prose.chunk import Chunk, Line
from testimonia.extract.prose.lexemes import KILLED_OR_CAPTURED, Trigger, reports_at, triggers_at
from testimonia.extract.tokens import tokenize
from testimonia.lexicon import word_set

if TYPE_CHECKING:
    from testimonia.model import Measure

__all__ = ["begins_verb_group", "read_verb_group"]

_BE = word_set("grammar", "be")
_MAY = word_set("grammar", "may")
_DEEDS = frozenset({"past", "participle", "gerund"})

_ILL = frozenset({"ill", "sick", "silent"})
"""What one falls into without being killed: "20 more fell sick"."""
_DENIED = ("n't", "cannot")
_LINKS = frozenset({"or", "and", "/"})
_RETURN = frozenset({"return", "returned"})
_TAKE = frozenset({"take", "takes", "taking", "took", "taken"})
_NOT_TAKEN = frozenset({"off", "part", "place", "over", "up", "cover", "action", "aim", "refuge", "shelter"})
"""What one takes without taking anybody or anything: "28 planes took off"."""


def begins_verb_group(line: Line, at: int) -> bool:
    """Tell whether a verb group begins at a position."""
    letter = line.letters[at]
    if letter == "T":
        return line.letter(at + 1) in "IXV"
    return letter in "XVGI" or (letter in "NB" and _verb_follows(line, at))


def _verb_follows(line: Line, at: int) -> bool:
    while line.letter(at) in "NB":
        at += 1
    return line.letter(at) in "XVGI"


def read_verb_group(line: Line, at: int) -> tuple[Chunk, int]:
    """Read the verb group that begins at a position; give it and the position behind it."""
    first = at
    infinitive = line.letters[at] == "T"
    at += infinitive
    before = at
    while line.letter(at) == "X" or (line.letter(at) in "NB" and _verb_follows(line, at)):
        at += 1
    small = [(line.letters[k], line.low(k)) for k in range(before, at)]
    aux = [low for letter, low in small if letter == "X"]
    chunk = Chunk("vp", line.places[first], line.places[first] + 1, infinitive=infinitive)
    chunk.adverbs = tuple(low for letter, low in small if letter != "X")
    chunk.copula = line.letter(at) not in "VGI"
    if not chunk.copula:
        at = _main_verb(chunk, line, at)
    chunk.last = line.places[at - 1] + 1
    _voice(chunk, aux)
    if chunk.negated and chunk.low in _RETURN and not chunk.modal:
        chunk.negated, chunk.triggers = False, _not_back()  # "did not return"
    return chunk, at


@cache
def _not_back() -> tuple[Trigger, ...]:
    """Give what "did not return" tells of machines: that they "failed to return"."""
    return tuple(sense for sense in triggers_at(tokenize("failed to return"), 0)[1] if sense.role == "past")


def _main_verb(chunk: Chunk, line: Line, at: int) -> int:
    """Take in the main verb with its particles ("shot down"); give the position behind it."""
    verb = line.places[at]
    chunk.verb, chunk.gerund, chunk.low = verb, line.letters[at] == "G", line.low(at)
    end, triggers = triggers_at(line.tokens, verb)
    chunk.triggers = tuple(trigger for trigger in triggers if not trigger.is_noun)
    chunk.reports = tuple(reports_at(line.tokens, verb)[1])
    if any(" " in one.form and one.patient == "subject" and one.role in _DEEDS for one in chunk.triggers):
        chunk.reports = ()  # "gave themselves up" gives no figure
    end = end if chunk.triggers else verb + 1
    while at < len(line.places) and line.places[at] < end:
        at += 1
    if line.low(at) in _ILL or (chunk.low in _TAKE and line.low(at) in _NOT_TAKEN and line.letter(at) != "Q"):
        chunk.triggers = ()
    series = _series(line, at) if chunk.triggers else None
    if series is None:
        return at
    chunk.triggers, chunk.gerund = (_joint(chunk.triggers[0], series),), False
    return series[-1][1]


Fate = tuple[Trigger, int]
"""A participle of harm, and the position behind it."""


def _series(line: Line, at: int) -> list[Fate] | None:
    """Read what goes on with "killed" in "300 killed, wounded or missing"; None if nothing does.

    Those who were "captured and shot" suffered both, one after the other: two by "and" are no series.
    """
    found: list[Fate] = []
    joined = ""
    while not joined:
        step = at + (line.letter(at) == ",")
        while line.letter(step) == "&" and line.low(step) in _LINKS:  # "missing, and/or killed"
            joined, step = line.low(step), step + 1
        fate = _fate(line, step) if step > at else None
        if fate is None:
            return None
        found.append(fate)
        joined = joined or ("or" if " or " in fate[0].form else "")  # "missing or wounded" is one word
        at = fate[1]
    several = len(found) > 1 or joined == "or"
    return found if several and line.letter(at) not in "DQCWR" else None


def _fate(line: Line, at: int) -> Fate | None:
    if at >= len(line.places) or line.letters[at] not in "VWG":
        return None
    end, senses = triggers_at(line.tokens, line.places[at])
    fates = [one for one in senses if one.role in {"participle", "adjective"} and not one.materiel]
    fates = fates or [one for one in senses if one.role == "past" and one.patient == "subject"]
    while fates and at < len(line.places) and line.places[at] < end:
        at += 1
    return (fates[0], at) if fates else None


def _joint(first: Trigger, others: list[Fate]) -> Trigger:
    """Give one sense for several fates of which each took some: killed or wounded, else losses."""
    measures = {first.measure, *(fate.measure for fate, _ in others)}
    if len(measures) == 1:
        return first
    joint: Measure = "killed_or_wounded" if measures <= {"killed", "wounded"} else "losses"
    parts = KILLED_OR_CAPTURED if measures == set(KILLED_OR_CAPTURED) else ()
    sense = replace(first, measure=joint, role="participle", patient="object", materiel=False, weak=False)
    return replace(sense, parts=parts)


def _voice(chunk: Chunk, aux: list[str]) -> None:
    chunk.bare = not aux and not chunk.infinitive
    chunk.negated = not {"not", "never"}.isdisjoint(chunk.adverbs) or any(
        low.endswith(_DENIED) for low in aux
    )
    chunk.modal = not _MAY.isdisjoint(aux) or (
        aux[:1] == ["be"] and not chunk.infinitive
    )  # "ask that they be shot"
    last = aux[-1] if aux else ""
    chunk.passive = last in _BE and not chunk.gerund and not chunk.copula
    chunk.unfinished = aux[:1] == ["being"]
    chunk.gerund = chunk.gerund or aux[:1] == ["having"]  # "having lost 40 men, the brigade withdrew"
    chunk.low = chunk.low or last
