"""What holds for every format and any quads: nothing lost, nothing added, equal graphs are equal bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from testimonia.errors import GraphError, UsageError
from testimonia.serialize import FORMATS, serialize, serialize_brief
from testimonia.vocab import PREFIXES, TM, TMC, term

READERS = {
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
}
GRAPHS = ("trig", "nquads")
often = settings(max_examples=60)


def read(data: bytes, name: str) -> set[Any]:
    """Parse what was written: quads where the format has graphs, else triples."""
    quads = parse(data, format=READERS[name])
    return set(quads) if name in GRAPHS else {quad.triple for quad in quads}


def expected(quads: Any, name: str) -> set[Any]:
    return set(quads) if name in GRAPHS else {quad.triple for quad in quads}


# --- quads of any kind --------------------------------------------------------------------------

IRIS = [
    "https://w3id.org/testimonia/kg/article/ford", "https://w3id.org/testimonia/kg/article/ford/rev/47",
    "https://w3id.org/testimonia/kg/article/ford/rev/47/char/1-9", "https://w3id.org/testimonia/kg/article/ford/rev/47/char/1-9#quote",
    "https://w3id.org/testimonia/kg/article/ford/rev/47/char/10-12#a?b", "https://w3id.org/testimonia/kg/event/ford", "https://w3id.org/testimonia/kg/",
    "https://w3id.org/testimonia/kg/event//x", "https://w3id.org/testimonia/kg/time/2018--..", "https://w3id.org/testimonia/kg/a/../b",
    "https://w3id.org/testimonia/kg/a:b", "https://w3id.org/testimonia/kg/?q", "https://w3id.org/testimonia/kg/#f", "https://w3id.org/testimonia/kg/-dash",
    "geo:12.5,1.25", "schema:x", "tm:claims", "char:1-9", "urn:uuid:0", "mailto:a@example.org", "https://example.org/ø/حلب#é",
    "https://example.org/q?a=b&c='d'(e)~!$*;,@", "https://example.org/%20%C3%A9", "https://example.org/.", "https://example.org/a.", "tag:a,2020:b",
    "https://w3id.org/testimonia/ontology#a.b", "https://w3id.org/testimonia/ontology#", TMC + "statement", TMC + "killed", TMC + "measure", TMC + "id",
    TM + "claims", TM + "id", TM + "Event", TM + "9", "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil",
]  # fmt: skip
PREDICATES = [
    term(name) for name in (
        "rdf:type", "rdfs:label", "skos:altLabel", "tm:measure", "tm:quantity", "tm:reading", "tm:evidence", "tm:about", "tm:sentence", "tm:time",
        "tm:minValue", "tm:edtf", "tm:extractionConfidence", "tm:verbatim", "tm:ongoing", "tm:mainEvent", "tm:claims", "tm:unheardOf",
        "oa:hasSelector", "oa:start", "oa:exact", "dcterms:isVersionOf", "dcterms:isPartOf", "prov:wasDerivedFrom", "rdf:first", "rdf:rest",
    )
] + ["https://example.org/p", "https://example.org/p#q.r", "geo:near", "tag:a,2020:b"]  # fmt: skip
CLASSES = [
    TM + name
    for name in (
        "ConflictEvent",
        "Claim",
        "Article",
        "ArticleRevision",
        "Mention",
        "Quantity",
        "Unheard",
        "claims",
    )
]
WORDS = ["", "1", "01", "+1", "-0", "9" * 30, "1.0", ".5", "5.", "1e3", "true", "1", "2018-04-01", 'say "it"', "back\\slash", "two\nlines\r\n\ttab",
         "\x00\x01\x1f\x7f\x85\u2028", "عربى \u202eright to left", "😀👩‍🚀", "<b>&amp;", "'''", '"""', "a\u0301", "\ufeffmark", "ﬀ", "@en", "^^x"]  # fmt: skip
DATATYPES = [
    term(f"xsd:{name}")
    for name in ("integer", "decimal", "boolean", "double", "date", "nonNegativeInteger", "string", "anyURI")
]
DATATYPES += [
    term("rdf:JSON"),
    term("rdf:XMLLiteral"),
    term("edtf:EDTF"),
    "geo:lit",
    "https://example.org/type",
]

_text = st.one_of(st.sampled_from(WORDS), st.text(max_size=20))
_nodes = st.sampled_from(IRIS).map(NamedNode)
_literals = st.one_of(
    _text.map(Literal),
    st.builds(
        lambda words, tag: Literal(words, language=tag),
        _text,
        st.sampled_from(["en", "EN", "fr", "en-GB", "ar", "zh-hant-tw", "x-a"]),
    ),
    st.builds(
        lambda words, kind: Literal(words, datatype=NamedNode(kind)), _text, st.sampled_from(DATATYPES)
    ),
)
_typing = st.builds(
    lambda s, o: (s, NamedNode(PREDICATES[0]), o), _nodes, st.sampled_from(CLASSES).map(NamedNode)
)
_triples = st.one_of(
    _typing, st.tuples(_nodes, st.sampled_from(PREDICATES).map(NamedNode), st.one_of(_nodes, _literals))
)
_graphs = st.one_of(st.just(DefaultGraph()), st.sampled_from(IRIS[:6]).map(NamedNode))
any_quads = st.lists(
    st.builds(lambda triple, graph: Quad(triple[0], triple[1], triple[2], graph), _triples, _graphs),
    max_size=30,
)


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("name", FORMATS)
@often
@given(quads=any_quads)
def test_what_is_written_is_read_back_by_others(name: str, quads: list[Quad]) -> None:
    assert read(serialize(quads, name), name) == expected(quads, name)


@pytest.mark.usefixtures("unmeasured")
@often
@given(quads=any_quads)
def test_a_brief_document_holds_the_same_triples(quads: list[Quad]) -> None:
    for base in ("", "https://w3id.org/testimonia/kg/", "http://example.org/"):
        turtle, document = serialize_brief(quads, base)
        assert read(turtle, "turtle") == expected(quads, "turtle")
        assert read(document, "jsonld") == expected(quads, "jsonld")


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("name", FORMATS)
@often
@given(data=st.data())
def test_the_order_and_number_of_equal_quads_does_not_matter(name: str, data: st.DataObject) -> None:
    quads = data.draw(any_quads)
    turned = data.draw(st.permutations([*quads, *quads[:3]]))
    assert serialize(quads, name) == serialize(turned, name)


@pytest.mark.usefixtures("unmeasured")
@often
@given(quads=any_quads)
def test_the_forms_hold_the_same_triples(quads: list[Quad]) -> None:
    unions = [{getattr(one, "triple", one) for one in read(serialize(quads, name), name)} for name in FORMATS]
    assert all(union == unions[0] for union in unions)


@pytest.mark.parametrize("name", FORMATS)
def test_the_example_survives_each_format(quads: tuple[Quad, ...], name: str) -> None:
    assert read(serialize(quads, name), name) == expected(quads, name)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_can_be_written(name: str) -> None:
    assert read(serialize([], name), name) == set()


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_ends_with_a_line_end_and_has_no_others_than_line_feeds(
    quads: tuple[Quad, ...], name: str
) -> None:
    data = serialize(quads, name)
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert b"\r" not in data


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import akabar\n"
        "from hashlib import sha256\n"
        "from testimonia.mapping import MappingOptions, map_article\n"
        "from testimonia.serialize import FORMATS, serialize\n"
        "quads = map_article(akabar.ARTICLE, akabar.FINDINGS, MappingOptions())\n"
        "print([sha256(serialize(quads, name)).hexdigest() for name in FORMATS])\n"
    )
    folder = str(Path(__file__).resolve().parents[1] / "mapping")
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, folder],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(
        UsageError, match="«rdfxml» is not a format; there are turtle, jsonld, trig, nquads, ntriples"
    ):
        serialize([], "rdfxml")


NODE = NamedNode("https://example.org/a")


@pytest.mark.parametrize("name", ["turtle", "jsonld", "trig"])
@pytest.mark.parametrize(
    "quad",
    [Quad(BlankNode("b"), NODE, NODE), Quad(NODE, NODE, BlankNode("b"))],
)
def test_blank_nodes_have_no_order_that_stays(name: str, quad: Quad) -> None:
    with pytest.raises(GraphError, match="_:b"):
        serialize([quad], name)


def test_the_prefixes_of_the_project_are_declared_in_order(quads: tuple[Quad, ...]) -> None:
    head = serialize(quads, "turtle").decode().partition("\n\n")[0].splitlines()
    assert head[0] == "@base <https://w3id.org/testimonia/kg/> ."
    assert [line.split()[1].rstrip(":") for line in head[1:]] == [*PREFIXES, "char", "section"]
