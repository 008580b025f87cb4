"""Who went against whom, where the lead tells of a deed and its object.

against    an attack carried out by the Roe Front against Dow soldiers · the rebellion of X against Y
defeated   Roe forces led by Ann Roe defeated a Dow army · the Roes faced the Dows
victory    a victory for the Roes commanded by Orr over the Dows
on         several attacks on Dow soldiers by militants
attacked   the Dow Army base was attacked by a group of militants
counter-example  an attack on a bus · a victory over hunger
"""

from collections.abc import Sequence

from testimonia.extract.lead.meetings import Camps
from testimonia.extract.lead.parties import Camp, read_camp, telling_words
from testimonia.extract.lead.reach import stop_of
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["against", "attacked", "carried_out", "defeated", "on", "told_after", "victory"]

_ATTACKED = word_set("naming", "lead_attacked")
_ATTACKS = word_set("naming", "attack_nouns")
_RISINGS = word_set("naming", "risings")
_CARRIED_OUT = word_set("naming", "carried_out")
_MET = frozenset({"battled", "confronted", "defeated", "engaged", "faced"})
_ADVERBS = frozenset({"was", "were", "decisively", "soundly", "heavily"})


def against(sentence: Sentence) -> Camps | None:
    """Read "by X against Y", and "the rebellion of X against Y"."""
    tokens = sentence.tokens
    for at in range(3, len(tokens) - 1):
        if tokens[at].low != "against":
            continue
        by = next((k for k in range(at - 1, max(0, at - 30), -1) if _opens_doer(sentence, k)), None)
        if by is not None and not any(token.low in {"was", "were", "is"} for token in tokens[by:at]):
            camp = read_camp(sentence, by + 1, min(at, stop_of(sentence, by + 1)))
            other = read_camp(sentence, at + 1, stop_of(sentence, at + 1))
            return (camp, other) if camp.firm and other.firm else None
    return None


def _opens_doer(sentence: Sentence, at: int) -> bool:
    """Tell whether a word opens who does it: "by", or "of" behind a rising (a battle is "of" its place)."""
    tokens = sentence.tokens
    return tokens[at].low == "by" or (tokens[at].low == "of" and tokens[at - 1].low in _RISINGS)


def carried_out(sentence: Sentence) -> Camps | None:
    """Read "X carried out attacks in Orm against Y", "X launched an offensive against Y"."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.low in _CARRIED_OUT and k), None)
    if at is None or tokens[at - 1].low in {"was", "were"}:
        return None
    end = next((k for k in range(at + 1, len(tokens) - 1) if tokens[k].low == "against"), None)
    if end is None or not any(token.low in _ATTACKS for token in tokens[at:end]):
        return None
    doer = read_camp(sentence, _subject_start(sentence, at - 1), at)
    other = read_camp(sentence, end + 1, stop_of(sentence, end + 1))
    return (doer, other) if doer.firm and other.firm else None


def victory(sentence: Sentence) -> Camps | None:
    """Read "victory for X over Y", "a Roe victory over Y": the winners first."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.low == "victory" and k), len(tokens))
    over = next((k for k in range(at + 1, len(tokens) - 1) if tokens[k].low in {"over", "against"}), None)
    if over is None:
        return None
    if tokens[at + 1].low in {"for", "of", "by"}:
        winners = read_camp(sentence, at + 2, over)
    else:
        first = max(0, at - 3)
        winners = read_camp(sentence, first, at) if over == at + 1 else Camp(())
    losers = read_camp(sentence, over + 1, stop_of(sentence, over + 1))
    return (winners, losers) if winners.names and losers.names else None


def defeated(sentence: Sentence) -> Camps | None:
    """Read "X defeated Y", "X was defeated by Y", "X faced Y": the sides in the order of the sentence."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.low in _MET and k > 1), None)
    if at is None or at + 2 >= len(tokens):
        return None
    passive = any(token.low in {"was", "were"} for token in tokens[max(0, at - 3) : at])
    first = at - 1
    while first > 0 and tokens[first].low in _ADVERBS:
        first -= 1
    subject = read_camp(sentence, _subject_start(sentence, first), first + 1)
    behind = at + 1
    if passive:
        if tokens[behind].low != "by":
            return None
        behind += 1
    other = read_camp(sentence, behind, stop_of(sentence, behind))
    if not (subject.firm and other.firm):
        return None
    return (subject, other)


def _subject_start(sentence: Sentence, last: int) -> int:
    """Go back to the begin of a subject; a comma ends it unless a "led by" hangs on it."""
    tokens, at = sentence.tokens, last
    while at > 0:
        low = tokens[at - 1].low
        if low == "," and not any(token.low in {"by", "consisting"} for token in tokens[at : last + 1]):
            return at
        at -= 1
    return 0


def _subject_stop(sentence: Sentence, first: int) -> int:
    """Give where the words of a subject end: "militants | armed with rifles"."""
    stop = stop_of(sentence, first)
    return stop - (stop > first + 1 and sentence.tokens[stop - 1].low == "armed")


def attacked(sentence: Sentence) -> Camps | None:
    """Read "X ambushed Y" and "Y was attacked by X": the sides in the order of the sentence."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.low in _ATTACKED and k), None)
    if at is None:
        return None
    if tokens[at - 1].low in {"was", "were"}:
        by = next((k for k in range(at + 1, min(at + 14, len(tokens) - 1)) if tokens[k].low == "by"), None)
        if by is None:
            return None
        first = _subject_start(sentence, at - 2) if sentence.tokens[0].low != "the" else 0
        left = read_camp(sentence, first, min(at - 1, stop_of(sentence, first)))
        right = read_camp(sentence, by + 1, stop_of(sentence, by + 1))
    else:
        first = _subject_start(sentence, at - 1)
        left = read_camp(sentence, first, min(at, _subject_stop(sentence, first)))
        right = read_camp(sentence, at + 1, stop_of(sentence, at + 1))
    return (left, right) if left.firm and right.firm else None


def on(sentence: Sentence) -> Camps | None:
    """Read "attacks on X by Y": the attacked first, as the sentence has them."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 2):
        if tokens[at].low in _ATTACKS and tokens[at + 1].low in {"on", "against"}:
            stop = stop_of(sentence, at + 2)
            by = next((k for k in range(at + 2, min(stop + 1, len(tokens))) if tokens[k].low == "by"), None)
            left = read_camp(sentence, at + 2, by or stop)
            right = read_camp(sentence, by + 1, stop_of(sentence, by + 1)) if by else Camp(())
            return (left, right) if left.firm and (right.firm or not by) else None
    return None


def told_after(camps: Camps, later: Sequence[Sentence]) -> Camps | None:
    """Give the attackers of "an attack on X" that the next sentence names: "Y attacked the post"."""
    other = attacked(later[0]) if later else None
    attackers = [camp for camp in other or () if not _share(camp, camps[0])]
    return (camps[0], attackers[0]) if len(attackers) == 1 else None


def _share(one: Camp, other: Camp) -> bool:
    words = {word for name in one.names for word in telling_words(name.words)}
    return any(word in words for name in other.names for word in telling_words(name.words))
