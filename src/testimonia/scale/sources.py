"""What the user named, file by file: articles, folders of articles, standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SUFFIXES", "Source", "find_articles"]

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".wikitext", ".wiki", ".mediawiki")
"""How the name of an article ends in a folder; a file that is named itself may be called anything."""


@dataclass(frozen=True, slots=True)
class Source:
    """One article to be read."""

    name: str
    """As the user named it, with forward slashes; "-" is standard input."""
    path: Path | None
    """Where it lies; None is standard input."""

    def read(self) -> bytes:
        """Give the bytes of the article; raises InputError when they cannot be had."""
        if self.path is None:
            return sys.stdin.buffer.read()
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise InputError(f"{self.name}: cannot be read: {_reason(error)}.") from error


def find_articles(inputs: Iterable[str]) -> tuple[Source, ...]:
    """List the articles behind files, folders and "-", in the order given, folders sorted by name.

    The same file is listed once. Raises InputError for a name behind which there is nothing and for
    a folder that holds no articles.
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
    """Tell by its name whether a file of a folder is an article: not hidden, not the folder's README."""
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in SUFFIXES and path.stem.lower() != "readme" and not hidden


def _reason(error: OSError) -> str:
    """Give the system's own words, without its number and the path."""
    return (error.strerror or str(error)).lower()
