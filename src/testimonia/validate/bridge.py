"""Between the two RDF libraries: pyoxigraph stores and rdflib graphs.

Data and shapes both pass through here, so that both know a plain string as the same term: to rdflib
"x" and "x"^^xsd:string are two, to RDF 1.1 and pyoxigraph they are one.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeGuard

from testimonia.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyoxigraph
    import rdflib
    from rdflib.term import Node

__all__ = ["as_store", "from_rdflib", "to_rdflib"]

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def as_store(graph: pyoxigraph.Store | rdflib.Graph | Iterable[pyoxigraph.Quad]) -> pyoxigraph.Store:
    """Give a pyoxigraph store of a store (itself), an rdflib graph or dataset, or quads.

    The graphs of a dataset are put together. Raises GraphError when it is none of these.
    """
    from pyoxigraph import RdfFormat, Store

    if isinstance(graph, Store):
        return graph
    store = Store()
    if _is_rdflib(graph):
        for part in getattr(graph, "graphs", lambda: [graph])():  # a dataset has graphs
            store.load(part.serialize(format="nt", encoding="utf-8"), RdfFormat.N_TRIPLES)
        return store
    try:
        store.extend(graph)  # type: ignore[arg-type]
    except TypeError as error:
        raise GraphError(f"A graph is a Store, an rdflib Graph or quads: {error}.") from error
    return store


def to_rdflib(store: pyoxigraph.Store) -> rdflib.Graph:
    """Give the union of all named graphs of a store as one rdflib graph.

    Raises GraphError for a triple inside a triple, which RDF 1.1 does not know.
    """
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    known: dict[object, Node] = {}

    def term(foreign: _Foreign) -> Node:
        if foreign not in known:
            known[foreign] = _term(foreign)
        return known[foreign]

    with _quiet_about_dates():
        for quad in store:
            graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph


def from_rdflib(node: Node) -> pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal:
    """Give the pyoxigraph term of an rdflib one."""
    import pyoxigraph
    from rdflib import BNode, Literal

    if isinstance(node, Literal):
        if node.language:
            return pyoxigraph.Literal(str(node), language=node.language)
        kind = node.datatype or _STRING
        return pyoxigraph.Literal(str(node), datatype=pyoxigraph.NamedNode(kind))
    return pyoxigraph.BlankNode(str(node)) if isinstance(node, BNode) else pyoxigraph.NamedNode(str(node))


def _is_rdflib(graph: object) -> TypeGuard[rdflib.Graph]:
    """Tell an rdflib graph without importing rdflib: who holds one has imported it."""
    return any(kind.__module__ == "rdflib.graph" and kind.__name__ == "Graph" for kind in type(graph).__mro__)


if TYPE_CHECKING:
    _Foreign = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple


def _term(foreign: _Foreign) -> Node:
    import pyoxigraph
    from rdflib import BNode, Literal, URIRef

    if isinstance(foreign, pyoxigraph.NamedNode):
        return URIRef(foreign.value)
    if isinstance(foreign, pyoxigraph.BlankNode):
        return BNode(foreign.value)
    if isinstance(foreign, pyoxigraph.Triple):
        raise GraphError(f"The graph has a triple inside a triple, which cannot be validated: {foreign}.")
    if foreign.language:
        return Literal(foreign.value, lang=foreign.language)
    datatype = foreign.datatype.value
    if datatype == _STRING:
        return Literal(foreign.value)
    return Literal(foreign.value, datatype=URIRef(datatype), normalize=False)


@contextmanager
def _quiet_about_dates() -> Iterator[None]:
    """Keep rdflib from logging a traceback for every date before the year 1, which Python lacks."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before
