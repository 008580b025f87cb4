"""Every engine says the same as the reference, whatever the shapes ask for and whatever the data holds.

Shapes of one constraint each meet small graphs drawn at random; a right graph of ours meets the shipped
shapes with mistakes put in; and real articles meet them as they are: some here, drawn by a fixed seed, all
of them in benchmarks/equality.py.
"""

from __future__ import annotations

import random
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.graphs import read_graph
from testimonia.pipeline import Options, build_article
from testimonia.validate import validate_graph
from testimonia.validate.engine import ENGINES
from testimonia.vocab import TM

if TYPE_CHECKING:
    from testimonia.validate import Result

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
OTHERS = sorted(set(ENGINES) - {"reference"})

HEAD = """
@prefix : <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
"""


def facts(result: Result) -> tuple[str, str, str | None, str, str | None, str]:
    """What engines must agree on."""
    return result.code, result.focus, result.path, result.component, result.term, result.severity


def found(store: pyoxigraph.Store, engine: str, shapes: Path | None = None) -> set[object]:
    return {facts(result) for result in validate_graph(store, engine=engine, shapes=shapes).results}


# --- one constraint, any graph ------------------------------------------------------------------

NODES = ["a", "b", "c", "d"]
VALUES = [
    ":a", ":b", ":c", '"x"', '"xyz"', '"x"@en', '"y"@en', '"y"@EN-gb', '"z"@fr', "1", "2", "30", "2.5", "1e0", "true",
    '"2018-04-01"^^xsd:date', '"2018-04-02"^^xsd:date', '"-0030-09-02"^^xsd:date', '"soon"^^xsd:date', '"one"^^xsd:integer',
    '"2018-04-01T10:00:00Z"^^xsd:dateTime', '"7"^^xsd:nonNegativeInteger', '"https://example.org/a"^^xsd:anyURI',
]  # fmt: skip
TRIPLES = st.one_of(
    st.tuples(st.sampled_from(NODES), st.sampled_from(["p", "q", "r"]), st.sampled_from(VALUES)),
    st.tuples(st.sampled_from(NODES), st.just("a"), st.sampled_from([":T", ":U"])),
)
GRAPHS = st.lists(TRIPLES, min_size=8, max_size=20)
COMPARISONS = {"above", "from", "below", "to", "less", "less or equal"}
"""Here the reference orders IRIs, and true after 0, where SHACL sees things that cannot be compared."""

CONSTRAINTS = {
    "class": "sh:property [ sh:path :p ; sh:class :U ]",
    "two classes": "sh:property [ sh:path :p ; sh:class :T, :U ]",
    "integer": "sh:property [ sh:path :p ; sh:datatype xsd:integer ]",
    "decimal": "sh:property [ sh:path :p ; sh:datatype xsd:decimal ]",
    "boolean": "sh:property [ sh:path :p ; sh:datatype xsd:boolean ]",
    "date": "sh:property [ sh:path :p ; sh:datatype xsd:date ]",
    "date and time": "sh:property [ sh:path :p ; sh:datatype xsd:dateTime ]",
    "string": "sh:property [ sh:path :p ; sh:datatype xsd:string ]",
    "an integer from 0": "sh:property [ sh:path :p ; sh:datatype xsd:nonNegativeInteger ]",
    "IRI": "sh:property [ sh:path :p ; sh:nodeKind sh:IRI ]",
    "literal": "sh:property [ sh:path :p ; sh:nodeKind sh:Literal ]",
    "no literal": "sh:property [ sh:path :p ; sh:nodeKind sh:BlankNodeOrIRI ]",
    "kind of the node itself": "sh:nodeKind sh:Literal",
    "at least one": "sh:property [ sh:path :p ; sh:minCount 1 ]",
    "at least two": "sh:property [ sh:path :p ; sh:minCount 2 ]",
    "at least seven": "sh:property [ sh:path :p ; sh:minCount 7 ]",
    "none needed": "sh:property [ sh:path :p ; sh:minCount 0 ]",
    "at most one": "sh:property [ sh:path :p ; sh:maxCount 1 ]",
    "none": "sh:property [ sh:path :p ; sh:maxCount 0 ]",
    "above": "sh:property [ sh:path :p ; sh:minExclusive 1 ]",
    "from": "sh:property [ sh:path :p ; sh:minInclusive 2 ]",
    "below": "sh:property [ sh:path :p ; sh:maxExclusive 2 ]",
    "to": "sh:property [ sh:path :p ; sh:maxInclusive 2.5 ]",
    "not too short": "sh:property [ sh:path :p ; sh:minLength 2 ]",
    "not too long": "sh:property [ sh:path :p ; sh:maxLength 2 ]",
    "pattern": 'sh:property [ sh:path :p ; sh:pattern "^[x1]" ]',
    "pattern in any case": 'sh:property [ sh:path :p ; sh:pattern "^X" ; sh:flags "i" ]',
    "pattern that only Python knows": 'sh:property [ sh:path :p ; sh:pattern "^(?!x)" ]',
    "languages": 'sh:property [ sh:path :p ; sh:languageIn ( "en" "de" ) ]',
    "one of each language": "sh:property [ sh:path :p ; sh:uniqueLang true ]",
    "any of each language": "sh:property [ sh:path :p ; sh:uniqueLang false ]",
    "in": 'sh:property [ sh:path :p ; sh:in ( :a 1 "x" ) ]',
    "has value": "sh:property [ sh:path :p ; sh:hasValue :a ]",
    "is": "sh:hasValue :a",
    "equals": "sh:property [ sh:path :p ; sh:equals :q ]",
    "disjoint": "sh:property [ sh:path :p ; sh:disjoint :q ]",
    "less": "sh:property [ sh:path :p ; sh:lessThan :q ]",
    "less or equal": "sh:property [ sh:path :p ; sh:lessThanOrEquals :q ]",
    "equals of the node itself": "sh:equals :q",
    "closed": "sh:closed true ; sh:ignoredProperties ( rdf:type ) ; sh:property [ sh:path :p ]",
    "open": "sh:closed false ; sh:property [ sh:path :p ]",
    "node": "sh:property [ sh:path :p ; sh:node [ sh:property [ sh:path :q ; sh:minCount 1 ] ] ]",
    "not": "sh:property [ sh:path :p ; sh:not [ sh:class :U ] ]",
    "and": "sh:property [ sh:path :p ; sh:and ( [ sh:class :T ] [ sh:class :U ] ) ]",
    "or": "sh:or ( [ sh:path :p ; sh:minCount 1 ] [ sh:path :q ; sh:maxCount 0 ] )",
    "xone": "sh:xone ( [ sh:path :p ; sh:minCount 1 ] [ sh:path :q ; sh:minCount 1 ] )",
    "not closed within": "sh:not [ sh:closed true ; sh:ignoredProperties ( rdf:type :p ) ]",
    "not equal within": "sh:not [ sh:path :p ; sh:equals :q ]",
    "not in order within": "sh:not [ sh:path :p ; sh:lessThan :q ]",
    "some of a kind": "sh:property [ sh:path :p ; sh:qualifiedValueShape [ sh:class :U ] ; sh:qualifiedMinCount 1 ]",
    "few of a kind": "sh:property [ sh:path :p ; sh:qualifiedValueShape [ sh:class :U ] ; sh:qualifiedMaxCount 1 ]",
    "kinds that exclude one another": "sh:property [ sh:path :p ; sh:qualifiedValueShape [ sh:class :U ] ;"
    " sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true ]",
    "property of a property": "sh:property [ sh:path :p ; sh:property [ sh:path :q ; sh:property [ sh:path :r ; sh:minCount 1 ] ] ]",
    "property within": "sh:not [ sh:path :p ; sh:property [ sh:path :q ; sh:minCount 1 ] ]",
    "sequence": "sh:property [ sh:path ( :p :q ) ; sh:class :U ]",
    "inverse": "sh:property [ sh:path [ sh:inversePath :p ] ; sh:minCount 1 ]",
    "alternative": "sh:property [ sh:path [ sh:alternativePath ( :p :q ) ] ; sh:nodeKind sh:IRI ]",
    "any number": "sh:property [ sh:path [ sh:zeroOrMorePath :p ] ; sh:nodeKind sh:IRI ]",
    "one or more": "sh:property [ sh:path [ sh:oneOrMorePath :p ] ; sh:nodeKind sh:IRI ]",
    "deactivated": "sh:deactivated true ; sh:nodeKind sh:Literal",
    "a deactivated part": "sh:not [ sh:deactivated true ; sh:nodeKind sh:Literal ]",
    "warning": "sh:severity sh:Warning ; sh:nodeKind sh:Literal",
    "a query": 'sh:sparql [ sh:select "SELECT $this ?value WHERE { $this <https://example.org/p> ?value . ?value a <https://example.org/T> }" ]',
    "a query with groups": 'sh:sparql [ sh:select "SELECT $this ?value WHERE { { $this <https://example.org/p> ?value }'
    ' UNION { $this <https://example.org/q> ?value } }" ]',
    "a query of a property": 'sh:property [ sh:path :p ; sh:sparql [ sh:select "SELECT $this ?value WHERE { $this $PATH ?value }" ] ]',
    "a deactivated query": 'sh:sparql [ sh:deactivated true ; sh:select "SELECT $this WHERE { $this a ?kind }" ]',
}  # fmt: skip
TARGETS = [
    "sh:targetClass :T",
    "sh:targetSubjectsOf :p",
    "sh:targetObjectsOf :q",
    "sh:targetNode :a, :z",
    "a rdfs:Class",
]
"""A shape that is a class has its instances as targets: those of :S."""


def shapes_file(folder: Path, constraint: str, target: str = TARGETS[0]) -> Path:
    file = folder / "shapes.ttl"
    rdf = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
    file.write_text(f"{HEAD}{rdf}\n:S a sh:NodeShape ; {target} ; {constraint} .", encoding="utf-8")
    return file


def data(triples: list[tuple[str, str, str]], more: str = "") -> pyoxigraph.Store:
    lines = [f":{node} {'a' if link == 'a' else f':{link}'} {value} ." for node, link, value in triples]
    store = pyoxigraph.Store()
    store.load((HEAD + "\n".join(lines) + more).encode(), pyoxigraph.RdfFormat.TURTLE)
    return store


@pytest.mark.usefixtures("parsed_once")
@pytest.mark.parametrize("name", CONSTRAINTS)
def test_a_constraint_means_the_same_to_every_engine(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shapes = shapes_file(tmp_path_factory.mktemp("shapes"), CONSTRAINTS[name])

    @settings(max_examples=5)
    @given(GRAPHS)
    def holds(triples: list[tuple[str, str, str]]) -> None:
        drawn = [t for t in triples if name not in COMPARISONS or t[2][0].isdigit() or t[1] == "a"]
        store = data(drawn, "\n:a a :T . :b a :T .")
        expected = found(store, "reference", shapes)
        for engine in OTHERS:
            assert found(store, engine, shapes) == expected, engine

    holds()


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("classes", ["", "\n:U rdfs:subClassOf :T, :S . :c a :U . :d a :S ."])
def test_targets_mean_the_same_to_every_engine(target: str, classes: str, tmp_path: Path) -> None:
    shapes = shapes_file(tmp_path, "sh:property [ sh:path :p ; sh:class :T ; sh:minCount 1 ]", target)
    store = data([("a", "p", ":b"), ("a", "q", ":c"), ("a", "a", ":T"), ("b", "q", '"x"')], classes)
    expected = found(store, "reference", shapes)
    for engine in OTHERS:
        assert found(store, engine, shapes) == expected, engine


# --- the shipped shapes, mistakes put in --------------------------------------------------------

RIGHT = sorted(read_graph(ROOT / "tests" / "broken" / "conforming.ttl"), key=str)
LINKS = sorted({quad.predicate for quad in RIGHT}, key=str)
THINGS = sorted({quad.subject for quad in RIGHT}, key=str)
WRONG = [*THINGS[::3], pyoxigraph.Literal("nine"), pyoxigraph.Literal(-9), pyoxigraph.Literal("neun", language="de"),
         *(pyoxigraph.NamedNode(f"{TM}{name}") for name in ("Claim", "Mention", "State", "Place", "StrengthClaim"))]  # fmt: skip
QUADS = st.sampled_from(RIGHT)
MISTAKES = st.lists(
    st.one_of(
        st.tuples(st.just("leave out"), QUADS, st.none()),
        st.tuples(st.just("add"), st.builds(pyoxigraph.Quad, st.sampled_from(THINGS), st.sampled_from(LINKS), st.sampled_from(WRONG)), st.none()),
        st.tuples(st.just("change"), QUADS, st.sampled_from(WRONG)),
    ),
    min_size=4,
    max_size=25,
)  # fmt: skip


@pytest.mark.usefixtures("unmeasured", "parsed_once")
@settings(max_examples=12)
@given(MISTAKES)
def test_mistakes_in_a_right_graph_are_the_same_to_every_engine(
    mistakes: list[tuple[str, pyoxigraph.Quad, pyoxigraph.Literal | pyoxigraph.NamedNode | None]],
) -> None:
    store = pyoxigraph.Store()
    store.extend(RIGHT)
    for kind, quad, value in mistakes:
        if kind != "add":
            store.remove(quad)
        if kind != "leave out":
            store.add(quad if value is None else pyoxigraph.Quad(quad.subject, quad.predicate, value))
    expected = found(store, "reference")
    for engine in OTHERS:
        assert found(store, engine) == expected, engine


# --- real articles ------------------------------------------------------------------------------

ALL = sorted(
    path
    for path in CORPUS.rglob("*")
    if path.suffix in {".txt", ".md", ".wikitext"} and path.name != "README.md"
)


def drawn(articles: list[Path], budget: int = 40_000) -> list[Path]:
    """Draw articles by a fixed seed until so many bytes are full; of the largest, pyshacl takes minutes."""
    shuffled = random.Random(2018).sample(articles, len(articles))  # noqa: S311 - nothing secret
    order = [path for path in shuffled if path.stat().st_size < budget / 3]
    sizes = accumulate(path.stat().st_size for path in order)
    return [path for path, size in zip(order, sizes, strict=True) if size <= budget]


ARTICLES = drawn(ALL)


@pytest.mark.usefixtures("unmeasured", "parsed_once")
@pytest.mark.skipif(not ARTICLES, reason="the articles of ../shared/corpus are not at hand")
@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_a_real_article_is_the_same_to_every_engine(article: Path) -> None:
    built = build_article(article.read_bytes(), article.name, Options(formats=("nquads",)))
    store = pyoxigraph.Store()
    store.load(built.files["nq"], pyoxigraph.RdfFormat.N_QUADS)
    expected = found(store, "reference")
    assert expected
    for engine in OTHERS:
        assert found(store, engine) == expected, engine
