"""Whose attack the event was, and against whom, where the lead calls it theirs or tells who held the place.

own      it was a Roe Army offensive against the Dows · a failed Roe attempt to conquer Dowland
of       a joint attack of Roe rebels on Orm, then held by the Dows · the capture of Orm by the Roes
held     it was a Roe offensive … Its aim was to take the Dow-held part of Orm
killed   two Dow officers were killed when the Roe Front exploded a bomb
counter-example  it was a bomb attack · a Roe town · four people were killed by a bomb
"""

import re
from collections.abc import Sequence

from testimonia.extract.actors.camps import camp_word
from testimonia.extract.drafts import Named
from testimonia.extract.lead.meetings import Camps
from testimonia.extract.lead.parties import Camp, read_camp, telling_words
from testimonia.extract.lead.reach import stop_of
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows, word_set
from testimonia.model import Span

__all__ = ["held_by", "killed_by", "own_attack", "share"]

_ONSETS = word_set("naming", "onsets")
_TAKING = word_set("naming", "taking")
_STRUCK = word_set("naming", "struck")
_WAS = frozenset({"was", "were", "been"})
_HELD = re.compile(r"(\w[\w’'-]*)-(?:held|controlled|occupied|ruled)")
_HOLDING = frozenset({"held", "controlled", "occupied", "defended", "garrisoned"})
_NUMBERS = frozenset(row["word"] for row in rows("numbers"))
_FIRST_WORDS = 9
"""Words between "was" and the noun of what it was, at most."""


def own_attack(sentence: Sentence, later: Sequence[Sentence]) -> Camps | None:
    """Read "was a Roe offensive against Y", and whose the aim was where the lead tells who held it."""
    at = _onset(sentence)
    if at is None:
        return None
    tokens = sentence.tokens
    was = next(k for k in range(at - 1, -1, -1) if tokens[k].low in _WAS)
    camp = read_camp(sentence, was + 1, at)
    if not camp.firm:
        camp = _behind(sentence, at)
    if not (camp.firm and _named_only(camp).names):
        return None  # "the general attack"
    other = held_by([sentence, *later[:3]]) or _object(sentence, at)
    if other is None or share(camp, other):
        other = Camp(())
    return camp, other


def _onset(sentence: Sentence) -> int | None:
    """Give the noun that says that the event was an attack: "was a joint attack of …"."""
    tokens = sentence.tokens
    was = next((k for k, token in enumerate(tokens) if token.low in _WAS), len(tokens))
    for at in range(was + 1, min(was + _FIRST_WORDS, len(tokens) - 1)):
        if tokens[at].low in _ONSETS:
            return at
        if tokens[at].text == "," or tokens[at].low in {"by", "in", "that", "of"}:
            return None
    return None


def _behind(sentence: Sentence, at: int) -> Camp:
    """Read "attack of the Roes on Orm", "capture of the town of Orm, Dowland, by the Roes"."""
    tokens = sentence.tokens
    end = next(
        (k for k in range(at + 1, len(tokens)) if tokens[k].low in {"on", "against", ";"}), len(tokens)
    )
    of = tokens[at + 1].low == "of" and end < len(tokens)
    if of:
        return read_camp(sentence, at + 2, min(end, stop_of(sentence, at + 2)))
    for by in range(at + 1, len(tokens) - 1):
        if tokens[by].low == "by" and not tokens[by - 1].low.endswith(("ed", "held")):
            return read_camp(sentence, by + 1, stop_of(sentence, by + 1))
    return Camp(())


def _object(sentence: Sentence, at: int) -> Camp | None:
    """Read "against the Dows", "to conquer Dowland" behind an attack."""
    tokens = sentence.tokens
    for k in range(at + 1, len(tokens) - 1):
        if tokens[k].low in {"against", "on"} or (tokens[k].low in _TAKING and tokens[k - 1].low == "to"):
            camp = read_camp(sentence, k + 1, stop_of(sentence, k + 1))
            return camp if camp.firm else None
    return None


def held_by(sentences: Sequence[Sentence]) -> Camp | None:
    """Read "the rebel-held districts", "Orm, then held by the Dows": who had what was attacked."""
    for sentence in sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            match = _HELD.fullmatch(token.text)
            if match and (token.capital or camp_word(token.low.replace("-", " ")) == "rebel"):
                start = sentence.source(at, at + 1).start
                return Camp((Named(match[1], Span(start, start + len(match[1]))),), firm=True)
            if token.low in _HOLDING and at + 2 < len(tokens) and tokens[at + 1].low == "by":
                camp = read_camp(sentence, at + 2, stop_of(sentence, at + 2))
                if camp.firm:
                    return camp
    return None


def killed_by(sentence: Sentence) -> Camps | None:
    """Read "two Dow officers were killed by a bomb planted by the Roe Front", "… when the Roes exploded"."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.low == "killed" and k > 2), None)
    if at is None or tokens[at - 1].low not in _WAS:
        return None
    counted = [k for k in range(at - 1) if tokens[k].low in _NUMBERS or tokens[k].kind == "number"]
    harmed = _named_only(read_camp(sentence, counted[-1] + 1, at - 1)) if counted else Camp(())
    return next(
        (
            (harmed, camp)
            for camp in _killers(sentence, at)
            if harmed.names and camp.firm and not share(harmed, camp)
        ),
        None,
    )


def _killers(sentence: Sentence, at: int) -> Sequence[Camp]:
    """Give those who stand behind a "by", or between "when" and a verb of attack."""
    tokens, found = sentence.tokens, []
    for k in range(at + 1, len(tokens) - 1):
        if tokens[k].low == "by":
            found.append(read_camp(sentence, k + 1, stop_of(sentence, k + 1)))
        elif tokens[k].low == "when":
            verb = next((v for v in range(k + 1, len(tokens)) if tokens[v].low in _STRUCK), k + 1)
            found.append(read_camp(sentence, k + 1, verb))
    return found


def _named_only(camp: Camp) -> Camp:
    """Leave out what only describes: "officers" beside "Dow Constabulary (DC) officers"."""
    names = tuple(name for name in camp.names if any(sign.isupper() for sign in name.words))
    return Camp(names, camp.commanders, camp.firm and bool(names))


def share(one: Camp, other: Camp) -> bool:
    """Tell whether two camps have a telling word in common."""
    words = {word for name in one.names for word in telling_words(name.words)}
    return any(word in words for name in other.names for word in telling_words(name.words))
