"""Who won against whom, where the lead calls the victory theirs and tells elsewhere whom they beat.

won              it was a major Roe victory … The Dows were heavily defeated
attacked         it was a Roe victory … They were attacked by a larger Dow force
counter-example  it was a pyrrhic victory · it was a victory for the Roes over the Dows (that is "victory")
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.lead.meetings import Camps
from testimonia.extract.lead.onsets import share
from testimonia.extract.lead.parties import Camp, read_camp
from testimonia.extract.lead.reach import stop_of
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["won"]

_BEATEN = word_set("naming", "beaten")
_WINNERS = frozenset({"allied", "coalition", "confederate", "union", "imperial"})
"""Camps by a word that is no people's."""
_REACH = 3
"""How many sentences on the lead may take to name the beaten."""


def won(sentence: Sentence, later: Sequence[Sentence]) -> Camps | None:
    """Read "a major Roe victory", and who is told to have been beaten, or to have attacked them."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.low == "victory" and k > 1), None)
    if at is None:
        return None
    winners = read_camp(sentence, at - 1, at)
    if not (winners.firm or (winners.names and tokens[at - 1].low in _WINNERS)):
        return None
    for other in [sentence, *later[:_REACH]]:
        for camp in _beaten(other):
            if camp.firm and not share(winners, camp):
                return winners, camp
    return None


def _beaten(sentence: Sentence) -> Iterator[Camp]:
    """Give those of whom a sentence tells "were defeated", "the defeat of", "from the Dow army"."""
    tokens = sentence.tokens
    for at in range(1, len(tokens) - 1):
        low, before = tokens[at].low, tokens[at - 1].low
        if low in _BEATEN and {"was", "were"} & {token.low for token in tokens[max(0, at - 3) : at]}:
            was = next(k for k in range(at - 1, -1, -1) if tokens[k].low in {"was", "were"})
            yield read_camp(sentence, 0, was)
        elif (low == "of" and before == "defeat") or (low == "by" and before in {"attacked", "opposed"}):
            yield read_camp(sentence, at + 1, stop_of(sentence, at + 1))
        elif low == "from" and tokens[at + 1].low == "the":
            stop = stop_of(sentence, at + 1)
            comma = next((k for k in range(at + 1, stop) if tokens[k].text == ","), stop)
            yield read_camp(sentence, at + 1, comma)
