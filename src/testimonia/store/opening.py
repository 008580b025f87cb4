"""Opening a graph of any size: a small one in memory, a large one from a store on disk."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from testimonia.graphs import Kept, find_kept, graph_files, read_graph
from testimonia.store.make import make_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

__all__ = ["keep_graph", "open_graph"]

_MOST = 500_000
"""How many quads are read into memory, more or less; they take 0.8 GB with what is made of them."""
_PLAIN, _BRIEF = 260, 50
"""Bytes that a quad takes in N-Quads or N-Triples, and in forms with prefixes and nesting: rather less than
in the graphs that `build` writes, so that too many are supposed."""


@contextmanager
def open_graph(source: str | Path, beside: Path) -> Iterator[Store]:
    """Open a graph as `read_graph` does; one of many quads comes into a store that is gone at the end.

    That store lies in the folder `beside` and takes half a gigabyte for a million quads. Raises the errors of
    `read_graph` and `make_store`.
    """
    if str(source) == "-" or find_kept(source) or _quads(source) <= _MOST:
        yield read_graph(source)
        return
    with keep_graph(source, beside) as kept:
        yield kept.open()


@contextmanager
def keep_graph(source: str | Path, beside: Path) -> Iterator[Kept]:
    """Give the store on disk of a graph, which several processes can open; without one, make one for a while.

    That lies where `open_graph` puts it. Raises the errors of `make_store`.
    """
    if str(source) != "-" and (kept := find_kept(source)):
        yield kept
        return
    beside.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".store-", dir=beside) as folder:
        made = make_store(source, Path(folder) / "store", answers=False)
        yield Kept(made.path, {})


def _quads(source: str | Path) -> int:
    """Tell how many quads the files of a graph may hold."""
    plain = {".nq", ".nt"}
    sizes = (
        file.stat().st_size // (_PLAIN if file.suffix.lower() in plain else _BRIEF)
        for file in graph_files(source)
    )
    return sum(sizes)
