"""Days, months and years as numbers, held against the standard library's calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.extract.dates import Parts, in_words, iso, parts_of
from testimonia.extract.dates.calendar import days_between, days_in_month, shift_days, shift_months, weekday

DAYS = st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31))


def parts(day: date) -> Parts:
    """Give a day of the standard library as parts."""
    return Parts(day.year, day.month, day.day)


@given(DAYS, st.integers(-300, 300))
def test_days_are_counted_as_the_standard_library_counts_them(day: date, days: int) -> None:
    assert shift_days(parts(day), days) == parts(day + timedelta(days=days))
    assert days_between(parts(day), parts(day + timedelta(days=days))) == days


@given(DAYS)
def test_days_of_the_week_agree(day: date) -> None:
    assert weekday(parts(day)) == day.weekday()


@given(
    st.integers(-3000, 2100),
    st.one_of(st.none(), st.tuples(st.integers(1, 12), st.one_of(st.none(), st.integers(1, 28)))),
)
def test_iso_is_read_back(year: int, rest: tuple[int, int | None] | None) -> None:
    wanted = Parts(year) if rest is None else Parts(year, *rest)
    assert parts_of(iso(wanted)) == wanted


@given(st.integers(-3000, 2100), st.integers(1, 12), st.integers(1, 28), st.integers(-5000, 5000))
def test_shifting_there_and_back_is_no_shift(year: int, month: int, day: int, days: int) -> None:
    start = Parts(year, month, day)
    assert shift_days(shift_days(start, days), -days) == start


@pytest.mark.parametrize(
    ("given_parts", "words", "written"),
    [
        (Parts(2018, 4, 1), "1 April 2018", "2018-04-01"),
        (Parts(2022, 3), "March 2022", "2022-03"),
        (Parts(686), "686", "0686"),
        (Parts(-30, 9, 2), "2 September 31 BC", "-0030-09-02"),
        (Parts(0), "1 BC", "0000"),
    ],
)
def test_a_date_is_written_for_people_and_for_machines(given_parts: Parts, words: str, written: str) -> None:
    assert (in_words(given_parts), iso(given_parts)) == (words, written)


def test_words_need_no_year() -> None:
    assert in_words(Parts(None, 4, 1)) == "1 April"


@pytest.mark.parametrize(("year", "days"), [(1944, 29), (1900, 28), (2000, 29), (2023, 28), (None, 29)])
def test_february_knows_leap_years(year: int | None, days: int) -> None:
    assert days_in_month(year, 2) == days


def test_months_run_over_the_year() -> None:
    assert shift_months(Parts(1944, 12, 5), 1) == Parts(1945, 1)
    assert shift_months(Parts(1944, 1), -1) == Parts(1943, 12)


def test_only_a_date_with_all_parts_is_whole() -> None:
    assert Parts(1944, 12, 5).whole
    assert not Parts(1944, 12).whole
