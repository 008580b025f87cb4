"""N-Quads and N-Triples: one statement a line, the lines sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyoxigraph import Quad

__all__ = ["write_lines", "write_nquads", "write_ntriples"]


def write_nquads(quads: Sequence[Quad]) -> bytes:
    """Write the quads in canonical N-Quads, sorted by code points, each once."""
    return _sorted_lines(str(quad) for quad in quads)


def write_ntriples(quads: Sequence[Quad]) -> bytes:
    """Write the triples of all graphs together in canonical N-Triples, sorted, each once."""
    return _sorted_lines(str(quad.triple) for quad in quads)


def write_lines(statements: Iterable[str]) -> bytes:
    """Write statements that are sorted already, each once."""
    text = " .\n".join(statements)
    return f"{text} .\n".encode() if text else b""


def _sorted_lines(statements: Iterable[str]) -> bytes:
    return write_lines(sorted(set(statements)))
