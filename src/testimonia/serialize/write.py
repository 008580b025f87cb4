"""The formats by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.errors import UsageError
from testimonia.serialize.jsonld import write_jsonld
from testimonia.serialize.lines import write_nquads, write_ntriples
from testimonia.serialize.order import order_triples
from testimonia.serialize.turtle import write_trig, write_turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyoxigraph import Quad

    from testimonia.serialize.triples import Graph

__all__ = ["FORMATS", "serialize", "serialize_all", "serialize_brief", "serialize_lines"]

_OF_TRIPLES: dict[str, Callable[[Graph], bytes]] = {"turtle": write_turtle, "jsonld": write_jsonld}
_OF_QUADS: dict[str, Callable[[Iterable[str]], bytes]] = {
    "trig": write_trig,
    "nquads": write_nquads,
    "ntriples": write_ntriples,
}
FORMATS = (*_OF_TRIPLES, *_OF_QUADS)
"""The names of the formats."""


def serialize(quads: Iterable[Quad], format: str) -> bytes:  # noqa: A002 - the word that people use for it
    """Write quads in a format of FORMATS, as UTF-8; equal sets of quads give equal bytes.

    Raises UsageError for an unknown format; GraphError where Turtle, TriG or JSON-LD meet blank nodes
    or quoted triples, which have no order that stays, and for a context file that cannot be read.
    """
    return serialize_all(quads, (format,))[format]


def serialize_all(quads: Iterable[Quad], formats: Iterable[str]) -> dict[str, bytes]:
    """Write quads in several formats, by name; what the formats share is done once.

    Raises the errors of `serialize`.
    """
    chosen = tuple(formats)
    lines = map(str, quads)
    return serialize_lines(lines if _OF_QUADS.keys().isdisjoint(chosen) else sorted(set(lines)), chosen)


def serialize_brief(quads: Iterable[Quad], base: str) -> tuple[bytes, bytes]:
    """Write the triples of quads as Turtle and JSON-LD in few bytes: the choice for very many small files.

    IRIs are written as what follows the base, and only the words that are used are declared. Raises the
    errors of `serialize`.
    """
    graph = order_triples(map(str, quads))
    return write_turtle(graph, base=base, brief=True), write_jsonld(graph, base=base, brief=True)


def serialize_lines(statements: Iterable[str], formats: Iterable[str]) -> dict[str, bytes]:
    """Write as `serialize_all` does what `map_lines` makes: sorted statements of canonical N-Quads.

    For Turtle and JSON-LD alone they need no order and are read but once.
    """
    written: dict[str, bytes] = {}
    graph: Graph | None = None
    for name in formats:
        if name in _OF_QUADS:
            written[name] = _OF_QUADS[name](statements)
        elif name in _OF_TRIPLES:
            graph = order_triples(statements) if graph is None else graph
            written[name] = _OF_TRIPLES[name](graph)
        else:
            raise UsageError(f"«{name}» is not a format; there are {', '.join(FORMATS)}.")
    return written
