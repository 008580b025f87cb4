"""The shortcuts of an event: its date, place, larger event, kind, coordinates and result.

A shortcut is a triple on the event itself, for simple questions. Each one stands on a claim with a
span, so that it can show its words: where the findings hold no assertion for it, one is made here
from the spans of the event, its date, its places and its larger events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.point import coordinates_value, map_point, point_iri, point_name
from testimonia.mapping.terms import describe, literal
from testimonia.mapping.timespan import date_words, edtf, edtf_of_value
from testimonia.model import Assertion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal as OneOf

    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Triple
    from testimonia.model import Event, Findings, Place, Span

    _Property = OneOf["time", "place", "part_of", "kind", "coordinates"]

__all__ = ["complete_assertions", "map_shortcuts", "places_of"]

RULE = "event.shortcut"
"""The rule named for an assertion that is made here."""
CONFIDENCE = 0.9


def complete_assertions(findings: Findings) -> tuple[Assertion, ...]:
    """Give the assertions of the findings, and after them one for each shortcut that had none."""
    stated = {_fact(assertion) for assertion in findings.assertions}
    made = (
        assertion
        for event in findings.events
        for assertion in _of_event(event, findings)
        if _fact(assertion) not in stated
    )
    return (*findings.assertions, *made)


def _fact(assertion: Assertion) -> tuple[str, str | None, str | None]:
    """Say what a shortcut needs of an assertion: the event, the property, the value."""
    value = assertion.value
    if assertion.property == "time" and value:
        value = edtf_of_value(value)
    elif assertion.property == "coordinates":
        value = point_name(value or "")
    return assertion.event, assertion.property or assertion.kind, value


def _of_event(event: Event, findings: Findings) -> Iterator[Assertion]:
    """Make the assertions that the shortcuts of an event amount to."""
    places = {place.key: place for place in findings.places}
    events = {other.key: other for other in findings.events}
    expression = edtf(event.when)
    if event.when and expression:
        text = f"The event took place on {date_words(expression)}."
        yield _attribute(event, "time", expression, event.when.span or event.span, text)
    for key in places_of(event, places):
        yield _attribute(
            event, "place", key, places[key].span, f"The event took place at {places[key].label}."
        )
    for key in event.part_of:
        larger = events[key]
        yield _attribute(event, "part_of", key, larger.span, f"The event is part of {larger.label}.")
    yield _attribute(event, "kind", event.kind, event.span, f"The event is of the kind “{event.kind}”.")
    if event.coordinates:
        value = coordinates_value(event.coordinates)
        yield _attribute(event, "coordinates", value, event.span, f"The event took place at {value}.")
    if event.result:
        text = f"The result was “{event.result}”."
        yield Assertion(
            "outcome", event.key, text, event.span, event.span, RULE, CONFIDENCE, value=event.result
        )


def _attribute(event: Event, name: _Property, value: str, span: Span, text: str) -> Assertion:
    return Assertion("attribute", event.key, text, span, span, RULE, CONFIDENCE, property=name, value=value)


def places_of(event: Event, places: dict[str, Place]) -> tuple[str, ...]:
    """Give the keys of an event's places without those that lie around an earlier one."""
    around: set[str] = set()
    chosen = []
    for key in event.places:
        if key not in around:
            chosen.append(key)
        outer = places[key].within
        while outer is not None and outer not in around:
            around.add(outer)
            outer = places[outer].within
    return tuple(chosen)


def map_shortcuts(event: Event, places: dict[str, Place], ledger: Ledger) -> Iterator[Triple]:
    """Describe the shortcuts of an event."""
    iris = ledger.iris
    point = point_iri(coordinates_value(event.coordinates), iris) if event.coordinates else None
    yield from describe(
        iris.event(event.key),
        ("tm:time", ledger.time(event.when)),
        ("tm:place", tuple(iris.places[key] for key in places_of(event, places))),
        ("tm:coordinates", point),
        ("tm:partOfEvent", tuple(iris.event(key) for key in event.part_of)),
        ("tm:resultText", literal(event.result) if event.result else None),
    )
    if point:
        yield from map_point(point, iris)
