"""Of which sides a sentence speaks: every mention of a name that is on a side, in text order.

example          The British advanced. By noon 40 tanks had crossed.  → around the tanks: the British alone
counter-example  The British met the Italians. 40 tanks had crossed.  → both
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from testimonia.extract.actors.camps import CAMP_WORDS
from testimonia.extract.actors.names import Name, Use
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.sides import Sides
from testimonia.extract.sentences import Sentence
from testimonia.model import Span

__all__ = ["Told", "tell_sides"]

_FACING = frozenset({"against", "by", "from", "to"})
_BOTH = frozenset({"both", "each", "either", "neither"})
_SIDES = frozenset({"armies", "camps", "forces", "parties", "side", "sides"})
_NEAR = 3
"""Words between such a word and the name at most, with it: "against the strong Roe position"."""
_BACK = 2
"""How many sentences before one its paragraph's talk is remembered."""


class _Mention(NamedTuple):
    start: int
    """Offset in the article."""
    side: int
    named: bool = True
    """False for what only describes: "the rebels"."""
    faced: bool = False
    """True for whom others come from or go against: "fire from Roe troops"."""


class Told:
    """The mentions of sides in an article's prose."""

    def __init__(self, mentions: Sequence[_Mention] = (), sentences: Sequence[Sentence] = ()) -> None:
        """Keep the mentions, in text order, and where the sentences begin."""
        self._mentions = mentions
        self._starts = [sentence.start_of(0) for sentence in sentences]
        self._paragraphs = [sentence.paragraph for sentence in sentences]
        self._shared = {sentence.span.start for sentence in sentences if _is_shared(sentence)}

    def before(self, sentence: Span, place: Span) -> int | None:
        """Give the side mentioned last in a sentence before a place; None if none is."""
        inside = self._between(sentence.start, place.start)
        return inside[-1].side if inside else None

    def alone_around(self, sentence: Span, *, named: bool = False) -> int | None:
        """Give the one side that a sentence and the two before it speak of; None if none or several.

        With `named`, only by names.
        """
        if sentence.start in self._shared:
            return None
        around = self._between(self._talk_before(sentence), sentence.end)
        sides = {mention.side for mention in around if mention.named or not named}
        return sides.pop() if len(sides) == 1 else None

    def of_both(self, sentence: Span) -> bool:
        """Tell whether a sentence speaks of "both sides"."""
        return sentence.start in self._shared

    def alone_in(self, sentence: Span) -> int | None:
        """Give the one side that a sentence speaks of, before a count or behind it; None if none or several.

        One that only others face is not whom the sentence is about.
        """
        inside = self._between(sentence.start, sentence.end) if sentence.start not in self._shared else ()
        sides = {mention.side for mention in inside}
        return sides.pop() if len(sides) == 1 and not all(mention.faced for mention in inside) else None

    def _talk_before(self, sentence: Span) -> int:
        """Give where the talk of a sentence begins: at most two sentences before it, in its paragraph."""
        at = bisect_left(self._starts, sentence.start)
        first = at
        while first > max(0, at - _BACK) and self._paragraphs[first - 1] == self._paragraphs[at]:
            first -= 1
        return self._starts[first]

    def last_around(self, sentence: Span) -> int | None:
        """Give the side mentioned last in the two sentences before one that mentions none."""
        first = self._talk_before(sentence)
        around = self._between(first, sentence.end)
        silent = not around or around[-1].start < sentence.start
        return around[-1].side if around and silent else None

    def _between(self, start: int, end: int) -> Sequence[_Mention]:
        low = bisect_left(self._mentions, (start,))
        return self._mentions[low : bisect_left(self._mentions, (end,))]


def tell_sides(
    sentences: Sequence[Sentence], names: Mapping[str, Name], registry: Registry, sides: Sides
) -> Told:
    """Gather the mentions of all names that are on a side."""
    mentions: list[_Mention] = []
    for name in names.values():
        key = registry.known(name.words)
        side = registry.get(key).side if key is not None else sides.of(name.words)
        if side is not None:
            mentions.extend(
                _Mention(use.sentence.start_of(use.first), side, faced=_is_faced(use)) for use in name.uses
            )
    camps = {word: side for word in sorted(CAMP_WORDS) if (side := sides.camp(word)) is not None}
    for sentence in sentences:
        if camps.keys().isdisjoint(sentence.lows):
            continue
        for at, token in enumerate(sentence.tokens):
            side = camps.get(token.low)
            if side is not None:
                mentions.append(_Mention(sentence.start_of(at), side, named=False))
    return Told(sorted(mentions), sentences)


def _is_faced(use: Use) -> bool:
    """Tell "against strong Roe defences", "fire from the Roes" from those of whom more is told."""
    before = use.sentence.tokens[max(0, use.title - _NEAR) : use.title]
    return any(token.low in _FACING for token in before)


def _is_shared(sentence: Sentence) -> bool:
    """Tell a sentence that speaks of "both sides", whomever it names."""
    lows = sentence.lows
    return not _BOTH.isdisjoint(lows) and not _SIDES.isdisjoint(lows)
