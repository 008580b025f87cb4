"""Numbers in digits and words, and that each is read as what it was written for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.extract.numbers import Number, parse_number
from testimonia.extract.tokens import tokenize

NUMBERS = [
    ("60 men", 60, "60"),
    ("1,200 men", 1200, "1,200"),
    ("1\u00a0200 men", 1200, "1\u00a0200"),
    ("2 million men", 2_000_000, "2 million"),
    ("1.5 million men", 1_500_000, "1.5 million"),
    ("3 dozen men", 36, "3 dozen"),
    ("nine men", 9, "nine"),
    ("nineteen men", 19, "nineteen"),
    ("twenty-five men", 25, "twenty-five"),
    ("two hundred men", 200, "two hundred"),
    ("two hundred and fifty men", 250, "two hundred and fifty"),
    ("two hundred fifty-one men", 251, "two hundred fifty-one"),
    ("one thousand two hundred and five men", 1205, "one thousand two hundred and five"),
    ("three hundred thousand men", 300_000, "three hundred thousand"),
    ("a dozen men", 12, "a dozen"),
    ("half a dozen men", 6, "half a dozen"),
    ("a hundred men", 100, "a hundred"),
    ("a hundred and twenty men", 120, "a hundred and twenty"),
    ("dozen men", 12, "dozen"),
    ("three score men", 60, "three score"),
    ("zero men", 0, "zero"),
    ("nine and ten men", 9, "nine"),
    ("seven eight", 7, "seven"),
]
NO_NUMBERS = [
    "men",
    "a man",
    "an hour",
    "half the men",
    "half a league",
    "1.5 km",
    "twenty-men",
    "T-72",
    "59th",
    "18:52",
    ",",
    "hundred-fold",
]

_UNITS = "zero one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def in_words(number: int) -> str:
    """Write a number below 100,000 in English words: "two thousand three hundred and one"."""
    if number < 20:
        return f"{_UNITS} {_TEENS}".split()[number]
    if number < 100:
        ten, unit = divmod(number, 10)
        return _TENS.split()[ten - 2] + (f"-{in_words(unit)}" if unit else "")
    size, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    much, rest = divmod(number, size)
    link = " and " if 0 < rest < 100 else " "
    return f"{in_words(much)} {word}{link}{in_words(rest)}" if rest else f"{in_words(much)} {word}"


def read(text: str) -> tuple[Number | None, str]:
    """Give the number at the head of a text and the words that it takes."""
    tokens = tokenize(text)
    number = parse_number(tokens, 0)
    return number, text[: tokens[number.last - 1].end] if number else ""


@pytest.mark.parametrize(("text", "value", "words"), NUMBERS)
def test_a_number_is_read_to_its_end(text: str, value: int, words: str) -> None:
    number, taken = read(text)
    assert number is not None
    assert (number.value, taken) == (value, words)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert read(text)[0] is None


@pytest.mark.parametrize(
    ("text", "spelled", "scaled"),
    [("60", False, False), ("sixty", True, False), ("2 million", False, True), ("two million", True, True)],
)
def test_a_number_knows_how_it_was_written(text: str, spelled: bool, scaled: bool) -> None:
    number = read(text)[0]
    assert number is not None
    assert (number.spelled, number.scaled) == (spelled, scaled)


@given(st.integers(0, 10**9), st.sampled_from(["", ","]))
def test_any_number_in_digits_is_read_as_itself(value: int, separator: str) -> None:
    number = read(f"{value:{separator}} men")[0]
    assert number is not None
    assert number.value == value


@given(st.integers(0, 99_999))
def test_any_number_in_words_is_read_as_itself(value: int) -> None:
    number, taken = read(f"{in_words(value)} men")
    assert number is not None
    assert (number.value, taken) == (value, in_words(value))


@given(st.integers(1, 99))
def test_any_number_of_thousands_in_words_is_read_as_itself(thousands: int) -> None:
    number = read(f"{in_words(thousands)} thousand men")[0]
    assert number is not None
    assert number.value == 1000 * thousands


@pytest.mark.parametrize(
    ("text", "value"),
    [("two hundred and fifty thousand men", 250_000), ("a hundred and one thousand men", 101_000)],
)
def test_hundreds_and_tens_of_thousands_are_scaled_together(text: str, value: int) -> None:
    number = read(text)[0]
    assert number is not None
    assert number.value == value
