"""The page to ask on, as `serve` shows it: editor, named questions, table, chart, downloads."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from testimonia.graphs import read_graph
from testimonia.query import ask, list_queries

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

Tab = Any
QUERIES = {query.name: query for query in list_queries()}
HARM = "<img src=x onerror=document.title='harmed'>"


@pytest.fixture
def asking(live: str, tab: Callable[..., Tab]) -> Tab:
    """A tab with the page to ask on."""
    opened = tab()
    opened.visit(f"{live}query")
    return opened


def answered(page: Page) -> str:
    """Wait for the answer, and give the line that sums it up."""
    from playwright.sync_api import expect

    expect(page.locator("#count")).not_to_have_text(re.compile(r"^(Answer|Asking …)$"))
    return page.locator("#count").inner_text()


def put(page: Page, sparql: str) -> str:
    """Ask, and give the line that sums the answer up."""
    page.locator("#query").fill(sparql)
    page.locator("#query").press("Control+Enter")
    return answered(page)


def rows(page: Page) -> list[list[str]]:
    """The rows of the table that is shown."""
    found = page.evaluate(
        "() => [...document.querySelectorAll('#table tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return [list(map(str, row)) for row in found]


def test_the_page_opens_with_a_named_question_and_tells_its_purpose(asking: Tab) -> None:
    page, first = asking.page, list_queries()[0]
    assert page.locator("#query").input_value() == first.sparql
    assert page.locator("#purpose").inner_text() == " ".join(first.purpose.split())
    assert page.locator("#example option").count() == len(QUERIES) + 1


def test_colours_lie_under_the_words_that_one_types(asking: Tab) -> None:
    page = asking.page
    page.locator("#query").fill('SELECT ?who { ?who rdfs:label "a # b" } # all of them\nLIMIT 5')
    assert page.locator("#painted").text_content() == page.locator("#query").input_value() + "\n"
    painted = page.evaluate(
        "() => [...document.querySelectorAll('#painted span')].map(one => [one.className, one.textContent])"
    )
    assert painted == [
        ["k", "SELECT"], ["v", "?who"], ["v", "?who"], ["n", "rdfs:label"], ["s", '"a # b"'], ["c", "# all of them"], ["k", "LIMIT"],
    ]  # fmt: skip
    box, under = page.locator("#query").bounding_box(), page.locator("#painted").bounding_box()
    assert box == pytest.approx(under, abs=1)


def test_every_named_question_is_answered_whole(asking: Tab, graph: Path) -> None:
    page, store, charts = asking.page, read_graph(graph), 0
    for name in QUERIES:
        page.locator("#example").select_option(name)
        page.locator("button[type=submit]").click()
        expected = ask(store, name)
        count = len(expected.rows)
        assert answered(page) == f"{count} row{'' if count == 1 else 's'}"
        assert len(rows(page)) == count
        assert page.locator("#table thead th").all_inner_texts() == list(expected.columns)
        widths = page.locator("#chart rect").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().width)"
        )
        assert min(widths, default=1) > 0
        charts += len(widths) > 1
    assert charts >= 3


def test_a_chart_is_drawn_where_numbers_allow(asking: Tab) -> None:
    page = asking.page
    assert put(page, "SELECT ?label ?n { VALUES (?label ?n) { ('a' 10) ('b' 30) ('c' 20) } }") == "3 rows"
    widths = page.locator("#chart rect").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )
    assert [round(width / widths[0], 1) for width in widths] == [1, 3, 2]
    assert page.locator("#chart figcaption").inner_text() == "n by label"
    assert asking.violations() == []
    assert put(page, "SELECT ?label { VALUES ?label { 'a' 'b' } }") == "2 rows"
    assert page.locator("#chart svg").count() == 0


def test_the_words_of_a_chart_are_as_large_on_a_phone(asking: Tab) -> None:
    page = asking.page
    page.set_viewport_size({"width": 390, "height": 900})
    put(
        page,
        "SELECT ?label ?n { VALUES (?label ?n) { ('a name of more letters than there is room for' 10) ('b' 300) } }",
    )
    words = page.locator("#chart text").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right, box.height])"
    )
    assert min(height for _, _, height in words) > 11
    assert min(left for left, _, _ in words) >= 0
    assert max(right for _, right, _ in words) <= 390


def test_a_column_is_sorted_by_its_head(asking: Tab) -> None:
    page = asking.page
    put(page, "SELECT ?label ?n { VALUES (?label ?n) { ('b' 10) ('a' 9) ('c' 100) } }")
    page.get_by_role("button", name="n", exact=True).click()
    assert [row[1] for row in rows(page)] == ["9", "10", "100"]
    page.get_by_role("button", name="n", exact=True).click()
    assert [row[1] for row in rows(page)] == ["100", "10", "9"]
    assert page.locator("th[aria-sort=descending]").inner_text() == "n"


def test_answers_are_downloaded_in_every_form(asking: Tab) -> None:
    page = asking.page
    put(page, "SELECT ?n { VALUES ?n { 1 2 } }")
    files = {}
    for link in page.locator("#downloads a").all():
        with page.expect_download() as got:
            link.click()
        files[got.value.suggested_filename] = Path(got.value.path()).read_text(encoding="utf-8")
    assert set(files) == {"answer.csv", "answer.json", "answer.xml", "answer.tsv"}
    assert list(csv.reader(files["answer.csv"].splitlines())) == [["n"], ["1"], ["2"]]
    assert [row["n"]["value"] for row in json.loads(files["answer.json"])["results"]["bindings"]] == [
        "1",
        "2",
    ]


def test_a_graph_and_a_yes_are_answers_too(asking: Tab) -> None:
    page = asking.page
    assert put(page, "ASK { ?claim a tm:Claim }") == "Yes"
    assert put(page, "CONSTRUCT { ?claim a tm:Claim } WHERE { ?claim a tm:Claim }") == "A graph"
    assert "a tm:Claim" in page.locator("#table pre").inner_text()
    assert page.locator("#downloads a").all_inner_texts() == ["Turtle", "JSON-LD", "N-Triples"]


def test_prefixes_are_declared_for_other_endpoints(asking: Tab) -> None:
    page = asking.page
    page.locator("#query").fill("ASK { ?claim a tm:Claim }")
    page.locator("#declare").click()
    declared = page.locator("#query").input_value()
    assert declared.startswith("PREFIX tm: <https://w3id.org/testimonia/ontology#>\n")
    page.locator("#declare").click()
    assert page.locator("#query").input_value() == declared


def test_a_question_that_is_none_is_told_in_a_sentence(asking: Tab) -> None:
    assert put(asking.page, "SELECT nothing") == "No answer"
    assert asking.page.locator("#told").inner_text().endswith(".")
    assert len(asking.faults) == 2  # the browser notes the refusal itself
    assert all("400" in fault for fault in asking.faults)
    asking.faults.clear()


def test_a_question_is_shared_by_its_address(asking: Tab, live: str) -> None:
    asking.visit(f"{live}?")
    asking.visit(f"{live}query#query={quote('ASK { ?a ?b 7 }')}")
    assert asking.page.locator("#query").input_value() == "ASK { ?a ?b 7 }"
    put(asking.page, "ASK {}")
    asking.page.reload()
    assert asking.page.locator("#query").input_value() == "ASK {}"


def test_what_the_graph_says_is_shown_as_words(asking: Tab) -> None:
    page = asking.page
    put(page, f'SELECT ?label ?n {{ VALUES (?label ?n) {{ ("{HARM}" 1) ("</table><script>" 2) }} }}')
    assert [row[0] for row in rows(page)] == [HARM, "</table><script>"]
    assert page.locator("main img, main script").count() == 0
    assert page.title() == "Ask – Testimonia"


def test_the_policy_of_the_page_holds_against_scripts_of_others(asking: Tab) -> None:
    page = asking.page
    page.evaluate(
        "() => document.body.append(Object.assign(document.createElement('script'), {textContent: 'harmed = 1'}))"
    )
    assert page.evaluate("typeof harmed") == "undefined"
    (told,) = asking.faults
    assert "Content Security Policy" in told
    asking.faults.clear()


def test_without_scripts_the_answer_is_a_table_on_a_page(live: str, tab: Callable[..., Tab]) -> None:
    page = tab(scripts=False).visit(f"{live}query")
    assert not page.locator("#example").is_visible()  # a list that would do nothing
    page.locator("noscript a").first.click()
    assert page.locator("#query").input_value().split() == list_queries()[0].sparql.split()
    page.locator("#query").fill("SELECT (1 AS ?one) (<https://example.org/a> AS ?there) {}")
    page.locator("button[type=submit]").click()
    assert page.locator("#count").inner_text() == "1 row"
    assert page.locator("#table th").all_inner_texts() == ["one", "there"]
    assert page.locator("#table td").all_inner_texts() == ["1", "https://example.org/a"]
    assert page.locator("#query").input_value().startswith("SELECT (1 AS ?one)")
    with page.expect_download() as got:
        page.get_by_role("link", name="CSV").click()
    assert Path(got.value.path()).read_text(encoding="utf-8").splitlines()[0] == "one,there"


def test_an_answer_that_came_with_the_page_stays_until_another_is_asked_for(asking: Tab, live: str) -> None:
    page = asking.visit(f"{live}sparql?query={quote('SELECT (1 AS ?one) {}')}")
    assert page.locator("#query").input_value() == "SELECT (1 AS ?one) {}"
    assert rows(page) == [["1"]]
    assert put(page, "SELECT (2 AS ?two) (3 AS ?three) {}") == "1 row"
    assert rows(page) == [["2", "3"]]
