"""What may be asked, and what is said when a question cannot be answered."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from testimonia.errors import QueryError
from testimonia.query import Answer, ask
from testimonia.query.engine import solutions

KILLED = "SELECT ?claim WHERE { ?claim tm:measure tmc:killed } ORDER BY ?claim"


def test_sparql_needs_no_declared_prefixes(ford: Store) -> None:
    answer = ask(ford, KILLED)
    assert (answer.form, answer.columns, len(answer.rows)) == ("table", ("claim",), 2)


def test_a_file_is_read_and_asked(ford: Store, tmp_path: Path) -> None:
    file = tmp_path / "killed.rq"
    file.write_text(KILLED, encoding="utf-8")
    assert ask(ford, str(file)).rows == ask(ford, KILLED).rows


def test_ask_gives_true_or_false(ford: Store) -> None:
    answer = ask(ford, "ASK { ?claim tm:measure tmc:missing }")
    assert (answer.form, answer.columns, answer.rows) == ("boolean", ("answer",), (("false",),))
    assert json.loads(answer.json())["boolean"] is False
    assert answer.csv() == "answer\r\nfalse\r\n"


@pytest.mark.parametrize(
    "question",
    [
        "CONSTRUCT { ?claim tm:measure ?measure } WHERE { ?claim tm:measure ?measure }",
        "DESCRIBE <https://w3id.org/testimonia/kg/actor/ardia>",
    ],
)
def test_construct_and_describe_give_sorted_triples_and_turtle(question: str, ford: Store) -> None:
    answer = ask(ford, question)
    assert answer.form == "graph"
    assert answer.columns == ("subject", "predicate", "object")
    again = {quad.triple for quad in parse(answer.turtle(), format=RdfFormat.TURTLE)}
    assert len(again) == len(answer.rows) > 3
    assert answer.turtle().startswith("@prefix ")
    assert answer.turtle() == ask(ford, question).turtle()


def test_csv_is_quoted_as_rfc_4180_says() -> None:
    store = Store()
    store.add(Quad(NamedNode("urn:a"), NamedNode("urn:says"), Literal('one, "two"\nthree', language="en")))
    answer = ask(store, "SELECT ?a ?said ?none { ?a <urn:says> ?said }")
    assert answer.rows == (("urn:a", 'one, "two"\nthree', ""),)
    assert answer.write("csv") == 'a,said,none\r\nurn:a,"one, ""two""\nthree",\r\n'
    assert list(csv.reader(io.StringIO(answer.csv(), newline="")))[1] == list(answer.rows[0])


def test_json_and_xml_keep_datatypes_and_languages(ford: Store) -> None:
    answer = ask(
        ford,
        'SELECT ?low ?label { ?q tm:minValue ?low . ?a rdfs:label ?label FILTER(?label = "Front"@en && ?low = 20) }',
    )
    (binding,) = json.loads(answer.write("json"))["results"]["bindings"]
    assert binding["low"] == {
        "type": "literal",
        "value": "20",
        "datatype": "http://www.w3.org/2001/XMLSchema#integer",
    }
    assert binding["label"]["xml:lang"] == "en"
    root = ET.fromstring(answer.write("xml"))
    assert [node.text for node in root.iter("{http://www.w3.org/2005/sparql-results#}literal")] == [
        "20",
        "Front",
    ]


def test_triples_that_several_named_graphs_hold_count_once(mapped: Callable[..., Store]) -> None:
    store = mapped(named=True)
    count = 'SELECT (COUNT(*) AS ?n) { ?actor rdfs:label "Front"@en }'
    for quad in list(store):
        store.add(Quad(quad.subject, quad.predicate, quad.object, NamedNode("urn:another")))
    assert ask(store, count).rows == (("1",),)


def test_a_question_about_named_graphs_sees_them(mapped: Callable[..., Store]) -> None:
    answer = ask(mapped(named=True), "SELECT DISTINCT ?g { GRAPH ?g { ?s a ?class } } ORDER BY ?g")
    assert [row[0].rpartition("/")[2] for row in answer.rows][1:] == ["comparisons"]


QUESTIONS = [
    ("claim", "«claim» is no named query, .rq file or SPARQL; did you mean «claims»?"),
    ("what", "«what» is no named query, .rq file or SPARQL; there are claims, conflicts, "),
    ("nowhere.rq", "nowhere.rq: cannot be read: No such file or directory."),
    ("SELECT ?s {\n ?s foo:bar ?o }", "query:2: unknown prefix in «foo:bar»."),
    ("SELECT ?s {\n ?s ?p", "query:2: is not SPARQL at the end of «?s ?p»."),
    ("SELECT ?x (COUNT(?x) AS ?n) { ?x ?y ?z }", "query:1: is not SPARQL (The SELECT contains a variable that is unbound) at "),
    ("INSERT DATA { <urn:a> <urn:b> 1 }", "query:1: is not SPARQL at «"),
    ("SELECT * { ?s <a b> ?o }", "query:1: broken IRI in «<a b>»."),
    ("SELECT (<urn:f>(1) AS ?x) {}", "query: cannot be answered: The custom function <urn:f> is not supported."),
    ("SELECT ?s { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "query: cannot be answered: "),
]  # fmt: skip


@pytest.mark.parametrize(("question", "message"), QUESTIONS)
def test_what_cannot_be_asked_is_told_in_one_sentence(question: str, message: str, ford: Store) -> None:
    with pytest.raises(QueryError) as told:
        ask(ford, question)
    assert str(told.value).startswith(message)
    assert "\n" not in str(told.value)


def test_a_file_that_is_not_text_is_told(ford: Store, tmp_path: Path) -> None:
    file = tmp_path / "broken.rq"
    file.write_bytes(b"SELECT \xff")
    with pytest.raises(QueryError, match=r"broken\.rq: is not UTF-8 text \(byte 7\)\."):
        ask(ford, str(file))


@pytest.mark.parametrize(
    ("question", "form", "message"),
    [
        ("claims", "turtle", "a table, not a graph"),
        ("claims", "pdf", "«pdf» is not a form of an answer"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "json", "no form in JSON"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "xml", "no form in XML"),
    ],
)
def test_an_answer_refuses_a_form_it_cannot_take(question: str, form: str, message: str, ford: Store) -> None:
    with pytest.raises(QueryError, match=message):
        ask(ford, question).write(form)


def test_an_empty_graph_is_an_empty_answer() -> None:
    answer = ask(Store(), "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert answer == Answer("graph", ("subject", "predicate", "object"), (), b"")
    assert ask(Store(), "claims").rows == ()


def test_a_part_is_not_asked_of_what_is_no_iri(ford: Store) -> None:
    with pytest.raises(QueryError, match="«not an iri» is not an IRI"):
        solutions(ford, "SELECT * { $record ?p ?o }", record="not an iri")
