"""A result names what is wrong and the sentence of the article that it was read from."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Graph, URIRef

from testimonia.errors import GraphError, ShapesError, UsageError
from testimonia.graphs import read_graph
from testimonia.validate import Report, Result, Source, check_quotes, shape_rules, validate_graph
from testimonia.validate.report import make_report
from testimonia.vocab import BASE, PREFIXES

BROKEN = Path(__file__).resolve().parents[1] / "broken"
SENTENCE = "Raiders killed at least nine guards at Alder Ford, the mayor said."
CLAIM = f"{BASE}claim/raid-on-alder-ford/killed-1"
REVISION = f"{BASE}article/raid-on-alder-ford/rev/71"
HEAD = f"@base <{BASE}> .\n" + "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())


def conforming_without(*cut: str, more: str = "") -> pyoxigraph.Store:
    """The conforming graph with some words of its Turtle cut out and others added."""
    turtle = (BROKEN / "conforming.ttl").read_text(encoding="utf-8")
    for words in cut:
        assert words in turtle
        turtle = turtle.replace(words, "", 1)
    store = pyoxigraph.Store()
    store.load((turtle + HEAD + more).encode(), pyoxigraph.RdfFormat.TURTLE)
    return store


def only(report: Report) -> Result:
    (result,) = report.results
    return result


# --- from the graph to the sentence -------------------------------------------------------------


def test_a_wrong_claim_names_the_sentence_it_was_read_from() -> None:
    result = only(validate_graph(conforming_without("tm:stance tmc:claimed ;")))
    assert (result.code, result.severity, result.focus, result.path) == (
        "C203",
        "violation",
        CLAIM,
        "tm:stance",
    )
    assert result.source == Source(
        mention=f"{REVISION}/char/8-60",
        article="Raid on Alder Ford",
        sha256="2fd4e1c67a2d28fced849ee1bb76e7391b93eb122fd4e1c67a2d28fced849ee1",
        start=8,
        end=60,
        quote=SENTENCE[8:60],
        sentence=SENTENCE,
        line=1,
    )


WAYS = [
    ("a quantity, by its claim", "Q302", f"<{CLAIM}#quantity> tm:minValue -9 ."),
    ("a reading, by its mention", "R405", f'<{CLAIM}#reading> tm:verbatim "nine" .'),
    ("a selector's mention, by itself", "M408", f"<{REVISION}/char/8-60> tm:line 0 ."),
    ("an office, by its holder", "O502", "<office/alder-ford/mayor> org:postIn <actor/ford-gazette> ."),
    ("a time span, by what is dated", "T807", "<time/1612-05-04> tm:ongoing true ."),
    ("a point, by its event", "L611", "<point/50.5,-4.25> geo:lat 51.5 ."),
    ("a comparison, by its claims", "K203", "<comparison/1> tm:relationType tm:refines ."),
    ("a side, by its own event", "Y102", "<side/raid-on-alder-ford/1> tm:sideNumber 3 ."),
]


@pytest.mark.parametrize(("way", "code", "more"), WAYS, ids=[way for way, _, _ in WAYS])
def test_the_sentence_is_found_from(way: str, code: str, more: str) -> None:
    results = validate_graph(conforming_without(more=more)).results
    sources = [result.source for result in results if result.code == code]
    assert sources
    assert all(source and source.quote and source.quote in SENTENCE for source in sources), way


def test_of_several_mentions_the_first_is_named() -> None:
    store = conforming_without(
        "tm:stance tmc:claimed ;", more=f"<{CLAIM}> tm:evidence <{REVISION}/char/0-66> ."
    )
    sources = [result.source for result in validate_graph(store).results if result.code == "C203"]
    assert [source.start for source in sources if source] == [0]


def test_a_thing_without_a_mention_or_an_article_has_no_source() -> None:
    assert only(validate_graph(read_graph(BROKEN / "E101-0.ttl"))).source is None


def test_of_a_revision_itself_the_article_is_told() -> None:
    store = conforming_without('    tm:revisionId "71" ;\n')
    source = only(validate_graph(store)).source
    assert source is not None
    assert (source.article, source.mention, source.quote) == ("Raid on Alder Ford", None, None)


def test_a_mention_without_an_article_is_named_by_its_revision() -> None:
    store = conforming_without("    dcterms:isVersionOf <article/raid-on-alder-ford> ;\n")
    assert {result.source.article for result in check_quotes("", store).results if result.source} == {
        REVISION
    }


# --- graphs, engines, shapes --------------------------------------------------------------------


def test_quads_stores_and_rdflib_graphs_give_one_report() -> None:
    file = BROKEN / "C203-0.ttl"
    store = read_graph(file)
    dataset = Dataset()
    dataset.graph(URIRef(REVISION)).parse(file)
    reports = [validate_graph(graph) for graph in (store, list(store), Graph().parse(file), dataset)]
    assert reports.count(reports[0]) == len(reports)
    assert not reports[0].conforms


def test_named_graphs_are_looked_at_together() -> None:
    store = read_graph(BROKEN / "conforming.ttl")
    graphs = [pyoxigraph.NamedNode(f"{BASE}graph/{number}") for number in range(3)]
    scattered = [
        pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, graphs[number % 3])
        for number, quad in enumerate(sorted(store, key=str))
    ]
    assert validate_graph(scattered).results == ()
    assert validate_graph(scattered, engine="reference").results == ()


def test_a_string_with_and_without_its_datatype_is_one() -> None:
    typed = (
        '<raid/rev> a tm:ArticleRevision ; tm:sourceForm "plain"^^<http://www.w3.org/2001/XMLSchema#string> .'
    )
    store = Graph().parse(data=HEAD + typed, format="turtle")
    assert "V906" not in {result.code for result in validate_graph(store).results}


def test_an_empty_graph_conforms() -> None:
    assert validate_graph([]) == Report()


@pytest.mark.parametrize("wrong", [["words"], [1, 2]])
def test_what_is_not_a_graph_is_an_error(wrong: list[object]) -> None:
    with pytest.raises(GraphError, match="A graph is a Store"):
        validate_graph(wrong)  # type: ignore[arg-type]


def test_a_triple_inside_a_triple_is_an_error() -> None:
    node = pyoxigraph.NamedNode(BASE)
    inner = pyoxigraph.Triple(node, node, node)
    with pytest.raises(GraphError, match="a triple inside a triple"):
        validate_graph([pyoxigraph.Quad(node, node, inner)])


def test_an_unknown_engine_is_an_error() -> None:
    with pytest.raises(UsageError, match="«steam»; there is fast, reference, sets"):
        validate_graph([], engine="steam")


SHAPE = 'shapes:Z100 a sh:NodeShape ; dcterms:identifier "Z100" ; sh:targetClass tm:Place ; '
WRONG_SHAPES = [
    ("no file", None, "cannot be used: .*no such file"),
    ("not Turtle", "words", "cannot be used: .*shapes.ttl:1"),
    ("no targets", "", "no shape has a target"),
    ("two severities", SHAPE + "sh:severity sh:Info, sh:Warning .", "says sh:severity more than once"),
    ("a severity that is none", SHAPE + "sh:severity sh:Bad .", "Shape Z100 has the severity sh:Bad"),
    ("a path that is none", SHAPE + 'sh:property [ sh:path "within" ] .', "«within» is not a property path"),
    ("a constraint that is a literal", SHAPE + 'sh:sparql "SELECT" .', "names «SELECT», which is a literal"),
    ("two kinds of node", SHAPE + "sh:nodeKind sh:IRI, sh:Literal .", "says sh:nodeKind more than once"),
]
GOOD = SHAPE + 'sh:message "No."@en ; sh:severity sh:Info ; '
SELECT = GOOD + 'sh:sparql shapes:q . shapes:q sh:message "No."@en ; '
WRONG_QUERIES = [
    ("does not parse", SELECT + 'sh:select "SELECT $this WHERE { oops }" .', "does not parse"),
    ("does not select", SELECT + 'sh:select "ASK WHERE { $this a ?kind }" .', "is not a SELECT query"),
    ("is not there", SELECT + 'rdfs:label "no query" .', "has no query"),
    ("is no kind of node", GOOD + "sh:nodeKind sh:Leaf .", "is no kind of node"),
    ("is no number", GOOD + 'sh:property [ sh:path tm:within ; sh:minCount "few" ] .', "«few» stands where"),
    ("is no expression", GOOD + 'sh:pattern "(" .', "is no regular expression"),
    ("is no limit", GOOD + "sh:minInclusive [] .", "cannot be used"),
    ("is no shape", GOOD + 'sh:node "Place" .', "where a shape should be named"),
]


def write_shapes(folder: Path, words: str | None) -> Path:
    file = folder / "shapes.ttl"
    if words is not None:
        head = (
            HEAD
            + "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix shapes: <https://w3id.org/testimonia/shapes#> .\n"
        )
        file.write_text(words if words == "words" else head + words, encoding="utf-8")
    return file


@pytest.mark.parametrize(("why", "words", "message"), WRONG_SHAPES, ids=[row[0] for row in WRONG_SHAPES])
def test_shapes_are_refused_for(why: str, words: str | None, message: str, tmp_path: Path) -> None:
    with pytest.raises(ShapesError, match=message):
        shape_rules(write_shapes(tmp_path, words))


@pytest.mark.parametrize(("why", "words", "message"), WRONG_QUERIES, ids=[row[0] for row in WRONG_QUERIES])
def test_validation_stops_at(why: str, words: str, message: str, tmp_path: Path) -> None:
    shapes = write_shapes(tmp_path, words)
    place = pyoxigraph.parse(f"{HEAD}<place/elm> a tm:Place .", pyoxigraph.RdfFormat.TURTLE)
    with pytest.raises(ShapesError, match=message):
        validate_graph(place, shapes=shapes)


LONG_PATHS = [
    ("tm:within", "tm:within"),
    ("( tm:within rdfs:label )", "tm:within/rdfs:label"),
    ("[ sh:inversePath tm:within ]", "^tm:within"),
    ("[ sh:alternativePath ( tm:within tm:place ) ]", "tm:within|tm:place"),
    ("[ sh:oneOrMorePath tm:within ]", "tm:within+"),
    ("[ sh:zeroOrOnePath <urn:elsewhere> ]", "<urn:elsewhere>?"),
]


@pytest.mark.parametrize(("turtle", "written"), LONG_PATHS, ids=[written for _, written in LONG_PATHS])
def test_shapes_of_ones_own_may_be_used_with_any_path(turtle: str, written: str, tmp_path: Path) -> None:
    own = (
        'shapes:Z101 a sh:PropertyShape ; dcterms:identifier "Z101" ; sh:targetClass tm:Place ;'
        f' sh:message "Too few."@en ; sh:severity sh:Info ; sh:path {turtle} ; sh:minCount 9 .'
    )
    place = pyoxigraph.parse(f"{HEAD}<place/elm> a tm:Place .", pyoxigraph.RdfFormat.TURTLE)
    result = only(validate_graph(place, shapes=write_shapes(tmp_path, own)))
    assert (result.code, result.severity, result.path) == ("Z101", "info", written)


NAMELESS = [
    ("a code", 'dcterms:identifier "Z7"', "Z7"),
    ("the last part of its IRI", "", "small"),
]


@pytest.mark.parametrize(("why", "words", "code"), NAMELESS, ids=[row[0] for row in NAMELESS])
def test_a_shape_goes_by(why: str, words: str, code: str, tmp_path: Path) -> None:
    own = f"shapes:small a sh:NodeShape ; sh:targetClass tm:Place ; sh:nodeKind sh:Literal ; {words} ."
    place = pyoxigraph.parse(f"{HEAD}<place/elm> a tm:Place .", pyoxigraph.RdfFormat.TURTLE)
    result = only(validate_graph(place, shapes=write_shapes(tmp_path, own)))
    assert (result.code, result.severity) == (code, "violation")
    assert (
        result.message
        == f"«{BASE}place/elm» is not the kind of node that it must be: an IRI, a literal or a blank node."
    )


def test_a_shape_without_an_iri_goes_by_the_shape_it_belongs_to(tmp_path: Path) -> None:
    own = GOOD + "sh:property [ sh:path tm:within ; sh:minCount 1 ] ."
    place = pyoxigraph.parse(f"{HEAD}<place/elm> a tm:Place .", pyoxigraph.RdfFormat.TURTLE)
    result = only(validate_graph(place, shapes=write_shapes(tmp_path, own)))
    assert (result.code, result.severity, result.message) == (
        "Z100",
        "violation",
        "There are too few values of tm:within.",
    )


# --- the report ---------------------------------------------------------------------------------

RESULTS = st.builds(
    Result,
    code=st.sampled_from(["C203", "E102", "V905"]),
    severity=st.sampled_from(["violation", "warning", "info"]),
    message=st.sampled_from(["One.", "Two."]),
    focus=st.sampled_from([f"{BASE}event/alder", f"{BASE}event/elm", "_:b0"]),
    path=st.none() | st.just("tm:stance"),
    value=st.none() | st.sampled_from(["nine", f"{BASE}actor/x", "_:b1"]),
    source=st.none() | st.just(Source(mention=f"{REVISION}/char/8-60")),
)


@given(st.lists(RESULTS))
def test_a_report_is_sorted_and_says_everything_once(results: list[Result]) -> None:
    report = make_report(results)
    assert set(report.results) == set(results)
    assert len(report.results) == len(set(results))
    ranks = [("violation", "warning", "info").index(result.severity) for result in report.results]
    assert ranks == sorted(ranks)
    assert make_report(reversed(results)) == report


@given(st.lists(RESULTS, max_size=5))
def test_the_turtle_of_a_report_is_a_shacl_report(results: list[Result]) -> None:
    report = make_report(results)
    turtle = report.turtle()
    assert turtle == make_report(results).turtle()
    store = pyoxigraph.Store()
    store.load(turtle.encode(), pyoxigraph.RdfFormat.TURTLE)
    answer = store.query(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT ?conforms (COUNT(?result) AS ?n) WHERE"
        " { ?report a sh:ValidationReport ; sh:conforms ?conforms OPTIONAL { ?report sh:result ?result } } GROUP BY ?conforms"
    )
    ((conforms, count),) = [(row["conforms"].value, row["n"].value) for row in answer]  # type: ignore[union-attr]
    assert (conforms, count) == (str(report.conforms).lower(), str(len(report.results)))
