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
from testimonia.model import When

__all__ = ["dated_tokens", "is_year", "moment_of"]


def dated_tokens(tokens: Sequence[Token]) -> set[int]:
    """Give the indexes of the tokens that belong to dates."""
    if len(tokens) == 1 and month_of(tokens[0].text) and tokens[0].capital:
        return {0}
    return {at for mention in _mentions(tokens) for at in range(mention.first, mention.last)}


def is_year(tokens: Sequence[Token]) -> bool:
    """Tell whether the words are a year alone: "1941"."""
    return len(tokens) == 1 and bool(re.fullmatch(r"1\d{3}|20\d{2}|2100", tokens[0].text))


def _mentions(tokens: Sequence[Token]) -> list[DateMention]:
    """Find dates that name a month, or a year alone; a bare "2000" beside nouns counts something."""
    kept = []
    for mention in find_dates(tokens):
        if not mention.explicit or mention.weak or mention.kind in {"season", "decade"}:
            continue
        if mention.kind == "year" and mention.last < len(tokens) and tokens[mention.last].kind == "word":
            continue
        if mention.kind == "year" and mention.first == 0 and mention.last < len(tokens):
            continue
        kept.append(mention)
    return kept


def moment_of(tokens: Sequence[Token], event: When | None) -> When | None:
    """Read the one date of a note, its year taken from the event where the note has none."""
    mentions = _mentions(tokens)
    if len(mentions) != 1:
        return None
    start = parts_of(event.start) if event and event.start else None
    end = parts_of(event.end) if event and event.end else start
    return resolve(mentions[0], DateContext(start, end))
