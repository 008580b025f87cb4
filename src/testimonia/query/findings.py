"""Findings read back from a graph, event by event, so that all of `compare` works on graphs.

This is the way of the mapping, backwards. Keys are IRIs. An event that several articles, revisions or
dumps tell of has the claims of all of them; a claim that was read in two places is two claims of the
findings, as it was before it became one node. What comparing does not ask for is not read back: places,
happenings, assertions.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from testimonia.compare.relations import REVISED
from testimonia.model import (
    Actor,
    Claim,
    Event,
    Findings,
    Office,
    Participation,
    Quantity,
    Span,
    Statement,
    When,
)
from testimonia.query.engine import solutions, whole
from testimonia.query.joining import Joined
from testimonia.query.named import part
from testimonia.query.nodes import local, word
from testimonia.query.records import claim_records, number
from testimonia.query.siding import number_sides

if TYPE_CHECKING:
    from pyoxigraph import Store

    from testimonia.query.records import ClaimRecord

__all__ = ["Recovered", "claims_about", "place_lines", "recover_events", "recover_findings"]

_STRETCH = 100_000_000
"""Spans of different revisions are kept apart by this many characters; no article is as long."""

_NOWHERE = Span(0, 0)
_STATE_FORCE = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a graph says of one event; keys of events, actors and statements are their IRIs."""

    event: str
    label: str
    findings: Findings
    """Its event, actors, participations, statements and claims with a figure, in text order."""
    records: tuple["ClaimRecord", ...]
    """The reading behind each claim of the findings, with its words and its sentence."""
    tolerance: float
    """How far "about N" reaches in this graph, as a share of N."""

    @property
    def claims(self) -> tuple[str, ...]:
        """The IRI of each claim of the findings; the same one for each place where it was read."""
        return tuple(record.claim for record in self.records)


def recover_findings(store: "Store") -> tuple[Recovered, ...]:
    """Gather the findings of each event that has claims with a figure, by the event's IRI."""
    merged = whole(store)
    nodes = Joined(merged)
    claims = claims_about(nodes)
    return tuple(recover_events(merged, nodes, claims))


def claims_about(nodes: Joined) -> dict[str, list[str]]:
    """Give the claims with a figure about each event, by the IRI that the event answers under."""
    counted = {claim for claim, _ in nodes.pairs("tm:quantity")}
    events: dict[str, list[str]] = {}
    for claim, event in nodes.pairs("tm:about"):
        if claim in counted:
            events.setdefault(nodes.name(event), []).append(claim)
    return {event: events[event] for event in sorted(events)}


def recover_events(
    store: "Store",
    nodes: Joined,
    claims: Mapping[str, list[str]],
    tellers: Mapping[str, frozenset[str]] | None = None,
) -> Iterator[Recovered]:
    """Gather the findings of the events whose claims are given.

    With `tellers`, the revisions that tell of each IRI of an event, sides are numbered alike in all of them.
    """
    records = {_place(record): record for record in claim_records(store)}
    told = max((float(share) for _, share in nodes.pairs("tm:tolerance")), default=0.0)
    for event, about in claims.items():
        sides = None
        if tellers is not None:
            sides = number_sides(nodes, {key: tellers.get(key, frozenset()) for key in nodes.members(event)})
        yield _Scene(nodes, event, about, records, sides).recovered(told)


def _place(record: "ClaimRecord") -> tuple[str, str, int, int]:
    return record.claim, record.revision, record.start, record.end


def place_lines(store: "Store") -> dict[tuple[str, int, int], tuple[str, int | None]]:
    """Give section and line of every place where a claim was read, by revision, start and end."""
    rows = solutions(whole(store), part("claim_places"))
    return {
        (row["revision"], int(row["start"]), int(row["end"])): (row["section"], number(row["line"]))
        for row in reversed(rows)
    }


@dataclass(frozen=True, slots=True)
class _Read:
    """A claim as it was read in one place."""

    claim: str
    reading: str
    mention: str
    revision: str
    span: Span


class _Scene:
    """One event of a graph, and all that its claims point to."""

    def __init__(
        self,
        nodes: Joined,
        event: str,
        claims: list[str],
        records: "dict[tuple[str, str, int, int], ClaimRecord]",
        sides: Mapping[tuple[str, str], int] | None = None,
    ) -> None:
        self._nodes = nodes
        self._event = event
        self._claims = claims
        self._records = records
        self._sides = sides

    def recovered(self, tolerance: float) -> Recovered:
        """Gather the findings of the event."""
        places = self._places
        first = {place.claim: number for number, place in reversed(list(enumerate(places)))}
        findings = Findings(
            events=(self._described(),),
            actors=tuple(self._actor(key) for key in self._actor_keys()),
            participations=self._participations,
            statements=tuple(self._statements()),
            claims=tuple(self._claim(place, first) for place in places),
        )
        label = self._nodes.one(self._event, "rdfs:label") or local(self._event)
        return Recovered(self._event, label, findings, tuple(map(self._record, places)), tolerance)

    def _record(self, place: _Read) -> "ClaimRecord":
        apart = self._revisions.index(place.revision) * _STRETCH
        start, end = place.span.start - apart, place.span.end - apart
        return self._records[place.claim, place.revision, start, end]

    @cached_property
    def _places(self) -> list[_Read]:
        """List every place where a claim was read, in the order of revision and text."""
        found = [place for claim in self._claims for place in self._read(claim)]
        return sorted(found, key=lambda place: (place.revision, place.span, place.claim))

    def _read(self, claim: str) -> Iterator[_Read]:
        for reading in self._nodes.all(claim, "tm:reading"):
            mention = self._nodes.one(reading, "tm:mention")
            revision = self._nodes.one(mention, "oa:hasSource")
            yield _Read(claim, reading, mention, revision, self._span(mention))

    @cached_property
    def _revisions(self) -> list[str]:
        mentions = (
            self._nodes.one(reading, "tm:mention")
            for claim in self._claims
            for reading in self._nodes.all(claim, "tm:reading")
        )
        return sorted({self._nodes.one(mention, "oa:hasSource") for mention in mentions})

    def _span(self, mention: str) -> Span:
        """Give the span of a mention, moved by the stretch of its revision."""
        for selector in self._nodes.all(mention, "oa:hasSelector"):
            if start := self._nodes.one(selector, "oa:start"):
                apart = self._revisions.index(self._nodes.one(mention, "oa:hasSource")) * _STRETCH
                return Span(apart + int(start), apart + int(self._nodes.one(selector, "oa:end")))
        return _NOWHERE

    def _claim(self, place: _Read, first: dict[str, int]) -> Claim:
        one, claim = self._nodes.one, place.claim
        sentence = one(place.mention, "tm:sentence")
        totals = [first[total] for total in self._nodes.all(claim, "tm:subsetOf") if total in first]
        words: dict[str, Any] = {
            "measure": word(one(claim, "tm:measure")),
            "category": word(one(claim, "tm:category"), "Category"),
            "stance": word(one(claim, "tm:stance")),
            "polarity": word(one(claim, "tm:polarity")),
            "scope": word(one(claim, "tm:scope"), "Scope"),
            "zone": word(one(place.mention, "tm:zone")),
            "party_basis": word(one(place.reading, "tm:partyBasis"), "Basis") or "none",
        }
        return Claim(
            quantity=self._quantity(claim, place.reading),
            event=self._event,
            span=place.span,
            sentence=self._span(sentence) if sentence else place.span,
            rule=one(one(place.reading, "tm:rule"), "rdfs:label"),
            confidence=float(one(place.reading, "tm:extractionConfidence")),
            parties=self._nodes.all(claim, "tm:affectedParty"),
            side=self._side(one(claim, "tm:affectedSide"), place.revision),
            claimants=self._nodes.all(claim, "tm:claimant"),
            statement=one(claim, "tm:madeIn") or None,
            item=one(claim, "tm:item") or None,
            when=self._when(one(claim, "tm:happenedOn")),
            subset_of=min(totals, default=None),
            replaces=self._replaced(claim, first),
            **words,
        )

    def _replaced(self, claim: str, first: dict[str, int]) -> int | None:
        """Give the claim that the text says was revised to this one; dates tell the other revisions."""
        if not self._nodes.all(claim, "tm:revises"):
            return None
        for comparison in self._nodes.having("tm:leftClaim", claim):
            earlier = self._nodes.one(comparison, "tm:rightClaim")
            rule = self._nodes.one(self._nodes.one(comparison, "tm:rule"), "rdfs:label")
            if rule == REVISED and earlier in first:
                return first[earlier]
        return None

    def _quantity(self, claim: str, reading: str) -> Quantity:
        node = self._nodes.one(claim, "tm:quantity")
        low, high = (self._nodes.one(node, name) for name in ("tm:minValue", "tm:maxValue"))
        kind: Any = word(self._nodes.one(node, "tm:quantityKind"))
        verbatim, wording = (self._nodes.one(reading, name) for name in ("tm:verbatim", "tm:wording"))
        return Quantity(
            kind, int(low) if low else None, int(high) if high else None, verbatim, wording or None
        )

    def _side(self, side: str, revision: str = "") -> int | None:
        """Give the number of a side of this event; sides of other events have none here.

        Where revisions number the sides differently, one has to be named.
        """
        here = side and self._nodes.one(side, "tm:sideOf") == self._event
        if not here:
            return None
        if self._sides is None:
            return int(self._nodes.one(side, "tm:sideNumber"))
        numbers = {n for (key, told), n in self._sides.items() if key == side and revision in {"", told}}
        return numbers.pop() if len(numbers) == 1 else None

    def _when(self, span: str) -> When | None:
        expression = self._nodes.one(span, "tm:edtf") if span else ""
        if not expression:
            return None
        start, slash, end = expression.partition("/")
        last = end if slash else start
        ongoing = self._nodes.one(span, "tm:ongoing") == "true"
        return When(None if start == ".." else start, None if last == ".." else last, ongoing=ongoing)

    def _described(self) -> Event:
        kind: Any = word(self._nodes.one(self._event, "tm:eventKind"), "Kind") or "other"
        when = self._when(self._nodes.one(self._event, "tm:time"))
        label = self._nodes.one(self._event, "rdfs:label") or local(self._event)
        return Event(self._event, label, kind, _NOWHERE, main=True, when=when)

    @cached_property
    def _participations(self) -> tuple[Participation, ...]:
        return tuple(self._read_participations())

    def _read_participations(self) -> Iterator[Participation]:
        for node in self._nodes.having("tm:participationIn", self._event):
            role: Any = word(self._nodes.one(node, "tm:role"))
            actor = self._nodes.one(node, "tm:participant")
            yield Participation(
                actor, self._event, role, self._side(self._nodes.one(node, "tm:onSide")), _NOWHERE, "", 1.0
            )

    def _statements(self) -> Iterator[Statement]:
        for node in sorted(
            {statement for claim in self._claims for statement in self._nodes.all(claim, "tm:madeIn")}
        ):
            yield Statement(
                node,
                self._nodes.all(node, "tm:speaker"),
                _NOWHERE,
                on_behalf_of=self._nodes.all(node, "tm:onBehalfOf"),
                when=self._when(self._nodes.one(node, "tm:statementTime")),
                medium=self._nodes.one(node, "tm:mediumText") or None,
            )

    def _actor_keys(self) -> list[str]:
        """List the actors of the event, and those they stand for, belong to or hold an office in."""
        waiting = [
            actor
            for claim in self._claims
            for name in ("tm:affectedParty", "tm:claimant")
            for actor in self._nodes.all(claim, name)
        ]
        waiting += [each.actor for each in self._participations]
        waiting += [actor for each in self._statements() for actor in (*each.speakers, *each.on_behalf_of)]
        found: set[str] = set()
        while waiting:
            actor = waiting.pop()
            if actor not in found:
                found.add(actor)
                waiting += [
                    *self._nodes.all(actor, "tm:memberOf"),
                    *self._nodes.all(actor, "tm:partyAlignment"),
                ]
                waiting += self._bodies(actor)
        return sorted(found)

    def _bodies(self, actor: str) -> list[str]:
        offices = self._nodes.all(actor, "org:holds")
        return [body for office in offices for body in self._nodes.all(office, "org:postIn")]

    def _actor(self, key: str) -> Actor:
        office = next(iter(self._nodes.all(key, "org:holds")), None)
        body = next(iter(self._bodies(key)), None)
        kinds = {_STATE_FORCE.sub(" ", local(name)).lower() for name in self._nodes.all(key, "rdf:type")}
        kind: Any = (
            "media" if "media organisation" in kinds else min(kinds - {"actor"}, default="organisation")
        )
        return Actor(
            key,
            self._nodes.one(key, "rdfs:label") or local(key),
            "described group" if "described group" in kinds else kind,
            _NOWHERE,
            aliases=self._nodes.all(key, "skos:altLabel"),
            office=Office(self._nodes.one(office, "rdfs:label"), body) if office else None,
            side=self._side_of(key),
            aligned_to=self._nodes.all(key, "tm:partyAlignment"),
            member_of=self._nodes.all(key, "tm:memberOf"),
        )

    def _side_of(self, actor: str) -> int | None:
        aligned = [self._side(side) for side in self._nodes.all(actor, "tm:alignedSide")]
        joined = [each.side for each in self._participations if each.actor == actor]
        return next((side for side in [*aligned, *joined] if side is not None), None)
