"""Who did a harm, where another verb than the one of the count tells it, or a word behind it.

example          the camp was shelled by the Dows, and 12 men fell · the Dows bombed it. Five aircraft burned.
                 two boats were sunk and a cutter damaged by the Dows · 300 men surrendered to the Dows
counter-example  the Dows attacked the camp, and 12 men fell: on either side
                 the camp was shelled by the Dows, but they lost 12 men
"""

from testimonia.extract.drafts import Named
from testimonia.extract.naming import naming_words
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import word_set

__all__ = ["last_striker", "striker"]

_FROM_AFAR = word_set("grammar", "strikes_from_afar")
"""Strikes that cost those who strike little: "bombed", "ambushed"."""
_STRIKES = word_set("grammar", "strikes") | _FROM_AFAR
_FATES = frozenset({"prose.noun.stated", "prose.verb.passive", "prose.verb.subject", "prose.verb.reduced"})
_HELD = frozenset({"captured", "held", "kept", "made", "taken"})
_FINITE = frozenset({"prose.verb.passive", "prose.verb.subject"})
_OWN_HARM = frozenset({"but", "sub"})
"""What may turn to the losses of those who struck."""


def striker(one: Found, scene: Scene) -> Named | None:
    """Give who did the harm of a count that is told without its doer; None where nobody is told."""
    row = scene.chunks
    if one.measure == "captured" and one.rule == "prose.noun.persons":
        return _held_by(scene, one.at + 1)
    if one.agent is not None or one.rule not in _FATES:
        return None
    verb = behind(row, one.at)
    if one.measure == "surrendered":
        return _yielded_to(scene, verb)
    return _shared(scene, verb) or _before(scene, one.at, reduced=one.rule not in _FINITE)


def last_striker(scene: Scene) -> Named | None:
    """Give who struck in a sentence that tells of a strike from afar, as the last thing it tells."""
    return _before(scene, len(scene.chunks), reduced=False)


def _held_by(scene: Scene, verb: int) -> Named | None:
    """Read "the 300 prisoners taken by the Dows", "dozens of prisoners are held by the Dows"."""
    row = scene.chunks
    doer = doer_behind(row, verb) if row.near(verb).kind == "vp" and row[verb].low in _HELD else None
    return _named(scene, row[doer]) if doer is not None else None


def _yielded_to(scene: Scene, verb: int) -> Named | None:
    """Read "300 men surrendered to the Dows"."""
    row = scene.chunks
    to = next((at for at in range(verb + 1, min(verb + 4, len(row))) if row[at].low == "to"), None)
    between = row[verb + 1 : to] if to is not None else ()
    told = to is not None and all(one.kind in {"adv", "prep", "pron"} for one in between)
    return _named(scene, row.near(to + 1)) if told and to is not None else None


def _shared(scene: Scene, verb: int) -> Named | None:
    """Read "two boats were sunk and a cutter damaged by the Dows"."""
    row = scene.chunks
    second = verb + 3
    joined = row.near(verb).passive and row.near(verb + 1).kind == "conj" and row.near(verb + 2).kind == "np"
    told = joined and row.near(second).kind == "vp" and row[second].bare and row[second].triggers
    doer = doer_behind(row, second) if told else None
    return _named(scene, row[doer]) if doer is not None else None


def _before(scene: Scene, at: int, *, reduced: bool) -> Named | None:
    """Read "the camp was shelled by the Dows, and 12 men fell", "the Dows shelled the camp, and …"."""
    row = scene.chunks
    for step in range(at - 1, -1, -1):
        chunk = row[step]
        if chunk.kind in _OWN_HARM:
            return None
        if chunk.kind == "vp" and (chunk.low in _STRIKES or _harms(chunk)):
            if chunk.passive:
                doer = doer_behind(row, step)
                return _named(scene, row[doer]) if doer is not None else None
            done = subjects_of(row, step) if chunk.low in _FROM_AFAR and not reduced else []
            return _named(scene, row[done[0]]) if done else None
        if chunk.kind == "vp" and not chunk.bare:
            return None
    return None


def _harms(chunk: Chunk) -> bool:
    return chunk.passive and any(sense.materiel for sense in chunk.triggers)


def _named(scene: Scene, chunk: Chunk) -> Named | None:
    return naming_words(scene, chunk) if chunk.kind == "np" else None
