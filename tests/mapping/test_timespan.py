"""Dates and ranges as EDTF, with outermost days and precision."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.mapping.timespan import (
    date_words,
    edtf,
    edtf_of_value,
    outermost_days,
    precision,
    timespan_iri,
)  # fmt: skip
from testimonia.model import When

CASES = [
    # start         end           EDTF                     earliest       latest         precision  in words
    ("2018-04-01", "2018-04-01", "2018-04-01", "2018-04-01", "2018-04-01", "day", "1 April 2018"),
    (
        "2018-04-01",
        "2018-04-03",
        "2018-04-01/2018-04-03",
        "2018-04-01",
        "2018-04-03",
        "day",
        "1 April 2018 to 3 April 2018",
    ),
    ("2018-04", "2018-04", "2018-04", "2018-04-01", "2018-04-30", "month", "April 2018"),
    ("2020-02", "2020-02", "2020-02", "2020-02-01", "2020-02-29", "month", "February 2020"),
    ("1900-02", "1900-02", "1900-02", "1900-02-01", "1900-02-28", "month", "February 1900"),
    ("2011", "2012", "2011/2012", "2011-01-01", "2012-12-31", "year", "2011 to 2012"),
    ("2011", "2012-03-09", "2011/2012-03-09", "2011-01-01", "2012-03-09", "year", "2011 to 9 March 2012"),
    ("2022-02-24", None, "2022-02-24/..", "2022-02-24", None, "day", "from 24 February 2022"),
    (None, "2022-12", "../2022-12", None, "2022-12-31", "month", "until December 2022"),
    ("-0030-09-02", "-0030-09-02", "-0030-09-02", "-0030-09-02", "-0030-09-02", "day", "2 September 31 BCE"),
    ("-0030", "-0030", "-0030", "-0030-01-01", "-0030-12-31", "year", "31 BCE"),
    ("-0040", "-0030", "-0040/-0030", "-0040-01-01", "-0030-12-31", "year", "41 BCE to 31 BCE"),
    ("0000", "0000", "0000", "0000-01-01", "0000-12-31", "year", "1 BCE"),
    ("0009-02", "0009-02", "0009-02", "0009-02-01", "0009-02-28", "month", "February 9"),
]


@pytest.mark.parametrize(("start", "end", "expression", "earliest", "latest", "kind", "words"), CASES)
def test_a_date_or_range_has_an_expression_days_and_a_precision(
    start: str | None,
    end: str | None,
    expression: str,
    earliest: str | None,
    latest: str | None,
    kind: str,
    words: str,
) -> None:
    assert edtf(When(start, end)) == expression
    assert outermost_days(expression) == (earliest, latest)
    assert precision(expression) == kind
    assert date_words(expression) == words


@pytest.mark.parametrize("when", [None, When(None, None)])
def test_no_date_has_no_expression(when: When | None) -> None:
    assert edtf(when) is None


@pytest.mark.parametrize(
    ("value", "expression"),
    [
        ("2018-04-01", "2018-04-01"),
        ("2018-04-01/2018-04-01", "2018-04-01"),
        ("2018-04-01/2018-04-03", "2018-04-01/2018-04-03"),
        ("2022-02-24/", "2022-02-24/.."),
        ("2022-02-24/..", "2022-02-24/.."),
        ("/2022", "../2022"),
    ],
)
def test_the_value_of_an_assertion_is_read_as_a_date_or_range(value: str, expression: str) -> None:
    assert edtf_of_value(value) == expression


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("2018-04-01", "2018-04-01"),
        ("2022-02-24/..", "2022-02-24--open"),
        ("-0040/-0030", "-0040---0030"),
        ("../2022", "open--2022"),
    ],
)
def test_the_iri_of_a_time_has_no_slash_and_no_dots(expression: str, name: str) -> None:
    assert timespan_iri("https://example.org/", expression).value == f"https://example.org/time/{name}"


_dates = st.sampled_from([case[0] for case in CASES if case[0]])


@given(st.lists(_dates, min_size=2, max_size=2).map(sorted))
def test_days_have_the_form_of_xsd_dates_and_lie_in_order(ends: list[Any]) -> None:
    first, last = outermost_days(f"{ends[0]}/{ends[1]}" if ends[0] != ends[1] else ends[0])
    assert first
    assert last
    assert re.fullmatch(r"-?\d{4}-\d\d-\d\d", first)
    assert re.fullmatch(r"-?\d{4}-\d\d-\d\d", last)
    if not first.startswith("-") and not last.startswith("-"):
        assert first <= last
