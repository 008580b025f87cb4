"""Who holds which office, by each way of saying so."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast
from testimonia.extract.actors.names import read_names
from testimonia.extract.actors.offices import find_office_holders
from testimonia.extract.sentences import Sentence
from testimonia.model import Actor

CASES = [
    # a sentence, (name, office), why
    ("They met Kayes army spokesman Tom Dow.", [("Tom Dow", "Kayes army spokesman")], "before the name"),
    ("They met SDF spokeswoman Ann Roe.", [("Ann Roe", "SDF spokeswoman")], "with an acronym"),
    ("They met Mali's Deputy Mayor Ann Roe.", [("Ann Roe", "Mali's Deputy Mayor")], "with an owner"),
    (
        "The head doctor of a local hospital, Ann Roe, left.",
        [("Ann Roe", "head doctor of a local hospital")],
        "over a comma",
    ),
    (
        "It met the commander of the unit, Colonel Tom Roe.",
        [("Tom Roe", "commander of the unit")],
        "over a comma and a rank",
    ),
    ("His second-in-command (Colonel Abbott) fell.", [("Abbott", "second-in-command")], "in brackets"),
    (
        "Ann Roe, the governor of Kayes Province, left.",
        [("Ann Roe", "governor of Kayes Province")],
        "behind the name",
    ),
    (
        "Ann Roe, director of the Kayes forensic institute, left.",
        [("Ann Roe", "director of the Kayes forensic institute")],
        "without article",
    ),
    (
        "Tom Dow (Allied commander in Kayes) left.",
        [("Tom Dow", "Allied commander in Kayes")],
        "in brackets behind",
    ),
    (
        "Tom Dow the Chief of Staff of the Malian Army fell.",
        [("Tom Dow", "Chief of Staff of the Malian Army")],
        "without comma",
    ),
    ("Its commander was Brigadier Tom Roe.", [("Tom Roe", "commander")], "as what it was"),
    ("Its commander, a certain Tom Roe, fell.", [("Tom Roe", "commander")], "a certain"),
    ("Ann Roe became mayor of Kayes.", [("Ann Roe", "mayor of Kayes")], "as what she became"),
    ("He appointed Ann Roe governor of Kayes.", [("Ann Roe", "governor of Kayes")], "as what she was made"),
    ("Ann Roe succeeded him as caliph.", [("Ann Roe", "caliph")], "as whose heir"),
    (
        "The 7th Roe Division, commanded by General Tom Dow, left.",
        [("Tom Dow", "commander of the 7th Roe Division")],
        "as leader of a body",
    ),
    (
        "Tom Dow, who was leading the city's defence, left.",
        [("Tom Dow", "leading the city's defence")],
        "as who leads",
    ),
    (
        "They met former squadron leader of Team Six Tom Dow.",
        [("Tom Dow", "former squadron leader of Team Six")],
        "at the end of the phrase",
    ),
    (
        "They met an advisor to Mali's Minister of Internal Affairs Ann Roe.",
        [("Ann Roe", "Mali's Minister of Internal Affairs")],
        "of two the nearer",
    ),
    ("Edward of Roe, Duke of Kayes, fell.", [("Edward of Roe", "Duke of Kayes")], "of a place"),
    ("They met earlier Malian historian Tom Dow.", [("Tom Dow", "Malian historian")], "without a stray word"),
    ("The Roe consuls Ann Dow, Tom Dow and Jan Orr left.",
     [("Ann Dow", "Roe consul"), ("Tom Dow", "Roe consul"), ("Jan Orr", "Roe consul")], "shared by several"),
    ("They met counts Ann Dow and Tom Dow.", [("Ann Dow", "count"), ("Tom Dow", "count")], "shared, bare"),
    ("Ann Roe, then serving as military tribune under Dow, left.", [("Ann Roe", "military tribune")], "serving as"),
    ("Colonel Ann Roe the head of Kayes's relief office, left.", [("Ann Roe", "head of Kayes's relief office")],
     "without comma, written small"),
    ("Ann Roe, an envoy of the Sahara Relief Party to Mali argued so.", [("Ann Roe", "envoy of the Sahara Relief Party to Mali")],
     "before a verb"),
    ("The Malian ambassador to Niger, Ann Roe expressed it.", [("Ann Roe", "Malian ambassador to Niger")],
     "a name before a verb"),
    ("The U.S. Pacific Commander Admiral Tom Dow left.", [("Tom Dow", "U.S. Pacific Commander")], "before a rank"),
    ("The spokesman of the Malian Foreign Ministry Ann Roe came.",
     [("Ann Roe", "spokesman of the Malian Foreign Ministry")], "behind the body"),
    ("The mayor of Kayes Ann Roe came.", [("Ann Roe", "mayor of Kayes")], "behind the place"),
    ("The U.S. Ambassador to Mali Ann Roe came.", [("Ann Roe", "U.S. Ambassador to Mali")], "behind the country"),
    ("They wrote that mayor of Kayes, Ann Roe, left.", [("Ann Roe", "mayor of Kayes")], "without an article"),
    ("The governor of Kayes Province Martin Roe Dow came.", [("Martin Roe Dow", "governor of Kayes Province")],
     "behind a place, three names"),
    ("Ann Roe, who had recently been appointed commander of 9th Roe Brigade, left.",
     [("Ann Roe", "commander of 9th Roe Brigade")], "who had been appointed"),
    ("Ann Roe had been designated the new mayor of Kayes.", [("Ann Roe", "new mayor of Kayes")], "designated"),
    ("They blamed Ann Roe as mayor of Kayes.", [("Ann Roe", "mayor of Kayes")], "as mayor"),
    ("They met two members of the Malian senate, Ann Roe and Tom Dow.",
     [("Ann Roe", "member of the Malian senate"), ("Tom Dow", "member of the Malian senate")], "shared, with a body"),
    ("They met the mayors of Kayes, Gao and Segou.", [], "mayors of several places"),
    ("It was flown by Ann Roe (pilot) and Tom Dow (navigator).", [("Ann Roe", "pilot"), ("Tom Dow", "navigator")], "a crew"),
    ("The mayor of Kayes North Bank left.", [], "a place of three words"),
    ("Ann Roe—commander of the 5th Army—left.", [("Ann Roe", "commander of the 5th Army")], "between dashes"),
    ("Its leader—Colonel Ann Dow—left.", [("Ann Dow", "leader")], "before a dash"),
    ("Its commander, lieutenant general Ann Roe, left.", [("Ann Roe", "commander")], "a rank written small"),
    ("Ann Roe, Officer Commanding 7th Division, left.", [("Ann Roe", "Officer Commanding")], "without of"),
    ("He was replaced as mayor of Kayes by Ann Roe.", [("Ann Roe", "mayor of Kayes")], "as who follows"),
    ("Another historian, Ann Roe, argued so.", [("Ann Roe", "historian")], "another one"),
    ("They met the cousin of Umar al-Orr, head of the tribe.", [("Umar al-Orr", "head of the tribe")], "of, no byname"),
    ("They mourned Colonel Ann Roe, the commander of the 7th Brigade whilst they fled.",
     [("Ann Roe", "commander of the 7th Brigade")], "before whilst"),
    ("Now the commander of Liwa Tom Dow, Ann Roe, declared it.", [("Ann Roe", "commander of Liwa Tom Dow")],
     "of a body called after a person"),
    ("General Ann Roe, the I Corps' commander, left.", [("Ann Roe", "I Corps' commander")], "a number like a pronoun"),
    ("Then-President Ann Roe left.", [("Ann Roe", "President")], "of that time"),
    ("Ann Roe, the then-mayor of Kayes, left.", [("Ann Roe", "mayor of Kayes")], "of that time, behind the name"),
    ("They came to help reinforce Prince Eugene.", [("Eugene", "Prince")], "an infinitive before a title"),
    ("The Commander-in-Chief, Kayes, General Ann Roe, left.", [("Ann Roe", "Commander-in-Chief")], "a place between"),
    ("UN High Commissioner for Human Rights Navi Roe said so.",
     [("Navi Roe", "UN High Commissioner for Human Rights")], "what an office is for, right before a name"),
    ("Captain Dow, Minister of Justice Ann Roe, and others came.", [("Ann Roe", "Minister of Justice")], "in a list"),
    ("Ann Roe, head of Fremde Orre Ost, left.", [("Ann Roe", "head of Fremde Orre Ost")], "a body like a person"),
    ("The ship HMS Queen Ann sank.", [], "a ship called after a queen"),
    ("They were led by Hetman Ann Roe, aided by others.", [("Ann Roe", "Hetman")], "a rank that rules"),
    ("They met the author of the Kayes Chronicle.", [], "what somebody wrote"),
    ("They met Karim Khan.", [], "a title that is a last name"),
    ("They met General Tom Dow.", [], "a rank is no office"),
    ("They met Wing Commander Tom Dow.", [], "a rank that sounds like one"),
    ("The mayor, Monday's guest, left.", [], "no person"),
    ("The commander of the day said no.", [], "nobody named"),
    ("They met Sheikh Orr.", [], "a place may be called so"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "holders", "why"), CASES, ids=[case[2] for case in CASES])
def test_the_office_holders_of_a_sentence(
    sentences_of: Callable[[str], list[Sentence]], sentence: str, holders: list[tuple[str, str]], why: str
) -> None:
    sentences = sentences_of(sentence)
    found = [(one.name, one.title) for one in find_office_holders(sentences, read_names(sentences))]
    assert found == holders, why


def test_a_fuller_title_goes_before_a_bare_one(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of("Governor Ann Roe came. Ann Roe, the governor of Kayes Province, left.")
    office = actor_named(cast, "Ann Roe").office
    assert office is not None
    assert office.title == "governor of Kayes Province"


def test_an_office_knows_its_body(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of("Ann Roe, the leader of the Sahara Relief Front, left. The Sahara Relief Front won.")
    office = actor_named(cast, "Ann Roe").office
    assert office is not None
    assert office.body is not None
    assert cast.get(office.body).label == "Sahara Relief Front"
