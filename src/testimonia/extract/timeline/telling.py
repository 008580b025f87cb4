"""Which dates of a sentence tell something: one a happening, appositions joined, looks ahead left out."""

from collections.abc import Sequence

from testimonia.extract.dates import Dated, DatedSentence
from testimonia.extract.timeline.clauses import is_break, lead_in
from testimonia.extract.timeline.sayings import is_saying
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.tokens import Token
from testimonia.model import When

__all__ = ["is_ahead", "telling_dates"]

_PLANNED = frozenset({"planned", "scheduled", "due", "expected", "intended", "slated"})
_JOINS = frozenset({",", "(", "on", "at", "the", "in", "by", "-", "–", "around", "about", "early", "late"})


def telling_dates(dated: DatedSentence, verbs: Sequence[Verb], event_when: When | None) -> list[Dated]:
    """Give the dates of a sentence that tell of a happening, in text order."""
    tokens = dated.sentence.tokens
    if not verbs and dated.sentence.passage.item:
        return []
    kept: list[Dated] = []
    for date in dated.dates:
        if _tells(tokens, date, event_when):
            if kept and _same(tokens, kept[-1], date, verbs):
                if date.mention.explicit and not kept[-1].mention.explicit:
                    kept[-1] = date
            else:
                kept.append(date)
    return _without_hours(tokens, kept)


def _tells(tokens: Sequence[Token], date: Dated, event_when: When | None) -> bool:
    mention = date.mention
    start = lead_in(tokens, mention)
    before = tokens[mention.first - 1].low if mention.first else ""
    ahead = tokens[start - 1].low if start else ""
    if mention.kind == "decade" or ahead in _PLANNED:
        return False
    if before in {"(", "["} and mention.start.day is None and _alone(tokens, mention.last):
        return False
    if mention.kind == "year" and mention.last - mention.first == 1:
        since = any(token.low == "since" for token in tokens[max(0, mention.first - 3) : mention.first])
        return not since and not _is_event_year(date, event_when)
    return True


def _alone(tokens: Sequence[Token], last: int) -> bool:
    return last < len(tokens) and tokens[last].low in {")", "]"}


def _is_event_year(date: Dated, event_when: When | None) -> bool:
    """Tell whether a bare year only places the article's event, whose day is known."""
    start = event_when.start if event_when else None
    year = date.when.start or ""
    return bool(start) and len(start or "") > len(year) and (start or "").startswith(year)


def _same(tokens: Sequence[Token], one: Dated, other: Dated, verbs: Sequence[Verb]) -> bool:
    """Tell whether a date phrase only says again what the one before it says ("The next day, 4 May")."""
    between = tokens[one.mention.last : other.mention.first]
    if one.when.start == other.when.start:
        return other.mention.kind == "time" or not _new_clause(tokens, one, other, verbs)
    return all(token.low in _JOINS for token in between) and not (one.mention.explicit and other.mention.explicit)


def _new_clause(tokens: Sequence[Token], one: Dated, other: Dated, verbs: Sequence[Verb]) -> bool:
    """Tell whether a second phrase for the same day tells something else: "…, but that afternoon they left"."""
    broken = any(is_break(tokens, k) for k in range(one.mention.last, other.mention.first))
    return broken and any(verb.first >= other.mention.last for verb in verbs)


def _without_hours(tokens: Sequence[Token], kept: list[Dated]) -> list[Dated]:
    """Leave out hours and parts of a day beside a date of the sentence; of hours alone keep the first."""
    dates = [date for date in kept if date.mention.kind != "time"]
    if any(date.mention.explicit for date in dates):
        dates = [date for date in dates if not (date.mention.kind == "relative" and tokens[date.mention.first].low == "after")]
    return dates or kept[:1]


def is_ahead(tokens: Sequence[Token], verbs: Sequence[Verb], verb: Verb | None) -> bool:
    """Tell whether a verb tells of what was only meant to be: "planned to attack", "said they would return"."""
    if verb is None:
        return False
    if tokens[verb.head].low in {"planned", "intended", "scheduled", "expected"}:
        return True
    said = any(other.head < verb.first and is_saying(tokens, other) for other in verbs)
    return verb.future and said
