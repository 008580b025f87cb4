"""Which method works on a store: tried on a graph of one triple under our own IRI, which is removed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.errors import LoadError
from testimonia.load.graphs import NamedGraph
from testimonia.load.methods import METHODS

if TYPE_CHECKING:
    from testimonia.load.addresses import Addresses
    from testimonia.load.connection import Connection
    from testimonia.load.methods import Method, MethodName

__all__ = ["choose_method", "count_triples"]


def choose_method(
    connection: Connection, addresses: Addresses, near: str, wanted: MethodName | None = None
) -> Method:
    """Find a method that keeps what it is given: gzipped if the store understands that, else not.

    `near` is the IRI of a graph of ours, under which the graph for trying is named. Raises LoadError,
    telling what each try came to, where none works.
    """
    trial = NamedGraph(f"{near}/probe", (f'<{near}> <{near}/probe> "probe" .',), "")
    connection.retry = False
    try:
        return _first_that_works(connection, addresses, trial, wanted)
    finally:
        connection.retry = True


def _first_that_works(
    connection: Connection, addresses: Addresses, trial: NamedGraph, wanted: MethodName | None
) -> Method:
    failures: dict[str, str] = {}
    for name, kind in METHODS.items():
        if wanted not in {None, name}:
            continue
        for address in addresses.updates if name == "update" else addresses.graphs:
            method = kind(connection, address)
            for compress in (True, False):
                connection.compress = compress
                failure = _try(method, trial, connection, addresses.query)
                if failure is None:
                    return method
                failures[f"{name} at {address}"] = failure
    tried = "; ".join(f"{place}: {reason}" for place, reason in failures.items())
    raise LoadError(f"{addresses.query}: the store takes no graph: {tried}")


def count_triples(connection: Connection, address: str, graph: str) -> int:
    """Count the triples that a store has in a graph. Raises LoadError."""
    found = connection.ask(address, f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    try:
        return int(found[0]["n"]["value"])
    except (LookupError, TypeError, ValueError) as error:
        raise LoadError(f"{address}: the answer to a count is none.") from error


def _try(method: Method, trial: NamedGraph, connection: Connection, query: str) -> str | None:
    """Load, count and remove the graph for trying; say in one sentence what went wrong, None if nothing."""
    try:
        method.replace(trial)
        kept = count_triples(connection, query, trial.iri)
        method.drop(trial.iri)
        left = count_triples(connection, query, trial.iri)
    except LoadError as error:
        return str(error).removeprefix(f"{method.address}: ")
    if kept != 1:
        return f"says yes and keeps {kept} of 1 triple."
    return None if left == 0 else "does not remove a graph."
