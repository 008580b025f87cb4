"""Who attacked last before a place of the text, whom "the attack", "the attackers", "the defenders" tell of.

doing       the Roes attacked at dawn · the Roes launched an assault · the Dows were attacked by the Roes
noun        the Roe counter-attack · Orr's offensive · an attack by the Roes
counter-example  the attackers withdrew  (in a section that tells of no attack before)

A counter-attack is told apart: behind it "the attackers" may be those of the attack before.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from testimonia.extract.actors.camps import attack_at
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import function_tags, word_set

__all__ = ["Attacks", "is_attack", "tell_attacks"]

_COUNTER = word_set("naming", "counter_attacks")
_ATTACKS = word_set("naming", "attack_nouns") | _COUNTER
_SPECIAL = word_set("naming", "kinds_of_attacks")
"""Attacks of a kind of their own: "the bombardment" is not the assault told of before."""
_ATTACKED = word_set("naming", "attacked")
_DOERS = frozenset({"by", "from"})
_OWNED = frozenset({"'s", "’s", "'", "’"})
_BEFORE = 6
"""Words before a verb of attack among which its subject is."""
_AFTER = 7
"""Words from a verb with which an attack begins to the noun that tells its kind."""
_BACK = 4
"""How many sentences later an attack is still the one that is meant."""


class _Attack(NamedTuple):
    start: int
    """Offset in the article."""
    order: int
    """Number of its sentence."""
    side: int
    kind: str = "attack"


class Attacks:
    """The attacks that an article's prose tells of, with the side that attacked."""

    def __init__(self, attacks: Sequence[_Attack] = (), sentences: Sequence[Sentence] = ()) -> None:
        """Keep the attacks, in text order, and the sentences."""
        self._attacks = attacks
        self._sentences = sentences
        self._starts = [sentence.start_of(0) for sentence in sentences]

    def last_before(self, start: int, words: str) -> int | None:
        """Give the side of the last attack of the kind of some words before an offset.

        It is looked for in the section, at most four sentences back.
        """
        at, wanted = bisect_left(self._attacks, (start,)) - 1, _kind_of(words)
        here = bisect_left(self._starts, start + 1) - 1
        while at >= 0 and not _is_meant(self._attacks[at].kind, wanted):
            at -= 1
        if at < 0 or here < 0:
            return None
        told = self._attacks[at]
        before = self._sentences[max(0, here - _BACK) : here + 1]
        section = self._sentences[here].passage.section
        near = any(one.order == told.order and one.passage.section == section for one in before)
        return told.side if near else None


def _kind_of(words: str) -> str:
    last = words.rsplit(" ", 1)[-1]
    return "counter-attack" if last in _COUNTER else last.rstrip("s") if last in _SPECIAL else "attack"


def _is_meant(kind: str, wanted: str) -> bool:
    """Tell whether words for one kind of attack can mean another: "the attack" can mean a raid."""
    return kind == wanted or (wanted == "attack" and kind != "counter-attack")


def is_attack(words: str) -> bool:
    """Tell "the second assault" from "the second army"."""
    return words.islower() and words.rsplit(" ", 1)[-1] in _ATTACKS


def tell_attacks(sentences: Sequence[Sentence], side_of: Callable[[str], int | None]) -> Attacks:
    """Gather the attacks whose attackers are on a side."""
    found = [attack for sentence in sentences for attack in _of_sentence(sentence, side_of)]
    return Attacks(sorted(found), sentences)


def _of_sentence(sentence: Sentence, side_of: Callable[[str], int | None]) -> Iterator[_Attack]:
    verb = attack_at(sentence)
    if verb > 0:
        side = side_of(sentence.words(max(0, verb - _BEFORE), verb))
        if side is not None:
            began = (token.low for token in sentence.tokens[verb : verb + _AFTER] if token.low in _ATTACKS)
            yield _Attack(sentence.start_of(verb), sentence.order, side, _kind_of(next(began, "attack")))
    if _ATTACKS.isdisjoint(sentence.lows) and _ATTACKED.isdisjoint(sentence.lows):
        return
    for at, token in enumerate(sentence.tokens):
        noun = token.low in _ATTACKS
        if noun or token.low in _ATTACKED:
            words = (_before(sentence, at) if noun else "") or _behind(sentence, at)
            side = side_of(words) if words else None
            if side is not None:
                yield _Attack(sentence.start_of(at), sentence.order, side, _kind_of(token.low))


def _before(sentence: Sentence, at: int) -> str:
    """Give the capitalised words before an attack that tell whose it is: "Roe night", "Orr's"."""
    tokens, last = sentence.tokens, at
    if last and not tokens[last - 1].capital and function_tags().get(tokens[last - 1].low) is None:
        last -= 1
    first = last
    while first and (tokens[first - 1].capital or tokens[first - 1].text in _OWNED):
        first -= 1
    return sentence.words(first, last) if first < last else ""


def _behind(sentence: Sentence, at: int) -> str:
    """Give the words behind "an attack by", "attacked by" up to the first that cannot be the attackers."""
    tokens = sentence.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].low not in _DOERS:
        return ""
    last = at + 2
    while last < min(len(tokens), at + 8) and tokens[last].kind != "sign":
        last += 1
    return sentence.words(at + 2, last)
