"""Dates and ranges: `When` as an EDTF expression, its outermost days and its precision.

EDTF is the Extended Date/Time Format of ISO 8601-2, levels 0 and 1: "2018-04-01", "2018-04",
"2018-04-01/2018-04-03", "2022-02-24/.." (open), "-0030" (31 BCE; year 0 is 1 BCE, as in xsd:date).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.terms import describe, node, tagged, tm, tmc, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import When

__all__ = [
    "date_words",
    "edtf",
    "edtf_of_value",
    "map_timespan",
    "outermost_days",
    "precision",
    "timespan_iri",
]

_OPEN = ".."
_PRECISIONS = ("year", "month", "day")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip


def edtf(when: When | None) -> str | None:
    """Give the EDTF expression of a date or range; None when neither end is known."""
    if when is None or (when.start is None and when.end is None):
        return None
    if when.start == when.end:
        return when.start
    return f"{when.start or _OPEN}/{when.end or _OPEN}"


def edtf_of_value(value: str) -> str:
    """Give the EDTF expression of an assertion's words: "2022-02-24/" is open, "a/a" is a."""
    start, slash, end = value.partition("/")
    if not slash or start == end:
        return start
    return f"{start or _OPEN}/{end or _OPEN}"


def timespan_iri(base: str, expression: str) -> Node:
    """Mint the IRI of a time. "/" becomes "--" and ".." "open": both mean other things in a path."""
    return node(f"{base}time/{expression.replace('..', 'open').replace('/', '--')}")


def map_timespan(base: str, expression: str, *, ongoing: bool) -> Iterator[Triple]:
    """Describe the time that an EDTF expression stands for."""
    first, last = outermost_days(expression)
    return describe(
        timespan_iri(base, expression),
        ("rdf:type", tm("TimeSpan")),
        ("rdfs:label", tagged(date_words(expression), "en")),
        ("tm:edtf", typed(expression, "edtf:EDTF")),
        ("tm:earliest", typed(first, "xsd:date") if first else None),
        ("tm:latest", typed(last, "xsd:date") if last else None),
        ("tm:datePrecision", tmc(precision(expression))),
        ("tm:ongoing", typed("true", "xsd:boolean") if ongoing else None),
    )


def outermost_days(expression: str) -> tuple[str | None, str | None]:
    """Give the earliest and the latest day that the expression allows, None where it is open."""
    start, _, end = expression.partition("/")
    last = end or start
    return (None if start == _OPEN else _day(start, last=False)), (
        None if last == _OPEN else _day(last, last=True)
    )


def precision(expression: str) -> str:
    """Tell the precision of the coarser end: "day", "month" or "year"."""
    ends = [end for end in expression.split("/") if end != _OPEN]
    return _PRECISIONS[min(len(_fields(end)) for end in ends) - 1]


def date_words(expression: str) -> str:
    """Put an expression in words: "1 April 2018", "from 24 February 2022", "31 BCE"."""
    start, slash, end = expression.partition("/")
    if not slash:
        return _words(start)
    if end == _OPEN:
        return f"from {_words(start)}"
    if start == _OPEN:
        return f"until {_words(end)}"
    return f"{_words(start)} to {_words(end)}"


def _fields(date: str) -> list[int]:
    """Split "-0030-09-02" into year, month and day, as far as they are given."""
    sign = -1 if date.startswith("-") else 1
    year, *rest = date.lstrip("-").split("-")
    return [sign * int(year), *map(int, rest)]


def _day(date: str, *, last: bool) -> str:
    year, *rest = _fields(date)
    month = rest[0] if rest else (12 if last else 1)
    day = rest[1] if len(rest) > 1 else (_days_of_month(year, month) if last else 1)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


def _days_of_month(year: int, month: int) -> int:
    """Count the days in the proleptic Gregorian calendar; `calendar` knows no year before 1."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def _words(date: str) -> str:
    year, *rest = _fields(date)
    named = str(year) if year > 0 else f"{1 - year} BCE"
    if not rest:
        return named
    day = f"{rest[1]} " if len(rest) > 1 else ""
    return f"{day}{_MONTHS[rest[0] - 1]} {named}"
