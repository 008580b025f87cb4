"""The graph of a SPARQL endpoint is fetched and looked at like any other."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from testimonia.errors import GraphError
from testimonia.graphs import read_graph
from testimonia.validate import Checker
from testimonia.validate.endpoint import fetch_graph, is_endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

BROKEN = Path(__file__).resolve().parents[1] / "broken"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running endpoint with a graph that breaks C203."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "raid.ttl").write_bytes((BROKEN / "C203-0.ttl").read_bytes())
    port = free_port()
    command = [sys.executable, "-m", "testimonia", "serve", str(folder), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/sparql"
    finally:
        server.terminate()
        server.wait(timeout=30)


def test_an_address_is_told_from_a_file() -> None:
    assert is_endpoint("https://example.org/sparql")
    assert not is_endpoint("output")


def test_the_graph_of_an_endpoint_is_what_its_file_holds(endpoint: str) -> None:
    expected = {quad.triple for quad in read_graph(BROKEN / "C203-0.ttl")}
    assert {quad.triple for quad in fetch_graph(endpoint)} == expected


def test_what_is_wrong_in_it_is_reported(endpoint: str) -> None:
    (checked,) = Checker().check(endpoint)
    assert checked.name == endpoint
    assert [result.code for result in checked.report.results] == ["C203"]


def test_a_graph_that_is_not_there_is_an_error(endpoint: str) -> None:
    with pytest.raises(GraphError, match=r"no triples in the graph https://example\.org/none"):
        fetch_graph(endpoint, "https://example.org/none")


@pytest.mark.parametrize("path", ["/nowhere", "/"])
def test_what_is_no_endpoint_is_an_error(endpoint: str, path: str) -> None:
    with pytest.raises(GraphError, match=r"the answer is not N-Triples|the endpoint refuses with 4\d\d"):
        fetch_graph(endpoint.replace("/sparql", path))


def test_an_endpoint_that_is_down_is_an_error() -> None:
    with pytest.raises(GraphError, match="does not answer"):
        fetch_graph(f"http://127.0.0.1:{free_port()}/sparql")


@contextmanager
def answering(graph: bytes, count: bytes) -> Iterator[str]:
    """An endpoint that gives one answer to any CONSTRUCT, and another to any SELECT."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(graph if b"CONSTRUCT" in asked else count)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
        finally:
            server.shutdown()
            thread.join()


NUMBER = '{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"10001"}}]}}'


@pytest.mark.parametrize(
    ("count", "message"),
    [
        (NUMBER, r"gives 1 of 10,001 triples; raise its limit of rows\."),
        ('{"head":{"vars":["n"]},"results":{"bindings":[]}}', "how many triples there are cannot be told"),
        ('{"head":{},"boolean":true}', "how many triples there are cannot be told"),
        ("<html>", "how many triples there are cannot be told"),
    ],
)
def test_an_answer_that_is_cut_off_in_silence_is_found_out(count: str, message: str) -> None:
    graph = b"<urn:a> <urn:b> <urn:c> .\n"
    with answering(graph, count.encode()) as endpoint, pytest.raises(GraphError, match=message):
        fetch_graph(endpoint)
