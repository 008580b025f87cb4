"""Who speaks."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast
from testimonia.extract.actors.kinds import is_same_outlet
from testimonia.model import Span

INFOBOX = "- Combatant1: Mali, Sahara Relief Front (SRF)\n- Combatant2: Niger\n- Commander1: Ann Roe"
PROSE = (
    "The Kayes Observatory for Rights met. Colonel Tom Dow, the mayor of Orm, fell. "
    "Kayes army spokesman Jan Orr spoke. The governor of Esk, Eva Lind, left."
)
HERE = Span(0, 5)

CASES = [
    # words, label, kind, why
    ("Mali", "Mali", "state", "a state"),
    ("The Nigeriens", "Niger", "state", "a people"),
    ("SRF", "Sahara Relief Front", "armed group", "an acronym"),
    ("Roe", "Ann Roe", "person", "a last name"),
    ("the opposition group SRF", "Sahara Relief Front", "armed group", "a group and its name"),
    ("the monitoring group VDC", "VDC", "organisation", "a group with letters of its own"),
    (
        "the Orm-based Kayes Observatory for Rights",
        "Kayes Observatory for Rights",
        "organisation",
        "a known name at the end",
    ),
    ("Reuters", "Reuters", "media", "an outlet"),
    ("a report by The New York Times", "New York Times", "media", "a report's author"),
    ("Kayes governor Jan Lund", "Jan Lund", "person", "a title and a name"),
    ("the mayor of Orm", "Tom Dow", "person", "an office whose holder the text names"),
    ("the leader of the SRF", "leader of the SRF", "person", "an office without a name"),
    ("the Nigerien Defence Minister", "Nigerien Defence Minister", "person", "an office with a people"),
    ("the Nigerien general staff", "Nigerien general staff", "state force", "a body of a state"),
    ("the Nigerien government", "Nigerien government", "organisation", "a government"),
    ("locals", "locals", "described group", "nobody by name"),
    ("Opposition activists", "Opposition activists", "described group", "a capital of the sentence"),
    ("Satellite images", "Satellite images", "described group", "things that tell"),
    ("dozens of people", "dozens of people", "described group", "a number of people"),
    ("SAA", "SAA", "state force", "letters that are known widely"),
    ("Hezbor", "Hezbor", "organisation", "a name that tells nothing"),
]


@pytest.mark.parametrize(("words", "label", "kind", "why"), CASES, ids=[case[3] for case in CASES])
def test_who_speaks(cast_of: Callable[..., Cast], words: str, label: str, kind: str, why: str) -> None:
    cast = cast_of(PROSE, INFOBOX)
    (key,) = cast.resolve_speaker(words, HERE)
    assert (cast.get(key).label, cast.get(key).kind) == (label, kind), why


def test_a_speaking_person_has_the_office_that_the_text_gives_elsewhere(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PROSE, INFOBOX)
    (key,) = cast.resolve_speaker("Orr", HERE)
    office = cast.get(key).office
    assert office is not None
    assert office.title == "Kayes army spokesman"


@pytest.mark.parametrize("words", ["the Nigerien general staff", "the Nigerien government"])
def test_a_body_of_a_state_is_a_member_of_it(cast_of: Callable[..., Cast], words: str) -> None:
    cast = cast_of(PROSE, INFOBOX)
    (key,) = cast.resolve_speaker(words, HERE)
    assert [cast.get(state).label for state in cast.get(key).member_of] == ["Niger"]
    assert cast.get(key).side == 2


def test_an_office_holder_stands_with_the_body(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PROSE, INFOBOX)
    (key,) = cast.resolve_speaker("the leader of the SRF", HERE)
    leader = cast.get(key)
    assert leader.office is not None
    assert leader.office.body is not None
    assert cast.get(leader.office.body).label == "Sahara Relief Front"
    assert leader.side == 1


def test_an_observer_takes_no_side(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PROSE, INFOBOX)
    (key,) = cast.resolve_speaker("the Malian Watch for Rights", HERE)
    assert cast.get(key).side is None


MORE = [
    ("Survivors", "described group"),
    ("the crews", "described group"),
    ("Portuguese", "described group"),
    ("Overroe", "person"),
    ("Talibor", "organisation"),
]


@pytest.mark.parametrize(("words", "kind"), MORE)
def test_a_single_word_that_speaks(cast_of: Callable[..., Cast], words: str, kind: str) -> None:
    cast = cast_of("Overroe wrote that it rained. The Talibor fled. They saw the Talibor.", INFOBOX)
    (key,) = cast.resolve_speaker(words, HERE)
    assert cast.get(key).kind == kind


OUTLETS = [
    # one, other, whether they are one
    ("BBC", "BBC News", True),
    ("Al-Orroe news", "Al-Orroe", True),
    ("Roelander TV", "Roelander Radio", False),
    ("Syrian", "Syrian Television", False),
    ("Orm Gazette", "Orm", False),
]


@pytest.mark.parametrize(("one", "other", "same"), OUTLETS)
def test_an_outlet_with_and_without_its_kind_is_one(one: str, other: str, same: bool) -> None:
    assert is_same_outlet(one, other) is same
