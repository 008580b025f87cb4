"""A real Oxigraph server, and a way between it and us on which things go wrong."""

from __future__ import annotations

import http.client
import shutil
import subprocess
import sys
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_connection, create_server
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from testimonia.pipeline import Built


def _free_port() -> int:
    with closing(create_server(("127.0.0.1", 0))) as found:
        port: int = found.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an Oxigraph server that is empty at first."""
    program = Path(sys.executable).with_name("oxigraph")
    found = str(program) if program.exists() else shutil.which("oxigraph")
    if found is None:
        pytest.skip("peer not installed: oxigraph (pip install --group test)")
    port, place = _free_port(), tmp_path_factory.mktemp("oxigraph")
    command = [found, "serve", "--location", str(place), "--bind", f"127.0.0.1:{port}"]
    with (place / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        for _ in range(300):
            try:
                create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


@dataclass
class Faults:
    """What goes wrong on the way."""

    busy: int = 0
    """How many of the next requests are answered with 503."""
    swallow: Callable[[str, str], bool] = field(default=lambda *_: False)
    """Tells by method and path which requests are answered with 200 and not passed on."""
    refuse: Callable[[str, str], int] = field(default=lambda *_: 0)
    """Tells the status with which a request is refused, 0 to pass it on."""
    alter: Callable[[bytes], bytes] = field(default=lambda body: body)
    """What becomes of a body on the way."""
    seen: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, path and content encoding of every request."""


@contextmanager
def _way(store: str) -> Iterator[tuple[str, Faults]]:
    faults = Faults()

    class Way(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            faults.seen.append((self.command, self.path, self.headers.get("Content-Encoding", "")))
            if faults.busy:
                faults.busy -= 1
                self._answer(503, b"busy", {"Retry-After": "0"})
            elif status := faults.refuse(self.command, self.path):
                self._answer(status, b"no", {})
            elif faults.swallow(self.command, self.path):
                self._answer(200, b"", {})
            else:
                self._forward(faults.alter(body))

        def _forward(self, body: bytes) -> None:
            host = http.client.HTTPConnection(store.removeprefix("http://"), timeout=30)
            kept = {
                name: value
                for name, value in self.headers.items()
                if name.lower() not in {"host", "content-length"}
            }
            host.request(self.command, self.path, body or None, kept)
            answer = host.getresponse()
            self._answer(answer.status, answer.read(), {"Content-Type": answer.getheader("Content-Type", "")})
            host.close()

        def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = _pass  # noqa: N815 - the names are http.server's

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Way)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", faults
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def way(store: str) -> Iterator[tuple[str, Faults]]:
    """An address before the server, and what is to go wrong there."""
    with _way(store) as made:
        yield made


@pytest.fixture
def folder(built: Built, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A built folder with one article, whose graphs nobody else has."""
    place = tmp_path / "output"
    place.mkdir()
    own = "ford-" + sha256(request.node.name.encode()).hexdigest()[:12]
    words = built.files["nq"].decode().replace("battle-of-akabar", own)
    (place / "ford.nq").write_text(words, encoding="utf-8")
    return place
