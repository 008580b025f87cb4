"""The search of a published site, as a reader uses it: from a host and from a folder, with filters and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

Tab = Any


@pytest.fixture(params=["host", "folder"])
def start(request: pytest.FixtureRequest, published: str, site: Path) -> str:
    """Where the site begins: on a static host under a subpath, or as files."""
    return published if request.param == "host" else f"{site.as_uri()}/"


def found(page: Page) -> list[str]:
    """What the page has found, by name, once it has told how much that is."""
    page.wait_for_function("document.getElementById('number').textContent !== ''")
    return page.locator("#answer > li > a:first-child").all_inner_texts()


def test_the_first_page_asks_and_the_search_answers(start: str, tab: Callable[..., Tab]) -> None:
    page = tab().visit(start + "index.html")
    page.fill("#q", "Ákabar")
    page.press("#q", "Enter")
    page.wait_for_url("**/search.html?q=*")
    assert found(page) == ["Battle of Akabar", "Akabar"]
    page.click("#answer a >> nth=0")
    assert page.inner_text("h1") == "Battle of Akabar"


def test_words_of_a_claim_lead_to_the_claim(start: str, tab: Callable[..., Tab]) -> None:
    page = tab().visit(start + "search.html")
    page.fill("#q", "jihad kill")
    assert "Battle of Akabar" in found(page)
    quote = page.locator("#answer .quote", has_text="30 to 40 jihadists had been killed").first
    assert quote.locator("b").all_inner_texts() == ["jihadists", "killed"]
    quote.click()
    row = page.locator("tr:target")
    assert row.locator("th").inner_text().endswith("30–40 killed")


def test_filters_narrow_what_is_found_and_stay_in_the_address(start: str, tab: Callable[..., Tab]) -> None:
    page = tab().visit(start + "search.html")
    page.select_option("#by-kind", label="battle (1)")
    assert found(page) == ["Battle of Akabar"]
    page.fill("#q", "Azawad")
    assert found(page) == ["Battle of Akabar"]
    page.reload()
    assert page.input_value("#q") == "Azawad"
    assert found(page) == ["Battle of Akabar"]
    page.select_option("#by-kind", "")
    page.wait_for_function("document.querySelectorAll('#answer > li').length > 1")
    assert "Movement for the Salvation of Azawad" in found(page)


def test_what_is_nowhere_is_told_so(start: str, tab: Callable[..., Tab]) -> None:
    page = tab().visit(start + "search.html")
    page.fill("#q", "quxquux")
    assert found(page) == []
    assert page.inner_text("#number") == "Nothing was found."


def test_without_scripts_the_page_leads_to_the_lists(start: str, tab: Callable[..., Tab]) -> None:
    page = tab(scripts=False).visit(start + "search.html")
    assert not page.is_visible("#search")
    page.click("#without a >> nth=0")
    assert page.inner_text("h1") == "Events by date"


def test_the_lists_give_way_to_the_search(start: str, tab: Callable[..., Tab]) -> None:
    page = tab().visit(start + "search.html")
    assert page.is_visible("#search")
    assert not page.is_visible("#without")


def test_what_is_typed_and_found_is_words_and_accessible(published: str, tab: Callable[..., Tab]) -> None:
    opened = tab()
    page = opened.visit(published + "search.html")
    page.fill("#q", "<img src=x onerror=document.title='harmed'>")
    assert found(page) == []
    assert page.locator("main img").count() == 0
    page.fill("#q", "akabar")
    page.locator("#answer li").first.wait_for()
    assert opened.violations() == []
    assert page.title().startswith("Search")
