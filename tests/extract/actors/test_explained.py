"""Second names that stand beside the first."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast
from testimonia.extract.actors.explained import find_explained
from testimonia.extract.actors.names import read_names
from testimonia.extract.sentences import Sentence
from testimonia.model import Actor

CASES = [
    # a sentence, (name, other), why
    ("The Northern Relief Committee (NRC) met.", [("Northern Relief Committee", "NRC")], "an acronym in brackets"),
    ("The Movement for the Relief of Kayes (MRK) met.", [("Movement for the Relief of Kayes", "MRK")], "over small words"),
    ("The NRC (Northern Relief Committee) met.", [("Northern Relief Committee", "NRC")], "the name in brackets"),
    ("They met Liwa al-Orr (Storm Brigade) there.", [("Liwa al-Orr", "Storm Brigade")], "a translation"),
    ("They met Liwa al-Orr (or Storm Brigade) there.", [("Liwa al-Orr", "Storm Brigade")], "with or"),
    ("They met Liwa al-Orr, also known as the Storm Brigade, there.", [("Liwa al-Orr", "Storm Brigade")], "also known as"),
    ("They met Ann Roe (then called Ann Dow) there.", [("Ann Roe", "Ann Dow")], "then called"),
    ("The Kayes Press Office (Bureau Kayes Presse, BKP) met.",
     [("Kayes Press Office", "Bureau Kayes Presse"), ("Kayes Press Office", "BKP")], "a foreign name with its letters"),
    ("The Orr Army (Jaysh al-Orr) met.", [("Orr Army", "Jaysh al-Orr")], "a foreign name in brackets"),
    ("The Kayes Information Office (Office Kayes d'Information) met.",
     [("Kayes Information Office", "Office Kayes d'Information")], "words that begin alike"),
    ("They met Tom Roe (also known as Red Roe and Old Dow) there.", [("Tom Roe", "Red Roe"), ("Tom Roe", "Old Dow")],
     "two bynames"),
    ("They fled from Orr (now known as Dow, Mali) then.", [("Orr", "Dow")], "a place and where it lies"),
    ("The Special Kayes Guard (HAT) met.", [("Special Kayes Guard", "HAT")], "letters of another language behind a body"),
    ("The 2nd Royal Orr Regiment (2ROR) met.", [("2nd Royal Orr Regiment", "2ROR")], "letters with a number"),
    ("The ''Regia Orra'' (Royal Orr Navy) met.", [("Regia Orra", "Royal Orr Navy")], "a name in italics and its translation"),
    ("The ''Regia Orra'' (Kayes) met.", [], "a ship in italics and where it lay"),
    ("Roe-Regiment 6 (6th Orr Regiment) met.", [("Roe-Regiment 6", "6th Orr Regiment")], "a unit in two languages"),
    ("The Third Cruiser Squadron (CS3) met.", [("Third Cruiser Squadron", "CS3")], "a number in words"),
    ("Torpedo Squadron 6 (VT-6) met.", [("Torpedo Squadron 6", "VT-6")], "letters of a squadron"),
    ("The Third Cruiser Squadron (CS4) met.", [], "letters with another number"),
    ("Roe Squadron 22 (RoeSq 22) met.", [("Roe Squadron 22", "RoeSq 22")], "a number behind"),
    ("The 7th Roe Brigade (Orrow brigade) met.", [("7th Roe Brigade", "Orrow brigade")], "a unit's own name"),
    ("The Special Roe Forces (Orrow) met. Orrow Forces fled.", [("Special Roe Forces", "Orrow")], "a name used with the head"),
    ("Roeland's Security Service of Kayes (SSK) met.", [("Security Service of Kayes", "SSK")], "whose it is stays out"),
    ("They met Tom Roe (Abu Orrow) there.", [("Tom Roe", "Abu Orrow")], "a name of war"),
    ("They met Tom Roe (Redder) there. Redder said so.", [("Tom Roe", "Redder")], "a nickname used alone"),
    ("They met Tom Roe (Kayes) there. They slept in Kayes.", [], "where somebody is from"),
    ("The 7th Roe Army (7th Orr Division) met.", [], "a part of a larger one"),
    ("The 7th Roe Front (11th Orr Army, 7th Air) met.", [], "its parts"),
    ("The committee (see below) met Tom Roe (Kayes).", [], "other brackets"),
    ("Some Malians, called Liwa al-Orr, came.", [], "a people is not its brigade"),
    ("They met him (NRC) there.", [], "no name before"),
    ("The 3rd Roe Army (Kayes Province) met.", [], "where an army is from"),
    ("The Oberkommando des Orres (OKO) met.", [("Oberkommando des Orres", "OKO")], "letters within words"),
    ("The Special Kayes Command Desert (SKCOMD) met.", [("Special Kayes Command Desert", "SKCOMD")], "two letters of a word"),
    ("The HQ Kayrenaica Command (KAYCOM) met.", [("HQ Kayrenaica Command", "KAYCOM")], "a headquarters"),
    ("The 35 Roe Squadron (35 MK) met.", [("35 Roe Squadron", "35 MK")], "letters of another language with the number"),
    ('The 7th Roe Brigade "Dow" met.', [("7th Roe Brigade", "Dow")], "a unit's own name in quotation marks"),
    ('The mayor of Kayes "Dow" met.', [], "quotation marks behind no unit"),
    ("They had Roe tanks (IIIs) there.", [], "a number in Roman letters"),
    ("They met its Women's Protection Units (YPJ).", [("Women's Protection Units", "YPJ")], "whose the units are named for"),
    ("He was named Tom Roe.", [], "a verb, no second name"),
    ("The ''Luftflotte 7'' (Air Fleet 7) met.", [("Luftflotte 7", "Air Fleet 7")], "a number behind both"),
    ("The Orrkommando (German high command) met.", [("Orrkommando", "German high command")], "in plain words"),
    ("The Orrkommando (OKO, German armed forces high command) met.",
     [("Orrkommando", "OKO"), ("Orrkommando", "German armed forces high command")], "letters and plain words"),
    ("They met Ann Roe (German army) there.", [], "whom a person serves"),
    ("The 7th Brigade of the Palace Guard (Orrow brigade) met.",
     [("7th Brigade of the Palace Guard", "Orrow brigade")], "a byname behind of"),
    ("The Oberkommando Dow (High Command of the Roes) met.",
     [("Oberkommando Dow", "High Command of the Roes")], "a translation with of"),
    ('They met Tom Roe ("Dowry") there.', [("Tom Roe", "Dowry")], "a person's byname in quotation marks"),
    ('They slept in Nova Roe ("Dowry").', [], "a place's byname in quotation marks"),
    ("The Joint Relief Force, Horn of Kayes (JRFHK) met.",
     [("Joint Relief Force, Horn of Kayes", "JRFHK")], "over a comma"),
    ("They met the Relief Force, Horn of Kayes (KAY).", [], "letters of something else"),
    ("The 160th Roe Dow Regiment (RDR) met.",
     [("Roe Dow Regiment", "RDR"), ("160th Roe Dow Regiment", "RDR")], "with the number before"),
    ("The Northern Fleet (known to the Roes as Task Force 57) met.",
     [("Northern Fleet", "Task Force 57")], "known to somebody as"),
    ("They met Tom Roe, known by the code name of Dowry.", [("Tom Roe", "Dowry")], "a code name"),
    ("They met Tom Roe (using the codename Dowry).", [("Tom Roe", "Dowry")], "with using"),
    ("They met Tom Roe using the Dow Road.", [], "using something else"),
    ("The invasion of Mali, codenamed Operation Dow, failed.", [], "the name of an operation"),
    ("The German 46th Infantry Division (ID) met.", [("Infantry Division", "ID")], "letters of a kind of unit"),
    ("The Relief Mission in Mali (known as MIRE) met.", [], "letters of more than the country before them"),
    ("They saw Outer Roe—officially the Republic of Roe—then.",
     [("Outer Roe", "Republic of Roe")], "a name between dashes"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "pairs", "why"), CASES, ids=[case[2] for case in CASES])
def test_names_that_the_text_explains(
    sentences_of: Callable[[str], list[Sentence]], sentence: str, pairs: list[tuple[str, str]], why: str
) -> None:
    sentences = sentences_of(sentence)
    assert [(one.name, one.other) for one in find_explained(sentences, read_names(sentences))] == pairs, why


def test_two_that_the_infobox_lists_apart_are_one_where_the_text_says_so(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of(
        "The Northern Relief Front (NRF) met.", "- Combatant1: Northern Relief Front, NRF\n- Combatant2: Mali"
    )
    assert actor_named(cast, "NRF") == actor_named(cast, "Northern Relief Front")


def test_a_person_takes_no_body_for_a_second_name(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of("They met Colonel Tom Roe, commonly known as the Second Pact, there.")
    assert actor_named(cast, "Tom Roe") != actor_named(cast, "Second Pact")


def test_a_person_takes_no_group_of_many_for_a_second_name(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of("They met Marcus Roe and Tom Dow, commonly known as the Second Duumvirate, there.")
    assert actor_named(cast, "Tom Dow") != actor_named(cast, "Second Duumvirate")


def test_what_nobody_is_stays_out_of_the_cast(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of("They wore the Victoria Medal (VM).")
    assert actor_named(cast, "VM") is None


def test_a_person_has_a_byname(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of("They obeyed Tom Roe (also known as Red Dow).")
    assert actor_named(cast, "Tom Roe") == actor_named(cast, "Red Dow")
    assert actor_named(cast, "Tom Roe").kind == "person"


def test_a_place_with_two_names_is_nobody(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor]
) -> None:
    cast = cast_of("They slept in Nova Roe (also known as Stara Roe).")
    assert actor_named(cast, "Nova Roe") is None
