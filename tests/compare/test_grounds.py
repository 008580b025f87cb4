"""The sentence that says why a relation holds."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from testimonia.compare import compare_claims
from testimonia.model import Findings, Relation

Compared = Callable[..., tuple[Relation, ...]]

CASES = [
    ("league on 2020-05-01: 20 killed of raiders", "head on 2020-05-23: 30-40 killed of raiders",
     ('FVL, 1 May 2020, of its enemy: 20 killed ("raiders"); head of the League, 23 May 2020, of its enemy: '
     '30–40 killed ("raiders"): the ranges do not meet; the same voice, later.')),
    ("league: none losses of league", "infobox: some killed of league",
     "FVL, of its own: none lost (FVL); the infobox: some killed (FVL): none against some."),
    ("infobox: ~60 strength of side 2", "lead: 13+ strength of side 2",
     "The infobox: about 60 strong (side 2); the lead: at least 13 strong (side 2): the first lies within the second."),
    ("watch on 2020: <1200 killed of civilians", "article: 9000 killed of civilians",
     "Valley Watch, 2020: up to 1,200 killed (civilians); the article: 9,000 killed (civilians): the ranges do not meet."),
    ("watch on -0030-09: 3 materiel_lost of ship by of side 2", "watch: not 3 materiel_lost of ship by of side 2",
     "Valley Watch, September 31 BCE: 3 ships lost (side 2); Valley Watch: 3 ships lost denied (side 2): one denies what the other says."),
    ("staff: 20 killed of army", "army and front: 20 killed of army",
     "General staff, of its own: 20 killed (Ardian Army); Ardian Army and Red Hill Front: 20 killed (Ardian Army): the figures are the same."),
    ("watch: 31 killed", "army: 20 killed of side 2",
     ("Ardian Army, of its enemy: 20 killed (side 2); Valley Watch: 31 killed (nobody named): the first counts "
     "one side alone, the second names nobody and may count everybody.")),
    ("watch: 12 killed", "army: 20 killed of side 2",
     ("Ardian Army, of its enemy: 20 killed (side 2); Valley Watch: 12 killed (nobody named): the first counts "
     "one side alone and is above the second, which cannot count everybody.")),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "ground"), CASES)
def test_a_ground_tells_both_claims_and_the_reason(
    first: str, second: str, ground: str, compared: Compared
) -> None:
    assert compared(first, second)[0].ground == ground


def test_a_party_guessed_from_the_order_is_called_a_guess(told: Callable[..., Findings]) -> None:
    findings = told("infobox: 1 killed of ardia", "army: 2 killed of ardian soldiers")
    guessed = replace(findings.claims[0], party_basis="order")
    (relation,) = compare_claims(replace(findings, claims=(guessed, findings.claims[1])))
    assert relation.ground.endswith(": the ranges do not meet; a party is guessed from the order.")
