"""Graph files in, one pyoxigraph store out: what `query`, `validate` and `store` all read with.

A folder that `build` wrote holds the same article in several formats under one stem
(`battle-of-akabar.ttl`, `.nq`, …). Each stem is read once, from the format that says the most: the
ones with named graphs before the ones without.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import GraphError

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat, Store

__all__ = ["SUFFIXES", "graph_files", "read_graph"]

SUFFIXES: dict[str, str] = {
    ".nq": "N_QUADS",
    ".trig": "TRIG",
    ".ttl": "TURTLE",
    ".nt": "N_TRIPLES",
    ".jsonld": "JSON_LD",
    ".rdf": "RDF_XML",
}
"""File suffix to the name of the pyoxigraph format, the preferred one first."""

_POSITION = re.compile(r"^Parser error at line \d+ (?:column \d+|between [^:]+): ")
"""pyoxigraph begins its message with the position, which the sentence gives already."""


def read_graph(path: str | Path) -> Store:
    """Read a graph file, or every article of a folder and the folders in it, into a new store.

    Named graphs are kept where the file has them; blank nodes of different files stay apart.
    Raises GraphError, naming the file and where possible the line and the words, when `path` does
    not exist, is not a graph file, holds no graph files, or is not well-formed.
    """
    from pyoxigraph import Store

    store = Store()
    for file in graph_files(path):
        _read_file(store, file)
    return store


def graph_files(path: str | Path) -> tuple[Path, ...]:
    """List the files that `read_graph` reads, sorted: each stem once, in its preferred format.

    Raises GraphError when there is nothing to read.
    """
    place = Path(path)
    if place.is_dir():
        return _files_of_folder(place)
    if not place.exists():
        raise GraphError(f"{place}: no such file or folder.")
    if place.suffix.lower() not in SUFFIXES:
        raise GraphError(f"{place}: not a graph file; its name should end in one of {', '.join(SUFFIXES)}.")
    return (place,)


def _files_of_folder(folder: Path) -> tuple[Path, ...]:
    order = list(SUFFIXES)
    chosen: dict[Path, Path] = {}
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() not in SUFFIXES or not file.is_file():
            continue
        stem = file.with_suffix("")
        rival = chosen.get(stem)
        if rival is None or order.index(file.suffix.lower()) < order.index(rival.suffix.lower()):
            chosen[stem] = file
    if not chosen:
        raise GraphError(f"{folder}: the folder holds no graph files ({', '.join(SUFFIXES)}).")
    return tuple(sorted(chosen.values()))


def _read_file(store: Store, file: Path) -> None:
    try:
        with file.open("rb") as stream:
            store.bulk_load(stream, _format(file))
    except SyntaxError as error:
        raise GraphError(_where(file, error)) from error
    except (OSError, ValueError) as error:
        raise GraphError(f"{file}: cannot be read: {error}.") from error


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
