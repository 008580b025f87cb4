"""Bodies that are called by their last word once they were named: "the division", "this force".

example          The 9th Roe Division came up. The division lost 40 men.  → the 9th Roe Division
counter-example  A division came up · the Roe and Dow Divisions met. The division lost 40 men.

Looked for in the sentence and the three before it of its section; where the nearest of them that
names such a body names two, nobody is meant for sure.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from testimonia.extract.actors.names import Name
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set
from testimonia.model import Span

__all__ = ["Recalled", "recall_bodies"]

_BODIES = word_set("grammar", "bodies") | word_set("grammar", "formations")
_POINTING = frozenset({"the", "this", "that"})
_ANY = frozenset({"formation", "unit"})
"""What any body can be called: "the 9th Roe Division came up; the unit lost 40 men"."""
_BACK = 3
"""How many sentences before one still name what it speaks of."""


class _Body(NamedTuple):
    start: int
    """Offset in the article."""
    order: int
    """Number of its sentence."""
    words: str
    span: Span


class Recalled:
    """The bodies that an article's prose names, by their last words."""

    def __init__(
        self, bodies: Mapping[str, Sequence[_Body]] | None = None, sentences: Sequence[Sentence] = ()
    ) -> None:
        """Keep the mentions of each last word, in text order, and the sentences."""
        self._bodies = bodies or {}
        self._sentences = sentences
        self._starts = [sentence.start_of(0) for sentence in sentences]

    def of(self, words: str, span: Span) -> tuple[str, Span] | None:
        """Give the name, and where it stands, of the body that "division" at a place means; None for none."""
        named = self._bodies.get(words) or (self._bodies.get("") if words in _ANY else None)
        at = bisect_right(self._starts, span.start) - 1
        if not named or at < 0 or not _points(self._sentences[at], span.start):
            return None
        before = named[: bisect_left(named, span.start, key=attrgetter("start"))]
        last = before[-1] if before else None
        if last is None or not self._near(last.order, at):
            return None
        told = {body.words for body in before if body.order == last.order}
        return (last.words, last.span) if len(told) == 1 else None

    def _near(self, order: int, at: int) -> bool:
        """Tell whether a sentence stands at most three before another, in the same section."""
        here = self._sentences[at]
        before = self._sentences[max(0, at - _BACK) : at + 1]
        return any(one.order == order and one.passage.section == here.passage.section for one in before)


def _points(sentence: Sentence, start: int) -> bool:
    """Tell "the division", "this division" from "a division" and "one division"."""
    at = next((at for at in range(len(sentence.tokens)) if sentence.start_of(at) == start), 0)
    return at > 0 and sentence.tokens[at - 1].low in _POINTING


def recall_bodies(sentences: Sequence[Sentence], names: Mapping[str, Name]) -> Recalled:
    """Gather the mentions of all names that end in a word for a body."""
    bodies: dict[str, list[_Body]] = {}
    for name in names.values():
        noun = name.low.rsplit(" ", 1)[-1]
        if noun in _BODIES and noun != name.low:
            found = [
                _Body(
                    use.sentence.start_of(use.first),
                    use.sentence.order,
                    name.words,
                    use.sentence.source(use.first, use.last),
                )
                for use in name.uses
            ]
            bodies.setdefault(noun, []).extend(found)
            bodies.setdefault("", []).extend(found)
    return Recalled({noun: sorted(found) for noun, found in bodies.items()}, sentences)
