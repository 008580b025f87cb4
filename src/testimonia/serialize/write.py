"""The formats by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.errors import UsageError
from testimonia.serialize.jsonld import write_jsonld
from testimonia.serialize.lines import write_nquads, write_ntriples
from testimonia.serialize.turtle import write_trig, write_turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pyoxigraph import Quad

__all__ = ["FORMATS", "serialize"]

FORMATS: dict[str, Callable[[Sequence[Quad]], bytes]] = {
    "turtle": write_turtle,
    "jsonld": write_jsonld,
    "trig": write_trig,
    "nquads": write_nquads,
    "ntriples": write_ntriples,
}
"""The name of a format to its writer."""


def serialize(quads: Iterable[Quad], format: str) -> bytes:  # noqa: A002 - the word that people use for it
    """Write quads in a format of FORMATS, as UTF-8; equal sets of quads give equal bytes.

    Raises UsageError for an unknown format, and GraphError for quads with blank nodes or quoted
    triples, which have no order that stays, and for a context file that cannot be read.
    """
    writer = FORMATS.get(format)
    if writer is None:
        raise UsageError(f"«{format}» is not a format; there are {', '.join(FORMATS)}.")
    return writer(tuple(quads))
