"""N-Quads and N-Triples: one statement a line, the lines sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.serialize.triples import triple_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["write_nquads", "write_ntriples"]


def write_nquads(statements: Iterable[str]) -> bytes:
    """Write statements that are sorted by code points, each once, in canonical N-Quads."""
    return _write_lines(statements)


def write_ntriples(statements: Iterable[str]) -> bytes:
    """Write the triples of all graphs together in canonical N-Triples, sorted, each once."""
    return _write_lines(sorted({triple_of(statement) for statement in statements}))


def _write_lines(statements: Iterable[str]) -> bytes:
    text = " .\n".join(statements)
    return f"{text} .\n".encode() if text else b""
