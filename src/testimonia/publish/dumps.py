"""The whole graph as files: N-Quads with its named graphs, Turtle without, both packed with gzip.

Each graph comes by itself, so that what two articles say stands twice in the Turtle, too. Unpacked they would
be ten to fifteen times as large, more than all pages together.
"""

from __future__ import annotations

import re
from gzip import GzipFile
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

from testimonia.graphs.kept import is_whole, repeats_all
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

    from testimonia.publish.site import Site

__all__ = ["DUMPS", "dump_files"]

DUMPS = ("dump/data.nq.gz", "dump/data.ttl.gz")
"""Where the dumps lie."""

_BLOCK = 50_000
"""Triples of the default graph that are written together, or a few more."""
_LEVEL = 6
"""How hard gzip tries; 9 takes twice as long for one byte in a hundred."""
_HELD = 1 << 26
"""Bytes of a dump that wait in memory for the other; more wait on disk."""
_HEAD = re.compile(rb"\A(?:@prefix [^\n]*\n)+")


def dump_files(site: Site) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Give the dumps, in pieces; what the graph says is read once for both."""
    nquads, turtle = DUMPS
    with SpooledTemporaryFile(max_size=_HELD) as spool:
        yield nquads, _packed(_nquads(site, spool))
        spool.seek(0)
        yield turtle, iter(lambda: spool.read(_BLOCK), b"")


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


def _nquads(site: Site, spool: IO[bytes]) -> Iterator[bytes]:
    """Write graph by graph, and put the same as packed Turtle by."""
    with GzipFile(filename="", mode="wb", fileobj=spool, mtime=0, compresslevel=_LEVEL) as packing:
        packing.write("".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items()).encode())
        for name, lines in _parts(site):
            packing.write(_turtle(lines))
            yield b"".join(_in_graph(line, name) for line in lines)


def _in_graph(line: bytes, name: bytes) -> bytes:
    return line[:-2] + name + b" .\n" if name else line


def _turtle(lines: list[bytes]) -> bytes:
    """Write triples in the order that they have; the prefixes are declared once, in front of all."""
    from pyoxigraph import RdfFormat, parse, serialize

    triples = (quad.triple for quad in parse(b"".join(lines), format=RdfFormat.N_TRIPLES))
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    return _HEAD.sub(b"", written)  # the engine declares prefixes in an order that changes


def _parts(site: Site) -> Iterator[tuple[bytes, list[bytes]]]:
    """Give the name of each graph, as N-Quads writes it, and its triples as sorted lines of N-Triples.

    The default graph has no name and comes in blocks, without what a kept store only repeats there.
    """
    from pyoxigraph import RdfFormat

    if not repeats_all(site.graph):
        yield from ((b"", block) for block in _blocks(site))
    for name in sorted(site.graph.named_graphs(), key=str):
        written = site.graph.dump(format=RdfFormat.N_TRIPLES, from_graph=name) or b""
        yield str(name).encode(), sorted(written.splitlines(keepends=True))


def _blocks(site: Site) -> Iterator[list[bytes]]:
    """Give what the default graph alone says, subject after subject in order: never all of it at once."""
    block: list[bytes] = []
    for subject in site.subjects.keys():  # noqa: SIM118 - no dict: the keys come in order
        block += _alone(site.graph, subject)
        if len(block) >= _BLOCK:
            yield block
            block = []
    if block:
        yield block


def _alone(graph: Store, subject: str) -> list[bytes]:
    """Give what the default graph says of a subject, and no named graph of a kept store says, too."""
    from pyoxigraph import BlankNode, DefaultGraph, NamedNode

    node = NamedNode(subject[1:-1]) if subject[0] == "<" else BlankNode(subject.removeprefix("_:"))
    said: dict[bool, set[str]] = {True: set(), False: set()}
    for quad in graph.quads_for_pattern(node, None, None, None if is_whole(graph) else DefaultGraph()):
        said[isinstance(quad.graph_name, DefaultGraph)].add(f"{quad.triple} .\n")
    return [line.encode() for line in sorted(said[True] - said[False])]
