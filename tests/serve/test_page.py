"""The page to ask on without scripts: a browser sends its form and gets the answer as a page."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from testimonia.serve.shown import SHOWN, beginning

Server = Any
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
FORM = "application/x-www-form-urlencoded"
FIGURES = (
    "SELECT ?claim ?low ?note { ?claim tm:quantity/tm:minValue ?low OPTIONAL { ?claim tm:nothing ?note } }"
    " ORDER BY ?low ?claim"
)


def send(server: Server, query: str) -> Any:
    """Send the form of the page as a browser does."""
    return server.ask(
        "/sparql", "POST", urlencode({"query": query}).encode(), Content_Type=FORM, Accept=BROWSER
    )


@pytest.mark.parametrize("way", ["get", "post"])
def test_a_table_is_shown_below_its_query(way: str, server: Server) -> None:
    by_get = f"/sparql?query={quote(FIGURES)}"
    got = server.ask(by_get, Accept=BROWSER) if way == "get" else send(server, FIGURES)
    rows = json.loads(server.query(FIGURES).body)["results"]["bindings"]
    assert (got.status, got.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert f"{len(rows)} rows" in got.text
    assert re.findall(r'<td class="number">(\d+)</td>', got.text) == [row["low"]["value"] for row in rows]
    assert f"\n{FIGURES}</textarea>" in got.text
    assert '<a href="/kg/claim/' in got.text
    assert "<td></td>" in got.text
    assert "Accept" in got.headers["vary"]


def test_what_labels_hold_is_shown_and_not_run(server: Server) -> None:
    got = send(server, 'SELECT DISTINCT ?l { ?e rdfs:label ?l FILTER (CONTAINS(?l, "script")) }')
    assert '<td dir="auto" lang="en">&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;</td>' in got.text
    assert "<script>alert" not in got.text


def test_a_link_leads_nowhere_but_to_the_web(server: Server) -> None:
    got = send(server, "SELECT (<javascript:alert(1)> AS ?x) (<https://example.org/> AS ?y) {}")
    assert '<td dir="auto">javascript:alert(1)</td>' in got.text
    assert '<a href="https://example.org/"' in got.text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("ASK { ?s ?p ?o }", '<h2 id="count">Yes</h2>'),
        ("ASK { ?s tm:nothing ?o }", '<h2 id="count">No</h2>'),
        ("SELECT ?s { ?s tm:nothing ?o }", '<h2 id="count">0 rows</h2>'),
        ("CONSTRUCT { ?e a tm:Actor } { ?e a tm:Actor }", "&lt;https://w3id.org/testimonia/kg/actor/"),
    ],
)
def test_an_answer_of_another_kind_is_shown(query: str, shown: str, server: Server) -> None:
    assert shown in send(server, query).text


def test_a_query_without_an_answer_stays_in_the_editor_with_the_reason(server: Server) -> None:
    got = send(server, "SELECT nonsense")
    assert (got.status, got.media) == (400, "text/html")
    assert "No answer" in got.text
    assert "The query does not parse" in got.text
    assert "\nSELECT nonsense</textarea>" in got.text


def test_line_ends_of_a_form_are_those_of_the_query(server: Server) -> None:
    assert "\n# all\nASK {}</textarea>" in send(server, "# all\r\nASK {}").text


def test_a_link_asks_for_a_file_by_name(server: Server) -> None:
    page = send(server, FIGURES).text
    (link,) = re.findall(r'href="(/sparql\?[^"]*format=csv)"', page)
    got = server.ask(link.replace("&amp;", "&"), Accept=BROWSER)
    assert got.headers["content-type"] == "text/csv; charset=utf-8"
    assert got.headers["content-disposition"] == 'attachment; filename="answer.csv"'
    assert got.body == server.query(FIGURES, "text/csv").body
    clients = server.ask(f"/sparql?query={quote(FIGURES)}&format=turtle", Accept="text/csv")
    assert clients.headers["content-type"] == "text/csv; charset=utf-8"  # their names are not ours


def test_a_named_question_is_put_into_the_editor_by_a_link(server: Server) -> None:
    page = server.ask("/query").text
    assert '<a href="/query?question=claims">' in page
    assert "<textarea" in page
    assert (
        "SELECT"
        in server.ask("/query?question=claims").text.partition("<textarea")[2].partition("</textarea>")[0]
    )
    assert server.ask("/query?question=nonsense").status == 200


def test_of_a_long_answer_the_beginning_is_shown() -> None:
    term = {"type": "literal", "value": "1"}
    whole = {"head": {"vars": ["n", "m"]}, "results": {"bindings": [{"n": term}] * (SHOWN + 5)}}
    shown = json.loads(beginning(json.dumps(whole).encode(), graph=False))
    assert (shown["count"], len(shown["rows"]), shown["rows"][0]) == (SHOWN + 5, SHOWN, [term, None])
    lines = "\n".join(["<urn:a> <urn:b> <urn:c> ."] * (SHOWN + 1))
    shown = json.loads(beginning(lines.encode(), graph=True))
    assert (shown["turtle"].count("\n"), shown["more"]) == (SHOWN - 1, True)
