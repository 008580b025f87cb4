"""Days and numbers as a language writes them."""

from __future__ import annotations

from functools import lru_cache

from testimonia.errors import UsageError

__all__ = ["Locale"]


class Locale:
    """Writes EDTF days and whole numbers in one language."""

    def __init__(self, tag: str) -> None:
        """Take a language tag. Raises UsageError where it is not known, or Babel is not installed."""
        try:
            from babel import Locale as Language
            from babel import UnknownLocaleError
        except ImportError as error:
            raise UsageError("Pages need Babel and Jinja2: pip install 'testimonia[site]'.") from error
        try:
            self._language = Language.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError) as error:
            raise UsageError(f"--lang «{tag}»: is no language that is known here, such as en-GB.") from error
        self.tag = tag
        """The language tag."""
        self.day = lru_cache(maxsize=4096)(self._day)
        self.number = lru_cache(maxsize=4096)(self._number)

    def _number(self, value: int) -> str:
        """Write a whole number, four digits without a sign between them: 1200, 12,000."""
        from babel.numbers import format_decimal

        return str(value) if abs(value) < 10_000 else format_decimal(value, locale=self._language)

    def compact(self, value: int) -> str:
        """Write a number for an axis: 500, 20K, 3M."""
        from babel.numbers import format_compact_decimal

        return str(format_compact_decimal(value, locale=self._language)) if value >= 10_000 else str(value)

    def _day(self, edtf: str) -> str:
        """Write "2018-04-01", "2018-04", "-0030" or a range of them, "" for none."""
        first, slash, last = edtf.partition("/")
        if not slash:
            return self._date(first)
        if last in {"", ".."}:
            return f"{self._date(first)} –"
        if first in {"", ".."}:
            return f"– {self._date(last)}"
        if first == last:
            return self._date(first)
        return self._span(first, last) or f"{self._date(first)} – {self._date(last)}"

    def _span(self, first: str, last: str) -> str:
        """Write two days of one year with the year once, where the language has it last; "" for others."""
        from datetime import date

        from babel.dates import format_skeleton

        try:
            start, end = date.fromisoformat(first), date.fromisoformat(last)
        except ValueError:
            return ""
        if start.year != end.year or not self._date(last).endswith(str(end.year)):
            return ""
        return f"{format_skeleton('MMMMd', start, locale=self._language)} – {self._date(last)}"

    def _date(self, words: str) -> str:
        """Write one date in the precision that it has; what is no date stays as it is."""
        from datetime import date

        from babel.dates import format_date, format_skeleton

        before = words.startswith("-")
        parts = words.lstrip("-").split("-")
        if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) > 3:
            return words
        year, *rest = map(int, parts)
        shown = f"{year + 1} BCE" if before else str(year)
        if not rest:
            return shown
        # The calendar of Python begins in the year 1; day and month are written in a year that has both.
        try:
            stand_in = date(2000, *(rest if len(rest) == 2 else (rest[0], 1)))
        except ValueError:
            return words
        if len(rest) == 2:
            written = format_date(stand_in, "long", locale=self._language)
        else:
            written = format_skeleton("yMMMM", stand_in, locale=self._language)
        return str(written).replace("2000", shown)
