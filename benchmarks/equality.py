"""Hold every engine against plain pyshacl on the graphs of real articles, one after the other.

    testimonia build ARTICLES --output FOLDER --format nquads
    python benchmarks/equality.py FOLDER [--minutes M] [--workers N]

pyshacl and the engines read the same triples and the same shapes files. Each of the two reports is read by
rdflib as what it is, RDF, and must have the same results: focus node, path, component, value and severity.
What was held stands in EQUALITY.tsv: a line a graph, with the hash of its triples, the number of results and
the hash of what pyshacl said. A graph that stands there under the same shapes is not held again, so that the
run may be stopped, by `--minutes` or by hand, and goes on the next time. Ends with 1 where an engine differs.

pyshacl hands the text of a query to rdflib for each focus node, and three quarters of its time go into
parsing it again. Here rdflib keeps what it has parsed; nothing else is changed. `--parse-each-time` goes
without.
"""

from __future__ import annotations

import csv
import logging
import sys
import time
from argparse import ArgumentParser
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, fields
from functools import cache
from hashlib import sha256
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pyoxigraph
import rdflib

from testimonia.graphs import digest_of, graph_files, read_graph
from testimonia.validate import report_turtle, validate_graph

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve().parent
SHAPES = HERE.parent / "shapes"
RECORD = HERE / "EQUALITY.tsv"
ENGINES = ("sets", "fast")
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
Fact = tuple[str, ...]


@dataclass(frozen=True)
class Held:
    """One graph on which the engines said what pyshacl said."""

    graph: str
    triples: int
    sha256: str
    """Of the triples as sorted N-Triples."""
    shapes: str
    """Hash of the shapes files."""
    results: int
    said: str
    """Hash of what pyshacl said."""
    pyshacl_s: str
    """Seconds of processor time."""
    sets_s: str


class DifferentError(Exception):
    """An engine does not say what pyshacl says."""


def main() -> int:
    """Hold what has not been held, the small graphs first, and add it to the record."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--record", type=Path, default=RECORD)
    parser.add_argument("--parse-each-time", action="store_true")
    asked = parser.parse_args()
    end = time.monotonic() + asked.minutes * 60
    record = read_record(asked.record, digest_of(SHAPES)[:16])
    files = sorted(graph_files(asked.folder), key=lambda file: (file.stat().st_size, file.name))
    left = [file for file in files if not _is_held(file, record)]
    print(f"{len(files) - len(left)} of {len(files)} graphs are held already", flush=True)
    different = 0
    begin = None if asked.parse_each_time else parse_once
    with ProcessPoolExecutor(asked.workers, get_context("spawn"), initializer=begin) as pool:
        running = {pool.submit(_hold_until, file, end): file for file in left}
        for done in as_completed(running):
            try:
                held = done.result()
            except DifferentError as error:
                different += 1
                print(f"{running[done].stem}: {error}", flush=True)
                continue
            if held is not None:
                record[held.graph] = held
                write_record(asked.record, record.values())
                print(f"{held.graph}: {held.triples} triples, {held.results} results alike", flush=True)
    print(f"{len(record)} graphs held, {different} different")
    return int(different > 0)


def read_record(file: Path, shapes: str) -> dict[str, Held]:
    """Read a record as far as it was taken under these shapes."""
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as stream:
        rows = [Held(**row) for row in csv.DictReader(stream, delimiter="\t")]  # type: ignore[arg-type]
    return {row.graph: row for row in rows if row.shapes == shapes}


def write_record(file: Path, held: Iterable[Held]) -> None:
    """Write a record, sorted by name."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(
            stream, [one.name for one in fields(Held)], delimiter="\t", lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(asdict(one) for one in sorted(held, key=lambda one: one.graph))


def hold(file: Path) -> Held:
    """Hold the engines against pyshacl on one graph. Raises DifferentError where one differs."""
    triples = _triples(file)
    begin = time.process_time()
    expected = plain_facts(triples)
    taken = time.process_time() - begin
    seconds = {}
    for engine in ENGINES:
        begin = time.process_time()
        report = validate_graph(read_graph(file), engine=engine)
        seconds[engine] = time.process_time() - begin
        found = _facts(rdflib.Graph().parse(data=report_turtle(report.results), format="turtle"))
        if found != expected:
            raise DifferentError(f"{engine} differs: {sorted(found ^ expected)[:5]}")
    return Held(
        file.stem,
        triples.count(b"\n"),
        sha256(triples).hexdigest()[:16],
        digest_of(SHAPES)[:16],
        len(expected),
        sha256(repr(sorted(expected)).encode()).hexdigest()[:16],
        f"{taken:.1f}",
        f"{seconds['sets']:.2f}",
    )


def parse_once() -> None:
    """Let rdflib keep the queries that it has parsed; a prepared query may be asked any number of times."""
    from rdflib.plugins.sparql.processor import SPARQLProcessor

    ask: Any = SPARQLProcessor.query

    def query(self: Any, asked: Any, bindings: Any = None, names: Any = None, **more: Any) -> Any:
        kept = _prepared(asked, tuple((names or {}).items())) if isinstance(asked, str) else asked
        return ask(self, kept, bindings, names, **more)

    SPARQLProcessor.query = query  # type: ignore[assignment, method-assign]


@cache
def _prepared(text: str, names: tuple[tuple[str, Any], ...]) -> Any:
    from rdflib.plugins.sparql import prepareQuery

    return prepareQuery(text, dict(names))


def plain_facts(triples: bytes) -> set[Fact]:
    """Give what pyshacl says of N-Triples, with nothing of ours between."""
    import pyshacl

    rdflib.NORMALIZE_LITERALS = False  # a value is reported in the words that the graph has
    logging.getLogger("rdflib.term").disabled = True  # a traceback for every date before the year 1
    shapes = rdflib.Graph()
    for file in sorted(SHAPES.rglob("*.ttl")):
        shapes.parse(file)
    data = rdflib.Graph().parse(data=triples.decode(), format="nt")
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    return _facts(results)


def _facts(results: rdflib.Graph) -> set[Fact]:
    """Read a validation report: what two engines must agree on, result by result."""
    return {
        tuple(
            _written(results, results.value(node, SH[name], any=True))
            for name in ("focusNode", "resultPath", "sourceConstraintComponent", "value", "resultSeverity")
        )
        for node in results.objects(None, SH.result)
    }


def _written(results: rdflib.Graph, term: rdflib.term.Node | None) -> str:
    """Write a term, a path of several properties as SPARQL has it."""
    from pyshacl.helper.path_helper import shacl_path_to_sparql_path

    if isinstance(term, rdflib.BNode):  # our graphs have none: it is a path
        shapes: Any = SimpleNamespace(graph=results, objects=results.objects)  # all that is asked of it
        return str(shacl_path_to_sparql_path(shapes, term))
    return "" if term is None else term.n3()


def _triples(file: Path) -> bytes:
    """Give the union of a file's graphs as sorted N-Triples."""
    written = BytesIO()
    union = {quad.triple for quad in pyoxigraph.parse(path=str(file))}
    pyoxigraph.serialize(union, written, pyoxigraph.RdfFormat.N_TRIPLES)
    return b"".join(sorted(written.getvalue().splitlines(keepends=True)))


def _is_held(file: Path, record: dict[str, Held]) -> bool:
    known = record.get(file.stem)
    return known is not None and known.sha256 == sha256(_triples(file)).hexdigest()[:16]


def _hold_until(file: Path, end: float) -> Held | None:
    """Hold a graph, unless the time is over."""
    return hold(file) if time.monotonic() < end else None


if __name__ == "__main__":
    sys.exit(main())
