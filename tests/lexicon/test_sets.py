"""Sets of words, and what they are looked up for."""

from __future__ import annotations

import pytest

from testimonia.lexicon import plural_of


@pytest.mark.parametrize(
    ("item", "plural"),
    [
        ("tank", "tanks"),
        ("heavy tank", "heavy tanks"),
        ("Tank", "tanks"),
        ("T-55 tank", "T-55 tanks"),
        ("mosquito", "Mosquitoes"),
        ("aircraft", "aircraft"),
        ("tanks", "tanks"),
        ("U-864", "U-864"),
    ],
)
def test_a_kind_of_equipment_has_a_plural(item: str, plural: str) -> None:
    assert plural_of(item) == plural
