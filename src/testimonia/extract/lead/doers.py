"""Who did it, where the lead does not name in the same breath whom it was done to.

by       a bomb attack carried out by the Roe Front · it took place by a Roe and Dow army led by Orr
from     launched by the Roe Army with the goal of taking Orm from the Dow Front
yielded  … when the Dow troops surrendered the town
counter-example  nine people were killed by snipers · a book by Ann Roe
"""

from collections.abc import Sequence

from testimonia.extract.lead.meetings import Camps
from testimonia.extract.lead.parties import Camp, read_camp
from testimonia.extract.lead.reach import stop_of
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["doers"]

_DONE = word_set("naming", "done_by")
_TAKING = word_set("naming", "taking")
_PARTS = frozenset({"elements", "factions", "fighters", "groups", "members", "troops", "units"})
_YIELDED = frozenset({"surrendered", "capitulated"})


def doers(sentence: Sentence, later: Sequence[Sentence]) -> Camps | None:
    """Read "carried out by X", and whom X took it from; an empty camp where the lead does not tell."""
    at = _by(sentence)
    if at is None:
        return None
    camp = read_camp(sentence, at + 1, _stop(sentence, at + 1))
    if not camp.firm or _is_office(sentence, at + 1):
        return None
    return camp, _taken_from(sentence, at) or _yielded([sentence, *later[:2]]) or Camp(())


def _by(sentence: Sentence) -> int | None:
    """Give the "by" behind a verb of doing, or behind "took place" and no other participle."""
    tokens, placed = sentence.tokens, False
    for at in range(2, len(tokens) - 1):
        placed = placed or (tokens[at].low == "place" and tokens[at - 1].low in {"took", "taken"})
        before = tokens[at - 1].low
        done = before in _DONE or (before == "out" and tokens[at - 2].low in _DONE)
        if tokens[at].low == "by" and (done or (placed and not before.endswith("ed"))):
            return at
    return None


def _stop(sentence: Sentence, first: int) -> int:
    """Give where the doers end; "factions from the Roe Front" are some of them."""
    tokens, stop = sentence.tokens, stop_of(sentence, first)
    part = stop < len(tokens) and tokens[stop].low == "from" and tokens[stop - 1].low in _PARTS
    return stop_of(sentence, stop + 1) if part else stop


def _is_office(sentence: Sentence, at: int) -> bool:
    """Tell "by the former head of the Roe Front", who is one man, from "by the Roe Front"."""
    while at < len(sentence.tokens) and not sentence.tokens[at].capital:
        if sentence.tokens[at].low == "of":
            return True
        at += 1
    return False


def _taken_from(sentence: Sentence, first: int) -> Camp | None:
    """Read "capturing the town of Orm from the Dow Front"."""
    tokens = sentence.tokens
    taking = next((k for k in range(first, len(tokens)) if tokens[k].low in _TAKING), len(tokens))
    at = next((k for k in range(taking, len(tokens) - 1) if tokens[k].low == "from"), None)
    camp = read_camp(sentence, at + 1, stop_of(sentence, at + 1)) if at is not None else None
    return camp if camp is not None and camp.firm else None


def _yielded(sentences: Sequence[Sentence]) -> Camp | None:
    """Read "(lasted until) the Dow troops surrendered the town"."""
    for sentence in sentences:
        tokens = sentence.tokens
        at = next((k for k, token in enumerate(tokens) if token.low in _YIELDED and k > 1), None)
        if at is not None:
            first = next((k for k in range(at - 1, max(0, at - 6), -1) if tokens[k].low == "the"), None)
            camp = read_camp(sentence, first, at) if first is not None else None
            return camp if camp is not None and camp.firm else None
    return None
