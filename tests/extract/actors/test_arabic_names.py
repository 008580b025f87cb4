"""Names from Arabic letters in two spellings."""

import pytest

from testimonia.extract.actors.arabic_names import are_arabic_spellings, consonants, is_arabic

ALIKE = [
    # one, other, whether they are one name
    ("Khalifa al-Rowayl", "Khalifa Rowail", True),
    ("Abdul Qader Dowleh", "Abdulqader Dawla", True),
    ("Abdul Jabbar al-Oqroe", "Abduljabbar Aqroe", True),
    ("Omar al-Rowayl", "Omar al-Rowayl", False),
    ("Ali al-Hasan", "Ali al-Husayn", False),
    ("Omar al-Rowayl", "Khalifa al-Rowayl", False),
    ("Omar al-Roe", "Omar ibn Tom al-Roe", False),
    ("Tom Rowe", "Tom Row", False),
]


@pytest.mark.parametrize(("one", "other", "alike"), ALIKE)
def test_spellings_of_one_name_have_the_same_consonants(one: str, other: str, alike: bool) -> None:
    assert are_arabic_spellings(one, other) is alike
    assert are_arabic_spellings(other, one) is alike


def test_which_names_the_rules_hold_for() -> None:
    assert is_arabic("Omar al-Roe")
    assert is_arabic("Abdulqader Roe")
    assert not is_arabic("Ann Roe")


def test_consonants_are_kept_as_they_sound() -> None:
    assert consonants("rowayl") == consonants("rowail") == consonants("rawwil") == "rvl"
