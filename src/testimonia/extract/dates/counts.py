"""What is no date although it looks like one: "2000 men", "the 8 March Tower", a bare "May"."""

import re
from collections.abc import Sequence

from testimonia.extract.dates.calendar import Parts
from testimonia.extract.dates.letters import among
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms

__all__ = ["asks_for_date", "is_count", "is_name"]

_ASKS = among(
    "in by since until till during throughout of from to before after around circa about through late early"
    " mid and ( on between or for"
)
_STRONG = among("in by since until during throughout")


def _counts(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a number before token `last` can count what follows ("2000 men")."""
    if last >= len(tokens) or tokens[last].kind != "word" or tokens[last].capital:
        return False
    low = tokens[last].low
    return low not in forms("function_words") and not low.endswith("ly")


def is_count(tokens: Sequence[Token], match: re.Match[str], tail: int) -> bool:
    """Tell whether the year that ends a phrase, at token `tail`, is a count instead.

    "in 2000 houses" and "On 6 April, 2000 men" are; "in May 2012 rebels" and "In 1943 partisans" are
    not: beside a month a year is expected, and a count in four digits is nearly always a round one.
    """
    if not _counts(tokens, match.end()):
        return False
    low, before = tokens[tail].low, tokens[tail - 1].low if tail else ""
    if "M" in match.group() or "m" in match.group():
        return len(low) == 3 or (before == "," and low.endswith("0") and tokens[tail - 2].kind == "word")
    return low.endswith("0") or before not in _STRONG


def asks_for_date(tokens: Sequence[Token], match: re.Match[str], first: int) -> bool:
    """Tell whether the word before a bare month or year, which begins at `first`, asks for one."""
    low = tokens[first - 1].low if first else ""
    if "m1" in match.re.groupindex:
        text = tokens[match.start("m1")].text
        return (len(text) > 3 or text == "May") and (low in _ASKS or "-" in text)
    return low in _ASKS or len(match["y1"]) > 1 or match["y1"] == "u"


def is_name(tokens: Sequence[Token], start: Parts, first: int, shape: int, last: int) -> bool:
    """Tell whether the words from `first` on are a name: "the 8 March Tower", "the 14 July Bridge".

    `shape` is where the day or month begins: "the evening of 28 July Dow scouts saw them" has no name.
    """
    after = last < len(tokens) and tokens[last].capital
    told = last + 1 < len(tokens) and not tokens[last + 1].capital and tokens[last + 1].low.endswith("ed")
    opens = first > 0 and tokens[first - 1].low in {"on", "by"}
    if told and opens:
        return False  # "On the 8 March Roe launched an attack"
    article = tokens[first].low == "the" and tokens[shape - 1].low == "the"
    before = article or (first > 0 and tokens[first - 1].text in {'"', "“", "'"})
    return start.year is None and start.day is not None and after and before
