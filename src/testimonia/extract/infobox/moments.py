"""Dates among the words of an infobox: "(as of 18 March 2022)", "28 October:", "(February 2013)".

Their numbers are no figures, and a date may tell when something was said or when it happened.
"""

import re
from collections.abc import Sequence

from testimonia.extract.dates import DateMention, find_dates
from testimonia.extract.dates.calendar import parts_of
from testimonia.extract.dates.letters import month_of
from testimonia.extract.dates.resolve import DateContext, resolve
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set
from testimonia.model import When

__all__ = ["dated_tokens", "is_year", "moment_of"]

_LONGEST = 15
"""Years that two years with a dash between them may be apart; else they are a range of men."""


def dated_tokens(tokens: Sequence[Token]) -> set[int]:
    """Give the indexes of the tokens that belong to dates."""
    if len(tokens) == 1 and month_of(tokens[0].text) and tokens[0].capital:
        return {0}
    return {at for mention in _mentions(tokens) for at in range(mention.first, mention.last)}


def is_year(tokens: Sequence[Token]) -> bool:
    """Tell whether the words are a year alone: "1941"."""
    return len(tokens) == 1 and bool(re.fullmatch(r"1\d{3}|20\d{2}|2100", tokens[0].text))


def _mentions(tokens: Sequence[Token]) -> list[DateMention]:
    """Find dates that name a month, and years that cannot be figures: "in 1944", "2015–2016"."""
    explicit = (mention for mention in find_dates(tokens) if mention.explicit and not mention.weak)
    return [mention for mention in explicit if mention.start.month or _is_of_years(mention, tokens)]


def _is_of_years(mention: DateMention, tokens: Sequence[Token]) -> bool:
    """Tell "in 1944" and "2015–2016" from the figures "c. 1500" and "1500 men"."""
    if mention.end and mention.end.year and mention.start.year:
        apart = mention.end.year - mention.start.year <= _LONGEST
        return apart and (mention.last == len(tokens) or tokens[mention.last].kind != "word")
    led = tokens[max(0, mention.first - 1) : mention.first + 1]
    return any(token.low in word_set("layout", "led") for token in led)


def moment_of(tokens: Sequence[Token], event: When | None) -> When | None:
    """Read the one date of a note, its year taken from the event where the note has none."""
    mentions = _mentions(tokens)
    if len(mentions) != 1:
        return None
    start = parts_of(event.start) if event and event.start else None
    end = parts_of(event.end) if event and event.end else start
    return resolve(mentions[0], DateContext(start, end))
