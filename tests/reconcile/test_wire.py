"""What goes over the wire, and what is made of what comes back, in every version of the protocol."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pyoxigraph import NamedNode
from referencing import Registry
from referencing.jsonschema import DRAFT7

from testimonia.errors import ReconcileError
from testimonia.reconcile.client.manifest import Manifest, read_manifest
from testimonia.reconcile.client.model import Candidate, Entity, Query
from testimonia.reconcile.client.wire import FORMS

SUITE = Path(__file__).resolve().parents[3] / "shared" / "conformance" / "reconciliation"
suite = pytest.mark.skipif(not SUITE.is_dir(), reason="the conformance suite is not at hand")
FULL = Query("Kel", ("Q1", "Q2"), (("P17", (Entity("Q9", "Orrland"),)), ("P585", ("1612", "1613"))), 3)


@pytest.mark.parametrize("version", ["0.1", "0.2"])
def test_the_older_versions_are_asked_in_a_form_field(version: str) -> None:
    sent = json.loads(FORMS[version].payload([Query("Kel", limit=2), FULL])["data"]["queries"])
    assert sent["q0"] == {"query": "Kel", "limit": 2}
    assert sent["q1"] == {
        "query": "Kel",
        "limit": 3,
        "type": ["Q1", "Q2"],
        "type_strict": "any",
        "properties": [
            {"pid": "P17", "v": {"id": "Q9", "name": "Orrland"}},
            {"pid": "P585", "v": ["1612", "1613"]},
        ],
    }


def test_the_draft_of_1_0_is_asked_in_json() -> None:
    sent = FORMS["1.0-draft"].payload([FULL, Query("Orr", ("Q5",))])["json"]
    assert sent["queries"][0] == {
        "conditions": [
            {"matchType": "name", "propertyValue": "Kel"},
            {"matchType": "property", "propertyId": "P17", "propertyValue": {"id": "Q9", "name": "Orrland"}},
            {"matchType": "property", "propertyId": "P585", "propertyValue": ["1612", "1613"]},
        ],
        "limit": 3,
    }
    assert sent["queries"][1]["type"] == "Q5"


NAMES = st.text(min_size=1, max_size=20)
VALUES = st.lists(NAMES | st.builds(Entity, NAMES, NAMES), min_size=1, max_size=3).map(tuple)
QUERIES = st.builds(
    Query,
    NAMES,
    st.lists(NAMES, max_size=3, unique=True).map(tuple),
    st.lists(st.tuples(NAMES, VALUES), max_size=3).map(tuple),
    st.integers(1, 50),
)


@cache
def validator(version: str) -> Draft7Validator:
    folder = SUITE / version / "schemas"
    found = {path.stem: json.loads(path.read_bytes()) for path in folder.glob("*.json")}
    registry: Registry[Any] = Registry()
    for schema in found.values():
        if "$id" in schema:
            registry = registry.with_resource(schema["$id"], DRAFT7.create_resource(schema))
    return Draft7Validator(found["reconciliation-query-batch"], registry=registry)


@suite
@pytest.mark.parametrize("version", list(FORMS))
@settings(max_examples=30)
@given(queries=st.lists(QUERIES, min_size=1, max_size=4))
def test_every_batch_is_what_the_schema_demands(version: str, queries: list[Query]) -> None:
    payload = FORMS[version].payload(queries)
    sent = payload["json"] if "json" in payload else json.loads(payload["data"]["queries"])
    validator(version).validate(sent)


def test_a_candidate_has_all_that_is_said_of_it() -> None:
    said = {
        "id": "Q7",
        "name": " Kel  on Orr ",
        "score": 81,
        "match": True,
        "description": "a town\nin Orrland",
        "type": [{"id": "T1", "name": "town"}, {"id": "T2"}, "T3", None],
        "features": [
            {"id": "name", "value": 90.5},
            {"id": "exact", "value": False},
            {"id": "odd", "value": "x"},
            {},
        ],
    }
    (found,) = FORMS["0.2"].answers({"q0": {"result": [said]}}, 1)
    assert found == (
        Candidate(
            "Q7", "Kel on Orr", 81.0, True, "a town in Orrland", ("town", "T2", "T3"),
            (("name", 90.5), ("exact", False)),
        ),
    )  # fmt: skip


def test_what_may_be_left_out_has_its_usual_value() -> None:
    (found,) = FORMS["0.2"].answers({"q0": {"result": [{"id": "Q7", "name": "Kel"}]}}, 1)
    assert found == (Candidate("Q7", "Kel", None),)


def test_one_type_may_stand_without_a_list() -> None:
    (found,) = FORMS["0.2"].answers(
        {"q0": {"result": [{"id": "Q7", "name": "Kel", "type": "town", "features": 5}]}}, 1
    )
    assert found == (Candidate("Q7", "Kel", None, types=("town",)),)


def test_keys_tell_which_answer_is_whose() -> None:
    body = {"q1": {"result": [{"id": "b", "name": "b"}]}, "q0": {"result": []}, "other": 1}
    assert FORMS["0.1"].answers(body, 3) == [(), (Candidate("b", "b", None),), None]


def test_in_the_draft_of_1_0_the_order_tells_it() -> None:
    body = {"results": [{"candidates": []}, {"candidates": [{"id": "b", "name": "b"}]}]}
    assert FORMS["1.0-draft"].answers(body, 3) == [(), (Candidate("b", "b", None),), None]
    wrongs: list[object] = [None, {"results": [{}] * 4}, []]
    for wrong in wrongs:
        with pytest.raises(ReconcileError, match=r"has no list of 3 results"):
            FORMS["1.0-draft"].answers(wrong, 3)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["q0", "result", "results", "candidates", "id", "name", "type", "features", "score", "value"]), inner),
    max_leaves=12,
)  # fmt: skip


@pytest.mark.parametrize("version", list(FORMS))
@given(body=JSON)
def test_whatever_comes_back_is_read_or_told(version: str, body: object) -> None:
    try:
        answers = FORMS[version].answers(body, 1)
    except ReconcileError:
        return
    assert len(answers) == 1


@suite
def test_the_examples_of_the_specification_are_read_or_refused() -> None:
    folder = SUITE / "0.2" / "examples" / "reconciliation-result-batch"
    for path in (folder / "valid").glob("*.json"):
        body = json.loads(path.read_bytes())
        renamed = {f"q{number}": value for number, value in enumerate(body.values())}
        assert all(FORMS["0.2"].answers(renamed, len(body)))
    for path in (folder / "invalid").glob("*.json"):
        body = json.loads(path.read_bytes())
        renamed = (
            {f"q{number}": value for number, value in enumerate(body.values())}
            if isinstance(body, dict)
            else body
        )
        with pytest.raises(ReconcileError):
            FORMS["0.2"].answers(renamed, len(body))


@suite
def test_the_manifests_of_real_services_are_read() -> None:
    read = {}
    for path in (SUITE / "0.2" / "examples" / "manifest" / "valid").glob("*.json"):
        manifest = read_manifest(json.loads(path.read_bytes()))
        assert manifest.speaks(None) in FORMS
        assert "://" in manifest.iri("7"), path.name
        read[path.stem] = manifest
    assert read["wikidata"].iri("Q7") == "http://www.wikidata.org/entity/Q7"


def manifest(**said: Any) -> Manifest:
    return read_manifest({"name": "A service", "identifierSpace": "https://g.example/", **said})


@pytest.mark.parametrize(
    ("why", "said", "iri"),
    [
        ("behind the identifier space", {}, "https://g.example/7"),
        ("which may end in a word", {"identifierSpace": "https://g.example/place"}, "https://g.example/place/7"),
        ("then the address that people look at goes first", {"identifierSpace": "https://g.example/place", "view": {"url": "https://w.example/{{id}}.html"}}, "https://w.example/7.html"),
        ("signs in a path stay", {"identifierSpace": None, "view": {"url": "https://w.example/{+id}"}}, "https://w.example/7"),
        ("in 1.0-draft there is nothing else", {"identifierSpace": None, "view": {"url": "https://w.example/{{id}}"}}, "https://w.example/7"),
    ],
)  # fmt: skip
def test_a_thing_of_theirs_has_an_iri(why: str, said: dict[str, Any], iri: str) -> None:
    assert manifest(**said).iri("7") == iri, why


def test_an_iri_stays_as_it_is_and_odd_signs_are_escaped() -> None:
    assert manifest().iri("https://other.example/7") == "https://other.example/7"
    assert manifest().iri("a b<c>") == "https://g.example/a%20b%3Cc%3E"
    assert manifest().iri("7", "https://t.example/{id}/") == "https://t.example/7/"


@pytest.mark.parametrize(
    ("identifier", "iri"),
    [
        ("7[1]", "https://g.example/7%5B1%5D"),
        ("100%", "https://g.example/100%25"),
        ("a%20b", "https://g.example/a%20b"),
        ("places#7#8", "https://g.example/places#7%238"),
        ("https://o.example/a#b#[c]", "https://o.example/a#b%23%5Bc%5D"),
    ],
)
def test_what_may_not_stand_in_an_iri_is_escaped(identifier: str, iri: str) -> None:
    assert manifest().iri(identifier) == iri


@given(
    st.text(min_size=1, max_size=30),
    st.sampled_from(["", "https://t.example/x#{id}", "https://t.example/{id}/y"]),
)
def test_every_identifier_gives_an_iri_that_graphs_take(identifier: str, template: str) -> None:
    iri = manifest().iri(identifier, template)
    assert NamedNode(iri).value == iri


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ([], "it has no name"),
        ({"identifierSpace": "https://g.example/"}, "it has no name"),
        ({"name": "x"}, "neither an identifierSpace nor a view"),
        ({"name": "x", "identifierSpace": "https://g.example:port/"}, "gives no IRIs: «https://g.example:port/x» is no IRI"),
        ({"name": "x", "identifierSpace": "things", "view": {"url": "{{id}}"}}, "neither an identifierSpace nor a view"),
    ],
)  # fmt: skip
def test_a_manifest_that_says_too_little_is_refused(said: object, message: str) -> None:
    with pytest.raises(ReconcileError, match=message):
        read_manifest(said)


def test_the_best_version_that_both_speak_is_chosen() -> None:
    assert manifest(versions=["1.0-draft", "0.1", "0.2"]).speaks(None) == "0.2"
    assert manifest(versions=["1.0-draft", "0.1"]).speaks("1.0-draft") == "1.0-draft"
    assert manifest().speaks(None) == "0.1"  # from before versions were named
    with pytest.raises(ReconcileError, match=r"the service speaks 7\.3; known are 0\.2, 0\.1, 1\.0-draft\."):
        manifest(versions=["7.3"]).speaks(None)


@pytest.mark.parametrize(("said", "size"), [(50, 50), (0, 10), (-3, 10), ("50", 10), (True, 10), (None, 10)])
def test_a_size_of_batches_counts_where_it_is_one(said: object, size: int) -> None:
    assert manifest(batchSize=said).batch == size
