"""Each product takes queries, updates and graphs under its own paths; one address is enough to find them.

Products that cannot be had here are stood for by a server that answers queries at their path and nowhere else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from testimonia.errors import LoadError
from testimonia.load import Connection
from testimonia.load.addresses import find_addresses

Answering = Callable[[str], str]
EMPTY = b'{"head": {"vars": ["s"]}, "results": {"bindings": []}}'


@pytest.fixture
def answering() -> Iterator[Answering]:
    """Start a server that answers queries at one path alone; give its address."""
    with ExitStack() as ends:

        def start(path: str) -> str:
            class Handler(BaseHTTPRequestHandler):
                def do_POST(self) -> None:
                    self.rfile.read(int(self.headers["Content-Length"]))
                    found = self.path.partition("?")[0] == path
                    self.send_response(200 if found else 404)
                    self.send_header("Content-Type", "application/sparql-results+json")
                    self.send_header("Content-Length", str(len(EMPTY)))
                    self.end_headers()
                    self.wfile.write(EMPTY)

                def log_message(self, *words: object) -> None:
                    """Keep quiet."""

            server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
            threading.Thread(target=server.serve_forever).start()
            ends.callback(server.server_close)
            ends.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_address[1]}"

        yield start


@pytest.mark.parametrize(
    ("product", "path", "given", "update", "graphs"),
    [
        ("Oxigraph", "/query", "", "/update", "/store"),
        ("Fuseki", "/battles/query", "/battles", "/battles/update", "/battles/data"),
        ("Fuseki by its query address", "/battles/query", "/battles/query", "/battles/update", "/battles/data"),
        ("Virtuoso", "/sparql", "/sparql", "/sparql-auth", "/sparql-graph-crud-auth"),
        ("Virtuoso by its host", "/sparql", "/", "/sparql-auth", "/sparql-graph-crud-auth"),
        ("RDF4J", "/repositories/r", "/repositories/r", "/repositories/r/statements", "/repositories/r/rdf-graphs/service"),
        ("Stardog", "/DB/query", "/DB", "/DB/update", "/DB"),
        ("QLever", "/api", "/api/", "/api", "/api/data"),
    ],
)  # fmt: skip
def test_the_paths_of_a_product_are_tried(
    product: str, path: str, given: str, update: str, graphs: str, answering: Answering
) -> None:
    host = answering(path)
    found = find_addresses(Connection(), host + given)
    assert found.query == host + path
    assert host + update in found.updates, product
    assert host + graphs in found.graphs, product


def test_what_the_user_says_is_not_tried(answering: Answering) -> None:
    host = answering("/query")
    found = find_addresses(Connection(), host, update="http://here/u", graphs="http://here/g")
    assert (found.updates, found.graphs) == (("http://here/u",), ("http://here/g",))


def test_an_address_without_an_endpoint_is_told(answering: Answering) -> None:
    with pytest.raises(LoadError, match="no SPARQL endpoint answers there"):
        find_addresses(Connection(), answering("/elsewhere"))
