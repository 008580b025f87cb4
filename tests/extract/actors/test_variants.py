"""Spellings of one name."""

import pytest

from testimonia.extract.actors.variants import are_spellings, distance, is_short_first_name

CASES = [
    ("Vitaly Roe", "Vitaliy Roe", True),
    ("Hussam Orr", "Husam Orr", True),
    ("Roe-Thompson", "Roe-Thomson", True),
    ("Aleksandr Orrovsky", "Aleksandr Orrovskiy", True),
    ("Abu Mohammad al-Orr", "Abu Muhammed al-Orr", True),
    ("Tom al-Saud", "Tom al-Sa'aoud", True),
    ("Jund al-Kayes", "Jund al-Kaeys", True),
    ("Hasan Roe", "Husayn Roe", False),
    ("Mar Roe", "Mer Roe", False),
    ("Berling", "Berlin", False),
    ("Octavia", "Octavian", False),
    ("Austria", "Australia", False),
    ("Ann Roe", "Anna Dow", False),
    ("Ann Roe", "Ann Roe", False),
    ("5th Army", "6th Army", False),
    ("Roe Force", "Roe Forces", False),
    ("Louis I", "Louis V", False),
    ("XXXXI Tank Corps", "XXXIX Tank Corps", False),
    ("Ann Roe", "Roe", False),
]


@pytest.mark.parametrize(("one", "other", "same"), CASES)
def test_two_spellings(one: str, other: str, same: bool) -> None:
    assert are_spellings(one, other) is same
    assert are_spellings(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [("roe", "roe", 0), ("roe", "row", 1), ("roe", "rowed", 2), ("roe", "reo", 1), ("roe", "orange", 3)],
)
def test_the_letters_between_two_words(one: str, other: str, letters: int) -> None:
    assert distance(one, other) == letters


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("archie", "archibald", True),
        ("david", "dave", True),
        ("bill", "william", True),
        ("tom", "thomas", True),
        ("hans", "hannah", False),
        ("ann", "anton", False),
        ("ann", "ann", False),
    ],
)
def test_short_first_names(one: str, other: str, short: bool) -> None:
    assert is_short_first_name(one, other) is short
