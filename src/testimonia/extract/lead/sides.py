"""Who fought whom, as the lead tells it: each way of telling is a rule of `_RULES`.

between    a battle between the Roes and an army of Dowland under General Orr
against    an attack carried out by the Roe Front against Dow soldiers
defeated   Roe forces led by Ann Roe defeated a Dow army
on         several attacks on Dow soldiers by militants
attacked   the Dow Army base was attacked by a group of militants
counter-example  between 1914 and 1916 · between X, Y and Z (three camps) · an attack on a bus
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from testimonia.extract.drafts import Entry, Named
from testimonia.extract.lead.event import lead_of
from testimonia.extract.lead.kind import event_words, kind_of_article
from testimonia.extract.lead.parties import Camp, read_camp, stop_of
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set
from testimonia.model import Article

__all__ = ["entries_from_lead"]

Camps = tuple[Camp, Camp]
_DETERMINERS = frozenset({"the", "a", "an", "his", "its"})


def entries_from_lead(article: Article, sentences: Sequence[Sentence]) -> tuple[Entry, ...]:
    """Give belligerents and commanders of both sides from the lead; nothing where it is not clear."""
    lead = lead_of(sentences, 6)
    if not lead or kind_of_article(article, lead) == "other":
        return ()
    for rule, reach in _RULES:
        for number, sentence in enumerate(lead[:reach]):
            camps = rule(sentence) or (
                _two_of_three(sentence, lead[number + 1 :]) if rule is _between else None
            )
            if camps is not None and rule is _on and not camps[1].names:
                camps = _told_after(camps, lead[number + 1 :])
            if camps is not None and camps[0].names and camps[1].names:
                return tuple(_entries(camps, lead))
    return ()


def _entries(camps: Camps, lead: Sequence[Sentence]) -> Iterator[Entry]:
    for number, camp in enumerate(camps, 1):
        for name in camp.names:
            yield Entry(name, number, "belligerent", "lead.belligerent", 0.75)
    given: set[str] = set()
    for number, camp in enumerate(camps, 1):
        for name in (*camp.commanders, *_commanders(camp, lead)):
            if name.words not in given:
                given.add(name.words)
                yield Entry(name, number, "commander", "lead.commander", 0.75)


def _commanders(camp: Camp, lead: Sequence[Sentence]) -> Iterator[Named]:
    """Read "Orr's fleet was commanded by Ann Roe": the owner is in the camp."""
    words = {word for name in camp.names for word in _telling(name.words)}
    for sentence in lead:
        tokens = sentence.tokens
        for at in range(2, len(tokens) - 2):
            led = (
                tokens[at].low in {"commanded", "led", "headed"}
                and tokens[at + 1].low == "by"
                and tokens[at - 1].low in {"was", "were", "and"}
            )
            if led and any(
                token.low.rstrip("s") in words for token in tokens[max(0, at - 6) : at] if token.capital
            ):
                yield from read_camp(sentence, at, stop_of(sentence, at)).commanders


def _telling(words: str) -> Iterator[str]:
    return (word.lower().rstrip("s") for word in words.split() if word[0].isupper())


def _between(sentence: Sentence) -> Camps | None:
    """Read "between X and Y"; with more than one "and" the first before a determiner parts the camps."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.low == "between"), len(tokens))
    if at + 3 > len(tokens) or tokens[at + 1].kind in {"number", "ordinal"} or not _of_fighting(sentence, at):
        return None
    stop = stop_of(sentence, at + 1)
    ands = [k for k in range(at + 1, stop) if tokens[k].low == "and"]
    against = next((k for k in range(at + 1, stop) if tokens[k].low == "against"), None)
    if against is not None:
        return read_camp(sentence, at + 1, against), read_camp(sentence, against + 1, stop)
    if not ands or _lists_three(sentence, at + 1, stop):
        return None
    marked = [k for k in ands if tokens[k - 1].text == "," or tokens[k + 1].low in _DETERMINERS]
    cut = ands[0] if len(ands) == 1 else marked[0] if marked else None
    return (read_camp(sentence, at + 1, cut), read_camp(sentence, cut + 1, stop)) if cut is not None else None


def _two_of_three(sentence: Sentence, later: Sequence[Sentence]) -> Camps | None:
    """Read "between X, Y and Z": the two whom the sentence on the outcome names."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.low == "between"), len(tokens))
    if (
        at + 3 > len(tokens)
        or not _of_fighting(sentence, at)
        or not _lists_three(sentence, at + 1, stop := stop_of(sentence, at + 1))
    ):
        return None
    cuts = [
        at,
        *(
            k
            for k in range(at + 1, stop)
            if tokens[k].text == "," or (tokens[k].low == "and" and tokens[k + 1].low in _DETERMINERS)
        ),
        stop,
    ]
    camps = [camp for first, last in pairwise(cuts) if (camp := read_camp(sentence, first + 1, last)).names]
    outcome = next((other for other in later if _OUTCOME & {token.low for token in other.tokens}), None)
    if outcome is None:
        return None
    said = {token.low.rstrip("s") for token in outcome.tokens if token.capital}
    left = [
        camp for camp in camps if any(word in said for name in camp.names for word in _telling(name.words))
    ]
    return (left[0], left[1]) if len(camps) == 3 and len(left) == 2 else None


_OUTCOME = {"rout", "victory", "defeat", "defeated", "won", "lost"}
_PEACE = word_set("naming", "peace")


def _of_fighting(sentence: Sentence, at: int) -> bool:
    """Tell whether "between" parts those who fight: a noun of fighting stands before it, no "peace"."""
    before = [token.low for token in sentence.tokens[:at]]
    return _PEACE.isdisjoint(before[-6:]) and any(
        low in event_words() or low in {"fought", "fighting", "confrontation", "struggle", "contest"}
        for low in before
    )


def _lists_three(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell "between X, Y and Z": a comma that no "led by", "aided by" or "and" follows."""
    tokens = sentence.tokens
    inside = False
    for at in range(first, stop):
        if tokens[at].text == ",":
            follows = at + 1 < stop and tokens[at + 1].low in {
                "led",
                "commanded",
                "aided",
                "supported",
                "backed",
                "under",
                "and",
                "headed",
            }
            if not follows and not inside:
                return True
            inside = follows and tokens[at + 1].low != "and"
    return False


def _against(sentence: Sentence) -> Camps | None:
    """Read "by X against Y"."""
    tokens = sentence.tokens
    for at in range(3, len(tokens) - 1):
        if tokens[at].low == "against":
            by = next((k for k in range(at - 1, max(0, at - 30), -1) if tokens[k].low == "by"), None)
            if by is not None and not any(token.low in {"was", "were", "is"} for token in tokens[by:at]):
                camp = read_camp(sentence, by + 1, min(at, stop_of(sentence, by + 1)))
                other = read_camp(sentence, at + 1, stop_of(sentence, at + 1))
                return (camp, other) if camp.firm and other.firm else None
    return None


def _defeated(sentence: Sentence) -> Camps | None:
    """Read "X defeated Y", "X was defeated by Y"."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.low == "defeated" and k > 1), None)
    if at is None or at + 2 >= len(tokens):
        return None
    passive = any(token.low in {"was", "were"} for token in tokens[max(0, at - 3) : at])
    first = at - 1
    while first > 0 and tokens[first].low in {"was", "were", "decisively", "soundly", "heavily"}:
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
    return (other, subject) if passive else (subject, other)


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


_ATTACKED = word_set("naming", "lead_attacked")


def _attacked(sentence: Sentence) -> Camps | None:
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


def _on(sentence: Sentence) -> Camps | None:
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


def _told_after(camps: Camps, later: Sequence[Sentence]) -> Camps | None:
    """Give the attackers of "an attack on X" that the next sentence names: "Y attacked the post"."""
    other = _attacked(later[0]) if later else None
    attackers = [camp for camp in other or () if not _share(camp, camps[0])]
    return (camps[0], attackers[0]) if len(attackers) == 1 else None


def _share(one: Camp, other: Camp) -> bool:
    words = {word for name in one.names for word in _telling(name.words)}
    return any(word in words for name in other.names for word in _telling(name.words))


_ATTACKS = word_set("naming", "attack_nouns")

_RULES: list[tuple[Callable[[Sentence], Camps | None], int]] = [
    (_between, 3),
    (_against, 3),
    (_defeated, 4),
    (_on, 1),
    (_attacked, 2),
]
"""Each rule with the sentences of the lead that it reads: farther on the words tell of other events too."""
