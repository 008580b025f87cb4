"""Which dates of a sentence tell something: one a happening, appositions joined, looks ahead left out."""

from collections.abc import Sequence

from testimonia.extract.dates import Dated, DatedSentence
from testimonia.extract.dates.letters import among
from testimonia.extract.timeline.clauses import is_break, lead_in
from testimonia.extract.timeline.sayings import is_saying
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.tokens import Token
from testimonia.model import When

__all__ = ["is_ahead", "telling_dates"]

_PLANNED = among("planned scheduled due expected intended slated")
_JOINS = among(", ( on at the in by - – around about early late")


def telling_dates(dated: DatedSentence, verbs: Sequence[Verb], event_when: When | None) -> list[Dated]:
    """Give the dates of a sentence that tell of a happening, in text order."""
    tokens = dated.sentence.tokens
    if not verbs and dated.sentence.passage.item:
        return []
    kept: list[Dated] = []
    for date in dated.dates:
        if not _tells(tokens, date, event_when):
            continue
        if not kept or not _repeats(tokens, kept[-1], date, verbs):
            kept.append(date)
        elif date.mention.explicit and not kept[-1].mention.explicit:
            kept[-1] = date
    return _without_hours(tokens, kept)


def _tells(tokens: Sequence[Token], date: Dated, event_when: When | None) -> bool:
    """Tell whether a phrase dates something told; "(2012)", "since 2012", "planned for May" do not."""
    mention, start = date.mention, lead_in(tokens, date.mention)
    if mention.kind == "decade" or (start and tokens[start - 1].low in _PLANNED):
        return False
    before = tokens[mention.first - 1].text if mention.first else ""
    closed = mention.last < len(tokens) and tokens[mention.last].text in {")", "]"}
    if before in {"(", "["} and mention.start.day is None and closed:
        return False
    if mention.kind == "year" and mention.last - mention.first == 1:
        since = any(token.low == "since" for token in tokens[max(0, mention.first - 3) : mention.first])
        return not since and not _is_event_year(date.when, event_when)
    return True


def _is_event_year(when: When, event_when: When | None) -> bool:
    """Tell whether a bare year only places the article's event, whose day is known."""
    start, year = (event_when.start if event_when else None) or "", when.start or ""
    return len(start) > len(year) and start.startswith(year)


def _repeats(tokens: Sequence[Token], one: Dated, other: Dated, verbs: Sequence[Verb]) -> bool:
    """Tell whether a phrase only says again what the one before it says ("The next day, 4 May")."""
    between = range(one.mention.last, other.mention.first)
    if one.when.start == other.when.start:
        new = any(is_break(tokens, k) for k in between)
        follows = any(verb.first >= other.mention.last for verb in verbs)
        return other.mention.kind == "time" or not (new and follows)
    both = one.mention.explicit and other.mention.explicit
    return not both and all(tokens[k].low in _JOINS for k in between)


def _without_hours(tokens: Sequence[Token], kept: Sequence[Dated]) -> list[Dated]:
    """Leave out hours beside a date of the sentence, "after three days of" beside an explicit one."""
    dates = [date for date in kept if date.mention.kind != "time"]
    if any(date.mention.explicit for date in dates):
        return [one for one in dates if one.mention.explicit or tokens[one.mention.first].low != "after"]
    return dates or list(kept[:1])


def is_ahead(tokens: Sequence[Token], verbs: Sequence[Verb], verb: Verb | None) -> bool:
    """Tell whether a verb tells of what was only meant to be: "planned to attack", "said they would"."""
    if verb is None:
        return False
    if tokens[verb.head].low in _PLANNED:
        return True
    return verb.future and any(other.head < verb.first and is_saying(tokens, other) for other in verbs)
