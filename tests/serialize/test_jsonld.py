"""JSON-LD as a tree that JSON tools can use."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from testimonia.serialize import serialize, serialize_brief
from testimonia.serialize.layout import WIDTH, lay_out
from testimonia.serialize.outline import DEEPEST
from testimonia.vocab import TM, term

if TYPE_CHECKING:
    from types import ModuleType

EX = "https://example.org/"


@pytest.fixture(scope="module")
def document(quads: tuple[Quad, ...]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(serialize(quads, "jsonld"))
    return found


def event(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["@graph"][0]
    return found


def test_a_brief_document_is_the_same_but_for_terms_that_it_does_not_use(
    quads: tuple[Quad, ...], document: dict[str, Any]
) -> None:
    brief = json.loads(serialize_brief(quads, "")[1])
    assert brief["@graph"] == document["@graph"]
    assert brief["@context"].items() < document["@context"].items()
    one = next(quad for quad in quads if quad.predicate.value == term("rdfs:label"))
    assert {"id", "label", "rdfs"} <= (short := json.loads(serialize_brief([one], "")[1])["@context"]).keys()
    assert len(short) < 9


def test_the_event_of_the_article_comes_first_with_its_claims_inside(document: dict[str, Any]) -> None:
    first = event(document)
    assert (first["id"], first["type"], first["label"], first["kind"]) == (
        "event/battle-of-akabar-2018",
        "ConflictEvent",
        "Battle of Akabar",
        "battle",
    )
    assert first["time"]["date"] == "2018-04-01"
    assert len(first["claims"]) == 19 + 7
    assert len(first["participations"]) == 6
    assert [side["sideNumber"] for side in first["sides"]] == [1, 2]


def test_a_claim_says_how_many_of_whom_and_who_says_it(document: dict[str, Any]) -> None:
    claim = next(
        one
        for one in event(document)["claims"]
        if one["proposition"] == "At least 12 Tuareg fighters were killed."
    )
    assert claim["type"] == ["CasualtyClaim", "Claim"]
    assert claim["measure"] == "killed"
    assert {key: claim["quantity"][key] for key in ("quantityKind", "minValue")} == {
        "quantityKind": "lowerBound",
        "minValue": 12,
    }
    assert claim["parties"] == ["group/battle-of-akabar-2018/tuareg-fighters"]
    assert claim["claimant"] == ["person/battle-of-akabar-2018/leader-of-the-msa"]
    assert "about" not in claim


def test_the_evidence_of_a_claim_holds_the_words_and_the_sentence(
    akabar: ModuleType, document: dict[str, Any]
) -> None:
    claim = next(
        one
        for one in event(document)["claims"]
        if one["proposition"] == "At least 12 Tuareg fighters were killed."
    )
    mention = claim["evidence"][0]
    position, quote = mention["selectors"]
    assert quote["quote"] == "over a dozen Tuareg fighters had been killed"
    assert akabar.TEXT[position["start"] : position["end"]] == quote["quote"]
    assert mention["sentence"]["selectors"][1]["quote"].startswith("The leader of the MSA")
    assert claim["readings"][0]["mention"] == mention["id"]
    assert claim["readings"][0]["confidence"] == "0.93"


def walk(value: Any) -> list[dict[str, Any]]:
    """Every object of the document that says something."""
    if isinstance(value, list):
        return [node for one in value for node in walk(one)]
    if not isinstance(value, dict):
        return []
    return [value, *walk([one for key, one in value.items() if key != "@context"])]


def test_each_thing_is_described_in_one_place(document: dict[str, Any]) -> None:
    described = [node["id"] for node in walk(document["@graph"]) if len(node) > 1 and "id" in node]
    assert len(described) == len(set(described))


def test_the_context_is_inside_with_the_base(document: dict[str, Any]) -> None:
    context = document["@context"]
    assert context["@base"] == "https://w3id.org/testimonia/kg/"
    assert context["char"] == "https://w3id.org/testimonia/kg/article/battle-of-akabar/rev/316224051f4b/char/"
    assert context["claims"] == {"@reverse": "tm:about", "@type": "@id", "@container": "@set"}


def written(*triples: tuple[str, str, str | Literal]) -> tuple[dict[str, Any], bool]:
    """The document of some triples, and whether they are read back."""
    quads = [
        Quad(NamedNode(s), NamedNode(p), NamedNode(o) if isinstance(o, str) else o) for s, p, o in triples
    ]
    data = serialize(quads, "jsonld")
    return json.loads(data), set(parse(data, format=RdfFormat.JSON_LD)) == set(quads)


@pytest.mark.parametrize(
    ("predicate", "target", "key", "value"),
    [
        ("tm:minValue", Literal(12), "minValue", 12),
        (
            "tm:minValue",
            Literal("012", datatype=NamedNode(term("xsd:integer"))),
            "minValue",
            {"@value": "012", "@type": "xsd:integer"},
        ),
        ("oa:start", Literal("12", datatype=NamedNode(term("xsd:nonNegativeInteger"))), "start", 12),
        ("oa:start", Literal("012", datatype=NamedNode(term("xsd:nonNegativeInteger"))), "start", "012"),
        ("tm:ongoing", Literal(value=True), "ongoing", True),
        (
            "tm:ongoing",
            Literal("1", datatype=NamedNode(term("xsd:boolean"))),
            "ongoing",
            {"@value": "1", "@type": "xsd:boolean"},
        ),
        ("rdfs:label", Literal("gué", language="fr"), "label", {"@value": "gué", "@language": "fr"}),
        ("rdfs:label", Literal("ford"), "label", {"@value": "ford"}),
        ("tm:claimant", "urn:a", "claimant", ["urn:a"]),
        ("tm:measure", term("tmc:killed"), "measure", "killed"),
        ("tm:measure", term("tmc:measure"), "measure", "tmc:measure"),
        ("tm:measure", Literal("killed"), "measure", {"@value": "killed"}),
        ("tm:verbatim", "urn:a", "verbatim", {"id": "urn:a"}),
        ("rdf:type", TM + "Unheard", "type", "Unheard"),
        ("rdf:type", TM + "claims", "type", "tm:claims"),
        ("rdf:type", Literal("odd"), "rdf:type", "odd"),
        ("tm:unheardOf", Literal("x"), "tm:unheardOf", "x"),
    ],
)
def test_values_are_bare_where_the_context_says_what_they_are(
    predicate: str, target: Any, key: str, value: Any
) -> None:
    document, same = written((EX + "s", term(predicate), target))
    assert document["@graph"] == [{"id": EX + "s", key: value}]
    assert same


def test_prefixes_that_are_schemes_of_iris_are_left_out() -> None:
    document, same = written(
        ("geo:12.5,1.25", term("geo:lat"), Literal("x")), ("schema:a", term("tm:time"), "geo:near")
    )
    assert same
    assert "geo" not in document["@context"]
    assert (
        document["@context"]["latitude"]
        == {"@id": term("geo:lat"), "@type": "http://www.w3.org/2001/XMLSchema#decimal"}
        or same
    )


def test_circles_are_cut_and_no_tree_is_too_deep_for_readers() -> None:
    sentence = term("tm:sentence")
    chain = [(f"{EX}{n}", sentence, f"{EX}{n + 1}") for n in range(3 * DEEPEST)]
    _, same = written(*chain, (f"{EX}{3 * DEEPEST}", sentence, f"{EX}0"), (f"{EX}x", sentence, f"{EX}x"))
    assert same


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": 1, "b": [True, None, "x"]}, '{"a": 1, "b": [true, null, "x"]}'),
        ([], "[]"),
        ({}, "{}"),
        ({"a": "x" * WIDTH}, '{\n  "a": "' + "x" * WIDTH + '"\n}'),
        (["y" * 60, {"z": "é\n" + "y" * 60}], '[\n  "' + "y" * 60 + '",\n  {"z": "é\\n' + "y" * 60 + '"}\n]'),
    ],
)
def test_what_fits_on_a_line_stands_on_one(value: Any, text: str) -> None:
    assert lay_out(value) == text
    assert json.loads(text) == value
