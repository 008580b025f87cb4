"""The context has a key for all that the ontology has, typed as the ontology says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import RdfFormat, Store

from testimonia.errors import GraphError
from testimonia.serialize import context as room
from testimonia.serialize.context import load_context
from testimonia.serialize.outline import TREE
from testimonia.vocab import PREFIXES, TM, TMC, folder, term

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def ontology() -> Store:
    store = Store()
    for file in (folder("ontology") / "core.ttl", *sorted((folder("ontology") / "concepts").glob("*.ttl"))):
        store.load(file.read_bytes(), format=RdfFormat.TURTLE)
    return store


def ranges(ontology: Store) -> dict[str, str]:
    """Property IRI to range, for the project's own properties."""
    rows: Any = ontology.query(
        f"SELECT ?p ?range {{ ?p <{term('rdfs:range')}> ?range FILTER(STRSTARTS(STR(?p), '{TM}')) }}"
    )
    return {row["p"].value: row["range"].value for row in rows}


def test_every_property_has_a_key_that_types_its_values(ontology: Store) -> None:
    keys = load_context().keys
    for predicate, kind in ranges(ontology).items():
        key = keys[predicate]
        if kind == term("skos:Concept"):
            assert (key.type, key.space) == ("@vocab", TMC), predicate
        elif kind == term("rdf:langString"):
            assert key.language == "en", predicate
        elif kind in {term("xsd:string"), term("xsd:integer"), term("xsd:boolean")}:
            assert (key.type, key.language) == (None, None), predicate
        else:
            assert key.type in {"@id", kind}, predicate


def test_keys_stand_for_declared_properties_only(ontology: Store) -> None:
    declared = set(ranges(ontology))
    context = load_context()
    for predicate in (*context.keys, *context.reverse):
        assert predicate in declared or not predicate.startswith(TM), predicate


def test_no_key_stands_twice_and_none_is_the_name_of_a_concept_or_class(ontology: Store) -> None:
    pairs: list[tuple[str, Any]] = json.loads(
        (folder("ontology") / "context.jsonld").read_text(encoding="utf-8"),
        object_pairs_hook=lambda found: found,
    )[0][1]
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys))
    rows: Any = ontology.query(f"SELECT ?s {{ ?s <{term('rdf:type')}> ?class }}")
    declared = {row["s"].value for row in rows}
    assert [key for key in keys if TMC + key in declared] == []
    assert [key for key in keys if key[:1].isupper()] == []


def test_the_prefixes_are_those_of_the_other_forms() -> None:
    assert load_context().prefixes == PREFIXES


def test_what_nests_from_the_inside_has_a_key_that_points_back() -> None:
    assert set(load_context().reverse) >= TREE.up


@pytest.mark.parametrize("content", [None, "{", "{}"])
def test_a_context_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "context.jsonld").write_text(content, encoding="utf-8")
    monkeypatch.setattr(room, "folder", lambda _: tmp_path)
    load_context.cache_clear()
    with pytest.raises(GraphError, match=r"context\.jsonld: the JSON-LD context cannot be read"):
        load_context()
    load_context.cache_clear()
