"""Property paths of SHACL in the notation of SPARQL: for queries with full IRIs, for people shortened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.errors import ShapesError
from testimonia.validate.look import members, values, words
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

    from testimonia.validate.look import Term

__all__ = ["shorten", "shorten_path", "write_path"]

_REPEATED = {"sh:zeroOrMorePath": "*", "sh:oneOrMorePath": "+", "sh:zeroOrOnePath": "?"}
_IRI = re.compile(r"<([^>]*)>")


def shorten(iri: str) -> str:
    """Write an IRI with a prefix of the project, where one fits; else as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def shorten_path(path: str) -> str:
    """Write a path with the prefixes of the project: "(<…#reading>/<…#mention>)" is tm:reading/tm:mention.

    An IRI that no prefix fits stays in its brackets, so that what is written can be read as SPARQL.
    """
    bare = path[1:-1] if path.startswith("(") and path.find(")") == len(path) - 1 else path
    lone = re.sub(r"\((<[^>]*>)\)", r"\1", bare)
    return _IRI.sub(lambda found: found[0] if shorten(found[1]) == found[1] else shorten(found[1]), lone)


def write_path(shapes: Store, path: Term) -> str:
    """Write the path at a node of a shapes graph with full IRIs; ShapesError for what is no path."""
    from pyoxigraph import BlankNode, NamedNode

    if isinstance(path, NamedNode):
        return str(path)
    if not isinstance(path, BlankNode):
        raise ShapesError(f"«{words(path)}» is not a property path.")
    for inverse in values(shapes, path, "sh:inversePath"):
        return f"^{write_path(shapes, inverse)}"
    for choice in values(shapes, path, "sh:alternativePath"):
        return _joined("|", (write_path(shapes, part) for part in members(shapes, choice)))
    for name, sign in _REPEATED.items():
        for repeated in values(shapes, path, name):
            return f"({write_path(shapes, repeated)}){sign}"
    return _joined("/", (write_path(shapes, part) for part in members(shapes, path)))


def _joined(sign: str, parts: Iterable[str]) -> str:
    return f"({sign.join(parts)})"
