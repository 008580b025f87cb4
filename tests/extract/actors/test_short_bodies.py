"""Short forms of bodies, rule by rule."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast
from testimonia.extract.actors.short_bodies import fits_body
from testimonia.model import Actor

RULES = [
    # short form, full name, rule
    ("Defense Forces", "Defence Force", "same"),
    ("14th Mississippi", "14th Mississippi Infantry Regiment", "number"),
    ("20th Maine", "20th Maine Volunteer Infantry Regiment", "number"),
    ("5th Division", "5th Mechanized Division", "number"),
    ("58th Regiment", "Malian 58th Infantry Regiment", "number"),
    ("IV Corps", "IV Malian Corps", "number"),
    ("4th Corps", "IV Malian Corps", "number"),
    ("48th Roe Corps", "XLVIII Roe Corps", "same"),
    ("52nd Malian Infantry Division", "52nd (Roe) Infantry Division", "number"),
    ("12th SS", "12th SS Panzer Division", "number"),
    ("Relief Government", "National Relief Government", "tail"),
    ("Kayes Fusiliers", "Royal Kayes Fusiliers", "tail"),
    ("4th Kayes Brigade", "4th Kayes Brigade Group", "tail"),
    ("1st Army", "1st Army Group", None),
    ("Security Forces", "National Security Forces", None),
    ("C Coy", "C Company", "same"),
    ("6th Army", "Malian Sixth Army", "owned"),
    ("Malian 5th Division", "5th Division of the Royal Malian Army", "number"),
    ("11th Airborne", "11th Airborne Division", "number"),
    ("5th Cavalry", "5th Cavalry Regiment", "number"),
    ("9th Kayes", "9th Kayes Infantry Regiment", "number"),
    ("Rahroe Legion", "Al-Rahroe Legion", "same"),
    ("Zenroe Movement", "Nour al-Din al-Zenroe Movement", "tail"),
    ("al-Zenroe Movement", "Nour al-Din al-Zenroe Movement", "tail"),
    ("Kayes Division", "43rd (Kayes) Infantry Division", "bracket"),
    ("Red Guard", "Malian Red Guards", "owned"),
    ("British Royal Air Force", "Royal Air Force", "owned"),
    ("52nd Division", "52nd (Roe) Infantry Division", "number"),
    ("13th Division", "Division 13", "turned"),
    ("Malian Defence Ministry", "Ministry of Defence of Mali", "reordered"),
    ("Rifle-Regiment 58", "58th Rifle Regiment", "reordered"),
    ("Royal Malian Navy", "Malian Royal Navy", "reordered"),
    ("Mali First Army", "First Malian Army", "reordered"),
    ("Malian General Staff", "General Staff of the Armed Forces of Mali", "inverted"),
    ("Kayes Regional Relief Administration", "Relief Administration of Kayes Oblast", "inverted"),
    ("Malian Army", "Royal Malian Army", "tail"),
    ("Roeland", "Kingdom of Roeland", "realm"),
    ("Roews", "5th Roew Regiment", "members"),
    ("Kayesters", "Kayestershire Regiment", "members"),
    ("Al-Orroe", "Al-Orroe news", "headless"),
    ("Syrian Army", "Syrian Arab Army", "ends"),
    ("al-Orroe", "Al-Orroe Front", "headless"),
    ("Nusroe", "Al-Nusroe Front", "headless"),
    ("Roe and Dow", "Roe and Dow Regiment", "headless"),
    ("Jabhat al-Roe", "Al-Roe Front", "translated"),
    ("al-Orroe", "Liwa al-Orroe", "translated"),
    ("Roe Committees", "Roe Committees of Kayes", "ends"),
    ("Relief State", "Relief State of Kayes and the Sahel", "ends"),
    ("Malian Armed Forces", "Armed Forces of Mali", "reordered"),
    ("Armed Forces of Mali", "Malian Armed Forces", "reordered"),
    ("Roews", "Roew and Dow Highlanders", "members"),
    ("Roe PR", "Roe People's Republic", "letters"),
    ("Vichy French", "Vichy France", "people"),
    ("Orrids", "Orrid Caliphate", "members"),
    ("Umayyads", "Umayyad Caliphate", "dynasty"),
    ("Roe Brigade", "Malian Roe Brigade", "owned"),
    ("Observatory", "Roe Observatory for Rights", "head"),
    ("Malian XII Corps", "XII Corps", "owned"),
    ("Malian Reds", "Reds", "owned"),
    ("Malian Division", "2nd Malian Division", "numberless"),
    ("52nd Dale Division", "52nd (Dale) Infantry Division", "bracket"),
    ("52nd Dale", "52nd (Dale) Infantry Division", "bracket"),
    ("17th SS PzG Division", "17th SS Panzergrenadier Division", "same"),
    ("2nd Parachute Division", "2nd Fallschirmjäger-Division", "same"),
    ("Kayes Army Group", "Kayes Group of Forces", "same"),
    ("Bomber Command", "RAF Bomber Command", "owned"),
    ("Third Fleet", "Malian 3rd Fleet", "owned"),
    ("US Navy", "United States Navy", "owner"),
    ("Relief Directorate", "Relief Directorate of the Ministry of Works", "ends"),
    ("Relief Directorate", "Relief Directorate of the Malian Army", "ownerless"),
    ("Jund ash-Orr", "Jund al-Orr", "same"),
    ("Army Group Center", "Army Group Centre", "same"),
    ("XLI Roe Corps", "XXXXI Roe Corps", "same"),
    ("Malian 79th Brigade", "79th Air Assault Brigade", "number"),
    ("37th Guards", "37th Guards Motor Rifle Brigade", "number"),
    ("37th Brigade", "37th Guards Motor Rifle Brigade", "number"),
    ("7th RRR", "7th Royal Roe Regiment", "letters"),
    ("7RRR", "7th Royal Roe Regiment", "abbreviated"),
    ("DesRon 12", "Destroyer Squadron 12", "abbreviated"),
    ("DesRon 12", "U.S. Destroyer Squadron 12", "abbreviated"),
    ("Dorla", "7th Alpine Division Dorla", "byname"),
    ("Dorla Division", "7th Alpine Division Dorla", "byname"),
    ("7th Alpine Division", "7th Alpine Division Dorla", "byname"),
    ("Division Artillery", "7th Division Artillery", None),
    ("HQ", "7th Division HQ", None),
    ("Dorla", "7th Battalion Storm Regiment Dorla", None),
    ("RG 54", "Roegeschwader 54", "abbreviated"),
    ("4e DRr", "4e Division Roerrée", "abbreviated"),
    ("RRA", "Provisional RRA", "abbreviated"),
]


@pytest.mark.parametrize(("short", "full", "rule"), RULES)
def test_a_short_form_and_the_rule_that_allows_it(short: str, full: str, rule: str) -> None:
    assert fits_body(short, full) == rule


APART = [
    ("5th Army", "5th Guards Tank Army"),
    ("6th Army", "6th Tank Army"),
    ("3rd Rifle Division", "3rd Guards Rifle Division"),
    ("8th RRR", "7th Royal Roe Regiment"),
    ("7th RRR", "7th Royal Orr Fusiliers"),
    ("RMP", "Marine Operations Force of RMP"),
    ("6th Division", "5th Mechanized Division"),
    ("5th Brigade", "5th Mechanized Division"),
    ("Malian", "Malian Army"),
    ("Syrian Army", "Free Syrian Army"),
    ("Royal Navy", "Royal Italian Navy"),
    ("Royal Navy", "Italian Royal Navy"),
    ("Italian Royal Navy", "Royal Navy"),
    ("Royal Navy", "Royal Auxiliary Navy"),
    ("Roe Army", "Free Roe Army"),
    ("Kayes Brigade", "43rd (Kayes) Infantry Division"),
    ("9th Kayes", "9th Kayes Guards Infantry Regiment"),
    ("British Army", "British Ninth Army"),
    ("2nd Ukrainian", "2nd Ukrainian Front"),
    ("14th Division", "Division 13"),
    ("Nigerien General Staff", "General Staff of the Armed Forces of Mali"),
    ("Roe Republics", "Union of Roe Republics"),
    ("Imperial Malian", "Imperial Malian Army"),
    ("Mali", "Mali Army"),
    ("Kayes Front", "Sahel Front"),
    ("", "Sahel Front"),
]


@pytest.mark.parametrize(("short", "full"), APART)
def test_names_that_are_two(short: str, full: str) -> None:
    assert fits_body(short, full) is None


ALIASES = [
    # prose, infobox, full name, short form, why
    (
        "They joined the 5th Division.",
        "- Units1: 5th Mechanized Division",
        "5th Mechanized Division",
        "5th Division",
        "of a unit in the infobox",
    ),
    (
        "They asked the Roe Observatory for Rights. The Observatory was silent.",
        "",
        "Roe Observatory for Rights",
        "Observatory",
        "the head alone",
    ),
    ("The Malian Army came. The Army left.", "", "Malian Army", "Army", "the one army"),
    (
        "They fled from the Free French. Free France won.",
        "- Combatant1: Free France",
        "Free France",
        "Free French",
        "a state's people",
    ),
    (
        "They met two Army captains of the Malian Army.",
        "",
        "Malian Army",
        "Army",
        "the one army, without the",
    ),
    (
        "The surrender of Japan came.",
        "- Combatant1: Empire of Japan",
        "Empire of Japan",
        "Japan",
        "an empire's land",
    ),
    (
        "The 13th Division fell.",
        "- Combatant1: Division 13\n- Combatant2: Mali",
        "Division 13",
        "13th Division",
        "a number before and behind",
    ),
    ("The USA came. The United States won.", "", "United States", "USA", "two names of one state"),
    (
        "The Free Kaies Army came to the Free Kayes Army.",
        "- Combatant1: Free Kayes Army",
        "Free Kayes Army",
        "Free Kaies Army",
        "a spelling",
    ),
    ("The 501st PIR held. The 501st, 502nd and others met.", "", "501st PIR", "501st", "a number in a list"),
    ("The 9th Roe Division held. Then the 9th attacked.", "", "9th Roe Division", "9th", "a day's number that acts"),
    (
        "The 2nd Malian Division held. The Malian Division fled.",
        "",
        "2nd Malian Division",
        "Malian Division",
        "the one division of a nation",
    ),
    (
        "The Roe and Dow Regiment crossed. Then the Roe and Dow stood under command.",
        "",
        "Roe and Dow Regiment",
        "Roe and Dow",
        "both halves of a name",
    ),
    (
        "The 2nd Roew and Dow Highlanders held. Then the Roews fled.",
        "",
        "Roew and Dow Highlanders",
        "Roews",
        "the men of a battalion of a double name",
    ),
    (
        "They fled from Nazi Germany.",
        "- Combatant1: Germany",
        "Germany",
        "Nazi Germany",
        "a state of old by its land",
    ),
    (
        "They fled from Ptolemaic Egypt. The Ptolemaic Kingdom fell. Egypt was ruled by others.",
        "",
        "Ptolemaic Egypt",
        "Egypt",
        "a land by its one state",
    ),
    (
        "The First Roelander Front came. Men of the 1st Roelander Front fell.",
        "",
        "1st Roelander Front",
        "First Roelander Front",
        "a number in words",
    ),
    (
        "The Provisional Roe Relief Army came. The RRA fled.",
        "",
        "Provisional Roe Relief Army",
        "RRA",
        "letters without Provisional",
    ),
]


@pytest.mark.parametrize(
    ("prose", "infobox", "full", "short", "why"), ALIASES, ids=[case[4] for case in ALIASES]
)
def test_short_forms_become_aliases(
    cast_of: Callable[..., Cast],
    actor_named: Callable[[Cast, str], Actor],
    prose: str,
    infobox: str,
    full: str,
    short: str,
    why: str,
) -> None:
    actor = actor_named(cast_of(prose, infobox), full)
    assert actor is not None
    assert short in {actor.label, *actor.aliases}, why


APART_IN_TEXT = [
    (
        "The Malian Foreign Ministry met. The Foreign Ministry of Niger met.",
        "Foreign Ministry",
        "two nations'",
    ),
    ("The Kayes Front of the army held. Soldiers left Kayes.", "Kayes", "where a front is"),
    ("The 221st Roe Division held. The 221st, 222nd and 223rd Roe Divisions met.", "221st", "a list"),
    ("The Malian Army met the Nigerien Army. The Army left.", "Army", "two armies"),
    ("The 2nd Malian Division and the 3rd Malian Division met. The Malian Division fled.", "Malian Division",
     "two divisions of a nation"),
    ("The 9th Roe Division held. By the 9th they arrived.", "9th", "a day"),
    ("The 43rd (Dale) Division held. Then the 43rd (Dale) Division fled.", "43rd", "a number before a bracket"),
    ("The Roe and Dow Regiment met the Roe and Dow Brigade.", "Roe and Dow", "two double names"),
    ("Two Army captains met the Malian Army and the Nigerien Army.", "Army", "two armies, without the"),
    ("They asked the British Ministry of Defence.", "British Ministry", "half of a name is no name"),
    ("The Kayes Brigade marched. In Kayes it rained. Near Kayes it snowed.", "Kayes", "a place"),
]


def test_a_number_of_two_nations_joins_no_armies(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of(
        "The First Army came. The First Malian Army slept. Later the U.S. First Army and the First Army left."
    )
    malian = actor_named(cast, "First Malian Army")
    assert "U.S. First Army" not in {malian.label, *malian.aliases}


def test_a_number_alone_is_a_unit(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("The 327th Roe Division held. Soldiers of the 327th met. On the 11th they left.")
    assert [actor.aliases for actor in cast.actors() if actor.label == "327th Roe Division"] == [("327th",)]


@pytest.mark.parametrize(("prose", "short", "why"), APART_IN_TEXT, ids=[case[2] for case in APART_IN_TEXT])
def test_a_short_form_that_does_not_decide_is_nobodys(
    cast_of: Callable[..., Cast], prose: str, short: str, why: str
) -> None:
    assert not any(short in actor.aliases for actor in cast_of(prose).actors()), why
