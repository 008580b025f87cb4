"""Who paid for a deed with the dead and wounded that are told behind it as its price.

example          the Roes took the hill at a cost of 46 killed and 127 wounded · for the loss of 20 men
                 the ship sank with the loss of 120 men · the Roes were repulsed with a loss of 30
counter-example  the hill was taken at a cost of 46 killed: nobody tells by whom
"""

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import word_set

__all__ = ["payer"]

_PRICES = frozenset({"cost", "expense", "loss", "price"})
_LEADING = frozenset({"at", "for", "with"})
_CHECKED = word_set("grammar", "checked") | {
    "beaten",
    "defeated",
    "driven",
    "forced",
    "hit",
    "sunk",
    "thrown",
}
_LISTED = frozenset({"conj", "np"})
_OPENING = 2
"""The position of the "of" of a price that opens a sentence."""


def payer(row: Row, place: int) -> Chunk | None:
    """Give who paid the price that a count at `place` is part of; None where it is no price, or untold."""
    at = place - 1
    while row.comma(at) or row.near(at).kind in _LISTED or (row.near(at).triggers and row[at].bare):
        at -= 1
    if (
        row.near(at).low != "of"
        or row.near(at - 1).low not in _PRICES
        or row.near(at - 2).low not in _LEADING
    ):
        return None
    verb = next((step for step in range(at - 3, -1, -1) if row[step].kind == "vp"), -1)
    if row.near(verb - 1).kind == "np" and row.near(verb - 2).kind == "vp" and row[verb].bare:
        verb -= 2  # "claimed 52 aircraft shot down for the loss of two pilots"
    if verb < 0:
        return _told_next(row, place) if at == _OPENING or row.near(at - 3).kind in {"conj", "sign"} else None
    if row[verb].passive and row[verb].low not in _CHECKED:
        doer = doer_behind(row, verb)
        return row[doer] if doer is not None and doer < at else None
    paid = subjects_of(row, verb)
    told = bool(paid and row[verb].reports and row[paid[0]].person)  # "Orr claimed 57 for the loss of 14"
    return row[paid[0]] if paid and not told and _can_pay(row[paid[0]]) else None


def _told_next(row: Row, place: int) -> Chunk | None:
    """Read "at a cost of 46 killed, the Roes took the bridge": who did it stands behind the comma."""
    comma = next((step for step in range(place + 1, len(row)) if row.comma(step)), -1)
    then = row.near(comma + 1)
    return then if comma > 0 and _can_pay(then) and row.near(comma + 2).kind == "vp" else None


def _can_pay(chunk: Chunk) -> bool:
    known = chunk.name or chunk.of_kind("people", "unit", "materiel")
    return chunk.kind == "pron" or (chunk.kind == "np" and known)
