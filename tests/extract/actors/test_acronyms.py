"""Acronyms: their shape, their letters, whose they are."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast
from testimonia.extract.actors.acronyms import (
    acronym_name,
    by_common_knowledge,
    initials,
    is_acronym,
    matches,
    used_acronyms,
    within,
)
from testimonia.extract.sentences import Sentence
from testimonia.model import Actor

SHAPES = [
    ("NRC", True),
    ("NRCs", True),
    ("N.R.C.", True),
    ("NRC-GC", True),
    ("SoHR", True),
    ("Roe", False),
    ("McRoe", False),
    ("A", False),
]


@pytest.mark.parametrize(("word", "acronym"), SHAPES)
def test_the_shape_of_an_acronym(word: str, acronym: bool) -> None:
    assert is_acronym(word) is acronym


MATCHES = [
    ("NRC", "Northern Relief Committee", True),
    ("NRC", "Northern Relief-Committee", True),
    ("UN", "US Navy", False),
    ("USN", "US Navy", True),
    ("RFK", "Relief Front of Kayes", True),
    ("RFOK", "Relief Front of Kayes", True),
    ("N.R.C.", "Northern Relief Committee", True),
    ("NRCs", "Northern Relief Committee", True),
    ("NRC", "Northern Relief", False),
    ("N", "Northern", False),
]


@pytest.mark.parametrize(("short", "words", "fits"), MATCHES)
def test_an_acronym_and_a_name(short: str, words: str, fits: bool) -> None:
    assert matches(short, words) is fits


def test_initials_leave_small_words_out() -> None:
    assert initials("Movement for the Relief of Kayes") == "MRK"


def test_a_run_within_a_long_name_can_have_the_letters() -> None:
    assert within("KRF", "Kayes Relief Front and Allies") == "Kayes Relief Front"
    assert within("KR", "Kayes Relief Front") is None
    assert within("XYZ", "Kayes Relief Front") is None


KNOWLEDGE = [
    # acronym, names in the article, whose it is
    ("SAA", ["syrian army"], ["syrian army"]),
    ("FSA", ["syrian army"], []),
    ("FSA", ["free syrian army", "syrian army"], ["free syrian army"]),
    (
        "ISIS",
        ["islamic state of iraq and the levant", "islamic state in the greater sahara"],
        ["islamic state of iraq and the levant"],
    ),
    ("LCC", ["local coordination committees of roe"], ["local coordination committees of roe"]),
    ("HTS", ["tahrir al sham"], ["tahrir al sham"]),
    ("ISIL", ["islamic state"], ["islamic state"]),
    ("NATO", ["roe treaty"], []),
    ("QQQ", ["roe treaty"], []),
]


@pytest.mark.parametrize(("short", "names", "whose"), KNOWLEDGE)
def test_a_widely_known_acronym_needs_a_name_that_tells_the_same(
    short: str, names: list[str], whose: list[str]
) -> None:
    assert by_common_knowledge(short, names) == whose


def test_a_plural_acronym_is_known_like_its_singular() -> None:
    assert acronym_name("POWs") == acronym_name("POW")


def test_the_acronyms_of_prose_and_infobox(sentences_of: Callable[[str], list[Sentence]]) -> None:
    assert used_acronyms(sentences_of("The NRC and the N.R.F. met the II Corps."), ["per KLM"]) == [
        "KLM",
        "N.R.F.",
        "NRC",
    ]


CASES = [
    # prose, a name, its alias, why
    (
        "The Northern Relief Committee met. Later NRC fled.",
        "Northern Relief Committee",
        "NRC",
        "initials of a name in the prose",
    ),
    ("The Syrian army came. SAA tanks burned.", "Syrian army", "SAA", "a force whose head is written small"),
    (
        "GATIA came with the Imghad Tuareg Self-Defense Group and Allies.",
        "Imghad Tuareg Self-Defense Group and Allies",
        "GATIA",
        "letters of another language",
    ),
]


@pytest.mark.parametrize(("prose", "name", "short", "why"), CASES, ids=[case[3] for case in CASES])
def test_an_acronym_that_is_only_used(
    cast_of: Callable[..., Cast],
    actor_named: Callable[[Cast, str], Actor],
    prose: str,
    name: str,
    short: str,
    why: str,
) -> None:
    actor = actor_named(cast_of(prose), short)
    assert actor is not None, why
    assert name in {actor.label, *actor.aliases}


def test_an_acronym_of_two_bodies_belongs_to_neither(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of("The Northern Relief Committee met the Nigerien Rescue Council. NRC fled.")
    assert actor_named(cast, "NRC") is None


def test_an_acronym_asked_for_later_finds_its_name(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("The Northern Relief Committee met.")
    key = cast.find("NRC")
    assert key is not None
    assert cast.get(key).label == "Northern Relief Committee"


def test_an_acronym_of_the_infobox_finds_its_name(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of(
        "The Northern Relief Committee met.", "- Combatant1: Mali\n- Casualties1: 3 killed (per NRC)"
    )
    assert actor_named(cast, "NRC") is not None


def test_an_acronym_with_full_stops_and_without_is_one_name_in_two_spellings(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    relief = actor_named(cast_of("The Northern Relief Committee (NRC) came. The N.R.C. left."), "NRC")
    assert {relief.label, *relief.aliases} == {"Northern Relief Committee", "NRC", "N.R.C."}
