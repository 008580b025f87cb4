"""What is to be loaded: the named graphs of files, a folder, a store or standard input."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from testimonia.errors import GraphError
from testimonia.graphs import find_kept, graph_files, is_whole, read_graph
from testimonia.vocab import term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Store

__all__ = ["NamedGraph", "graphs_of"]


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """One named graph."""

    iri: str
    triples: tuple[str, ...]
    """Each a line of N-Triples with its full stop, sorted."""
    sha256: str

    @property
    def has_blank_nodes(self) -> bool:
        """Tell whether the graph has to be sent in one piece."""
        return any(line.startswith("_:") or " _:" in line for line in self.triples)


def graphs_of(path: str | Path) -> Iterator[NamedGraph]:
    """Give the named graphs of a path, file by file, sorted by IRI within each.

    Triples outside of a named graph, as in Turtle, belong to the graph of the one revision that they
    describe. Raises GraphError where there is not exactly one, where two files have the same graph,
    and what `read_graph` raises.
    """
    seen: dict[str, str] = {}
    for name, store in _stores(path):
        for graph in _graphs(name, store):
            if graph.iri in seen:
                raise GraphError(f"{name}: the graph <{graph.iri}> is in {seen[graph.iri]} as well.")
            seen[graph.iri] = name
            yield graph


def _stores(path: str | Path) -> Iterator[tuple[str, Store]]:
    """Give what messages call each source, and its quads."""
    kept = None if str(path) == "-" else find_kept(path)
    if str(path) == "-":
        yield "standard input", read_graph(path)
    elif kept is not None:
        yield str(path), kept.open()
    else:
        for file in graph_files(path):
            yield str(file), read_graph(file)


def _graphs(name: str, store: Store) -> Iterator[NamedGraph]:
    from pyoxigraph import DefaultGraph, NamedNode

    found: dict[str, set[str]] = {}
    for graph in store.named_graphs():
        if not isinstance(graph, NamedNode):
            raise GraphError(f"{name}: the graph {graph} has no IRI, so that it could not be found again.")
        found[graph.value] = _lines(store, graph)
    if not is_whole(store) and (lines := _lines(store, DefaultGraph())):
        found.setdefault(_revision(name, store), set()).update(lines)
    for iri in sorted(found):
        lines = found[iri]
        if lines:
            ordered = tuple(sorted(lines))
            yield NamedGraph(iri, ordered, sha256("\n".join(ordered).encode()).hexdigest())


def _lines(store: Store, graph: NamedNode | BlankNode | DefaultGraph) -> set[str]:
    return {f"{quad.triple} ." for quad in store.quads_for_pattern(None, None, None, graph)}


def _revision(name: str, store: Store) -> str:
    """Find the one article revision that triples without a graph describe."""
    from pyoxigraph import DefaultGraph, NamedNode

    kind, revision = NamedNode(term("rdf:type")), NamedNode(term("tm:ArticleRevision"))
    found = {quad.subject for quad in store.quads_for_pattern(None, kind, revision, DefaultGraph())}
    if len(found) != 1:
        raise GraphError(
            f"{name}: has triples outside of named graphs and describes {len(found)} article revisions, "
            "so that they have no place; build with --format nquads."
        )
    return str(found.pop())[1:-1]
