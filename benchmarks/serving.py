"""Measure the endpoint under load against Oxigraph's own server, on the same data in the same run.

    python benchmarks/serving.py [SECONDS]

Eight clients ask a small question for some seconds, first the one server, then the other. Then fifty
clients flood our endpoint with queries that never end, while one client reads pages. Writes
RESULTS-serving.md.
"""

import http.client
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from socket import create_connection, create_server
from urllib.parse import quote

from generated import write_graph

HERE = Path(__file__).resolve().parent
BIN = Path(sys.executable).parent
QUADS = 50_000
SMALL = (
    "PREFIX tm: <https://w3id.org/testimonia/ontology#> PREFIX tmc: <https://w3id.org/testimonia/concept/> "
    "SELECT ?claim ?low { ?claim tm:measure tmc:killed ; tm:quantity/tm:minValue ?low } "
    "ORDER BY ?claim ?low LIMIT 20"
)
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
JSON = {"Accept": "application/sparql-results+json"}


def main(arguments: list[str]) -> int:
    """Measure, print and write the table."""
    seconds = float(arguments[0]) if arguments else 5
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        write_graph(folder / "graph.nq", QUADS)
        ours = stack.enter_context(_ours(folder))
        theirs = stack.enter_context(_oxigraph(folder))
        union = f"/query?union-default-graph&query={quote(SMALL)}"
        asked = f"/sparql?query={quote(SMALL)}"
        if _rows(ours, asked) != _rows(theirs, union):
            sys.exit("the two servers do not give the same rows, so no time counts")
        rows = [
            _line("our endpoint, 8 clients", _load(ours, asked, 8, seconds)),
            _line("Oxigraph's server, 8 clients", _load(theirs, union, 8, seconds)),
            _line("our pages, 8 clients", _load(ours, "/page/kg/actor/france", 8, seconds)),
            _line("our pages during a flood of 50 slow queries", _flooded(ours, seconds)),
        ]
    table = "\n".join(["| what | requests/s | p50 ms | p99 ms |", "|---|---|---|---|", *rows])
    print(table)
    (HERE / "RESULTS-serving.md").write_text(
        f"# Serving\n{__doc__.splitlines()[0]}\n\n{table}\n", encoding="utf-8"
    )
    return 0


@contextmanager
def _ours(folder: Path) -> Iterator[int]:
    command = [f"{BIN}/testimonia", "serve", f"{folder}/graph.nq", "--port", "0", "--seconds", "2", "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    greeting = process.stdout.readline() if process.stdout else ""
    yield int(greeting.split("/")[2].rpartition(":")[2])
    process.terminate()
    process.wait()


@contextmanager
def _oxigraph(folder: Path) -> Iterator[int]:
    oxigraph, place = f"{BIN}/oxigraph", ["--location", f"{folder}/oxigraph"]
    load = [oxigraph, "load", *place, "--file", f"{folder}/graph.nq"]
    subprocess.run(load, check=True, capture_output=True)
    with create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    command = [oxigraph, "serve-read-only", *place, "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while True:
        try:
            create_connection(("127.0.0.1", port)).close()
            break
        except OSError:
            time.sleep(0.05)
    yield port
    process.terminate()
    process.wait()


def _rows(port: int, path: str) -> list[tuple[str, ...]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers=JSON)
    found = json.loads(connection.getresponse().read())["results"]["bindings"]
    connection.close()
    return [(row["claim"]["value"], row["low"]["value"]) for row in found]


def _load(port: int, path: str, clients: int, seconds: float) -> list[float]:
    """Ask from several clients for so long; give how long each request took, in seconds."""
    end = time.monotonic() + seconds

    def ask(_: int) -> list[float]:
        connection, took = http.client.HTTPConnection("127.0.0.1", port, timeout=60), []
        while time.monotonic() < end:
            begin = time.perf_counter()
            connection.request("GET", path, headers=JSON)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                sys.exit(f"{path}: answered {answer.status}")
            took.append(time.perf_counter() - begin)
        connection.close()
        return took

    with ThreadPoolExecutor(clients) as pool:
        return [one for took in pool.map(ask, range(clients)) for one in took]


def _flooded(port: int, seconds: float) -> list[float]:
    """Read pages while fifty clients ask what has no end."""
    stop = threading.Event()

    def flood(_: int) -> None:
        while not stop.is_set():
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
            connection.request("GET", f"/sparql?query={quote(SLOW)}", headers=JSON)
            if connection.getresponse().status == 503:
                time.sleep(0.5)
            connection.close()

    with ThreadPoolExecutor(50) as pool:
        flooding = [pool.submit(flood, number) for number in range(50)]
        time.sleep(1)
        took = _load(port, "/page/kg/actor/france", 1, seconds)
        stop.set()
        del flooding
    return took


def _line(name: str, took: list[float]) -> str:
    span = sum(took) or 1
    clients = 1 if "flood" in name else 8
    p99 = statistics.quantiles(took, n=100)[98] if len(took) > 1 else took[0]
    rate, middle = clients * len(took) / span, statistics.median(took)
    return f"| {name} | {rate:.0f} | {middle * 1000:.1f} | {p99 * 1000:.1f} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
