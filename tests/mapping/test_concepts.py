"""Each word of the model has its concept, in the right scheme, with that word as its notation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from testimonia import model
from testimonia.mapping import concepts
from testimonia.vocab import folder, term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@pytest.fixture(scope="module")
def ontology() -> Store:
    store = Store()
    for file in (folder("ontology") / "core.ttl", *sorted((folder("ontology") / "concepts").glob("*.ttl"))):
        store.load(file.read_bytes(), format=RdfFormat.TURTLE)
    return store


MEDIA = ("statement", "interview", "briefing", "report", "social media", "broadcast", "news", "unspecified")


@pytest.mark.parametrize(
    ("scheme", "words", "find"),
    [
        ("measures", get_args(model.Measure), concepts.measure),
        ("quantityKinds", get_args(model.QuantityKind), concepts.word),
        ("categories", get_args(model.Category), concepts.category),
        ("stances", get_args(model.Stance), concepts.word),
        ("polarities", ("affirmed", "negated"), concepts.word),
        ("attributions", ("attributed", "collective", "unattributed"), concepts.word),
        ("scopes", get_args(model.Scope), concepts.scope),
        ("partyBases", get_args(model.PartyBasis), concepts.party_basis),
        ("eventKinds", get_args(model.EventKind) + get_args(model.HappeningKind), concepts.event_kind),
        ("roles", ("belligerent", "commander", "unit", "support"), concepts.word),
        ("zones", get_args(model.Zone), concepts.word),
        ("datePrecisions", ("day", "month", "year"), concepts.word),
        ("media", MEDIA, concepts.medium),
    ],
)
def test_words_are_notations_of_their_concepts(
    ontology: Store, scheme: str, words: Iterable[str], find: Callable[[Any], NamedNode]
) -> None:
    for word in words:
        ask = f"""ASK {{ <{find(word).value}> <{term("skos:notation")}> "{word}" ; <{term("skos:inScheme")}> <{term(f"tmc:{scheme}")}> }}"""
        assert ontology.query(ask), word


def _declared(ontology: Store, node: NamedNode) -> bool:
    return any(ontology.quads_for_pattern(node, NamedNode(term("rdfs:label")), None))


def test_kinds_of_actors_claims_and_relations_are_declared(ontology: Store) -> None:
    found = [
        *map(concepts.actor_class, get_args(model.ActorKind)),
        *map(concepts.measure_class, get_args(model.Measure)),
        *map(concepts.assertion_class, get_args(model.AssertionKind)),
        *map(concepts.relation_property, get_args(model.RelationKind)),
    ]
    assert [node for node in found if not _declared(ontology, NamedNode(node.value))] == []
