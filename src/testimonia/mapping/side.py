"""Sides: the opposing camps of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.reading import Seen, attest
from testimonia.mapping.terms import describe, tagged, tm, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Triple
    from testimonia.model import Findings

__all__ = ["map_sides"]


def map_sides(findings: Findings, ledger: Ledger) -> Iterator[Triple]:
    """Describe the sides that the findings list, and those that only a record names by number."""
    labels = {ledger.iris.event(event.key): event.label for event in findings.events}
    for side in findings.sides:
        node = ledger.side(side.event, side.number)
        if node and side.span:
            yield from attest(node, ledger, Seen(side.span))
    for node, (event, number) in ledger.sides.items():
        yield from describe(
            node,
            ("rdf:type", tm("Side")),
            ("rdfs:label", tagged(f"Side {number} of the event “{labels[event]}”", "en")),
            ("tm:sideOf", event),
            ("tm:sideNumber", whole(number)),
        )
        yield from describe(event, ("tm:hasSide", node))
