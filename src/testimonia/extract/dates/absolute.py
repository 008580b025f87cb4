"""Phrases that name a day, month or year: "1–3 April 2018", "early March", "31 BC", "winter of 1942–43".

Each rule is a pattern over the letters of `letters`; `read_absolute` turns what it caught into a
mention. Group names say what was caught: d1, m1, y1 for the date or a range's beginning, d2, m2, y2
for its end (a further letter only keeps the names of one pattern apart).
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from testimonia.extract.dates.calendar import Parts, days_in_month
from testimonia.extract.dates.letters import compile_rule, glued_parts, month_of, nth_of
from testimonia.extract.dates.mention import DateMention, Kind
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows

__all__ = ["ABSOLUTE", "AbsoluteRule", "read_absolute"]


class AbsoluteRule(NamedTuple):
    """One shape of date phrase."""

    name: str
    example: str
    keys: frozenset[str]
    """Letters of which one must occur in the sentence."""
    pattern: re.Pattern[str]
    bare: bool = False
    """True if the phrase is a date only beside a word that asks for one ("in May", "by 1944")."""


_BEFORE = (
    "(?:(?:WEEKDAY COMMA?)? (?:THE? (?:EARLY|NTH|DASH)* (?:PART|END|MOMENT|HRS|UNIT|DAYS|EARLY SHARE)+ OF"
    " | EARLY DASH? (?:ON|IN)?)"
    " THE? (?:EARLY)?)?"
)
_YEAR = "AD (?:DAY|NUM|HUN|YEAR) | (?:DAY|NUM|HUN|YEAR) (?:BC|AD) | YEAR | HUN"
_OLD_STYLE = "(?:OPEN [^<>]{1,8} CLOSE)?"


def _day(n: str) -> str:
    return f"(?:WEEKDAY COMMA?)? THE? (?P<d{n}>DAY|ORD)"


def _month(n: str) -> str:
    return f"(?P<m{n}>MONTH|MIDMONTH) (?:DOT (?=DAY|ORD|YEAR|COMMA|DASH))?"


def _year(n: str) -> str:
    return f"(?P<y{n}>{_YEAR})"


def _point(n: int) -> str:
    """Any date with at least a month or a year, for the ends of a range in words."""
    return (
        f"{_BEFORE} (?: {_day(f'{n}a')} OF? {_month(f'{n}a')} (?:COMMA? {_year(f'{n}a')})?"
        f" | {_month(f'{n}b')} {_day(f'{n}b')} (?! SLASH|DASH DAY) (?:COMMA? {_year(f'{n}b')})?"
        f" | {_month(f'{n}c')} (?:OF? COMMA? {_year(f'{n}c')})?"
        f" | {_year(f'{n}d')} )"
    )


def _rule(name: str, example: str, keys: str, pattern: str, *, bare: bool = False) -> AbsoluteRule:
    return AbsoluteRule(name, example, frozenset(keys), compile_rule(pattern), bare)


_SPAN = "COMMA? (?:DASH|SLASH|TO)"
ABSOLUTE = (
    _rule("two dates", "28 March – 2 April 2018", "Mmyb", f"FROM? {_point(1)} {_SPAN} {_point(2)}"),
    _rule("between two dates", "between March and June 2013", "B", f"BETWEEN {_point(1)} AND {_point(2)}"),
    _rule("joined range", "30 January-1 February 1945", "J",
          f"FROM? {_day('1')} (?P<j1>JOINED) {_month('2')} (?:COMMA? {_year('2')})?"),
    _rule("days of one month", "the night of 7–8 June", "Mm",
          f"(?:FROM|BETWEEN)? {_BEFORE} {_day('1')} (?:DASH|SLASH|TO|AND) {_day('2')} OF? {_month('2')}"
          f" (?:COMMA? {_year('2')})?"),
    _rule("month and days", "April 1–3, 2018", "Mm",
          f"(?:FROM|BETWEEN)? {_BEFORE} {_month('1')} {_day('1')} (?:DASH|SLASH|TO|AND) {_day('2')}"
          f" (?! OF? MONTH) (?:COMMA? {_year('2')})?"),
    _rule("two months", "July and August 1944", "M",
          f"{_BEFORE} {_month('1')} AND {_month('2')} {_year('2')}"),
    _rule("year and short year", "1942–43", "yh", "FROM? (?P<y1>YEAR|HUN) (?:DASH|SLASH) (?P<y2>NUM|DAY) (?! DASH|SLASH)"),
    _rule("day", "1st of April, 2018", "Mm",
          f"{_BEFORE} {_day('1')} OF? {_month('1')} {_OLD_STYLE} (?:COMMA? {_year('1')})?"),
    _rule("month first", "Feb. 24", "Mm", f"{_BEFORE} {_month('1')} {_day('1')} (?:COMMA? {_year('1')})?"),
    _rule("glued day", "7May2022", "g", f"{_BEFORE} (?P<g1>GLUED) (?:COMMA? {_year('1')})? (?:DASH (?P<g2>GLUED) {_year('2')}?)?"),
    _rule("month and year", "early March 2022", "Mm", f"{_BEFORE} {_month('1')} (?:OF? COMMA?) {_year('1')}"),
    _rule("month", "in late May", "Mm", f"(?P<before>{_BEFORE}) (?P<m1>MONTH|MIDMONTH)", bare=True),
    _rule("ISO day", "2018-04-01", "y", "(?P<y1>YEAR) DASH (?P<n1>DAY) DASH (?P<d1>DAY)"),
    _rule("season", "winter of 1942–43", "S",
          f"{_BEFORE} (?:THE|THAT)? EARLY? (?P<s1>SEASON) (?:OF|COMMA)? {_year('1')} (?:(?:DASH|SLASH) (?P<y2>NUM|YEAR|DAY))?"),
    _rule("first or last day", "the last day of 33 BC", "D",
          f"THE? (?P<nth>NTH) TODAY OF (?:{_month('1')} {_year('1')}? | {_year('1x')})"),
    _rule("decade", "the early 1920s", "C", "THE? EARLY? DASH? (?P<c1>DECADE)"),
    _rule("year", "in late 2012", "yubeh", f"(?:CIRCA DOT?)? (?P<before>{_BEFORE}) (?P<y1>{_YEAR}|MIDYEAR)", bare=True),
)  # fmt: skip

_NUMBER = re.compile(r"\d+")
_ASKS = frozenset(
    "in by since until till during of from to before after around circa about through late early mid and ( on between or for".split()
)
_EMPTY = Parts()


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("function_words"))


def _counts(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a number before token `last` counts what follows ("2000 men")."""
    if last >= len(tokens) or tokens[last].kind != "word" or tokens[last].capital:
        return False
    low = tokens[last].low
    return low not in _function_words() and not low.endswith("ly")


def _is_count(tokens: Sequence[Token], match: re.Match[str], tail: int) -> bool:
    """Tell whether the year that ends the phrase is a count instead.

    "in 2000 houses" and "On 6 April, 2000 men" are; "in May 2012 rebels" and "In 1943 partisans" are
    not: beside a month a year is expected, and a count in four digits is nearly always a round one.
    """
    if not _counts(tokens, match.end()):
        return False
    low, before = tokens[tail].low, tokens[tail - 1].low if tail else ""
    if "M" in match.group() or "m" in match.group():
        return len(low) == 3 or (before == "," and low.endswith("0") and tokens[tail - 2].kind == "word")
    return low.endswith("0") or before not in {"in", "by", "since", "until", "during"}


def read_year(words: str) -> int:
    """Give the astronomical year of "31 BC", "AD 9", "2018", "mid-2012"."""
    found = _NUMBER.search(words)
    year = int(found.group()) if found else 0
    return 1 - year if "b" in words.lower() else year


class _Caught(NamedTuple):
    """The parts of both ends, and where the year of the last end begins (as a token index)."""

    start: Parts
    end: Parts
    tail: int | None
    nth: int | None


def _gather(tokens: Sequence[Token], match: re.Match[str]) -> _Caught:
    parts: dict[str, int] = {}
    tail, nth = None, None
    for name, letters in match.groupdict().items():
        if letters is None or name == "before":
            continue
        at = match.start(name)
        role = name[:2]
        text = tokens[at].text
        if name == "nth":
            nth = nth_of(tokens[at].low)
        elif role[0] == "d":
            found = _NUMBER.search(text)
            parts[role] = int(found.group()) if found else 0
        elif role[0] == "m":
            parts[role] = month_of(text.rpartition("-")[2]) or 0
        elif role[0] == "n":
            parts["m" + role[1]] = int(text)
        elif role[0] == "y":
            end = match.end(name)
            parts[role] = read_year(" ".join(token.text for token in tokens[at:end]))
            tail = at if end == match.end() else None
        elif role[0] == "g":
            day, month, year = glued_parts(text)
            parts["d" + role[1]], parts["m" + role[1]] = day, month
            if year:
                parts["y" + role[1]] = year
        elif role[0] == "j":
            month, _, day = text.partition("-")
            parts["m1"], parts["d2"] = month_of(month) or 0, int(day)
        elif role[0] == "c":
            parts["y1"] = int(text[:-1])
            parts["y2"] = parts["y1"] + 9
    start = Parts(parts.get("y1"), parts.get("m1"), parts.get("d1"))
    end_ = Parts(parts.get("y2"), parts.get("m2"), parts.get("d2"))
    return _Caught(start, end_, tail, nth)


def _complete(start: Parts, end: Parts) -> tuple[Parts, Parts]:
    """Let the ends of a range lend each other what one of them leaves out."""
    if start.year is not None and end.year is not None and 0 <= end.year < 100 <= start.year:
        century = start.year - start.year % 100  # "1942–43", "1899–00"
        end = end._replace(year=century + end.year + (100 if end.year < start.year % 100 else 0))
    if start.year is not None and start.year > 0 and end.year is not None and end.year <= 0:
        start = start._replace(year=1 - start.year)  # "58–50 BC"
    if start.month is None and start.day is not None:
        start = start._replace(month=end.month)
    if end.month is None and end.day is not None:
        end = end._replace(month=start.month)
    later = bool(start.month and end.month and start.month > end.month)
    if start.year is None and end.year is not None:
        start = start._replace(year=end.year - later)
    elif end.year is None and start.year is not None:
        end = end._replace(year=start.year + later)
    return start, end


def _possible(date: Parts) -> bool:
    return date.day is None or date.month is None or 1 <= date.day <= days_in_month(date.year, date.month)


def _asked(tokens: Sequence[Token], match: re.Match[str]) -> bool:
    """Tell whether the words before a bare month or year ask for one."""
    if match["before"]:
        return True
    at = match.start()
    low = tokens[at - 1].low if at else ""
    if match.groupdict().get("m1"):
        text = tokens[match.start("m1")].text
        return len(text) > 3 - (text == "May") and (low in _ASKS or "-" in text)
    words = match["y1"]
    return low in _ASKS or len(words) > 1 or words == "u"


def _kind(start: Parts, end: Parts, match: re.Match[str]) -> Kind:
    groups = match.groupdict()
    if groups.get("c1"):
        return "decade"
    if groups.get("s1"):
        return "season"
    if end != _EMPTY:
        return "range"
    return "day" if start.day else "month" if start.month else "year"


def _named_thing(tokens: Sequence[Token], match: re.Match[str], start: Parts) -> bool:
    """Tell whether the words are a name: "the 8 March Tower", "the 14 July Bridge"."""
    at, last = match.start(), match.end()
    after = last < len(tokens) and tokens[last].capital
    before = tokens[at].low == "the" or (at > 0 and tokens[at - 1].text in {'"', "“", "'"})
    return start.year is None and start.day is not None and after and before


def read_absolute(
    rule: AbsoluteRule, tokens: Sequence[Token], match: re.Match[str], *, alone: bool = False
) -> DateMention | None:
    """Turn what a rule caught into a mention; None where the words beside it say otherwise.

    `alone` lifts what is asked of the words beside a bare month or year.
    """
    caught = _gather(tokens, match)
    last, start, end = match.end(), caught.start, caught.end
    if caught.tail is not None and _is_count(tokens, match, caught.tail):
        if not (start.month or end.month):
            return None
        last = caught.tail - (tokens[caught.tail - 1].text == ",")
        start, end = (start, end._replace(year=None)) if end.year is not None else (start._replace(year=None), end)
    if rule.bare and not alone and not _asked(tokens, match):
        return None
    if end != _EMPTY:
        start, end = _complete(start, end)
    if caught.nth is not None:
        start = _first_or_last(start, caught.nth)
    if not (_possible(start) and _possible(end)) or _named_thing(tokens, match, start):
        return None
    part = next((tokens[k].low for k in range(match.start(), last) if match.group()[k - match.start()] in "PQ"), None)
    weak = start.year is not None and 0 < start.year < 1000 and "e" not in match.group()
    if weak and match.group().count("h") > 1 and not start.month:
        return None  # "200–300" is no range of years
    kind = _kind(start, end, match)
    return DateMention(match.start(), last, kind, start, None if end == _EMPTY else end, part=part, weak=weak)


def _first_or_last(date: Parts, nth: int) -> Parts:
    """Give the day that "the last day of 33 BC" or "the first day of May" names."""
    month = date.month or (12 if nth < 0 else 1)
    return Parts(date.year, month, nth if nth > 0 else days_in_month(date.year, month))
