"""Where a name begins and ends: runs of capitalised words with what may stand between them.

example          Ibrahim ibn al-Roe · J. B. Roe · Ann "Red" Roe · Roe People's Front · 5th Roe Division
example          52nd (Roe) Division
counter-example  In March · The · Kayes-based · Roe's Front (an owner and a name)
"""

import re
from collections.abc import Sequence
from functools import cache

from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms, rows, word_set

__all__ = ["begins", "bracket_end", "run_end"]

_PARTICLES = word_set("naming", "name_particles")
_PREFIXED = re.compile(
    r"(?:al|el|ad|as|ar|an|at|ash|az|adh|ath|ul|ud|bin|ben|d|l|o)[-'’`ʻʼ‘][A-ZÀ-ÞİŞŽŠČĆĐŁ]"
)
_DERIVED = re.compile(
    r"(?:[Pp]ro|[Aa]nti|[Nn]on|[Ee]x|[Pp]ost|[Pp]re|[Mm]id)-.*"
    r"|.+[-‐‑](?:[a-z]+ed|led|held|born|made|built|style|speaking|wide|language|era|class)$"
)
_INNER = frozenset(".'’ʼ`‘ʻ")
_NUMERAL = re.compile(r"[IVXLC]+\Z")


def begins(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name can begin at a token: a capital, "al-Roe", "5th" before a capital."""
    token = tokens[at]
    if token.kind == "ordinal":
        behind = bracket_end(tokens, at + 1)
        return behind < len(tokens) and tokens[behind].capital and tokens[behind].low not in _calendar()
    if token.kind != "word":
        return False
    if not token.text[0].isupper():
        return _prefixed(token)
    return _nameable(tokens, at)


def bracket_end(tokens: Sequence[Token], at: int) -> int:
    """Give the end of the bracket in a unit's name that opens at `at`: "52nd (Roe) Division"; else `at`."""
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    close = next((k for k in range(at + 2, min(at + 6, len(tokens))) if tokens[k].text == ")"), 0)
    named = close and all(token.capital or token.kind == "ordinal" for token in tokens[at + 1 : close])
    return close + 1 if named and close + 1 < len(tokens) and tokens[close + 1].capital else at


def _prefixed(token: Token) -> bool:
    """Tell "al-Roe" and "d'Orr" from "al-Roe-based"."""
    return bool(_PREFIXED.match(token.text)) and not _DERIVED.match(token.text)


def _nameable(tokens: Sequence[Token], at: int) -> bool:
    """Tell a capitalised word from "The", "In", "March" of a date, "Kayes-based"."""
    token = tokens[at]
    if (
        len(token.text) == 1
        and at + 2 < len(tokens)
        and tokens[at + 1].text == "."
        and tokens[at + 2].capital
    ):
        return True  # the initials of "A. B. Roe"
    if token.text == "US":
        return True  # "US Ninth Army", not "us"
    if (token.low == "first" or token.text == "I") and _heads_body(tokens, at + 1):
        return True  # "First Army", "I Corps"
    if token.low in _closed_words() or ("-" in token.low and _DERIVED.match(token.text)):
        return False
    if token.low in _calendar():
        beside = (tokens[k].kind for k in (at - 1, at + 1) if 0 <= k < len(tokens))
        dated = any(kind in {"number", "ordinal"} for kind in beside) or _in_time(tokens, at)
        return not (dated or token.low in _months_only())
    return True


def _heads_body(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether capitalised words from `at` end with the head of a body: "First | Roe Army"."""
    end = at
    while end < len(tokens) and tokens[end].kind == "word" and tokens[end].capital:
        end += 1
    return end > at and is_body_noun(tokens[end - 1].low)


def _in_time(tokens: Sequence[Token], at: int) -> bool:
    """Tell the month of "by the end of May Roe had won", "in April Dow fled" from a first name."""
    before = tokens[at - 1].low if at else ""
    return before in _TIMES or (before == "of" and at > 1 and tokens[at - 2].low in _PARTS_OF_TIME)


_TIMES = frozenset({"during", "early", "in", "late", "mid", "since", "until"})
_PARTS_OF_TIME = frozenset({"beginning", "end", "middle", "month", "start"})


def run_end(tokens: Sequence[Token], at: int) -> int:
    """Give the end of the run of name words that has `at` as its second or later token."""
    end = at
    while end < len(tokens):
        token = tokens[end]
        if (
            (token.kind == "word" and (_prefixed(token) or _continues(tokens, end)))
            or (token.kind == "word" and token.low in _PARTICLES and _goes_on(tokens, end))
            or (token.text in _INNER and _joins(tokens, end))
            or (token.kind == "ordinal" and begins(tokens, end))
        ) or (token.text in {"'s", "’s", "'", "’"} and _owned(tokens, end)):
            end += 1
        elif token.text in {'"', "“"} and _nickname(tokens, end):
            end += 4
        elif tokens[end - 1].kind == "ordinal" and bracket_end(tokens, end) > end:
            end = bracket_end(tokens, end)
        else:
            break
    return end


def _continues(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word goes on with a name: a capitalised one, or the numeral of "Louis I"."""
    text = tokens[at].text
    return text[0].isupper() and (
        _nameable(tokens, at) or (bool(_NUMERAL.match(text)) and tokens[at - 1].end < tokens[at].start)
    )


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Tell the full stop of an initial and the apostrophe of "Kala' al-Roe" from other signs."""
    before = tokens[at - 1]
    if tokens[at].text == ".":
        return len(before.text) == 1 and before.capital and _goes_on(tokens, at)
    return (
        before.end == tokens[at].start
        and before.text[-1] not in "sS"
        and at + 1 < len(tokens)
        and bool(_PREFIXED.match(tokens[at + 1].text))
    )


_OWNERS = word_set("naming", "collective_owners")


def _owned(tokens: Sequence[Token], at: int) -> bool:
    """Tell "People's Front" and "Nine Years' War", single names, from "Roe's Front"."""
    return tokens[at - 1].low in _OWNERS and at + 1 < len(tokens) and tokens[at + 1].capital


def _nickname(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a nickname in quotation marks stands here: Ann "Red" Roe."""
    return (
        at + 3 < len(tokens)
        and tokens[at + 1].capital
        and tokens[at + 2].text in {'"', "”"}
        and tokens[at + 3].capital
        and tokens[at - 1].capital
        and _nameable(tokens, at + 3)
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    while at < len(tokens) and (tokens[at].low in _PARTICLES or tokens[at].text == "."):
        at += 1
    return (
        at < len(tokens)
        and tokens[at].kind == "word"
        and (tokens[at].text[0].isupper() or bool(_PREFIXED.match(tokens[at].text)))
    )


@cache
def _closed_words() -> frozenset[str]:
    return forms("function_words") - {"may", "will", "mine"}


@cache
def _calendar() -> frozenset[str]:
    return frozenset(row["form"].lower() for table in ("months", "weekdays") for row in rows(table))


@cache
def _months_only() -> frozenset[str]:
    """Give the words of the calendar that are hardly ever a person's name."""
    return _calendar() - {"april", "august", "may", "june", "jan", "mar", "sun"}
