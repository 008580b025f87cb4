"""The lines of a text with their true offsets, whatever their line ends."""

from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Line", "lines_of"]


class Line(NamedTuple):
    """One line, without its line end."""

    start: int
    end: int
    words: str


def lines_of(text: str) -> Iterator[Line]:
    """Give the lines of a text; a line feed ends one, with or without a carriage return before it."""
    start = 1 if text.startswith("\ufeff") else 0
    size = len(text)
    while start < size:
        stop = text.find("\n", start)
        after = stop + 1
        if stop < 0:
            stop = after = size
        end = stop - 1 if stop > start and text[stop - 1] == "\r" else stop
        yield Line(start, end, text[start:end])
        start = after
