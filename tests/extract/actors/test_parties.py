"""Whom the words of a party mean."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast
from testimonia.model import Actor, Category, Span

INFOBOX = "- Combatant1: Mali, Sahara Relief Front (SRF), Kayes Defence Group\n- Combatant2: Niger\n- Commander1: Ann Roe"
PROSE = (
    "The local Tuareg militant groups Sahara Relief Front and Kayes Defence Group came. Colonel Tom Dow fell."
)
HERE = Span(0, 5)

CASES = [
    # words, category told, label, kind, side, category, why
    ("the SRF", "unknown", "Sahara Relief Front", "armed group", 1, "combatants", "an acronym"),
    ("General Roe", "unknown", "Ann Roe", "person", 1, "combatants", "a last name with a rank"),
    ("Malian", "combatants", "Mali", "state", 1, "combatants", "a bare adjective"),
    ("Malian soldiers", "unknown", "Malian soldiers", "described group", 1, "combatants", "a described group"),
    ("the civilians", "unknown", "civilians", "described group", None, "civilians", "civilians have no side"),
    ("Malian civilians", "civilians", "Malian civilians", "described group", None, "civilians", "nor have a people's"),
    ("Nigerien General Jan Orr", "unknown", "Jan Orr", "person", 2, "combatants", "a title tells the side"),
    ("Nigerien 7th Orm Division", "unknown", "Nigerien 7th Orm Division", "state force", 2, "combatants", "a named unit"),
    ("Jan Orr", "unknown", "Jan Orr", "person", None, "combatants", "a name"),
    ("Tuareg fighters", "unknown", "Tuareg fighters", "described group", 1, "combatants", "by a word that describes two groups"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "told", "label", "kind", "side", "category", "why"), CASES, ids=[case[6] for case in CASES]
)
def test_whom_words_mean(
    cast_of: Callable[..., Cast],
    words: str,
    told: Category,
    label: str,
    kind: str,
    side: int | None,
    category: str,
    why: str,
) -> None:
    cast = cast_of(PROSE, INFOBOX)
    party = cast.resolve_party(words, HERE, told)
    (actor,) = (cast.get(key) for key in party.keys)
    assert (actor.label, actor.kind, party.side, party.category) == (label, kind, side, category), why


@pytest.mark.parametrize(("words", "named"), [("Malian", True), ("the Nigerien", True), ("Malian soldiers", False)])
def test_a_state_is_named_by_the_word_for_its_people(cast_of: Callable[..., Cast], words: str, named: bool) -> None:
    cast = cast_of(PROSE, INFOBOX)
    (actor,) = (cast.get(key) for key in cast.resolve_party(words, HERE).keys)
    assert (actor.kind == "state", words.removeprefix("the ") in actor.aliases) == (named, named)


def labels(cast: Cast, keys: tuple[str, ...]) -> list[str]:
    return [cast.get(key).label for key in keys]


ALIGNED = [
    ("SRF and Kayes Defence Group fighters", ["Sahara Relief Front", "Kayes Defence Group"]),
    ("Tuareg fighters", ["Sahara Relief Front", "Kayes Defence Group"]),
    ("Malian soldiers", ["Mali"]),
    ("fighters", []),
]


@pytest.mark.parametrize(("words", "actors"), ALIGNED)
def test_the_actors_that_a_described_group_stands_for(
    cast_of: Callable[..., Cast], words: str, actors: list[str]
) -> None:
    cast = cast_of(PROSE, INFOBOX)
    (key,) = cast.resolve_party(words, HERE).keys
    assert labels(cast, cast.get(key).aligned_to) == actors


def test_a_described_group_is_one_however_often_it_is_named(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PROSE, INFOBOX)
    assert cast.resolve_party("the rebels", HERE).keys == cast.resolve_party("rebels", HERE).keys


def test_a_title_that_is_an_office_is_kept(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PROSE, INFOBOX)
    (key,) = cast.resolve_party("Kayes correspondent Jan Orr", HERE).keys
    office = cast.get(key).office
    assert office is not None
    assert office.title == "Kayes correspondent"


def test_a_title_before_a_name_that_is_a_body_makes_no_person(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("The Rahman Brigade met.", "- Combatant1: Rahman\n- Combatant2: Niger")
    (key,) = cast.resolve_party("general Rahman", HERE).keys
    assert cast.get(key).kind != "person"


def test_a_peoples_military_is_its_armed_forces(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of("The Malian Armed Forces came.")
    (key,) = cast.resolve_party("the Malian military", HERE).keys
    assert cast.get(key).label == "Malian Armed Forces"
    assert "Malian military" in actor_named(cast, "Malian Armed Forces").aliases


def test_a_military_without_armed_forces_in_the_text_is_described(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("The Malian Navy came.")
    (key,) = cast.resolve_party("the Malian military", HERE).keys
    assert cast.get(key).label == "Malian military"
