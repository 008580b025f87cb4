"""The SPARQL 1.1 protocol: what is asked, and in which form the answer comes."""

from __future__ import annotations

import json
from contextlib import closing
from http.client import HTTPConnection
from time import monotonic
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

Server = Any
NAMES = "SELECT ?name { ?claim tm:claimant/rdfs:label ?name } ORDER BY ?name LIMIT 3"
TRIPLES = "CONSTRUCT { ?a rdfs:label ?l } WHERE { ?a a tm:Actor ; rdfs:label ?l }"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("path", ["/sparql", "/sparql/"])
def test_a_query_comes_by_get_as_a_form_or_by_itself(path: str, server: Server) -> None:
    got = server.ask(f"{path}?query={quote(NAMES)}")
    form = server.ask(path, "POST", urlencode({"query": NAMES}).encode(), Content_Type=FORM)
    direct = server.ask(
        path, "POST", NAMES.encode(), Content_Type='application/sparql-query; charset="UTF-8"'
    )
    assert got.status == form.status == direct.status == 200
    assert got.body == form.body == direct.body
    assert got.media == "application/sparql-results+json"
    assert len(json.loads(got.body)["results"]["bindings"]) == 3


@pytest.mark.parametrize(
    ("accept", "media", "form"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", "JSON"),
        ("application/sparql-results+xml", "application/sparql-results+xml", "XML"),
        ("text/tab-separated-values", "text/tab-separated-values", "TSV"),
        ("application/json", "application/json", "JSON"),
        ("text/html;q=0.5, application/xml;q=0.9, */*;q=0.1", "application/xml", "XML"),
        ("*/*", "application/sparql-results+json", "JSON"),
        ("text/turtle, application/sparql-results+xml", "application/sparql-results+xml", "XML"),
    ],
)
def test_a_table_comes_in_the_form_that_is_asked_for(
    accept: str, media: str, form: str, server: Server
) -> None:
    got = server.query(NAMES, accept)
    assert (got.status, got.media) == (200, media)
    assert got.headers["vary"] == "Accept, Origin" or "Accept" in got.headers["vary"]
    rows = list(parse_query_results(got.body, format=getattr(QueryResultsFormat, form)))  # type: ignore[arg-type]
    assert len(rows) == 3


def test_csv_is_for_spreadsheets(server: Server) -> None:
    got = server.query(NAMES, "text/csv")
    assert got.headers["content-type"] == "text/csv; charset=utf-8"
    assert got.text.splitlines()[0] == "name"
    assert len(got.text.splitlines()) == 4


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", "TURTLE"),
        ("application/n-triples", "N_TRIPLES"),
        ("application/rdf+xml", "RDF_XML"),
        ("application/ld+json", "JSON_LD"),
        ("application/trig", "TRIG"),
        ("application/n-quads", "N_QUADS"),
    ],
)
def test_a_graph_comes_in_the_form_that_is_asked_for(accept: str, form: str, server: Server) -> None:
    got = server.query(TRIPLES, accept)
    assert (got.status, got.media) == (200, accept)
    expected = {quad.triple for quad in parse(server.query(TRIPLES).body, format=RdfFormat.TURTLE)}
    assert {quad.triple for quad in parse(got.body, format=getattr(RdfFormat, form))} == expected
    assert len(expected) > 10


@pytest.mark.parametrize("query", [NAMES, TRIPLES])
def test_a_form_that_is_not_served_is_told_with_the_list(query: str, server: Server) -> None:
    got = server.query(query, "image/png")
    assert got.status == 406
    assert "text/csv" in got.text
    assert "text/turtle" in got.text


def test_ask_gives_true_or_false(server: Server) -> None:
    assert json.loads(server.query("ASK { ?c a tm:CasualtyClaim }").body)["boolean"] is True
    assert server.query("ASK { ?c a tm:Nothing }", "text/csv").text.strip() == "false"


def test_the_dataset_may_be_named_by_the_protocol(server: Server) -> None:
    graphs = [
        row["g"]["value"]
        for row in json.loads(
            server.query("SELECT DISTINCT ?g { GRAPH ?g { ?c a tm:CasualtyClaim } } ORDER BY ?g").body
        )["results"]["bindings"]
    ]
    assert len(graphs) == 2
    count = quote("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a tm:CasualtyClaim }")
    every, one, none = (
        json.loads(server.ask(f"/sparql?query={count}{more}").body)["results"]["bindings"][0]["n"]["value"]
        for more in (
            "",
            f"&default-graph-uri={quote(graphs[0])}",
            f"&named-graph-uri={quote(graphs[0])}",
        )
    )
    assert int(every) == 2 * int(one) > 0
    assert none == "0"


@pytest.mark.parametrize(
    ("method", "query", "body", "media", "status"),
    [
        ("POST", "", b"update=CLEAR%20ALL", FORM, 403),
        ("POST", "", b"CLEAR ALL", "application/sparql-update", 403),
        ("GET", "?update=CLEAR%20ALL", None, None, 403),
        ("GET", "?query=ASK%20%7B%7D&query=ASK%20%7B%7D", None, None, 400),
        ("POST", "?query=ASK%20%7B%7D", b"ASK {}", "application/sparql-query", 400),
        ("POST", "", b"", FORM, 400),
        ("POST", "", b"ASK {}", "text/plain", 415),
        ("POST", "", b"ASK {}", "", 415),
        ("POST", "", "ASK {}".encode("utf-16"), "application/sparql-query; charset=UTF-16", 415),
        ("POST", "", b"ASK { ?a ?b '\xff' }", "application/sparql-query", 400),
        ("POST", "", b"query=%ff", FORM, 400),
        ("POST", "", b"query=ASK", FORM, 400),
        ("POST", "", b"CLEAR ALL", "application/sparql-query", 400),
        ("GET", "?query=ASK%20%7B", None, None, 400),
        ("GET", "?query=ASK%20%7B%7D&default-graph-uri=no%20iri", None, None, 400),
        ("PUT", "?query=ASK%20%7B%7D", None, None, 405),
    ],
)
def test_what_the_protocol_does_not_allow_is_refused_with_a_sentence(
    method: str, query: str, body: bytes | None, media: str | None, status: int, server: Server
) -> None:
    headers = {} if media is None else {"Content_Type": media}
    got = server.ask(f"/sparql{query}", method, body, **headers)
    assert got.status == status
    assert got.media == "text/plain"
    assert got.text.endswith(".\n")
    assert got.text.count("\n") == 1


def test_the_endpoint_describes_itself(server: Server) -> None:
    got = server.ask("/sparql", Accept="text/turtle")
    triples = {
        (q.predicate.value.rpartition("#")[2], str(q.object)) for q in parse(got.body, RdfFormat.TURTLE)
    }
    assert ("endpoint", f"<http://127.0.0.1:{server.port}/sparql>") in triples
    assert ("supportedLanguage", "<http://www.w3.org/ns/sparql-service-description#SPARQL11Query>") in triples
    assert server.ask("/sparql", Accept="application/rdf+xml").media == "application/rdf+xml"
    assert server.ask("/sparql", Accept="image/png").status == 406
    people = server.ask("/sparql", Accept="text/html")
    assert (people.status, people.headers["location"]) == (303, "/query")


def test_pages_of_others_may_ask(server: Server) -> None:
    got = server.ask("/sparql?query=ASK%20%7B%7D", Origin="https://example.org")
    assert got.headers["access-control-allow-origin"] == "*"
    asked = server.ask(
        "/sparql",
        "OPTIONS",
        Origin="https://example.org",
        Access_Control_Request_Method="POST",
        Access_Control_Request_Headers="content-type",
    )
    assert asked.status == 200
    assert "POST" in asked.headers["access-control-allow-methods"]


def test_an_answer_on_a_kept_connection_does_not_wait_for_the_client_to_confirm(server: Server) -> None:
    """Held back small packets cost 40 ms each time that a connection is used again."""
    took = []
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=30)) as connection:
        for _ in range(10):
            began = monotonic()
            connection.request("GET", "/static/style.css")
            assert connection.getresponse().read()
            took.append(monotonic() - began)
    assert min(took[1:]) < 0.03
