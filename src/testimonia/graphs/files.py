"""Which graph files there are.

A folder that `build` wrote holds the same article in several formats under one stem
(`battle-of-akabar.ttl`, `.nq`, …). Each stem is read once, from the format that says the most: the
ones with named graphs before the ones without.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SUFFIXES", "digest_of", "graph_files", "preferred"]

SUFFIXES: dict[str, str] = {
    ".nq": "N_QUADS",
    ".trig": "TRIG",
    ".ttl": "TURTLE",
    ".nt": "N_TRIPLES",
    ".jsonld": "JSON_LD",
    ".rdf": "RDF_XML",
}
"""File suffix to the name of the pyoxigraph format, the preferred one first."""


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


def preferred(files: Iterable[Path]) -> Path:
    """Choose among the files of one article, at least one, the format that says the most."""
    order = list(SUFFIXES)
    return min(files, key=lambda file: order.index(file.suffix.lower()))


def digest_of(path: str | Path) -> str:
    """Give the SHA-256 of all files that `graph_files` lists; errors as there."""
    digests = (sha256(file.read_bytes()).digest() for file in graph_files(path))
    return sha256(b"".join(digests)).hexdigest()


def _files_of_folder(folder: Path) -> tuple[Path, ...]:
    found: dict[Path, list[Path]] = {}
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in SUFFIXES and file.is_file():
            found.setdefault(file.with_suffix(""), []).append(file)
    if not found:
        raise GraphError(f"{folder}: the folder holds no graph files ({', '.join(SUFFIXES)}).")
    return tuple(sorted(map(preferred, found.values())))
