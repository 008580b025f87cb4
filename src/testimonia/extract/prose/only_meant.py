"""Gerunds of harm that tell what was wanted, thought of or prevented, not what was done.

example          prevented them from killing the prisoners · was intent on destroying the army
example          considered executing the hostages · destroying the army was not worth the effort
counter-example  was accused of killing two guards · withdrew after killing two guards
"""

from testimonia.extract.prose.chunk import Row
from testimonia.lexicon import word_set

__all__ = ["only_meant"]

_AIMS = word_set("grammar", "aims") | word_set("grammar", "fears") | word_set("grammar", "hindrances")
_CAPABLE = frozenset({"capable", "incapable", "instead"})
_PREVENTING = word_set("grammar", "preventing")
_PONDERED = word_set("grammar", "pondered")
_BENT = frozenset({"bent", "concentrated", "counted", "focused", "focussed", "intent", "keen", "set"})
_LINKED = frozenset({"on", "at", "upon"})
_WITHIN = frozenset({"np", "pron", "prep", "adv", "date"})
_FAR = 6


def only_meant(row: Row, at: int) -> bool:
    """Tell "with the aim of destroying the army", "from killing them" from "accused of killing ten"."""
    if not row[at].gerund:
        return False
    before = row.near(at - 1 - (row.near(at - 1).kind == "adv"))
    if before.low == "of":
        return row.near(at - 2).low in _AIMS | _CAPABLE
    if before.low == "from":
        return any(chunk.kind == "vp" and chunk.low in _PREVENTING for chunk in row[max(0, at - _FAR) : at])
    if before.kind == "vp":
        return before.low in _PONDERED and not before.passive
    if before.kind == "conj":
        return _joined(row, at)
    bent = before.low in _LINKED and row.near(at - 2).low in _BENT
    return bent or (at == 0 and _is_subject(row, at))


def _joined(row: Row, at: int) -> bool:
    """Read on from "with the aim of reaching the coast and destroying the fleet"."""
    step = at - 2
    while row.near(step).kind in _WITHIN:
        step -= 1
    verb = row.near(step)
    return verb.gerund and verb.kind == "vp" and only_meant(row, step)


def _is_subject(row: Row, at: int) -> bool:
    """Tell "Destroying the army was not worth it" from "Killing ten guards, they broke out"."""
    step = at + 1
    while row.near(step).kind in _WITHIN:
        step += 1
    return step > at + 1 and row.near(step).copula
