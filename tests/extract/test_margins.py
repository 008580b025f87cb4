"""Notes within the values of an infobox tell like prose, and of the side that the value is about."""

import pytest

from testimonia.extract import extract_findings
from testimonia.read import read_article

_BOX = "{{{{Infobox military conflict|conflict=Battle of Orrin|date=3–9 May 1984|combatant1=Vastland|combatant2=Lornia|{line}}}}}\nThe '''Battle of Orrin''' was fought in May 1984.\n"

# line of the infobox | measure, low, side, scope of what its notes tell
NOTES = [
    ("casualties1 = 969 casualties{{efn|122 killed, 588 wounded and 259 missing}}", [("killed", 122, 1, "main"), ("wounded", 588, 1, "main"), ("missing", 259, 1, "main")]),
    ("casualties2 = 36 aircraft{{efn|33 fighters, 3 bombers}}", [("materiel_lost", 33, 2, "main"), ("materiel_lost", 3, 2, "main")]),
    ("strength2 = 350 aircraft{{efn|Of which 300 bombers and 50 fighters.}}", [("materiel_strength", 300, 2, "main"), ("materiel_strength", 50, 2, "main")]),
    ("casualties1 = 72 aircraft{{#tag:ref|Over 1,700 aircraft were employed.|group=nb}}", [("materiel_strength", 1700, 1, "main")]),
    ("casualties3 = many{{efn|At least 40 civilians were killed.}}", [("killed", 40, None, "main")]),
    ("result = Vastland victory{{efn|Lornia lost 90 men.}}", [("losses", 90, 2, "sub")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), NOTES, ids=[line for line, _ in NOTES])
def test_a_note_in_the_infobox_counts_for_the_side_of_its_value(
    line: str, expected: list[tuple[str, int, int | None, str]]
) -> None:
    findings = extract_findings(read_article(_BOX.format(line=line)))
    told = [claim for claim in findings.claims if claim.rule.startswith("prose.")]
    assert [(c.measure, c.quantity.low, c.side, c.scope) for c in told] == expected
    assert {claim.zone for claim in told} == {"infobox"}
