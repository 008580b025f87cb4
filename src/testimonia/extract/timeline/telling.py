"""Which dates of a sentence tell something: one a happening, appositions joined, looks ahead left out."""

from collections.abc import Sequence

from testimonia.extract.dates import Dated, DatedSentence
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.tokens import Token
from testimonia.model import When

__all__ = ["telling_dates"]

_JOINS = frozenset({",", "(", "on", "at", "the", "in", "by", "-", "–", "around", "about", "early", "late"})


def telling_dates(dated: DatedSentence, verbs: Sequence[Verb], event_when: When | None) -> list[Dated]:
    """Give the dates of a sentence that tell of a happening, in text order."""
    tokens = dated.sentence.tokens
    if not verbs:
        return []
    kept: list[Dated] = []
    for date in dated.dates:
        if _tells(tokens, date, event_when):
            if kept and _same(tokens, kept[-1], date):
                if date.mention.explicit and not kept[-1].mention.explicit:
                    kept[-1] = date
            else:
                kept.append(date)
    return _without_hours(tokens, kept)


def _tells(tokens: Sequence[Token], date: Dated, event_when: When | None) -> bool:
    mention = date.mention
    before = tokens[mention.first - 1].low if mention.first else ""
    if mention.kind == "decade" or (mention.kind == "range" and mention.start.month is None and before in {"(", "["}):
        return False
    if mention.kind == "year" and _bare(mention.first, mention.last, tokens):
        if before == "since":
            return False
        if event_when and event_when.start and len(event_when.start) > 4 and date.when.start == event_when.start[:len(date.when.start or "")]:
            return False
    return True


def _bare(first: int, last: int, tokens: Sequence[Token]) -> bool:
    return last - first == 1


def _same(tokens: Sequence[Token], one: Dated, other: Dated) -> bool:
    """Tell whether a date phrase only says again what the one before it says ("The next day, 4 May")."""
    between = tokens[one.mention.last : other.mention.first]
    if one.when.start == other.when.start:
        return True
    return all(token.low in _JOINS for token in between) and not (one.mention.explicit and other.mention.explicit)


def _without_hours(tokens: Sequence[Token], kept: list[Dated]) -> list[Dated]:
    """Leave out hours and parts of a day beside a date of the sentence; of hours alone keep the first."""
    dates = [date for date in kept if date.mention.kind != "time"]
    if any(date.mention.explicit for date in dates):
        dates = [date for date in dates if not (date.mention.kind == "relative" and tokens[date.mention.first].low == "after")]
    return dates or kept[:1]
