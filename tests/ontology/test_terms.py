"""Every term is explained: label, definition, example, domain and range; nothing undeclared is used."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.compare import to_isomorphic
from rdflib.namespace import OWL, SKOS

from testimonia.graphs import read_graph
from testimonia.validate.bridge import to_rdflib
from testimonia.vocab import BASE, PREFIXES, TM, TMC

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "ontology").rglob("*.ttl"), *(ROOT / "shapes").rglob("*.ttl")])
ONTOLOGY = URIRef("https://w3id.org/testimonia/ontology")
STATUS = URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
TERM = re.compile(r"\btmc?:[A-Za-z]\w*")


def local(term: URIRef) -> str:
    return re.split("[#/]", term)[-1]


def snippet(example: Literal) -> Graph:
    """Parse an example that is Turtle."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    return Graph().parse(data=f"@base <{BASE}> .\n{prefixes}{example}", format="turtle")


@pytest.mark.parametrize("file", sorted((ROOT / "ontology").rglob("*.ttl")), ids=lambda file: file.name)
def test_both_parsers_read_the_same_graph(file: Path) -> None:
    assert to_isomorphic(Graph().parse(file)) == to_isomorphic(to_rdflib(read_graph(file)))


def test_every_term_has_one_english_label_and_definition(
    core: Graph, classes: list[URIRef], properties: list[URIRef]
) -> None:
    for term in classes + properties:
        for what in (RDFS.label, SKOS.definition):
            given = list(core.objects(term, what))
            assert len(given) == 1, (term, what)
            assert isinstance(given[0], Literal)
            assert given[0].language == "en"


def test_every_term_has_status_home_and_example(
    core: Graph, classes: list[URIRef], properties: list[URIRef]
) -> None:
    for term in classes + properties:
        assert core.value(term, RDFS.isDefinedBy) == ONTOLOGY, term
        assert str(core.value(term, STATUS)) in {"testing", "stable", "archaic"}, term
        assert core.value(term, SKOS.example) is not None, term


def test_definitions_are_sentences_and_tell_apart(
    core: Graph, classes: list[URIRef], properties: list[URIRef]
) -> None:
    definitions = [str(core.value(term, SKOS.definition)) for term in classes + properties]
    assert all(words.endswith(".") for words in definitions)
    assert len(set(definitions)) == len(definitions)


def test_labels_tell_terms_apart(core: Graph, classes: list[URIRef], properties: list[URIRef]) -> None:
    for terms in (classes, properties):
        labels = [str(core.value(term, RDFS.label)).lower() for term in terms]
        assert len(set(labels)) == len(labels)


def test_every_property_has_one_domain_and_one_range(core: Graph, properties: list[URIRef]) -> None:
    for term in properties:
        for side in (RDFS.domain, RDFS.range):
            assert len(list(core.objects(term, side))) == 1, (term, side)


def test_domains_are_our_classes(core: Graph, classes: list[URIRef], properties: list[URIRef]) -> None:
    assert {core.value(term, RDFS.domain) for term in properties} <= set(classes)


def test_datatype_properties_reach_literals_and_object_properties_do_not(core: Graph) -> None:
    literal_ranges = (str(PREFIXES["xsd"]), str(PREFIXES["edtf"]), str(RDF.langString))
    for term, reached in core.subject_objects(RDFS.range):
        is_literal = str(reached).startswith(literal_ranges)
        assert ((term, RDF.type, OWL.DatatypeProperty) in core) == is_literal, term


def test_examples_are_turtle_that_shows_their_term(
    core: Graph, classes: list[URIRef], properties: list[URIRef]
) -> None:
    for term in classes:
        shown = snippet(Literal(core.value(term, SKOS.example)))
        kinds = set(shown.objects(None, RDF.type))
        below = set(core.transitive_subjects(RDFS.subClassOf, term))
        assert kinds & below, term
    for term in properties:
        assert (None, term, None) in snippet(Literal(core.value(term, SKOS.example))), term


def test_examples_use_declared_terms_only(
    core: Graph, classes: list[URIRef], properties: list[URIRef], all_concepts: list[URIRef]
) -> None:
    declared = {*classes, *properties, *all_concepts}
    for term, example in core.subject_objects(SKOS.example):
        used = {
            node for triple in snippet(Literal(example)) for node in triple if str(node).startswith((TM, TMC))
        }
        assert used <= declared, (term, used - declared)


def test_examples_have_values_of_the_range(core: Graph, properties: list[URIRef]) -> None:
    for term in properties:
        reached = core.value(term, RDFS.range)
        for value in snippet(Literal(core.value(term, SKOS.example))).objects(None, term):
            if (term, RDF.type, OWL.ObjectProperty) in core:
                assert isinstance(value, URIRef), term
            else:
                assert isinstance(value, Literal)
                datatype = (
                    RDF.langString if value.language else value.datatype or URIRef(PREFIXES["xsd"] + "string")
                )
                assert datatype == reached, term


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_file_uses_an_undeclared_term(
    file: Path, classes: list[URIRef], properties: list[URIRef], all_concepts: list[URIRef], concepts: Graph
) -> None:
    schemes = {node for node in concepts.subjects(RDF.type, SKOS.ConceptScheme) if isinstance(node, URIRef)}
    declared = {*classes, *properties, *all_concepts, *schemes}
    words = re.sub(r"https://w3id\.org/testimonia/\S*", "", file.read_text(encoding="utf-8"))
    used = {URIRef(name.replace("tmc:", TMC).replace("tm:", TM)) for name in TERM.findall(words)}
    assert used <= declared, used - declared


def test_classes_are_in_camel_case_and_properties_begin_small(
    classes: list[URIRef], properties: list[URIRef]
) -> None:
    assert all(re.fullmatch(r"([A-Z][a-z]+)+", local(term)) for term in classes)
    assert all(re.fullmatch(r"[a-z]+([A-Z][a-z]+|\d+)*", local(term)) for term in properties)


def test_no_name_is_an_attribute_of_str(
    classes: list[URIRef], properties: list[URIRef], all_concepts: list[URIRef]
) -> None:
    # rdflib's Namespace is a str: TM.title would be the method.
    assert not [term for term in classes + properties + all_concepts if hasattr(str, local(term))]


@pytest.mark.parametrize("link", [RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader])
def test_nothing_lies_above_itself(link: URIRef, core: Graph, alignment: Graph, concepts: Graph) -> None:
    union = core + alignment + concepts
    for node in set(union.subjects(link, None)):
        above = set(union.transitive_objects(node, link)) - {node}
        assert not any((other, link, node) in union for other in above), node


def test_every_class_is_reachable_from_the_disjoint_ones(core: Graph, classes: list[URIRef]) -> None:
    """A class that stands in no disjointness axiom, nor below or above one, was forgotten there."""
    named: set[object] = set()
    for members in core.objects(None, OWL.members):
        named.update(core.items(members))
    for term in classes:
        near = {
            *core.transitive_objects(term, RDFS.subClassOf),
            *core.transitive_subjects(RDFS.subClassOf, term),
        }
        assert near & named, term


def test_inverses_mirror_domain_and_range(core: Graph) -> None:
    for term, inverse in core.subject_objects(OWL.inverseOf):
        assert core.value(term, RDFS.domain) == core.value(inverse, RDFS.range)
        assert core.value(term, RDFS.range) == core.value(inverse, RDFS.domain)


def test_the_ontology_says_what_it_is_and_under_which_licence() -> None:
    for file in (ROOT / "ontology").glob("*.ttl"):
        quads = list(pyoxigraph.parse(path=file))
        heads = [quad.subject for quad in quads if quad.object == pyoxigraph.NamedNode(str(OWL.Ontology))]
        said = {quad.predicate.value for quad in quads if quad.subject in heads}
        assert {
            f"{PREFIXES['dcterms']}{name}" for name in ("title", "description", "license", "creator")
        } <= said
