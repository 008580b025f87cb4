"""The order in which people read a graph: which subjects come first, and what is said of them first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.serialize.triples import group_triples, natural
from testimonia.vocab import PREFIXES, TM, term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.serialize.triples import Graph, Node

__all__ = ["RDF_TYPE", "order_triples", "predicates_in_order"]

RDF_TYPE = term("rdf:type")

_CLASSES = (
    "tm:ConflictEvent", "tm:Side", "tm:Participation", "tm:Actor", "org:Post", "tm:Place", "geo:Point",
    "tm:TimeSpan", "tm:Statement", "tm:Claim", "tm:Quantity", "tm:Reading", "tm:Happening",
    "tm:UnexplainedFigure", "tm:ClaimComparison", "tm:Article", "tm:ArticleRevision", "tm:Section",
    "tm:ExtractionRun", "prov:SoftwareAgent", "tm:ExtractionRule", "tm:Mention",
    "oa:TextPositionSelector", "oa:TextQuoteSelector",
)  # fmt: skip
_PREDICATES = (
    "rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "tm:acronym", "tm:propositionText",
    "tm:about", "tm:participationIn", "tm:happeningOf", "tm:sideOf", "tm:sideNumber", "tm:eventKind",
    "tm:time", "tm:place", "tm:coordinates", "tm:partOfEvent", "tm:resultText", "tm:hasSide",
    "tm:hasParticipant", "tm:participant", "tm:role", "tm:onSide",
    "tm:speaker", "tm:onBehalfOf", "tm:statementTime", "tm:medium", "tm:mediumText", "tm:outlet",
    "tm:measure", "tm:quantity", "tm:item", "tm:affectedParty", "tm:affectedSide", "tm:category", "tm:scope",
    "tm:claimedProperty", "tm:claimedValue", "tm:claimedText", "tm:claimedWinner", "tm:outcomeKind",
    "tm:happenedOn", "tm:claimant", "tm:stance", "tm:polarity", "tm:attribution", "tm:madeIn",
    "tm:leftClaim", "tm:relationType", "tm:rightClaim", "tm:ground",
    "tm:quantityKind", "tm:minValue", "tm:maxValue", "tm:toleratedMin", "tm:toleratedMax",
    "tm:edtf", "tm:earliest", "tm:latest", "tm:datePrecision", "tm:ongoing",
    "oa:hasSource", "tm:zone", "tm:inSection", "tm:line", "tm:sentence", "oa:hasSelector",
    "oa:start", "oa:end", "oa:exact", "oa:prefix", "oa:suffix",
    "tm:mention", "tm:rule", "tm:extractionConfidence", "tm:verbatim", "tm:wording", "tm:partyBasis",
)  # fmt: skip
_LAST = (
    "tm:evidence", "tm:reading", "prov:wasDerivedFrom", "prov:wasAttributedTo", "prov:wasGeneratedBy",
)  # fmt: skip

_CLASS_RANK = {term(name): rank for rank, name in enumerate(_CLASSES)}
_PREDICATE_RANK = {term(name): rank for rank, name in enumerate(_PREDICATES)}
_PREDICATE_RANK |= {term(name): 1000 + rank for rank, name in enumerate(_LAST)}
_BETWEEN = 500
"""Where predicates stand that are not listed, alphabetically."""

_EVIDENCE = TM + "evidence"
_MAIN_EVENT = TM + "mainEvent"
_SELECTOR = PREFIXES["oa"] + "hasSelector"
_START = PREFIXES["oa"] + "start"


def predicates_in_order(node: Node) -> tuple[str, ...]:
    """Give a node's predicates: type and names first, evidence and provenance last."""
    return _ordered(tuple(node))


@lru_cache(maxsize=4096)
def _ordered(predicates: tuple[str, ...]) -> tuple[str, ...]:
    """Order the predicates of a kind of node, of which a graph has few kinds and many nodes."""
    return tuple(sorted(predicates, key=lambda one: (_PREDICATE_RANK.get(one, _BETWEEN), one)))


def order_triples(statements: Iterable[str]) -> Graph:
    """Group the triples of statements, and put the subjects in the order in which people read them.

    By kind: events first, mentions last; within a kind as they stand in the text. The event that an
    article is about comes before the others; what has no place in the text is ordered by its IRI,
    numbers as numbers. Raises GraphError for blank nodes.
    """
    graph = group_triples(statements)
    main = {event for node in graph.values() for event in node.get(_MAIN_EVENT, ())}
    starts = _starts(graph)
    keys = {
        subject: (_rank(node), subject not in main, _position(subject, node, starts), natural(subject))
        for subject, node in graph.items()
    }
    return {subject: graph[subject] for subject in sorted(graph, key=keys.__getitem__)}


def _rank(node: Node) -> int:
    ranks = (_CLASS_RANK.get(kind) for kind in node.get(RDF_TYPE, ()) if isinstance(kind, str))
    return min((rank for rank in ranks if rank is not None), default=len(_CLASSES))


def _starts(graph: Graph) -> dict[str, int]:
    """Give the offset at which each mention begins."""
    starts = {}
    for subject, node in graph.items():
        for selector in node.get(_SELECTOR, ()):
            for said in graph.get(selector, {}).get(_START, ()) if isinstance(selector, str) else ():
                if not isinstance(said, str) and said.text.isdecimal():
                    starts[subject] = int(said.text)
    return starts


def _position(subject: str, node: Node, starts: dict[str, int]) -> tuple[int, int]:
    """Tell where a subject first stands in the text; what does not stand there comes behind."""
    if subject in starts:
        return 0, starts[subject]
    found = [starts[one] for one in node.get(_EVIDENCE, ()) if isinstance(one, str) and one in starts]
    return (0, min(found)) if found else (1, 0)
