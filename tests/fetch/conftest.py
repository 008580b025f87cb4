"""A small wiki that misbehaves as real ones do, on a free port of this machine."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections import deque
from copy import deepcopy
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest

from testimonia.fetch import Manners, Wiki

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Answer = dict[str, Any]

SITE: Answer = {
    "query": {
        "general": {"sitename": "Small & Wiki", "base": "http://wiki.test/Main", "generator": "MediaWiki 1.39.1", "case": "first-letter", "lang": "en", "wikiid": "small"},
        "namespaces": {"0": {"id": 0, "case": "first-letter", "name": ""}, "14": {"id": 14, "case": "first-letter", "name": "Category"}},
        "rightsinfo": {"url": "https://creativecommons.org/licenses/by-sa/4.0/"},
    }
}  # fmt: skip


@pytest.fixture
def site() -> Answer:
    """What a wiki says of itself."""
    return deepcopy(SITE)


@pytest.fixture
def page() -> Callable[..., Answer]:
    """Give a page as the API does."""
    return _page


def _page(title: str, number: int, text: str = "Text", **more: object) -> Answer:
    slot = {"contentmodel": "wikitext", "contentformat": "text/x-wiki", "content": text}
    revision = {
        "revid": number * 10,
        "parentid": 0,
        "timestamp": "2020-05-04T10:00:00Z",
        "slots": {"main": slot},
    }
    return {"pageid": number, "ns": 0, "title": title, "revisions": [revision], **more}


@dataclass
class Faulty:
    """Answers what it is told to, in order; the last answer again and again."""

    address: str = ""
    answers: deque[Answer | bytes | tuple[int, dict[str, str], bytes]] = field(default_factory=deque)
    asked: list[dict[str, str]] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)

    def will(self, *answers: Answer | bytes | tuple[int, dict[str, str], bytes]) -> None:
        """Say what to answer: JSON, a body, or status, headers and body."""
        self.answers.extend(answers)

    def next(self) -> tuple[int, dict[str, str], bytes]:
        answer = self.answers.popleft() if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, tuple):
            return answer
        return 200, {}, answer if isinstance(answer, bytes) else json.dumps(answer).encode()


@pytest.fixture
def faulty() -> Iterator[Faulty]:
    """A faulty wiki."""
    wiki = Faulty()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            wiki.asked.append({name: values[0] for name, values in parse_qs(body).items()})
            wiki.agents.append(self.headers["User-Agent"])
            status, headers, data = wiki.next()
            if "X-Late" in headers:
                time.sleep(float(headers["X-Late"]))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(data)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    wiki.address = f"http://127.0.0.1:{server.server_port}/api.php"
    yield wiki
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def ask(faulty: Faulty) -> Callable[..., Wiki]:
    """Make a client of the faulty wiki that hardly waits."""

    def make(**manners: Any) -> Wiki:
        return Wiki(faulty.address, "0", Manners(pause=0.01, **manners), notice=lambda _: None)

    return make


@pytest.fixture
def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port
