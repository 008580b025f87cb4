"""Files that are whole or absent, whatever ends the program."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from testimonia.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import FileIO
    from pathlib import Path
    from typing import BinaryIO

__all__ = ["DRAFT", "Lines", "remove", "require_writable", "unwritable", "whole_file", "write_whole"]

DRAFT = ".draft"
"""How the name of a file ends that is being written; it begins with a dot."""


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write to a draft beside `path` that takes its place at the end; raises OutputError if that fails.

    Whatever leaves the block by an exception (Ctrl-C, too) leaves no draft, and the file as it was before.
    The draft of a run that was killed has the name of the next one's, which therefore takes its place.
    """
    draft = path.with_name(f".{path.name}{DRAFT}")
    try:
        with draft.open("wb") as stream:
            yield stream
        draft.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with suppress(OSError):  # it has its place, or was never made
            draft.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, given whole or in pieces, and the folder that it is in; raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error
    with whole_file(path) as stream:
        stream.writelines((data,) if isinstance(data, bytes) else data)


def remove(path: Path) -> None:
    """Remove a file, if it is there; raises OutputError when that is not allowed."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> OutputError:
    """Make the error that says why a file cannot be written, in the system's own words."""
    return OutputError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}.")


def require_writable(folder: Path) -> None:
    """Find out before an hour of work, and without making anything, that nothing can be written."""
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not nearest.is_dir():
        raise OutputError(f"{folder}: cannot be written: {nearest} is not a folder.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise OutputError(f"{folder}: cannot be written: no permission to write in {nearest}.")


class Lines:
    """A file that grows line by line; it exists from its first line on."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO | None = None

    def add(self, line: str) -> None:
        """Append a line, past every buffer of this process; raises OutputError."""
        try:
            if self._file is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = self._path.open("ab", buffering=0)
            rest = f"{line}\n".encode()
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            raise unwritable(self._path, error) from error

    def close(self) -> None:
        """Close the file, if it was ever opened."""
        if self._file is not None:
            self._file.close()
            self._file = None
