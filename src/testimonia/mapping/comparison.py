"""Relations between claims, each with its ground; they have a named graph of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.concepts import relation_property
from testimonia.mapping.reading import map_rule
from testimonia.mapping.terms import describe, tagged, tm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from testimonia.mapping.across import Across
    from testimonia.mapping.iris import Iris
    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Relation

__all__ = ["map_relations"]

_SYMMETRIC = frozenset({"agrees", "contradicts", "overlaps", "not_comparable"})


def map_relations(
    relations: Iterable[Relation], claims: Sequence[Node], iris: Iris | Across
) -> Iterator[Triple]:
    """Describe the relations between claims; the first ground that is given for a pair stays.

    A claim that was read twice is one node, so what relates its two readings is left out. Another revision
    or article that finds the same on the same ground finds the same comparison; on another ground, another.
    """
    seen: set[tuple[str, ...]] = set()
    for relation in relations:
        left, right = claims[relation.left], claims[relation.right]
        both = relation.kind in _SYMMETRIC
        pair = (relation.kind, *(sorted if both else list)((left.value, right.value)))
        if left != right and pair not in seen:
            seen.add(pair)
            said = (relation.kind, left.value, right.value, relation.ground, relation.rule)
            yield from _map_relation(iris.comparison(left, *said), relation, left, right, iris)
            if both:
                yield from describe(right, (_curie(relation), left))


def _map_relation(
    node: Node, relation: Relation, left: Node, right: Node, iris: Iris | Across
) -> Iterator[Triple]:
    yield from describe(left, (_curie(relation), right))
    yield from describe(
        node,
        ("rdf:type", tm("ClaimComparison")),
        ("tm:leftClaim", left),
        ("tm:relationType", relation_property(relation.kind)),
        ("tm:rightClaim", right),
        ("tm:ground", tagged(relation.ground, "en")),
        ("tm:rule", iris.rule(relation.rule)),
        ("prov:wasGeneratedBy", iris.run),
    )
    yield from map_rule(relation.rule, iris)


def _curie(relation: Relation) -> str:
    return "tm:" + relation_property(relation.kind).value.rpartition("#")[2]
