"""Whether what a verb of harm tells was done: not what was planned, feared, spared or only thought of.

example          would die on 3 May · managed to kill ten · forced the guards to surrender
counter-example  was sent to kill them · if they were killed · narrowly escaped being captured
counter-example  released captured sailors · were not captured and then killed · missing its target
"""

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.only_meant import only_meant
from testimonia.extract.prose.scene import Scene
from testimonia.lexicon import word_set

__all__ = ["happened"]

_NEARLY = frozenset({"nearly", "almost", "narrowly"})
_PERHAPS = frozenset({"may", "might"})
_WHOLE = frozenset({"capture", "kill", "wound", "injure", "seize", "murder", "assassinate", "collide"})
"""What is done or not, with nothing between."""
_AFTERWARDS = frozenset({"later", "eventually", "subsequently", "ultimately", "soon"})
_FORCED = word_set("grammar", "forced")
_YIELDING = word_set("grammar", "yielding")
_ENABLED = frozenset({"allowed", "allowing", "enabled", "enabling", "helped", "helping", "led", "caused"})
_GOT = frozenset({"get", "gets", "getting", "got", "gotten", "become", "became"})
_FORESEEN = word_set("grammar", "foreseen")
_IF = frozenset({"if", "unless", "once", "until", "should", "were"})
_EXCEPT = frozenset({"but", "however", "provided", "although"})
"""Words behind which a resolve may have come to nothing: "agreed to surrender, but fled at night"."""
_CONDITIONS = frozenset({"if", "unless", "whether"})
_ACHIEVED = word_set("grammar", "achieved")
_WISHES = word_set("grammar", "wishes")
_STATES = word_set("grammar", "states")
_SEEN = frozenset({"of", "showed", "showing", "shows"})
_TO_COME = frozenset({"going", "planned", "scheduled", "expected", "intended", "supposed", "wanted", "due"})
_OATHS = frozenset({"swear", "vow", "promise", "pledge", "threaten", "undertake", "agree", "offer", "plan"})
"""Verbs of saying whose infinitive is still to be done: "had sworn to kill him"."""
_SPARED = word_set("grammar", "spared")


def happened(scene: Scene, at: int) -> bool:
    """Tell whether the verb group of harm at `at` tells of something done."""
    row, verb = scene.chunks, scene.chunks[at]
    if verb.negated or _failed(verb) or _shares_negation(row, at):
        return False
    if (
        _planned(row, at)
        or _wished_for(row, at)
        or _if_at_all(row, at)
        or _spared(row, at)
        or _describes(row, at)
    ):
        return False
    if _misses(row, at) or _surrounded(row, at) or only_meant(row, at) or _astray(scene, verb):
        return False
    return (not verb.modal or _came_true(scene, at)) and _is_done(row, at)


def _shares_negation(row: Row, at: int) -> bool:
    """Read "were not captured and then killed": the second verb is denied with the first."""
    before = at - 1
    while row.near(before).kind in {"conj", "adv"}:
        before -= 1
    denied = row.near(before).negated and row[before].passive
    return before < at - 1 and denied and row[at].bare and not row[at].gerund


def _if_at_all(row: Row, at: int) -> bool:
    """Read "if they were killed", "whether he was captured": nobody says that it is so."""
    step = at - 1
    while step >= 0 and row[step].kind in {"np", "pron", "adv", "prep", "conj"}:
        step -= 1
    return row.near(step).kind == "sub" and row[step].low in _CONDITIONS


def _spared(row: Row, at: int) -> bool:
    """Tell "escaped being captured", "faced with death or being taken prisoner" from what came to pass."""
    if not row[at].unfinished:
        return False
    near = row[max(0, at - 6) : at]
    return any(chunk.low in _SPARED for chunk in near) or row.near(at - 1).low in {"from", "without"}


def _astray(scene: Scene, verb: Chunk) -> bool:
    """Tell "two patrols got lost in the fog" from "two patrols were lost"."""
    return verb.low == "lost" and scene.sentence.tokens[verb.verb - 1].low in _GOT


def _describes(row: Row, at: int) -> bool:
    """Tell "released captured sailors", "using captured guns" from "captured the sailors"."""
    verb, thing = row[at], row.near(at + 1)
    before = row.near(at - 1 - (row.near(at - 1).kind == "adv"))
    acts = before.kind == "vp" and not (before.passive or before.copula)
    leads = before.kind == "prep" or (acts and before.low not in _STATES)
    seen = before.low in _SEEN and thing.of_kind("materiel")  # "a video of burnt tanks"
    plain = thing.kind == "np" and thing.figure is None and not (thing.det or thing.name)
    return leads and not seen and verb.bare and not verb.gerund and verb.last - verb.first == 1 and plain


def _surrounded(row: Row, at: int) -> bool:
    """Tell "30,000 troops were caught in the pocket", who may still get out, from prisoners."""
    inside = row.near(at + 1).low in {"in", "within", "inside"}
    return inside and row[at].low == "caught" and row.near(at + 2).kind == "np"


def _misses(row: Row, at: int) -> bool:
    """Tell "missing its target" from men who are missing."""
    alone = row[at].low == "missing" and row[at].last - row[at].first == 1 + len(row[at].adverbs)
    return alone and row.near(at + 1).kind == "np" and bool(row[at + 1].det)


def _planned(row: Row, at: int) -> bool:
    """Tell the second verb of "would turn east and destroy the army", "could have met and destroyed them"."""
    verb = row[at]
    if not verb.bare or row.near(at - 1).kind != "conj":
        return False
    before = next((step for step in range(at - 2, -1, -1) if row[step].kind == "vp"), None)
    if before is not None and all(trigger.role == "infinitive" for trigger in verb.triggers):
        return row[before].modal or not _is_done(row, before)
    perfect = before is not None and row[before].modal and row[before].verb - row[before].first > 1
    return perfect and before == at - 2 and any(trigger.role == "participle" for trigger in verb.triggers)


def _wished_for(row: Row, at: int) -> bool:
    """Tell the gerunds of "hoped to encircle them, killing many" from "tried to cross, losing many"."""
    if not row[at].gerund:
        return False
    verbs = (step for step in range(at - 1, -1, -1) if row[step].kind == "vp" and not row[step].gerund)
    before = next(verbs, 0)
    return row[before].infinitive and row.near(before - 1).low in _WISHES


def _failed(verb: Chunk) -> bool:
    """Tell "nearly captured the king", who got away, from "nearly annihilated the brigade"."""
    return not _NEARLY.isdisjoint(verb.adverbs) and verb.triggers[0].lemma in _WHOLE


def _came_true(scene: Scene, at: int) -> bool:
    """Tell "would be killed", told from afterwards, and "may have been killed" from what could happen."""
    row, verb = scene.chunks, scene.chunks[at]
    words = {token.low for token in scene.sentence.tokens[verb.first : verb.verb]}
    if verb.passive and "have" in words and not words.isdisjoint(_PERHAPS):
        return True  # "may have been killed": somebody says so, if not for sure
    if scene.sentence.tokens[verb.first].low != "would" or any(chunk.kind == "sub" for chunk in row[:at]):
        return False
    if any(chunk.reports or chunk.low in _FORESEEN for chunk in row[:at]):
        return False
    dated = any(chunk.kind == "date" for chunk in row[at : at + 6])
    told = verb.passive and _IF.isdisjoint(chunk.low for chunk in row)
    return told or dated or not _AFTERWARDS.isdisjoint(verb.adverbs)


def _is_done(row: Row, at: int) -> bool:
    """Tell deeds from purposes: "claimed to have killed" from "was sent to kill"."""
    verb, before = row[at], row.near(at - 1)
    perfect = verb.verb - verb.first > 1 and not _is_to_be(row, at)
    said = any(report.frame != "none" and report.lemma not in _OATHS for report in before.reports)
    done = not verb.infinitive or perfect or before.low in _ACHIEVED
    return done or said or _is_made(row, at) or _yields(row, at)


def _is_to_be(row: Row, at: int) -> bool:
    """Tell "they were to be shot", "was going to be arrested" from "the first to be shot".

    With its day it came true: "he was to be killed there in May".
    """
    led = row.near(at - 1)
    planned = (led.copula and not led.modal and row[at].low != "lost") or led.low in _TO_COME
    to_be = row[at].passive and row[at].verb - row[at].first == len(("to", "be")) + len(row[at].adverbs)
    return planned and to_be and not any(chunk.kind == "date" for chunk in row[at : at + 6])


def _yields(row: Row, at: int) -> bool:
    """Read "decided to surrender", "agreed to lay down their arms": who is told to resolve on it does it."""
    before = row.near(at - 1)
    resolved = before.kind == "vp" and before.low in _YIELDING and not (before.negated or before.modal)
    yielding = resolved and any(trigger.measure == "surrendered" for trigger in row[at].triggers)
    return yielding and not before.infinitive and not any(chunk.low in _IF | _EXCEPT for chunk in row)


def _is_made(row: Row, at: int) -> bool:
    """Read "forced the 300 guards to surrender": those who are made to do it have done it."""
    made = row.near(at - 2)
    told = made.kind == "vp" and not (made.negated or made.modal or made.infinitive)
    if told and made.low in _ENABLED and (row.near(at + 1).figure is not None or row.near(at + 1).person):
        return row[at].triggers[0].patient == "object"  # "allowed the raiders to capture two guns"
    forced = told and made.low in _FORCED
    force = row[at - 1].of_kind("people", "unit") or row[at - 1].plural_name or row[at - 1].elided
    return forced and force and row[at].triggers[0].measure == "surrendered"
