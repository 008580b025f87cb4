"""Measure the endpoint under load against Oxigraph's own server, on the same data in the same run.

    python benchmarks/serving.py [SECONDS]

Eight clients ask a small question for some seconds, first the one server, then the other. Then fifty
clients flood our endpoint with queries that never end, while one client reads pages, and with queries
that hold all they find, while the memory of the server and of the processes that answer is watched.
Writes RESULTS-serving.md.
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
HUNGRY = "SELECT DISTINCT ?a ?c ?d ?f { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a ?c ?d"
JSON = {"Accept": "application/sparql-results+json"}


def main(arguments: list[str]) -> int:
    """Measure, print and write the table."""
    seconds = float(arguments[0]) if arguments else 5
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        write_graph(folder / "graph.nq", QUADS)
        ours, server = stack.enter_context(_ours(folder))
        theirs = stack.enter_context(_oxigraph(folder))
        union = f"/query?union-default-graph&query={quote(SMALL)}"
        asked = f"/sparql?query={quote(SMALL)}"
        if _rows(ours, asked) != _rows(theirs, union):
            sys.exit("the two servers do not give the same rows, so no time counts")
        rows = [
            _line("our endpoint, 8 clients", _load(ours, asked, 8, seconds)),
            _line("Oxigraph's server, 8 clients", _load(theirs, union, 8, seconds)),
            _line("our pages, 8 clients", _load(ours, "/page/kg/actor/france", 8, seconds)),
        ]
        calm = _held(server)
        slow, of_slow = _flooded(ours, server, SLOW, seconds)
        hungry, of_hungry = _flooded(ours, server, HUNGRY, seconds)
        rows += [
            _line("our pages during a flood of 50 slow queries", slow),
            _line("our pages during a flood of 50 hungry queries", hungry),
        ]
    table = "\n".join(["| what | requests/s | p50 ms | p99 ms |", "|---|---|---|---|", *rows])
    memory = "\n".join(
        [
            "| memory at its peak, MB | the server | the processes that answer, together |",
            "|---|---|---|",
            f"| after small questions | {calm[0]} | {calm[1]} |",
            f"| flood of 50 slow queries | {of_slow[0]} | {of_slow[1]} |",
            f"| flood of 50 hungry queries | {of_hungry[0]} | {of_hungry[1]} |",
            "| may be, two processes |  | 4000 |",
        ]
    )
    print(f"{table}\n\n{memory}")
    page = f"# Serving\n{__doc__.splitlines()[0]}\n\n{table}\n\n{memory}\n"
    (HERE / "RESULTS-serving.md").write_text(page, encoding="utf-8")
    return 0


@contextmanager
def _ours(folder: Path) -> Iterator[tuple[int, int]]:
    """Serve with our server; give its port and its process."""
    command = [f"{BIN}/testimonia", "serve", f"{folder}/graph.nq", "--port", "0", "--seconds", "2", "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    greeting = process.stdout.readline() if process.stdout else ""
    yield int(greeting.split("/")[2].rpartition(":")[2]), process.pid
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


def _flooded(port: int, server: int, query: str, seconds: float) -> tuple[list[float], tuple[int, int]]:
    """Read pages while fifty clients ask what has no end; give how long pages took, and the most memory."""
    stop = threading.Event()
    most = (0, 0)

    def flood(_: int) -> None:
        while not stop.is_set():
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
            connection.request("GET", f"/sparql?query={quote(query)}", headers=JSON)
            if connection.getresponse().status == 503:
                time.sleep(0.5)
            connection.close()

    def watch() -> None:
        nonlocal most
        while not stop.is_set():
            now = _held(server)
            most = max(most[0], now[0]), max(most[1], now[1])
            time.sleep(0.05)

    with ThreadPoolExecutor(51) as pool:
        flooding = [pool.submit(flood, number) for number in range(50)]
        pool.submit(watch)
        time.sleep(1)
        took = _load(port, "/page/kg/actor/france", 1, seconds)
        stop.set()
        del flooding
    return took, most


def _held(server: int) -> tuple[int, int]:
    """Give the megabytes that a server holds, and those that its children hold together."""
    children = Path(f"/proc/{server}/task/{server}/children").read_text(encoding="utf-8").split()
    return _resident(server), sum(_resident(int(child)) for child in children)


def _resident(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0  # it has just ended
    found = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(found[0].split()[1]) // 1000 if found else 0


def _line(name: str, took: list[float]) -> str:
    span = sum(took) or 1
    clients = 1 if "flood" in name else 8
    p99 = statistics.quantiles(took, n=100)[98] if len(took) > 1 else took[0]
    rate, middle = clients * len(took) / span, statistics.median(took)
    return f"| {name} | {rate:.0f} | {middle * 1000:.1f} | {p99 * 1000:.1f} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
