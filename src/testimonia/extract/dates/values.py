"""Dates that stand alone: the infobox's date line, and what the lead says instead of one.

"26 February – 8 April 2022 (1 month)" · "12 July 2012 – present" · "First phase: … Second phase: …" ·
{{start date|2012|7|12|df=y}}.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from testimonia.extract.dates.calendar import Parts, days_in_month, iso, parts_of
from testimonia.extract.dates.courses import begun_and_ended
from testimonia.extract.dates.find import find_dates
from testimonia.extract.dates.resolve import DateContext, resolve
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import tokenize
from testimonia.model import Passage, Span, When

__all__ = ["date_from_lead", "parse_date_value"]

# {{start date|2012|7|12|df=y}}, {{Start and end dates|1940|9|7|1941|5|11}}
_TEMPLATE = re.compile(
    r"\{\{\s*(?:start|end)(?:[ _-]and[ _-]end)?[ _-]?dates?\s*\|(?P<arguments>[^{}]*)\}\}", re.IGNORECASE
)
_BRACES = re.compile(r"\{\{[^{}]*\}\}")
# 8 July [O.S. 27 June] 1709
_OTHER_STYLE = re.compile(
    r"[\[(][^\])]*\b(?:O\.?S|N\.?S|Old Style|New Style|Julian|Gregorian)\b[^\])]*[\])]", re.IGNORECASE
)
# 12 July 2012 – present
_ONGOING = re.compile(
    r"(?:[-–—]|\b(?:to|until|till))\s*(?:the\s+)?(?:present|now)\b|\bongoing\b|^\s*since\b", re.IGNORECASE
)
# How far into the article the lead is read for the event's date.
_DAY, _YEAR = len("2018-04-01"), len("2018")
"""How long the ISO form of a day, and of a year, is."""
_SENTENCES = 3
_LASTING = frozenset({"ongoing", "underway"})
_Found = tuple[Parts, Parts, Span]


def parse_date_value(passage: Passage) -> When | None:
    """Read an infobox date value: one date, a range, or the hull of several phases.

    None where the value holds no date. The span covers all phrases that were read.
    """
    found = [*_in_templates(passage), *_in_words(passage)]
    if not found:
        return None
    first, last = min((one[0] for one in found), key=_early), max((one[1] for one in found), key=_late)
    span = Span(min(one[2].start for one in found), max(one[2].end for one in found))
    ongoing = bool(_ONGOING.search(passage.shown))
    return When(iso(first), None if ongoing else iso(last), span, ongoing=ongoing)


def _early(date: Parts) -> tuple[int, int, int]:
    """Let a month or year without a day count as its beginning."""
    return date.year or 0, date.month or 1, date.day or 1


def _late(date: Parts) -> tuple[int, int, int]:
    """Let a month or year without a day count as its end."""
    return date.year or 0, date.month or 12, date.day or 31


def _in_templates(passage: Passage) -> Iterator[_Found]:
    """Read date templates, whether they are marks or still stand in the words."""
    marks = [(mark.value, mark.span) for mark in passage.marks if mark.kind == "template"]
    shown = [(match.group(), passage.source(*match.span())) for match in _BRACES.finditer(passage.shown)]
    for raw, span in (*marks, *shown):
        match = _TEMPLATE.match(raw.strip())
        if match:
            numbers = [int(part) for part in match["arguments"].split("|") if part.strip().isdecimal()]
            first, last = Parts(*numbers[:3]), Parts(*(numbers[3:6] or numbers[:3]))
            if _possible(first) and _possible(last):
                yield first, last, span


def _possible(date: Parts) -> bool:
    if date.year is None or not 1 <= (date.month or 1) <= 12:
        return False
    return 1 <= (date.day or 1) <= days_in_month(date.year, date.month or 1)


def _in_words(passage: Passage) -> Iterator[_Found]:
    """Read the date phrases of a value, from the last, so that each lends its year to the one before."""
    shown = passage.shown
    for aside in (_OTHER_STYLE, _BRACES):
        shown = aside.sub(lambda match: " " * len(match.group()), shown)
    tokens = tokenize(shown)
    context = DateContext(Parts(1))  # a bare "686" is a year here
    for mention in reversed(find_dates(tokens, alone=True)):
        if not mention.explicit or (mention.start.year is None and context.before is None):
            continue
        when = resolve(mention, context)
        if when and when.start and when.end:
            start, end = parts_of(when.start), parts_of(when.end)
            context = replace(context, before=start)
            yield start, end, passage.source(tokens[mention.first].start, tokens[mention.last - 1].end)


def date_from_lead(sentences: Sequence[Sentence], title: str = "") -> When | None:
    """Give the date that the first sentences tell of the event: the first with a day, else the first.

    `sentences` are those of the whole article. Only three of the lead are read; where they know no
    more than the month, and the prose names just one day of that month, that day is given. Without
    a date in the lead the one in the article's title counts, without a span; a title that tells from
    when to when goes before a lead that tells less, or of something else.
    """
    titled, told = _in_title(title), _date_of_lead(sentences, title)
    if titled is None or titled.start == titled.end or len(titled.start or "") <= _YEAR or told is None:
        return told
    return told if _within_title(told, titled) else titled


def _within_title(told: When, titled: When) -> bool:
    """Tell whether a lead tells more of the same time: "28 May to 12 June" for May to June."""
    first, last, end = told.start or "", told.end or told.start or "", titled.end or ""
    begins = first >= (titled.start or "") and first[: len(end)] <= end
    return begins and len(first) >= _DAY and last[: len(end)] <= end


def _date_of_lead(sentences: Sequence[Sentence], title: str) -> When | None:
    """Give the date that the first sentences tell of the event, the title's where they have none."""
    lead = [one for one in sentences if one.passage.section == 0][:_SENTENCES]
    coarse, year = None, _year_in(title)
    if (spanned := begun_and_ended(lead, year)) is not None:
        return spanned
    named = list(_named(lead, year))
    for when in named:
        known = len((when.start or "").lstrip("-"))
        if known < _DAY and (when.start == when.end or known == _YEAR):
            coarse = coarse or when  # "in the war of 1848–1849, fought on 2 April 1849"
        else:
            return next((one for one in named if _goes_on(when, one)), when)
    titled = _in_title(title)
    if coarse is None or (titled is not None and titled.start != titled.end and coarse.start == titled.start):
        return titled  # "Roe offensive (October–November 2016)", whose lead knows only when it began
    return _only_day(sentences, coarse)


def _goes_on(day: When, span: When) -> bool:
    """Tell the time that begins on a day: "It began on 1 April 1945. It lasted from 1 April to 22 June"."""
    return day.start == day.end == span.start and span.end is not None and span.end != span.start


def _in_title(title: str) -> When | None:
    """Read "1952 Ashford massacre", "Battle of X (October 2012)"."""
    mentions = [one for one in find_dates(tokenize(title), alone=True) if one.explicit]
    dated = [resolve(one, DateContext()) for one in mentions if one.start.year is not None]
    return next((when for when in dated if when), None)


def _named(sentences: Iterable[Sentence], year: int | None) -> Iterator[When]:
    """Give the dates that need no context; a bare number below 1000 is a year beside a month.

    A day or month without its year takes that of the title, or one that a name before it bears:
    "a battle of the 1918 Roe War, fought 19–21 February".
    """
    for sentence in sentences:
        for mention in find_dates(sentence.tokens):
            borrowed = mention.start.year is None and mention.start.month is not None
            if borrowed:
                year = _year_before(sentence, mention.first) or year
            if not mention.explicit or (mention.start.year is None and not (borrowed and year)):
                continue
            early = mention.weak and mention.start.month is not None
            context = Parts(year) if borrowed else Parts(1) if early else None
            when = resolve(mention, DateContext(context))
            if when:
                ongoing = _goes_on_since(sentence, mention.first)
                end = None if ongoing else when.end
                span = sentence.source(mention.first, mention.last)
                yield replace(when, end=end, span=span, ongoing=ongoing)


def _goes_on_since(sentence: Sentence, at: int) -> bool:
    """Tell the beginning of what has no end yet: "Clashes have been ongoing since 3 May 2016"."""
    since = at > 0 and sentence.tokens[at - 1].low == "since"
    return since and not _LASTING.isdisjoint(sentence.lows)


def _year_before(sentence: Sentence, at: int) -> int | None:
    """Give the year that opens a name in the sentence before a token: "the 1918 Roe War"."""
    pairs = pairwise(sentence.tokens[:at])
    years = [int(one.text) for one, other in pairs if _A_YEAR.fullmatch(one.text) and other.capital]
    return years[-1] if years else None


def _year_in(title: str) -> int | None:
    """Give the one year of a title."""
    years = set(_A_YEAR.findall(title))
    return int(years.pop()) if len(years) == 1 else None


_A_YEAR = re.compile(r"\b1\d{3}\b|\b20\d{2}\b")


def _only_day(sentences: Iterable[Sentence], coarse: When) -> When:
    """Give the only day of a month that the prose names, else the month."""
    month = parts_of(coarse.start or "")
    if month.month is None:
        return coarse
    context, days = DateContext(month, month, heading=month), {}
    for sentence in sentences:
        for mention in find_dates(sentence.tokens):
            if mention.kind == "day" and mention.start.month == month.month:
                when = resolve(mention, context)
                if when and when.start and parts_of(when.start).year == month.year:
                    days[when.start] = replace(when, span=sentence.source(mention.first, mention.last))
    return next(iter(days.values())) if len(days) == 1 else coarse
