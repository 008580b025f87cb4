"""A file in pieces, counted and summed as they pass, so that a dump need not be held in memory."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Pieces"]


class Pieces:
    """The bytes of one file; `size` and `checksum` are those of what has passed."""

    def __init__(self, data: bytes | Iterable[bytes]) -> None:
        self._data = (data,) if isinstance(data, bytes) else data
        self._sum = sha256()
        self.size = 0
        """Bytes."""

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._data:
            self.size += len(piece)
            self._sum.update(piece)
            yield piece

    @property
    def checksum(self) -> str:
        """SHA-256, in hexadecimal."""
        return self._sum.hexdigest()
