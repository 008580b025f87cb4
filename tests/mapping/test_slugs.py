"""ASCII names out of labels of any script."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.mapping.slugs import LONGEST, short_hash, slug


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Battle of the Ford (1618)", "battle-of-the-ford-1618"),
        ("Ka'at al-Hisn", "kaat-al-hisn"),
        ("Ka’at al-Ḥiṣn", "kaat-al-hisn"),
        ("Łódź – Przemyśl", "lodz-przemysl"),
        ("Straße Ærø ĳ Đakovo", "strasse-aero-ij-dakovo"),
        ("Þingvellir, Ísland", "thingvellir-island"),
        ("  twice   spaced  ", "twice-spaced"),
        ('"bandits"', "bandits"),
    ],
)
def test_latin_letters_lose_their_marks(label: str, name: str) -> None:
    assert slug(label) == name


@pytest.mark.parametrize("label", ["حلب", "Битва", "日本", "—", ""])
def test_labels_without_latin_letters_are_hashed_and_never_empty(label: str) -> None:
    assert re.fullmatch("[a-z2-7]{8}", slug(label))


def test_labels_that_differ_in_another_script_have_different_names() -> None:
    assert slug("Aleppo (حلب)") != slug("Aleppo (الرقة)")
    assert slug("Aleppo (حلب)").startswith("aleppo-")


def test_long_labels_are_cut_at_a_word_and_stay_different() -> None:
    first, second = (slug("a long name of many words " * 8 + end) for end in ("north", "south"))
    assert first != second
    assert len(first) <= LONGEST + 9


@given(st.text(max_size=60))
def test_a_slug_is_a_safe_step_of_a_path(label: str) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug(label))


@given(st.text(max_size=30))
def test_the_way_in_which_letters_are_composed_does_not_matter(label: str) -> None:
    assert slug(normalize("NFC", label)) == slug(normalize("NFD", label))


def test_a_hash_depends_on_the_parts_and_their_order() -> None:
    assert len({short_hash("a", "b"), short_hash("b", "a"), short_hash("ab"), short_hash("a", "b", "")}) == 4
