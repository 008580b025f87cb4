"""Three ways to put a graph in place of what a store has under its IRI.

Whatever a store answers is provisional: some say yes and keep nothing. The count afterwards decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal, Protocol

from testimonia.errors import LoadError
from testimonia.load.connection import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from requests import Response

    from testimonia.load.connection import Connection
    from testimonia.load.graphs import NamedGraph

__all__ = ["METHODS", "Dataset", "GraphStore", "Method", "MethodName", "Update"]

MethodName = Literal["graph-store", "update", "dataset"]
_TURTLE = "text/turtle"
"""N-Triples are Turtle, which every store reads."""


class Method(Protocol):
    """A way to write to a store."""

    @property
    def address(self) -> str:
        """Where it writes."""

    def replace(self, graph: NamedGraph) -> None:
        """Put a graph in place of what is there. Raises LoadError when the store says no."""

    def drop(self, iri: str) -> None:
        """Remove a graph. Raises LoadError when the store says no."""


@dataclass(frozen=True, slots=True)
class GraphStore:
    """The SPARQL 1.1 Graph Store HTTP Protocol: PUT the graph, POST what does not fit into one request."""

    connection: Connection
    address: str
    batch: int = 100_000
    """Triples of one request."""

    def replace(self, graph: NamedGraph) -> None:
        """Put a graph in place of what is there."""
        for number, lines in enumerate(_batches(graph, self.batch)):
            body = "\n".join(lines).encode() + b"\n"
            method = "POST" if number else "PUT"
            _require(
                self.connection.give(method, self.address, body, _TURTLE, {"graph": graph.iri}), self.address
            )

    def drop(self, iri: str) -> None:
        """Remove a graph; that there is none is fine."""
        response = self.connection.send("DELETE", self.address, params={"graph": iri})
        if response.status_code != 404:
            _require(response, self.address)


@dataclass(frozen=True, slots=True)
class Update:
    """SPARQL 1.1 Update: clear the graph, then insert it in batches."""

    connection: Connection
    address: str
    batch: int = 1_000
    """Triples of one request; Virtuoso compiles each and gives up at some thousands of lines."""

    def replace(self, graph: NamedGraph) -> None:
        """Put a graph in place of what is there."""
        for number, lines in enumerate(_batches(graph, self.batch)):
            clear = "" if number else f"CLEAR SILENT GRAPH <{graph.iri}> ;\n"
            body = "\n".join(lines)
            self._run(f"{clear}INSERT DATA {{ GRAPH <{graph.iri}> {{\n{body}\n}} }}")

    def drop(self, iri: str) -> None:
        """Remove a graph."""
        self._run(f"DROP SILENT GRAPH <{iri}>")

    def _run(self, update: str) -> None:
        body = update.encode()
        response = self.connection.give("POST", self.address, body, "application/sparql-update")
        _require(response, self.address)


@dataclass(frozen=True, slots=True)
class Dataset:
    """POST of N-Quads to the whole dataset. It only adds, so that no graph may be there before."""

    connection: Connection
    address: str

    def replace(self, graph: NamedGraph) -> None:
        """Add a graph after the store was told to remove it."""
        self.drop(graph.iri)
        lines = (f"{line.removesuffix(' .')} <{graph.iri}> .\n" for line in graph.triples)
        response = self.connection.give("POST", self.address, "".join(lines).encode(), "application/n-quads")
        _require(response, self.address)

    def drop(self, iri: str) -> None:
        """Remove a graph; that there is none is fine."""
        response = self.connection.send("DELETE", self.address, params={"graph": iri})
        if response.status_code not in {404, 405}:
            _require(response, self.address)


METHODS: dict[MethodName, type[GraphStore | Update | Dataset]] = {
    "graph-store": GraphStore,
    "update": Update,
    "dataset": Dataset,
}
"""By name, the one that replaces a graph in one step first."""


def _batches(graph: NamedGraph, size: int) -> Iterator[Sequence[str]]:
    """Cut a graph into requests; one with blank nodes stays whole, as they would be others in each."""
    if graph.has_blank_nodes:
        yield graph.triples
        return
    lines = iter(graph.triples)
    while batch := list(islice(lines, size)):
        yield batch


def _require(response: Response, address: str) -> None:
    if not 200 <= response.status_code < 300:
        raise LoadError(f"{address}: {told(response)}.")
