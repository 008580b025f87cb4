"""Claims and relations as flat typed records: what tables, exports and notebooks are made of.

The named questions answer in strings, as every SPARQL endpoint does. Here their rows become frozen
records with numbers, with the IRIs behind the labels, and with the article and event around a claim.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from testimonia.query.asking import ask
from testimonia.query.engine import solutions, whole
from testimonia.query.named import part
from testimonia.query.nodes import word

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["ClaimRecord", "RelationRecord", "claim_records", "relation_records"]


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One reading of a claim with a figure; the first 22 fields are the columns of the question `claims`.

    A claim that several sentences, revisions or articles give has a record for each, all with the
    same `claim`; `reading` counts them from 1, so that `reading == 1` gives every claim once.
    """

    claim: str
    """The IRI."""
    event: str
    article: str
    zone: str
    kind: str
    """The measure: "killed", "strength", …"""
    low: int | None
    """Inclusive lower bound, None where there is none."""
    high: int | None
    approximate: bool
    wording: str
    parties: tuple[str, ...]
    """Labels of the affected."""
    side: int | None
    category: str
    claimants: tuple[str, ...]
    """Labels of who says it; empty for the article's own voice."""
    stance: str
    said_on: str
    """EDTF date of the saying, "" where the text gives none."""
    medium: str
    scope: str
    quote: str
    start: int
    """Offset of the quote in the revision, in code points."""
    end: int
    rule: str
    confidence: float
    reading: int
    says: str
    """The claim in words."""
    quantity: str
    """The kind of the quantity: exact, range, lower_bound, vague, …"""
    verbatim: str
    """The words that give the number."""
    item: str
    """For materiel: what."""
    polarity: str
    sentence: str
    event_label: str
    event_start: str
    event_end: str
    title: str
    """Of the article."""
    revision: str
    """IRI of the revision that was read."""
    revision_id: str
    url: str
    license: str
    party_iris: tuple[str, ...]
    side_iri: str
    claimant_iris: tuple[str, ...]
    on_behalf_of: tuple[str, ...]
    """IRIs of those for whom the claimants speak."""
    contradicts: tuple[str, ...]
    """IRIs of the claims that cannot be true together with this one."""
    subset_of: tuple[str, ...]
    """IRIs of the totals that include this figure."""
    party_basis: str
    """How the text tells the affected: "named", "described", "order" (a guess from the order), …"""


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """How two claims stand to each other, and why; the columns of the question `comparisons`."""

    event: str
    kind: str
    relation: str
    ground: str
    claim_a: str
    who_a: tuple[str, ...]
    low_a: int | None
    high_a: int | None
    quote_a: str
    claim_b: str
    who_b: tuple[str, ...]
    low_b: int | None
    high_b: int | None
    quote_b: str


Row = dict[str, str]
_ONCE = {"says": "", "polarity": "affirmed", "quantity": "exact", "item": ""}


def claim_records(store: "Store") -> tuple[ClaimRecord, ...]:
    """Give every reading of every claim with a figure, by article and place in the text."""
    merged = whole(store)
    around = _Around(merged)
    numbers: dict[str, int] = defaultdict(int)
    records = []
    for row in ask(merged, "claims").records():
        numbers[row["claim"]] += 1
        records.append(around.record(row, numbers[row["claim"]]))
    return tuple(records)


def relation_records(store: "Store") -> tuple[RelationRecord, ...]:
    """Give every relation between two claims, contradictions first, by event."""
    return tuple(_relation(row) for row in ask(store, "comparisons").records())


def listed(cell: str) -> tuple[str, ...]:
    """Split a cell that joins several values; an empty one has none."""
    return tuple(cell.split(" | ")) if cell else ()


def number(cell: str) -> int | None:
    """Give the whole number of a cell, None for an empty one."""
    return int(cell) if cell else None


class _Around:
    """What stands around the claims of a store: words, links, readings, revisions, events."""

    def __init__(self, store: "Store") -> None:
        self._details = {row["claim"]: row for row in solutions(store, part("claim_details"))}
        self._links: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in solutions(store, part("claim_links")):
            self._links[row["claim"], row["property"].rpartition("#")[2]].append(row["value"])
        self._readings: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in solutions(store, part("claim_readings")):
            self._readings[_place(row)].append(row)
        self._revisions = {row["revision"]: row for row in ask(store, "sources").records()}
        self._events = {row["event"]: row for row in ask(store, "events").records()}

    def record(self, row: Row, reading: int) -> ClaimRecord:
        """Make the record of a row of the question `claims`; readings of one place come in order."""
        claim = row["claim"]
        details = self._details.get(claim, _ONCE)
        places = self._readings[_place(row)]
        read = places.pop(0) if len(places) > 1 else places[0]
        source = self._revisions[read["revision"]]
        event = self._events.get(row["event"], {})
        return ClaimRecord(
            **_typed(row),
            reading=reading,
            says=details["says"],
            quantity=details["quantity"],
            polarity=details["polarity"],
            item=details["item"],
            verbatim=read["verbatim"],
            sentence=read["sentence"] or row["quote"],
            event_label=event.get("label", ""),
            event_start=event.get("start", ""),
            event_end=event.get("end", ""),
            title=source["title"],
            revision=read["revision"],
            revision_id=source["revision_id"],
            url=source["url"],
            license=source["license"],
            party_iris=self._linked(claim, "affectedParty"),
            side_iri=next(iter(self._linked(claim, "affectedSide")), ""),
            claimant_iris=self._linked(claim, "claimant"),
            on_behalf_of=self._linked(claim, "onBehalfOf"),
            contradicts=self._linked(claim, "contradicts"),
            subset_of=self._linked(claim, "subsetOf"),
            party_basis=word(read["basis"], "Basis") or "none",
        )

    def _linked(self, claim: str, name: str) -> tuple[str, ...]:
        return tuple(self._links.get((claim, name), ()))


def _place(row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in ("claim", "article", "start", "end", "rule"))


def _typed(row: Row) -> dict[str, Any]:
    """Give the columns of the question `claims` their types."""
    typed: dict[str, Any] = dict(row)
    typed |= {name: listed(row[name]) for name in ("parties", "claimants")}
    typed |= {name: number(row[name]) for name in ("low", "high", "side", "start", "end")}
    return typed | {"approximate": row["approximate"] == "true", "confidence": float(row["confidence"])}


def _relation(row: Row) -> RelationRecord:
    typed: dict[str, Any] = dict(row)
    typed |= {name: listed(row[name]) for name in ("who_a", "who_b")}
    typed |= {name: number(row[name]) for name in ("low_a", "high_a", "low_b", "high_b")}
    return RelationRecord(**typed)
