"""Making a store of graph files."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import OutputError
from testimonia.graphs import find_kept, fingerprint, graph_files, mark_whole, quads_of
from testimonia.graphs.kept import ANSWERS, DATA, NAME, PAPER, answer_name
from testimonia.query import ask, list_queries
from testimonia.query.engine import solutions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

__all__ = ["Made", "make_store"]

_BATCH = 400_000
"""Quads that are sorted and written at once. More is hardly quicker and takes more memory: a million
triples came to 0.7 GB with this batch, to 2.1 GB with the engine's own."""


@dataclass(frozen=True, slots=True)
class Made:
    """A store, new or found unchanged."""

    path: Path
    triples: int
    """Each once, however many graphs hold it."""
    graphs: int
    """Named graphs: one for each article revision, one for its comparisons."""
    unchanged: bool = False


def make_store(
    source: str | Path,
    target: str | Path | None = None,
    *,
    rebuild: bool = False,
    answers: bool = True,
    tell: Callable[[int], None] = lambda _: None,
) -> Made:
    """Make a store of a graph file, a folder of them or standard input ("-").

    It goes to `target`, by default to the folder "store" inside `source`. A store whose files have
    not changed since is left as it is, unless `rebuild`. With `answers` the named questions are
    answered once and for all. `tell` is called with the number of quads
    read so far. Raises GraphError when the files cannot be read and OutputError when the store
    cannot be written, or `target` is there and no store.
    """
    place = Path(target) if target else Path(source) / NAME
    marks = {} if str(source) == "-" else fingerprint(source, graph_files(source))
    if place.exists():
        kept = find_kept(place)
        if kept is None:
            raise OutputError(f"{place}: is there already and is no store; choose another folder.")
        if marks and kept.paper["files"] == marks and not rebuild:
            return Made(place, kept.paper["triples"], kept.paper["graphs"], unchanged=True)
    draft = place.with_name(f".{place.name}.{os.getpid()}.draft")
    try:
        draft.mkdir(parents=True)
        triples, graphs = _fill(draft / DATA, quads_of(source), tell)
        if answers:
            _answer(draft)
        paper = {"files": marks, "graphs": graphs, "triples": triples}
        (draft / PAPER).write_text(json.dumps(paper, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        _replace(draft, place)
    except OSError as error:
        raise OutputError(f"{place}: cannot be written: {(error.strerror or str(error)).lower()}.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Made(place, triples, graphs)


def _fill(path: Path, quads: Iterator[Quad], tell: Callable[[int], None]) -> tuple[int, int]:
    """Write the quads and their union into a new store; give how many triples and named graphs."""
    from pyoxigraph import DefaultGraph, Store

    store = Store(str(path))
    named: set[NamedNode | BlankNode | DefaultGraph] = set()
    read, twice = 0, _with_union(quads, named)
    while batch := list(islice(twice, _BATCH)):
        store.bulk_extend(batch)
        read += len(batch)
        tell(read // 2)
    repeats = DefaultGraph() not in named
    named.discard(DefaultGraph())
    for graph in named:
        store.add_graph(graph)  # `bulk_extend` does not list the graphs that it writes
    mark_whole(store, repeats=repeats)
    store.optimize()  # batches lie over one another until then, and each lookup goes through all of them
    store.flush()
    return _count(store), len(named)


def _answer(draft: Path) -> None:
    """Answer the named questions and keep the answers.

    The store never changes, so they stay right; what takes seconds over a million triples on disk
    (a lookup there takes ten times as long as one in memory) then takes one.
    """
    from pyoxigraph import Store

    store = Store.read_only(str(draft / DATA))
    (draft / ANSWERS).mkdir()
    for query in list_queries():
        (draft / ANSWERS / answer_name(query.sparql)).write_bytes(ask(store, query.name).source)


def _with_union(quads: Iterator[Quad], graphs: set[NamedNode | BlankNode | DefaultGraph]) -> Iterator[Quad]:
    """Give each quad, and its triple once more for the default graph; note the graphs that there are."""
    from pyoxigraph import Quad

    for quad in quads:
        graphs.add(quad.graph_name)
        yield quad
        yield Quad(quad.subject, quad.predicate, quad.object)


def _count(store: Store) -> int:
    """Count the triples of the whole inside the engine, which need not spell them out for that."""
    (row,) = solutions(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    return int(row["n"])


def _replace(draft: Path, place: Path) -> None:
    """Put the new store in place of the old one, which who has it open goes on reading."""
    old = draft.with_suffix(".old")
    if place.exists():
        place.rename(old)
    draft.rename(place)
    shutil.rmtree(old, ignore_errors=True)
