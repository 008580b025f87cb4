"""The places of a folder, found by IRI in the table as it lies on disk: it is sorted by them."""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING

from testimonia.errors import ReconcileError
from testimonia.reconcile.authority.table import COLUMNS, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.reconcile.authority.thing import Thing

__all__ = ["KeptTable"]

_HEAD = "\t".join(COLUMNS)


class KeptTable:
    """A table that `write_table` wrote; opening it reads nothing but its first line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise self._fault() from error
        if not self._data[: len(_HEAD) + 1] == f"{_HEAD}\n".encode():
            raise self._fault()

    def thing(self, iri: str) -> Thing:
        """Give the place of an IRI. Raises ReconcileError where the table does not have it, or is damaged."""
        wanted = iri.encode()
        low, high = len(_HEAD) + 1, len(self._data)
        while low < high:
            begin = self._data.rfind(b"\n", 0, (low + high) // 2) + 1
            begin = max(begin, low)
            end = self._data.find(b"\n", begin) + 1 or len(self._data)
            line = self._data[begin:end]
            found = line.partition(b"\t")[0]
            if found == wanted:
                (thing,) = read_table(f"{_HEAD}\n{line.decode()}", str(self._path))
                return thing
            low, high = (end, high) if found < wanted else (low, begin)
        raise self._fault()

    def _fault(self) -> ReconcileError:
        return ReconcileError(f"{self._path}: lacks places of its index; add the authority again.")
