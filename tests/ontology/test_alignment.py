"""The alignment links to terms that exist, by links that suit them."""

from __future__ import annotations

import re

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import OWL, RDFS, SKOS

from testimonia.vocab import TM, TMC

HIERARCHY = {RDFS.subClassOf, RDFS.subPropertyOf}
MATCHES = {SKOS.closeMatch, SKOS.relatedMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch}

# The foreign terms that are linked to, as their vocabularies spell them.
KNOWN = {
    "http://semanticweb.cs.vu.nl/2009/11/sem/": "Event Actor Place Time Role View eventType hasTime hasPlace hasActor"
    " subEventOf hasSubEvent roleType accordingTo hasEarliestBeginTimeStamp hasLatestEndTimeStamp",
    "http://www.w3.org/ns/prov#": "Entity Activity Agent Person Organization Plan wasAssociatedWith wasAttributedTo"
    " wasGeneratedBy wasDerivedFrom wasRevisionOf actedOnBehalfOf",
    "http://www.w3.org/ns/oa#": "SpecificResource",
    "https://schema.org/": "Event Person Organization NewsMediaOrganization Country Place Claim Article WebPageElement"
    " QuantitativeValue minValue maxValue about author publisher mainEntity superEvent subEvent containedInPlace"
    " CreativeWork citation pagination isPartOf relatedLink sameAs",
    "http://www.w3.org/ns/org#": "Organization OrganizationalCollaboration memberOf",
    "http://xmlns.com/foaf/0.1/": "Person Group",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "location",
    "http://www.opengis.net/ont/geosparql#": "Feature sfWithin",
    "http://www.w3.org/2006/time#": "TemporalEntity",
    "http://purl.org/dc/terms/": "isPartOf hasPart",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "subject predicate object",
    "http://linkedevents.org/ontology/": "Event atTime atPlace involvedAgent",
    "http://groundedannotationframework.org/gaf#": "denotedBy",
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#": "String Context",
    "http://www.cidoc-crm.org/cidoc-crm/": "E5_Event E21_Person E39_Actor E52_Time-Span E31_Document E53_Place E54_Dimension"
    " E74_Group P2_has_type P7_took_place_at P11_had_participant PC14_carried_out_by",
    "http://www.cidoc-crm.org/extensions/crminf/": "I1_Argumentation I2_Belief J4_that J5_holds_to_be",
    "http://www.w3.org/2004/02/skos/core#": "Concept",
}
WIKIDATA = re.compile(r"http://www\.wikidata\.org/entity/[PQ][1-9]\d*")


def links(alignment: Graph) -> list[tuple[URIRef, URIRef, URIRef]]:
    return [
        (subject, link, URIRef(str(value)))
        for subject, link, value in alignment
        if isinstance(subject, URIRef) and isinstance(link, URIRef) and link in HIERARCHY | MATCHES
    ]


def test_every_link_begins_at_one_of_our_terms(
    alignment: Graph, classes: list[URIRef], properties: list[URIRef], all_concepts: list[URIRef]
) -> None:
    ours = {*classes, *properties, *all_concepts}
    assert {subject for subject, _, _ in links(alignment)} <= ours


def test_every_foreign_term_is_known(alignment: Graph) -> None:
    known = {namespace + name for namespace, names in KNOWN.items() for name in names.split()}
    foreign = {str(value) for _, _, value in links(alignment)}
    assert {term for term in foreign if term not in known and not WIKIDATA.fullmatch(term)} == set()


def test_classes_lie_below_classes_and_properties_below_properties(
    alignment: Graph, classes: list[URIRef], properties: list[URIRef]
) -> None:
    for subject, link, value in links(alignment):
        if link in HIERARCHY:
            assert subject in (classes if link == RDFS.subClassOf else properties)
            name = re.split("[#/]", value)[-1]
            assert name[0].isupper() == (link == RDFS.subClassOf), value


def test_concepts_are_matched_and_never_subsumed(alignment: Graph) -> None:
    assert not [link for link in links(alignment) if link[0].startswith(TMC) and link[1] in HIERARCHY]


def test_a_term_is_not_matched_with_what_it_lies_below(alignment: Graph) -> None:
    found = links(alignment)
    below = {(subject, value) for subject, link, value in found if link in HIERARCHY}
    assert not below & {(subject, value) for subject, link, value in found if link in MATCHES}


@pytest.mark.parametrize(
    "name", ["Claim", "Statement", "Actor", "Place", "ConflictEvent", "Mention", "Quantity", "TimeSpan"]
)
def test_the_main_classes_are_linked(name: str, alignment: Graph, core: Graph) -> None:
    above = core.transitive_objects(URIRef(TM + name), RDFS.subClassOf)
    assert any(subject in set(above) or str(subject) == TM + name for subject, _, _ in links(alignment))


def test_the_alignment_builds_on_the_ontology(alignment: Graph) -> None:
    (head,) = alignment.subjects(RDF.type, OWL.Ontology)
    assert alignment.value(head, OWL.imports) == URIRef("https://w3id.org/testimonia/ontology")
