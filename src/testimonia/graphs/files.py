"""Which graph files there are.

A folder that `build` wrote holds the same article in several formats under one stem
(`battle-of-akabar.ttl`, `.nq`, …). Each stem is read once, from the format that says the most: the
ones with named graphs before the ones without.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from testimonia.errors import GraphError

__all__ = ["SUFFIXES", "digest_of", "graph_files"]

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


def digest_of(path: str | Path) -> str:
    """Give the SHA-256 of all files that `graph_files` lists; errors as there."""
    digests = (sha256(file.read_bytes()).digest() for file in graph_files(path))
    return sha256(b"".join(digests)).hexdigest()


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
