"""What a claim says, in one English sentence."""

from __future__ import annotations

from typing import Any

import pytest

from testimonia.mapping.proposition import proposition
from testimonia.model import Actor, Claim, Quantity, Span

HERE = Span(0, 1)


def group(label: str) -> Actor:
    return Actor(label, label, "described group", HERE)


def named(label: str, *aliases: str, kind: Any = "state") -> Actor:
    return Actor(label, label, kind, HERE, aliases)


RAIDERS, SOLDIERS, GUARD = group("raiders"), group("the Northern soldiers"), group("border guard")
POLICE, NORTH = group("police"), named("Northland")
FRONT = named("Popular Front for the Liberation of the Marsh", "the Front", "PFLM", kind="armed group")
COLONEL = named("Colonel Ag Amma", kind="person")
ONE, TWO, SOME = ("exact", 1, 1), ("exact", 2, 2), ("vague", None, None)

CASES: list[tuple[str, tuple[Any, ...], str | None, tuple[Actor, ...], int | None, str, str]] = [
    # measure, quantity, wording, parties, side, category, sentence
    ("killed", ("lower_bound", 12, None), None, (RAIDERS,), 2, "combatants", "At least 12 raiders were killed."),
    ("killed", ("range", 30, 40), None, (RAIDERS,), 2, "combatants", "Between 30 and 40 raiders were killed."),
    ("killed", ("upper_bound", None, 9), None, (RAIDERS,), 2, "combatants", "At most 9 raiders were killed."),
    ("wounded", ("approximate", 60, 60), None, (RAIDERS,), 2, "combatants", "About 60 raiders were wounded."),
    ("killed", ONE, None, (RAIDERS,), 2, "combatants", "1 of the raiders was killed."),
    ("killed", ONE, None, (GUARD,), 1, "combatants", "1 border guard was killed."),
    ("killed", TWO, None, (GUARD,), 1, "combatants", "2 members of the border guard were killed."),
    ("killed", TWO, None, (POLICE,), 1, "combatants", "2 police were killed."),
    ("killed", SOME, "some", (SOLDIERS,), 1, "combatants", "Some Northern soldiers were killed."),
    ("captured", SOME, "Dozens", (SOLDIERS,), 1, "combatants", "Dozens of Northern soldiers were captured."),
    ("captured", SOME, "an uncounted number of", (RAIDERS,), 1, "combatants", "An uncounted number of raiders were captured."),
    ("killed", SOME, "heavy", (RAIDERS,), 1, "combatants", "An unstated number of raiders were killed (“heavy”)."),
    ("killed", ("none", 0, 0), None, (SOLDIERS,), 1, "combatants", "No Northern soldiers were killed."),
    ("killed", ONE, None, (COLONEL,), 1, "combatants", "Colonel Ag Amma was killed."),
    ("captured", ONE, None, (NORTH,), 1, "combatants", "1 combatant of Northland was captured."),
    ("killed", TWO, None, (NORTH, FRONT), 1, "mixed", "2 people of Northland and PFLM were killed."),
    ("killed", ONE, None, (), None, "civilians", "1 civilian was killed."),
    ("killed", TWO, None, (), 2, "unknown", "2 people of side 2 were killed."),
    ("killed", ("exact", None, None), None, (), None, "civilians", "An unstated number of civilians were killed."),
    ("killed_or_wounded", TWO, None, (RAIDERS,), 1, "combatants", "2 raiders were killed or wounded."),
    ("neutralised", TWO, None, (RAIDERS,), 1, "combatants", "2 raiders were neutralised."),
    ("missing", ONE, None, (), None, "civilians", "1 civilian was missing."),
    ("surrendered", TWO, None, (RAIDERS,), 1, "combatants", "2 raiders surrendered."),
    ("displaced", ("lower_bound", 900, None), None, (), None, "civilians", "At least 900 civilians were displaced."),
    ("killed", ("unknown", None, None), None, (RAIDERS,), 1, "combatants", "The number of raiders killed is unknown."),
    ("killed", ("not_reported", None, None), None, (), None, "civilians", "The number of civilians killed is not reported."),
    ("losses", ("none", 0, 0), None, (NORTH,), 1, "combatants", "Northland had no losses."),
    ("losses", ("none", 0, 0), None, (SOLDIERS,), 1, "combatants", "The Northern soldiers had no losses."),
    ("losses", ONE, None, (), 1, "combatants", "Side 1 had 1 loss."),
    ("losses", SOME, "heavy", (), 1, "combatants", "Side 1 had heavy losses."),
    ("losses", SOME, "hundreds", (), None, "combatants", "There were hundreds of losses."),
    ("losses", SOME, "dozens of", (), None, "combatants", "There were dozens of losses."),
    ("losses", ONE, None, (), None, "combatants", "There was 1 loss."),
    ("losses", ("unknown", None, None), None, (), 2, "combatants", "The losses of side 2 are unknown."),
    ("losses", ("not_reported", None, None), None, (), None, "combatants", "The losses are not reported."),
    ("strength", ("unknown", None, None), None, (), 1, "combatants", "The strength of side 1 is unknown."),
    ("strength", ("approximate", 60, 60), None, (), 2, "combatants", "The strength of side 2 was about 60."),
    ("strength", ("exact", 60, 60), None, (RAIDERS,), 2, "combatants", "The strength of the raiders was 60."),
    ("strength", SOME, "several hundred", (NORTH,), 1, "combatants", "The strength of Northland was “several hundred”."),
    ("strength", ("none", 0, 0), None, (), None, "combatants", "The strength was 0."),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "quantity", "wording", "parties", "side", "category", "sentence"), CASES)
def test_people_are_counted_in_good_english(
    measure: Any,
    quantity: Any,
    wording: str | None,
    parties: tuple[Actor, ...],
    side: int | None,
    category: Any,
    sentence: str,
) -> None:
    claim = Claim(
        measure,
        Quantity(quantity[0], quantity[1], quantity[2], "", wording),
        "e",
        HERE,
        HERE,
        "r",
        1,
        side=side,
        category=category,
    )
    assert proposition(claim, parties) == sentence


@pytest.mark.parametrize(
    ("measure", "quantity", "wording", "item", "parties", "sentence"),
    [
        ("materiel_lost", ("exact", 3, 3), None, "tank", (), "3 tanks were lost."),
        ("materiel_lost", ONE, None, "tank", (NORTH,), "1 tank of Northland was lost."),
        ("materiel_lost", ONE, None, "tanks", (), "1 tank was lost."),
        ("materiel_lost", TWO, None, "the lorry", (), "2 lorries were lost."),
        ("materiel_lost", TWO, None, "aircraft", (), "2 aircraft were lost."),
        ("materiel_lost", TWO, None, "ship of the line", (), "2 ships of the line were lost."),
        ("materiel_lost", TWO, None, "bus", (), "2 buses were lost."),
        ("materiel_lost", ("none", 0, 0), None, "gun", (), "No guns were lost."),
        ("materiel_lost", SOME, "several", "gunboat", (NORTH,), "Several gunboats of Northland were lost."),
        ("materiel_lost", SOME, "dozens", "gunboat", (), "Dozens of gunboats were lost."),
        ("materiel_lost", TWO, None, None, (), "2 pieces of equipment were lost."),
        ("materiel_lost", ("unknown", None, None), None, "gun", (NORTH,), "The number of guns of Northland lost is unknown."),
        ("materiel_strength", ("lower_bound", 20, None), None, "gun", (NORTH,), "Northland had at least 20 guns."),
        ("materiel_strength", TWO, None, "frigate", (), "2 frigates took part."),
        ("materiel_strength", ("unknown", None, None), None, "frigate", (), "The number of frigates is unknown."),
    ],
)  # fmt: skip
def test_equipment_is_counted_in_good_english(
    measure: Any,
    quantity: Any,
    wording: str | None,
    item: str | None,
    parties: tuple[Actor, ...],
    sentence: str,
) -> None:
    claim = Claim(
        measure,
        Quantity(quantity[0], quantity[1], quantity[2], "", wording),
        "e",
        HERE,
        HERE,
        "r",
        1,
        item=item,
    )
    assert proposition(claim, parties) == sentence
