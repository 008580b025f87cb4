"""Figures that say themselves that they count a part of the event: "39 killed in air raids on 6 March".

example          3,700 casualties for the final assault     an assault, where the event is longer than a day
example          5,000 captured in Vilnius alone
counter-example  900 killed in the siege                    in the Siege of Orm: the event itself
counter-example  900 killed by 6 March                      all until then
"""

from collections.abc import Sequence

from testimonia.extract.dates import parts_of
from testimonia.extract.infobox.context import Frame
from testimonia.extract.infobox.moments import dated_tokens
from testimonia.extract.infobox.pieces import Item
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set

__all__ = ["is_of_episode"]

_EPISODES = word_set("layout", "episode")
_LED = frozenset({"in", "during", "for", "from", "on", "between"})
_UNTIL = frozenset({"by", "until", "to", "of", "since"})
"""Words before a date up to which, or from which on, all is counted."""
_NEAR = 3
"""Words that may stand between "in" and the noun: "in the final assault"."""


def is_of_episode(item: Item, frame: Frame) -> bool:
    """Tell whether the words behind a figure name a part of the event; an event of one day has none."""
    event = frame.when
    if event is None or event.start is None or (event.start == event.end and parts_of(event.start).whole):
        return False
    tail = item.tail
    return any(token.low == "alone" for token in tail) or _in_one(tail, frame.label.lower()) or _dated(tail)


def _in_one(tail: Sequence[Token], label: str) -> bool:
    """Tell "in air raids" from "in the siege", where the event is called so itself."""
    for at, token in enumerate(tail):
        if token.low in _LED:
            near = tail[at + 1 : at + 2 + _NEAR]
            if any(one.low in _EPISODES and one.low.removesuffix("s") not in label for one in near):
                return True
    return False


def _dated(tail: Sequence[Token]) -> bool:
    """Tell "on 6 March" and "from 4–5 March" from "by 6 March"."""
    dated = dated_tokens(tail)
    if not dated or min(dated) == 0:
        return False
    return tail[min(dated) - 1].low in _LED and not any(token.low in _UNTIL for token in tail[: min(dated)])
