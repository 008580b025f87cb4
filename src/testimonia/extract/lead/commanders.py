"""Who commanded which camp, where a later sentence of the lead tells it.

owner    Orr's fleet was commanded by Ann Roe, while the Dows were led by Tom Dow
rest     The Elmish force was commanded by Ann Orr, while the Dows were led by Tom Dow
         (of two camps, the Roes and the Dows, Ann Orr led the one that is left)
counter-example  the Roes routed a corps led by Ann Orr · a battalion led by Ann Orr
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.drafts import Named
from testimonia.extract.lead.meetings import Camps
from testimonia.extract.lead.parties import Camp, read_camp, telling_words
from testimonia.extract.lead.reach import stop_of
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["commanders_of"]

_LED = word_set("naming", "led_by")
_WAS = frozenset({"was", "were", "and"})
_FIELDED = frozenset({"comprised", "consisted", "deployed", "fielded", "included"})
"""Verbs of a camp and the bodies it had: "deployed two corps led by …", not "routed a corps led by …"."""
_CLAUSE = frozenset({"while", "whereas", ";"})
_REALMS = word_set("naming", "realms")
_HOSTS = word_set("naming", "hosts")


def commanders_of(camps: Camps, lead: Sequence[Sentence]) -> Iterator[tuple[int, Named]]:
    """Give the number of a camp with each commander that the lead names for it."""
    for number, camp in enumerate(camps, 1):
        for name in camp.commanders:
            yield number, name
    told = [pair for sentence in lead for pair in _told(sentence, camps)]
    for owner, names in told:
        if owner is not None:
            yield from ((owner, name) for name in names)
    left = _left(camps, [owner for owner, _ in told])
    others = [names for owner, names in told if owner is None]
    if left is not None and len(others) == 1:
        for name in others[0]:
            yield left, name


def _told(sentence: Sentence, camps: Camps) -> Iterator[tuple[int | None, tuple[Named, ...]]]:
    """Give each "led by" of a sentence: the camp that its clause begins with, and the persons behind it.

    None stands for the host of nobody known: "the Elmish force".
    """
    tokens = sentence.tokens
    for at in range(2, len(tokens) - 2):
        if tokens[at].low not in _LED or tokens[at + 1].low != "by":
            continue
        first = next((k + 1 for k in range(at - 1, -1, -1) if tokens[k].low in _CLAUSE), 0)
        told = tokens[at - 1].low in _WAS or any(token.low in _FIELDED for token in tokens[first:at])
        names = read_camp(sentence, at, stop_of(sentence, at)).commanders if told else ()
        number = _owner(sentence, first, at, camps)
        if names and (number is not None or _is_host(sentence, first, at)):
            yield number, names


def _owner(sentence: Sentence, first: int, last: int, camps: Camps) -> int | None:
    """Give the camp of which a clause speaks first."""
    for token in sentence.tokens[first:last]:
        word = token.low.rstrip("s")
        for number, camp in enumerate(camps, 1):
            if token.capital and word in _words(camp):
                return number
    return None


def _words(camp: Camp) -> set[str]:
    words = {word for name in camp.names for word in telling_words(name.words)}
    return {word for word in words if not is_body_noun(word) and word not in _REALMS}


def _is_host(sentence: Sentence, first: int, last: int) -> bool:
    """Tell "The Elmish forces consisted of …" from "one battalion": a people, and a word for a host."""
    tokens = sentence.tokens[first:last]
    named = len(tokens) > 2 and tokens[0].low == "the" and tokens[1].capital
    return named and any(token.low in _HOSTS for token in tokens[2:4])


def _left(camps: Camps, told: Sequence[int | None]) -> int | None:
    """Give the one camp of two that has no commander yet, where the other has."""
    led = {number for number in told if number is not None}
    led |= {number for number, camp in enumerate(camps, 1) if camp.commanders}
    return 3 - next(iter(led)) if len(camps) == 2 and len(led) == 1 else None
