"""Every answer of the reconciliation service against the schemas of the W3C group, version by version."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

Server = Any
SUITE = Path(__file__).resolve().parents[3] / "shared" / "conformance" / "reconciliation"
VERSIONS = ("0.1", "0.2", "1.0-draft")
ADDRESSES = {"0.1": "/reconcile/0.1", "0.2": "/reconcile", "1.0-draft": "/reconcile/1.0-draft"}
EVENT = "event/battle-of-akabar-2018"
NAMES = ("Battle of Akabar", "Batle of Akbar", "MSA", "Mali", "killed", "nothing like it", "")

pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason="the conformance suite is not at hand")


@cache
def validator(version: str, name: str) -> Draft7Validator:
    """The schema of one kind of message, with those that it points to."""
    found = {
        path.stem: json.loads(path.read_bytes()) for path in (SUITE / version / "schemas").glob("*.json")
    }
    registry: Registry[Any] = Registry()
    for schema in found.values():
        registry = registry.with_resource(schema["$id"], DRAFT7.create_resource(schema))
    return Draft7Validator(found[name], registry=registry)


def holds(version: str, name: str, value: Any) -> None:
    faults = [
        f"{'/'.join(map(str, fault.path))}: {fault.message}"
        for fault in validator(version, name).iter_errors(value)
    ]
    assert not faults, faults


def got(server: Server, path: str) -> Any:
    answer = server.ask(path)
    assert (answer.status, answer.media) == (200, "application/json"), answer.text
    return json.loads(answer.body)


def sent(server: Server, version: str, what: str, value: Any) -> Any:
    """Send a batch ("queries") or an extension ("extend") in the manner of a version; give status and JSON."""
    if version == "1.0-draft":
        path = f"{ADDRESSES[version]}/{'match' if what == 'queries' else 'extend'}"
        answer = server.ask(path, "POST", json.dumps(value).encode(), Content_Type="application/json")
    else:
        body = urlencode({what: json.dumps(value)}).encode()
        answer = server.ask(
            ADDRESSES[version], "POST", body, Content_Type="application/x-www-form-urlencoded"
        )
    return answer.status, json.loads(answer.body)


def batch(version: str) -> Any:
    """Many questions, each with types and properties of all kinds."""
    given = {
        "date": "2018",
        "place": {"id": "place/akabar"},
        "killed.low": 20,
        "kind": ["battle", "siege"],
        "none": True,
    }
    if version == "1.0-draft":
        conditions = [
            {"matchType": "property", "propertyId": name, "propertyValue": value}
            for name, value in given.items()
        ]
        name = [{"matchType": "name", "propertyValue": words} for words in NAMES]
        return {
            "queries": [
                {"conditions": [one, *conditions], "type": "ConflictEvent", "limit": 3} for one in name
            ]
        }
    properties = [{"pid": name, "v": value} for name, value in given.items()]
    queries: dict[str, Any] = {
        f"q{number}": {
            "query": words,
            "type": ["ConflictEvent", "Actor"],
            "type_strict": strict,
            "properties": properties,
        }
        for number, (words, strict) in enumerate(
            zip(NAMES, ("any", "should", "all", "any", "should", "any", "any"), strict=True)
        )
    }
    return queries | ({} if version == "0.1" else {"q9": {"properties": properties}})


@pytest.mark.parametrize("version", VERSIONS)
def test_the_manifest_of_each_version(server: Server, version: str) -> None:
    holds(version, "manifest", got(server, ADDRESSES[version]))
    answer = server.ask("/reconcile", Accept=f"application/json; version={version}")
    holds(version, "manifest", json.loads(answer.body))


@pytest.mark.parametrize("version", VERSIONS)
def test_candidates(server: Server, version: str) -> None:
    asked = batch(version)
    holds(version, "reconciliation-query-batch", asked)
    status, answer = sent(server, version, "queries", asked)
    assert status == 200, answer
    holds(version, "reconciliation-result-batch", answer)
    assert EVENT in json.dumps(answer)


@pytest.mark.parametrize("version", VERSIONS)
def test_columns_of_every_property(server: Server, version: str) -> None:
    claim = "claim/battle-of-akabar-2018/killed-53evea6w"
    ids = [EVENT, "actor/france", "place/akabar", claim, "event/no-such-event"]
    proposed = got(server, "/reconcile/extend/propose")["properties"]
    for start in range(0, len(proposed), 50):
        wanted = [{"id": one["id"], "settings": {"limit": "3"}} for one in proposed[start : start + 50]]
        asked = {"ids": ids, "properties": wanted}
        holds(version, "data-extension-query", asked)
        status, answer = sent(server, version, "extend", asked)
        assert status == 200, answer
        holds(version, "data-extension-response", answer)


@pytest.mark.parametrize("version", VERSIONS)
def test_suggestions_and_proposals(server: Server, version: str) -> None:
    here = ADDRESSES[version]
    plural = {"entity": "entities", "property": "properties", "type": "types"}
    for kind, name in plural.items():
        for prefix in ("", "a", "battle", "Mali", "killed.low", EVENT):
            answer = got(server, f"{here}/suggest/{kind}?prefix={quote(prefix)}&limit=50")
            holds(version, f"suggest-{name}-response", answer)
    if version != "0.1":  # which has no schema for it
        for asked in ("", "type=battle", "type=Claim&limit=3", "type=unknown"):
            holds(version, "data-extension-property-proposal", got(server, f"{here}/extend/propose?{asked}"))


def examples(kind: str, validity: str) -> list[Path]:
    return sorted((SUITE / "0.2" / "examples" / kind / validity).glob("*.json"))


@pytest.mark.parametrize("path", examples("reconciliation-query-batch", "valid"), ids=lambda path: path.stem)
def test_valid_batches_of_the_suite_are_answered_key_by_key(server: Server, path: Path) -> None:
    asked = json.loads(path.read_bytes())
    status, answer = sent(server, "0.2", "queries", asked)
    assert (status, list(answer)) == (200, list(asked))
    holds("0.2", "reconciliation-result-batch", answer)


@pytest.mark.parametrize(
    "path", examples("reconciliation-query-batch", "invalid"), ids=lambda path: path.stem
)
def test_invalid_batches_of_the_suite_are_refused_with_the_words_at_fault(server: Server, path: Path) -> None:
    asked = json.loads(path.read_bytes())
    assert list(validator("0.2", "reconciliation-query-batch").iter_errors(asked))
    status, answer = sent(server, "0.2", "queries", asked)
    assert (status, answer["status"]) == (400, "error")
    assert answer["message"].startswith(next(iter(asked)))


@pytest.mark.parametrize("path", examples("data-extension-query", "valid"), ids=lambda path: path.stem)
def test_an_extension_of_the_suite_names_properties_that_are_not_here(server: Server, path: Path) -> None:
    status, answer = sent(server, "0.2", "extend", json.loads(path.read_bytes()))
    assert status == 400
    assert answer["message"].startswith("There is no property «variantName»")


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("kind", ["manifest", "reconciliation-result-batch", "data-extension-response"])
def test_the_schemas_themselves_refuse_what_services_must_not_say(kind: str) -> None:
    for path in examples(kind, "invalid"):
        assert list(validator("0.2", kind).iter_errors(json.loads(path.read_bytes()))), path
    for path in examples(kind, "valid"):
        holds("0.2", kind, json.loads(path.read_bytes()))
