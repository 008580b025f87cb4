"""Where each character of a shown text stands in the source, kept in pieces instead of one by one.

A passage of wikitext is a row of pieces: words that stand in the source as they are shown, and
words that stand for a stretch of markup ("&nbsp;", "<br>", "{{circa}}"). Three numbers a piece are
enough, however long it is; a line of fifty megabytes costs no more than a short one.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import overload

__all__ = ["Offsets"]


@dataclass(frozen=True, slots=True)
class Offsets(Sequence[int]):
    """The offsets in the source of the characters of a shown text, or of where they end."""

    firsts: tuple[int, ...]
    """For each piece, its first character in the shown text; the first piece begins at 0."""
    sources: tuple[int, ...]
    """For each piece, the offset that belongs to its first character."""
    steps: tuple[int, ...]
    """For each piece, 1 if the offsets run on with the characters, 0 if all have the same."""
    size: int
    """How many characters there are."""

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> "Offsets": ...
    def __getitem__(self, index: int | slice) -> "int | Offsets":
        if isinstance(index, slice):
            return self._cut(*index.indices(self.size))
        at = index + self.size if index < 0 else index
        if not 0 <= at < self.size:
            raise IndexError(f"There is no character {index} in a shown text of {self.size}.")
        piece = bisect_right(self.firsts, at) - 1
        return self.sources[piece] + (at - self.firsts[piece]) * self.steps[piece]

    def __iter__(self) -> Iterator[int]:
        bounds = (*self.firsts[1:], self.size)[: len(self.firsts)]
        return chain.from_iterable(
            range(source, source + last - first) if step else repeat(source, last - first)
            for first, last, source, step in zip(self.firsts, bounds, self.sources, self.steps, strict=True)
        )

    def _cut(self, start: int, stop: int, step: int) -> "Offsets":
        """Give the offsets of a stretch of the shown text."""
        if step != 1:
            raise ValueError(f"A shown text is cut in whole stretches, not in steps of {step}.")
        if start >= stop:
            return Offsets((), (), (), 0)
        first = bisect_right(self.firsts, start) - 1
        last = bisect_right(self.firsts, stop - 1)
        ahead = (start - self.firsts[first]) * self.steps[first]
        return Offsets(
            (0, *(at - start for at in self.firsts[first + 1 : last])),
            (self.sources[first] + ahead, *self.sources[first + 1 : last]),
            self.steps[first:last],
            stop - start,
        )
