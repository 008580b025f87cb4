"""Figures: number phrases with their bounds, vague words, and numbers that count nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.extract.figures import Figure, find_figures, vague_adjective
from testimonia.extract.tokens import tokenize

COUNTS: list[tuple[str, str, int | None, int | None, str]] = [
    ("60 men", "exact", 60, 60, "60"),
    ("sixty men", "exact", 60, 60, "sixty"),
    ("1,200 men", "exact", 1200, 1200, "1,200"),
    ("a dozen men", "exact", 12, 12, "a dozen"),
    ("half a dozen men", "exact", 6, 6, "half a dozen"),
    ("a total of 60 men", "exact", 60, 60, "a total of 60"),
    ("over a dozen men", "lower_bound", 12, None, "over a dozen"),
    ("at least 27 men", "lower_bound", 27, None, "at least 27"),
    ("no fewer than nine men", "lower_bound", 9, None, "no fewer than nine"),
    ("not less than 100 men", "lower_bound", 100, None, "not less than 100"),
    ("more than 40 men", "lower_bound", 40, None, "more than 40"),
    ("upwards of 300 men", "lower_bound", 300, None, "upwards of 300"),
    ("470+ men", "lower_bound", 470, None, "470+"),
    ("200 or more men", "lower_bound", 200, None, "200 or more"),
    (">60 men", "lower_bound", 60, None, ">60"),
    ("up to 200 men", "upper_bound", None, 200, "up to 200"),
    ("fewer than forty men", "upper_bound", None, 40, "fewer than forty"),
    ("no more than 40 men", "upper_bound", None, 40, "no more than 40"),
    ("as many as 90 men", "upper_bound", None, 90, "as many as 90"),
    ("about 60 men", "approximate", 60, 60, "about 60"),
    ("~60 men", "approximate", 60, 60, "~60"),
    ("c. 60 men", "approximate", 60, 60, "c. 60"),
    ("some 60 men", "approximate", 60, 60, "some 60"),
    ("20 or so men", "approximate", 20, 20, "20 or so"),
    ("nearly 300 men", "approximate", 300, 300, "nearly 300"),
    ("an estimated 1,200 men", "approximate", 1200, 1200, "an estimated 1,200"),
    ("20-30 men", "range", 20, 30, "20-30"),
    ("20–30 men", "range", 20, 30, "20–30"),
    ("30 to 40 men", "range", 30, 40, "30 to 40"),
    ("two or three men", "range", 2, 3, "two or three"),
    ("between 35 and 40 men", "range", 35, 40, "between 35 and 40"),
    ("between 35 and more than 40 men", "lower_bound", 35, None, "between 35 and more than 40"),
    ("from 30 to 40 men", "range", 30, 40, "from 30 to 40"),
    ("15–20,000 men", "range", 15_000, 20_000, "15–20,000"),
    ("2-3 million men", "range", 2_000_000, 3_000_000, "2-3 million"),
    ("two to three hundred men", "range", 200, 300, "two to three hundred"),
    ("500–2,000 men", "range", 500, 2000, "500–2,000"),
    ("no men", "none", 0, 0, "no"),
    ("none of the men", "none", 0, 0, "none of"),
    ("zero men", "none", 0, 0, "zero"),
    ("0 men", "none", 0, 0, "0"),
    ("several men", "vague", None, None, "several"),
    ("several hundred men", "vague", None, None, "several hundred"),
    ("dozens of men", "vague", None, None, "dozens of"),
    ("hundreds of men", "vague", None, None, "hundreds of"),
    ("many men", "vague", None, None, "many"),
    ("a few men", "vague", None, None, "a few"),
    ("an unknown number of men", "unknown", None, None, "an unknown number of"),
    ("an unspecified number of men", "unknown", None, None, "an unspecified number of"),
]
NO_COUNTS = [
    "20 mm guns", "a 20-mm gun", "3 km away", "90 percent of it", "90% of it", "Hill 123", "number 5", "camp number 1", "Highway 61", "$400 was paid",
    "£40,000 was paid", "1.5 km", "the 59th Regiment", "at 18:52", "three days", "six hours later", "T-72", "two-thirds", "the men",
]  # fmt: skip


def only(text: str) -> Figure:
    (figure,) = find_figures(tokenize(text))
    return figure


@pytest.mark.parametrize(("text", "kind", "low", "high", "words"), COUNTS)
def test_a_figure_has_bounds_and_words(
    text: str, kind: str, low: int | None, high: int | None, words: str
) -> None:
    quantity = only(text).quantity
    assert (quantity.kind, quantity.low, quantity.high, quantity.verbatim) == (kind, low, high, words)


@pytest.mark.parametrize("text", NO_COUNTS)
def test_measures_names_and_money_are_no_figures(text: str) -> None:
    assert find_figures(tokenize(text)) == []


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("several men", "several"),
        ("an unknown number of men", "an unknown number of"),
        ("60 men", None),
        ("no men", None),
    ],
)
def test_only_a_figure_without_bounds_keeps_its_wording(text: str, wording: str | None) -> None:
    assert only(text).quantity.wording == wording


@pytest.mark.parametrize(("text", "estimated"), [("an estimated 60 men", True), ("about 60 men", False)])
def test_an_estimate_is_told_from_an_approximation(text: str, estimated: bool) -> None:
    assert only(text).estimated is estimated


def test_a_bound_belongs_to_the_figure_behind_it() -> None:
    found = find_figures(tokenize("20 killed, at least 3 wounded"))
    assert [one.quantity.verbatim for one in found] == ["20", "at least 3"]


@pytest.mark.parametrize("text", ["between 40 and 35 men", "one or 200 men"])
def test_ends_that_make_no_range_are_two_figures(text: str) -> None:
    assert len(find_figures(tokenize(text))) == 2


def test_tokens_of_a_date_are_no_figure() -> None:
    tokens = tokenize("on 3 May 40 men")
    assert [one.quantity.low for one in find_figures(tokens, {1, 2})] == [40]


def test_heavy_is_a_figure_only_where_adjectives_are_admitted() -> None:
    tokens = tokenize("heavy losses")
    assert find_figures(tokens) == []
    assert [one.quantity.wording for one in find_figures(tokens, adjectives=True)] == ["heavy"]


@pytest.mark.parametrize(
    ("text", "wording"), [("heavy losses", "heavy"), ("losses", None), (", losses", None)]
)
def test_a_vague_adjective_is_read_at_its_place(text: str, wording: str | None) -> None:
    figure = vague_adjective(tokenize(text), 0)
    assert (figure.quantity.wording if figure else None) == wording


def test_a_question_mark_alone_in_an_infobox_is_unknown() -> None:
    assert [one.quantity.kind for one in find_figures(tokenize("?"), adjectives=True)] == ["unknown"]


BOUNDS = st.sampled_from(
    [
        "",
        "at least ",
        "up to ",
        "about ",
        "over ",
        "fewer than ",
        "an estimated ",
        "between ",
        "from ",
        "some ",
    ]
)
PHRASE = st.tuples(
    BOUNDS,
    st.integers(0, 30_000),
    st.sampled_from(["", "-", "–", " to ", " and ", " or "]),
    st.integers(0, 30_000),
    st.sampled_from(["", "+", " or so", " km"]),
)


@given(st.one_of(st.text(max_size=60), PHRASE.map(lambda parts: "".join(map(str, parts)) + " men")))
def test_figures_stand_in_order_within_the_text_and_low_is_not_above_high(text: str) -> None:
    tokens, at = tokenize(text), 0
    for figure in find_figures(tokens, adjectives=True):
        assert at <= figure.first < figure.last <= len(tokens)
        low, high = figure.quantity.low, figure.quantity.high
        assert low is None or high is None or low <= high
        assert figure.quantity.verbatim
        at = figure.last


@pytest.mark.parametrize("text", ["1-0 million", "1-0 dozen"])
def test_a_range_that_ends_at_zero_millions_is_no_range(text: str) -> None:
    assert all((one.quantity.low or 0) <= (one.quantity.high or 0) for one in find_figures(tokenize(text)))


def test_the_no_of_a_numbered_name_is_no_figure() -> None:
    assert find_figures(tokenize("No. 5 Commando")) == []


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_range_is_read_as_both_its_ends(one: int, other: int) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    for words in (f"{low} to {high} men", f"between {low} and {high} men", f"{low}–{high} men"):
        quantity = only(words).quantity
        assert (quantity.low, quantity.high) == (low, high), words
