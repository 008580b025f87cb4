"""Measure the store: how long it takes to make, and every named question on it, against others.

    python benchmarks/store.py [QUADS]

A million quads by default. Making is held against Oxigraph's own loader, on the same file in the same run;
that one writes each quad once, ours also their union as the default graph and the answers to the named
questions. The clock tells how busy the machine was, processor time what it costs. rdflib reads and asks a
hundredth of it, and is given twenty seconds for each question. A time counts only if the answer has the
expected number of rows. Writes RESULTS-store.md.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generated import CLAIMS, write_graph

from testimonia.graphs import find_kept
from testimonia.query import ask, list_queries
from testimonia.store import make_store

HERE = Path(__file__).resolve().parent
BIN = Path(sys.executable).parent
LIMIT = 1.0
"""Seconds that a named question may take."""
PATIENCE = 20
RDFLIB = """
import sys, time
from rdflib import Dataset
from testimonia.query import list_queries
from testimonia.vocab import PREFIXES
data = Dataset(default_union=True)
begin = time.perf_counter()
data.parse(sys.argv[1], format="nquads")
print(time.perf_counter() - begin, flush=True)
query = next(query for query in list_queries() if query.name == sys.argv[2])
begin = time.perf_counter()
rows = len(list(data.query(query.sparql, initNs=PREFIXES)))
print(time.perf_counter() - begin, rows)
"""


def main(arguments: list[str]) -> int:
    """Measure, print and write the table; 1 if a question takes longer than it may."""
    quads = int(arguments[0]) if arguments else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies = write_graph(folder / "graph.nq", quads)
        write_graph(folder / "part.nq", quads // 100)
        made = _made(folder, quads)
        rows = _questions(folder, copies)
    kept = all(not row.endswith("| no |") for row in rows)
    asked = "\n".join(["| question | s | rdflib, on a hundredth, s | kept |", "|---|---|---|---|", *rows])
    table = "\n".join(["| making | s | processor s |", "|---|---|---|", *made])
    print(f"{table}\n\n{asked}")
    page = f"# Store\n{(__doc__ or '').splitlines()[0]}\n\n{table}\n\n{asked}\n"
    (HERE / "RESULTS-store.md").write_text(page, encoding="utf-8")
    return int(not kept)


def _made(folder: Path, quads: int) -> list[str]:
    """Make the store, and let Oxigraph load the same file."""
    clock, cost = time.perf_counter(), _processor()
    made = make_store(folder / "graph.nq", folder / "store")
    ours = (time.perf_counter() - clock, _processor() - cost)
    command = [str(BIN / "oxigraph"), "load", "--location", str(folder / "oxigraph"), "--file"]
    clock, cost = time.perf_counter(), _processor()
    done = subprocess.run([*command, str(folder / "graph.nq")], capture_output=True, text=True, check=True)
    theirs = (time.perf_counter() - clock, _processor() - cost)
    told = re.search(r"(\d+) triples loaded", done.stdout + done.stderr)
    if told is None or int(told[1]) < quads:
        sys.exit("Oxigraph did not load every quad, so no time counts")
    return [
        f"| the store of {made.triples:,} triples in {made.graphs} graphs | {ours[0]:.1f} | {ours[1]:.1f} |",
        f"| `oxigraph load` of the same {int(told[1]):,} quads | {theirs[0]:.1f} | {theirs[1]:.1f} |",
        f"| ratio | {ours[0] / theirs[0]:.1f} | {ours[1] / theirs[1]:.1f} |",
    ]


def _processor() -> float:
    """Give the processor time of this process and of the children that it has waited for, in seconds."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _questions(folder: Path, copies: int) -> list[str]:
    kept = find_kept(folder / "store")
    if kept is None:
        sys.exit("there is no store, so no time counts")
    rows = []
    for query in list_queries():
        begin = time.perf_counter()
        found = len(ask(kept.open(), query.name, kept.known).rows)
        seconds = time.perf_counter() - begin
        if query.name == "claims" and found != CLAIMS * copies:
            sys.exit(f"claims: {found} rows are not the expected ones, so the time does not count")
        mark = "yes" if seconds <= LIMIT else "no"
        other = _rdflib(folder, query.name)
        rows.append(f"| `{query.name}`, {found:,} rows | {seconds:.2f} | {other} | {mark} |")
    return rows


def _rdflib(folder: Path, name: str) -> str:
    command = [sys.executable, "-c", RDFLIB, str(folder / "part.nq"), name]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return f"more than {PATIENCE}"
    return f"{float(done.stdout.split()[1]):.1f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
