"""The axis on which rival figures stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.pages.axis import make_axis

COUNTS = st.lists(st.integers(0, 10**8), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("figures", "ticks"),
    [
        ([], [0, 1]),
        ([0], [0, 1]),
        ([3], [0, 1, 2, 3]),
        ([12, 30], [0, 10, 20, 30]),
        ([20, 41], [0, 10, 20, 30, 40, 50]),
        ([7, 4200], [0, 1, 10, 100, 1000, 10000]),
        ([0, 60, 6000], [0, 10, 100, 1000, 10000]),
    ],
)
def test_the_ticks_are_round_numbers_and_reach_the_largest(figures: list[int], ticks: list[int]) -> None:
    assert [tick.value for tick in make_axis(figures).ticks] == ticks


@given(COUNTS)
def test_a_larger_figure_never_stands_to_the_left(figures: list[int]) -> None:
    axis = make_axis(figures)
    places = [axis.at(figure) for figure in sorted(figures)]
    assert all(left <= right for left, right in pairwise(places))
    assert all(0 <= place <= 94 for place in places)


@given(COUNTS)
def test_the_ticks_span_the_axis_and_do_not_crowd(figures: list[int]) -> None:
    ticks = make_axis(figures).ticks
    assert 2 <= len(ticks) <= 8
    assert (ticks[0].value, ticks[0].at) == (0, 0)
    assert ticks[-1].at <= 94
    assert ticks[-1].value >= 0


def test_an_axis_in_tens_keeps_a_place_for_nothing() -> None:
    axis = make_axis([0, 5, 5000])
    assert axis.in_tens
    assert axis.at(0) == 0 < axis.at(5) < axis.at(50) < axis.at(5000)
    assert axis.at(50) - axis.at(5) == pytest.approx(axis.at(500) - axis.at(50), abs=0.02)
