"""On which side words put somebody."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast
from testimonia.extract.actors.camps import camp_word
from testimonia.model import Actor

STATES = "- Combatant1: Mali\n- Combatant2: Niger"
CALIPHAL = "- Combatant1: Mali\n- Combatant2: Islamic State of Kayes"
RISEN = "- Combatant1: Mali, Free Kayes Army\n- Combatant2: Islamic State of Kayes"
HALVES = "- Combatant1: South Korean forces\n- Combatant2: North Korean defences"
FORMER = "- Combatant1: Nazi Germany\n- Combatant2: Soviet Union"
SOLDIERS = "- Combatant1: Free Kayes Army\n- Combatant2: Malian soldiers"
COLOURS = "- Combatant1: Kayes White Guard\n- Combatant2: Kayes Red Guards"
ALLIED = "- Combatant1: Roe army\n- Combatant2: Allied army"
REBELS = "- Combatant1: Mali, Malian Armed Forces\n- Combatant2: Free Kayes Army, Relief Front of Orroe"
NATIONAL = "- Combatant1: Free Malian Army\n- Combatant2: Mali"
BACKED = "- Combatant1: Mali, Malian Armed Forces\n- Combatant2: Free Malian Army, Niger"
THREE = (
    "- Combatant1: Roe Protection Units\n- Combatant2: Mali\n"
    "- Combatant3: Free Malian Army, Jabhat al-Orroe, Niger"
)
EASTERN = "- Combatant1: Nazi Germany\n- Combatant2: Soviet Union\n- Units1: 7th Parachute Division"
DESERT = "- Combatant1: United Kingdom\n- Combatant2: Kingdom of Italy"

CASES = [
    # infobox, words, side, why
    (STATES, "Malian soldiers", 1, "a people"),
    (STATES, "the Nigeriens", 2, "a whole people"),
    (STATES, "Mali's tanks", 1, "an owner"),
    (STATES, "soldiers", None, "both have soldiers"),
    (STATES, "rebels", None, "neither is of rebels"),
    (STATES, "Malian and Nigerien troops", None, "two sides"),
    (CALIPHAL, "rebels", None, "rebels are not who fights for a caliphate"),
    (CALIPHAL, "militants", 2, "militants may be"),
    (RISEN, "rebels", 1, "who calls itself free rose against somebody"),
    (RISEN, "jihadists", 2, "a caliphate's fighters are"),
    (HALVES, "North Koreans", 2, "a half of a people"),
    (HALVES, "Koreans", None, "a people on both sides"),
    (HALVES, "KPA", 2, "the army of a half"),
    (FORMER, "the Germans", 1, "the people of a former state"),
    (FORMER, "Wehrmacht soldiers", 1, "its army"),
    (FORMER, "German-Soviet Pact", None, "two peoples in one name"),
    (SOLDIERS, "Malians", 2, "soldiers of a people"),
    (SOLDIERS, "soldiers", 2, "soldiers alone are a state's"),
    (COLOURS, "the Reds", 2, "the plural of a word of the name"),
    (ALLIED, "the Allies", 2, "the only telling word of a name"),
    (REBELS, "soldiers", 1, "only one camp is a state"),
    (REBELS, "security forces", 1, "a phrase for a state's people"),
    (REBELS, "militants", 2, "only one camp is of rebels"),
    (REBELS, "jihadists", 2, "rebels of a creed"),
    (REBELS, "defected soldiers", 2, "who changed sides"),
    (REBELS, "people suspected of being rebels", None, "what others say of them"),
    (REBELS, "anti-rebel fighters", None, "the contrary"),
    (REBELS, "Orr's men", None, "men of somebody unknown"),
    (REBELS, "Free Kayes Army fighters", 2, "a name"),
    (REBELS, "Orroe residents", None, "a front named for a place is not all who live there"),
    (NATIONAL, "Malian rebels", 1, "a shared nation, told apart by what they are"),
    (NATIONAL, "Malian soldiers", 2, "the same of the state's"),
    (REBELS, "QXZ men", None, "letters that nobody knows"),
    (BACKED, "soldiers", 1, "the state against which its own people rose, whoever backs them"),
    (BACKED, "rebels", 2, "who rose, though a state backs them"),
    (THREE, "rebels", 3, "who calls itself free among three camps"),
    (THREE, "jihadists", 3, "a name of holy war among three camps"),
    (THREE, "soldiers", 2, "the state against which they rose"),
    (EASTERN, "the 30th Rifle Corps", 2, "what only one army calls its units"),
    (EASTERN, "12th Panzergrenadier Regiment", 1, "the same of the other army"),
    (EASTERN, "9th Parachute Battalion", None, "an arm of service is not one camp's"),
    (DESERT, "the 19th Hussars", 1, "a kind of regiment"),
    (DESERT, "8th Armoured Brigade", None, "a kind of unit that both armies have"),
]


@pytest.mark.parametrize(("infobox", "words", "side", "why"), CASES, ids=[case[3] for case in CASES])
def test_the_side_of_words(
    cast_of: Callable[..., Cast], infobox: str, words: str, side: int | None, why: str
) -> None:
    assert cast_of("It rained.", infobox).sides.of(words) == side, why


WORDS = [
    ("government troops", "state"),
    ("rebel fighters", "rebel"),
    ("jihadist militants", "jihadist"),
    ("attackers", "attack"),
    ("defending troops", "defence"),
    ("villagers", None),
    ("counterterrorist police", None),
    ("pro government militia", "state"),
]


@pytest.mark.parametrize(("words", "camp"), WORDS)
def test_what_words_call_a_camp(words: str, camp: str | None) -> None:
    assert camp_word(words) == camp


ATTACKS = "Malian troops attacked Orm. Malian tanks attacked again. On 3 May, Mali launched an assault."


@pytest.mark.parametrize(
    ("prose", "words", "side"),
    [
        (ATTACKS, "the attackers", 1),
        (ATTACKS, "the defenders", 2),
        ("Malian troops attacked Orm. Nigerien troops attacked Esk.", "the attackers", None),
        ("Malian troops were attacked. Orm was attacked by Niger.", "the attackers", None),
        ("It rained.", "the defenders", None),
    ],
)
def test_who_attacks_is_learned_from_the_prose(
    cast_of: Callable[..., Cast], prose: str, words: str, side: int | None
) -> None:
    assert cast_of(prose, STATES).sides.of(words) == side


BELONGING = [
    # prose, name, side, why
    ("Malian General Tom Roe came.", "Tom Roe", 1, "a people in the title"),
    ("Tom Roe, commander of the Malian Army, came.", "Tom Roe", 1, "the body of an office"),
    ("Mali's 7th Orm Division came.", "7th Orm Division", 1, "an owner"),
    ("The Nigerien 7th Orm Division came.", "Nigerien 7th Orm Division", 2, "a people in the name"),
    ("Ann Roe, the envoy for Mali, came.", "Ann Roe", None, "an envoy is of neither"),
    (
        "The Malian Observatory for Rights spoke.",
        "Malian Observatory for Rights",
        None,
        "an observer is of neither",
    ),
    ("General Tom Roe came.", "Tom Roe", None, "nothing tells"),
]


@pytest.mark.parametrize(("prose", "name", "side", "why"), BELONGING, ids=[case[3] for case in BELONGING])
def test_the_side_of_actors_of_the_prose(
    cast_of: Callable[..., Cast],
    actor_named: Callable[[Cast, str], Actor],
    prose: str,
    name: str,
    side: int | None,
    why: str,
) -> None:
    assert actor_named(cast_of(prose, STATES), name).side == side, why


def test_a_word_for_a_place_tells_no_side(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "They slept in Orroe. Near Orroe it rained.", "- Combatant1: Mali\n- Combatant2: Orroe Front"
    )
    assert cast.sides.of("Orroe farmers") is None
    assert cast.sides.of("Orroe Front fighters") == 2
