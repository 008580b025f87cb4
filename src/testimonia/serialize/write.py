"""The formats by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from testimonia.errors import UsageError
from testimonia.serialize.jsonld import write_jsonld
from testimonia.serialize.lines import write_lines, write_nquads, write_ntriples
from testimonia.serialize.order import order_triples
from testimonia.serialize.turtle import write_trig, write_turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pyoxigraph import Quad

    from testimonia.serialize.triples import Graph

__all__ = ["FORMATS", "serialize", "serialize_all"]

_OF_TRIPLES: dict[str, Callable[[Graph], bytes]] = {"turtle": write_turtle, "jsonld": write_jsonld}
_OF_QUADS: dict[str, Callable[[Sequence[Quad]], bytes]] = {
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


def serialize_all(
    quads: Iterable[Quad] | Mapping[str, Quad], formats: Iterable[str], *, brief: bool = False
) -> dict[str, bytes]:
    """Write quads in several formats, by name; what the formats share is done once.

    Quads may be given under their N-Quads statements, sorted, as `map_lines` makes them. JSON-LD
    that is `brief` carries only the part of our context that it uses: the choice for many small files. Raises
    the errors of `serialize`.
    """
    lines = quads if isinstance(quads, Mapping) else None
    kept = tuple(quads if lines is None else lines.values())
    written: dict[str, bytes] = {}
    graph: Graph | None = None
    for name in formats:
        if name == "nquads" and lines is not None:
            written[name] = write_lines(lines)
        elif name in _OF_QUADS:
            written[name] = _OF_QUADS[name](kept)
        elif name in _OF_TRIPLES:
            graph = order_triples(kept) if graph is None else graph
            written[name] = (
                write_jsonld(graph, brief=True) if brief and name == "jsonld" else _OF_TRIPLES[name](graph)
            )
        else:
            raise UsageError(f"«{name}» is not a format; there are {', '.join(FORMATS)}.")
    return written
