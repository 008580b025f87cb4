"""Turtle and TriG that people can read and that differ little when little changes."""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from testimonia.serialize import serialize
from testimonia.vocab import term

if TYPE_CHECKING:
    from types import ModuleType

BASE = "https://w3id.org/testimonia/kg/"


def body(quads: list[Quad], name: str = "turtle") -> str:
    """What stands below the prefixes."""
    return serialize(quads, name).decode().partition("\n\n")[2]


def quad(subject: str, predicate: str, target: str | Literal, graph: str | None = None) -> Quad:
    node = (
        NamedNode(term(target) if ":" in target[:8] and "//" not in target else BASE + target)
        if isinstance(target, str)
        else target
    )
    return Quad(
        NamedNode(BASE + subject),
        NamedNode(term(predicate)),
        node,
        *([NamedNode(BASE + graph)] if graph else []),
    )


ARTICLE = [
    quad("article/ford", "rdf:type", "tm:Article"),
    quad("article/ford", "tm:mainEvent", "event/ford"),
    quad("article/ford/rev/47", "rdf:type", "tm:ArticleRevision"),
]


def test_a_subject_is_a_paragraph_with_one_statement_a_line() -> None:
    quads = [
        *ARTICLE,
        quad("event/ford", "rdf:type", "tm:ConflictEvent"),
        quad("event/ford", "rdfs:label", Literal("The ford", language="en")),
        quad("event/ford", "tm:hasParticipant", "actor/b"),
        quad("event/ford", "tm:hasParticipant", "actor/a"),
        quad("event/ford", "tm:eventKind", "tmc:battle"),
    ]
    assert body(quads).partition("\n\n")[0] == (
        "<event/ford> a tm:ConflictEvent ;\n"
        '    rdfs:label "The ford"@en ;\n'
        "    tm:eventKind tmc:battle ;\n"
        "    tm:hasParticipant <actor/a>,\n"
        "        <actor/b> ."
    )


@pytest.mark.parametrize(
    ("literal", "written"),
    [
        (Literal(12), "12"),
        (Literal("-012", datatype=NamedNode(term("xsd:integer"))), "-012"),
        (Literal("twelve", datatype=NamedNode(term("xsd:integer"))), '"twelve"^^xsd:integer'),
        (Literal("0.90", datatype=NamedNode(term("xsd:decimal"))), "0.90"),
        (Literal("1", datatype=NamedNode(term("xsd:decimal"))), '"1"^^xsd:decimal'),
        (Literal(value=True), "true"),
        (Literal("1", datatype=NamedNode(term("xsd:boolean"))), '"1"^^xsd:boolean'),
        (Literal("2018-04", datatype=NamedNode(term("edtf:EDTF"))), '"2018-04"^^edtf:EDTF'),
        (Literal('the "ford"\n\\ \t\x07\x7f'), '"the \\"ford\\"\\n\\\\ \\t\\u0007\\u007F"'),
        (Literal("حلب 😀", language="ar"), '"حلب 😀"@ar'),
    ],
)
def test_literals_are_written_short_and_escaped(literal: Literal, written: str) -> None:
    assert body([quad("a", "rdfs:label", literal)]) == f"<{BASE}a> rdfs:label {written} .\n"


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        ("event/ford", "<event/ford>"),
        ("article/ford/rev/47/char/1-9", "char:1-9"),
        ("article/ford/rev/47/char/1-9#quote", "char:1-9\\#quote"),
        ("article/ford/rev/47/section/2-north", "section:2-north"),
        ("article/ford/rev/47/section/a.b", "<article/ford/rev/47/section/a.b>"),
        ("time/2018-04-01", "<time/2018-04-01>"),
        ("point/20.5,-1.25", "<point/20.5,-1.25>"),
        ("a/../b", f"<{BASE}a/../b>"),
        ("a:b", f"<{BASE}a:b>"),
        ("", f"<{BASE}>"),
    ],
)
def test_iris_are_written_as_short_as_is_safe(iri: str, written: str) -> None:
    said = Quad(NamedNode("https://example.org/s"), NamedNode(term("tm:evidence")), NamedNode(BASE + iri))
    assert f"<https://example.org/s> tm:evidence {written} .\n" in body([*ARTICLE, said])


def test_mentions_have_no_prefix_where_there_are_several_revisions() -> None:
    quads = [
        *ARTICLE,
        quad("article/ford/rev/48", "rdf:type", "tm:ArticleRevision"),
        quad("event/ford", "tm:evidence", "article/ford/rev/47/char/1-9"),
    ]
    assert "<article/ford/rev/47/char/1-9>" in body(quads)
    assert "@prefix char:" not in serialize(quads, "turtle").decode()


def test_a_graph_without_an_article_has_no_base() -> None:
    assert "@base" not in serialize([quad("event/ford", "rdf:type", "tm:ConflictEvent")], "turtle").decode()
    odd = Quad(NamedNode("urn:article"), NamedNode(term("rdf:type")), NamedNode(term("tm:Article")))
    assert "@base" not in serialize([odd], "turtle").decode()


def test_subjects_stand_in_reading_order_and_parts_behind_their_whole(quads: tuple[Quad, ...]) -> None:
    heads = [paragraph.partition(" ")[0].strip("<>") for paragraph in body(list(quads)).split("\n\n")]
    kinds = list(
        dict.fromkeys(
            head.partition("/")[0] if "/" in head else head.partition(":")[0]
            for head in heads
            if "#" not in head
        )
    )
    assert kinds == [
        "event", "side", "participation", "actor", "group", "person", "office", "place", "time", "statement", "claim", "happening",
        "unexplained", "comparison", "article", "section", "run", "software", "rule", "char",
    ]  # fmt: skip
    assert heads[0] == "event/battle-of-akabar-2018"
    claims = [head for head in heads if head.startswith("claim/") and "#" not in head]
    for claim in claims:
        assert heads[heads.index(claim) + 1].startswith((f"{claim}#quantity", "char:"))


def test_claims_stand_as_they_do_in_the_text(quads: tuple[Quad, ...]) -> None:
    order = [line.split('"')[1] for line in body(list(quads)).splitlines() if "propositionText" in line]
    assert order.index("The strength of side 1 is unknown.") < order.index(
        "The strength of side 2 was about 60."
    )
    assert order[-1] == "The attack was jointly planned."


def test_small_changes_make_small_differences(quads: tuple[Quad, ...], akabar: ModuleType) -> None:
    from testimonia.mapping import MappingOptions, map_article

    claims = list(akabar.CLAIMS)
    claims[13] = replace(claims[13], confidence=0.5)
    again = map_article(akabar.ARTICLE, replace(akabar.FINDINGS, claims=tuple(claims)), MappingOptions())
    before, after = (serialize(found, "turtle").decode().splitlines() for found in (quads, again))
    changed = [line for line in unified_diff(before, after, n=0) if not line.startswith(("---", "+++", "@@"))]
    assert len(changed) == 2


def test_trig_holds_each_graph_by_itself(quads: tuple[Quad, ...]) -> None:
    lines = serialize(quads, "trig").decode().splitlines()
    opened = [line for line in lines if line.endswith(" {")]
    assert opened == [
        "<article/battle-of-akabar/rev/316224051f4b> {",
        "<article/battle-of-akabar/rev/316224051f4b/comparisons> {",
    ]
    assert lines.count("}") == 2


def test_trig_writes_the_default_graph_first() -> None:
    mixed = [quad("a", "rdf:type", "tm:Claim", "g"), quad("b", "rdf:type", "tm:Claim")]
    assert body(mixed, "trig") == f"<{BASE}b> a tm:Claim .\n\n<{BASE}g> {{\n\n<{BASE}a> a tm:Claim .\n\n}}\n"
