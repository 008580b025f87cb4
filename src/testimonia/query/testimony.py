"""What was claimed about an event of a graph, read back as findings: claims, statements, and their places.

Spans of different revisions are kept apart, so that the order of the claims is that of revision and text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from testimonia.compare.relations import REVISED
from testimonia.model import Claim, Quantity, Span, Statement
from testimonia.query.cast import NOWHERE, read_when
from testimonia.query.nodes import word

if TYPE_CHECKING:
    from testimonia.query.cast import Cast
    from testimonia.query.records import ClaimRecord

__all__ = ["Testimony"]

_STRETCH = 100_000_000
"""Spans of different revisions are kept apart by this many characters; no article is as long."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A claim as it was read in one place."""

    claim: str
    reading: str
    mention: str
    revision: str
    span: Span


class Testimony:
    """The claims about one event of a graph, and what they were made in."""

    def __init__(
        self,
        cast: "Cast",
        claims: list[str],
        records: "dict[tuple[str, str, int, int], ClaimRecord]",
    ) -> None:
        self._cast = cast
        self._nodes = cast.nodes
        self._claims = claims
        self._records = records

    def claims(self) -> Iterator[Claim]:
        """Give each claim, once for each place where it was read, in the order of revision and text."""
        first = {place.claim: number for number, place in reversed(list(enumerate(self._places)))}
        return (self._claim(place, first) for place in self._places)

    def records(self) -> "Iterator[ClaimRecord]":
        """Give the reading behind each claim, in the same order."""
        return map(self._record, self._places)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that the claims were made in, by IRI."""
        made = {statement for claim in self._claims for statement in self._nodes.all(claim, "tm:madeIn")}
        return tuple(map(self._statement, sorted(made)))

    def named(self) -> Iterator[str]:
        """Give those whom the claims are about or by, and those who speak in the statements."""
        for claim in self._claims:
            yield from self._nodes.all(claim, "tm:affectedParty")
            yield from self._nodes.all(claim, "tm:claimant")
        for each in self.statements:
            yield from (*each.speakers, *each.on_behalf_of)

    def _statement(self, node: str) -> Statement:
        return Statement(
            node,
            self._nodes.all(node, "tm:speaker"),
            NOWHERE,
            on_behalf_of=self._nodes.all(node, "tm:onBehalfOf"),
            when=read_when(self._nodes, self._nodes.one(node, "tm:statementTime")),
            medium=self._nodes.one(node, "tm:mediumText") or None,
        )

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
        return NOWHERE

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
            event=self._cast.event.key,
            span=place.span,
            sentence=self._span(sentence) if sentence else place.span,
            rule=one(one(place.reading, "tm:rule"), "rdfs:label"),
            confidence=float(one(place.reading, "tm:extractionConfidence")),
            parties=self._nodes.all(claim, "tm:affectedParty"),
            side=self._cast.side(one(claim, "tm:affectedSide"), place.revision),
            claimants=self._nodes.all(claim, "tm:claimant"),
            statement=one(claim, "tm:madeIn") or None,
            item=one(claim, "tm:item") or None,
            when=read_when(self._nodes, one(claim, "tm:happenedOn")),
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
