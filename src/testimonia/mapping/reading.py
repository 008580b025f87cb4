"""Readings: how a record came to be known, by which rule, from which words, how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.mapping.concepts import party_basis
from testimonia.mapping.terms import decimal, describe, literal, tm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.across import Across
    from testimonia.mapping.iris import Iris
    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import PartyBasis, Quantity, Span

__all__ = ["Seen", "attest", "derive", "map_rule"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a record in one place: the words, the rule, and how sure it is."""

    span: Span
    sentence: Span | None = None
    rule: str = ""
    """Empty for what no single rule reads, such as a side: evidence then, but no reading."""
    confidence: float = 0.0
    quantity: Quantity | None = None
    basis: PartyBasis | None = None


def attest(record: Node, ledger: Ledger, *seen: Seen) -> Iterator[Triple]:
    """Tie a record to the words that it was read from; where a rule is named, through a reading.

    Where two rules read the same record from the same words, the surer one stands for both.
    """
    surest: dict[Node, Seen] = {}
    for one in seen:
        mention = ledger.cite(one.span, one.sentence)
        yield from describe(record, ("tm:evidence", mention))
        known = surest.get(mention)
        if one.rule and (known is None or one.confidence > known.confidence):
            surest[mention] = one
    for mention, one in surest.items():
        reading = ledger.iris.reading(mention, record)
        yield from describe(record, ("tm:reading", reading))
        yield from _map_reading(reading, mention, one, ledger)
    if surest:
        yield from describe(record, ("prov:wasGeneratedBy", ledger.iris.run))


def derive(record: Node, ledger: Ledger, *sources: Node | Seen | None) -> Iterator[Triple]:
    """Describe what a claim or statement was derived from, for those who know PROV-O alone."""
    for source in sources:
        node = ledger.cite(source.span) if isinstance(source, Seen) else source
        yield from describe(record, ("prov:wasDerivedFrom", node))


def _map_reading(reading: Node, mention: Node, seen: Seen, ledger: Ledger) -> Iterator[Triple]:
    quantity = seen.quantity
    return describe(
        reading,
        ("rdf:type", tm("Reading")),
        ("tm:mention", mention),
        ("tm:rule", ledger.rule(seen.rule)),
        ("tm:extractionConfidence", decimal(seen.confidence)),
        ("tm:verbatim", literal(quantity.verbatim) if quantity else None),
        ("tm:wording", literal(quantity.wording) if quantity and quantity.wording else None),
        ("tm:partyBasis", party_basis(seen.basis) if seen.basis else None),
        ("prov:wasGeneratedBy", ledger.iris.run),
    )


def map_rule(rule: str, iris: Iris | Across) -> Iterator[Triple]:
    """Describe a rule that has spoken."""
    return describe(iris.rule(rule), ("rdf:type", tm("ExtractionRule")), ("rdfs:label", literal(rule)))
