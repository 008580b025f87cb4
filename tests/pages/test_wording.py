"""How figures are put into words on a page."""

from __future__ import annotations

from typing import Any

import pytest

from testimonia.pages.locale import Locale
from testimonia.pages.wording import figure, in_words, item_words

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


@pytest.mark.parametrize(
    ("says", "article", "language", "told"),
    [
        ("The strength of side 1 was 203800.", "203,800 men", "en-GB", "The strength of side 1 was 203,800."),
        ("The strength of side 1 was 203800.", "203,800 men", "de", "The strength of side 1 was 203.800."),
        ("Between 12000 and 15000 fell.", "12–15 thousand", "en-GB", "Between 12,000 and 15,000 fell."),
        ("Side 1 had 1300 guns.", "1,300 guns", "en-GB", "Side 1 had 1300 guns."),
        ("5 of Unit 61398 fell.", "five men of Unit 61398", "en-GB", "5 of Unit 61398 fell."),
        ("5 fell on 2014-05-12/13 at 1.23456.", "", "en-GB", "5 fell on 2014-05-12/13 at 1.23456."),
    ],
)
def test_large_numbers_in_sentences_are_written_as_the_language_has_them(
    says: str, article: str, language: str, told: str
) -> None:
    assert in_words(says, article, Locale(language)) == told
