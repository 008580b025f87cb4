"""Whether fighters fly: what a sentence and an article say of air forces.

example          14 fighters of the squadron (aircraft) · 12 fighters, in an article full of bombers
counter-example  14 fighters of the militia (men)
"""

from collections.abc import Iterable

from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set

__all__ = ["in_the_air", "resisting", "tells_of_air_war"]

_AIR = word_set("grammar", "air_words")
_IRREGULARS = word_set("grammar", "irregulars")
_TELLING = _AIR | _IRREGULARS
_RESISTING = frozenset({"resistance", "partisan", "freedom", "street", "underground", "tribal", "home"})
_ENOUGH = 4
"""Words of air forces that an article about them has at least, and so many times its words of irregulars.

Of the unlabelled articles that tell of fighters, those where they fly have 4 to 500 such words, those where
they walk none to 4, and more words of irregulars than these.
"""


def in_the_air(tokens: Iterable[Token]) -> bool:
    """Tell whether a sentence is about air forces, so that "14 fighters" fly, and not about men who fight."""
    words = {token.low for token in tokens}
    return not words.isdisjoint(_AIR) and words.isdisjoint(_IRREGULARS)


def resisting(tokens: Iterable[Token]) -> bool:
    """Tell men by the words before them: "resistance fighters", "rebel fighters"."""
    words = {token.low for token in tokens}
    return not words.isdisjoint(_IRREGULARS | _RESISTING)


def tells_of_air_war(sentences: Iterable[Sentence]) -> bool:
    """Tell whether fighters are aircraft all through an article, given its sentences."""
    telling = (sentence for sentence in sentences if not _TELLING.isdisjoint(sentence.lows))
    words = [token.low for sentence in telling for token in sentence.tokens]
    air = sum(word in _AIR for word in words)
    return air >= _ENOUGH and air >= _ENOUGH * sum(word in _IRREGULARS for word in words)
