"""The folder of a site: what has changed is written, what an earlier site had and this one has not goes.

SHA256SUMS at its top lists every file of the site with its checksum, in the form that `sha256sum --check`
reads. What is not in that list is not the site's, and is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

from testimonia.files import remove

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["SUMS", "Folder", "Written"]

SUMS = "SHA256SUMS"
"""Where the list lies."""

_HELD = 1 << 26
"""Bytes of a file in pieces that are held in memory; a larger one waits on disk."""
_READ = 1 << 20


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the site."""

    size: int
    """Bytes."""
    checksum: str
    """SHA-256, in hexadecimal."""


@dataclass
class Folder:
    """The folder, and what has been put into it; `write` writes one file whole, from the pieces it gets."""

    path: Path
    write: Callable[[Path, Iterable[bytes]], None]
    files: dict[str, Written] = field(default_factory=dict)
    """By place."""
    changed: int = 0
    """How many files were written, since they were not there or were others."""
    removed: int = 0
    _before: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what the folder had."""
        self._before = dict(_listed(self.path / SUMS))

    def put(self, place: str, content: bytes | Iterable[bytes]) -> None:
        """Take a file, given whole or in pieces, and write it unless it is there."""
        if isinstance(content, bytes):
            self._keep(place, (content,), Written(len(content), sha256(content).hexdigest()))
            return
        with SpooledTemporaryFile(max_size=_HELD) as spool:
            written = _gathered(content, spool)
            spool.seek(0)
            self._keep(place, iter(lambda: spool.read(_READ), b""), written)

    def finish(self) -> None:
        """Remove what is no longer a part of the site, and write the list."""
        for place in sorted(self._before.keys() - self.files.keys()):
            self._remove(self.path / place)
        lines = (f"{self.files[place].checksum}  {place}\n" for place in sorted(self.files))
        self.write(self.path / SUMS, ("".join(lines).encode(),))

    def _keep(self, place: str, pieces: Iterable[bytes], written: Written) -> None:
        self.files[place] = written
        path = self.path / place
        known = self._before.get(place) == written.checksum
        if not (known and path.is_file() and path.stat().st_size == written.size):
            self.write(path, pieces)
            self.changed += 1

    def _remove(self, path: Path) -> None:
        """Remove a file, and the folders that it leaves empty."""
        if path.is_file():
            remove(path)
            self.removed += 1
        for above in path.parents:
            if above == self.path or not above.is_dir() or any(above.iterdir()):
                return
            above.rmdir()


def _gathered(pieces: Iterable[bytes], spool: IO[bytes]) -> Written:
    """Put pieces by, and count and sum them."""
    size, summed = 0, sha256()
    for piece in pieces:
        size += len(piece)
        summed.update(piece)
        spool.write(piece)
    return Written(size, summed.hexdigest())


def _listed(path: Path) -> Iterator[tuple[str, str]]:
    """Read a list: places with their checksums; lines of other forms, and places elsewhere, do not count."""
    if path.is_file():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            checksum, mark, place = line.partition("  ")
            if mark and len(checksum) == 64 and not place.startswith("/") and ".." not in place.split("/"):
                yield place, checksum
