"""The graph of a SPARQL endpoint, fetched to be looked at here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.errors import GraphError

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["fetch_graph", "is_endpoint"]

_PATIENCE = 600
"""Seconds until an endpoint must have begun to answer."""


def is_endpoint(place: str) -> bool:
    """Tell an address from a file name."""
    return place.startswith(("http://", "https://"))


def fetch_graph(endpoint: str, graph: str | None = None) -> Store:
    """Fetch a named graph of a SPARQL endpoint, or its default graph, by one CONSTRUCT query.

    Raises GraphError when the endpoint does not answer, refuses, does not give N-Triples, or gives less
    than it holds: some cut long answers off and say nothing.
    """
    from pyoxigraph import RdfFormat, Store

    where = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    data = _ask(endpoint, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}", "application/n-triples")
    store = Store()
    try:
        store.bulk_load(data, RdfFormat.N_TRIPLES)
    except SyntaxError as error:
        raise GraphError(f"{endpoint}: the answer is not N-Triples: {error.msg}.") from error
    if not len(store):
        named = f"no triples in the graph {graph}" if graph else "no triples in its default graph"
        raise GraphError(f"{endpoint}: the endpoint has {named}; name one with --graph IRI.")
    counted = _count(endpoint, where)
    if len(store) < counted:
        raise GraphError(
            f"{endpoint}: the endpoint gives {len(store):,} of {counted:,} triples; raise its limit of rows."
        )
    return store


def _count(endpoint: str, where: str) -> int:
    """Ask how many different triples there are."""
    from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

    query = f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT ?s ?p ?o WHERE {{ {where} }} }}"
    answer = _ask(endpoint, query, "application/sparql-results+json")
    try:
        found = parse_query_results(answer, format=QueryResultsFormat.JSON)
        assert isinstance(found, QuerySolutions)  # noqa: S101 - the answer to a SELECT
        return int(next(found)["n"].value)
    except (AssertionError, AttributeError, StopIteration, SyntaxError, ValueError) as error:
        raise GraphError(f"{endpoint}: how many triples there are cannot be told: {error}.") from error


def _ask(endpoint: str, query: str, media: str) -> bytes:
    import requests

    try:
        answer = requests.post(endpoint, data={"query": query}, headers={"Accept": media}, timeout=_PATIENCE)
    except requests.RequestException as error:
        raise GraphError(f"{endpoint}: the endpoint does not answer: {error}.") from error
    if not answer.ok:
        told = " ".join(answer.text[:200].split()) or answer.reason
        raise GraphError(f"{endpoint}: the endpoint refuses with {answer.status_code}: {told}.")
    return answer.content
