"""Lists that are too long for memory: put by under a key, and given back in order, piece by piece.

What is put by lies in a private database of SQLite, which writes to a nameless file only what its cache has
no room for, and which is gone with the program. Things that many items share, such as the event
that a thousand figures are of, are kept once, in memory.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Sequence
from io import BytesIO
from threading import RLock
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Shelf"]

Item = TypeVar("Item")

_CACHE = 16
"""Megabytes that stay in memory."""
_AT_ONCE = 1000
"""Items that are read at once where all of a list is."""
_MADE = f"""
PRAGMA journal_mode = OFF;
PRAGMA cache_size = -{_CACHE * 1024};
CREATE TABLE kept (key TEXT NOT NULL, rank TEXT NOT NULL, item BLOB NOT NULL);
"""
_ORDERED = "CREATE INDEX IF NOT EXISTS by_key ON kept (key, rank)"


class Shelf(Generic[Item]):
    """Lists of items by key; `share` names a class of which each object is kept once, and not copied."""

    def __init__(self, share: type | None = None) -> None:
        self._share = share
        self._shared: list[object] = []
        self._numbers: dict[int, int] = {}
        self._lock = RLock()
        self._ordered = False
        self._base = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._base.executescript(_MADE)
        self._base.execute("BEGIN")

    def put(self, key: str, item: Item, rank: str = "") -> None:
        """Put an item at the place in the list of a key that its rank gives it; equal ones as they come."""
        with self._lock:
            self._base.execute("INSERT INTO kept VALUES (?, ?, ?)", (key, rank, self._packed(item)))

    def get(self, key: str) -> Sequence[Item]:
        """Give the list of a key, empty where there is none; what is not looked at is not read."""
        return _Kept(self, key)

    def keys(self) -> Iterator[str]:
        """Give all keys, each once, in order."""
        last = ""
        sql = "SELECT DISTINCT key FROM kept WHERE key > ? ORDER BY key LIMIT ?"
        while found := self._rows(sql, last, _AT_ONCE):
            yield from (key for (key,) in found)
            last = found[-1][0]

    def counts(self) -> dict[str, int]:
        """Tell how long the list of each key is."""
        return dict(self._rows("SELECT key, COUNT(*) FROM kept GROUP BY key"))

    def __contains__(self, key: str) -> bool:
        """Tell whether the list of a key has anything."""
        return bool(self._rows("SELECT 1 FROM kept WHERE key = ? LIMIT 1", key))

    def read(self, key: str, start: int, stop: int) -> list[Item]:
        """Give a stretch of the list of a key."""
        sql = "SELECT item FROM kept WHERE key = ? ORDER BY rank, rowid LIMIT ? OFFSET ?"
        found = self._rows(sql, key, stop - start, start)
        return [self._unpacked(item) for (item,) in found]

    def length(self, key: str) -> int:
        """Tell how long the list of a key is."""
        return int(self._rows("SELECT COUNT(*) FROM kept WHERE key = ?", key)[0][0])

    def _rows(self, sql: str, *values: str | int) -> list[Any]:
        with self._lock:
            if not self._ordered:
                self._base.execute(_ORDERED)
                self._ordered = True
            return self._base.execute(sql, values).fetchall()

    def _packed(self, item: Item) -> bytes:
        packed = BytesIO()
        _Packer(packed, self._number).dump(item)
        return packed.getvalue()

    def _unpacked(self, packed: bytes) -> Item:
        found: Item = _Unpacker(BytesIO(packed), self._shared).load()
        return found

    def _number(self, thing: object) -> int | None:
        """Give the number of a thing that is kept once, None for what is copied."""
        if self._share is None or not isinstance(thing, self._share):
            return None
        number = self._numbers.get(id(thing))
        if number is None:
            number = self._numbers[id(thing)] = len(self._shared)
            self._shared.append(thing)
        return number


class _Packer(pickle.Pickler):
    def __init__(self, file: BytesIO, number: Callable[[object], int | None]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.persistent_id = number  # type: ignore[method-assign]


class _Unpacker(pickle.Unpickler):
    def __init__(self, file: BytesIO, shared: Sequence[object]) -> None:
        super().__init__(file)
        self.persistent_load = shared.__getitem__  # type: ignore[method-assign]


class _Kept(Sequence[Item]):
    """The list of one key."""

    def __init__(self, shelf: Shelf[Item], key: str) -> None:
        self._shelf = shelf
        self._key = key
        self._length = shelf.length(key)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> list[Item]: ...

    def __getitem__(self, index: int | slice) -> Item | list[Item]:
        if isinstance(index, int):
            start = range(self._length)[index]
            return self._shelf.read(self._key, start, start + 1)[0]
        wanted = range(self._length)[index]
        if not wanted:
            return []
        first, last = min(wanted), max(wanted)
        found = self._shelf.read(self._key, first, last + 1)
        return [found[number - first] for number in wanted]

    def __iter__(self) -> Iterator[Item]:
        for start in range(0, self._length, _AT_ONCE):
            yield from self._shelf.read(self._key, start, start + _AT_ONCE)
