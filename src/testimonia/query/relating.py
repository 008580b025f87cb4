"""Relations across articles: the claims of each event that several of them tell of, held against each other.

What one article tells is compared when it is built; here only claims meet that no article tells both of.
Which events are one, `joining` says.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from testimonia.compare import compare_claims
from testimonia.query.engine import whole
from testimonia.query.findings import Recovered, claims_about, recover_events
from testimonia.query.joining import Join, Joined, Telling, find_joins
from testimonia.query.records import RelationRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import Quad, Store

    from testimonia.model import Relation
    from testimonia.query.records import ClaimRecord

__all__ = ["Related", "across_records", "relate_articles", "relation_graph"]


@dataclass(frozen=True, slots=True)
class Related:
    """An event that several articles, or revisions of one, tell of, and what holds between their claims."""

    event: Recovered
    articles: tuple[str, ...]
    """Their titles, with the revision where several have one title."""
    relations: "tuple[Relation, ...]"
    """Between claims of different ones; indexes are those of the recovered findings."""
    joins: tuple[Join, ...] = ()
    """Which events it was told of as, where they are several, and why they are one."""

    @property
    def events(self) -> tuple[str, ...]:
        """The IRIs of the event, sorted."""
        return tuple(
            sorted({self.event.event, *(key for join in self.joins for key in (join.one, join.other))})
        )


def relate_articles(store: "Store") -> tuple[Related, ...]:
    """Relate the claims of each event that more than one article revision tells of, by the event's IRI.

    The graph is left as it is. A claim that both tell of is one claim, and agrees with itself unsaid.
    """
    merged = whole(store)
    plain = Joined(merged)
    telling = Telling.of(plain)
    joins = find_joins(plain, telling)
    nodes = Joined(merged, joins)
    shared = {
        event: claims
        for event, claims in claims_about(nodes).items()
        if len({revision for key in nodes.members(event) for revision in telling.revisions.get(key, ())}) > 1
    }
    if not shared:
        return ()
    return tuple(
        _related(event, tuple(join for join in joins if nodes.name(join.one) == event.event))
        for event in recover_events(merged, nodes, shared, telling.revisions)
    )


def across_records(store: "Store") -> "tuple[RelationRecord, ...]":
    """Give what `relate_articles` finds as records, contradictions first, by event."""
    records = [_record(each, relation) for each in relate_articles(store) for relation in each.relations]
    return tuple(sorted(records, key=lambda record: (record.relation != "contradicts", record.event)))


def _record(related: Related, relation: "Relation") -> RelationRecord:
    one, other = (related.event.records[index] for index in (relation.left, relation.right))
    return RelationRecord(
        event=one.event,
        kind=one.kind,
        relation=relation.kind,
        ground=relation.ground,
        claim_a=one.claim,
        who_a=one.claimants,
        low_a=one.low,
        high_a=one.high,
        quote_a=one.quote,
        claim_b=other.claim,
        who_b=other.claimants,
        low_b=other.low,
        high_b=other.high,
        quote_b=other.quote,
    )


def relation_graph(found: "Iterable[Related]") -> "tuple[Quad, ...]":
    """Give relations across articles as quads, all in one named graph of their own."""
    from testimonia.mapping import MappingOptions, map_across

    lines = {
        str(quad): quad
        for each in found
        for quad in map_across(
            each.relations,
            each.event.claims,
            [record.revision for record in each.event.records],
            each.event.event.rpartition("event/")[0],
            MappingOptions(tolerance=each.event.tolerance),
            tuple(combinations(each.events, 2)),
        )
    }
    return tuple(lines[line] for line in sorted(lines))


def _related(event: Recovered, joins: tuple[Join, ...]) -> Related:
    names = _names(event.records)
    articles = [names[record.revision] for record in event.records]
    relations = compare_claims(event.findings, tolerance=event.tolerance, articles=articles)
    return Related(event, tuple(sorted(names.values())), tuple(_between(relations, event.records)), joins)


def _names(records: "Sequence[ClaimRecord]") -> dict[str, str]:
    """Name each revision by the title of its article, and by its number where that does not tell."""
    titles: dict[str, set[str]] = defaultdict(set)
    for record in records:
        titles[record.title].add(record.revision)
    return {
        revision: title if len(revisions) == 1 else f"{title} ({revision.rpartition('/')[2]})"
        for title, revisions in titles.items()
        for revision in revisions
    }


def _between(relations: "Iterable[Relation]", records: "Sequence[ClaimRecord]") -> "Iterator[Relation]":
    """Leave out what holds between two claims that one revision tells both of: that stands there."""
    told: dict[str, set[str]] = defaultdict(set)
    for record in records:
        told[record.claim].add(record.revision)
    for relation in relations:
        left, right = (records[index].claim for index in (relation.left, relation.right))
        if not told[left] & told[right]:
            yield relation
