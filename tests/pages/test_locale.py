"""Days and numbers as a language writes them."""

from __future__ import annotations

import pytest

from testimonia.errors import UsageError
from testimonia.pages.locale import Locale


@pytest.mark.parametrize(
    ("tag", "edtf", "written"),
    [
        ("en-GB", "", ""),
        ("en-GB", "2018-04-01", "1 April 2018"),
        ("en-US", "2018-04-01", "April 1, 2018"),
        ("de", "2018-04-01", "1. April 2018"),
        ("en-GB", "2018-04", "April 2018"),
        ("en-GB", "1071", "1071"),
        ("en-GB", "-0479", "480 BCE"),
        ("en-GB", "-0047-08-09", "9 August 48 BCE"),
        ("en-GB", "2014-05-12/2014-05-14", "12 May – 14 May 2014"),
        ("de", "2014-08-12/2014-10-02", "12. August – 2. Oktober 2014"),
        ("ja", "2014-05-12/2014-05-14", "2014年5月12日 – 2014年5月14日"),
        ("en-GB", "1962-12-28/1963-01-15", "28 December 1962 – 15 January 1963"),
        ("en-GB", "2022-02-24/..", "24 February 2022 –"),
        ("en-GB", "2022/", "2022 –"),
        ("en-GB", "../1945", "– 1945"),
        ("en-GB", "1945/1945", "1945"),
        ("en-GB", "2014-13-40", "2014-13-40"),
        ("en-GB", "1941~", "1941~"),
    ],
)
def test_dates_are_written_in_the_precision_that_they_have(tag: str, edtf: str, written: str) -> None:
    assert Locale(tag).day(edtf) == written


def test_numbers_have_signs_between_thousands_from_five_digits_on() -> None:
    assert [Locale("en-GB").number(value) for value in (0, 1200, 12000, 3456789)] == [
        "0",
        "1200",
        "12,000",
        "3,456,789",
    ]
    assert Locale("de").number(12000) == "12.000"
    assert [Locale("en-GB").compact(value) for value in (500, 20000, 3_000_000)] == ["500", "20K", "3M"]


@pytest.mark.parametrize("tag", ["xx-klingon", "", "en_GB!"])
def test_a_language_that_is_not_known_is_told(tag: str) -> None:
    with pytest.raises(UsageError, match="is no language"):
        Locale(tag)
