"""Places and the places around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.reading import Seen, attest
from testimonia.mapping.terms import describe, literal, tm
from testimonia.read import page_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Triple
    from testimonia.model import Findings

__all__ = ["map_places"]


def map_places(findings: Findings, ledger: Ledger) -> Iterator[Triple]:
    """Describe the places."""
    nodes = ledger.iris.places
    for place in findings.places:
        around = nodes[place.within] if place.within else None
        yield from describe(
            nodes[place.key],
            ("rdf:type", tm("Place")),
            ("rdfs:label", ledger.words(place.label)),
            ("tm:within", around if around != nodes[place.key] else None),
            ("tm:wikipediaTitle", literal(page_title(place.link)) if place.link else None),
        )
        yield from attest(nodes[place.key], ledger, Seen(place.span))
