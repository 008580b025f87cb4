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

    Raises GraphError when the endpoint does not answer, refuses, or does not give N-Triples.
    """
    from pyoxigraph import RdfFormat, Store

    data = _construct(endpoint, graph)
    store = Store()
    try:
        store.bulk_load(data, RdfFormat.N_TRIPLES)
    except SyntaxError as error:
        raise GraphError(f"{endpoint}: the answer is not N-Triples: {error.msg}.") from error
    if not len(store):
        named = f"no triples in the graph {graph}" if graph else "no triples in its default graph"
        raise GraphError(f"{endpoint}: the endpoint has {named}; name one with --graph IRI.")
    return store


def _construct(endpoint: str, graph: str | None) -> bytes:
    import requests

    where = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    query = {"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}"}
    try:
        answer = requests.post(
            endpoint, data=query, headers={"Accept": "application/n-triples"}, timeout=_PATIENCE
        )
    except requests.RequestException as error:
        raise GraphError(f"{endpoint}: the endpoint does not answer: {error}.") from error
    if not answer.ok:
        told = " ".join(answer.text[:200].split()) or answer.reason
        raise GraphError(f"{endpoint}: the endpoint refuses with {answer.status_code}: {told}.")
    return answer.content
