"""When an event began and ended, where one sentence of the lead tells both.

example          The siege commenced on 26 June and lasted until the town surrendered on 2 July 1591.
example          It was a massacre in late October and early November 2016.
counter-example  It was fought on 3 May 1943, in a war that began in 1940.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from testimonia.extract.dates.calendar import Parts, parts_of
from testimonia.extract.dates.find import find_dates
from testimonia.extract.dates.letters import among
from testimonia.extract.dates.mention import DateMention
from testimonia.extract.dates.resolve import DateContext, resolve
from testimonia.extract.sentences import Sentence
from testimonia.model import When

__all__ = ["begun_and_ended"]

_PARTS_OF = among("and early late mid")
_BEGUN = among("began commenced started")
_ENDED = among("ended lasted resulted concluded until till culminated")


def begun_and_ended(lead: Sequence[Sentence], year: int | None) -> When | None:
    """Read "It began in September and ended on 16 October 2016", "in late October and early November 2016".

    A day told in a sentence before counts more.
    """
    for sentence in lead:
        mentions = [one for one in find_dates(sentence.tokens) if one.explicit and one.start.month]
        for one, other in pairwise(mentions):
            told = _is_whole(sentence, one, other) or _are_months(sentence, one, other)
            when = _spanned(one, other, year) if told else None
            if when is not None:
                return replace(when, span=sentence.source(one.first, other.last))
        if any(mention.start.whole for mention in mentions):
            return None
    return None


def _is_whole(sentence: Sentence, one: DateMention, other: DateMention) -> bool:
    """Tell a beginning and an end by their verbs."""
    before, between = (
        sentence.tokens[max(0, one.first - 3) : one.first],
        sentence.tokens[one.last : other.first],
    )
    return any(token.low in _BEGUN for token in before) and any(token.low in _ENDED for token in between)


def _are_months(sentence: Sentence, one: DateMention, other: DateMention) -> bool:
    """Tell "late October and early November 2016" from two dates of two things."""
    between = {token.low for token in sentence.tokens[one.last : other.first]}
    return "and" in between and between <= _PARTS_OF and one.start.day is None is other.start.day


def _spanned(one: DateMention, other: DateMention, year: int | None) -> When | None:
    """Give the time between two dates, of which the first takes the year of the second, or of the title."""
    year = other.start.year or one.start.year or year
    if year is None:
        return None
    start, end = (resolve(date, DateContext(Parts(year))) for date in (one, other))
    if start is None or end is None or start.start is None or end.end is None:
        return None
    return When(start.start, end.end) if parts_of(start.start)[:2] <= parts_of(end.end)[:2] else None
