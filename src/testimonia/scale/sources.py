"""What the user named, file by file: articles, dumps, folders of both, standard input."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

__all__ = ["DUMPS", "SUFFIXES", "Source", "find_articles"]

_ARTICLES = (".txt", ".text", ".md", ".markdown", ".wikitext", ".wiki", ".mediawiki")
DUMPS = (".xml", ".xml.bz2", ".xml.gz")
"""How the name of a dump ends."""
SUFFIXES = (*_ARTICLES, *DUMPS)
"""How the name of an article or dump ends in a folder; a file that is named itself may be called anything."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of one article, or of many."""

    name: str
    """As the user named it, with forward slashes; "-" is standard input."""
    path: Path | None
    """Where it lies; None is standard input."""

    @property
    def size(self) -> int | None:
        """How many bytes the file has, None where that cannot be known beforehand."""
        try:
            return self.path.stat().st_size if self.path else None
        except OSError:
            return None

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open the file; raises InputError when it cannot be read, there or while it is open."""
        try:
            if self.path is None:
                yield sys.stdin.buffer
            else:
                with self.path.open("rb") as stream:
                    yield stream
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise InputError(f"{self.name}: cannot be read: {reason}.") from error


def find_articles(inputs: Iterable[str]) -> tuple[Source, ...]:
    """List the files behind files, folders and "-", in the order given, folders sorted by name.

    The same file is listed once. Raises InputError for a name behind which there is nothing and for
    a folder that holds neither articles nor dumps.
    """
    found = {source.name: source for name in inputs for source in _sources(name)}
    return tuple(found.values())


def _sources(name: str) -> Iterator[Source]:
    path = Path(name)
    if name == "-":
        yield Source("-", None)
    elif path.is_dir():
        yield from _articles_of(path)
    elif path.exists():
        yield Source(path.as_posix(), path)
    else:
        raise InputError(f"{name}: no such file or folder.")


def _articles_of(folder: Path) -> list[Source]:
    articles = [
        Source(path.as_posix(), path)
        for path in sorted(folder.rglob("*"))
        if _is_article(path.relative_to(folder)) and path.is_file()
    ]
    if not articles:
        raise InputError(f"{folder}: the folder holds no articles (files named {', '.join(SUFFIXES)}).")
    return articles


def _is_article(path: Path) -> bool:
    """Tell by its name whether a file of a folder is for us: not hidden, not the folder's README."""
    hidden = any(part.startswith(".") for part in path.parts)
    return path.name.lower().endswith(SUFFIXES) and path.stem.lower() != "readme" and not hidden
