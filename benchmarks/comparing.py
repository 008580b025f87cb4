"""Measure comparing and exporting against other people's programs that do a part of it.

    python benchmarks/comparing.py

Rival figures of one invented event are compared: ours tells every relation with its ground, the others ask
one SPARQL question for the pairs whose bounds do not meet. A generated graph is exported: the others write
the same rows or nanopublications without what we tell beside them. The two take turns; processor time,
medians. A time counts only if both give the same number. Writes RESULTS-comparing.md.
"""

import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median

import pandas as pd
from generated import write_graph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store
from rdflib import Dataset, Graph, URIRef
from rdflib import Literal as Value

from testimonia import read_graph
from testimonia.analysis import claims as claims_of
from testimonia.analysis import to_dataframe
from testimonia.compare import compare_claims
from testimonia.export import export_graph
from testimonia.model import Actor, Claim, Findings, Quantity, Span
from testimonia.query import list_queries
from testimonia.vocab import PREFIXES

HERE = Path(__file__).resolve().parent
VOICES = 400
"""Who give a figure each; every two are compared."""
RDFLIB_VOICES = 100
"""What rdflib is given: its time grows with the square."""
QUADS = 20_000
TURNS = 3
NOTE = (
    "400 rival figures are 79,800 pairs. Ours takes about 10 µs a pair, by the profile spread over pairing,\n"
    "judging and wording with no part above a seventh; the self-join only counts, and makes no relation."
)
PAIRS = """
SELECT (COUNT(*) AS ?n) {
  ?one <urn:side> ?side ; <urn:low> ?low ; <urn:high> ?high .
  ?other <urn:side> ?side ; <urn:low> ?from ; <urn:high> ?to .
  FILTER (?high < ?from)
}"""
Timed = Callable[[], int]
"""Does the work and gives its check value."""


@dataclass(frozen=True)
class Pair:
    """What is measured, what it is held against, and what both give."""

    name: str
    other: str
    ours: Timed
    theirs: Timed
    unit: str


def main() -> int:
    """Measure, print and write the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        write_graph(path, QUADS)
        rows = [_row(pair) for pair in [*_comparing(), *_exporting(path)]]
    head = "| what | against | ours ms | other ms | ratio | found alike |\n|---|---|---|---|---|---|"
    table = "\n".join([head, *rows])
    print(table)
    page = f"# Comparing and exporting\n{(__doc__ or '').splitlines()[0]}\n\n{table}\n\n{NOTE}\n"
    (HERE / "RESULTS-comparing.md").write_text(page, encoding="utf-8")
    return 0


def _row(pair: Pair) -> str:
    ours: list[float] = []
    theirs: list[float] = []
    found = set()
    for _ in range(TURNS):
        for work, times in ((pair.ours, ours), (pair.theirs, theirs)):
            begin = time.process_time()
            found.add(work())
            times.append((time.process_time() - begin) * 1000)
    if len(found) > 1:
        sys.exit(f"{pair.name}: {sorted(found)} are found, so no time counts")
    mine, other = median(ours), median(theirs)
    return (
        f"| {pair.name} | {pair.other} | {mine:.0f} | {other:.0f} | {mine / other:.2f} "
        f"| {found.pop():,} {pair.unit} |"
    )


# --- comparing ----------------------------------------------------------------------------------


def _comparing() -> list[Pair]:
    return [
        Pair(
            f"{voices} rival figures: every relation with its ground",
            f"SPARQL self-join in {engine}, contradictions only",
            lambda voices=voices: _contradictions(voices),  # type: ignore[misc]
            lambda voices=voices, join=join: join(voices),  # type: ignore[misc]
            "contradictions",
        )
        for voices, engine, join in ((VOICES, "Oxigraph", _oxigraph), (RDFLIB_VOICES, "rdflib", _rdflib))
    ]


def _figures(voices: int) -> list[tuple[int, int]]:
    """Give bounds that meet in part; small numbers, since large ones may agree in round numbers."""
    return [(number % 47 + 1, number % 47 + 1 + number % 5) for number in range(voices)]


def _contradictions(voices: int) -> int:
    here = Span(0, 1)
    actors = tuple(Actor(f"v{n}", f"Voice {n}", "organisation", here) for n in range(voices))
    claims = tuple(
        Claim(
            "killed",
            Quantity("exact" if low == high else "range", low, high, f"{low}-{high}"),
            "ford",
            here,
            Span(number, number + 1),
            "rule",
            0.9,
            claimants=(f"v{number}",),
            stance="claimed",
            side=1,
            category="combatants",
            statement=f"s{number}",
        )
        for number, (low, high) in enumerate(_figures(voices))
    )
    relations = compare_claims(Findings(actors=actors, claims=claims), tolerance=0)
    return sum(relation.kind == "contradicts" for relation in relations)


def _oxigraph(voices: int) -> int:
    store = Store()
    for number, (low, high) in enumerate(_figures(voices)):
        claim, whole = NamedNode(f"urn:c{number}"), DefaultGraph()
        store.add(Quad(claim, NamedNode("urn:side"), Literal(1), whole))
        store.add(Quad(claim, NamedNode("urn:low"), Literal(low), whole))
        store.add(Quad(claim, NamedNode("urn:high"), Literal(high), whole))
    (row,) = store.query(PAIRS)  # type: ignore[misc]
    return int(row["n"].value)


def _rdflib(voices: int) -> int:
    graph = Graph()
    for number, (low, high) in enumerate(_figures(voices)):
        claim = URIRef(f"urn:c{number}")
        graph.add((claim, URIRef("urn:side"), Value(1)))
        graph.add((claim, URIRef("urn:low"), Value(low)))
        graph.add((claim, URIRef("urn:high"), Value(high)))
    (row,) = graph.query(PAIRS)
    return int(str(row[0]))  # type: ignore[index]


# --- exporting ----------------------------------------------------------------------------------


def _exporting(path: Path) -> list[Pair]:
    store = read_graph(path)
    dataset = Dataset(default_union=True)
    dataset.parse(path, format="nquads")
    question = next(query.sparql for query in list_queries() if query.name == "claims")

    def csv() -> int:
        return export_graph(store, "csv").files[".csv"].count(b"\r\n") - 1

    def rdflib_csv() -> int:
        written = dataset.query(question, initNs=PREFIXES).serialize(format="csv") or b""
        return written.count(b"\r\n") - 1

    def parquet() -> int:
        return len(pd.read_parquet(BytesIO(export_graph(store, "parquet").files[".parquet"])))

    def pandas_parquet() -> int:
        buffer = BytesIO()
        to_dataframe(claims_of(store)).to_parquet(buffer)
        return len(pd.read_parquet(buffer))

    return [
        Pair("`export csv`", "rdflib, `claims` as CSV", csv, rdflib_csv, "rows"),
        Pair("`export parquet`", "pandas.to_parquet of the same records", parquet, pandas_parquet, "rows"),
        Pair("`export nanopub`", "the package nanopub, assertions alone", *_nanopubs(store), "files"),
    ]


def _nanopubs(store: Store) -> tuple[Timed, Timed]:
    """Give our export, and the package's own writer fed with our assertions, ready-made."""
    from nanopub import Nanopub, NanopubConf

    assertions = []
    for data in export_graph(store, "nanopub").files.values():
        read = Dataset()
        read.parse(data=data, format="trig")
        names = [graph.identifier for graph in read.graphs() if str(graph.identifier).endswith("assertion")]
        assertions.append(Graph().parse(data=read.graph(names[0]).serialize(format="nt"), format="nt"))

    def theirs() -> int:
        conf = NanopubConf(derived_from="https://en.wikipedia.org/wiki/Battle_of_Akabar")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return sum(
                bool(Nanopub(assertion=assertion, conf=conf).rdf.serialize(format="trig"))
                for assertion in assertions
            )

    return (lambda: len(export_graph(store, "nanopub").files)), theirs


if __name__ == "__main__":
    sys.exit(main())
