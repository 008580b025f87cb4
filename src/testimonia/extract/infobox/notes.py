"""What a bracket or heading says beside who speaks: a phase, a date, civilians, a total, a kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.extract.drafts import Saying
from testimonia.extract.infobox.kinds import kind_at
from testimonia.extract.infobox.moments import dated_tokens, moment_of
from testimonia.extract.infobox.nouns import is_civilian
from testimonia.extract.infobox.sayings import read_saying
from testimonia.extract.infobox.totals import is_total
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set
from testimonia.model import Measure, Passage, When

__all__ = ["Note", "read_note"]

_EPISODES = word_set("layout", "episode")
_TIMES = word_set("layout", "moment")


@dataclass(frozen=True, slots=True)
class Note:
    """What a bracket or heading says."""

    saying: Saying | None = None
    episode: bool = False
    """True if it names a part of the event: "second phase", "28 May only"."""
    when: When | None = None
    as_of: bool = False
    """True if the date only tells up to when was counted."""
    stated: bool = False
    """True for "as of" a date: the date of saying."""
    civilians: bool = False
    total: bool = False
    measure: Measure | None = None


def read_note(passage: Passage, tokens: Sequence[Token], event: When | None) -> Note:
    """Read the words of a bracket or heading."""
    lows = {token.low for token in tokens}
    saying = read_saying(passage, tokens, event)
    dated = bool(dated_tokens(tokens))
    as_of = dated and bool(lows & {"by", "until", "of", "since"})
    episode = (
        bool(lows & _EPISODES)
        and not any(token.kind == "number" and "," in token.text for token in tokens)
        and not lows & _TIMES
    ) or "only" in lows
    return Note(
        saying, episode, moment_of(tokens, event) if dated else None, as_of,
        dated and {"as", "of"} <= lows,
        is_civilian(tokens), is_total(tokens), _measure(tokens),
    )  # fmt: skip


def _measure(tokens: Sequence[Token]) -> Measure | None:
    """Read the kind that a heading such as "Killed" or "Prisoners" gives to the figures below it."""
    for at in range(len(tokens)):
        kind = kind_at(tokens, at, len(tokens))
        if kind and kind.last == len(tokens) and not kind.materiel:
            return kind.measure if kind.measure != "losses" or kind.last > kind.first + 1 else None
    return None
