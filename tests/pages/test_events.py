"""What the page of an event tells, and that nothing in an article can break it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from testimonia.pages.dossier import Named
from testimonia.pages.dossiers import Dossiers
from testimonia.pages.event import event_pages

Shelf = Any
Frame = Any
Dossier = Any


class Reader(HTMLParser):
    """What a browser makes of a page: its elements, its words, its links and places."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.words += " " if tag in {"dd", "dt", "h1", "h2", "li", "p", "td", "th"} else ""

    def handle_data(self, data: str) -> None:
        if self.elements[-1:] and self.elements[-1][0] == "script":
            json.loads(data)  # what machines read is not read by people
        else:
            self.words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.elements.append(("after", {}))

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join(self.words.split())

    @property
    def links(self) -> list[str]:
        return [str(told["href"]) for tag, told in self.elements if tag == "a" and "href" in told]

    @property
    def places(self) -> list[str]:
        return [str(told["id"]) for _, told in self.elements if "id" in told]


def pages_of(shelf: Shelf, frame: Frame, event: str, **options: Any) -> dict[str, Reader]:
    dossier = shelf.event(event)
    path = frame.addresses.page(dossier.event)
    return {place: Reader(page) for place, page in event_pages(frame, dossier, path, **options)}


def page_of(shelf: Shelf, frame: Frame, event: str) -> Reader:
    return next(iter(pages_of(shelf, frame, event).values()))


@pytest.mark.parametrize(
    "told",
    [
        "12 May – 14 May 2014",
        "Orr Hill, Lower Province, Mali",
        "Part of Orr War",
        "Result Stalemate",
        "Side 1 Mali",
        "Side 2 Red Column",
        "How many, says who?",
        "Side 2: Red Column",
        "30 or more",
        "several",
        "Where they contradict each other",
        "The ranges do not meet.",
        "25 Malian soldiers were killed",
        "Estimates under the policy “ucdp”",
        "It is not what happened.",
        "What happened when",
        "Map, 16.50° N, 1.25° W",
        "The infobox against the text",
        "the text contradicts",
        "A hospital reported that several civilians were killed.",
        "SHA-256",
        "To cite “Battle of Orr Hill: claims with their sources.”",
        "CC BY-SA 4.0",
        "Recorded, not endorsed.",
    ],
)
def test_the_page_tells(told: str, shelf: Shelf, frame: Frame) -> None:
    assert told in page_of(shelf, frame, "Orr Hill").text


def test_what_is_not_known_is_told_or_left_out(shelf: Shelf, frame: Frame) -> None:
    page = page_of(shelf, frame, "Grey Ford")
    assert "The article gives no coordinates of this event, so that it is on no map here." in page.text
    assert "What happened when" not in page.text
    war = next(one for one in Dossiers(shelf.gatherer).each() if one.label == "Orr War")
    ((_, words),) = event_pages(frame, war, str(frame.addresses.page(war.event)))
    assert "Nothing that was read here tells how many fought" in Reader(words).text
    assert "Part of it: Battle of Orr Hill, Skirmish at Grey Ford" in Reader(words).text


def test_the_years_before_our_era_are_told_so(shelf: Shelf, frame: Frame) -> None:
    page = page_of(shelf, frame, "Tall Gate")
    assert "480 BCE" in page.text
    assert "as many as 90,000 soldiers of the Salt Kings were killed" in page.text
    assert "'''" not in page.text


@pytest.mark.parametrize("event", ["Orr Hill", "Grey Ford", "Tall Gate", "& Sons"])
def test_a_click_leads_from_the_figure_to_its_words_and_back(event: str, shelf: Shelf, frame: Frame) -> None:
    page = page_of(shelf, frame, event)
    within = {link[1:] for link in page.links if link.startswith("#")}
    assert within <= set(page.places)
    assert len(page.places) == len(set(page.places))
    for said in shelf.event(event).claims:
        assert f"claim-{said.name}" in within


@pytest.mark.parametrize("limit", [None, 200_000, 40_000, 25_000, 1])
def test_what_is_too_long_goes_on_pages_of_its_own_that_lead_back(
    limit: int | None, shelf: Shelf, frame: Frame
) -> None:
    pages = pages_of(shelf, frame, "Orr Hill", limit=limit)
    names = [re.sub(r".*orr-hill-2014|\.html", "", place) for place in pages]
    assert names == ["", "~text", "~timeline", "~claims"][: len(names)]
    if limit == 1:
        assert len(names) == 4
    for place, page in pages.items():
        folder = place.rpartition("/")[0]
        for link in page.links:
            target, _, anchor = link.partition("#")
            there = re.sub(r"^(\.\./)+", "", target) if target else place
            if there in pages and anchor:
                assert anchor in pages[there].places, f"{place}: {link}"
        assert folder == "kg/event"


def test_a_hostile_article_stays_words(shelf: Shelf, frame: Frame) -> None:
    page = page_of(shelf, frame, "& Sons")
    tags = [tag for tag, _ in page.elements]
    scripts = [told for tag, told in page.elements if tag == "script"]
    assert all(told == {"type": "application/ld+json"} for told in scripts)
    assert "img" not in tags
    assert not [told for _, told in page.elements if any(name.startswith("on") for name in told)]
    assert page.elements[0][0] == "html"
    assert tags.count("title") == tags.count("h1") == 1
    assert 'Battle of alert("x") & Sons' in page.text
    assert "</script><svg onload=alert(2)>" in page.text or "</script>" in page.text


def test_a_described_group_that_takes_part_stands_once_on_its_side(shelve: Any, frame: Frame) -> None:
    shelf = shelve(
        {
            "mill.txt": "= Fight at Low Mill =\nInfobox\n- date: 3 March 1920\n- combatant1: Mali\n"
            "- combatant2: militia\n== Fight ==\nMali said that 20 militia were killed.\n"
        }
    )
    dossier = shelf.event("Low Mill")
    ((_, page),) = event_pages(frame, dossier, "kg/event/x.html")
    assert Reader(page).places.count("group-militia") == 1
    assert [camp.name for camp in dossier.camps] == ["Mali", "militia"]


def test_a_long_table_of_claims_goes_over_sheets_and_each_figure_leads_to_its_own(
    shelf: Shelf, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("testimonia.pages.apart._CLAIMS", 3)
    pages = pages_of(shelf, frame, "Orr Hill", limit=1)
    claims = shelf.event("Orr Hill").claims
    first, *apart = pages
    sheets = [place for place in apart if "~claims" in place]
    ends = [re.sub(r".*~claims|\.html", "", place) for place in sheets]
    assert ends == ["", "-2", "-3", "-4"][: -(-len(claims) // 3)]
    assert len(sheets) > 1
    for said in claims:
        (place,) = (place for place in sheets if f"claim-{said.name}" in pages[place].places)
        assert f"../../{place}#claim-{said.name}" in pages[first].links
    assert f"../../{sheets[1]}" in pages[sheets[0]].links
    assert f"../../{sheets[0]}" in pages[sheets[1]].links


def test_a_long_text_and_a_long_timeline_go_over_sheets_and_nothing_is_lost(
    shelf: Shelf, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    (whole,) = pages_of(shelf, frame, "Orr Hill", limit=None).values()
    monkeypatch.setattr("testimonia.pages.apart._TEXT", 1500)
    monkeypatch.setattr("testimonia.pages.apart._HAPPENINGS", 1)
    pages = pages_of(shelf, frame, "Orr Hill", limit=1)
    sheets = {
        name: [page for place, page in pages.items() if f"~{name}" in place] for name in ("text", "timeline")
    }
    happenings = shelf.event("Orr Hill").happenings
    assert len(sheets["timeline"]) == len(happenings) > 1
    assert len(sheets["text"]) > 2
    for name, marks in (("text", ("at-", "claim-")), ("timeline", ("happening-",))):
        places = [place for page in sheets[name] for place in page.places if place.startswith(marks)]
        assert len(places) == len(set(places))
        assert {
            place for place in whole.places if place.startswith("at-" if name == "text" else marks)
        } <= set(places)
    for remark in shelf.event("Orr Hill").remarks:
        assert sum(f"claim-{remark.name}" in page.places for page in sheets["text"]) == 1
    for place, page in pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            there = re.sub(r"^(\.\./)+", "", target) if target else place
            assert there not in pages or not anchor or anchor in pages[there].places, f"{place}: {link}"


def test_names_from_right_to_left_are_kept_apart(shelf: Shelf, frame: Frame) -> None:
    dossier = shelf.event("& Sons")
    ((_, page),) = event_pages(frame, dossier, "kg/event/x.html")
    name = "حزب الملح"
    for hit in re.finditer(re.escape(name), page.partition("</head>")[2]):
        before = page.partition("</head>")[2][max(0, hit.start() - 1500) : hit.start()]
        assert max(before.rfind("<bdi"), before.rfind('dir="auto"')) > -1


def test_without_the_text_the_page_shows_the_sentences(shelf: Shelf, frame: Frame) -> None:
    dossier = shelf.event("Orr Hill")
    bare = replace(dossier, sources=tuple(replace(one, text=None) for one in dossier.sources))
    ((_, words),) = event_pages(frame, bare, "kg/event/x.html")
    page = Reader(words)
    assert "The text itself was not at hand when this page was made" in page.text
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.places)


def test_the_estimates_are_there_only_when_asked_for(shelf: Shelf, frame: Frame) -> None:
    from testimonia.pages.gathering import Gatherer

    plain = Gatherer(shelf.gatherer.store, shelf.gatherer.texts, "", shelf.gatherer.tellers)
    dossier = next(each for each in Dossiers(plain).each() if "Orr Hill" in each.label)
    ((_, words),) = event_pages(frame, dossier, "kg/event/x.html")
    assert "Estimates under" not in words


def test_a_war_of_hundreds_of_battles_stays_light(shelf: Shelf, frame: Frame) -> None:
    dossier = shelf.event("Orr Hill")
    battles = tuple(Named(f"{dossier.event}/{number}", f"Battle {number}") for number in range(900))
    war = replace(dossier, parts=battles, sources=dossier.sources * 900, claims=())
    (_, page), *_ = event_pages(frame, war, "kg/event/x.html")
    assert len(page) < 200_000
    assert "and 860 more, among the" in page
    assert "../../browse/wars.html" in Reader(page).links
