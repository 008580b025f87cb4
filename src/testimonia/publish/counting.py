"""What there is how many of in a graph: the figures of its VoID description."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from testimonia.query.engine import solutions

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["Counts", "count_graph"]

_TOTALS = """
SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?p) AS ?properties)
       (COUNT(DISTINCT ?o) AS ?objects) { ?s ?p ?o }
"""
_ENTITIES = 'SELECT (COUNT(DISTINCT ?s) AS ?entities) { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "BASE")) }'
_CLASSES = "SELECT ?iri (COUNT(DISTINCT ?s) AS ?n) { ?s a ?iri } GROUP BY ?iri ORDER BY ?iri"
_PROPERTIES = "SELECT ?iri (COUNT(*) AS ?n) { ?s ?iri ?o } GROUP BY ?iri ORDER BY ?iri"
_LINKS = """
SELECT ?p ?o { VALUES ?p { <http://www.w3.org/2002/07/owl#sameAs>
    <http://www.w3.org/2004/02/skos/core#exactMatch> <http://www.w3.org/2004/02/skos/core#closeMatch> }
  ?s ?p ?o FILTER(isIRI(?o) && STRSTARTS(STR(?s), "BASE") && !STRSTARTS(STR(?o), "BASE")) }
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures, each triple counted once however many named graphs hold it."""

    triples: int
    entities: int
    """Subjects whose IRI is under the base."""
    subjects: int
    objects: int
    """Distinct ones, literals among them."""
    classes: dict[str, int]
    """IRI to how many instances there are."""
    properties: dict[str, int]
    """IRI to in how many triples it stands."""
    links: dict[tuple[str, str], int]
    """Property and host ("www.wikidata.org") to how many things are said to be the same there."""


def count_graph(graph: Store, base: str) -> Counts:
    """Count in a graph whose default graph is the whole."""
    (totals,) = solutions(graph, _TOTALS)
    (entities,) = solutions(graph, _ENTITIES.replace("BASE", base))
    hosts = Counter(
        (row["p"], urlsplit(row["o"]).netloc) for row in solutions(graph, _LINKS.replace("BASE", base))
    )
    return Counts(
        triples=int(totals["triples"]),
        entities=int(entities["entities"]),
        subjects=int(totals["subjects"]),
        objects=int(totals["objects"]),
        classes={row["iri"]: int(row["n"]) for row in solutions(graph, _CLASSES)},
        properties={row["iri"]: int(row["n"]) for row in solutions(graph, _PROPERTIES)},
        links=dict(sorted(hosts.items())),
    )
