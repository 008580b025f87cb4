"""The store on disk: where it lies, and whether it still holds what its folder does.

A kept store is a folder with `store.json` beside the engine's own folder. Its default graph holds
the triples of all named graphs, each once, so that a question over the whole need not put them
together first. An empty named graph says so to whoever has the opened store in hand.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from testimonia.errors import GraphError
from testimonia.graphs.files import graph_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

__all__ = [
    "ANSWERS",
    "DATA",
    "NAME",
    "PAPER",
    "Kept",
    "answer_name",
    "find_kept",
    "fingerprint",
    "is_whole",
    "mark_whole",
    "repeats_all",
]

NAME = "store"
"""The folder of the store inside a folder that `build` wrote."""
PAPER = "store.json"
DATA = "oxigraph"
ANSWERS = "answers"
"""The folder with the answers to the named questions, each named by the hash of its SPARQL."""
_WHOLE = "https://w3id.org/testimonia/ontology#whole"
_REPEATS = "https://w3id.org/testimonia/ontology#repeats"

Fingerprint = dict[str, list[int]]
"""File name to size and time of change: what tells, as `make` does, that a file is another now."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A store on disk."""

    path: Path
    paper: dict[str, Any]
    """What store.json says: how many triples and named graphs, and the fingerprint of the files."""

    def open(self) -> Store:
        """Open it for reading; many processes may at once. Raises GraphError when it is damaged."""
        from pyoxigraph import Store

        try:
            return Store.read_only(str(self.path / DATA))
        except (OSError, RuntimeError, ValueError) as error:
            raise GraphError(f"{self.path}: the store cannot be opened, make it again: {error}.") from error

    def known(self, sparql: str) -> bytes | None:
        """Give the answer to a named question, as SPARQL results in JSON, if it was kept; None if not."""
        path = self.path / ANSWERS / answer_name(sparql)
        return path.read_bytes() if path.is_file() else None


def answer_name(sparql: str) -> str:
    """Name the file that holds the answer to a question: by all of its words."""
    return f"{sha256(sparql.encode()).hexdigest()[:32]}.json"


def find_kept(path: str | Path) -> Kept | None:
    """Find the store that a path is, or that a folder keeps, if its files have not changed since.

    Raises GraphError when `path` is a store but its paper is not one of ours.
    """
    place = Path(path)
    if (place / PAPER).is_file():
        return Kept(place, _read_paper(place / PAPER))
    inside = place / NAME
    if (inside / PAPER).is_file():
        paper = _read_paper(inside / PAPER)
        if paper["files"] == fingerprint(place, graph_files(place)):
            return Kept(inside, paper)
    return None


def fingerprint(source: str | Path, files: Iterable[Path]) -> Fingerprint:
    """Take the fingerprint of the files that a store is made from."""
    place = Path(source)
    folder = place if place.is_dir() else place.parent
    found = {file.relative_to(folder).as_posix(): file.stat() for file in files}
    return {name: [status.st_size, status.st_mtime_ns] for name, status in found.items()}


def is_whole(store: Store) -> bool:
    """Tell whether the default graph of a store holds the triples of all its graphs."""
    from pyoxigraph import NamedNode

    return store.contains_named_graph(NamedNode(_WHOLE))


def mark_whole(store: Store, *, repeats: bool = False) -> None:
    """Say that the default graph of a store holds the triples of all its graphs, and maybe no others."""
    from pyoxigraph import NamedNode

    store.add_graph(NamedNode(_WHOLE))
    if repeats:
        store.add_graph(NamedNode(_REPEATS))


def repeats_all(store: Store) -> bool:
    """Tell whether it is known that the default graph of a store says nothing that no named graph says."""
    from pyoxigraph import NamedNode

    return store.contains_named_graph(NamedNode(_REPEATS))


def _read_paper(path: Path) -> dict[str, Any]:
    try:
        paper: dict[str, Any] = json.loads(path.read_bytes())
        complete = {"files", "graphs", "triples"} <= paper.keys()
    except (OSError, ValueError, AttributeError) as error:
        raise GraphError(f"{path}: not a store that testimonia made; make it again.") from error
    if not complete:
        raise GraphError(f"{path}: not a store that testimonia made; make it again.")
    return paper
