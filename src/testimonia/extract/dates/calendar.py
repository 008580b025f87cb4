"""Days, months and years as numbers: what a date phrase gives, counted and written in ISO 8601.

Years are astronomical: 1 BC is 0, 31 BC is -30. The calendar is the proleptic Gregorian one, which
serves for counting days; dates are written as the text gives them, without conversion.
"""

from typing import NamedTuple

__all__ = [
    "Parts", "days_between", "days_in_month", "in_words", "iso", "parts_of", "shift_days",
    "shift_months", "weekday",
]  # fmt: skip

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Parts(NamedTuple):
    """The parts of a date that are given; a part that is not given is None."""

    year: int | None = None
    """Astronomical: 31 BC is -30."""
    month: int | None = None
    day: int | None = None

    @property
    def whole(self) -> bool:
        """True if year, month and day are given."""
        return self.year is not None and self.month is not None and self.day is not None


def days_in_month(year: int | None, month: int) -> int:
    """Give the length of a month in days; an unknown year may be a leap year."""
    if month == 2:
        leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return 29 if leap else 28
    return 30 if month in {4, 6, 9, 11} else 31


def _count(date: Parts) -> int:
    """Count the days, with the middle of a month or year for what is not given."""
    year, month, day = date.year or 0, date.month or 7, date.day or 15
    year -= month <= 2
    era, month = year // 400, (month + 9) % 12
    of_era = year - era * 400
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + (153 * month + 2) // 5 + day


def _counted(number: int) -> Parts:
    """Undo `_count`."""
    number -= 1
    era = number // 146097
    of_era = number - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return Parts(year + era * 400 + (month <= 2), month, day)


def days_between(one: Parts, other: Parts) -> int:
    """Count the days from one date to another, roughly where months or days are not given."""
    return _count(other) - _count(one)


def shift_days(date: Parts, days: int) -> Parts:
    """Give the date so many days later (earlier, if negative); the date must be whole."""
    return _counted(_count(date) + days)


def shift_months(date: Parts, months: int) -> Parts:
    """Give the month so many months later, without a day; year and month must be given."""
    total = (date.year or 0) * 12 + (date.month or 1) - 1 + months
    return Parts(total // 12, total % 12 + 1)


def weekday(date: Parts) -> int:
    """Give the day of the week of a whole date, 0 for Monday."""
    return (_count(date) + 1) % 7


def iso(date: Parts) -> str:
    """Write a date in ISO 8601 with the parts it has; the year must be given."""
    year = date.year or 0
    words = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    if date.month:
        words += f"-{date.month:02d}"
        if date.day:
            words += f"-{date.day:02d}"
    return words


def parts_of(text: str) -> Parts:
    """Read what `iso` writes."""
    year, *rest = text.removeprefix("-").split("-")
    numbers = [int(part) for part in rest]
    return Parts(-int(year) if text.startswith("-") else int(year), *numbers)


def in_words(date: Parts) -> str:
    """Write a date for people: "1 April 2018", "March 2022", "31 BC"."""
    words = []
    if date.day:
        words.append(str(date.day))
    if date.month:
        words.append(_MONTHS[date.month - 1])
    if date.year is not None:
        words.append(str(date.year) if date.year > 0 else f"{1 - date.year} BC")
    return " ".join(words)
