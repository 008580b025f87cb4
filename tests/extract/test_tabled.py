"""Tables of casualties: whose the figures of a row are, who gives them, and what a bare figure counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings
from testimonia.read import read_article

if TYPE_CHECKING:
    from testimonia.model import Claim, Findings

_BOX = """= Battle of Orm =

Infobox
- Conflict: Battle of Orm
- Date: 3 May 2022 – 9 June 2022
- Combatant1: Vastland
- Combatant2: Lornia

The Battle of Orm was fought from 3 May to 9 June 2022.

== {title} ==
{table}
"""
_FOUR = "| Breakdown | Casualties | Time period | Source |\n| --- | --- | --- | --- |\n"

# label | title of the section, table | measure, low, parties, side, category, sayers of each claim
TABLES = [
    ("force and source", "Losses", _FOUR + "| Vastland forces (VA, VN) | 1,680+ killed | 3 May – 9 June | Lornian General Staff |",
     [("killed", 1680, ["Vastland forces"], 1, "combatants", ["Lornian General Staff"])]),
    ("a source that tells more", "Losses", _FOUR + "| Lornia forces | 320 killed | May | Vastland Ministry of Defence 20 killed (3 May), 30 killed (4 May) |",
     [("killed", 320, ["Lornia forces"], 2, "combatants", ["Vastland Ministry of Defence"]),
      ("killed", 20, ["Lornia forces"], 2, "combatants", ["Vastland Ministry of Defence"]),
      ("killed", 30, ["Lornia forces"], 2, "combatants", ["Vastland Ministry of Defence"])]),
    ("an area is nobody", "Civilian casualties", "| Area | Casualties | Source |\n| --- | --- | --- |\n| Old Town | 60 killed, 7 wounded | Lornian government |",
     [("killed", 60, [], None, "civilians", ["Lornian government"]), ("wounded", 7, [], None, "civilians", ["Lornian government"])]),
    ("bare figures", "Losses", "| Force | Soldiers killed | Wounded |\n| --- | --- | --- |\n| Vastland | 300 | 1,200–1,500 |\n| Lornia | ? | 70 |",
     [("killed", 300, ["Vastland"], 1, "combatants", []), ("wounded", 1200, ["Vastland"], 1, "combatants", []),
      ("wounded", 70, ["Lornia"], 2, "combatants", [])]),
    ("a numbered unit", "Losses", "| Unit | Strength on 1 May |\n| --- | --- |\n| 7th Vastland Division | 8,000 |",
     [("strength", 8000, ["7th Vastland Division"], 1, "combatants", [])]),
    ("a sum is nobody's", "Losses", "| Force | Killed |\n| --- | --- |\n| Total | 900 |", [("killed", 900, [], None, "unknown", [])]),
    ("civilians beside soldiers", "Civilians and soldiers", "| Side | Civilians | Killed |\n| --- | --- | --- |\n| Lornia | many | 40 |",
     [("killed", 40, ["Lornia"], 2, "combatants", [])]),
    ("machines need words", "Losses", "| Force | Tanks lost |\n| --- | --- |\n| Lornia | 40 |", []),
    ("no casualties at all", "Forces", "| Commander | Born |\n| --- | --- |\n| Ann Roe | 1960 |", []),
    ("one column is a list", "Losses", "| Casualties |\n| --- |\n| 40 killed |", [("killed", 40, [], None, "unknown", [])]),
]  # fmt: skip


def _told(findings: Findings, claim: Claim) -> tuple[object, ...]:
    names = {actor.key: actor.label for actor in findings.actors}
    parties = [names[key] for key in claim.parties]
    sayers = [names[key] for key in claim.claimants]
    return claim.measure, claim.quantity.low, parties, claim.side, claim.category, sayers


@pytest.mark.parametrize(("label", "title", "table", "expected"), TABLES, ids=[one[0] for one in TABLES])
def test_a_row_tells_whose_its_figures_are(
    label: str, title: str, table: str, expected: list[tuple[object, ...]]
) -> None:
    findings = extract_findings(read_article(_BOX.format(title=title, table=table), form="plain"))
    assert [_told(findings, claim) for claim in findings.claims if claim.zone == "table"] == expected, label


def test_a_table_of_wikitext_is_read_like_one_of_bars() -> None:
    text = """{{Infobox military conflict|conflict=Battle of Orm|combatant1=Vastland|combatant2=Lornia}}
The '''Battle of Orm''' was fought in May 2022.
== Losses ==
{| class="wikitable"
|+ Losses of both armies
! Side !! [[Killed in action|KIA]] !! Wounded
|-
| [[Vastland]] || 300<ref>Roe</ref> || 700
|-
| Lornia
| 40
| 90
|}
"""
    findings = extract_findings(read_article(text, form="wikitext"))
    told = [(c.measure, c.quantity.low, c.side) for c in findings.claims if c.zone == "table"]
    assert told == [("killed", 300, 1), ("wounded", 700, 1), ("killed", 40, 2), ("wounded", 90, 2)]


def test_a_table_of_ships_tells_what_became_of_each() -> None:
    text = """{{Infobox military conflict|conflict=Battle of Orm|combatant1=Vastland|combatant2=Norway}}
The '''Battle of Orm''' was fought in May 1942.
== Ships ==
{| class="wikitable"
! Ship !! Flag !! Tonnage !! Fate
|-
| SS ''Tarro'' || Norway || 5,000 || Sunk by a submarine on 3 May
|-
| SS ''Wendel'' || Norway || 3,000 || Arrived
|-
| SS ''Poel'' || Vastland || 900 || Damaged by bombs
|}
"""
    findings = extract_findings(read_article(text, form="wikitext"))
    told = [(c.measure, c.quantity.low, c.side) for c in findings.claims if c.measure == "materiel_lost"]
    assert told == [("materiel_lost", 1, 2), ("materiel_lost", 1, 1)]
