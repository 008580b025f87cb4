"""Counts that share the noun of the count behind them.

example          four large and six escort carriers      → four carriers
example          five infantry and two armoured divisions → five divisions, not five infantrymen
counter-example  two hangars and six aircraft · one cart and six guns
"""

from testimonia.extract.prose.chunk import Chunk, Row

__all__ = ["share_heads"]

_SERVICES = frozenset({"army", "navy", "force", "marine", "police"})
"""Services whose people are counted: "2,157 army and 75 air force personnel"."""


def share_heads(row: Row) -> None:
    """Give each count without a noun of its own that of the next count in its list, from right to left."""
    for at in range(len(row) - 3, -1, -1):
        counted, then = row[at], row.near(at + 2)
        joined = row[at + 1].kind == "conj" or row.comma(at + 1)
        if joined and then.figure is not None and then.noun is not None and _lacks_noun(counted, then):
            counted.noun = then.noun


def _lacks_noun(counted: Chunk, then: Chunk) -> bool:
    """Tell "four large" and "five infantry", which describe, from "two hangars" and "400 infantry"."""
    if counted.figure is None or counted.body < 0 or counted.name or counted.harm is not None:
        return False
    several = counted.figure.quantity.high != 1
    if counted.noun is None:
        return several and then.of_kind("materiel") and then.plural and not counted.low.endswith("s")
    arm = counted.of_kind("people") and counted.noun.collective
    service = counted.low in _SERVICES and then.of_kind("people")
    return several and ((arm and then.of_kind("unit")) or service) and then.plural
