"""The whole graph as files: N-Quads with its named graphs, Turtle without, both packed with gzip.

Unpacked they would be ten to fifteen times as large, more than all pages together.
"""

from __future__ import annotations

import re
from gzip import GzipFile
from io import BytesIO
from typing import TYPE_CHECKING

from testimonia.graphs.kept import is_whole
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

    from testimonia.publish.site import Site

__all__ = ["DUMPS", "dump_files"]

DUMPS = ("dump/data.nq.gz", "dump/data.ttl.gz")
"""Where the dumps lie."""

_BLOCK = 50_000
"""Triples that are written together."""
_LEVEL = 6
"""How hard gzip tries; 9 takes twice as long for one byte in a hundred."""


_HEAD = re.compile(rb"\A(?:@prefix [^\n]*\n)+")


def dump_files(site: Site) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Give the dumps, in pieces."""
    yield "dump/data.nq.gz", _packed(_nquads(site.graph))
    yield "dump/data.ttl.gz", _packed(_turtle(site.library.data))


def _packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pack pieces; the same bytes on every run, so without a time."""
    kept = BytesIO()
    with GzipFile(filename="", mode="wb", fileobj=kept, mtime=0, compresslevel=_LEVEL) as packing:
        for piece in pieces:
            packing.write(piece)
            yield kept.getvalue()
            kept.seek(0)
            kept.truncate()
    yield kept.getvalue()


def _nquads(graph: Store) -> Iterator[bytes]:
    """Write graph by graph, the default graph first, without what a kept store only repeats there."""
    from pyoxigraph import DefaultGraph, RdfFormat, serialize

    repeats = is_whole(graph)
    for block in _blocks(graph, DefaultGraph()):
        own = [quad for quad in block if not (repeats and _is_named(graph, quad))]
        yield serialize(own, format=RdfFormat.N_QUADS) or b""
    for name in sorted(graph.named_graphs(), key=str):
        for block in _blocks(graph, name):
            yield serialize(block, format=RdfFormat.N_QUADS) or b""


def _is_named(graph: Store, quad: Quad) -> bool:
    """Tell whether a named graph has a triple of the default graph, too."""
    found = graph.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(one.graph_name != quad.graph_name for one in found)


def _turtle(whole: Store) -> Iterator[bytes]:
    """Write subject by subject; the prefixes are declared once, in front."""
    from pyoxigraph import DefaultGraph, RdfFormat, serialize

    yield "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items()).encode()
    for block in _blocks(whole, DefaultGraph()):
        triples = (quad.triple for quad in block)
        written = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
        yield _HEAD.sub(b"", written)  # the engine declares prefixes in an order that changes


def _blocks(store: Store, name: NamedNode | BlankNode | DefaultGraph) -> Iterator[list[Quad]]:
    """Give the quads of one graph, subject after subject in order: never all of them at once."""
    block: list[Quad] = []
    subjects = {quad.subject for quad in store.quads_for_pattern(None, None, None, name)}
    for subject in sorted(subjects, key=str):
        block.extend(sorted(store.quads_for_pattern(subject, None, None, name), key=str))
        if len(block) >= _BLOCK:
            yield block
            block = []
    if block:
        yield block
