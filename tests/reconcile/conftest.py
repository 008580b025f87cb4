"""A small reconciliation service that misbehaves as real ones do, on a free port of this machine."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

Answer = tuple[int, dict[str, str], bytes]
Json = dict[str, Any]
ENTITY = "http://www.wikidata.org/entity/"

MANIFEST: Json = {
    "versions": ["0.1", "0.2"],
    "name": "A small gazetteer",
    "identifierSpace": ENTITY,
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
}


@dataclass
class Gazetteer:
    """Knows a few names; whatever it is told to answer first, it answers first."""

    address: str = ""
    manifest: Json = field(default_factory=lambda: dict(MANIFEST))
    known: dict[str, list[Json]] = field(default_factory=dict)
    """Candidates by name; what is not there has none."""
    faults: deque[Answer] = field(default_factory=deque)
    """Answers to the next batches."""
    refused: set[str] = field(default_factory=set)
    """Names that make a batch fail with 500."""
    left_out: set[str] = field(default_factory=set)
    """Names that are not answered, once each."""
    late: set[str] = field(default_factory=set)
    """Names whose answer takes ten seconds."""
    batches: list[list[Json]] = field(default_factory=list)
    """What was asked, batch by batch."""
    times: list[float] = field(default_factory=list)
    """When, in seconds of the monotonic clock."""

    @property
    def asked(self) -> list[str]:
        """All names that were asked for, in order."""
        return [_name(query) for batch in self.batches for query in batch]

    def knows(self, name: str, *scores: float, match: bool = False) -> None:
        """Learn candidates of a name: NAME 1, NAME 2, … with these scores."""
        self.known[name] = [
            {"id": f"Q{len(self.known)}{number}", "name": name, "score": score, "match": match}
            for number, score in enumerate(scores)
        ]

    def first(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer a batch like this before any other."""
        self.faults.append((status, {name.replace("_", "-"): words for name, words in headers.items()}, body))

    def answer(self, queries: list[Json]) -> Answer:
        """Answer a batch: one list of candidates a query, None where it is left out."""
        self.batches.append(queries)
        self.times.append(time.monotonic())
        if self.faults:
            return self.faults.popleft()
        names = [_name(query) for query in queries]
        if self.late & set(names):
            time.sleep(10)
        if self.refused & set(names):
            return 500, {}, b"cannot take it"
        found: list[list[Json] | None] = []
        for name in names:
            found.append(None if name in self.left_out else self.known.get(name, []))
            self.left_out.discard(name)
        if self.manifest.get("versions") == ["1.0-draft"]:
            return 200, {}, json.dumps({"results": [{"candidates": each} for each in found]}).encode()
        body = {f"q{number}": {"result": each} for number, each in enumerate(found) if each is not None}
        return 200, {}, json.dumps(body).encode()


def _name(query: Json) -> str:
    if "query" in query:
        return str(query["query"])
    return str(query["conditions"][0]["propertyValue"])


@pytest.fixture
def gazetteer() -> Iterator[Gazetteer]:
    """A running service."""
    service = Gazetteer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(200, {"Content-Type": "application/json"}, json.dumps(service.manifest).encode())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            if self.path.endswith("/match"):
                queries = json.loads(body)["queries"]
            else:
                queries = list(json.loads(parse_qs(body)["queries"][0]).values())
            self._send(*service.answer(queries))

        def _send(self, status: int, headers: dict[str, str], data: bytes) -> None:
            if "X-Late" in headers:
                time.sleep(float(headers["X-Late"]))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(data)), **headers}.items():
                self.send_header(name, value)
            with suppress(ConnectionError):  # a client that has no patience has gone
                self.end_headers()
                self.wfile.write(data)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    service.address = f"http://127.0.0.1:{server.server_port}/reconcile"
    yield service
    server.shutdown()
    thread.join()
    server.server_close()
