"""Counts that share the noun of the count behind them.

example          four large and six escort carriers      → four carriers
example          six Roe and two Greek ships            → six ships
                 13 KV and 12 BT-7 tanks                → 13 tanks
example          five infantry and two armoured divisions → five divisions, not five infantrymen
counter-example  two hangars and six aircraft · one cart and six guns
"""

from functools import cache

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.lexicon import peoples, rows

__all__ = ["share_heads"]

_SERVICES = frozenset({"army", "navy", "force", "marine", "police"})
"""Services whose people are counted: "2,157 army and 75 air force personnel"."""

_WEIGHTS = frozenset({"heavy", "light", "medium", "armoured", "armored", "mechanised", "mechanized", "tank"})
"""What formations are told apart by: "nine heavy and five light batteries"."""


def share_heads(row: Row) -> None:
    """Give each count without a noun of its own that of the next count in its list, from right to left."""
    for at in range(len(row) - 3, -1, -1):
        counted, then = row[at], row[at + 2]
        if counted.figure is None:
            continue
        if row[at + 1].low == "/" and then.figure is None and then.of_kind("materiel"):
            counted.noun, counted.name = then.noun, False  # "two F/A-18s"
        if then.figure is None:
            continue
        joined = row[at + 1].kind == "conj" or row.comma(at + 1)
        if joined and then.noun is not None and (_lacks_noun(counted, then) or _only_whose(counted, then)):
            counted.noun, counted.name = then.noun, False


def _is_model(counted: Chunk) -> bool:
    """Tell "13 KV" (and 12 BT-7 tanks) from "13 Roes"."""
    return counted.noun is None and not counted.low.endswith("s") and counted.low not in peoples()


def _only_whose(counted: Chunk, then: Chunk) -> bool:
    """Tell "six Roe" and "two Greek ships", told apart by whose they are, from "six Roes and 40 tanks"."""
    alone = counted.figure is not None and counted.last - counted.body == 1
    return alone and counted.low in _whose() and then.plural and then.head > then.body


@cache
def _whose() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("demonyms") if row["role"] == "adjective")


def _lacks_noun(counted: Chunk, then: Chunk) -> bool:
    """Tell "four large" and "five infantry", which describe, from "two hangars" and "400 infantry"."""
    if counted.figure is None or counted.body < 0 or counted.harm is not None:
        return False
    several = counted.figure.quantity.high != 1
    if counted.name:
        return several and then.of_kind("materiel") and then.head > then.body and _is_model(counted)
    if counted.noun is None:
        things = then.of_kind("materiel") or (then.of_kind("unit") and counted.low in _WEIGHTS)
        return several and things and then.plural and not counted.low.endswith("s")
    arm = counted.of_kind("people") and counted.noun.collective
    service = counted.low in _SERVICES and then.of_kind("people")
    return several and ((arm and then.of_kind("unit")) or service) and then.plural
