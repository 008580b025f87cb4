"""Tokens: every word, number and sign of a passage, where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.extract.tokens import tokenize

CUTS = [
    ("Nine men fell.", "Nine|men|fell|."),
    ("1,200 men", "1,200|men"),
    ("1 200 men", "1|200|men"),
    ("1\u00a0200 men", "1\u00a0200|men"),
    ("12,34 men", "12|,|34|men"),
    ("1.5 million", "1.5|million"),
    ("They lost 60.", "They|lost|60|."),
    ("the 59th Regiment", "the|59th|Regiment"),
    ("at 18:52 sharp", "at|18:52|sharp"),
    ("20mm and 20 mm guns", "20mm|and|20|mm|guns"),
    ("a T-72, a Mi-8 and a Su-24MR", "a|T-72|,|a|Mi-8|and|a|Su-24MR"),
    ("a 2,000-strong column", "a|2,000|-|strong|column"),
    ("20-30 or 20–30 killed", "20|-|30|or|20|–|30|killed"),
    ("Arvo's men and the raiders' camp", "Arvo|'s|men|and|the|raiders|'|camp"),
    ("Arvo’s men", "Arvo|’s|men"),
    ("Jama'at al-Nur and the Franco-Malian force", "Jama'at|al-Nur|and|the|Franco-Malian|force"),
    ("Then-President Roe, a then-mayor", "Then-|President|Roe|,|a|then-|mayor"),
    ("the U.S. Navy", "the|U.S.|Navy"),
    ("P/O Roe and F/Lt Dow", "P/O|Roe|and|F/Lt|Dow"),
    ("and/or A/B", "and|/|or|A|/|B"),
    ("didn't", "didn't"),
    ("470+ (est.)", "470|+|(|est|.|)"),
    ("well... no", "well|...|no"),
    ("“bandits”", "“|bandits|”"),
    ("£40,000", "£|40,000"),
    ("", ""),
]
KINDS = [
    ("nine", "word"), ("9", "number"), ("1,200", "number"), ("1.5", "number"), ("9th", "ordinal"), ("9:30", "time"), (",", "sign"),
    ("20mm", "word"), ("T-72", "word"), ("É", "word"),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "cut"), CUTS)
def test_a_text_is_cut_into_words_numbers_and_signs(shown: str, cut: str) -> None:
    assert "|".join(token.text for token in tokenize(shown)) == cut


@pytest.mark.parametrize(("shown", "kind"), KINDS)
def test_a_token_has_a_kind(shown: str, kind: str) -> None:
    assert [token.kind for token in tokenize(shown)] == [kind]


def test_a_possessive_is_a_sign() -> None:
    assert [token.kind for token in tokenize("Arvo's men")] == ["word", "sign", "word"]


def test_lower_case_makes_curly_quotes_straight() -> None:
    assert [token.low for token in tokenize("“Jama’at”")] == ['"', "jama'at", '"']


@pytest.mark.parametrize(
    ("shown", "capital"), [("Arvo", True), ("arvo", False), ("9", False), ("Émile", True), ("!", False)]
)
def test_only_words_with_a_capital_letter_are_capital(shown: str, capital: bool) -> None:
    assert [token.capital for token in tokenize(shown)] == [capital]


@given(st.text(max_size=80))
def test_every_token_stands_where_it_says(shown: str) -> None:
    for token in tokenize(shown):
        assert token.text == shown[token.start : token.end]


@given(st.text(max_size=80))
def test_tokens_cover_all_but_white_space_and_do_not_overlap(shown: str) -> None:
    at = 0
    for token in tokenize(shown):
        assert token.start >= at
        assert not shown[at : token.start].strip()
        assert token.text == token.text.strip()
        at = token.end
    assert not shown[at:].strip()
