"""Who was against whom, where the first words of the lead put a camp on either side of one word.

saw        the battle saw the Roes overcome the Dows · pitted Roe troops against the Dow Front
laid       was an attack by the Roes on Dow positions · was laid by the Roes to a Dow fort
when       took place when a Roe column ran into the Dow vanguard · in which the Roes surprised the Dows
upon       was a Roe raid upon a Dow convoy
counter-example  an attack by gunmen on a bus  (no camp: what is hit must be somebody's force)
"""

from collections.abc import Iterator

from testimonia.extract.lead.meetings import Camps
from testimonia.extract.lead.parties import Camp, read_camp, telling_words
from testimonia.extract.lead.reach import stop_of
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["opposed"]

_OVERCAME = word_set("naming", "lead_overcame")
_OPENING = frozenset({"saw", "when", "which", "where", "pitted", "set", "by"})
"""What opens the clause of those who do it."""
_AIMED = frozenset({"against", "on", "upon", "to", "over"})
_ATTACKS = word_set("naming", "attack_nouns") | word_set("naming", "onsets")
_DONE = frozenset({"by", "pitted", "set"})
_ASIDE = frozenset({"who", "which", "whose", "that", "where"})
_WAS = frozenset({"was", "were"})
_FAR = 16
"""Words of the first camp, at most."""


def opposed(sentence: Sentence) -> Camps | None:
    """Give the camps on either side of the first word that parts two who are firm."""
    for first, end, behind in _parted(sentence):
        camp = read_camp(sentence, first, min(end, stop_of(sentence, first)))
        other = read_camp(sentence, behind, stop_of(sentence, behind))
        if camp.firm and other.firm and _named(camp) and _named(other) and not _share(camp, other):
            return camp, other
    return None


def _parted(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """Give where a first camp may begin and end, and where the second may begin."""
    tokens = sentence.tokens
    for at in range(2, len(tokens) - 1):
        low = tokens[at].low
        opens = next((k for k in range(at - 1, max(0, at - _FAR), -1) if tokens[k].low in _OPENING), None)
        if low in _OVERCAME and opens is not None and tokens[opens].low != "by":
            yield opens + 1, at, at + 1 + (tokens[at + 1].low in {"into", "upon", "on", "with", "by"})
        elif low in _AIMED and opens is not None and _done_by(sentence, opens, at):
            yield opens + 1, at, at + 1
        elif low in _AIMED - {"to"} and (noun := _attack_before(sentence, at)) is not None:
            was = next((k for k in range(noun - 1, max(0, noun - 8), -1) if tokens[k].low in _WAS), noun)
            yield was + 1, noun, at + 1


def _done_by(sentence: Sentence, opens: int, at: int) -> bool:
    """Tell "by the Roes on", "pitted Roes against" from "by Orr, who gave his life to"."""
    between = {token.low for token in sentence.tokens[opens + 1 : at]}
    return sentence.tokens[opens].low in _DONE and between.isdisjoint(_ASIDE)


def _attack_before(sentence: Sentence, at: int) -> int | None:
    """Give the noun of "was a Roe raid at dawn upon": a date or a place may stand between."""
    for k in range(at - 1, max(1, at - 9), -1):
        if sentence.tokens[k].low in _ATTACKS:
            return k
        if sentence.tokens[k].low in {"by", "of", "that", "which"}:
            return None
    return None


def _named(camp: Camp) -> bool:
    return any(sign.isupper() for name in camp.names for sign in name.words)


def _share(one: Camp, other: Camp) -> bool:
    words = {word for name in one.names for word in telling_words(name.words)}
    return any(word in words for name in other.names for word in telling_words(name.words))
