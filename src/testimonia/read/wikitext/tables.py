"""Read a table: each cell and the caption become passages of their own."""

import re
from collections.abc import Iterator

from testimonia.read.wikitext.inline import Stretch
from testimonia.read.wikitext.scan import Scan

__all__ = ["cells_of"]

_ATTRIBUTES = re.compile(r"(?:\s*[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'|]*))*\s*$")
_STARTS = ("|", "!")


def cells_of(table: Stretch) -> Iterator[tuple[tuple[int, int], Stretch]]:
    """Give the cells of a table in reading order, each with row and column, without their attributes."""
    row, column, filled = 0, 0, False
    for opens, cell in _pieces(table):
        if cell is None:
            row, column, filled = row + filled, 0, False
            continue
        if opens == "|+":
            yield (-1, -1), cell
            continue
        yield (row, column), cell
        column, filled = column + 1, True


def _pieces(table: Stretch) -> Iterator[tuple[str, Stretch | None]]:
    """Give cells and captions, each with the sign that opens its line; None for the line between rows."""
    scan = table.scan
    start, first = -1, 0
    """Where the open cell begins; -1 outside of cells."""
    index = table.first + 1
    fresh, header, opens = False, False, ""
    last = table.last - 1
    while index < last:
        token = scan.tokens[index]
        if token.kind == "newline":
            sign = _sign(scan, token.end, table.end)
            if sign[:1] in _STARTS:
                if start >= 0:
                    yield opens, _cell(scan, start, token.start, first, index)
                if sign == "|-":
                    yield sign, None
                start, opens = -1, sign
                fresh, header = sign not in ("|-", "|}"), sign[:1] == "!"
                if fresh:
                    at = scan.text.index(sign[0], token.end) + len(sign.rstrip(" "))
                    start, first = at, index + 1
        elif (
            start >= 0
            and token.start >= start
            and _splits(token.kind, token.end - token.start, header=header)
        ):
            yield opens, _cell(scan, start, token.start, first, index)
            start, first = token.end, index + 1
        index = scan.after(index)
    if start >= 0:
        yield opens, _cell(scan, start, scan.tokens[last].start, first, last)


def _sign(scan: Scan, at: int, end: int) -> str:
    """Give the sign that opens a line of a table: "|", "!", "|-", "|+", "|}" or something else."""
    words = scan.text[at : min(end, at + 40)].lstrip(" \t:")[:2]
    return words if words in ("|-", "|+", "|}") else words[:1]


def _splits(kind: str, width: int, *, header: bool) -> bool:
    """Tell whether a token parts two cells of a line."""
    return (kind == "bar" and width == 2) or (kind == "cells" and header)


def _cell(scan: Scan, start: int, end: int, first: int, last: int) -> Stretch:
    """Give a cell, without the attributes before its bar."""
    at = first
    while at < last:
        token = scan.tokens[at]
        if token.kind == "bar" and token.start >= start:
            if token.end - token.start == 1 and _ATTRIBUTES.match(scan.text, start, token.start):
                return Stretch(scan, token.end, end, at + 1, last)
            break
        at = scan.after(at)
    return Stretch(scan, start, end, first, last)
