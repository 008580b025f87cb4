"""The whole graph as files: N-Quads with its named graphs, Turtle without, each as it is and as gzip."""

from __future__ import annotations

from gzip import GzipFile
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

from testimonia.serialize import serialize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

    from testimonia.publish.site import Site

__all__ = ["DUMPS", "dump_files"]

DUMPS = ("dump/data.nq", "dump/data.nq.gz", "dump/data.ttl", "dump/data.ttl.gz")
"""Where the dumps lie."""

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
    """Write graph by graph, the default graph first."""
    from pyoxigraph import DefaultGraph

    for name in (DefaultGraph(), *sorted(graph.named_graphs(), key=str)):
        yield from (serialize(block, "nquads") for block in _blocks(graph, name))


def _turtle(whole: Store) -> Iterator[bytes]:
    from pyoxigraph import DefaultGraph

    yield from (serialize(block, "turtle") for block in _blocks(whole, DefaultGraph()))


def _blocks(store: Store, name: NamedNode | BlankNode | DefaultGraph) -> Iterator[list[Quad]]:
    """Give the quads of one graph, those of some subjects after those of others: never all at once."""
    block: list[Quad] = []
    subjects = {quad.subject for quad in store.quads_for_pattern(None, None, None, name)}
    for subject in sorted(subjects, key=str):
        block.extend(store.quads_for_pattern(subject, None, None, name))
        if len(block) >= _BLOCK:
            yield block
            block = []
    if block:
        yield block
