"""Reading: files, standard input or a kept store, with errors that name the file, line and words."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from testimonia.errors import GraphError
from testimonia.graphs.files import SUFFIXES, graph_files
from testimonia.graphs.forms import likely_forms
from testimonia.graphs.kept import find_kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Quad, RdfFormat, Store

__all__ = ["quads_of", "read_graph"]

_POSITION = re.compile(r"^Parser error at line \d+ (?:column \d+|between [^:]+): ")
"""pyoxigraph begins its message with the position, which the sentence gives already."""


def read_graph(path: str | Path) -> Store:
    """Read a graph file, every article of a folder and the folders in it, or standard input ("-").

    They come into a new store in memory. A store that `testimonia store` made, or a folder that
    keeps one that is up to date, is opened on disk instead, for reading only. Named graphs are kept
    where a file has them; blank nodes of different files stay apart.
    Raises GraphError, naming the file and where possible the line and the words, when `path` does
    not exist, is not a graph file, holds no graph files, or is not well-formed.
    """
    from pyoxigraph import Store

    if str(path) == "-":
        return _read_stream(sys.stdin.buffer.read())
    kept = find_kept(path)
    if kept:
        return kept.open()
    store = Store()
    for file in graph_files(path):
        _read_file(store, file)
    return store


def quads_of(path: str | Path) -> Iterator[Quad]:
    """Give the quads of a graph file, a folder or standard input one after the other, as they are read.

    Raises the errors of `read_graph`.
    """
    from pyoxigraph import parse

    if str(path) == "-":
        yield from read_graph(path)
        return
    for file in graph_files(path):
        try:
            with file.open("rb") as stream:
                yield from parse(stream, _format(file), rename_blank_nodes=True)
        except SyntaxError as error:
            raise GraphError(_where(file, error)) from error
        except (OSError, ValueError) as error:
            raise GraphError(f"{file}: cannot be read: {error}.") from error


def _read_file(store: Store, file: Path) -> None:
    try:
        with file.open("rb") as stream:
            store.bulk_load(stream, _format(file))
    except SyntaxError as error:
        raise GraphError(_where(file, error)) from error
    except (OSError, ValueError) as error:
        raise GraphError(f"{file}: cannot be read: {error}.") from error


def _read_stream(data: bytes) -> Store:
    """Read RDF in the form that its words are in; the message is that of the form that got furthest."""
    from pyoxigraph import RdfFormat, Store

    found: list[SyntaxError] = []
    for name in likely_forms(data):
        store = Store()
        try:
            store.bulk_load(data, getattr(RdfFormat, name))
        except SyntaxError as error:
            found.append(error)
        else:
            return store
    furthest = max(found, key=lambda error: error.lineno or 0)
    words = _POSITION.sub("", " ".join(str(furthest.msg).split())).rstrip(".")
    raise GraphError(f"standard input:{furthest.lineno or 1}: is not RDF: {words}.") from furthest


def _format(file: Path) -> RdfFormat:
    from pyoxigraph import RdfFormat

    chosen: RdfFormat = getattr(RdfFormat, SUFFIXES[file.suffix.lower()])
    return chosen


def _where(file: Path, error: SyntaxError) -> str:
    """Say in one sentence which file, which line and which words do not parse."""
    words = _POSITION.sub("", " ".join(str(error.msg).split())).rstrip(".")
    line = error.lineno
    at = f"{file}:{line}" if line else str(file)
    shown = _line(file, line) if line else ""
    return f"{at}: {words}{f', in «{shown}»' if shown else ''}."


def _line(file: Path, number: int) -> str:
    """Give the words of a line, shortened, so that the reader need not open the file."""
    with file.open(encoding="utf-8", errors="replace") as stream:
        for count, line in enumerate(stream, start=1):
            if count == number:
                return line.strip()[:80]
    return ""
