"""Phrases that count from another date: "the next day", "two days later", "that night", "At 10:00".

Hours and parts of a day count as the day that is understood. Each rule is a pattern over the letters
of `letters` with a function that reads what it caught; a group "phrase" leaves out a preposition that
the rule only asks for.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from testimonia.extract.dates.calendar import Parts
from testimonia.extract.dates.letters import among, count_of, nth_of, weekday_of
from testimonia.extract.dates.mention import DateMention, Unit
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms, rows

__all__ = ["RELATIVE", "RelativeRule"]

Reader = Callable[[Sequence[Token], re.Match[str]], DateMention | None]


class RelativeRule(NamedTuple):
    """One shape of relative phrase."""

    name: str
    example: str
    keys: frozenset[str]
    """Letters of which one must occur in the sentence."""
    shape: str
    """The pattern over names, for `compile_rule`."""
    read: Reader


_FORWARD = among("next following ensuing subsequent later after afterwards afterward")
_FROM_OTHER = among("after before following prior")
_ROUGHLY = among("than about around approximately almost nearly roughly some over under within")
_ON = among("on by until since late early following")
_SEASONS = {"spring": 4, "summer": 7, "autumn": 10, "winter": 1}
_UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1), "night": ("day", 1), "week": ("day", 7), "fortnight": ("day", 14),
    "month": ("month", 1), "year": ("year", 1),
}  # fmt: skip


@cache
def _quantifiers() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("numbers")) | among("few couple of several some many")


def _first(match: re.Match[str]) -> int:
    return match.start("phrase") if "phrase" in match.re.groupindex else match.start()


def _part(tokens: Sequence[Token], match: re.Match[str]) -> str | None:
    at = next((k for k, letter in enumerate(match.group()) if letter in "PQ"), None)
    return None if at is None else tokens[match.start() + at].low


def _unit(tokens: Sequence[Token], match: re.Match[str]) -> tuple[Unit, int]:
    """Give the unit of the noun and how many it makes: a week is seven days."""
    return _UNITS.get(tokens[match.start("noun")].low.removesuffix("s"), ("day", 1))


def _after(tokens: Sequence[Token], match: re.Match[str]) -> Token | None:
    return tokens[match.end()] if match.end() < len(tokens) else None


def _mention(
    tokens: Sequence[Token], match: re.Match[str], shift: int = 0, unit: Unit = "day"
) -> DateMention:
    return DateMention(
        _first(match), match.end(), "relative", shift=shift, unit=unit, part=_part(tokens, match)
    )


def _stepped(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "the next day", "the previous night", "the following month"; a week is no date."""
    unit, size = _unit(tokens, match)
    step = 1 if tokens[match.start("step")].low in _FORWARD else -1
    return _mention(tokens, match, step, unit) if size == 1 else None


def _same(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "that day", "the same evening", "later that month"; not "to this day"."""
    unit, size = _unit(tokens, match)
    at = match.start()
    until_now = at > 0 and tokens[at - 1].low == "to" and tokens[at].low == "this"
    return _mention(tokens, match, 0, unit) if size == 1 and not until_now else None


def _counted(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "two days later", "the day before"; "a week after the raid" counts from elsewhere."""
    unit, size = _unit(tokens, match)
    count = count_of(tokens[match.start("count")].low) if "count" in match.re.groupindex else 1
    way, after, at = tokens[match.start("way")].low, _after(tokens, match), match.start()
    elsewhere = way in _FROM_OTHER and after is not None and after.kind == "word"
    if (elsewhere and (unit != "day" or size * count > 3)) or (at and tokens[at - 1].low in _ROUGHLY):
        return None
    return _mention(tokens, match, (1 if way in _FORWARD else -1) * count * size, unit)


def _fought(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "after three days of fighting", but not "after three days of the month"."""
    after = _after(tokens, match)
    if after is None or after.kind != "word" or after.low == "the":
        return None
    return _mention(tokens, match, count_of(tokens[match.start("count")].low))


def _spent(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "After 12 hours of fighting": the day that is understood; after a night the next morning."""
    hours = [int(token.low) for token in tokens[match.start() : match.end()] if token.low.isdecimal()]
    part = "morning" if hours and hours[0] >= 8 else None
    return DateMention(match.start(), match.end(), "time", part=part)


def _within(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "later in the day", "by the end of the day", "all afternoon": the day that is understood."""
    return _mention(tokens, match)


def _owned(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "the day's fighting", "the day ended"."""
    after = _after(tokens, match)
    owned = after is not None and after.low in {"'s", "ended", "began", "closed", "saw"}
    return _mention(tokens, match) if owned else None


def _timed(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "At around 07:30", "by nightfall", "in the evening"; not the general "at night"."""
    general = match.string[_first(match) : match.end()] == "P" and tokens[match.end() - 1].low == "night"
    return None if general else DateMention(_first(match), match.end(), "time", part=_part(tokens, match))


def _hours_later(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "Five hours later", "a few minutes after": the count stands before the match."""
    first, last, after = match.start(), match.end(), _after(tokens, match)
    if tokens[last - 1].low == "after" and after is not None and after.kind == "word":
        return None  # "48 hours after the raid"
    while first and match.start() - first < 4 and _quantifies(tokens[first - 1]):
        first -= 1
    return DateMention(first, last, "time") if first < match.start() else None


def _quantifies(token: Token) -> bool:
    return token.kind == "number" or token.low in _quantifiers()


def _nth_day(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "on the second day of fighting": counted from the beginning of the event."""
    nth = nth_of(tokens[match.start("nth")].low)
    shift, part = (nth - 1 if nth > 0 else nth), _part(tokens, match)
    return DateMention(_first(match), match.end(), "relative", shift=shift, base="event", part=part)


def _day_of_month(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "on the 12th": the month is understood; not "the 12th Brigade", "the 12th and 13th"."""
    last, after = match.end(), _after(tokens, match)
    joined = last + 1 < len(tokens) and tokens[last].low == "and" and tokens[last + 1].kind == "ordinal"
    if joined or (after is not None and after.kind == "word" and after.low not in forms("function_words")):
        return None
    day = int(re.sub(r"\D", "", tokens[match.start("day")].text))
    return DateMention(_first(match), last, "day", Parts(day=day), part=_part(tokens, match))


def _on_weekday(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "On Tuesday", "Thursday morning"; not "Bloody Sunday", "the Sunday paper"."""
    at = match.start("weekday")
    if match.group()[-1] != "P" and (at == 0 or tokens[at - 1].low not in _ON):
        return None
    day, part = weekday_of(tokens[at].text), _part(tokens, match)
    return DateMention(match.start(), match.end(), "weekday", weekday=day, part=part)


def _yesterday(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "yesterday"; "today" only within a quotation, elsewhere it means the writer's day."""
    word = tokens[match.start("word")].low
    quoted = any(token.text in {'"', "“"} for token in tokens[: match.start()])
    if word == "tomorrow" or (word != "yesterday" and not quoted):
        return None
    return _mention(tokens, match, -1 if word == "yesterday" else 0)


def _seasonal(tokens: Sequence[Token], match: re.Match[str]) -> DateMention | None:
    """Read "in the spring", "that summer": the middle month stands for the season."""
    month = _SEASONS[tokens[match.start("season")].low]
    return DateMention(_first(match), match.end(), "season", Parts(month=month))


def _rule(name: str, example: str, keys: str, shape: str, read: Reader) -> RelativeRule:
    return RelativeRule(name, example, frozenset(keys), shape, read)


_LEAD = "(?:(?:EARLY|SOONER) (?:ON|IN)? | THE? (?:EARLY* (?:END|PART|MOMENT|HRS)+) OF)?"
_NEAR = "(?:AT|TO|FROM|IN|ON|LATER|EARLIER|BETWEEN|DASH|AND)"
_WAY = "(?P<way>SOONER|LATER|EARLIER|NEXT|PREVIOUS)"
RELATIVE = (
    _rule("next or previous day", "the following morning", "DPU",
          f"{_LEAD} THE? SAME? (?P<step>NEXT|PREVIOUS) EARLY? (?P<noun>TODAY|PART|UNIT)", _stepped),
    _rule("same day", "later that day", "DPU",
          f"{_LEAD} (?:THE SAME|THAT SAME?) EARLY? (?P<noun>TODAY|PART|UNIT)", _same),
    _rule("counted", "two days later", "DUVv",
          f"(?P<count>COUNT|DAY) (?P<noun>TODAY|DAYS|UNIT|UNITS) {_WAY}", _counted),
    _rule("day before or after", "the day before", "DPU",
          "THE (?P<noun>TODAY|PART|UNIT) (?P<way>LATER|EARLIER)", _counted),
    _rule("after days of something", "after three days of fighting", "V",
          "LATER (?P<count>COUNT|DAY) DAYS OF", _fought),
    _rule("after hours of something", "After 12 hours of fighting", "r", "LATER [^,]{0,4} HRS OF", _spent),
    _rule("within the day", "later in the day", "D",
          f"(?:(?:EARLY|SOONER) (?:ON|IN)? | {_NEAR}) (?P<phrase>(?:THE? END OF)? THE TODAY)", _within),
    _rule("all day", "all afternoon", "DP", "ALL THE? (?:TODAY|PART)", _within),
    _rule("the day's", "the day's fighting", "D", "THE TODAY", _owned),
    _rule("part of the day", "in the early hours", "PQr",
          f"{_NEAR} (?P<phrase>THE EARLY* (?:PART|MOMENT|HRS)+ | EARLY* (?:PART|MOMENT))", _timed),
    _rule("same time", "At the same time", "s", "AT THE SAME TIME", _timed),
    _rule("clock", "At around 07:30", ":", f"{_NEAR} (?P<phrase>CLOCK (?:MERIDIEM|HRS)?)", _timed),
    _rule("hour", "by 6 pm", "z", f"{_NEAR} (?P<phrase>(?:DAY|POINT) MERIDIEM)", _timed),
    _rule("military hour", "at 1600 hours", "r", f"{_NEAR} (?P<phrase>(?:YEAR|CLOCK|HUN) HRS)", _timed),
    _rule("hours later", "Five hours later", "rH", "(?:HRS|HOUR) (?:SOONER|LATER)", _hours_later),
    _rule("nth day", "on the second day", "DP", "THE (?P<nth>NTH) (?:TODAY|PART)", _nth_day),
    _rule("day of the month", "on the 12th", "o",
          f"(?:{_NEAR} | THE EARLY* (?:PART|MOMENT|HRS)+ OF) (?P<phrase>THE (?P<day>ORD))", _day_of_month),
    _rule("weekday", "On Tuesday", "W", "(?:THE|EARLY)? (?P<weekday>WEEKDAY) EARLY? PART?", _on_weekday),
    _rule("yesterday", "yesterday", "Y", "(?P<word>YESTERDAY) PART?", _yesterday),
    _rule("season", "in the spring", "S", f"{_NEAR} (?P<phrase>THE EARLY? (?P<season>SEASON))", _seasonal),
    _rule("that season", "that winter", "S", "THAT (?P<season>SEASON)", _seasonal),
)  # fmt: skip
