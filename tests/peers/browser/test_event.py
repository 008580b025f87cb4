"""The page of an event: its words stand where the graph says, its figures and map are drawn, and keys are enough."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from testimonia.graphs import read_graph
from testimonia.query import ClaimRecord, claim_records

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

Tab = Any
PLACE = "kg/event/battle-of-akabar-2018.html"

WORDS_AT = """place => {
  const found = [];
  for (let node = document.getElementById(place).nextSibling; node; node = node.nextSibling)
    found.push([node.textContent, !!node.classList?.contains("mark")]);
  return found;
}"""
"""What follows a place in its paragraph: words, and whether they are highlighted."""

BARS = """() => [...document.querySelectorAll(".block")].map(block => [...block.querySelectorAll(".row")]
  .filter(row => row.querySelector(".who") && row.querySelector("svg"))
  .map(row => {
    const frame = row.querySelector("svg.bar").getBoundingClientRect();
    const drawn = [...row.querySelectorAll("svg svg > :not(.grid)")].map(shape => shape.getBoundingClientRect());
    return {
      claim: row.querySelector(".who a").hash.replace("#claim-", ""),
      frame: [frame.left, frame.top, frame.right, frame.bottom],
      drawn: drawn.map(shape => [shape.left, shape.top, shape.right, shape.bottom]),
    };
  }))"""
"""The rows of each chart, with the boxes of the frame and of the shapes in it, in pixels."""


@pytest.fixture(scope="module")
def records(graph: Path) -> dict[str, ClaimRecord]:
    """The claims of the graph by the last part of their IRI."""
    return {record.claim.rpartition("/")[2]: record for record in claim_records(read_graph(graph))}


@pytest.fixture
def page(published: str, tab: Callable[..., Tab]) -> Page:
    """The page of the battle of Akabar."""
    opened: Page = tab().visit(published + PLACE)
    return opened


def seen(page: Page, selector: str) -> bool:
    """Tell whether the reader sees an element without scrolling."""
    inside = (
        "node => { const box = node.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight }"
    )
    return bool(page.locator(selector).first.evaluate(inside))


def test_highlights_lie_on_the_words_of_the_claims(page: Page, records: dict[str, ClaimRecord]) -> None:
    assert len(records) > 15
    for record in records.values():
        words = marked = ""
        for piece, mark in page.evaluate(WORDS_AT, f"at-{record.start}-{record.end}"):
            words += piece
            marked += piece if mark and len(marked) == len(words) - len(piece) else ""
        assert words.startswith(record.quote)
        assert marked.startswith(record.quote)


def test_a_click_leads_from_a_figure_to_its_sentence_and_back(
    page: Page, records: dict[str, ClaimRecord]
) -> None:
    rows = page.locator(".rivals .row", has=page.locator(".amount"))
    assert rows.count() > 15
    for number in range(rows.count()):
        row = rows.nth(number)
        claim = (row.locator(".who a").get_attribute("href") or "").removeprefix("#claim-")
        row.locator(".amount a").click()
        assert page.evaluate("location.hash") == f"#at-{records[claim].start}-{records[claim].end}"
        assert seen(page, ":target + .mark")
        page.locator(":target + .mark").click()
        assert page.evaluate("location.hash") == f"#claim-{claim}"
        assert seen(page, "tr:target")
        assert records[claim].quote in page.locator("tr:target").inner_text()
        page.go_back()
        page.go_back()


def test_bars_are_drawn_where_their_figures_belong(page: Page, records: dict[str, ClaimRecord]) -> None:
    drawn = 0
    for block in page.evaluate(BARS):
        starts: list[tuple[int, float]] = []
        for row in block:
            left, top, right, bottom = row["frame"]
            assert right - left > 200
            assert bottom - top > 15
            assert row["drawn"]
            for shape in row["drawn"]:
                assert shape[2] - shape[0] > 1
                assert left - 8 <= shape[0]
                assert shape[2] <= right + 8
                assert top <= (shape[1] + shape[3]) / 2 <= bottom
            drawn += 1
            if (low := records[row["claim"]].low) is not None:
                starts.append((low, min(shape[0] for shape in row["drawn"])))
        for (low, at), (higher, further) in pairwise(sorted(starts)):
            assert (at == pytest.approx(further, abs=3)) if low == higher else at < further
    assert drawn >= 12


def test_keys_are_enough(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert seen(page, ".skip")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#content"
    walked = []
    for _ in range(600):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => { const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
            return one === document.body ? null : { number: [...document.querySelectorAll("*")].indexOf(one),
            what: one.outerHTML.slice(0, 80), shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
            outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, name: one.textContent.trim() || one.ariaLabel } }"""
        )
        if told is None:
            break
        walked.append(told)
    else:
        pytest.fail("the keyboard never leaves the page")
    assert [one["what"] for one in walked if not (one["shown"] and one["outlined"] and one["name"])] == []
    assert [one["number"] for one in walked] == sorted(one["number"] for one in walked)
    links = page.locator("main a[href]:visible").count()
    assert sum(one["what"].startswith("<a") for one in walked) >= links


def test_the_page_is_whole_without_scripts(
    published: str, tab: Callable[..., Tab], records: dict[str, ClaimRecord]
) -> None:
    page = tab(scripts=False).visit(published + PLACE)
    words = page.locator("main").inner_text()
    for record in records.values():
        assert record.quote in words
    assert "How many, says who?" in words
    for picture in page.locator("svg.bar").all():
        box = picture.bounding_box()
        assert box
        assert box["width"] > 100
