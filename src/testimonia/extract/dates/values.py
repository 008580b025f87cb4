"""Dates that stand alone: the infobox's date line, and what the lead says instead of one.

"26 February – 8 April 2022 (1 month)" · "12 July 2012 – present" · "First phase: … Second phase: …" ·
{{start date|2012|7|12|df=y}}.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.extract.dates.calendar import Parts, iso, parts_of
from testimonia.extract.dates.find import find_dates
from testimonia.extract.dates.resolve import DateContext, resolve
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import tokenize
from testimonia.model import Passage, Span, When

__all__ = ["date_from_lead", "parse_date_value"]

_TEMPLATE = re.compile(r"\{\{\s*(?:start|end)(?:[ _-]and[ _-]end)?[ _-]?dates?\s*\|(?P<arguments>[^{}]*)\}\}", re.IGNORECASE)
_OTHER_STYLE = re.compile(r"[\[(][^\])]*\b(?:O\.?S|N\.?S|Old Style|New Style|Julian|Gregorian)\b[^\])]*[\])]", re.IGNORECASE)
_ONGOING = re.compile(r"(?:[-–—]|\b(?:to|until|till))\s*(?:the\s+)?(?:present|now|ongoing)|\bongoing\b|^\s*since\b", re.IGNORECASE)
_Found = tuple[Parts, Parts, Span]


def parse_date_value(passage: Passage) -> When | None:
    """Read an infobox date value: one date, a range, or the hull of several phases.

    None where the value holds no date.
    """
    found = sorted([*_in_templates(passage), *_in_words(passage)], key=lambda one: one[2])
    if not found:
        return None
    first = min((one[0] for one in found), key=_early)
    last = max((one[1] for one in found), key=_late)
    ongoing = bool(_ONGOING.search(passage.shown))
    span = Span(found[0][2].start, max(one[2].end for one in found))
    return When(iso(first), None if ongoing else iso(last), span, ongoing=ongoing)


def _early(date: Parts) -> tuple[int, int, int]:
    """Let a month or year without a day count as its beginning."""
    return date.year or 0, date.month or 1, date.day or 1


def _late(date: Parts) -> tuple[int, int, int]:
    """Let a month or year without a day count as its end."""
    return date.year or 0, date.month or 12, date.day or 31


def _in_templates(passage: Passage) -> Iterator[_Found]:
    """Read {{start date|2012|7|12}} and {{start and end dates|1940|9|7|1941|5|11}}."""
    for mark in passage.marks:
        match = _TEMPLATE.match(mark.value.strip()) if mark.kind == "template" else None
        if not match:
            continue
        numbers = [int(part) for part in match["arguments"].split("|") if part.strip().isdecimal()]
        first, last = numbers[:3], numbers[3:6] or numbers[:3]
        if first and 1 <= len(first) <= 3:
            yield Parts(*first), Parts(*last), mark.span


def _in_words(passage: Passage) -> Iterator[_Found]:
    shown = _OTHER_STYLE.sub(lambda style: " " * len(style.group()), passage.shown)
    tokens = tokenize(shown)
    context = DateContext(Parts(1))
    for mention in reversed([one for one in find_dates(tokens, alone=True) if one.explicit]):
        if mention.start.year is None and context.before is None:
            continue
        when = resolve(mention, context)
        if when and when.start and when.end:
            span = passage.source(tokens[mention.first].start, tokens[mention.last - 1].end)
            start, end = parts_of(when.start), parts_of(when.end)
            context = replace(context, before=start)
            yield start, end, span


def date_from_lead(sentences: Sequence[Sentence]) -> When | None:
    """Give the date that the first sentences tell of the event: the first with a day, else the first.

    Only the lead is read, at most three sentences of it. A bare number below 1000 counts as a year
    beside a month ("August 686").
    """
    coarse = None
    for sentence in [one for one in sentences if one.passage.section == 0][:3]:
        for mention in find_dates(sentence.tokens):
            early = DateContext(Parts(1) if mention.weak and mention.start.month else None)
            when = resolve(mention, early) if mention.explicit and mention.start.year is not None else None
            if when is None:
                continue
            when = replace(when, span=sentence.source(mention.first, mention.last))
            if mention.start.day:
                return when
            coarse = coarse or when
    return coarse
