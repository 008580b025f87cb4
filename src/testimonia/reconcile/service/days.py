"""Dates of tables, in whatever form, as first and last day; and how near two of them are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Days", "read_days"]

_PART = r"-?\d{4,6}(?:-\d\d(?:-\d\d)?)?"
# 2018-04-01, 2018-04, 2018, 2018-04-01T00:00:00Z, 2018-04-01/2018-04-03, 2022-02-24/..
_ISO = re.compile(rf"(?P<first>{_PART}|\.\.)(?:[T ]\d\d:\d\d.*)?(?:/(?P<last>{_PART}|\.\.))?")
_FAR = 10**7
"""A day beyond all others, for a range that is open."""
_NEAR = ((7, 0.5), (31, 0.3), (366, 0.15))
"""So many days apart at most, and what is left of an agreement then."""


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of time, as two numbers that grow by one each day (months count 31 of them)."""

    first: int
    last: int

    def agreement(self, other: Days) -> float:
        """Tell how well two stretches agree, 0 to 1: the same, one within the other, overlapping, near."""
        if self == other:
            return 1.0
        apart = max(self.first, other.first) - min(self.last, other.last)
        if apart > 0:
            return next((kept for most, kept in _NEAR if apart <= most), 0.0)
        inside = (self.first <= other.first and other.last <= self.last) or (
            other.first <= self.first and self.last <= other.last
        )
        return 0.9 if inside else 0.7


@lru_cache(maxsize=4096)
def read_days(words: str) -> Days | None:
    """Read a date: ISO 8601, EDTF, or words such as "1 April 2018"; None where there is none."""
    match = _ISO.fullmatch(words.strip())
    if match:
        first, last = match["first"], match["last"] or match["first"]
        return _stretch(first, last)
    return _in_words(words)


def _stretch(first: str, last: str) -> Days | None:
    start, end = _day(first, last=False), _day(last, last=True)
    return Days(start, end) if start is not None and end is not None and start <= end else None


def _day(words: str, *, last: bool) -> int | None:
    """Give the number of the first or last day of a date; None for a thirteenth month or a 32nd day."""
    if words == "..":
        return _FAR if last else -_FAR
    sign = -1 if words.startswith("-") else 1
    year, *rest = (int(part) for part in words.removeprefix("-").split("-"))
    month, day = (*rest, *((12, 31) if last else (1, 1))[len(rest) :])
    return sign * year * 372 + (month - 1) * 31 + day - 1 if 1 <= month <= 12 and 1 <= day <= 31 else None


def _in_words(words: str) -> Days | None:
    """Read words as an infobox's date line is read."""
    from testimonia.extract.dates import parse_date_value
    from testimonia.model import Passage

    places = range(len(words))
    when = parse_date_value(Passage(words, places, range(1, len(words) + 1), "infobox", 0))
    if when is None or (when.start is None and when.end is None):
        return None
    return _stretch(when.start or "..", when.end or "..")
