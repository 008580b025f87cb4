"""The pages of actors, claimants and places."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from testimonia.pages.actor import actor_pages, claimant_pages
from testimonia.pages.place import place_pages
from testimonia.pages.tallies import STANDS, stands, tallies_by_rival, tallies_by_subject

Shelf = Any
Frame = Any
Register = Any


@pytest.fixture(scope="module")
def register(shelf: Shelf) -> Register:
    return shelf.register()


def actor_of(register: Register, name: str) -> Any:
    return next(one for one in register.actors if one.label == name)


def only(sheets: Any) -> str:
    ((sheet, page),) = sheets
    assert (sheet.number, sheet.last) == (1, 1)
    return " ".join(page.split())


def test_an_actor_is_told_with_its_part_and_its_figures(frame: Frame, register: Register) -> None:
    """A group that no table knows is one actor an event, since two groups may have one name."""
    page = only(
        actor_pages(frame, actor_of(register, "Red Column"), register, "kg/actor/x.html", "claimants/x.html")
    )
    for told in (
        "1 event, by date",
        "side 2",
        "against <bdi>Mali</bdi>",
        "What it claimed",
        ">12 killed</a>",
        "25 Malian soldiers were killed",
        "How its figures compare with those of others",
    ):
        assert told in page


def test_the_events_of_an_actor_stand_by_date(frame: Frame, register: Register) -> None:
    page = only(actor_pages(frame, actor_of(register, "Mali"), register, "kg/actor/x.html"))
    assert "2 events, by date" in page
    assert page.index("Battle of Orr Hill") < page.index("Skirmish at Grey Ford")


def test_who_only_speaks_takes_no_part(frame: Frame, register: Register) -> None:
    page = only(actor_pages(frame, actor_of(register, "Old Abb"), register, "kg/person/x.html"))
    assert "No article that was read here counts it among those who took part." in page
    assert "How its figures compare" not in page


def test_long_lists_of_an_actor_go_over_sheets(frame: Frame, register: Register) -> None:
    actor = actor_of(register, "Red Column")
    many = replace_parts(register, actor.iri, 250)
    sheets = list(actor_pages(frame, actor, many, "kg/actor/red-column.html"))
    assert [sheet.number for sheet, _ in sheets] == [1, 2, 3]
    assert "250 events, by date" in sheets[0][1]
    assert 'rel="next" href="../../kg/actor/red-column~2.html"' in sheets[0][1]
    assert 'rel="prev" href="../../kg/actor/red-column.html"' in sheets[1][1]


def replace_parts(register: Register, iri: str, count: int) -> Register:
    from testimonia.pages.register import Register as Made

    made = Made(parts={iri: register.parts[iri][:1] * count})
    made.said = register.said
    return made


@pytest.mark.parametrize(
    ("own", "other", "word"),
    [
        ((12, 12), (30, None), "lower"),
        ((40, 40), (12, 12), "higher"),
        ((20, 30), (20, 30), "the same"),
        ((20, 30), (25, 40), "meets in part"),
        ((None, 40), (50, None), "lower"),
        ((None, None), (5, 5), "no number"),
        ((5, 5), (None, None), "no number"),
        ((None, None), (None, None), "no number"),
    ],
)
def test_how_a_figure_stands_to_another(own: Any, other: Any, word: str, shelf: Shelf) -> None:
    said = shelf.event("Orr Hill").claims[0]
    left, right = (
        replace(said, record=replace(said.record, low=low, high=high)) for low, high in (own, other)
    )
    assert stands(left, right) == word


def test_pairs_are_counted_by_whose_people_and_against_whom(register: Register) -> None:
    pairs = register.pairs.get(actor_of(register, "Red Column").iri)
    by_subject = {one.name: dict(zip(STANDS, one.counts, strict=True)) for one in tallies_by_subject(pairs)}
    assert by_subject["its own side"]["lower"] == 2
    assert by_subject["another side"]["higher"] == 1
    rivals = tallies_by_rival(pairs)
    assert {one.name: (one.pairs, one.contradictions) for one in rivals} == {
        "the infobox": (2, 2),
        "Malian army": (1, 1),
    }


def test_a_claimant_is_held_against_others(frame: Frame, register: Register) -> None:
    page = only(claimant_pages(frame, actor_of(register, "Red Column"), register, "claimants/actor/x.html"))
    for told in (
        "Of 2 figures that it gives, 3 pairs can be made",
        "Side by side",
        "by-own",
        "by-other",
        "Malian army",
    ):
        assert told in page


def test_who_agrees_with_nobody_and_nobody_with_it_has_no_pairs(frame: Frame, register: Register) -> None:
    page = only(claimant_pages(frame, actor_of(register, "Old Abb"), register, "claimants/person/x.html"))
    assert "Pair by pair" not in page


def test_a_place_has_what_is_around_it_in_it_and_took_place_there(frame: Frame, register: Register) -> None:
    spots = {spot.label: spot for spot in register.spots}
    page = only(place_pages(frame, spots["Lower Province"], register, "kg/place/x.html"))
    assert "in <a" in page
    for told in ("Mali", "Grey Ford", "Orr Hill", "Battle of Orr Hill", "Skirmish at Grey Ford"):
        assert told in page


def test_a_place_without_events_says_so(frame: Frame, register: Register) -> None:
    bare = replace(
        register.spots[0], iri="https://w3id.org/testimonia/kg/place/nowhere-else", within=(), around=()
    )
    page = only(place_pages(frame, bare, register, "kg/place/x.html"))
    assert "No event that was read here has this place." in page
