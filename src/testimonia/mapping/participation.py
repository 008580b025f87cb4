"""Participations: the part that an actor had in an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.concepts import word
from testimonia.mapping.reading import Seen, attest
from testimonia.mapping.terms import describe, tm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.iris import Iris
    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Findings, Participation

__all__ = ["map_participations"]


def map_participations(findings: Findings, ledger: Ledger) -> Iterator[Triple]:
    """Describe the participations, and on each event the shortcut to who took part."""
    iris = ledger.iris
    for one in findings.participations:
        event, actor = iris.event(one.event), iris.actors[one.actor]
        node = _name(one, iris)
        yield from describe(
            node,
            ("rdf:type", tm("Participation")),
            ("tm:participationIn", event),
            ("tm:participant", actor),
            ("tm:role", word(one.role)),
            ("tm:onSide", ledger.side(one.event, one.side)),
        )
        yield from describe(event, ("tm:hasParticipant", actor))
        yield from attest(node, ledger, Seen(one.span, rule=one.rule, confidence=one.confidence))


def _name(one: Participation, iris: Iris) -> Node:
    """Name a participation by side, role and actor: 1-belligerent-france."""
    side = [] if one.side is None else [str(one.side)]
    name = "-".join([*side, one.role, iris.local(iris.actors[one.actor])])
    return iris.under("participation", iris.event(one.event), name)
