"""Records as tables: CSV for spreadsheets, Parquet for data frames.

One row a record, one column a field. In CSV several values of a cell are joined by " | ", as in the
named questions; Parquet keeps lists, whole numbers and truth values as such.
"""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from testimonia.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from testimonia.query import ClaimRecord

__all__ = ["columns_of", "row_of", "their_columns", "write_csv", "write_parquet"]

BOM = "\ufeff"
"""Tells spreadsheets that a CSV file is UTF-8."""

Cell = str | int | float | bool | tuple[str, ...] | None
Record = TypeVar("Record")


def their_columns(data_set: str) -> tuple[str, ...]:
    """Give the columns of a data set of columns.toml, in its order."""
    with (Path(__file__).parent / "columns.toml").open("rb") as stream:
        return tuple(tomllib.load(stream)[data_set])


def columns_of(record: type[Record]) -> tuple[str, ...]:
    """Give the columns of a class of records: the names of its fields."""
    if not is_dataclass(record):
        raise TypeError(f"{record.__name__} is no class of records")
    return tuple(field.name for field in fields(record))


def row_of(record: object) -> dict[str, Cell]:
    """Give the cells of a record by column, lists and numbers as such."""
    return {name: getattr(record, name) for name in columns_of(type(record))}


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], *, bom: bool = False) -> bytes:
    """Write rows as CSV by RFC 4180 in UTF-8, a byte order mark first if `bom`.

    Lists are joined by " | ", truth values are "true" and "false", what is missing is empty.
    """
    buffer = io.StringIO()
    lines = csv.writer(buffer, lineterminator="\r\n")
    lines.writerow(columns)
    lines.writerows([_text(row.get(column)) for column in columns] for row in rows)
    return ((BOM if bom else "") + buffer.getvalue()).encode()


def write_parquet(records: Sequence[ClaimRecord]) -> bytes:
    """Write claims as one Parquet table, lists and numbers typed.

    Equal records give equal bytes. Raises UsageError where pyarrow is not installed.
    """
    from testimonia.query import ClaimRecord

    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError(
            "Parquet needs the package pyarrow; install it with: pip install 'testimonia[parquet]'."
        ) from error
    kinds = {
        "str": pa.string(),
        "int": pa.int64(),
        "int | None": pa.int64(),
        "bool": pa.bool_(),
        "float": pa.float64(),
        "tuple[str, ...]": pa.list_(pa.string()),
    }
    schema = pa.schema([(field.name, kinds[_kind(field.type)]) for field in fields(ClaimRecord)])
    table = pa.Table.from_pylist([row_of(record) for record in records], schema=schema)
    sink = io.BytesIO()
    parquet.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def _kind(annotation: object) -> str:
    """Name the type of a field, whether it stands as a type or, under PEP 563, as its words."""
    return annotation.__name__ if isinstance(annotation, type) else str(annotation)


def _text(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return " | ".join(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)
