"""Limits hold: time, rows, size, nesting, other hosts, and how many may ask at once."""

from __future__ import annotations

import json
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from socket import create_connection, create_server
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Server = Any
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
"""Ten to the fourteenth combinations."""


def workers(server: Server) -> list[int]:
    """The processes of a server that answer queries."""
    found = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    if not found.exists():
        pytest.skip("this system does not list child processes")
    return [int(child) for child in found.read_text(encoding="utf-8").split()]


def resident(pid: int) -> int:
    """Megabytes of memory that a process holds; 0 where it has ended."""
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1]) // 1000
    return 0


def busy_seconds(pid: int) -> float:
    """Processor seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_query_that_runs_too_long_is_really_stopped(begin: Callable[..., Server]) -> None:
    server = begin("--seconds", "1", "--workers", "1")
    assert server.query("ASK {}").status == 200
    (before,) = workers(server)
    got = server.query(SLOW)
    assert (got.status, got.text) == (504, "The query was stopped: it ran longer than 1 seconds.\n")
    assert before not in workers(server)
    assert not Path(f"/proc/{before}").exists()
    assert server.query("ASK {}").status == 200


def test_a_query_whose_client_is_gone_is_stopped(begin: Callable[..., Server]) -> None:
    server = begin("--seconds", "60", "--workers", "1")
    assert server.query("ASK {}").status == 200
    (worker,) = workers(server)
    with suppress(TimeoutError):
        server.query(SLOW, timeout=1)
    assert server.query("ASK {}", timeout=20).status == 200
    time.sleep(0.2)
    assert not Path(f"/proc/{worker}").exists()
    assert "499 127.0.0.1 POST /sparql" in server.logged()


def test_no_query_outlives_a_server_that_was_killed(begin: Callable[..., Server]) -> None:
    server = begin("--seconds", "2", "--workers", "1")
    assert server.query("ASK {}").status == 200
    (worker,) = workers(server)
    with ThreadPoolExecutor(1) as client:
        asked = client.submit(server.query, SLOW)
        time.sleep(0.5)
        server.process.kill()
        assert asked.exception() is not None
    end = time.monotonic() + 10
    while Path(f"/proc/{worker}").exists() and time.monotonic() < end:
        time.sleep(0.1)
    assert not Path(f"/proc/{worker}").exists()


@pytest.mark.parametrize(
    "accept",
    [
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ],
)
def test_an_answer_of_too_many_rows_is_refused_and_not_cut_off(accept: str, server: Server) -> None:
    fits = server.query("SELECT * { ?s ?p ?o } LIMIT 1000", accept)
    assert fits.status == 200
    got = server.query("SELECT * { ?s ?p ?o } LIMIT 1001", accept)
    assert (got.status, got.text) == (
        422,
        "The answer has more than 1,000 rows; ask with LIMIT and OFFSET.\n",
    )


def test_a_graph_of_too_many_triples_is_refused(server: Server) -> None:
    got = server.query("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")
    assert (got.status, got.text) == (422, "The answer has more than 1,000 triples; ask for less.\n")


def test_a_query_of_too_many_bytes_is_refused(server: Server) -> None:
    assert server.query("ASK {} #" + "x" * 99_000).status == 200
    got = server.query("ASK {} #" + "x" * 100_000)
    assert (got.status, got.text) == (413, "A query may have 100,000 bytes.\n")
    assert server.query("ASK {} #" + "x" * 1_000_000).status == 413


@pytest.mark.parametrize(
    "query", ["SELECT * " + "{" * 20_000 + "}" * 20_000, "ASK { FILTER(" + "!" * 50_000 + "true) }"]
)
def test_nesting_without_end_is_refused_before_it_is_tried(query: str, server: Server) -> None:
    got = server.query(query)
    assert (got.status, got.text) == (400, "The query is nested more than 200 levels deep.\n")


def test_a_query_that_brings_the_engine_down_costs_one_worker_and_no_more(server: Server) -> None:
    # A path of many steps nests without a bracket.
    got = server.query("ASK { ?a " + "^" * 60 + "tm:x" + "/tm:x" * 19_000 + " ?b }")
    assert got.status in {200, 400, 422}
    assert server.query("ASK {}").status == 200


def test_no_other_host_is_asked(server: Server) -> None:
    with closing(create_server(("127.0.0.1", 0))) as host:
        host.settimeout(0.5)
        address = f"http://127.0.0.1:{host.getsockname()[1]}/"
        for query in (
            f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ service silent <{address}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ FILTER(1 <#x>'''\n 2) SERVICE <{address}> {{ ?s ?p ?o }} #'''\n }}",
        ):
            got = server.query(query)
            assert (got.status, got.text) == (
                400,
                "SERVICE is not served here: this endpoint asks no other hosts.\n",
            )
        query = f"ASK FROM <{address}> {{ ?s ?p ?o }}"
        assert json.loads(server.query(query).body)["boolean"] is False
        assert server.query("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }").status == 200
        with pytest.raises(TimeoutError):
            host.accept()


@pytest.mark.usefixtures("unmeasured")
def test_a_flood_of_slow_queries_leaves_the_pages_answering(begin: Callable[..., Server]) -> None:
    server = begin("--seconds", "2", "--workers", "1")
    assert server.query("ASK {}").status == 200
    server.gather()
    with ThreadPoolExecutor(50) as clients:
        flood = [clients.submit(server.query, SLOW, timeout=120) for _ in range(50)]
        time.sleep(1)
        times = []
        for _ in range(10):
            begun = time.monotonic()
            assert server.ask("/page/kg/actor/france").status == 200
            times.append(time.monotonic() - begun)
        assert len(workers(server)) <= 1
        server.process.terminate()  # the rest of the flood would take a minute
        statuses = []
        for one in flood:
            with suppress(OSError, Exception):
                statuses.append(one.result().status)
    assert statuses.count(503) >= 50 - 32 - 2
    assert sorted(times)[5] < 2


HUNGRY = "SELECT DISTINCT ?a ?c ?d ?f { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a ?c ?d"
"""Millions of rows, all of which must be held until the last is found."""


def test_a_query_that_takes_too_much_memory_is_stopped(begin: Callable[..., Server]) -> None:
    server = begin("--seconds", "60", "--workers", "1", "--memory", "300")
    assert server.query("ASK {}").status == 200
    got = server.query(HUNGRY, timeout=90)
    words = "The query brought its process down: it is nested too deep or needs too much memory.\n"
    assert (got.status, got.text) == (422, words)
    assert server.query("ASK {}").status == 200
    assert "child" not in server.logged()


@pytest.mark.usefixtures("unmeasured")
def test_a_flood_of_hungry_queries_leaves_memory_bounded(begin: Callable[..., Server]) -> None:
    server = begin("--seconds", "20", "--workers", "2", "--memory", "600")
    assert server.query("ASK {}").status == 200
    before = resident(server.process.pid)
    most_of_server = most_of_workers = 0
    with ThreadPoolExecutor(50) as clients:
        flood = [clients.submit(server.query, HUNGRY, timeout=60) for _ in range(50)]
        end = time.monotonic() + 6
        while time.monotonic() < end:
            most_of_server = max(most_of_server, resident(server.process.pid))
            most_of_workers = max(most_of_workers, sum(map(resident, workers(server))))
            time.sleep(0.05)
        server.process.terminate()  # the rest of the flood would take a minute
    assert {one.result().status for one in flood if one.exception() is None} <= {422, 503, 504}
    assert most_of_server < before + 50
    assert 200 < most_of_workers <= 2 * 600


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("way", ["GET", "POST"])
def test_who_comes_too_late_is_told_when_to_come_back(way: str, begin: Callable[..., Server]) -> None:
    server = begin("--seconds", "2", "--workers", "1")

    def ask() -> Any:
        by_get = f"/sparql?query={quote(SLOW)}"
        return server.ask(by_get, timeout=60) if way == "GET" else server.query(SLOW, timeout=60)

    with ThreadPoolExecutor(40) as clients:
        flood = [clients.submit(ask) for _ in range(40)]
        told = next(
            one.result()
            for one in _as_they_come(flood)
            if one.exception() is None and one.result().status == 503
        )
        server.process.terminate()
    assert told.headers["retry-after"] == "5"
    assert told.text == "Too many queries wait already; come back in a few seconds.\n"


def _as_they_come(flood: list[Any]) -> Any:
    from concurrent.futures import as_completed

    return as_completed(flood)


def test_a_client_that_sends_its_header_byte_by_byte_is_hung_up_on(
    kept: Path, tmp_path: Path, slow_clients: Callable[..., Any]
) -> None:
    with slow_clients(kept) as (port, log):
        with create_connection(("127.0.0.1", port), timeout=10) as client:
            client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
            assert client.recv(100) == b""
        with create_connection(("127.0.0.1", port), timeout=10) as client:
            client.sendall(
                b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                b"Content-Length: 6\r\n\r\nASK"
            )
            assert client.recv(100).startswith(b"HTTP/1.1 408 ")
        with create_connection(("127.0.0.1", port), timeout=10) as client:
            client.sendall(b"GET /static/icon.svg HTTP/1.1\r\nHost: x\r\n\r\nGET / HT")
            while client.recv(10_000):
                pass
        time.sleep(0.2)
        told = log()
    assert "408 127.0.0.1 hung up on: no header after 1 s" in told
    assert "408 127.0.0.1 POST /sparql" in told


@pytest.fixture
def slow_clients() -> Callable[..., Any]:
    """A server in this process that has a second's patience."""
    from contextlib import contextmanager

    @contextmanager
    def run(folder: Path) -> Any:
        import logging

        import uvicorn

        from testimonia.graphs import find_kept
        from testimonia.serve import Limits
        from testimonia.serve.app import make_app
        from testimonia.serve.protocol import make_protocol

        found = find_kept(folder)
        assert found is not None
        lines: list[str] = []
        handler = logging.Handler()
        handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
        logger = logging.getLogger("testimonia.serve")
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        config = uvicorn.Config(
            make_app(found, Limits(patience=1)), http=make_protocol(1), ws="none", log_config=None
        )
        running = uvicorn.Server(config)
        with closing(create_server(("127.0.0.1", 0))) as sock:
            thread = threading.Thread(target=running.run, kwargs={"sockets": [sock]})
            thread.start()
            while not running.started:
                time.sleep(0.01)
            try:
                yield sock.getsockname()[1], lambda: "\n".join(lines)
            finally:
                running.should_exit = True
                thread.join()
                logger.removeHandler(handler)

    return run


def test_an_answer_is_json_to_the_last_row(server: Server) -> None:
    got = server.query('SELECT ?x { VALUES ?x { "}},{" "{}" "a\\"},{" } }')
    assert len(json.loads(got.body)["results"]["bindings"]) == 3
