"""Events: labels, kind, shortcuts, sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.concepts import event_kind
from testimonia.mapping.reading import Seen, attest
from testimonia.mapping.shortcut import map_shortcuts
from testimonia.mapping.terms import describe, literal, tagged, tm
from testimonia.read import page_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Triple
    from testimonia.model import Findings

__all__ = ["map_events"]


def map_events(findings: Findings, ledger: Ledger) -> Iterator[Triple]:
    """Describe the events: the main one and those it belongs to or that the article mentions."""
    places = {place.key: place for place in findings.places}
    for event in findings.events:
        node = ledger.iris.event(event.key)
        inherited = event.when.inherited if event.when else None
        yield from describe(
            node,
            ("rdf:type", tm("ConflictEvent")),
            ("rdfs:label", ledger.words(event.label)),
            ("skos:altLabel", tuple(ledger.words(alias) for alias in event.aliases if alias != event.label)),
            ("tm:eventKind", event_kind(event.kind)),
            ("tm:wikipediaTitle", literal(page_title(event.link)) if event.link else None),
            ("tm:dateInherited", tagged(inherited, "en") if inherited else None),
        )
        yield from map_shortcuts(event, places, ledger)
        yield from attest(node, ledger, Seen(event.span))
