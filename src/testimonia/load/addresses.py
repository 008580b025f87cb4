"""Where a store takes queries, updates and graphs: each product has its own paths.

    Oxigraph          /query          /update              /store
    Fuseki            DS/query        DS/update            DS/data
    Virtuoso          /sparql         /sparql-auth         /sparql-graph-crud-auth
    RDF4J, GraphDB    R               R/statements         R/rdf-graphs/service
    Stardog           DB/query        DB/update            DB
    rdflib-endpoint, Blazegraph, QLever: one address for queries and updates

One address is given; the others are tried out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.errors import LoadError
from testimonia.load.connection import UnreachableError

if TYPE_CHECKING:
    from testimonia.load.connection import Connection

__all__ = ["Addresses", "find_addresses"]

_QUERIES = ("", "/query", "/sparql")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The address that answers queries, and those that may take updates and graphs."""

    query: str
    updates: tuple[str, ...]
    graphs: tuple[str, ...]


def find_addresses(
    connection: Connection, address: str, update: str | None = None, graphs: str | None = None
) -> Addresses:
    """Find out where queries are answered, and list where updates and graphs may be taken.

    `update` and `graphs` are what the user says of that. Raises LoadError where nothing answers.
    """
    given = address.rstrip("/")
    tried = []
    for suffix in _QUERIES:
        try:
            # Not ASK: Virtuoso answers it with a table of its own making.
            connection.ask(place := given + suffix, "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")
        except UnreachableError:
            raise
        except LoadError as error:
            tried.append(str(error))
            continue
        return Addresses(
            place,
            (update,) if update else _updates(given, place),
            (graphs,) if graphs else _graphs(given, place),
        )
    raise LoadError(f"{address}: no SPARQL endpoint answers there: {tried[0].removeprefix(f'{address}: ')}")


def _updates(given: str, query: str) -> tuple[str, ...]:
    """List where updates may be taken, the likeliest first."""
    folder = query.rpartition("/")[0]
    if query.endswith("/query"):
        return (f"{folder}/update", query)
    if query.endswith("/sparql"):
        return (f"{folder}/sparql-auth", query, f"{folder}/update")
    return (f"{given}/statements", f"{given}/update", query)


def _graphs(given: str, query: str) -> tuple[str, ...]:
    folder = query.rpartition("/")[0]
    if query.endswith("/query"):
        return (f"{folder}/store", f"{folder}/data", folder)
    if query.endswith("/sparql"):
        return (f"{folder}/sparql-graph-crud-auth", f"{folder}/data", f"{folder}/store")
    return (f"{given}/rdf-graphs/service", f"{given}/store", f"{given}/data")
