"""Which things of the authorities a place or state may be: candidates, scores, features, and no choice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.reconcile.authority import Authority, Paper, Thing
from testimonia.reconcile.authority.geonames import CODES, KINDS
from testimonia.reconcile.authority.opened import hold_things
from testimonia.reconcile.linking import Sought, find_things, weigh
from testimonia.reconcile.linking.features import kilometres
from testimonia.reconcile.linking.kinds import bare_name, group_of_kind, group_of_name

if TYPE_CHECKING:
    from collections.abc import Sequence

MALI = Thing("urn:mali", "Mali", ("Malian",), "country", "ML", (), 17.3, -3.5)
NIGER = Thing("urn:niger", "Niger", (), "country", "NE", (), 17.4, 9.4)
NIGER_RIVER = Thing("urn:niger-river", "Niger", (), "water", "ML", ("Gao",), 16.0, -0.1)
KEL = Thing("urn:kel:1", "Kel", (), "town", "ML", ("Menaka", "Gao"), 15.3554, 1.9885)
KEL_2 = Thing("urn:kel:2", "Kel", (), "town", "ML", ("Menaka", "Gao"), 15.3717, 2.0319)
KEL_FAR = Thing("urn:kel:3", "Kel", (), "town", "ML", ("Kita", "Kayes"), 13.0, -9.5, 90_000)
KEL_ABROAD = Thing("urn:kel:4", "Kel", (), "town", "FR", ("Orr",), 47.0, 2.0, 500_000)
KEL_PAGE = Thing("urn:kel:6", "Kel", kind="town", same=("urn:x", "https://en.wikipedia.org/wiki/Kel%2C_Orr"))
KEL_REGION = Thing("urn:kel:5", "Kel Region", ("Kel",), "region", "ML", (), 15.0, 2.0)


def holding(*things: Thing, name: str = "orr") -> Authority:
    return Authority(Paper(name, "table", "orr.csv", "", len(things)), lambda: hold_things(things))


ALL = holding(MALI, NIGER, NIGER_RIVER, KEL, KEL_2, KEL_FAR, KEL_ABROAD, KEL_REGION)


def ids(sought: Sought, *authorities: Authority) -> list[str]:
    return [each.thing.id for each in find_things(sought, authorities or [ALL])]


def test_two_places_of_one_name_in_one_district_are_both_shown_and_none_is_chosen() -> None:
    found = find_things(Sought("Kel", ("Menaka", "Mali")), [ALL])
    first, second = found[:2]
    assert {first.thing, second.thing} == {KEL, KEL_2}
    assert (first.score, first.rank) == (second.score, second.rank) == (100.0, 1)


def test_where_the_event_took_place_tells_them_apart_only_if_they_lie_far_from_each_other() -> None:
    near = Sought("Kel", ("Mali",), points=((15.36, 2.0),))
    found = find_things(near, [ALL])
    assert [each.rank for each in found[:3]] == [1, 1, 3]
    assert {each.thing for each in found[:2]} == {KEL, KEL_2}
    assert [each.rank for each in find_things(near, [holding(KEL, KEL_FAR)])] == [1, 2]


def test_a_name_alone_reaches_four_fifths_and_is_no_evidence() -> None:
    (found,) = find_things(Sought("Kel"), [holding(KEL)])
    assert found.score == 80
    assert [feature.name for feature in found.features] == ["label"]


def test_all_of_one_name_are_shown_though_fewer_were_asked_for() -> None:
    many = [Thing(f"urn:{n:02}", "Kel", (), "town", "ML") for n in range(9)]
    assert len(find_things(Sought("Kel"), [holding(*many)], limit=3)) == 9
    assert len(find_things(Sought("Kel"), [holding(*many, KEL_ABROAD)], limit=1)) == 10


@pytest.mark.parametrize(
    ("sought", "first"),
    [
        (Sought("Kel", ("France",)), "urn:kel:4"),
        (Sought("Kel", ("Kayes", "Mali")), "urn:kel:3"),
        (Sought("Kel", ("Kayes Region", "Mali")), "urn:kel:3"),
        (Sought("Kel Region", ("Mali",)), "urn:kel:5"),
        (Sought("Région de Kel", ("Mali",)), "urn:kel:5"),
        (Sought("Kel", titles=("Kel, Orr",)), "urn:kel:4"),
        (Sought("Kel", points=((47.1, 2.1),)), "urn:kel:4"),
        (Sought("Kel", near=("FR",)), "urn:kel:4"),
        (Sought("Mali"), "urn:mali"),
        (Sought("Niger"), "urn:niger"),
        (Sought("Niger River", ("Mali",)), "urn:niger-river"),
        (Sought("Malian", state=True), "urn:mali"),
    ],
    ids=str,
)
def test_what_the_article_says_around_a_name_puts_a_candidate_first(sought: Sought, first: str) -> None:
    found = find_things(sought, [ALL])
    assert found[0].thing.id == first
    assert len(found) == 1 or found[0].score > found[1].score


def test_a_former_state_is_meant_by_its_whole_name_alone_and_then_stands_before_that_of_today() -> None:
    old = Thing("urn:old-mali", "Kingdom of Mali", kind="former country")
    both = holding(MALI, old)
    assert [each.thing for each in find_things(Sought("Mali", state=True), [both])] == [MALI]
    assert [each.thing for each in find_things(Sought("Kingdom of Mali", state=True), [both])] == [old, MALI]
    assert find_things(Sought("Mali", titles=("Kingdom of Mali",), state=True), [both])[0].thing is old


def test_a_short_name_means_a_former_state_where_it_acts_and_never_a_place() -> None:
    old = Thing("urn:old-kel", "Kingdom of Kel", ("Kel",), kind="former country")
    both = holding(KEL, old)
    assert [each.thing for each in find_things(Sought("Kel", state=True), [both])] == [old]
    assert [each.thing for each in find_things(Sought("Kel"), [both])] == [KEL]
    assert find_things(Sought("Kel", titles=("Kingdom of Kel",)), [both])[-1].thing is old
    assert find_things(Sought("Kingdom of Kel"), [both])[0].thing is old


def test_a_state_that_acts_is_a_country_and_nothing_else() -> None:
    assert ids(Sought("Niger", state=True)) == ["urn:niger"]


@pytest.mark.parametrize(
    ("sought", "thing", "name", "value", "note"),
    [
        (Sought("Kel", ("Mali",)), KEL, "country", 1, "ML"),
        (Sought("Kel", ("Mali",)), KEL_ABROAD, "country", 0, "FR, not ML"),
        (Sought("Kel", ("Gao Region", "Mali")), KEL, "within", 1, "Gao"),
        (Sought("Kel", ("Gao Region", "Mali")), KEL_FAR, "within", 0, "Kita, Kayes, not Gao Region"),
        (
            Sought("Kel", ("Kel Region", "Mali")),
            KEL_REGION,
            "within",
            0,
            "lies in Kel Region, so it is not Kel Region",
        ),
        (Sought("Mali", ("Gao",)), MALI, "within", 0, "not known to lie in Gao"),
        (Sought("Kel", points=((15.3554, -1.9885),)), KEL, "distance", 426.4, "426.4 km apart"),
        (Sought("Kel", titles=("Kel, Orr",)), KEL_PAGE, "title", 1, "linked to Kel, Orr"),
        (Sought("Kel", ("France", "Mali")), KEL, "country", 1, "ML"),
        (Sought("Kel", ("France", "Niger")), KEL, "country", 0, "ML, not FR, NE"),
        (Sought("Kel Province"), KEL, "kind", 0, "town, not region"),
        (Sought("Kel Province"), KEL_REGION, "kind", 1, "region"),
        (Sought("Kel", points=((15.3554, 1.9885),)), KEL, "distance", 0, "0.0 km apart"),
        (Sought("Kel", points=((15.3554, 1.9885),)), KEL_2, "distance", 5.0, "5.0 km apart"),
    ],
)
def test_each_feature_says_in_words_what_it_compares(
    sought: Sought, thing: Thing, name: str, value: float, note: str
) -> None:
    _, features = weigh(sought, thing, "Kel", 100)
    (feature,) = (each for each in features if each.name == name)
    assert (feature.value, feature.note) == (value, note)


def test_a_link_to_the_very_page_outweighs_where_the_article_puts_it() -> None:
    linked = Sought("Kel", ("France",), points=((0.0, 0.0),), titles=("Kel, Orr",))
    assert weigh(linked, replace(KEL_PAGE, country="ML", latitude=15.0, longitude=2.0), "Kel", 100)[0] == 100
    assert weigh(linked, replace(KEL_PAGE, kind="region"), "Kel", 100)[0] == 100
    assert weigh(Sought("Kel River", titles=("Kel, Orr",)), KEL_PAGE, "Kel", 100)[0] == 60


def test_the_usual_name_weighs_more_than_another() -> None:
    town, region = find_things(Sought("Kel", ("Mali",)), [holding(KEL, KEL_REGION)])
    assert (town.score, region.score) == (100, 97)
    assert region.features[0].note == "«Kel», usually «Kel Region»"


@pytest.mark.parametrize("point", [(47.0, -20.0), (-47.0, 20.0)])
def test_a_point_with_the_wrong_sign_costs_little_and_confirms_nothing(point: tuple[float, float]) -> None:
    eastern = Thing("urn:kel:7", "Kel", kind="town", country="FR", latitude=47.0, longitude=20.0)
    score, features = weigh(Sought("Kel", points=(point,)), eastern, "Kel", 100)
    assert score == 72
    assert "km apart, but near where east and west, or north and south, are exchanged" in features[-1].note
    assert weigh(Sought("Kel", points=((-47.0, -20.0),)), eastern, "Kel", 100)[0] == 24


@pytest.mark.parametrize(
    ("sought", "codes"),
    [
        (Sought("Georgia"), ("GE",)),
        (Sought("Georgia", ("United States",)), ("US",)),
        (Sought("Al-Rai", ("Aleppo Governorate", "Syria", "Turkey")), ("SY", "TR")),
        (Sought("Kel", titles=("Kel, Mali",)), ("ML",)),
        (Sought("Kel, Mali"), ("ML",)),
        (Sought("Kel"), ()),
    ],
    ids=str,
)
def test_the_countries_of_a_place_are_those_that_are_told(sought: Sought, codes: tuple[str, ...]) -> None:
    assert sought.countries == codes


def test_a_state_that_is_no_more_is_no_region() -> None:
    assert Sought("Kel", ("Gao Region", "Soviet Union", "Mali")).regions == ("Gao Region",)


def test_a_name_with_what_it_lies_in_is_looked_up_without_it() -> None:
    assert find_things(Sought("Kel, Mali"), [holding(KEL, KEL_ABROAD)])[0].thing is KEL


@pytest.mark.parametrize(
    ("label", "score"),
    [
        ("Hungary", 100),
        ("Kingdom of Hungary", 70),
        ("Hungarian Soviet Republic", 70),
        ("Hungarian Union", 70),
    ],
)
def test_a_state_of_another_form_is_not_the_one_of_today(label: str, score: float) -> None:
    names = ("Kingdom of Hungary", "Hungarian", "Hungarian Soviet Republic")
    hungary = Thing("urn:hungary", "Hungary", names, "country", "HU")
    found = find_things(Sought(label, ("Hungary",), state=True), [holding(hungary)])
    assert [each.score for each in found] == [score]


@pytest.mark.parametrize(
    ("titles", "score"),
    [
        ((), 100),
        (("Germany",), 100),
        (("Germany (state)",), 100),
        (("Nazi Germany",), 70),
        (("German Army",), 70),
        (("Germany", "Nazi Germany"), 100),
    ],
)
def test_a_state_that_is_linked_to_something_else_is_not_the_one_of_today(
    titles: tuple[str, ...], score: float
) -> None:
    germany = Thing("urn:germany", "Germany", (), "country", "DE")
    assert find_things(Sought("Germany", titles=titles), [holding(germany)])[0].score == score


def test_the_name_that_a_state_gives_itself_is_its_own() -> None:
    mali = Thing("urn:mali", "Mali", ("Republic of Mali",), "country", "ML")
    assert find_things(Sought("Republic of Mali", state=True), [holding(mali)])[0].score == 97


def test_the_full_name_weighs_more_than_the_name_without_its_kind() -> None:
    one = Thing("urn:a", "Kel Region", kind="region", country="ML")
    other = Thing("urn:b", "Kel", kind="region", country="ML")
    found = find_things(Sought("Kel Region", ("Mali",)), [holding(one, other)])
    assert [(each.thing.id, each.score) for each in found] == [("urn:a", 100), ("urn:b", 97)]


def test_the_middle_of_a_region_is_not_held_against_where_a_battle_was() -> None:
    _, features = weigh(Sought("Kel", points=((15.3, 2.0),)), KEL_REGION, "Kel", 100)
    assert "distance" not in {feature.name for feature in features}


def test_one_thing_in_two_authorities_is_offered_by_both() -> None:
    other = Thing("urn:other", "Kel", (), "town", "FR", ("Orr",), 47.0, 2.0, same=("urn:kel:4",))
    found = find_things(Sought("Kel", ("France",)), [holding(KEL_ABROAD), holding(other, name="b")])
    assert [each.authority for each in found] == ["orr", "b"]
    assert [each.thing for each in found] == [KEL_ABROAD, other]


def test_names_that_are_hardly_alike_are_no_candidates() -> None:
    assert find_things(Sought("Quennevoix"), [ALL]) == []
    assert find_things(Sought("…"), [ALL]) == []


@pytest.mark.parametrize(
    ("label", "bare", "group"),
    [
        ("Kel Province", "Kel", "region"),
        ("Province of Kel", "Kel", "region"),
        ("Cercle de Kel", "Kel", "county"),
        ("Lake Kel", "Kel", "water"),
        ("Kel", "Kel", ""),
        ("Region", "Region", ""),
        ("Kel Air Base", "Kel Air", "site"),
    ],
)
def test_a_name_may_say_what_kind_of_place_it_is(label: str, bare: str, group: str) -> None:
    assert (bare_name(label), group_of_name(label)) == (bare, group)


def test_kinds_of_all_authorities_fall_into_groups() -> None:
    told = {"capital": "settlement", "town": "settlement", "locality": "settlement", "Town": "settlement"}
    assert {kind: group_of_kind(kind) for kind in told} == told
    assert [kind for kind in (*KINDS.values(), *CODES.values()) if not group_of_kind(kind)] == []
    assert group_of_kind("heap") == ""


def test_distances_are_those_of_the_earth() -> None:
    assert kilometres((48.8566, 2.3522), (51.5074, -0.1278)) == pytest.approx(343.6, abs=0.5)
    assert kilometres((0, 179.9), (0, -179.9)) == pytest.approx(22.2, abs=0.1)


NAMES = st.sampled_from(["Kel", "Kell", "Orr", "Menaka", "Gao", "Mali", "France", "Quennevoix", ""])
THINGS = st.builds(
    Thing,
    id=st.integers(0, 99).map("urn:{}".format),
    name=NAMES.filter(bool),
    kind=st.sampled_from(["town", "region", "country", ""]),
    country=st.sampled_from(["ML", "FR", ""]),
    within=st.lists(NAMES.filter(bool), max_size=2).map(tuple),
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
)
SOUGHT = st.builds(
    Sought,
    label=NAMES,
    around=st.lists(NAMES.filter(bool), max_size=2).map(tuple),
    points=st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), max_size=2).map(tuple),
    state=st.booleans(),
)


@settings(max_examples=150)
@given(SOUGHT, st.lists(THINGS, max_size=8, unique_by=lambda thing: thing.id), st.integers(1, 5))
def test_candidates_are_ordered_and_ranked_and_equal_ones_have_one_rank(
    sought: Sought, things: Sequence[Thing], limit: int
) -> None:
    found = find_things(sought, [holding(*things)], limit)
    scores = [each.score for each in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)
    assert [each.rank for each in found] == [1 + sum(other > score for other in scores) for score in scores]
    assert all(each.score == found[-1].score for each in found[limit:])
    assert find_things(sought, [holding(*reversed(things))], limit) == found


@settings(max_examples=100)
@given(SOUGHT, THINGS, st.floats(0, 100))
def test_no_feature_makes_a_candidate_likelier_than_its_name_is_alike(
    sought: Sought, thing: Thing, likeness: float
) -> None:
    score, features = weigh(sought, thing, thing.name, likeness)
    assert 0 <= score <= round(likeness, 1)
    assert features[0].name == "label"
    assert any(feature.confirms for feature in features) or score <= round(likeness * 0.95, 1)
