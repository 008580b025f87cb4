"""Phrases of the lexicon, found in a row of tokens: the longest one that begins at a token."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from testimonia.extract.tokens import Token, tokenize

__all__ = ["PhraseTable"]

T = TypeVar("T")


class PhraseTable(Generic[T]):
    """A table of phrases, each with what it means; looked up in lower case, longest first."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        seen: set[tuple[str, ...]] = set()
        for phrase, meaning in entries:
            words = tuple(token.low for token in tokenize(phrase))
            if words and words not in seen:
                seen.add(words)
                self._by_first.setdefault(words[0], []).append((words, meaning))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def at(self, tokens: Sequence[Token], first: int, limit: int | None = None) -> tuple[int, T] | None:
        """Give the end of the longest phrase that begins at token `first`, and its meaning."""
        stop = len(tokens) if limit is None else limit
        for words, meaning in self._by_first.get(tokens[first].low, ()):
            last = first + len(words)
            if last <= stop and all(tokens[first + k].low == word for k, word in enumerate(words)):
                return last, meaning
        return None

    def ending(self, tokens: Sequence[Token], last: int, floor: int = 0) -> tuple[int, T] | None:
        """Give the start of the longest phrase that ends before token `last`, and its meaning."""
        for first in range(max(floor, last - 6), last):
            found = self.at(tokens, first, last)
            if found and found[0] == last:
                return first, found[1]
        return None

    def __contains__(self, phrase: str) -> bool:
        """Tell whether a whole phrase stands in the table."""
        tokens = tokenize(phrase)
        found = self.at(tokens, 0) if tokens else None
        return found is not None and found[0] == len(tokens)
