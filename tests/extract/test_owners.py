"""Whose people or machines are counted, where the words of the count do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

STATES = "- Date: 2 May 2013\n- Combatant1: Mali\n- Combatant2: Niger"

SIDES = [
    ("a force of counted parts", "Mali met the Nigerien fleets of three carriers and four tugs.", [2, 2]),
    ("a force with counted parts", "Mali was stopped by a Nigerien battalion with two squadrons.", [2]),
    ("a force that has something", "Mali was driven off, as Nigerien forces, supported by 40 tanks, attacked.", [2]),
    ("the subject of the clause", "Mali met Niger with 40 tanks.", [1]),
    ("whom the sentences before were about", "Malians held the town. They had 40 tanks.", [1]),
    ("the last of whom the talk was before", "Malians held the town. Nigeriens came. Three tanks burnt.", [2]),
    ("men of a side spoken of", "Malians held the town. There were 400 horsemen.", [1]),
    ("men of a people of no side", "Malians held the town. There were 400 Swiss horsemen.", [None]),
    ("men of somebody unknown", "Malians held the town. There were Orr's 400 horsemen.", [None]),
    ("a list under a camp", "Losses:\n\n- Niger\n- 40 killed\n- 20 tanks lost", [2, 2]),
    ("an item under a unit", "Units:\n\n- 7th Malian Division (General Orr)\n- approx. 8,000 men", [1]),
    ("an item that begins with a name of its own", "Units:\n\n- 7th Malian Division (General Orr)\n- Total: 8,000 men", [None]),
    ("a section about one camp", "It rained.\n\n=== Nigerien forces ===\n\nThere were 400 horsemen.", [2]),
    ("a section on what a camp lost", "It rained.\n\n=== Nigerien casualties ===\n\nThere were 40 soldiers killed.", [2]),
    ("a section about both", "It rained.\n\n=== Opposing forces ===\n\nThere were 400 horsemen.", [None]),
    ("repulsed with", "Malian troops tried to cross, but were repulsed with up to 100 soldiers killed.", [1]),
    ("whose attack did it", "An attack by Malian bombers sank two tugs.", [2]),
    ("whoever is named before may have done it", "Malians were near and mortar fire destroyed one tank.", [None]),
    ("one list of losses", "The Malians lost 40 men killed, ten tanks and four lorries destroyed.", [1, 1, 1]),
    ("despite", "The Malian brigade held the ford, despite sustaining heavy losses.", [1]),
    ("behind the participle", "The fight ended with three killed Malians.", [1]),
    ("dressed as others", "Malian scouts dressed as Nigerien guards tried to cross, but were all captured.", [1]),
    ("ordered to do something", "Malian forces ordered to storm the Nigerien fort numbered 300 men and 20 tanks.", [1, 1]),
    ("amid losses", "The Nigeriens held the ford. Amid heavy losses and much rain, the Malians withdrew.", [1]),
    ("losses without a comma", "The Nigeriens took the ford, but despite heavy losses the Malians held the hill.", [1]),
    ("an offensive has no losses", "After heavy casualties, the offensive was called off.", [None]),
    ("of its own", "Mali claimed 30 Nigerien deaths with no losses of its own.", [2, 1]),
    ("losses in two divisions", "It went on, despite many casualties in the two Malian armoured divisions.", [1]),
    ("losing beside a comma", "The Nigeriens, losing 40 men, fell back.", [2]),
    ("having lost beside a comma", "The Nigeriens, having lost 40 men, fell back.", [2]),
    ("prisoners beside a village", "The 8th Malian Guards had taken the village and 70 prisoners.", [2]),
    ("taking prisoners", "The Malians overran the Nigerien positions taking 90 prisoners.", [2]),
    ("gaining and taking", "The Malians attacked, gaining the hill and taking 90 prisoners.", [2]),
    ("the enemy of whoever does it", "Malians destroyed 12 enemy tanks.", [2]),
    ("the enemy of whoever is named before", "Nigeriens held the hill against 2,000 enemy soldiers.", [1]),
    ("the enemy of nobody named", "Malians came. The enemy lost 300 men.", [None]),
    ("losses inflicted on those driven back", "A task force drove back Nigerien forces, inflicting heavy losses in men.", [2]),
    ("losses inflicted in men", "Malian forces advanced, inflicting heavy losses in men.", [2]),
    ("fire from somebody", "The column met with fire from Malian guns, which caused huge losses.", [2]),
    ("losses during a day", "Malian losses during the first day numbered 30 dead and one missing.", [1, 1]),
    ("losses told as prisoners", "Malian losses numbered 600 POWs and 200 dead.", [1, 1]),
    ("the dead were", "A number of the dead were reportedly Malians.", [1]),
    ("the dead were known as", "Ten of those killed were confirmed as Malian soldiers.", [1]),
    ("the dead included", "Some of the dead also included Malian soldiers.", [1]),
    ("the losses were not", "Ten casualties were reported.", [None]),
    ("of these", "The 7th Malian Division counted 75 casualties. Of these 10 were killed.", [1, 1]),
    ("some of these", "The Malians lost 50 soldiers. Five of these were beheaded.", [1, 1]),
    ("a people alone below the order of battle", "It rained.\n\n=== Order of battle ===\n\n==== Nigerien ====\n\nThere were 400 horsemen.", [2]),
    ("a people in brackets", "It rained.\n\n=== Convoy 5 (Nigerien) ===\n\nTwo transports sank.", [2]),
    ("of whom", "The Malian brigade suffered 90 casualties, of which 20 men were killed.", [1, 1]),
    ("one list of what they face", "Malians faced 300 men, 20 tanks and nine guns.", [2, 2, 2]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sides"), [pytest.param(text, sides, id=label) for label, text, sides in SIDES]
)
def test_what_is_counted_is_on_a_side(
    text: str, sides: list[int | None], article_of: Callable[..., Article]
) -> None:
    findings = extract_findings(article_of(text, infobox=STATES))
    assert [claim.side for claim in findings.claims] == sides


PARTIES = [
    ("his soldiers", "Tom Orr's retreat was hard and many of his soldiers died.", ["Tom Orr"]),
    ("who has them", "In 1948 the Soviets had 485,000 troops.", ["Soviets"]),
    ("nobody who is named", "The men had 20 guns.", []),
    ("one list of what an army has", "Tom Orr's army numbered 300 men and 20 guns.", ["Tom Orr's army"]),
    ("told of by a clerk", "Captain Tom Orr was reported by a clerk to have been wounded.", ["Tom Orr"]),
    ("pilots", "The Orr Squadron lost nine planes and four pilots were missing.", ["Orr Squadron"]),
    ("an operation", "Operation Orr was halted with many tank losses.", []),
    ("a rank of two words", "Brig. Gen. Tom Orr, a Malian, was killed.", ["Tom Orr"]),
    ("no building", "The raid hit the Kayes Tower, killing five people.", ["people"]),
]


@pytest.mark.parametrize(
    ("text", "parties"), [pytest.param(text, parties, id=label) for label, text, parties in PARTIES]
)
def test_without_sides_the_owner_is_the_party(
    text: str, parties: list[str], article_of: Callable[..., Article]
) -> None:
    findings = extract_findings(article_of(text))
    labels = {actor.key: actor.label for actor in findings.actors}
    assert [labels[key] for key in findings.claims[-1].parties] == parties


FIGHTERS = [
    ("losses of a people", "The Malians suffered heavy losses.", "combatants"),
    ("killed of a people", "Nine Malians were killed in the attack.", "combatants"),
    ("people", "Nine people were killed.", "unknown"),
    ("villagers", "Nine Malian villagers were captured.", "civilians"),
    ("nobody", "There were heavy losses.", "unknown"),
    ("a mayor", "Tom Orr, the mayor of Kayes, was killed by troops.", "civilians"),
    ("a minister", "The defence minister Tom Orr was killed.", "combatants"),
]


@pytest.mark.parametrize(
    ("text", "category"), [pytest.param(text, category, id=label) for label, text, category in FIGHTERS]
)
def test_a_side_s_losses_are_of_those_who_fight(
    text: str, category: str, article_of: Callable[..., Article]
) -> None:
    findings = extract_findings(article_of(text, infobox=STATES))
    assert [claim.category for claim in findings.claims] == [category]


def test_tanks_in_a_war_with_rebels_are_the_army_s(article_of: Callable[..., Article]) -> None:
    infobox = "- Combatant1: Mali\n- Combatant2: Ridge Front"
    findings = extract_findings(article_of("A column of 42 tanks headed for the town.", infobox=infobox))
    assert [claim.side for claim in findings.claims] == [1]
