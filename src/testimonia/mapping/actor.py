"""Actors: forces, groups, bodies and persons, with their offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.concepts import actor_class
from testimonia.mapping.identity import is_acronym
from testimonia.mapping.reading import Seen, attest
from testimonia.mapping.terms import curie, describe, literal, tm
from testimonia.read import page_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Actor, Findings, Office

__all__ = ["map_actors"]


def map_actors(findings: Findings, ledger: Ledger) -> Iterator[Triple]:
    """Describe the actors and the offices that they hold."""
    participants = {participation.actor for participation in findings.participations}
    for actor in findings.actors:
        node = ledger.iris.actors[actor.key]
        yield from _map_names(node, actor, ledger)
        yield from _map_ties(node, actor, ledger, aligned=actor.key not in participants)
        if actor.office:
            yield from _map_office(node, actor.office, ledger)
        yield from attest(node, ledger, Seen(actor.span, rule=actor.rule, confidence=actor.confidence))


def _map_names(node: Node, actor: Actor, ledger: Ledger) -> Iterator[Triple]:
    aliases = tuple(alias for alias in actor.aliases if alias != actor.label)
    return describe(
        node,
        ("rdf:type", (tm("Actor"), *(actor_class(kind) for kind in (actor.kind, *actor.also)))),
        ("rdfs:label", ledger.words(actor.label)),
        ("skos:altLabel", tuple(ledger.words(alias) for alias in aliases)),
        ("tm:acronym", tuple(literal(alias) for alias in aliases if is_acronym(alias))),
        ("tm:wikipediaTitle", literal(page_title(actor.link)) if actor.link else None),
    )


def _map_ties(node: Node, actor: Actor, ledger: Ledger, *, aligned: bool) -> Iterator[Triple]:
    """Describe where an actor belongs. A participation gives the side of its own, `aligned` the others'."""
    actors = ledger.iris.actors
    stands_for = actor.aligned_to if actor.kind == "described group" else ()
    return describe(
        node,
        ("tm:memberOf", tuple(actors[key] for key in actor.member_of if actors[key] != node)),
        ("tm:partyAlignment", tuple(actors[key] for key in stands_for if actors[key] != node)),
        ("tm:alignedSide", ledger.side("", actor.side) if aligned else None),
    )


def _map_office(holder: Node, office: Office, ledger: Ledger) -> Iterator[Triple]:
    node = ledger.iris.office(holder, office)
    yield from describe(holder, ("org:holds", node))
    yield from describe(
        node,
        ("rdf:type", curie("org:Post")),
        ("rdfs:label", ledger.words(office.title)),
        ("org:postIn", ledger.iris.actors[office.body] if office.body else None),
    )
