"""Who is a person, by title, father, deeds and by what is no person."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors.names import read_names
from testimonia.extract.actors.persons import can_be_person, find_persons
from testimonia.extract.sentences import Sentence

POSSIBLE = [
    ("Ann Roe", True),
    ("Umar ibn al-Orr", True),
    ("A. B. van der Dow", True),
    ("Leonard F. Wing", True),
    ("Louis IX", True),
    ("Jihad Orr", True),
    ("Salih Muslim Orr", True),
    ("Christian Orr", True),
    ("Christian Malian", False),
    ("Robert English", True),
    ("Malian English", False),
    ("Muslim Orr", False),
    ("General Muslim Orr", False),
    ("Kayes Province", False),
    ("Roe Liberation Front", False),
    ("Liwa al-Orr", False),
    ("Second Roe War", False),
    ("Mali", False),
    ("Malian Roe", False),
    ("NRC Orr", False),
    ("Unit 5", False),
    ("Opposition activists", False),
    ("Provost Marshal", False),
    ("III Corps", False),
    ("Reuters", False),
    ("", False),
]


@pytest.mark.parametrize(("words", "possible"), POSSIBLE)
def test_words_that_can_name_a_person(words: str, possible: bool) -> None:
    assert can_be_person(words) is possible


CASES = [
    # prose, persons, why
    ("They met Colonel Roe.", ["Roe"], "a rank"),
    ("They obeyed Umar ibn al-Orr.", ["Umar ibn al-Orr"], "a father's name"),
    ("The fleet was commanded by Tom Dow.", ["Tom Dow"], "who commands"),
    ("Tom Dow said nothing.", ["Tom Dow"], "who speaks"),
    ("They fled from Tom Dow's army.", ["Tom Dow"], "who owns an army"),
    ("They met J. R. Dow there.", ["J. R. Dow"], "initials"),
    ("They loved Tom Dow. Dow said nothing.", ["Tom Dow"], "a last name that speaks"),
    (
        "They honoured Mukhtar al-Orr. Mukhtar marched on.",
        ["Mukhtar al-Orr"],
        "a first name that the text uses",
    ),
    ("They marched to Nova Kakhov. Fire fell on Kakhov.", [], "a place with a short form"),
    ("They radioed Tom Dow. Dow renamed the army.", ["Tom Dow"], "a last name that does something"),
    ("They left Nova Kakhov. Kakhov fell.", [], "places fall"),
    ("They heard it from Tom Dow, Roe's nephew.", ["Tom Dow"], "kin"),
    ("They heard it from Tom Dow, a cousin of hers.", ["Tom Dow"], "kin of somebody"),
    ("They met Tom Dow, a town.", [], "a place with what it is"),
    ("They fought in Kakhov. Past Kakhov Dow came. They obeyed Dow.", [], "a place right before a person"),
    ("They met in Port Dow and slept in Tom Dow.", [], "places stand behind in"),
    ("They boarded the Tom Dow, and the Tom Dow sank.", [], "ships have an article"),
    ("They met Sheikh Orr in the hills.", [], "villages are called sheikh too"),
    ("They met Martin Orr there.", ["Martin Orr"], "a first name"),
    ("They broke the Martin Line. They saw Martin Island.", [], "a line and an island"),
    ("They met Martin Orr. Martin Orr Island is far.", [], "an island of that name"),
    ("They slept below Tell al-Orr. Orr said no.", [], "an Arabic hill"),
]


@pytest.mark.parametrize(("prose", "persons", "why"), CASES, ids=[case[2] for case in CASES])
def test_the_persons_of_some_prose(
    sentences_of: Callable[[str], list[Sentence]], prose: str, persons: list[str], why: str
) -> None:
    assert [name.words for name in find_persons(read_names(sentences_of(prose)))] == persons, why
