"""The rows of the file: cells parted by tabs, as spreadsheets write them.

A spreadsheet takes "- Place: Kel" or "=1+1" for a formula, whoever has written it. Such words stand in the
file behind an apostrophe, which makes them plain words there, and which is taken away when they are read.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from testimonia.errors import LinksError
from testimonia.links.link import read_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from testimonia.links.link import Link

    Row = tuple[int, list[str]]
    """The line that a row begins in, and its cells."""

__all__ = ["guarded", "read_columns", "read_rows", "split_rows"]

_NEEDED = ("subject_id", "predicate_id", "object_id")
_FORMULA = re.compile(r"(?!-?[\d.]+(?:[eE][+-]?\d+)?$)'*[-=+@]")
_GUARDED = re.compile(r"'+[-=+@]")


def guarded(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula; numbers may begin with a sign."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def split_rows(text: str, name: str) -> list[Row]:
    """Split a text into rows of cells, each with the line that it begins in; raises LinksError."""
    reader = csv.reader(io.StringIO(text), delimiter="\t", strict=True)
    rows: list[Row] = []
    begin = 1
    try:
        for row in reader:
            rows.append((begin, row))
            begin = reader.line_num + 1
    except csv.Error as error:
        raise LinksError(f"{name}:{begin}: the row cannot be read: {error}.") from error
    return rows


def read_columns(rows: Sequence[Row], name: str) -> tuple[str, ...]:
    """Read the names of the columns; raises LinksError where one that is needed is missing."""
    if not rows:
        raise LinksError(f"{name}: there are no columns; a file of links needs {', '.join(_NEEDED)}.")
    line, cells = rows[0]
    columns = tuple(cell.strip() for cell in cells)
    while columns and not columns[-1]:
        columns = columns[:-1]
    for needed in _NEEDED:
        if needed not in columns:
            found = "; are the columns parted by tabs?" if len(columns) == 1 else "."
            raise LinksError(f"{name}:{line}: the column {needed} is missing{found}")
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice is not None:
        raise LinksError(f"{name}:{line}: the column «{twice}» stands there twice.")
    return columns


def read_rows(
    rows: Iterable[Row],
    columns: Sequence[str],
    prefixes: Mapping[str, str],
    name: str,
    common: Mapping[str, str],
) -> Iterator[Link]:
    """Read the rows, each with what all have in common.

    Raises LinksError with the first row that is wrong, and the number of the others.
    """
    wrong: list[str] = []
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        try:
            yield read_link({**common, **_cells(row, columns)}, prefixes, line)
        except LinksError as error:
            wrong.append(f"{name}:{line}: {error}")
    if wrong:
        others = f" ({len(wrong) - 1} more rows are wrong)" if len(wrong) > 1 else ""
        raise LinksError(f"{wrong[0]}{others}.")


def _cells(row: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    cells = [cell[1:] if _GUARDED.match(cell) else cell for cell in map(str.strip, row)]
    behind = next(filter(None, cells[len(columns) :]), None)
    if behind is not None:
        raise LinksError(f"«{behind}» stands behind the last column")
    return {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
