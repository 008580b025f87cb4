"""Property paths of SHACL in words: tm:about, oa:hasSelector/oa:start, ^tm:quantity, tm:a|tm:b."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["shorten", "write_path"]

_SHACL = "http://www.w3.org/ns/shacl#"
_REPEATED = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}


def shorten(iri: str) -> str:
    """Write an IRI with a prefix of the project, where one fits; else as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def write_path(graph: Graph, path: Node) -> str:
    """Write the path at a node of a shapes or results graph in the notation of SPARQL."""
    from rdflib import BNode, URIRef
    from rdflib.collection import Collection

    if not isinstance(path, BNode):
        return shorten(str(path))
    inverse = graph.value(path, URIRef(f"{_SHACL}inversePath"))
    if inverse is not None:
        return f"^{write_path(graph, inverse)}"
    choice = graph.value(path, URIRef(f"{_SHACL}alternativePath"))
    if choice is not None:
        return "|".join(write_path(graph, part) for part in Collection(graph, choice))
    for name, sign in _REPEATED.items():
        repeated = graph.value(path, URIRef(_SHACL + name))
        if repeated is not None:
            return f"{write_path(graph, repeated)}{sign}"
    return "/".join(write_path(graph, part) for part in Collection(graph, path))
