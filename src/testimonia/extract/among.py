"""Among whom a count is told, by a phrase before its clause or behind its verb.

example          on the Roe side, 23 men were killed · for the Dows, 300 men fell and 40 were hurt
                 in Orr's division 300 men fell · over fifty were wounded across the brigade
counter-example  in Roe, 300 men fell: a place · on both sides 300 men fell: of whom, nobody tells
"""

from testimonia.extract.drafts import Named
from testimonia.extract.naming import naming_words
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import owned
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set
from testimonia.model import FIELDED, MACHINES

__all__ = ["is_side", "told_among"]

_SIDE = frozenset({"side", "part", "ranks", "lines", "camp"})
"""What is somebody's, and has his people in it."""
_BEFORE = frozenset({"across", "among", "amongst", "for", "from", "in", "of", "on", "throughout", "within"})
_BEHIND = frozenset({"across", "among", "amongst", "in", "on", "throughout", "within"})
_FORMATIONS = word_set("grammar", "formations")
_ANYBODY = frozenset({"", "men", "others", "soldiers", "troops"})
_GOING = word_set("grammar", "going_back") | {"camped", "encamped", "landed", "marched", "moved", "wintered"}
_OPENING = frozenset({"conj", "sub", "but", "sign", "adv", "date"})
"""What stands before a phrase that opens a clause."""
_PASSED = frozenset({"adv", "conj", "date", "np", "prep", "sign", "to", "vp"})
"""What stands between such a phrase and the last count of its clause."""


def told_among(one: Found, scene: Scene) -> Named | None:
    """Give the ones among whom a count of harm without a doer is told; None where nobody is named."""
    if one.agent is not None or one.party or one.whole is not None or one.measure in MACHINES | FIELDED:
        return None
    row = scene.chunks
    place = _behind(row, one.at)
    place = place if place is not None else _opening(row, one.at)
    return _whose(scene, place) if place is not None else _where(one, scene)


def _where(one: Found, scene: Scene) -> Named | None:
    """Read "the Roes withdrew into the hills, where many soldiers died": who went there."""
    row = scene.chunks
    if row.near(one.at - 1).low != "where" or one.counted is None or one.counted.low not in _ANYBODY:
        return None
    verb = next((at for at in range(one.at - 2, -1, -1) if row[at].kind == "vp"), None)
    went = verb is not None and row[verb].low in _GOING
    subjects = subjects_of(row, verb) if verb is not None and went else []
    return naming_words(scene, row[subjects[0]]) if subjects else None


def _behind(row: Row, at: int) -> int | None:
    """Read "50 were wounded across the brigade": give the position of the noun phrase."""
    verb = at + 1
    while row.near(verb).kind in {"vp", "adv"}:
        verb += 1
    place = owned(row, verb + 1) if row.near(verb + 1).kind == "np" else -1
    told = verb > at + 1 and row.near(verb).kind == "prep" and row[verb].low in _BEHIND
    return verb + 1 if told and place == verb + 1 and _of_people(row, place) else None


def _opening(row: Row, at: int) -> int | None:
    """Read "on the Roe side, 23 men were killed and 61 hurt": give the position of the noun phrase."""
    for step in range(at - 1, 0, -1):
        chunk, link = row[step], row[step - 1]
        if chunk.kind not in _PASSED or chunk.low == ";":
            return None
        opens = link.kind == "prep" and (step == 1 or row[step - 2].kind in _OPENING)
        if chunk.kind == "np" and opens and link.low in _BEFORE and (place := owned(row, step)) < at:
            return step if _of_people(row, place) else None
        about = chunk.kind == "np" and chunk.figure is None and link.kind != "prep"
        if about and (chunk.name or chunk.of_kind("people", "unit")) and row.near(step + 1).kind == "vp":
            return None
    return None


def _of_people(row: Row, place: int) -> bool:
    """Tell a side, a formation and a people from places, and from those who are counted themselves."""
    chunk, link = row[place], row[place - 1]
    if chunk.figure is not None or chunk.harm is not None or chunk.det in {"both", "all", "each", "either"}:
        return False
    if chunk.low in _SIDE:
        return chunk.body >= 0
    if link.low == "on":
        return False
    return chunk.low in _FORMATIONS or (link.low not in {"in", "within"} and _is_folk(chunk))


def _is_folk(chunk: Chunk) -> bool:
    """Tell "the Roes", "the defenders" from "Roe" and "the guard"."""
    people = chunk.of_kind("people", "unit") and chunk.noun is not None
    several = people and chunk.noun is not None and (chunk.noun.plural or chunk.noun.collective)
    return (chunk.plural_name and chunk.det == "the") or bool(several)


def _whose(scene: Scene, place: int) -> Named | None:
    """Name whose side it is: "the Roe side", the Roes of "the Roes' side" and "the side of the Roes"."""
    row = scene.chunks
    side = row[owned(row, place)]
    if side.low not in _SIDE:
        return naming_words(scene, side)
    if row[place].owner:
        return naming_words(scene, row[place])
    behind = row.near(row.place(side) + 2)
    if row.near(row.place(side) + 1).low == "of" and behind.kind == "np":
        return naming_words(scene, behind)
    if side.last - 1 == side.body:
        return None
    return Named(scene.sentence.words(side.body, side.last), scene.sentence.source(side.body, side.last))


def is_side(name: Named) -> bool:
    """Tell "the Roe side", which is nobody's name, from those who are on it."""
    return name.words.split()[-1] in _SIDE
