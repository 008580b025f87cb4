"""What happened, when and where, part of what, with which result."""

from collections.abc import Callable

import pytest

from testimonia.extract.drafts import EventDraft, InfoboxDraft
from testimonia.extract.infobox import extract_infobox
from testimonia.extract.infobox.event import kind_of
from testimonia.model import Article

Draft = Callable[..., InfoboxDraft]
Make = Callable[..., Article]

PART_OF = [
    ("the Ridge War", ["Ridge War"]),
    ("the southern Lorn campaign of the Ridge War", ["southern Lorn campaign", "Ridge War"]),
    ("the 1984 Lorn attacks during the Vastland invasion of Lorn", ["1984 Lorn attacks", "Vastland invasion of Lorn"]),
    ("the early phase of the Ridge War", ["early phase of the Ridge War"]),
    ("the Ridge War and the persecution of the Ashes", ["Ridge War", "persecution of the Ashes"]),
    ("the Lorn Province campaign (1984–85) (Ridge War)", ["Lorn Province campaign (1984–85)", "Ridge War"]),
    ("the Lorn offensive's Battle of Ash in the Ridge War", ["Lorn offensive", "Battle of Ash", "Ridge War"]),
    ("Vastland intervention in Lorn", ["Vastland intervention in Lorn"]),
    ("Ridge War,, Ash–Lorn conflict (1984–present),, and the Dawn insurgency", ["Ridge War", "Ash–Lorn conflict (1984–present)", "Dawn insurgency"]),
    ("Lorn clashes, of the late phase of the Ridge War and Ash involvement in the Ridge War", ["Lorn clashes", "late phase of the Ridge War", "Ash involvement in the Ridge War"]),
    ("Battle of Donbas (1984) of the Ridge War", ["Battle of Donbas (1984)", "Ridge War"]),
    ("the Ridge War and", ["Ridge War"]),
]  # fmt: skip

PLACES = [
    ("Orrin, Lorn Province, Vastland", ["Orrin", "Lorn Province", "Vastland"]),
    ("near Orrin, northern Vastland", ["Orrin", "Vastland"]),
    ("Off Cape Ash, Vastland", ["Cape Ash", "Vastland"]),
    ("8 mi south of Orrin, Vastland", ["Orrin", "Vastland"]),
    ("East and South of Orrin", ["Orrin"]),
    ("East Vastland (now Lorn Oblast)", ["East Vastland", "Lorn Oblast"]),
    ("Orrin (occupied by Dawn)", ["Orrin"]),
    ("Orrin and its district, Vastland", ["Orrin", "Vastland"]),
    ("Orrin district and Ash district, Vastland", ["Orrin district", "Ash district", "Vastland"]),
    ("Orrin city, Vastland, Orrin city", ["Orrin city", "Vastland"]),
    ("In and around Orrin", ["Orrin"]),
    ("various places", []),
    ("Western Sea, towards [[Orrin]]", ["Western Sea"]),
]  # fmt: skip

COORDINATES = [
    ("36.12571°N, 36.88793°W", (36.12571, -36.88793)),
    ("15°30′N 2°15′36″E", (15.5, 2.26)),
    ("-15.5, 2.25", (-15.5, 2.25)),
]

RESULTS = [
    ("Vastland victory, Lorn falls", "Vastland victory"),
    ("Vastland victory; Lorn falls", "Vastland victory"),
    ("Rebel victory after the first phase. Army victory after the second, Lorn falls", "Rebel victory after the first phase. Army victory after the second"),
    ("Truce (brokered, signed by both):", "Truce (brokered, signed by both)"),
    ("See aftermath", None),
]  # fmt: skip


def event(draft: InfoboxDraft) -> EventDraft:
    assert draft.event is not None
    return draft.event


@pytest.mark.parametrize(("value", "expected"), PART_OF, ids=[case[0] for case in PART_OF])
def test_larger_events_are_told_apart(draft: Draft, value: str, expected: list[str]) -> None:
    assert [name.words for name in event(draft(partof=value)).part_of] == expected


@pytest.mark.parametrize(("value", "expected"), PLACES, ids=[case[0] for case in PLACES])
def test_places_are_a_chain_of_names(draft: Draft, value: str, expected: list[str]) -> None:
    assert [name.words for name in event(draft(place=value)).places] == expected


@pytest.mark.parametrize(("value", "expected"), COORDINATES, ids=[case[0] for case in COORDINATES])
def test_coordinates_are_degrees(draft: Draft, value: str, expected: tuple[float, float]) -> None:
    found = event(draft(coordinates=value))
    assert found.coordinates == pytest.approx(expected)


@pytest.mark.parametrize(("value", "expected"), RESULTS, ids=[case[0] for case in RESULTS])
def test_the_result_is_the_first_item(draft: Draft, value: str, expected: str | None) -> None:
    result = event(draft(result=value)).result
    assert (result.words if result else None) == expected


def test_the_status_stands_for_a_missing_result(draft: Draft) -> None:
    result = event(draft(status="Ongoing, Lorn besieged")).result
    assert result is not None
    assert result.words == "Ongoing"


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Siege of Orrin", "siege"), ("Action of 9 May", "battle"), ("Orrin offensive", "offensive"), ("Orrin", None),
     ("1984 Orrin massacre", "massacre"), ("Operation Dawn", "operation")],
)  # fmt: skip
def test_the_kind_is_in_the_name(words: str, kind: str | None) -> None:
    assert kind_of(words) == kind


def test_the_kind_is_taken_from_the_infobox_where_the_name_says_nothing(make_wikitext: Make) -> None:
    article = make_wikitext({"conflict": "Orrin Bridge", "type": "[[Airstrike]]"})
    assert event(extract_infobox(article)).kind == "airstrike"


@pytest.mark.parametrize(
    ("label", "kind"),
    [("1984 Orrin explosions", "attack"), ("Fall of the Bridge", "battle"), ("Orrin", "battle")],
)
def test_a_name_without_an_event_word_is_an_attack_or_battle(
    make_wikitext: Make, label: str, kind: str
) -> None:
    assert event(extract_infobox(make_wikitext({"conflict": label}))).kind == kind


def test_the_label_leaves_other_scripts_to_the_aliases(draft: Draft) -> None:
    found = event(draft(conflict="Battle of Orrin (1984), معركة"))
    assert (found.label, found.aliases) == ("Battle of Orrin (1984)", ("معركة",))


def test_the_title_stands_for_a_missing_label(make_plain: Make) -> None:
    article = make_plain({"date": "3 May 1984"})
    found = event(extract_infobox(article))
    assert (found.label, article.quote(found.span)) == ("Battle of Orrin", "Battle of Orrin")


def test_coordinates_of_wikitext_come_from_the_value_else_the_title(make_wikitext: Make) -> None:
    inside = make_wikitext(
        {"conflict": "Battle of Orrin", "place": "{{coord|50|46|N|6|6|E|type:city}} [[Orrin]]"}
    )
    assert event(extract_infobox(inside)).coordinates == pytest.approx((50.766667, 6.1))
    title = make_wikitext({"conflict": "Battle of Orrin"}, "Text. {{Coord|12.5|S|40.25|E|display=title}}")
    assert event(extract_infobox(title)).coordinates == pytest.approx((-12.5, 40.25))
    inline = make_wikitext(
        {"conflict": "Battle of Orrin"},
        "Text. {{Coord|12.5|S|40.25|E|display=inline}} {{coord|missing|display=title}}",
    )
    assert event(extract_infobox(inline)).coordinates is None
    broken = make_wikitext({"conflict": "Battle of Orrin", "coordinates": "{{coord|250|40}}"})
    assert event(extract_infobox(broken)).coordinates is None


def test_links_keep_larger_events_and_places_whole(make_wikitext: Make) -> None:
    lines = {"conflict": "Battle of Orrin", "partof": "the [[Eastern Front (Ridge War)|Eastern Front]] of the [[Ridge War]]",
             "place": "[[Orrin, Lorn|Orrin, Lorn]], [[Vastland]]"}  # fmt: skip
    found = event(extract_infobox(make_wikitext(lines)))
    assert [(n.words, n.link) for n in found.part_of] == [
        ("Eastern Front", "Eastern Front (Ridge War)"),
        ("Ridge War", "Ridge War"),
    ]
    assert [n.words for n in found.places] == ["Orrin, Lorn", "Vastland"]


def test_an_article_without_infobox_gives_an_empty_draft(make_plain: Make) -> None:
    from testimonia.read import read_article

    assert extract_infobox(read_article("Nothing but prose about a battle.")) == InfoboxDraft()
