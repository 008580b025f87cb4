"""How figures are put into words on a page."""

from __future__ import annotations

from typing import Any

import pytest

from testimonia.pages.wording import figure, item_words

HEAD = """= Battle of Orr Hill =
Infobox
- conflict: Battle of Orr Hill
- date: 12 May 2014
- combatant1: Mali
- combatant2: Red Column
- casualties2: 4 tanks destroyed

The battle of Orr Hill took place on 12 May 2014.

== Losses ==
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Malian army said that six tanks were destroyed.", "6 tanks lost"),
        ("The Malian army said that at least eight tanks were destroyed.", "8 or more tanks lost"),
        ("The Malian army said that several tanks were destroyed.", "several tanks lost"),
    ],
)
def test_equipment_is_told_with_its_number_wherever_it_was_read(
    sentence: str, told: str, shelve: Any, frame: Any
) -> None:
    dossier = shelve({"hill.txt": f"{HEAD}{sentence}\n"}).event("Orr Hill")
    (said,) = (said for said in dossier.claims if said.record.zone == "prose" and said.record.item)
    assert figure(said, frame.locale) == told
    assert item_words(said, frame.locale) == told.removesuffix(" lost")
