"""Read a phrase that names a day, month or year: "1–3 April 2018", "early March", "31 BC", "1942–43".

The shapes stand in `phrases`; here what a shape caught becomes a mention.
"""

import re
from collections.abc import Callable, Sequence

from testimonia.extract.dates.calendar import Parts, days_in_month
from testimonia.extract.dates.counts import asks_for_date, is_count, is_name
from testimonia.extract.dates.letters import glued_parts, month_of, nth_of
from testimonia.extract.dates.mention import DateMention, Kind
from testimonia.extract.dates.phrases import AbsoluteRule, opening
from testimonia.extract.tokens import Token

__all__ = ["read_absolute"]


_NUMBER = re.compile(r"\d+")
_EMPTY = Parts()
Given = dict[str, int]


def read_absolute(
    rule: AbsoluteRule, tokens: Sequence[Token], match: re.Match[str], *, alone: bool = False
) -> DateMention | None:
    """Turn what a rule caught into a mention; None where the words beside it say otherwise.

    `alone` lifts what is asked of the words beside a bare month or year.
    """
    given, last = _gather(tokens, match), match.end()
    first, asks = opening(rule, match.string, match.start())
    if rule.bare and not asks:
        first = match.start()  # "the 2022 offensive" is no date
    tail = _last_year(match)
    if tail is not None and is_count(tokens, match, tail):
        if "m1" not in given and "m2" not in given:
            return None
        given.pop(f"y{'2' if 'y2' in given else '1'}")
        last = tail - (tokens[tail - 1].text == ",")
    if rule.bare and not (alone or asks or asks_for_date(tokens, match, first)):
        return None
    start, end = _ends(given)
    letters = match.string[first:last]
    if not (_possible(start) and _possible(end)) or is_name(tokens, start, first, match.start(), last):
        return None
    told = "e" in letters or (first > 0 and tokens[first - 1].low == "year")  # "in the year 795"
    weak = start.year is not None and 0 < start.year < 1000 and not told
    if weak and letters.count("h") > 1 and not start.month:
        return None  # "200–300" is no range of years
    part = next((tokens[first + k].low for k, letter in enumerate(letters) if letter in "PQ"), None)
    closing, kind = (None if end == _EMPTY else end), _kind(start, end, match)
    return DateMention(first, last, kind, start, closing, part=part, weak=weak)


def read_year(words: str) -> int:
    """Give the astronomical year of "31 BC", "AD 9", "2018", "mid-2012"."""
    found = _NUMBER.findall(words)
    year = int(found[0]) if found else 0
    return 1 - year if "b" in words.lower() else year


def _number(tokens: Sequence[Token], match: re.Match[str], name: str) -> Given:
    return {name[:2]: int(_NUMBER.findall(tokens[match.start(name)].text)[0])}


def _number_of_month(tokens: Sequence[Token], match: re.Match[str], name: str) -> Given:
    if name[0] == "n":
        return {"m" + name[1]: int(tokens[match.start(name)].text)}
    return {name[:2]: month_of(tokens[match.start(name)].text.rpartition("-")[2]) or 0}


def _number_of_year(tokens: Sequence[Token], match: re.Match[str], name: str) -> Given:
    words = [token.text for token in tokens[match.start(name) : match.end(name)]]
    return {name[:2]: read_year(" ".join(words))}


def _glued(tokens: Sequence[Token], match: re.Match[str], name: str) -> Given:
    day, month, year = glued_parts(tokens[match.start(name)].text)
    given = {"d" + name[1]: day, "m" + name[1]: month}
    return given if year is None else {**given, "y" + name[1]: year}


def _joined(tokens: Sequence[Token], match: re.Match[str], name: str) -> Given:
    month, _, day = tokens[match.start(name)].text.partition("-")
    return {"m1": month_of(month) or 0, "d2": int(day)}


def _decade(tokens: Sequence[Token], match: re.Match[str], name: str) -> Given:
    first = int(tokens[match.start(name)].text[:-1])
    return {"y1": first, "y2": first + 9}


def _nth(tokens: Sequence[Token], match: re.Match[str], name: str) -> Given:
    return {"nth": nth_of(tokens[match.start(name)].low)}


def _nothing(_tokens: Sequence[Token], _match: re.Match[str], _name: str) -> Given:
    return {}


_READERS: dict[str, Callable[[Sequence[Token], re.Match[str], str], Given]] = {
    "d": _number, "m": _number_of_month, "n": _number_of_month, "y": _number_of_year, "g": _glued,
    "j": _joined, "c": _decade, "s": _nothing,
}  # fmt: skip


def _gather(tokens: Sequence[Token], match: re.Match[str]) -> Given:
    """Read the numbers that a match caught, by role: "d1", "m1", "y1", "d2", "m2", "y2", "nth"."""
    given: Given = {}
    for name, letters in match.groupdict().items():
        if letters is not None:
            reader = _nth if name == "nth" else _READERS[name[0]]
            given.update(reader(tokens, match, name))
    return given


def _last_year(match: re.Match[str]) -> int | None:
    """Give the token at which the year begins that ends the phrase, None if none does."""
    ends = [match.span(name) for name, caught in match.groupdict().items() if name[0] == "y" and caught]
    return next((first for first, last in ends if last == match.end()), None)


def _ends(given: Given) -> tuple[Parts, Parts]:
    """Give the date, or a range's beginning and end."""
    start = Parts(given.get("y1"), given.get("m1"), given.get("d1"))
    end = Parts(given.get("y2"), given.get("m2"), given.get("d2"))
    if "nth" in given:
        return _first_or_last(start, given["nth"]), end
    return (start, end) if end == _EMPTY else _complete(start, end)


def _first_or_last(date: Parts, nth: int) -> Parts:
    """Give the day that "the last day of 33 BC" or "the first day of May" names."""
    month = date.month or (12 if nth < 0 else 1)
    return Parts(date.year, month, nth if nth > 0 else days_in_month(date.year, month))


def _complete(start: Parts, end: Parts) -> tuple[Parts, Parts]:
    """Let the ends of a range lend each other what one of them leaves out."""
    end = _full_year(start.year, end)
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


def _full_year(first: int | None, end: Parts) -> Parts:
    """Give a short year its century: "1942–43", "1899–00"."""
    if first is None or end.year is None or not 0 <= end.year < 100 <= first:
        return end
    later = 100 if end.year < first % 100 else 0
    return end._replace(year=first - first % 100 + end.year + later)


def _possible(date: Parts) -> bool:
    return date.day is None or date.month is None or 1 <= date.day <= days_in_month(date.year, date.month)


def _kind(start: Parts, end: Parts, match: re.Match[str]) -> Kind:
    named: dict[str, Kind] = {"c1": "decade", "s1": "season"}
    for name, kind in named.items():
        if name in match.re.groupindex:
            return kind
    if end != _EMPTY:
        return "range"
    return "day" if start.day else "month" if start.month else "year"
