"""The whole graph as files: N-Quads with its named graphs, Turtle without, each as it is and as gzip."""

from __future__ import annotations

from gzip import GzipFile
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

from testimonia.query.engine import solutions
from testimonia.serialize import serialize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, Store

    from testimonia.publish.site import Site

__all__ = ["DUMPS", "dump_files"]

DUMPS = ("dump/data.nq", "dump/data.nq.gz", "dump/data.ttl", "dump/data.ttl.gz")
"""Where the dumps lie."""

_SUBJECTS = "SELECT DISTINCT ?subject { ?subject ?property ?value FILTER(isIRI(?subject)) } ORDER BY ?subject"
_BLOCK = 20_000
"""Triples that are put in order together: the Turtle of a small graph is one text with one head."""
_READ = 1 << 20
_HELD = 1 << 26
"""Bytes of a packed dump that are held in memory; a larger one waits on disk."""


def dump_files(site: Site) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Give the dumps, in pieces."""
    for place, pieces in (
        ("dump/data.nq", _nquads(site.graph)),
        ("dump/data.ttl", _turtle(site.library.data)),
    ):
        with SpooledTemporaryFile(max_size=_HELD) as packed:
            yield place, _packing(pieces, packed)
            packed.seek(0)
            yield f"{place}.gz", iter(lambda: packed.read(_READ), b"")


def _packing(pieces: Iterable[bytes], packed: IO[bytes]) -> Iterator[bytes]:
    """Let pieces pass, and keep them packed; the same bytes on every run, so without a time."""
    with GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as packing:
        for piece in pieces:
            packing.write(piece)
            yield piece


def _nquads(graph: Store) -> Iterator[bytes]:
    """Write graph by graph, the default graph first, each sorted."""
    from pyoxigraph import DefaultGraph

    for name in (DefaultGraph(), *sorted(graph.named_graphs(), key=str)):
        yield serialize(graph.quads_for_pattern(None, None, None, name), "nquads")


def _turtle(whole: Store) -> Iterator[bytes]:
    """Write block by block, by the IRIs of the subjects."""
    from pyoxigraph import DefaultGraph, NamedNode

    block: list[Quad] = []
    for row in solutions(whole, _SUBJECTS):
        block.extend(whole.quads_for_pattern(NamedNode(row["subject"]), None, None, DefaultGraph()))
        if len(block) >= _BLOCK:
            yield serialize(block, "turtle")
            block.clear()
    if block:
        yield serialize(block, "turtle")
