"""A fetch that breaks off goes on where it was, whatever ended it.

While an export is written, three files lie side by side: `mali.xml`, what was there before; its draft,
page after page of what is fetched now; and a hidden note of what was asked for. A run that is killed leaves
draft and note, one that breaks off a whole `mali.xml` and the note. The same command then takes over the
pages that it finds there and asks for the others alone; another command, or one after a run that finished,
begins anew.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING

from testimonia.errors import InputError
from testimonia.files import DRAFT, remove, unwritable, write_whole
from testimonia.read.dump import find_redirect, read_site, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

__all__ = ["Had", "Resumable"]

_PIECE = 1 << 20
_BROKE_OFF = "\nbroke off"
_PAGE = re.compile(rb"<page>.*?</page>\n", re.DOTALL)
"""A whole page; what stands in its text is escaped."""
_IDS = re.compile(rb"<id>(\d+)</id>\s*<revision>\s*<id>(\d+)</id>")


@dataclass(slots=True)
class Had:
    """What an earlier run has fetched already."""

    base: str = ""
    """The address of the wiki's main page; "" while there is nothing."""
    titles: set[str] = field(default_factory=set)
    """Titles of the pages and of the redirects to them."""
    page_ids: set[int] = field(default_factory=set)
    revisions: set[int] = field(default_factory=set)
    """Ids of the revisions; there is one for each page."""
    end: int = 0
    """Bytes up to the end of the last page."""

    def has(self, title: str) -> bool:
        """Tell whether a title leads to a page that is there: as it was typed, or as a wiki writes it."""
        words = " ".join(title.replace("_", " ").split())
        return words in self.titles or words[:1].upper() + words[1:] in self.titles


class Resumable:
    """The file of an export, which is whole or absent; what breaks off is taken up again."""

    def __init__(self, path: Path, asked: str) -> None:
        """Take the file, and words that tell this request from others."""
        self._path = path
        self._asked = asked
        self._draft = path.with_name(f".{path.name}{DRAFT}")
        self._note = path.with_name(f".{path.name}.asked")

    def had(self) -> Had:
        """Give what an earlier run with the same request has left, if it did not finish."""
        try:
            note = self._note.read_text(encoding="utf-8")
        except (OSError, ValueError):
            note = ""
        places = [self._draft] if note.startswith(self._asked) else []
        if note == self._asked + _BROKE_OFF:
            places.append(self._path)
        return max(map(_read, places), key=lambda had: len(had.revisions), default=Had())

    @contextmanager
    def open(self, had: Had) -> Iterator[BinaryIO]:
        """Open the draft behind what was had, and put it in the place of the file at the end of the block.

        Whatever leaves the block by an exception leaves what is written to the next run. Raises
        OutputError when there is no such folder or the disk is full.
        """
        try:
            if had.end and _read(self._draft) != had:
                _copy(self._path, self._draft, had.end)
            with self._draft.open("r+b" if had.end else "wb") as stream:
                write_whole(self._note, self._asked.encode())
                stream.seek(had.end)
                stream.truncate()
                yield stream
            self._draft.replace(self._path)
        except OSError as error:
            raise unwritable(self._path, error) from error

    def leave(self) -> None:
        """Leave the file to the next run of the same request: it is whole, but not all that was asked for."""
        write_whole(self._note, (self._asked + _BROKE_OFF).encode())

    def forget(self) -> None:
        """Leave nothing to a next run: all is done, or nothing was."""
        remove(self._draft)
        remove(self._note)


def _read(place: Path) -> Had:
    """Read an export of ours that may be cut off anywhere."""
    had = Had()
    if not place.is_file() or not place.stat().st_size:
        return had
    leading: set[str] = set()
    with place.open("rb") as stream, mmap(stream.fileno(), 0, access=ACCESS_READ) as data:
        for found in _PAGE.finditer(data):
            redirect, ids = find_redirect(found[0]), _IDS.search(found[0])
            if redirect:
                leading.add(redirect.title)  # stands before the page that it leads to
            elif ids:
                had.titles |= {title_of(found[0]), *leading}
                had.page_ids.add(int(ids[1]))
                had.revisions.add(int(ids[2]))
                had.end = found.end()
                leading.clear()
        try:
            had.base = read_site(data[: max(0, data.find(b"<page>"))], place.name).base
        except InputError:  # somebody has put something else there
            return Had()
    return had


def _copy(source: Path, target: Path, size: int) -> None:
    """Copy the first so many bytes of a file."""
    with source.open("rb") as whole, target.open("wb") as stream:
        while size and (piece := whole.read(min(size, _PIECE))):
            size -= stream.write(piece)
