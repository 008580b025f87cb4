"""Findings read back from a graph, event by event, so that all of `compare` works on graphs.

Keys are IRIs. An event that several articles or revisions tell of has the claims of all of them. What
comparing does not ask for is not read back: aliases of places, happenings, assertions.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from testimonia.model import (
    Actor,
    Claim,
    Event,
    Findings,
    Office,
    Participation,
    Quantity,
    Side,
    Span,
    Statement,
    When,
)
from testimonia.query.engine import whole
from testimonia.query.records import claim_records
from testimonia.vocab import TM, TMC, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

    from testimonia.model import ActorKind, EventKind, Measure, QuantityKind, Scope, Stance, Zone
    from testimonia.query.records import ClaimRecord

__all__ = ["Recovered", "recover_findings"]

_NOWHERE = Span(0, 0)
_KINDS: dict[str, ActorKind] = {
    "State": "state",
    "StateForce": "state force",
    "ArmedGroup": "armed group",
    "Coalition": "coalition",
    "Organisation": "organisation",
    "Person": "person",
    "MediaOrganisation": "media",
    "DescribedGroup": "described group",
}


@dataclass(frozen=True, slots=True)
class Recovered:
    """The findings about one event."""

    event: str
    """IRI of the event."""
    findings: Findings
    records: tuple[ClaimRecord, ...]
    """The record of each claim of the findings, in their order."""


def recover_findings(store: Store) -> tuple[Recovered, ...]:
    """Give the findings about each event that has claims with a figure, by the IRI of the event."""
    graph = _Graph(whole(store))
    about: dict[str, list[ClaimRecord]] = defaultdict(list)
    for record in claim_records(store):
        if record.reading == 1:
            about[record.event].append(record)
    return tuple(
        Recovered(event, graph.findings(event, about[event]), tuple(about[event])) for event in sorted(about)
    )


class _Graph:
    """A graph asked for the values of properties."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tables: dict[str, dict[str, list[str]]] = {}

    def findings(self, event: str, records: list[ClaimRecord]) -> Findings:
        """Give what is known of an event and of everybody whom its claims name."""
        parts = sorted(self._inverse("tm:participationIn").get(event, ()))
        statements = {record.claim: self._one("tm:madeIn", record.claim) for record in records}
        spoken = sorted({statement for statement in statements.values() if statement})
        named = {iri for record in records for iri in (*record.party_iris, *record.claimant_iris)}
        named |= {self._one("tm:participant", part) for part in parts}
        named |= {
            iri for one in spoken for name in ("tm:speaker", "tm:onBehalfOf") for iri in self._all(name, one)
        }
        index = {record.claim: number for number, record in enumerate(records)}
        return Findings(
            events=(self._event(event),),
            sides=tuple(Side(number, event) for number in self._sides(event)),
            actors=tuple(self._actor(iri) for iri in self._around(named)),
            participations=tuple(self._participation(part, event) for part in parts),
            statements=tuple(self._statement(iri) for iri in spoken),
            claims=tuple(self._claim(record, statements[record.claim], index) for record in records),
        )

    def _event(self, iri: str) -> Event:
        kind = self._one("tm:eventKind", iri).removeprefix(TMC).removesuffix("Kind") or "other"
        when = self._when(self._one("tm:time", iri))
        return Event(iri, self._one("rdfs:label", iri), cast("EventKind", kind), _NOWHERE, when=when)

    def _sides(self, event: str) -> list[int]:
        return sorted(int(self._one("tm:sideNumber", side)) for side in self._all("tm:hasSide", event))

    def _number(self, side: str) -> int | None:
        found = self._one("tm:sideNumber", side) if side else ""
        return int(found) if found else None

    def _actor(self, iri: str) -> Actor:
        kinds = [
            _KINDS[name] for each in self._all("rdf:type", iri) if (name := each.removeprefix(TM)) in _KINDS
        ]
        return Actor(
            iri,
            self._one("rdfs:label", iri) or iri,
            kinds[0] if kinds else "organisation",
            _NOWHERE,
            aliases=self._all("skos:altLabel", iri),
            office=self._office(iri),
            side=self._number(self._one("tm:alignedSide", iri)),
            aligned_to=self._all("tm:partyAlignment", iri),
            also=tuple(kinds[1:]),
            member_of=self._all("tm:memberOf", iri),
        )

    def _office(self, iri: str) -> Office | None:
        post = self._one("org:holds", iri)
        return Office(self._one("rdfs:label", post), self._one("org:postIn", post) or None) if post else None

    def _around(self, named: Iterable[str]) -> list[str]:
        """Give the named actors and those they belong to or stand for, sorted."""
        found: set[str] = set()
        waiting = [iri for iri in named if iri]
        while waiting:
            iri = waiting.pop()
            if iri not in found:
                found.add(iri)
                waiting += [*self._all("tm:memberOf", iri), *self._all("tm:partyAlignment", iri)]
                waiting += [
                    body for post in self._all("org:holds", iri) for body in self._all("org:postIn", post)
                ]
        return sorted(found)

    def _participation(self, part: str, event: str) -> Participation:
        role = self._one("tm:role", part).removeprefix(TMC)
        side = self._number(self._one("tm:onSide", part))
        actor = self._one("tm:participant", part)
        return Participation(actor, event, role, side, _NOWHERE, "", 1.0)  # type: ignore[arg-type]

    def _statement(self, iri: str) -> Statement:
        return Statement(
            iri,
            self._all("tm:speaker", iri),
            _NOWHERE,
            self._all("tm:onBehalfOf", iri),
            self._when(self._one("tm:statementTime", iri)),
            self._one("tm:mediumText", iri) or None,
        )

    def _when(self, time: str) -> When | None:
        expression = self._one("tm:edtf", time) if time else ""
        if not expression:
            return None
        start, _, end = expression.partition("/")
        known = [None if each == ".." else each for each in (start, end or start)]
        return When(known[0], known[1], ongoing=bool(self._one("tm:ongoing", time)))

    def _claim(self, record: ClaimRecord, statement: str, index: dict[str, int]) -> Claim:
        totals = [index[iri] for iri in record.subset_of if iri in index]
        quantity = Quantity(
            cast("QuantityKind", record.quantity),
            record.low,
            record.high,
            record.verbatim,
            record.wording or None,
        )
        return Claim(
            cast("Measure", record.kind),
            quantity,
            record.event,
            Span(record.start, record.end),
            Span(record.start, record.end),
            record.rule,
            record.confidence,
            parties=record.party_iris,
            side=record.side,
            category=record.category,  # type: ignore[arg-type]
            claimants=record.claimant_iris,
            stance=cast("Stance", record.stance),
            polarity=record.polarity,  # type: ignore[arg-type]
            statement=statement or None,
            scope=cast("Scope", record.scope),
            item=record.item or None,
            when=self._when(self._one("tm:happenedOn", record.claim)),
            subset_of=totals[0] if totals else None,
            zone=cast("Zone", record.zone),
        )

    def _one(self, name: str, subject: str) -> str:
        """Give the first value of a property by name, "" where there is none."""
        return next(iter(self._all(name, subject)), "")

    def _all(self, name: str, subject: str) -> tuple[str, ...]:
        return tuple(sorted(self._table(name).get(subject, ())))

    def _table(self, name: str) -> dict[str, list[str]]:
        if name not in self._tables:
            self._tables[name] = _gathered(self._pairs(name))
        return self._tables[name]

    def _inverse(self, name: str) -> dict[str, list[str]]:
        key = f"^{name}"
        if key not in self._tables:
            self._tables[key] = _gathered((value, subject) for subject, value in self._pairs(name))
        return self._tables[key]

    def _pairs(self, name: str) -> Iterator[tuple[str, str]]:
        from pyoxigraph import NamedNode

        for quad in self._store.quads_for_pattern(None, NamedNode(term(name)), None, None):
            yield str(getattr(quad.subject, "value", "")), str(getattr(quad.object, "value", ""))


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        table[key].append(value)
    return table
