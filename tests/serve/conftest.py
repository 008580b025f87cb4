"""A real server on a free port of loopback, on a graph of two articles, and a client that shows everything."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from testimonia.store import make_store

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.pipeline import Built

HOSTILE = '<script>alert("x")</script>'
"""What a label may hold."""


@dataclass(frozen=True)
class Got:
    """An answer as it came."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    process: subprocess.Popen[str]
    log: Path

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, timeout: float = 30, **headers: str
    ) -> Got:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(
                method, path, body, {name.replace("_", "-"): value for name, value in headers.items()}
            )
            answer = connection.getresponse()
            return Got(
                answer.status,
                {name.lower(): value for name, value in answer.getheaders()},
                answer.read(),
            )
        finally:
            connection.close()

    def query(self, sparql: str, accept: str = "*/*", timeout: float = 30) -> Got:
        return self.ask(
            "/sparql",
            "POST",
            sparql.encode(),
            timeout,
            Content_Type="application/sparql-query",
            Accept=accept,
        )

    def logged(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def gather(self) -> None:
        """Have the lists and the pages of actors put together, which a busy machine takes long for."""
        end = time.monotonic() + 120
        while self.ask("/page/kg/actor/france").status == 503:
            assert time.monotonic() < end, self.logged()


Begin = Callable[..., Server]


@contextmanager
def _serving(folder: Path, log: Path, *options: str) -> Iterator[Server]:
    """Run `testimonia serve` on a folder until the block ends, and see that it ends quietly."""
    command = [sys.executable, "-m", "testimonia", "serve", str(folder), "--port", "0", *options]
    with log.open("w", encoding="utf-8") as told:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told, text=True, env=os.environ)
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("serving http://127.0.0.1:"), log.read_text(encoding="utf-8")
    try:
        yield Server(int(line.split("/")[2].rpartition(":")[2]), process, log)
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()
    assert "Traceback" not in log.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def serving() -> Callable[..., object]:
    """Run `testimonia serve FOLDER OPTIONS...` for as long as a block lasts."""
    return _serving


@pytest.fixture(scope="session")
def kept(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two articles, one of which has a label that means harm."""
    folder = tmp_path_factory.mktemp("serve") / "output"
    folder.mkdir()
    words = built.files["nq"].decode()
    (folder / "akabar.nq").write_text(words, encoding="utf-8")
    words = words.replace("battle-of-akabar", "battle-of-red-ford")
    words = words.replace('"Battle of Akabar"@en', '"' + HOSTILE.replace('"', '\\"') + '"@en')
    (folder / "ford.nq").write_text(words, encoding="utf-8")
    make_store(folder)
    return folder


@pytest.fixture(scope="session")
def server(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that leave it as it is."""
    log = tmp_path_factory.mktemp("log") / "serve.log"
    with _serving(kept, log, "--seconds", "3", "--rows", "1000", "--workers", "1") as running:
        running.gather()
        yield running


@pytest.fixture
def begin(kept: Path, tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Begin a server of one's own, with options."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        yield lambda *options: stack.enter_context(_serving(kept, tmp_path / "own.log", *options))
