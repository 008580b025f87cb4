"""Which names are bodies, and where they end."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors.bodies import find_bodies, long_names, small_heads
from testimonia.extract.actors.kinds import kind_of, named_kind
from testimonia.extract.actors.names import read_names
from testimonia.extract.sentences import Sentence

CASES = [
    ("Kampfgeschwader 27 flew, and Kampfgeschwader 30 too.", ["Kampfgeschwader 27", "Kampfgeschwader 30"]),
    ("They joined Task Force 57.", ["Task Force 57"]),
    ("In the Panzergruppe 1941 was a bad year.", []),
    ("The Orr I Corps came, and I fled.", ["Orr I Corps"]),
    ("They joined the 5th Mechanized Division.", ["5th Mechanized Division"]),
    ("They joined the Institute for the Study of War.", ["Institute for the Study of War"]),
    ("They joined the Roe and Dow Highlanders.", ["Roe and Dow Highlanders"]),
    ("They joined Liwa al-Orr.", ["Liwa al-Orr"]),
    ("They joined the Party of the Russian Federation Ann Roe.", ["Party of the Russian Federation"]),
    ("They asked the Headquarters of General Tom Roe.", []),
    ("They joined the 3rd and 4th Armies.", []),
    ("They joined the Army.", []),
    ("They joined the 7th Alpine Division Dorla.", ["7th Alpine Division Dorla"]),
    ("They crossed Kayes Province.", []),
    ("They read the Roe Post.", []),
    ("They joined a company of the Malian 60th Regiment.", ["Malian 60th Regiment"]),
]


@pytest.mark.parametrize(("prose", "bodies"), CASES)
def test_the_bodies_of_some_prose(
    sentences_of: Callable[[str], list[Sentence]], prose: str, bodies: list[str]
) -> None:
    assert [body.words for body in find_bodies(read_names(sentences_of(prose)), frozenset())] == bodies


def test_a_known_full_name_goes_before_a_shorter_reading(
    sentences_of: Callable[[str], list[Sentence]],
) -> None:
    names = read_names(sentences_of("They joined the Roe State of Kayes and the Sahel."))
    known = frozenset({"roe state of kayes and the sahel"})
    assert [body.words for body in find_bodies(names, known)] == ["Roe State of Kayes and the Sahel"]


def test_forces_of_a_people_may_be_written_small(sentences_of: Callable[[str], list[Sentence]]) -> None:
    names = read_names(sentences_of("They met the Malian air force."))
    assert [body.words for body in small_heads(names)] == ["Malian air force"]


def test_long_names_hold_every_reading_once(sentences_of: Callable[[str], list[Sentence]]) -> None:
    names = read_names(sentences_of("The Roe Front of Kayes met. The Roe Front of Kayes left."))
    assert list(long_names(names)) == ["roe front", "roe front of kayes"]


KINDS = [
    # name, role in the infobox, kind
    ("Mali", "", "state"),
    ("French Mali", "belligerent", "state"),
    ("Umayyad Caliphate", "", "state"),
    ("United Nations", "", "organisation"),
    ("Malian government", "", "organisation"),
    ("Malian Armed Forces", "", "state force"),
    ("1st Orm Front", "", "state force"),
    ("Western Front", "", "state force"),
    ("Free Kayes Army", "belligerent", "armed group"),
    ("Kayes Defence Group and Allies", "belligerent", "armed group"),
    ("Sahara Coalition", "", "coalition"),
    ("Reuters", "", "media"),
    ("Orr", "commander", "person"),
    ("Ann Roe", "", "person"),
    ("Hizb al-Orr", "", "armed group"),
    ("Ansaroe", "belligerent", "armed group"),
    ("NRC", "", "organisation"),
]


@pytest.mark.parametrize(("name", "role", "kind"), KINDS)
def test_the_kind_of_a_name(name: str, role: str, kind: str) -> None:
    assert kind_of(name, role) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Roe Liberation Front", "armed group"),
        ("Victoria Medal", None),
        ("Second Roe War", None),
        ("", None),
        ("Roe Alliance", "coalition"),
    ],
)
def test_only_names_that_say_themselves_what_they_are_have_a_kind_in_prose(
    name: str, kind: str | None
) -> None:
    assert named_kind(name) == kind
