"""Whose attack it was that came at a price.

example          the Dow assault was repulsed with heavy losses · the raid by the Dows ended with 20 killed
example          the Dows stormed the fort, but the attack failed with 300 casualties
example          the Dows tried to cross, but were repulsed with 100 soldiers killed
counter-example  the Dow attack forced the Roes to withdraw with heavy losses: they lost them
"""

from testimonia.extract.drafts import Named
from testimonia.extract.focus import Focus
from testimonia.extract.naming import naming_words
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import owned
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set

__all__ = ["attacker", "whose_attack"]

_ONSLAUGHTS = word_set("grammar", "onslaughts")
_ATTACKING = word_set("grammar", "strikes") | word_set("grammar", "attacking")
_CHECKED = word_set("grammar", "checked")
_DRIVEN = frozenset({"beaten", "driven", "forced", "pushed", "thrown"})
"""What is done to those who go back: "driven back with heavy losses"."""
_ENDING = frozenset({"with", "cost", "for"})
"""What leads from an attack to its price."""


def attacker(one: Found, scene: Scene, focus: Focus) -> Named | None:
    """Give whose attack ended with a count of harm; None where it ended otherwise, or might be anybody's."""
    at = _onslaught(scene, one)
    if at is None:
        beaten = _repulsed(one, scene)
        if beaten is None:
            return None
        return focus.stands_for(scene, beaten) if beaten.kind == "pron" else naming_words(scene, beaten)
    return whose_attack(scene, at) or _attacking(scene, at) or naming_words(scene, scene.chunks[at])


def whose_attack(scene: Scene, at: int) -> Named | None:
    """Give whose attack a noun phrase is: "the Dow assault", "night sorties by Dow boats"."""
    row = scene.chunks
    if row[at].kind != "np" or row[at].low not in _ONSLAUGHTS:
        return None
    told = _inside(scene, row[at])
    if told is None and row.near(at - 1).owner:
        told = naming_words(scene, row[at - 1])
    if told is None and row.near(at + 1).low in {"by", "from", "of"} and row.near(at + 2).kind == "np":
        told = naming_words(scene, row[owned(row, at + 2)])
    return told


def _repulsed(one: Found, scene: Scene) -> Chunk | None:
    """Read "the Dows tried to advance, but were repulsed with 100 soldiers killed": the subject lost them."""
    row = scene.chunks
    at = one.at - 2 - (row.near(one.at - 2).low == "back")
    verb = row.near(at)
    driven = verb.low in _CHECKED or (verb.low in _DRIVEN and at < one.at - 2)
    beaten = verb.kind == "vp" and verb.passive and driven
    lost = subjects_of(row, at) if beaten and row.near(one.at - 1).low in _ENDING else []
    return row[lost[0]] if lost else None


def _onslaught(scene: Scene, one: Found) -> int | None:
    """Give the position of the attack that the clause of a count is about."""
    row = scene.chunks
    price = next((at for at in range(one.at - 1, -1, -1) if row[at].low in _ENDING), None)
    if price is None or any(chunk.kind in {"vp", "sub", "but"} for chunk in row[price + 1 : one.at]):
        return None
    verbs = [chunk for chunk in row[:price] if chunk.kind == "vp"]
    if not verbs or verbs[-1].infinitive:
        return None  # "the attack forced them to withdraw with heavy losses"
    for at in range(price - 1, -1, -1):
        if row[at].kind in {"sub", "but"} or row[at].low == ";":
            return None
        if row[at].kind == "np" and row[at].low in _ONSLAUGHTS:
            return at
    return None


def _inside(scene: Scene, chunk: Chunk) -> Named | None:
    """Give the words of "the first Dow assault" that tell whose it is."""
    tokens = scene.sentence.tokens
    told = [at for at in range(max(chunk.body, chunk.first), chunk.last - 1) if tokens[at].capital]
    if not told:
        return None
    return Named(scene.sentence.words(told[0], told[-1] + 1), scene.sentence.source(told[0], told[-1] + 1))


def _attacking(scene: Scene, at: int) -> Named | None:
    """Give who attacks in the clause before "but the assault failed"."""
    row = scene.chunks
    for verb in range(at - 1, -1, -1):
        if row[verb].kind == "vp" and not row[verb].passive and row[verb].low in _ATTACKING:
            met = subjects_of(row, verb)
            return naming_words(scene, row[met[0]]) if met else None
    return None
