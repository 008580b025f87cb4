"""Claims without a figure: place, date, outcome, who took part, or in words only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping import concepts
from testimonia.mapping.claim import voice
from testimonia.mapping.point import map_point, point_iri
from testimonia.mapping.reading import Seen, attest, derive
from testimonia.mapping.slugs import short_hash
from testimonia.mapping.terms import describe, literal, tagged, tm, tmc
from testimonia.mapping.timespan import edtf_of_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Assertion

__all__ = ["map_assertions"]

_PROPERTIES = {
    "time": "time",
    "place": "place",
    "part_of": "partOfEvent",
    "kind": "eventKind",
    "coordinates": "coordinates",
}


def map_assertions(
    assertions: Sequence[Assertion], statements: dict[str, Node], ledger: Ledger
) -> Iterator[Triple]:
    """Describe claims without a figure; equal ones are one node with several readings."""
    equal: dict[Node, list[Assertion]] = {}
    for assertion in assertions:
        equal.setdefault(_name(assertion, statements, ledger), []).append(assertion)
    for name, same in equal.items():
        yield from _map_assertion(name, same[0], ledger)
        yield from voice(name, same[0], statements, ledger)
        seen = [Seen(one.span, one.sentence, one.rule, one.confidence) for one in same]
        yield from attest(name, ledger, *seen)
        yield from derive(name, ledger, statements.get(same[0].statement or ""), *seen)


def _name(assertion: Assertion, statements: dict[str, Node], ledger: Ledger) -> Node:
    """Mint the IRI of an assertion from what it says and who says it."""
    iris = ledger.iris
    event = iris.event(assertion.event)
    structured = assertion.kind in {"attribute", "outcome"} and assertion.value
    identity = (
        event.value,
        assertion.kind,
        assertion.property or "",
        _value_words(assertion, ledger),
        "" if structured else assertion.text,
        *sorted(iris.actors[key].value for key in assertion.parties),
        f"side {assertion.side} winner {assertion.winner}",
        f"{assertion.stance} {assertion.polarity}",
        *sorted(iris.actors[key].value for key in assertion.claimants),
        statements[assertion.statement].value if assertion.statement else "",
    )
    return iris.under("claim", event, f"{assertion.kind}-{short_hash(*identity)}")


def _map_assertion(name: Node, assertion: Assertion, ledger: Ledger) -> Iterator[Triple]:
    value = _claimed_value(assertion, ledger)
    words = assertion.value if assertion.kind == "outcome" or not value else None
    winner = assertion.winner
    yield from describe(
        name,
        ("rdf:type", (tm("Claim"), concepts.assertion_class(assertion.kind))),
        ("tm:about", ledger.iris.event(assertion.event)),
        ("tm:claimedProperty", tm(_PROPERTIES[assertion.property]) if assertion.property else None),
        ("tm:claimedValue", value),
        ("tm:claimedText", literal(words) if words else None),
        ("tm:claimedWinner", ledger.side(assertion.event, winner)),
        ("tm:outcomeKind", tmc("victory") if winner is not None else None),
        ("tm:affectedParty", tuple(ledger.iris.actors[key] for key in assertion.parties)),
        ("tm:affectedSide", ledger.side(assertion.event, assertion.side)),
        ("tm:propositionText", tagged(assertion.text, "en")),
    )
    if value and assertion.property == "coordinates":
        yield from map_point(value, ledger.iris)


def _claimed_value(assertion: Assertion, ledger: Ledger) -> Node | None:
    """Give the thing that an attribute claim ascribes to the event, where its value names one."""
    value, iris = assertion.value, ledger.iris
    node = None
    if not value:
        return None
    match assertion.property:
        case "time":
            node = ledger.time_of(edtf_of_value(value))
        case "place":
            node = iris.places[value]
        case "part_of":
            node = iris.event(value)
        case "kind":
            node = concepts.event_kind(value)
        case "coordinates":
            node = point_iri(value, iris)
    return node


def _value_words(assertion: Assertion, ledger: Ledger) -> str:
    value = _claimed_value(assertion, ledger)
    return value.value if value else assertion.value or ""
