"""Findings read back from a graph, event by event, so that all of `compare` works on graphs.

This is the way of the mapping, backwards. Keys are IRIs. An event that several articles, revisions or
dumps tell of has the claims of all of them; a claim that was read in two places is two claims of the
findings, as it was before it became one node. What comparing does not ask for is not read back: places,
happenings, assertions.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.model import Findings
from testimonia.query.cast import Cast
from testimonia.query.engine import solutions, whole
from testimonia.query.joining import Joined
from testimonia.query.named import part
from testimonia.query.records import claim_records, number
from testimonia.query.siding import number_sides
from testimonia.query.testimony import Testimony

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Store

    from testimonia.query.records import ClaimRecord

__all__ = ["Recovered", "claims_about", "place_lines", "recover_events", "recover_findings"]


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
    claims: "Mapping[str, list[str]]",
    tellers: "Mapping[str, frozenset[str]] | None" = None,
) -> "Iterator[Recovered]":
    """Gather the findings of the events whose claims are given.

    With `tellers`, the revisions that tell of each IRI of an event, sides are numbered alike in all of them.
    """
    records = {_place(record): record for record in claim_records(store)}
    told = max((float(share) for _, share in nodes.pairs("tm:tolerance")), default=0.0)
    for event, about in claims.items():
        sides = None
        if tellers is not None:
            sides = number_sides(nodes, {key: tellers.get(key, frozenset()) for key in nodes.members(event)})
        cast = Cast(nodes, event, sides)
        yield _recovered(cast, Testimony(cast, about, records), told)


def _recovered(cast: Cast, testimony: Testimony, tolerance: float) -> Recovered:
    """Put the findings of one event together."""
    findings = Findings(
        events=(cast.event,),
        actors=tuple(cast.actors(testimony.named())),
        participations=cast.participations,
        statements=testimony.statements,
        claims=tuple(testimony.claims()),
    )
    return Recovered(cast.event.key, cast.event.label, findings, tuple(testimony.records()), tolerance)


def _place(record: "ClaimRecord") -> tuple[str, str, int, int]:
    return record.claim, record.revision, record.start, record.end


def place_lines(store: "Store") -> dict[tuple[str, int, int], tuple[str, int | None]]:
    """Give section and line of every place where a claim was read, by revision, start and end."""
    rows = solutions(whole(store), part("claim_places"))
    return {
        (row["revision"], int(row["start"]), int(row["end"])): (row["section"], number(row["line"]))
        for row in reversed(rows)
    }
