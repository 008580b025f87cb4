"""Quantities: how many, with inclusive bounds as the words give them.

A figure given as "about N" keeps its bounds N and N. How far "about" reaches is a choice of the run,
so it stands in properties of its own: with a tolerance of a tenth, about 60 reaches from 54 to 66.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from testimonia.mapping.concepts import word
from testimonia.mapping.terms import describe, tm, whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Quantity

__all__ = ["map_quantity"]


def map_quantity(node: Node, quantity: Quantity, margin: Fraction) -> Iterator[Triple]:
    """Describe a quantity; `margin` is the tolerance for "about" as a share, 0 for none."""
    low, high = quantity.low, quantity.high
    tolerant = quantity.approximate and margin > 0
    return describe(
        node,
        ("rdf:type", tm("Quantity")),
        ("tm:quantityKind", word(quantity.kind)),
        ("tm:minValue", whole(low)),
        ("tm:maxValue", whole(high)),
        ("tm:toleratedMin", whole(floor(low * (1 - margin))) if tolerant and low is not None else None),
        ("tm:toleratedMax", whole(ceil(high * (1 + margin))) if tolerant and high is not None else None),
    )
