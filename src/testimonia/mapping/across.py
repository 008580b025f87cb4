"""Relations between claims of different articles, in a graph of their own.

They are found in a graph that stands already, so claims and revisions are known by IRI.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.mapping.comparison import map_relations
from testimonia.mapping.iris import name_comparison, name_rule, name_software
from testimonia.mapping.run import map_software
from testimonia.mapping.slugs import short_hash
from testimonia.mapping.terms import as_quads, decimal, describe, lines_of, node, tm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Quad

    from testimonia.mapping.options import MappingOptions
    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Relation

__all__ = ["Across", "map_across"]


@dataclass(frozen=True, slots=True)
class Across:
    """The IRIs of what is compared across articles: comparisons, rules and the run that made them."""

    base: str
    run: Node

    def comparison(self, left: Node, *parts: str) -> Node:
        """Mint the IRI of a comparison of two claims."""
        return name_comparison(self.base, left, *parts)

    def rule(self, name: str) -> Node:
        """Mint the IRI of a rule."""
        return name_rule(self.base, name)


def map_across(
    relations: Sequence[Relation],
    claims: Sequence[str],
    revisions: Sequence[str],
    base: str,
    options: MappingOptions,
    joins: Sequence[tuple[str, str]] = (),
) -> tuple[Quad, ...]:
    """Map the relations between claims of several article revisions to quads: sorted, each once.

    `claims` holds the IRI of each claim by its index, `revisions` those that the claims were read in,
    `joins` the IRIs of two events each that are one. All of it goes into the graph {base}comparisons. Of
    the options, version and tolerance are told.
    """
    if not relations:
        return ()
    read = sorted(set(revisions))
    choices = (options.version, str(options.margin))
    iris = Across(base, node(f"{base}run/comparisons/{short_hash(*read, *choices)}"))
    triples = [
        *_map_run(iris, read, options),
        *map_relations(relations, [node(claim) for claim in claims], iris),
        *(triple for one, other in joins for triple in _map_join(node(one), node(other))),
    ]
    graph = node(f"{base}comparisons")
    return as_quads(sorted(lines_of(triples, graph)))


def _map_run(iris: Across, revisions: Sequence[str], options: MappingOptions) -> Iterator[Triple]:
    software = name_software(iris.base, options.version)
    yield from describe(
        iris.run,
        ("rdf:type", tm("ExtractionRun")),
        ("prov:used", tuple(node(revision) for revision in revisions)),
        ("prov:wasAssociatedWith", software),
        ("tm:tolerance", decimal(options.margin)),
    )
    yield from map_software(software, options.version)


def _map_join(one: Node, other: Node) -> Iterator[Triple]:
    """State both ways that two events are one."""
    yield from describe(one, ("tm:sameEventAs", other))
    yield from describe(other, ("tm:sameEventAs", one))
