"""The ontology as one rdflib graph, and its parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import OWL, SKOS

from testimonia.vocab import TM

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology"
CONCEPT_FILES = sorted((ONTOLOGY / "concepts").glob("*.ttl"))


@pytest.fixture(scope="session")
def core() -> Graph:
    """Classes and properties."""
    return Graph().parse(ONTOLOGY / "core.ttl")


@pytest.fixture(scope="session")
def alignment() -> Graph:
    """Links to other vocabularies."""
    return Graph().parse(ONTOLOGY / "alignment.ttl")


@pytest.fixture(scope="session")
def concepts() -> Graph:
    """All concept schemes."""
    graph = Graph()
    for file in CONCEPT_FILES:
        graph.parse(file)
    return graph


@pytest.fixture(scope="session")
def classes(core: Graph) -> list[URIRef]:
    """The classes of the ontology."""
    return _ours(core, OWL.Class)


@pytest.fixture(scope="session")
def properties(core: Graph) -> list[URIRef]:
    """The properties of the ontology."""
    return sorted({*_ours(core, OWL.ObjectProperty), *_ours(core, OWL.DatatypeProperty)})


@pytest.fixture(scope="session")
def all_concepts(concepts: Graph) -> list[URIRef]:
    """The concepts of all schemes."""
    return sorted(node for node in concepts.subjects(RDF.type, SKOS.Concept) if isinstance(node, URIRef))


def _ours(graph: Graph, kind: URIRef) -> list[URIRef]:
    found = {node for node in graph.subjects(RDF.type, kind) if isinstance(node, URIRef)}
    return sorted(node for node in found if node.startswith(TM))
