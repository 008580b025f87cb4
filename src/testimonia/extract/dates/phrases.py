"""The shapes of phrases that name a day, month or year, as patterns over the letters of `letters`.

A shape begins with its first number or name; what may stand before it ("the night of", "early",
"from") is found afterwards by `opening`, which is much quicker than to try it at every word.

Group names say what is caught: d1, m1, y1 for the date or a range's beginning, d2, m2, y2 for its
end; a further letter only keeps the names of one pattern apart. n is a month in digits, g a word
such as "7May2022", j one such as "January-1", c a decade, s a season, nth "first" or "last".
"""

from typing import NamedTuple

from testimonia.extract.dates.letters import compile_rule

__all__ = ["ABSOLUTE", "AbsoluteRule", "opening"]


class AbsoluteRule(NamedTuple):
    """One shape of date phrase."""

    name: str
    example: str
    keys: frozenset[str]
    """Letters of which one must occur in the sentence."""
    joints: frozenset[str]
    """Letters of which one must occur too, for what joins the two ends of a range; empty where any may."""
    shape: str
    """The pattern over names, for `compile_rule`."""
    bare: bool = False
    """True if the phrase is a date only beside a word that asks for one ("in May", "by 1944")."""
    between: bool = False
    """True if "from" or "between" before the phrase is a part of it."""


_BEFORE = (
    "(?:(?:WEEKDAY COMMA?)?"
    " (?:THE? (?:EARLY|NTH|DASH)* (?:PART|END|MOMENT|HRS|UNIT|DAYS|EARLY SHARE)+ OF | EARLY DASH? (?:ON|IN)?)"
    " THE? EARLY?)?"
)
# The words before a shape; the group "asks" holds those that make a bare month or year a date.
_OPENING = compile_rule(
    f"(?P<between>FROM|BETWEEN)? (?P<asks>{_BEFORE} (?:CIRCA DOT?)?) (?:WEEKDAY COMMA?)? THE? \\Z"
)
_LONGEST = 14
_YEAR = "AD (?:DAY|NUM|HUN|YEAR) | (?:DAY|NUM|HUN|YEAR) (?:BC|AD) | YEAR | HUN"
_OLD_STYLE = "(?:OPEN [^<>]{1,8} CLOSE)?"
_TO = "(?:DASH|SLASH|TO|AND)"


def opening(rule: AbsoluteRule, line: str, at: int) -> tuple[int, bool]:
    """Give where the phrase begins whose shape begins at `at`, and whether words ask for a date there."""
    match = next(_OPENING.finditer(line, max(0, at - _LONGEST), at))
    first = match.end("between") if match["between"] and not rule.between else match.start()
    return first, bool(match["asks"])


def _day(n: str) -> str:
    return f"(?P<d{n}>DAY|ORD)"


def _month(n: str) -> str:
    return f"(?P<m{n}>MONTH|MIDMONTH) (?:DOT (?=DAY|ORD|YEAR|COMMA|DASH))?"


def _year(n: str) -> str:
    return f"(?P<y{n}>{_YEAR})"


def _point(n: int) -> str:
    """Any date with at least a month or a year, for the ends of a range in words."""
    return (
        f"(?: {_day(f'{n}a')} OF? {_month(f'{n}a')} (?:COMMA? {_year(f'{n}a')})?"
        f" | {_month(f'{n}b')} THE? {_day(f'{n}b')} (?! SLASH|DASH DAY) (?:COMMA? {_year(f'{n}b')})?"
        f" | {_month(f'{n}c')} (?:OF? COMMA? {_year(f'{n}c')})?"
        f" | {_year(f'{n}d')} )"
    )


_SECOND = f"{_BEFORE} (?:WEEKDAY COMMA?)? THE? {_point(2)}"


def _rule(name: str, example: str, keys: str, shape: str, *, joints: str = "", **told: bool) -> AbsoluteRule:
    return AbsoluteRule(name, example, frozenset(keys), frozenset(joints), shape, **told)


ABSOLUTE = (
    _rule("two dates", "28 March – 2 April 2018", "Mmyb",
          f"{_point(1)} COMMA? (?:DASH|SLASH|TO) {_SECOND}", joints="-/T", between=True),
    _rule("between two dates", "between March and June 2013", "Mmyb",
          f"BETWEEN {_BEFORE} THE? {_point(1)} AND {_SECOND}", joints="B"),
    _rule("joined range", "30 January-1 February 1945", "J",
          f"{_day('1')} (?P<j1>JOINED) {_month('2')} (?:COMMA? {_year('2')})?", between=True),
    _rule("days of one month", "the night of 7–8 June", "Mm",
          f"{_day('1')} {_TO} THE? {_day('2')} OF? {_month('2')} (?:COMMA? {_year('2')})?",
          joints="-/T&", between=True),
    _rule("month and days", "April 1–3, 2018", "Mm",
          f"{_month('1')} {_day('1')} {_TO} {_day('2')} (?! OF? MONTH) (?:COMMA? {_year('2')})?",
          joints="-/T&", between=True),
    _rule("two months", "July and August 1944", "M", f"{_month('1')} AND {_month('2')} {_year('2')}",
          joints="&"),
    _rule("year and short year", "1942–43", "yh",
          "(?P<y1>YEAR|HUN) (?:DASH|SLASH) (?P<y2>NUM|DAY) (?! DASH|SLASH)", joints="-/", between=True),
    _rule("years before Christ", "58–50 BC", "b",
          "(?P<y1>DAY|NUM|HUN|YEAR) DASH (?P<y2>(?:DAY|NUM|HUN|YEAR) BC)", joints="-", between=True),
    _rule("day", "1st of April, 2018", "Mm",
          f"{_day('1')} OF? {_month('1')} {_OLD_STYLE} (?:COMMA? {_year('1')})?"),
    _rule("month first", "Feb. 24", "Mm", f"{_month('1')} THE? {_day('1')} (?:COMMA? {_year('1')})?"),
    _rule("glued day", "7May2022", "g",
          f"(?P<g1>GLUED) (?:COMMA? {_year('1')})? (?:DASH (?P<g2>GLUED) {_year('2')}?)?"),
    _rule("month and year", "early March 2022", "Mm", f"{_month('1')} (?:OF? COMMA?) {_year('1')}"),
    _rule("month", "in late May", "Mm", "(?P<m1>MONTH|MIDMONTH)", bare=True),
    _rule("ISO day", "2018-04-01", "y", "(?P<y1>YEAR) DASH (?P<n1>DAY) DASH (?P<d1>DAY)", joints="-"),
    _rule("season", "the winter of 1942–43", "S",
          f"(?P<s1>SEASON) (?:OF|COMMA)? {_year('1')} (?:(?:DASH|SLASH) (?P<y2>NUM|YEAR|DAY))?"),
    _rule("first or last day", "the last day of 33 BC", "D",
          f"(?P<nth>NTH) TODAY OF (?:{_month('1')} {_year('1')}? | {_year('1x')})"),
    _rule("decade", "the early 1920s", "C", "(?P<c1>DECADE)"),
    _rule("year", "in late 2012", "yubeh", f"(?P<y1>{_YEAR}|MIDYEAR)", bare=True),
)  # fmt: skip
