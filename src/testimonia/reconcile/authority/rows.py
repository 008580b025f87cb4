"""Rows of a file, each with the line it stands on, and what their cells mean.

All that can be wrong with a cell is told here, with file, line and words.
"""

from __future__ import annotations

import csv
import io
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.errors import ReconcileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["Row", "read_bytes", "read_rows", "read_text", "separator_of", "wikidata_iri"]

_QID = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/|wd:)?(Q[1-9]\d*)")
_POINT = re.compile(r"\s*POINT\s*\(\s*(\S+)\s+(\S+)\s*\)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a file."""

    source: str
    line: int
    """From 1 on; 0 where lines say nothing, as in a graph."""
    cells: Mapping[str, str]
    """Column name, in small letters, to text; all columns of the file are there."""

    def get(self, *names: str) -> str:
        """Give the first of some columns that has text, stripped; "" where none has."""
        return next((cell for name in names if (cell := self.cells.get(name, "").strip())), "")

    def list(self, *names: str) -> tuple[str, ...]:
        """Give the parts of the first of some columns that has text; they are parted by "|"."""
        return tuple(part.strip() for part in self.get(*names).split("|") if part.strip())

    def degrees(self, limit: int, *names: str) -> float | None:
        """Give a latitude (limit 90) or longitude (180); None for an empty cell. Raises ReconcileError."""
        return self._degrees(self.get(*names), limit)

    def point(self, *names: str) -> tuple[float | None, float | None]:
        """Give latitude and longitude of a cell such as "Point(2.0 15.3)", which has the longitude first."""
        words = self.get(*names)
        if not words:
            return None, None
        match = _POINT.fullmatch(words.rpartition(">")[2])
        if match is None:
            raise self.fault(words, "a point such as «Point(2.0 15.3)»")
        return self._degrees(match[2], 90), self._degrees(match[1], 180)

    def number(self, *names: str) -> int | None:
        """Give a whole number from 0 on; None for an empty cell, ReconcileError for what is none."""
        words = self.get(*names)
        if not words:
            return None
        try:
            value = float(words.replace(",", ""))
        except ValueError as error:
            raise self.fault(words, "a number") from error
        if not math.isfinite(value):
            raise self.fault(words, "a number")
        return round(value) if value >= 0 else None  # GeoNames and Natural Earth write -1 for unknown

    def fault(self, words: str, wanted: str) -> ReconcileError:
        """Make the error that says what stands in a cell, and what should."""
        place = f"{self.source}:{self.line}" if self.line else self.source
        return ReconcileError(f"{place}: «{words[:60]}» is not {wanted}.")

    def _degrees(self, words: str, limit: int) -> float | None:
        if not words:
            return None
        try:
            value = float(words)
        except ValueError:
            value = math.nan
        if not -limit <= value <= limit:
            raise self.fault(words, "a latitude" if limit == 90 else "a longitude")
        return round(value, 6)


def read_bytes(path: Path) -> bytes:
    """Read a file. Raises ReconcileError naming it."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReconcileError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}.") from error


def read_text(path: Path) -> str:
    """Read a file as UTF-8. Raises ReconcileError naming the file, and the line of a byte that is not."""
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReconcileError(f"{path}:{line}: byte {data[error.start]:#04x} is not UTF-8.") from error


def separator_of(text: str) -> str:
    """Tell by the first line whether cells are parted by tabs, semicolons or commas."""
    head = text.partition("\n")[0]
    return max("\t,;", key=head.count)


def read_rows(text: str, source: str, columns: tuple[str, ...] = ()) -> Iterator[Row]:
    """Give the records of a table; its first line names the columns unless they are given.

    A tab-separated table has no quotation marks, as GeoNames writes it; the others have. Raises
    ReconcileError for a line with more or fewer cells than there are columns.
    """
    lines = io.StringIO(text, newline="")
    if separator_of(text) == "\t":
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(lines, delimiter=separator_of(text))
    try:
        names = columns or tuple(cell.strip().lower() for cell in next(reader, []))
        for cells in reader:
            if not any(cells):
                continue
            if len(cells) != len(names):
                raise ReconcileError(
                    f"{source}:{reader.line_num}: «{' '.join(cells)[:60]}» has {len(cells)} cells, "
                    f"not the {len(names)} of the columns."
                )
            yield Row(source, reader.line_num, dict(zip(names, cells, strict=True)))
    except csv.Error as error:
        raise ReconcileError(f"{source}:{reader.line_num}: not a table: {error}.") from error


def wikidata_iri(words: str) -> str:
    """Give the IRI of an item of Wikidata, however it is written; "" for what is none."""
    match = _QID.fullmatch(words.strip())
    return f"http://www.wikidata.org/entity/{match[1]}" if match else ""
