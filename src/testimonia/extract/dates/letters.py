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

__all__ = [
    "among", "compile_rule", "count_of", "glued_parts", "letters", "month_of", "nth_of", "weekday_of",
]  # fmt: skip


def among(words: str) -> frozenset[str]:
    """Give the words of a list, to ask whether a word is among them."""
    return frozenset(words.split())


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
    "AND": "&",  # and, or
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
    "AND": "and or &",
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

_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_COUNTS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_LAST = ("last", "final", "opening")

# So many words are remembered at most; looking one up is ten times as quick as judging it.
_MOST = 50_000
_ODD = re.compile(r"[0-9]|[Mm]id-|[A-Z][a-z]+-[0-9]")
_JOINED = re.compile(r"(?P<month>[A-Z][a-z]+)-(?P<day>[123]?\d)")
_MILITARY = re.compile(r"0\d[0-5]\d")
_GLUED = re.compile(r"(?P<day>\d{1,2})(?P<month>[A-Z][a-z]+)(?P<year>\d{3,4})?")
_SHAPES = (
    ("o", re.compile(r"0?(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)")),
    ("C", re.compile(r"\d{2,3}0s")),
    (":", re.compile(r"[01]?\d(?:am|pm|AM|PM)|\d{1,2}:\d{2}")),
    ("%", re.compile(r"[0-2]?\d\.[0-5]\d")),
)
_PARTS = frozenset(_WORDS["PART"].split())


@cache
def _months() -> dict[str, int]:
    return {row["form"]: int(row["number"]) for row in rows("months")}


@cache
def _weekdays() -> dict[str, int]:
    return {row["form"]: int(row["number"]) - 1 for row in rows("weekdays") if row["kind"] == "full"}


class _Letters(dict[str, str]):
    """Letters of the words that matter; numbers are judged as they come, other words are "_"."""

    def __missing__(self, text: str) -> str:
        letter = _judge(text) if _ODD.match(text) else "_"
        if len(self) < _MOST:
            self[text] = letter
        return letter


def _judge(text: str) -> str:
    """Give the letter of a token with a digit in it or "mid-" in front."""
    if text.isdecimal():
        return _judge_number(text)
    if text[:4].lower() == "mid-":
        rest = text[4:]
        month = "m" if rest in _months() else "_"
        return "P" if rest in _PARTS else month if rest[:1].isalpha() else "u" if _judge(rest) == "y" else "_"
    for letter, pattern in _SHAPES:
        if pattern.fullmatch(text):
            return letter
    for letter, pattern in (("g", _GLUED), ("J", _JOINED)):
        found = pattern.fullmatch(text)
        if found:
            return letter if found["month"] in _months() else "_"
    return "_"


def _judge_number(text: str) -> str:
    value, length = int(text), len(text)
    if length <= 2:
        return "_" if value == 0 else "d" if value <= 31 else "n"
    if length == 4:
        return "y" if 1000 <= value <= 2100 else ":" if _MILITARY.fullmatch(text) else "_"
    return "h" if length == 3 else "_"


@cache
def _table() -> _Letters:
    table = _Letters()
    groups = {name: tuple(words.split()) for name, words in _WORDS.items()}
    groups["NTH"], groups["COUNT"] = _NTH + _LAST, (*_COUNTS, "a", "an")
    for name, words in groups.items():
        for word in words:
            table[word] = table[word[0].upper() + word[1:]] = NAMES[name]
    table.update(dict.fromkeys(_months(), NAMES["MONTH"]))
    table.update(dict.fromkeys(_weekdays(), NAMES["WEEKDAY"]))
    return table


def letters(tokens: Sequence[Token]) -> str:
    """Write tokens as letters, one each."""
    return "".join(map(_table().__getitem__, [token[0] for token in tokens]))


@cache
def compile_rule(pattern: str) -> re.Pattern[str]:
    """Turn a pattern over names ("THE? DAY OF MONTH") into one over letters; spaces are for people.

    Rules are compiled when a text first has their letters: most texts have few of the shapes.
    """
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
    """Give day, month and year of "7May2022" or "18March"; the text must be such a word."""
    day, month, year = _GLUED.split(text)[1:4]
    return int(day), _months()[month], int(year) if year else None
