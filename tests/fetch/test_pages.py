"""Titles and revision ids in, pages out, whatever the order of the wiki's answers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from testimonia.errors import FetchError
from testimonia.fetch import Absent, Export, Page, Wiki, fetch_pages, fetch_revisions, titles_in

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[..., Wiki]


NS = "{http://www.mediawiki.org/xml/export-0.11/}"


def test_a_page_has_text_revision_and_redirects(faulty: Any, ask: Ask, page: Any) -> None:
    faulty.will({"query": {"pages": [page("Raid", 1, redirects=[{"pageid": 3, "ns": 0, "title": "Ride"}])]}})
    assert list(fetch_pages(ask(), ["Raid"])) == [
        Page("Raid", 0, 1, 10, 0, "2020-05-04T10:00:00Z", "Text", ((3, "Ride"),))
    ]
    assert faulty.asked[0]["titles"] == "Raid"
    assert faulty.asked[0]["redirects"] == "1"


def test_a_page_whose_text_comes_in_a_later_part_is_put_together(faulty: Any, ask: Ask, page: Any) -> None:
    early = {"pageid": 1, "ns": 0, "title": "Raid", "redirects": [{"pageid": 4, "ns": 0, "title": "A"}]}
    faulty.will(
        {"query": {"pages": [early, page("Siege", 2)]}, "continue": {"rvcontinue": "1", "continue": "||"}},
        {"query": {"pages": [page("Raid", 1, redirects=[{"pageid": 5, "ns": 0, "title": "B"}])]}},
    )
    found = list(fetch_pages(ask(), ["Raid", "Siege"]))
    assert [(one.title, one.redirects) for one in found if isinstance(one, Page)] == [
        ("Raid", ((4, "A"), (5, "B"))),
        ("Siege", ()),
    ]


def test_titles_are_asked_for_fifty_at_a_time_each_once(faulty: Any, ask: Ask) -> None:
    faulty.will({"query": {"pages": []}})
    titles = [f"Raid {number}" for number in range(70)]
    assert list(fetch_pages(ask(), [*titles, *titles, " "])) == []
    assert [request["titles"].count("|") + 1 for request in faulty.asked] == [50, 20]


def test_a_page_that_two_titles_lead_to_is_given_once(faulty: Any, ask: Ask, page: Any) -> None:
    faulty.will({"query": {"pages": [page("Raid", 1)]}})
    titles = [f"Raid {number}" for number in range(70)]
    assert len(list(fetch_pages(ask(), titles))) == 1


@pytest.mark.parametrize(
    ("why", "answer", "reason"),
    [
        ("no page", {"ns": 0, "title": "Raid", "missing": True}, "there is no page of this title"),
        ("no title", {"title": "Raid", "invalid": True, "invalidreason": "The title is empty."}, "The title is empty"),
        ("hidden", {"pageid": 1, "ns": 0, "title": "Raid", "revisions": [{"revid": 1, "slots": {"main": {"texthidden": True}}}]}, "the wiki withholds the text of the revision"),
        ("another model", {"pageid": 1, "ns": 0, "title": "Raid", "revisions": [{"revid": 1, "slots": {"main": {"contentmodel": "json", "content": "{}"}}}]}, "the page is not wikitext but json"),
    ],
)  # fmt: skip
def test_a_page_that_is_not_there_says_why(why: str, answer: Any, reason: str, faulty: Any, ask: Ask) -> None:
    faulty.will({"query": {"pages": [answer]}})
    assert list(fetch_pages(ask(), ["Raid"])) == [Absent("Raid", reason)]


def test_revisions_are_fetched_by_their_ids(faulty: Any, ask: Ask, page: Any) -> None:
    faulty.will({"query": {"badrevids": {"9": {"revid": 9, "missing": True}}, "pages": [page("Raid", 1)]}})
    absent, raid = fetch_revisions(ask(), [10, 9, 10])
    assert absent == Absent("9", "there is no such revision")
    assert isinstance(raid, Page)
    assert faulty.asked[0]["revids"] == "10|9"
    assert "redirects" not in faulty.asked[0]


def member(title: str, namespace: int = 0) -> dict[str, object]:
    return {"ns": namespace, "title": title}


def test_categories_that_hold_one_another_are_opened_once(faulty: Any, ask: Ask) -> None:
    faulty.will(
        {"query": {"categorymembers": [member("Raid"), member("Category:Sieges", 14)]}, "continue": {"cmcontinue": "x"}},
        {"query": {"categorymembers": [member("Siege")]}},
        {"query": {"categorymembers": [member("Siege"), member("Category:Raids", 14), member("Fall")]}},
    )  # fmt: skip
    assert list(titles_in(ask(), "Raids", subcategories=True)) == ["Raid", "Siege", "Fall"]
    assert [request["cmtitle"] for request in faulty.asked] == [
        "Category:Raids",
        "Category:Raids",
        "Category:Sieges",
    ]


def test_without_subcategories_only_articles_are_asked_for(faulty: Any, ask: Ask) -> None:
    faulty.will({"query": {"categorymembers": [member("Raid")]}})
    assert list(titles_in(ask(), "Kategorie:Raids")) == ["Raid"]
    assert (faulty.asked[0]["cmnamespace"], faulty.asked[0]["cmtitle"]) == ("0", "Kategorie:Raids")


def test_a_category_that_is_not_there_is_an_error(faulty: Any, ask: Ask) -> None:
    faulty.will(
        {"query": {"categorymembers": []}}, {"query": {"pages": [{"title": "Category:No", "missing": True}]}}
    )
    with pytest.raises(FetchError, match="there is no category «Category:No»"):
        list(titles_in(ask(), "No"))


def test_an_empty_category_has_no_titles(faulty: Any, ask: Ask) -> None:
    faulty.will(
        {"query": {"categorymembers": []}}, {"query": {"pages": [{"pageid": 1, "title": "Category:No"}]}}
    )
    assert list(titles_in(ask(), "No")) == []


def test_an_export_is_whole_and_loses_no_character(faulty: Any, ask: Ask, site: Any) -> None:
    faulty.will(site)
    stream = io.BytesIO()
    export = Export(stream, ask())
    text = 'Riders & <ref>"Roe"</ref> ]]>\n\n 20–30 Männer &nbsp; 🏴'
    export.add(Page('Raid & "Ride"', 0, 1, 10, 9, "2020-05-04T10:00:00Z", text, ((3, "Ride <1>"),)))
    export.end()
    root = ET.fromstring(stream.getvalue())
    alias, raid = root.findall(f"{NS}page")
    redirect = alias.find(f"{NS}redirect")
    assert redirect is not None
    assert (alias.findtext(f"{NS}title"), redirect.get("title")) == ("Ride <1>", 'Raid & "Ride"')
    assert raid.findtext(f"{NS}revision/{NS}text") == text
    assert raid.findtext(f"{NS}revision/{NS}parentid") == "9"
    assert root.findtext(f"{NS}siteinfo/{NS}sitename") == "Small & Wiki"
    assert (export.pages, export.licence) == (1, "https://creativecommons.org/licenses/by-sa/4.0/")
