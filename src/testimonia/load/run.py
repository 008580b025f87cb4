"""Loading: graph by graph, each replaced whole and counted afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Literal

from testimonia.errors import GraphError, LoadError
from testimonia.load.addresses import find_addresses
from testimonia.load.graphs import graphs_of
from testimonia.load.journal import Journal
from testimonia.load.probing import choose_method, count_triples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from testimonia.load.addresses import Addresses
    from testimonia.load.connection import Connection
    from testimonia.load.graphs import NamedGraph
    from testimonia.load.methods import Method, MethodName

__all__ = ["Outcome", "Target", "load_graphs"]

_SAVE_EVERY = 20
"""How many graphs at most are loaded again after the program was killed outright."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to load, and what the user knows of it."""

    address: str
    update: str | None = None
    graphs: str | None = None
    method: MethodName | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one graph."""

    graph: str
    state: Literal["loaded", "unchanged", "failed", "would load", "would replace"]
    triples: int
    """Of the graph here."""
    before: int
    """Triples that the store had in it."""
    problem: str = ""
    """Why it failed, in one sentence."""


def load_graphs(
    source: str | Path,
    target: Target,
    connection: Connection,
    journal: Path | None = None,
    *,
    dry_run: bool = False,
) -> Iterator[Outcome]:
    """Load every graph of a source, giving the outcomes one by one.

    With `dry_run` nothing is written: the store is asked what it has. Graphs of other IRIs are never
    touched. Raises LoadError when the store cannot be reached or takes nothing, GraphError when the
    source cannot be read or holds no graph.
    """
    graphs = graphs_of(source)
    first = next(graphs, None)
    if first is None:
        raise GraphError(f"{source}: holds no triple to load.")
    addresses = find_addresses(connection, target.address, target.update, target.graphs)
    book = Journal(journal, addresses.query)
    every = chain([first], graphs)
    if dry_run:
        for graph in every:
            yield _foresee(graph, book, count_triples(connection, addresses.query, graph.iri))
        return
    method = choose_method(connection, addresses, first.iri, target.method)
    try:
        for number, graph in enumerate(every, start=1):
            yield _load(graph, method, connection, addresses, book)
            if number % _SAVE_EVERY == 0:
                book.save()
    finally:
        book.save()


def _foresee(graph: NamedGraph, book: Journal, before: int) -> Outcome:
    size = len(graph.triples)
    if book.knows(graph) and before == size:
        return Outcome(graph.iri, "unchanged", size, before)
    return Outcome(graph.iri, "would replace" if before else "would load", size, before)


def _load(
    graph: NamedGraph, method: Method, connection: Connection, addresses: Addresses, book: Journal
) -> Outcome:
    before = count_triples(connection, addresses.query, graph.iri)
    size = len(graph.triples)
    if book.knows(graph) and before == size:
        return Outcome(graph.iri, "unchanged", size, before)
    try:
        method.replace(graph)
        after = count_triples(connection, addresses.query, graph.iri)
    except LoadError as error:
        return Outcome(graph.iri, "failed", size, before, str(error))
    if after != size:
        return Outcome(graph.iri, "failed", size, before, _difference(graph, after, connection, addresses))
    book.enter(graph)
    return Outcome(graph.iri, "loaded", size, before)


def _difference(graph: NamedGraph, after: int, connection: Connection, addresses: Addresses) -> str:
    """Say how many triples are missing, and name the first that the store does not know."""
    for line in graph.triples[:500]:
        asked = f"SELECT ?g WHERE {{ GRAPH ?g {{ {line} }} FILTER(?g = <{graph.iri}>) }} LIMIT 1"
        if " _:" not in line and not connection.ask(addresses.query, asked):
            example = f"; the first that is missing: {line}"
            break
    else:
        example = ""
    counts = f"holds {after} triples and should hold {len(graph.triples)}"
    return f"{addresses.query}: <{graph.iri}> {counts}{example}"
