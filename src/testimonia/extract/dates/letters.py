"""Date phrases are read over letters: each token becomes one letter that says what it can be.

"on the 3rd of May 1944" becomes "OtofMy", and a rule is a pattern over the names of such letters:
"THE? (?P<d1>ORD) OF (?P<m1>MONTH) (?P<y1>YEAR)?". `letters` writes a sentence's tokens as letters,
`compile_rule` turns a pattern over names into one over letters.
"""

import re
from collections.abc import Sequence
from functools import cache

from testimonia.extract.tokens import Token
from testimonia.lexicon import rows

__all__ = ["compile_rule", "letters", "month_of", "nth_of", "weekday_of"]

NAMES = {
    "DAY": "d",  # 1 to 31
    "NUM": "n",  # 32 to 99
    "HUN": "h",  # 100 to 999
    "YEAR": "y",  # 1000 to 2100
    "ORD": "o",  # 1st to 31st
    "NTH": "w",  # first, second, last
    "MONTH": "M",
    "MIDMONTH": "m",  # mid-April
    "MIDYEAR": "u",  # mid-2012
    "GLUED": "g",  # 18March, 7May2022
    "JOINED": "J",  # January-1
    "WEEKDAY": "W",
    "DASH": "-",
    "SLASH": "/",
    "COMMA": ",",
    "DOT": ".",
    "OPEN": "<",
    "CLOSE": ">",
    "THE": "t",
    "OF": "f",
    "FROM": "F",
    "TO": "T",
    "BETWEEN": "B",
    "AND": "&",
    "BC": "b",
    "AD": "e",
    "CIRCA": "c",
    "EARLY": "q",  # early, late, mid
    "SOONER": "l",  # later, earlier
    "END": "E",  # end, beginning, middle
    "SHARE": "G",  # part, as in "the latter part of"
    "HRS": "r",  # hours
    "HOUR": "H",  # hour, minutes
    "TIME": "K",  # the word time
    "SEASON": "S",
    "DECADE": "C",  # 1920s
    "NEXT": "x",
    "PREVIOUS": "p",
    "SAME": "s",
    "THAT": "i",
    "TODAY": "D",  # the word day
    "PART": "P",  # morning, night
    "MOMENT": "Q",  # dawn, noon
    "UNIT": "U",  # month, year
    "DAYS": "V",
    "UNITS": "v",  # months, years
    "COUNT": "k",  # a, two, three
    "LATER": "L",
    "EARLIER": "R",
    "CLOCK": ":",  # 10:30, 0530
    "POINT": "%",  # 10.30
    "MERIDIEM": "z",  # am, pm
    "ALL": "a",
    "IN": "I",
    "ON": "O",
    "AT": "j",
    "YESTERDAY": "Y",
}

_WORDS = {
    "DASH": "- – — − ‒ ―",
    "SLASH": "/",
    "COMMA": ",",
    "DOT": ".",
    "OPEN": "( [",
    "CLOSE": ") ]",
    "THE": "the",
    "OF": "of",
    "FROM": "from",
    "TO": "to until till through thru",
    "BETWEEN": "between",
    "AND": "and &",
    "BC": "BC BCE B.C. B.C.E. bc",
    "AD": "AD CE A.D. C.E.",
    "CIRCA": "c ca circa",
    "EARLY": "early late mid latter",
    "SOONER": "earlier later",
    "END": "end beginning start middle close half outset course",
    "SHARE": "part",
    "HRS": "hours",
    "TIME": "time",
    "SEASON": "spring summer autumn winter",
    "NEXT": "next following ensuing subsequent",
    "PREVIOUS": "previous preceding prior",
    "SAME": "same very",
    "THAT": "that this",
    "TODAY": "day",
    "PART": "morning afternoon evening night",
    "MOMENT": "dawn noon midday midnight dusk nightfall sunset sunrise daybreak daylight overnight",
    "UNIT": "week month year fortnight",
    "DAYS": "days nights",
    "UNITS": "weeks months years",
    "HOUR": "hour minutes minute",
    "LATER": "after afterwards afterward",
    "EARLIER": "before previously ago beforehand",
    "MERIDIEM": "am pm AM PM a.m. p.m. A.M. P.M. o'clock",
    "ALL": "all throughout",
    "IN": "in during within over",
    "ON": "on",
    "AT": "at by around about near since circa approximately shortly",
    "YESTERDAY": "yesterday today tonight tomorrow",
}

_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_COUNTS = "one two three four five six seven eight nine ten eleven twelve".split()

_JOINED = re.compile(r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)-(?P<day>[123]?\d)")
_ODD = re.compile(r"[0-9]|[Mm]id-")
_ORDINAL = re.compile(r"0?(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)")
_DECADE = re.compile(r"\d{2,3}0s")
_MILITARY = re.compile(r"0\d[0-5]\d")
_MERIDIEM = re.compile(r"[01]?\d(?:am|pm|AM|PM)")
_POINT = re.compile(r"[0-2]?\d\.[0-5]\d")
_GLUED = re.compile(r"(?P<day>\d{1,2})(?P<month>[A-Z][a-z]+)(?P<year>\d{3,4})?")


@cache
def _months() -> dict[str, int]:
    return {row["form"]: int(row["number"]) for row in rows("months")}


@cache
def _weekdays() -> dict[str, int]:
    return {row["form"]: int(row["number"]) - 1 for row in rows("weekdays") if row["kind"] == "full"}


class _Letters(dict[str, str]):
    """Letters of the words that matter; numbers are judged as they come, other words are "_"."""

    def __missing__(self, text: str) -> str:
        return _judge(text) if _ODD.match(text) else "J" if "-" in text and _JOINED.fullmatch(text) else "_"


def _judge(text: str) -> str:
    """Give the letter of a token that has a digit or "mid-" in front."""
    if text.isdecimal():
        value, length = int(text), len(text)
        if length <= 2:
            return "_" if value == 0 else "d" if value <= 31 else "n"
        if length == 4:
            return "y" if 1000 <= value <= 2100 else ":" if _MILITARY.fullmatch(text) else "_"
        return "h" if length == 3 else "_"
    if _ORDINAL.fullmatch(text):
        return "o"
    if _DECADE.fullmatch(text):
        return "C"
    if glued := _GLUED.fullmatch(text):
        return "g" if glued["month"] in _months() else "_"
    if _MERIDIEM.fullmatch(text):
        return ":"
    if text[:4].lower() == "mid-":
        rest = text[4:]
        return "m" if rest in _months() else "u" if _judge(rest) == "y" else "P" if rest in _PARTS else "_"
    return ":" if ":" in text else "%" if _POINT.fullmatch(text) else "_"


_PARTS = frozenset(_WORDS["PART"].split())


@cache
def _table() -> _Letters:
    table = _Letters()
    for name, words in _WORDS.items():
        for word in words.split():
            table[word] = table[word[0].upper() + word[1:]] = NAMES[name]
    table.update(dict.fromkeys(_months(), NAMES["MONTH"]))
    table.update(dict.fromkeys(_weekdays(), NAMES["WEEKDAY"]))
    for words, name in ((_NTH, "NTH"), (["last", "final", "opening"], "NTH"), (_COUNTS, "COUNT"), (["a", "an"], "COUNT")):
        for word in words:
            table[word] = table[word.capitalize()] = NAMES[name]
    return table


def letters(tokens: Sequence[Token]) -> str:
    """Write tokens as letters, one each."""
    return "".join(map(_table().__getitem__, [token[0] for token in tokens]))


def compile_rule(pattern: str) -> re.Pattern[str]:
    """Turn a pattern over names ("THE? DAY OF MONTH") into one over letters; spaces are for people."""
    plain = re.sub(r"[A-Z]{2,}", lambda name: re.escape(NAMES[name.group()]), pattern)
    return re.compile(plain, re.VERBOSE)


def month_of(text: str) -> int | None:
    """Give the number of the month that a word names, or None."""
    return _months().get(text)


def weekday_of(text: str) -> int | None:
    """Give the number of a day of the week, 0 for Monday, or None."""
    return _weekdays().get(text)


def nth_of(low: str) -> int:
    """Give the number of "first", "second"; -1 for "last" and "final"."""
    return _NTH.index(low) + 1 if low in _NTH else 1 if low == "opening" else -1


def count_of(low: str) -> int:
    """Give the number of a counting word ("a", "two") or of digits."""
    return int(low) if low.isdecimal() else _COUNTS.index(low) + 1 if low in _COUNTS else 1


def glued_parts(text: str) -> tuple[int, int, int | None]:
    """Give day, month and year of "7May2022"."""
    found = _GLUED.fullmatch(text)
    assert found
    return int(found["day"]), _months()[found["month"]], int(found["year"]) if found["year"] else None
