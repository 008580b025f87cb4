"""Whose the dead and the prisoners are that somebody leaves behind.

example          the Roes retreated, leaving 40 dead · the Dows left 300 dead on the field
                 forced the Roes to withdraw, leaving 40 dead · ended with the Roes leaving 40 dead
counter-example  the Roes attacked the camp, leaving 40 dead · the blast left 40 dead: who does it to others
"""

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set

__all__ = ["left_by"]

_LEAVING = frozenset({"abandoned", "abandoning", "leave", "leaves", "leaving", "left"})
_GOING_BACK = word_set("grammar", "going_back")
_TURNING = word_set("grammar", "turning")
_BEATEN = word_set("grammar", "checked") | {"beaten", "broken", "defeated", "driven", "routed", "thrown"}
_AWAY = frozenset({"away", "back", "down", "off", "out"})
_FIELD = frozenset({"battlefield", "behind", "field", "ground", "rear", "scene"})
_STRIKES = word_set("grammar", "strikes")
_BETWEEN = frozenset({"adv", "conj", "np", "sign"})
_FARTHEST = 9
"""Chunks between the verb and the last of those left."""


def left_by(row: Row, at: int) -> tuple[Chunk, ...]:
    """Give who left the dead or prisoners at `at` behind; () where nobody did, or it may be anybody."""
    verb = at - 1
    while at - verb < _FARTHEST and (
        row.near(verb).kind in _BETWEEN or (row.near(verb).bare and row.near(verb).low not in _LEAVING)
    ):
        verb -= 1
    leaving = row.near(verb)
    if leaving.kind != "vp" or leaving.passive or leaving.low not in _LEAVING:
        return ()
    return tuple(one for one in _leaver(row, verb, at) if _may_leave(one))


def _leaver(row: Row, verb: int, at: int) -> list[Chunk]:
    before = row.near(verb - 1)
    if row[verb].gerund and before.kind == "np" and row.near(verb - 2).low == "with":
        return [before]  # "ended with the Roes leaving 40 dead"
    told = next((step for step in range(verb - 1, -1, -1) if row[step].kind == "vp"), -1)
    behind = row[verb].last - row[verb].verb > 1 or _on_the_field(row, at)
    if row[verb].gerund and told >= 0:
        if _goes_back(row, told):
            return _who_goes(row, told) if not _has_struck(row, told) else []
        return _who_goes(row, told) if behind and row[told].low not in _STRIKES else []
    return [row[place] for place in subjects_of(row, verb)] if behind else []


def _goes_back(row: Row, verb: int) -> bool:
    """Tell "retreated", "had to withdraw", "fell back", "was repulsed"."""
    told, away = row[verb], row.near(verb + 1).low in _AWAY
    if told.passive:
        return told.low in _BEATEN
    return told.low in _GOING_BACK or (told.low in _TURNING and (away or told.last - told.verb > 1))


def _has_struck(row: Row, verb: int) -> bool:
    """Tell "raided the camp and fled", whose dead may be the camp's, from "raided the camp, but fled"."""
    for at in range(verb - 1, -1, -1):
        if row[at].kind in {"but", "sub"} or row[verb].passive:
            return False
        if row[at].kind == "vp" and row[at].low in _STRIKES and not row[at].passive:
            return True
    return False


def _who_goes(row: Row, verb: int) -> list[Chunk]:
    """Give who goes back; of "forced the Roes to withdraw" the Roes."""
    before = row.near(verb - 1)
    if row[verb].infinitive and before.kind in {"np", "pron"}:
        return [before]
    return [row[place] for place in subjects_of(row, verb)]


def _on_the_field(row: Row, at: int) -> bool:
    return any(chunk.low in _FIELD for chunk in row[at + 1 : at + 6])


def _may_leave(chunk: Chunk) -> bool:
    return chunk.kind == "pron" or chunk.name or chunk.of_kind("people", "unit")
