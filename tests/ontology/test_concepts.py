"""Concepts: one scheme a file, each concept explained, and its notation the word of the model."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SKOS

from testimonia import lexicon, model
from testimonia.vocab import TMC

FILES = sorted((Path(__file__).resolve().parents[2] / "ontology" / "concepts").glob("*.ttl"))

# Where the words of the model are spelled out in a type, the scheme has just these.
WORDS = [
    ("measures", get_args(model.Measure)),
    ("quantityKinds", get_args(model.QuantityKind)),
    ("categories", get_args(model.Category)),
    ("stances", get_args(model.Stance)),
    ("polarities", ("affirmed", "negated")),
    ("eventKinds", tuple({*get_args(model.EventKind), *get_args(model.HappeningKind)})),
    ("roles", ("belligerent", "commander", "unit", "support")),
    ("zones", get_args(model.Zone)),
    ("media", tuple({row["medium_kind"] for row in lexicon.rows("saying_nouns")})),
    ("scopes", get_args(model.Scope)),
    ("partyBases", get_args(model.PartyBasis)),
    ("countedPeople", get_args(model.Whom)),
    ("attributions", ("attributed", "collective", "unattributed")),
    ("datePrecisions", ("day", "month", "year", "decade", "century")),
    ("outcomes", ("victory", "inconclusive", "withdrawal", "truce")),
]


def notations(graph: Graph, scheme: URIRef) -> list[str]:
    return [str(graph.value(concept, SKOS.notation)) for concept in graph.subjects(SKOS.inScheme, scheme)]


@pytest.mark.parametrize(("scheme", "words"), WORDS, ids=[scheme for scheme, _ in WORDS])
def test_notations_are_the_words_of_the_model(scheme: str, words: tuple[str, ...], concepts: Graph) -> None:
    assert sorted(notations(concepts, URIRef(TMC + scheme))) == sorted(words)


def test_every_scheme_is_compared_with_the_model(concepts: Graph) -> None:
    schemes = {str(node).removeprefix(TMC) for node in concepts.subjects(RDF.type, SKOS.ConceptScheme)}
    assert schemes == {scheme for scheme, _ in WORDS}


def test_classes_of_actors_have_the_words_of_the_model(core: Graph) -> None:
    assert sorted(map(str, core.objects(None, SKOS.notation))) == sorted(get_args(model.ActorKind))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_holds_one_scheme_and_its_concepts(file: Path) -> None:
    graph = Graph().parse(file)
    (scheme,) = graph.subjects(RDF.type, SKOS.ConceptScheme)
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert set(graph.subjects(SKOS.inScheme, scheme)) == concepts
    assert set(graph.subjects()) == {*concepts, scheme}
    assert re.sub(r"(?<!^)([A-Z])", r"-\1", str(scheme).removeprefix(TMC)).lower() == file.stem


def test_every_concept_is_explained(concepts: Graph, all_concepts: list[URIRef]) -> None:
    for concept in all_concepts:
        for what in (SKOS.prefLabel, SKOS.definition, SKOS.example):
            given = list(concepts.objects(concept, what))
            assert len(given) == 1, (concept, what)
            assert isinstance(given[0], Literal)
            assert given[0].language == "en"
        assert len(list(concepts.objects(concept, SKOS.inScheme))) == 1
        assert len(list(concepts.objects(concept, SKOS.notation))) == 1


def test_a_concept_is_at_the_top_or_below_another_of_its_scheme(
    concepts: Graph, all_concepts: list[URIRef]
) -> None:
    for concept in all_concepts:
        scheme, above = concepts.value(concept, SKOS.inScheme), concepts.value(concept, SKOS.broader)
        top = concepts.value(concept, SKOS.topConceptOf)
        assert (top is None) != (above is None), concept
        assert top in {None, scheme}
        assert above is None or (above, SKOS.inScheme, scheme) in concepts


def test_schemes_name_their_top_concepts(concepts: Graph) -> None:
    named = set(concepts.subject_objects(SKOS.hasTopConcept))
    assert named == {(scheme, concept) for concept, scheme in concepts.subject_objects(SKOS.topConceptOf)}


def test_labels_tell_the_concepts_of_a_scheme_apart(concepts: Graph) -> None:
    for scheme in concepts.subjects(RDF.type, SKOS.ConceptScheme):
        labels = [
            str(label)
            for concept in concepts.subjects(SKOS.inScheme, scheme)
            for what in (SKOS.prefLabel, SKOS.altLabel)
            for label in concepts.objects(concept, what)
        ]
        assert len(set(labels)) == len(labels), scheme


@pytest.mark.parametrize(
    ("narrow", "broad"),
    [
        ("surrendered", "captured"),
        ("killed", "killedOrWounded"),
        ("killedOrWounded", "losses"),
        ("airstrike", "attack"),
    ],
)
def test_some_concepts_are_narrower_than_others(narrow: str, broad: str, concepts: Graph) -> None:
    assert (URIRef(TMC + narrow), SKOS.broader, URIRef(TMC + broad)) in concepts


def test_neutralised_is_not_a_kind_of_killed(concepts: Graph) -> None:
    above = set(concepts.transitive_objects(URIRef(TMC + "neutralised"), SKOS.broader))
    assert URIRef(TMC + "killed") not in above
