"""Measure validation against plain pyshacl, in the same run, with the graph's loading.

    python benchmarks/validation.py [--plain-up-to TRIPLES] [TRIPLES ...]

Graphs of the asked sizes (10,000 and 100,000 by default) are copies of the example, each under IRIs of its
own and with one mistake. Every engine reads the file and validates it in a process of its own, in turns. A
time counts only if the results are those of pyshacl, or, on graphs larger than pyshacl is asked for, if the
engines have the same. Writes VALIDATION.md beside this file; ends with 1 if a limit is missed. pyshacl takes
minutes on 10,000 triples and most of an hour on 100,000.
"""

import json
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "output" / "battle-of-akabar.nq"
LIMITS = {"sets": 5, "fast": 50}
"""How many times faster than pyshacl an engine must be."""
STEEPEST = 12
"""How many times the time ten times the triples may cost."""
PLAIN = """
import hashlib, json, logging, sys, time
import pyshacl
from pathlib import Path
from rdflib import Graph, URIRef
logging.getLogger("rdflib.term").disabled = True
begin = time.perf_counter()
data, shapes = Graph().parse(sys.argv[1]), Graph()
for file in Path(sys.argv[2]).rglob("*.ttl"):
    shapes.parse(file)
_, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
seconds = time.perf_counter() - begin
SH = "http://www.w3.org/ns/shacl#"
def said(node, name):
    return str(results.value(node, URIRef(SH + name), any=True))
nodes = results.objects(None, URIRef(SH + "result"))
found = {tuple(said(node, name) for name in ("focusNode", "value", "sourceShape")) for node in nodes}
print(json.dumps([seconds, hashlib.sha256(repr(sorted(found)).encode()).hexdigest(), len(found)]))
"""
OURS = """
import hashlib, json, sys, time
from testimonia.graphs import read_graph
from testimonia.validate import validate_graph
if sys.argv[3] == "fast":
    import shacl
begin = time.perf_counter()
report = validate_graph(read_graph(sys.argv[1]), engine=sys.argv[3])
seconds = time.perf_counter() - begin
found = {(result.focus, str(result.value), result.shape) for result in report.results}
print(json.dumps([seconds, hashlib.sha256(repr(sorted(found)).encode()).hexdigest(), len(found)]))
"""
BUILD = """
import json, sys, time
from pathlib import Path
from testimonia.pipeline import build_article
from testimonia.scale.gate import pass_gate
data = Path(sys.argv[1]).read_bytes()
def seconds(call):
    call()
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        call()
        times.append(time.perf_counter() - begin)
    return sorted(times)[2]
built = build_article(data, "article")
print(json.dumps([seconds(lambda: build_article(data, "article")), seconds(lambda: pass_gate(built))]))
"""


@dataclass(frozen=True)
class Row:
    """One engine on one graph."""

    triples: int
    engine: str
    seconds: float
    plain: float | None
    """Seconds of pyshacl; None where it was not asked."""
    results: int

    @property
    def ratio(self) -> float | None:
        """How many times faster than pyshacl."""
        return None if self.plain is None else self.plain / self.seconds


def main() -> int:
    """Measure, write VALIDATION.md, and tell whether all limits are kept."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("triples", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--plain-up-to", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        rows = [
            row
            for size in asked.triples
            for row in _measure(Path(name), size, plain=size <= asked.plain_up_to)
        ]
    steepness = {engine: _steepness(rows, engine) for engine in LIMITS}
    build, gate = json.loads(_run(BUILD, HERE.parent / "examples" / "battle-of-akabar.txt"))
    page = _page(rows, steepness, build, gate)
    print(page)
    (HERE / "VALIDATION.md").write_text(page, encoding="utf-8")
    kept = all(row.ratio is None or row.ratio >= LIMITS[row.engine] for row in rows) and gate <= build
    return int(not kept or any(factor > STEEPEST for factor in steepness.values()))


def _measure(folder: Path, size: int, *, plain: bool) -> list[Row]:
    file = folder / f"{size}.ttl"
    triples = _write_graph(file, size)
    shapes = HERE.parent / "shapes"
    answer = json.loads(_run(PLAIN, file, shapes) if plain else _run(OURS, file, shapes, "sets"))
    seconds_of_plain, check, number = (answer[0] if plain else None), answer[1], answer[2]
    times: dict[str, list[float]] = {engine: [] for engine in LIMITS}
    for _ in range(3):
        for engine in LIMITS:
            seconds, found, _ = json.loads(_run(OURS, file, shapes, engine))
            if found != check:
                sys.exit(f"{engine} on {triples} triples finds something else than pyshacl: no time counts")
            times[engine].append(seconds)
    return [Row(triples, engine, median(taken), seconds_of_plain, number) for engine, taken in times.items()]


def _write_graph(file: Path, size: int) -> int:
    """Write copies of the example, each with a claim that lacks its stance, as Turtle."""
    lines = [line for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if line]
    mistake = next(line for line in lines if "ontology#stance>" in line)
    triples = [line[: line.rindex(" <")] + " ." for line in lines if line != mistake]
    unique = sorted(set(triples))
    copies = max(1, round(size / len(unique)))
    with file.open("w", encoding="utf-8") as out:
        for number in range(copies):
            for triple in unique:
                out.write(triple.replace("/testimonia/kg/", f"/testimonia/kg/{number}/") + "\n")
    return copies * len(unique)


def _run(code: str, *arguments: object) -> str:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _steepness(rows: list[Row], engine: str) -> float:
    """Give how many times the time ten times the triples cost, from the smallest to the largest graph."""
    mine = sorted((row.triples, row.seconds) for row in rows if row.engine == engine)
    (few, quick), (many, slow) = mine[0], mine[-1]
    return slow / quick * 10 / (many / few) if many > few else 0.0


def _page(rows: list[Row], steepness: dict[str, float], build: float, gate: float) -> str:
    table = "\n".join(
        f"| {row.triples:,} | {row.engine} | {row.seconds:.2f} | {_shown(row.plain)} | {_shown(row.ratio)} |"
        f" {LIMITS[row.engine]} | {row.results:,} |"
        for row in rows
    )
    steep = ", ".join(f"{engine} {factor:.1f}" for engine, factor in steepness.items())
    return (
        "# Validation\n"
        "Written by `python benchmarks/validation.py`; read the ratios, the seconds are one machine's.\n"
        "Each time holds reading the file and validating it; the results are those of pyshacl, or no time"
        " counts.\n\n"
        "| triples | engine | seconds | pyshacl | times faster | at least | results |\n"
        f"|---|---|---|---|---|---|---|\n{table}\n\n"
        f"Ten times the triples cost, times: {steep} (at most {STEEPEST}).\n"
        f"One article, the example: built in {build * 1000:.0f} ms, validated in {gate * 1000:.0f} ms.\n"
    )


def _shown(number: float | None) -> str:
    return "not asked" if number is None else f"{number:.0f}"


if __name__ == "__main__":
    sys.exit(main())
