"""Quads in, bytes out. Equal graphs give equal bytes, whatever the order of the quads.

`serialize(quads, format)` writes Turtle, JSON-LD, TriG, N-Quads or N-Triples; `serialize_all` writes
several of them at once, `serialize_lines` what the mapping gives as statements, and `serialize_brief` Turtle
and JSON-LD in few bytes. Turtle, JSON-LD and N-Triples hold the union of the graphs as triples, TriG and
N-Quads the graphs themselves.
"""

from testimonia.serialize.write import FORMATS, serialize, serialize_all, serialize_brief, serialize_lines

__all__ = ["FORMATS", "serialize", "serialize_all", "serialize_brief", "serialize_lines"]
