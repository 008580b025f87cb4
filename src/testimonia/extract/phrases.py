"""Phrases of the lexicon, found in a row of tokens: the longest one that begins at a token.

The first two words lead to the few phrases that can stand there, because many phrases begin with
"a" or "the": with one word alone the look-up took a third of all extraction time.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from testimonia.extract.tokens import Token, tokenize

__all__ = ["PhraseTable"]

T = TypeVar("T")
Words = tuple[str, ...]


class PhraseTable(Generic[T]):
    """A table of phrases, each with what it can mean; looked up in lower case, longest first."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Lay out phrases and meanings; a phrase may stand several times."""
        meanings: dict[Words, list[T]] = {}
        for phrase, meaning in entries:
            words = _words(phrase)
            if words:
                meanings.setdefault(words, []).append(meaning)
        self._single = {words[0]: found for words, found in meanings.items() if len(words) == 1}
        self._longer: dict[str, dict[str, list[tuple[Words, list[T]]]]] = {}
        for words, found in sorted(meanings.items(), key=lambda entry: -len(entry[0])):
            if len(words) > 1:
                self._longer.setdefault(words[0], {}).setdefault(words[1], []).append((words, found))
        self.firsts = frozenset((*self._single, *self._longer))
        """The words that phrases begin with: most words of a text end the look-up here."""

    def all_at(
        self, tokens: Sequence[Token], first: int, limit: int | None = None
    ) -> tuple[int, Sequence[T]]:
        """Give the end of the longest phrase that begins at token `first`, and all its meanings.

        The end is `first` and the meanings are empty where no phrase begins.
        """
        low = tokens[first].low
        if low not in self.firsts:
            return first, ()
        stop = len(tokens) if limit is None else limit
        seconds = self._longer.get(low)
        if seconds is not None and first + 1 < stop:
            for words, found in seconds.get(tokens[first + 1].low, ()):
                last = first + len(words)
                if last <= stop and all(tokens[first + k].low == words[k] for k in range(2, len(words))):
                    return last, found
        if first < stop and low in self._single:
            return first + 1, self._single[low]
        return first, ()

    def at(self, tokens: Sequence[Token], first: int, limit: int | None = None) -> tuple[int, T] | None:
        """Give the end of the longest phrase that begins at token `first`, and its first meaning."""
        last, found = self.all_at(tokens, first, limit)
        return (last, found[0]) if found else None

    def ending(self, tokens: Sequence[Token], last: int, floor: int = 0) -> tuple[int, T] | None:
        """Give the start of the longest phrase that ends before token `last`, and its meaning."""
        for first in range(max(floor, last - 6), last):
            found = self.at(tokens, first, last)
            if found and found[0] == last:
                return first, found[1]
        return None

    def alone(self, word: str) -> Sequence[T]:
        """Give the meanings of a single word in lower case."""
        return self._single.get(word, ())

    def seconds(self, word: str) -> Collection[str]:
        """Give the second words of the phrases that begin with a word in lower case."""
        return self._longer.get(word, ())

    def openers(self) -> Iterator[tuple[str, str | None]]:
        """Give the first two words of each phrase; None for the second of a single word."""
        yield from ((first, None) for first in self._single)
        yield from ((first, second) for first, found in self._longer.items() for second in found)

    def __contains__(self, phrase: str) -> bool:
        """Tell whether a whole phrase stands in the table."""
        tokens = tokenize(phrase)
        found = self.at(tokens, 0) if tokens else None
        return found is not None and found[0] == len(tokens)


def _words(phrase: str) -> Words:
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.lower().split())
    return tuple(token.low for token in tokenize(phrase))
