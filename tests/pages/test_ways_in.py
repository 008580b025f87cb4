"""Lists in groups and sheets, the search index, and the first page: what leads to ten thousand events."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.pages.browse import browse_pages, listed
from testimonia.pages.front import front_page, search_page
from testimonia.pages.groups import by_date, by_name, by_place, by_war, initial, plain
from testimonia.pages.search import PER_FILE, key_of, search_files, word_files, words_of
from testimonia.pages.things import Thing, filters_of, things_of

if TYPE_CHECKING:
    from collections.abc import Iterable

Shelf = Any
Frame = Any
Entry = Any


@pytest.fixture(scope="module")
def entry(shelf: Shelf) -> Entry:
    return next(one for one in shelf.register().entries if "Orr Hill" in one.label)


def dated(entry: Entry, *days: str) -> list[Entry]:
    """Copies of an event on other days, in the order of lists."""
    made = [replace(entry, iri=f"{entry.iri}-{number}", when=day) for number, day in enumerate(days)]
    return sorted(made, key=lambda one: one.order)


def test_events_stand_in_their_century_and_crowded_centuries_in_decades(entry: Entry) -> None:
    days = ["1071", "-0479", "0000", "0001", "2014-05-12", "", "1914/1918", *["1944-06-06"] * 41]
    groups = [(group.name, len(group.rows)) for group in by_date(dated(entry, *days))]
    assert groups == [
        ("5th century BCE", 1),
        ("1st century BCE", 1),
        ("1st century", 1),
        ("11th century", 1),
        ("1910s", 1),
        ("1940s", 41),
        ("21st century", 1),
        ("Date not told", 1),
    ]


def test_events_stand_under_their_country_and_war(shelf: Shelf) -> None:
    entries = listed(shelf.register())
    assert [(one.name, len(one.rows)) for one in by_place(entries)][:2] == [('"Nowhere"', 1), ("Egypt", 1)]
    assert {one.name: len(one.rows) for one in by_war(entries)} == {
        "Orr War": 2,
        "Salt Wars": 1,
        "Part of no larger event": 1,
    }


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Östergötland", "O"),
        ("al-Qusayr", "A"),
        ("14th Army", "0–9 and other letters"),
        ("حزب", "0–9 and other letters"),
    ],
)
def test_names_stand_under_the_letter_without_its_accent(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_actors_are_listed_by_name_and_foreign_letters_last(shelf: Shelf) -> None:
    actors = shelf.register().actors
    names = [group.name for group in by_name([*actors, replace(actors[0], label="حزب الملح")])]
    assert names == ["H", "L", "M", "O", "R", "T", "0–9 and other letters"]


def sheets_with(shelf: Shelf, frame: Frame, entries: Iterable[Entry], path: str) -> dict[str, str]:
    register = shelf.register()
    register.entries = list(entries)
    return {place: page for place, page in browse_pages(frame, register) if place.startswith(path)}


def test_a_long_list_is_spread_over_sheets_with_every_event_once(
    shelf: Shelf, frame: Frame, entry: Entry
) -> None:
    entries = dated(entry, *(f"{1405 + number // 2}-01-01" for number in range(1234)))
    pages = sheets_with(shelf, frame, entries, "browse/dates")
    assert list(pages) == ["browse/dates.html", *(f"browse/dates~{number}.html" for number in range(2, 8))]
    assert sum(page.count('<td data-name="Kind">') for page in pages.values()) == 1234
    assert all(len(page.encode()) < 150_000 for page in pages.values())
    assert any('<span class="quiet">continued</span>' in page for page in pages.values())
    for page in pages.values():
        for target, anchor in re.findall(r'<a href="(?:\.\./)?(browse/dates[^"#]*)?#(group-[^"]+)"', page):
            assert f'id="{anchor}"' in (pages[target] if target else page)


def test_the_first_page_leads_to_the_sheet_on_which_a_decade_begins(
    shelf: Shelf, frame: Frame, entry: Entry
) -> None:
    register = shelf.register()
    register.entries = dated(entry, *(f"{1405 + number // 2}-01-01" for number in range(1233)))
    pages = dict(browse_pages(frame, register))
    led = re.findall(r'href="(browse/dates[^"]*)#([^"]+)"', front_page(frame, register))
    assert len({place for place, _ in led}) == 7
    assert all(f'id="{anchor}"' in pages[place] for place, anchor in led)


def test_many_wars_are_reached_by_their_letter_and_the_largest_by_name(
    shelf: Shelf, frame: Frame, entry: Entry
) -> None:
    whole = entry.part_of[0]
    letters = "ABCDEFGHIJ"
    entries = [
        replace(
            one,
            part_of=(
                replace(
                    whole, iri=f"{whole.iri}{number % 70}", label=f"{letters[number % 10]} War {number % 70}"
                ),
            ),
        )
        for number, one in enumerate(dated(entry, *["1500"] * 100))
    ]
    page = sheets_with(shelf, frame, entries, "browse/wars")["browse/wars.html"]
    assert "The largest:" in page
    assert [letter for letter in letters if re.search(rf"><bdi>{letter}</bdi></a>", page)] == list(letters)


def handed_over(script: str) -> tuple[Any, Any]:
    """What a file of the index gives to the page: its key and what it holds."""
    found = re.fullmatch(r"testimonia\.\w+\((.*?), (.*)\);\n", script)
    assert found is not None
    return json.loads(found[1]), json.loads(found[2])


def postings(things: list[Thing]) -> dict[str, list[str]]:
    """All words of the index; each is in one file, whose name and beginning it has."""
    words: dict[str, list[str]] = {}
    for start, place, script in word_files(things):
        key, told = handed_over(script)
        assert place == f"search/words/{key}.js"
        assert not words.keys() & told.keys()
        assert all(word.startswith(start) for word in told)
        words |= told
    return words


def numbers(written: str) -> list[int]:
    at, found = 0, []
    for step in written.split():
        at += int(step, 36)
        found.append(at)
    return found


def test_everything_is_found_by_every_word_of_its_name_and_quotes(shelf: Shelf, frame: Frame) -> None:
    register = shelf.register()
    things = list(things_of(frame, register, listed(register)))
    words = postings(things)
    shown = [one for _, script in search_files(things) for one in handed_over(script)[1]]
    assert [one[1] for one in shown] == [thing.name for thing in things]
    for number, thing in enumerate(things):
        for word in words_of(thing.name):
            assert number in numbers(words[word][0])
        for word in words_of(" ".join(quote for _, quote in thing.quotes)):
            named, quoted = words[word]
            assert number in numbers(named) + numbers(quoted)


def test_events_with_contradictions_are_found_first(shelf: Shelf, frame: Frame) -> None:
    register = shelf.register()
    names = [thing.name for thing in things_of(frame, register, listed(register))]
    assert names[:2] == ["Battle of Orr Hill", "Skirmish at Grey Ford"]
    assert names.index("Red Column") < names.index("Orr Hill")


def test_filters_count_what_they_find(shelf: Shelf, frame: Frame) -> None:
    register = shelf.register()
    entries = listed(register)
    words = postings(list(things_of(frame, register, entries)))
    for one in filters_of(entries):
        for choice in one.choices:
            assert len(numbers(words[choice.mark][0])) == len(choice.events) > 0
    assert {one.key for one in filters_of(entries)} == {"kind", "date", "place", "war", "voices"}


@given(st.text())
def test_words_are_searched_without_case_and_accents(text: str) -> None:
    assert words_of(text) == words_of(text.lower())
    assert all(re.fullmatch(r"[0-9a-z]+|[0-9a-f]+(-[0-9a-f]+)+", key_of(word)) for word in words_of(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Şemdinli", {"semdinli"}),
        ("20–30 killed", {"20", "30", "killed"}),
        ("O'Hara's a", {"hara"}),
        ("حزب", {"حزب"}),
    ],
)
def test_words(text: str, words: set[str]) -> None:
    assert words_of(text) == words


def test_plain_words_have_no_marks() -> None:
    assert plain("Świecino ÖÄÜ") == "swiecino oau"


def test_an_index_of_ten_thousand_events_comes_in_small_files() -> None:
    things = [
        Thing(
            f"kg/event/battle-{n}.html",
            f"Battle of Place{n}",
            "battle; 1 May 1900",
            quotes=(("claim-a", f"{n} men were killed"),),
        )
        for n in range(10_000)
    ]
    told = dict(search_files(things))
    assert len(told) == 10_000 // PER_FILE
    assert max(map(len, told.values())) < 20_000
    words = {start: script for start, _, script in word_files(things)}
    assert {"ba", "place1", "place9"} <= words.keys()
    assert max(map(len, words.values())) < 150_000
    assert len(postings(things)) == 10_000 + 9_990 + 5  # a number of one digit is no word


def test_the_first_page_leads_everywhere(shelf: Shelf, frame: Frame) -> None:
    register = shelf.register()
    page = front_page(frame, register)
    assert re.search(r"<b>4</b>\s*events", page)
    for told in (
        "Battle of Orr Hill",
        "By date",
        "By place",
        "By war",
        "By voice",
        "Red Column",
        "Recorded, not endorsed",
    ):
        assert told in page
    assert 'action="search.html"' in page
    assert page.count('class="halo"') == 1
    register.entries = dated(next(one for one in register.entries if one.contradictions), *["1500"] * 20)
    assert "Where voices differ most" in front_page(frame, register)


def test_nothing_at_all_is_told_so(frame: Frame) -> None:
    from testimonia.pages.register import Register

    empty = Register()
    assert re.search(r"<b>0</b>\s*events", front_page(frame, empty))
    assert all("There is nothing to list." in page for _, page in browse_pages(frame, empty))
    assert "Without one there are lists" in search_page(frame, empty, ())
