"""Noun phrases that belong together: chains, lists, insertions, relatives.

All functions take a row of chunks and a position in it, and give positions.
"""

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.lexicon import word_set

__all__ = [
    "DASHES",
    "antecedent",
    "behind",
    "chain_head",
    "guessed_number",
    "over_insertion",
    "owned",
    "verb_before",
]

_INSIDE = word_set("grammar", "inside")
_STRANDED = frozenset({"aboard", "inside", "outside", "around"})
"""Prepositions that may stand alone: "all 40 men aboard and a dog"."""
_NO_CHAIN = frozenset(
    {"including", "according", "after", "during", "until", "till", "before", "since", "despite", "unless"}
)
_ALL = frozenset({"all", "both", "more", "most"})
"""Words that open what is told of all of a count, or more exactly: "20 men, all from Roe and Dow, fell"."""
_THEM = frozenset({"them", "whom"})
DASHES = frozenset({"-", "–", "—"})


def chain_head(row: Row, at: int) -> int:
    """Go from the last noun phrase of "a force of fighters from Idlib" to the first.

    The chain ends at a counted phrase: in "the figure of 14 rebels" the rebels are meant.
    """
    at = _in_his(row, at)
    while row.near(at - 1).kind == "prep" and row.near(at - 1).low not in _NO_CHAIN:
        at -= row.near(at - 2).kind == "prep"  # "from within"
        before = row.near(at - 2)
        if before.kind == "date" and row.near(at - 3).kind == "prep" and row.near(at - 4).kind == "np":
            at -= 4
        elif before.kind in {"np", "pron"} and not (row[at].figure is not None and before.noun is None):
            at -= 2
        else:
            break
        at = _in_his(row, at)
    while row.near(at - 1).owner:
        at -= 1
    beyond = row.near(at - 2)
    if (
        row[at].owner
        and row.near(at - 1).low in {"from", "of"}
        and beyond.figure is not None
        and beyond.noun is not None
    ):
        return chain_head(row, at - 2)  # "900 men from the emir's army"
    part = row.near(at - 1).low == "of" and row.near(at - 2).elided
    return at - 2 if part else at  # "one of the emir's generals"


def _in_his(row: Row, at: int) -> int:
    """Go from "army" to "Orr's" in "900 men of Orr's army", which is one chain."""
    owner = at
    while row.near(owner - 1).owner:
        owner -= 1
    counted = row.near(owner - 2).figure is not None and not row[owner - 2].elided
    return owner if counted and row.near(owner - 1).low in {"of", "from", "in"} else at


def owned(row: Row, at: int) -> int:
    """Go from "the town's" to "mayor"."""
    while row[at].owner and row.near(at + 1).kind == "np":
        at += 1
    return at


def verb_before(row: Row, at: int) -> int:
    """Give the position of the verb group that a noun phrase hangs on: of "fell" in "fell to ten planes".

    What stands there is no verb group where the noun phrase hangs on none.
    """
    before = at - 1
    while row.near(before).kind in {"to", "prep", "adv"}:
        before -= 1
    return before


def behind(row: Row, at: int) -> int:
    """Give the position behind "the brigade in Homs" that begins at `at`."""
    at += 1
    while (
        row.near(at).kind == "prep"
        and row.near(at).low in _INSIDE
        and row.near(at + 1).kind in {"np", "date"}
    ):
        at = owned(row, at + 1) + 1
    left = row.near(at).low in _STRANDED and row.near(at + 1).kind in {"sign", "conj"}
    return at + left


def antecedent(row: Row, at: int) -> int | None:
    """Give the noun phrase that the relative word at `at` stands for."""
    before = at - 1
    before -= row.near(before).kind == "prep"
    before -= row.comma(before)
    return before if row.near(before).kind == "np" else None


def over_insertion(row: Row, at: int) -> int | None:
    """Give the position before the insertion that closes with the comma or dash at `at`.

    A counted phrase between commas is no insertion but the last member of a list.
    """
    if row[at].low in DASHES:
        opener = next((k for k in range(at - 1, 0, -1) if row[k].low in DASHES), None)
        return None if opener is None else opener - 1
    start = at - 1
    while start >= 0 and not (row[start].kind == "sign" and row[start].low in {",", ";", ":", *DASHES}):
        start -= 1
    if start <= 0 or row[start].low != ",":
        return None
    opening = row[start + 1]
    apart = opening.kind == "np" and row.near(start + 2).low == "of" and row.near(start + 3).low in _THEM
    if apart:
        return start - 1  # "two soldiers, one of them an officer, were wounded"
    if opening.kind == "np" and opening.low in _ALL and row.near(start - 1).kind == "np":
        return start - 1  # "twelve officers, more precisely colonels and generals, died"
    if opening.kind == "np" and (
        opening.figure is not None or any(c.kind == "conj" for c in row[start + 1 : at])
    ):
        return None
    inserted = opening.kind in {"sub", "np", "prep", "date", "adv", "but"}
    return start - 1 if inserted or (opening.kind == "vp" and (opening.gerund or opening.bare)) else None


def guessed_number(chunk: Chunk) -> bool:
    """Tell "(Orr's) estimate of 20 dead", whose owner counts them, from "(Orr's) 20 dead"."""
    return chunk.figure is not None and chunk.figure.quantity.verbatim.lower().startswith(
        ("estimate ", "estimates ")
    )
