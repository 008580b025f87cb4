"""Every term is used by a fixture that conforms, and what the ontology shows as examples the shapes allow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from rdflib.namespace import SKOS

from testimonia.graphs import read_graph
from testimonia.validate import validate_graph
from testimonia.vocab import BASE, PREFIXES, TM, TMC

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FIXTURES = [HERE / "every-term.ttl", *sorted((ROOT / "tests" / "broken").glob("*.ttl")), ROOT / "output"]
ABSTRACT = {TM + name for name in ("AttestedThing", "Occurrence", "RuleMade")}
"""Classes above those that data carries."""
ABSENCE = ("MinCount", "QualifiedMinCount", "Class", "HasValue", "Or", "Equals", "SPARQL")
"""Constraints that miss something: an example shows one thing and leaves out the rest."""


@pytest.fixture(scope="module")
def used() -> set[str]:
    """Every IRI that a fixture has anywhere."""
    quads = (quad for place in FIXTURES for quad in read_graph(place))
    terms = {term for quad in quads for term in (quad.predicate, quad.object)}
    return {term.value for term in terms if isinstance(term, pyoxigraph.NamedNode)}


def test_every_class_is_used(classes: list[URIRef], used: set[str]) -> None:
    assert set(map(str, classes)) - used == ABSTRACT


def test_every_property_is_used(properties: list[URIRef], used: set[str]) -> None:
    assert set(map(str, properties)) - used == set()


def test_every_concept_is_used(all_concepts: list[URIRef], used: set[str]) -> None:
    assert {str(concept) for concept in all_concepts if concept.startswith(TMC)} - used == set()


def test_the_fixture_of_every_term_conforms() -> None:
    store = read_graph(HERE / "every-term.ttl")
    store.extend(read_graph(ROOT / "tests" / "broken" / "conforming.ttl"))
    assert validate_graph(store).results == ()


def test_what_examples_show_is_allowed(core: Graph, concepts: Graph) -> None:
    head = f"@base <{BASE}> .\n" + "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    examples = [
        str(value)
        for value in (core + concepts).objects(None, SKOS.example)
        if not getattr(value, "language", None)
    ]
    assert len(examples) > 150
    wrong = []
    for example in sorted(examples):
        results = validate_graph(pyoxigraph.parse(head + example, pyoxigraph.RdfFormat.TURTLE)).results
        told = [r for r in results if r.component.removesuffix("ConstraintComponent") not in ABSENCE]
        wrong += [(example, result.code, result.message) for result in told if result.severity == "violation"]
    assert wrong == []
