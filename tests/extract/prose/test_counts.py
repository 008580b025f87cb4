"""What is counted, and how many: phrases of older wars, each with its neighbours that mean something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract.prose import find_claims

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.extract.prose import Found, Scene

# phrase | measure, low, high
COUNTS = [
    # losses told as a list
    ("Tank losses consisted of 26 Panzer IV and 15 Panthers.", [("materiel_lost", 26, 26), ("materiel_lost", 15, 15)]),
    ("Dow losses included 700 casualties and 8–20 tanks.", [("losses", 700, 700), ("materiel_lost", 8, 20)]),
    ("It reported the loss of 51 tanks and assault guns, 82 half tracks and 294 other vehicles.", [("materiel_lost", 51, 51), ("materiel_lost", 82, 82), ("materiel_lost", 294, 294)]),
    ("It reported the loss of 51 tanks, and 82 lorries were left.", [("materiel_lost", 51, 51), ("materiel_strength", 82, 82)]),
    ("Tank losses in 1940 amounted to 90 tanks.", [("materiel_lost", 90, 90)]),
    ("They counted 500 dead and 1,000 men taken prisoner.", [("killed", 500, 500), ("captured", 1000, 1000)]),
    # ships named in a list are one count
    ("They sank the Wold destroyer Roe, the Dow destroyer Poe and the Dow boat MAS 534.", [("materiel_lost", 3, 3)]),
    ("They sank the destroyer Roe, the cruiser Dow fled.", [("materiel_lost", 1, 1)]),
    # parts of a whole
    ("The losses amounted to 35,866 men, of whom 27,412 were Dow and 8,454 Wold.", [("losses", 35866, 35866), ("losses", 27412, 27412), ("losses", 8454, 8454)]),
    ("In all, 3,200 Dows (201 officers and 3,000 soldiers) were taken prisoner.", [("captured", 3200, 3200), ("captured", 201, 201), ("captured", 3000, 3000)]),
    ("They executed the commander, Colonel Roe, and 101 of his officers.", [("killed", 1, 1), ("killed", 101, 101)]),
    ("Every man of the battalion was killed.", [("killed", None, None)]),
    ("The Roes accounted for sixteen of the twenty-three killed and thirty-four of the sixty-one wounded.", [("killed", 16, 16), ("wounded", 34, 34)]),
    ("Of the thirty killed, most were officers.", [("killed", 30, 30)]),
    # strength
    ("The landing brought the garrison's total strength to 8,320.", [("strength", 8320, 8320)]),
    ("From 80,000 to 100,000 troops were caught in the pocket.", [("strength", 80000, 100000)]),
    ("Forty raiders were caught by the police.", [("captured", 40, 40)]),
    ("The division was only short 1,750 personnel.", []),
    ("He demanded 1,000 lorries.", []),
    ("He had 40 Fiat M13/40 tanks and 20 L3/33 tankettes.", [("materiel_strength", 40, 40), ("materiel_strength", 20, 20)]),
    ("He had 20 tanks/40 guns.", [("materiel_strength", 20, 20), ("materiel_strength", 40, 40)]),
    ("He led 2,973 men and 20 cannon.", [("strength", 2973, 2973), ("materiel_strength", 20, 20)]),
    ("There were 116 heavy, medium and torpedo bombers.", [("materiel_strength", 116, 116)]),
    ("There were 116 heavy, medium and old soldiers.", [("strength", 116, 116)]),
    ("It has 1,700 km2, and compacted militia.", []),
    # numbers that count nobody
    ("Two 6 pdr anti-tank guns were knocked out.", [("materiel_lost", 2, 2)]),
    ("A 6 pdr gun was captured.", [("materiel_lost", 1, 1)]),
    ("The town fell to 47 Royal Marine Commando, which lost 9 men.", [("losses", 9, 9)]),
    ("The town fell to 47 Royal Marines.", [("strength", 47, 47)]),
    ("They lost 19 Pz IV.", [("materiel_lost", 19, 19)]),
    ("They lost 18.000 men.", [("losses", 18000, 18000)]),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "expected"), COUNTS, ids=[phrase for phrase, _ in COUNTS])
def test_a_phrase_counts(
    phrase: str, expected: list[tuple[str, int | None, int | None]], scenes_of: Callable[[str], list[Scene]]
) -> None:
    told: list[Found] = []
    for scene in scenes_of(phrase):
        told += find_claims(scene, tuple(told))
    counts = [(one.measure, one.quantity.low, one.quantity.high) for one in told]
    assert sorted(counts, key=str) == sorted(expected, key=str)
