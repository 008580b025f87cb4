"""Read the tables of the lexicon.

A table is a UTF-8 file of tab-separated cells. Its first line names the columns; lines that begin
with "#" are comments, empty lines are skipped. A column whose name ends in "*" is part of the key;
without such a mark the first column alone is the key. No two lines may have the same key.

The lexicon is read at the start of every run, so the cells are split plainly (the csv module takes
twice the time, and its quoting would make a special character of the quotation mark), and a table
is checked as a whole: only one that fails is gone through again, line by line, for the message.
"""

from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from pathlib import Path

from testimonia.errors import LexiconError

__all__ = ["names", "parse", "rows"]


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Give the rows of a table, "casualty" for casualty.tsv, each a dict of column to cell.

    The rows stand in the order of the file and are shared by all callers, who must not change
    them. A table that does not exist or is malformed raises LexiconError.
    """
    try:
        data = (_folder() / f"{name}.tsv").read_bytes()
    except OSError as error:
        raise LexiconError(f'There is no table "{name}" in the lexicon.') from error
    return parse(data, f"{name}.tsv")


def names() -> tuple[str, ...]:
    """Give the names of all tables, in alphabetical order."""
    found = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".tsv") for name in found if name.endswith(".tsv")))


def parse(data: bytes, source: str) -> tuple[dict[str, str], ...]:
    """Give the rows of a table; `source` is the file name that an error shall show.

    Bytes that are not UTF-8, a missing header, a line with more or fewer cells than the header,
    and a second line with the same key raise LexiconError, which names file, line and words.
    """
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LexiconError(f"{source}:{line}: byte {data[error.start]:#04x} is not UTF-8.") from error
    columns, keys = _columns(lines[0], source)
    table = [line.split("\t") for line in lines[1:] if line and line[0] != "#"]
    if set(map(len, table)) - {len(columns)} or len(set(map(itemgetter(*keys), table))) != len(table):
        _refuse(lines, len(columns), keys, source)
    return tuple([dict(zip(columns, cells)) for cells in table])  # noqa: B905 (widths are checked above)


def _columns(header: str, source: str) -> tuple[list[str], list[int]]:
    """Split the header into column names and the indexes of the columns that make the key."""
    marked = header.split("\t")
    columns = [column.removesuffix("*") for column in marked]
    if header.startswith("#") or "" in columns or len(set(columns)) < len(columns):
        raise LexiconError(f'{source}:1: "{header}" does not name the columns.')
    return columns, [index for index, column in enumerate(marked) if column.endswith("*")] or [0]


def _refuse(lines: Sequence[str], width: int, keys: Sequence[int], source: str) -> None:
    """Raise LexiconError for the first faulty line of a table."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1:], 2):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise LexiconError(f'{source}:{number}: "{line}" has {len(cells)} cells, the header has {width}.')
        key = ", ".join(cells[index] for index in keys)
        if key in seen:
            raise LexiconError(f'{source}:{number}: "{key}" already stands in line {seen[key]}.')
        seen[key] = number


@cache
def _folder() -> Path:
    """Find the data files, which stand beside this one; importlib.resources takes 10 ms to import."""
    return Path(__file__).parent
