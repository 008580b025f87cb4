"""Dumps of any size, on a cluster: the same per-article function as a Spark job.

The job reads dumps from any file system that Hadoop knows, split behind the ends of pages, so that every
machine unpacks, filters and builds its own part of a dump. It writes::

    OUTPUT/quads/part-00000.nq …       the graphs, as N-Quads
    OUTPUT/failures/part-….json        what could not be built or does not conform: source, page, problem

The lines of all parts, sorted, are those that one machine writes for the same dumps and the same links.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from testimonia.errors import InputError, OutputError, UsageError
from testimonia.mapping import map_links, map_redirects
from testimonia.read.dump import Flaw, Selection, cut_pages, find_redirect, read_site, title_of
from testimonia.scale.gate import Refused
from testimonia.scale.task import Task, attempt
from testimonia.serialize import serialize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyspark import RDD
    from pyspark.sql import SparkSession

    from testimonia.links import LinkTable
    from testimonia.pipeline import Options
    from testimonia.read.dump import Site

    Record = tuple[str, Any]
    """What becomes of a page: a kind (quads, title, redirect, failure, counts) and what it holds."""

__all__ = ["build_dumps", "open_session", "records_of"]

_INPUT = (
    "org.apache.hadoop.mapreduce.lib.input.TextInputFormat",
    "org.apache.hadoop.io.LongWritable",
    "org.apache.hadoop.io.Text",
)
_BEGIN, _END = "<page>", "</page>"
_FAILURE = "source string, page string, problem string"


def open_session(master: str | None = None) -> SparkSession:
    """Open a session: where `spark-submit` says, or on `master`, such as "local[2]".

    Raises UsageError if Spark is not installed or cannot be started.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("Spark is not installed; say: pip install 'testimonia[spark]'.") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("testimonia").config("spark.ui.showConsoleProgress", "false")
    try:
        return (builder.master(master) if master else builder).getOrCreate()
    except PySparkException as error:
        reason = str(error).split("\n")[0]
        raise UsageError(f"Spark cannot be started (it needs Java 17 or later): {reason}") from error


def build_dumps(
    session: SparkSession,
    dumps: Sequence[str],
    output: str,
    options: Options,
    selection: Selection | None = None,
    links: LinkTable | None = None,
) -> Counter[str]:
    """Build the wanted pages of dumps into a folder, and count what was built, what failed, claims, ….

    `dumps` and `output` are paths or URLs of file systems that Hadoop knows; the paths of dumps may hold
    wildcards. Of the formats N-Quads is written. `links` are those that people have decided on, as
    `testimonia.links.read_links` gives them. Raises InputError if a dump cannot be read, OutputError
    if the folder is there already.
    """
    from py4j.protocol import Py4JJavaError
    from pyspark import StorageLevel

    chosen = replace(options, formats=("nquads",))
    _require_absent(session, output)
    try:
        files = [file for pattern in dumps for file in _expand(session, pattern)]
        parts = [_records(session, file, chosen, selection or Selection()) for file in files]
        records = session.sparkContext.union(parts).persist(StorageLevel.DISK_ONLY)
        lines = session.sparkContext.union([_quads(records, chosen), _links(session, links)])
        _write_quads(session, lines, f"{output}/quads")
        failures = session.createDataFrame(_of_kind(records, "failure"), _FAILURE)
        failures.write.json(f"{output}/failures")
        return Counter(_of_kind(records, "counts").fold(Counter(), _sum))
    except Py4JJavaError as error:
        reason = error.java_exception.toString().split("\n")[0]
        raise InputError(f"{', '.join(dumps)}: the job failed: {reason}.") from error


def records_of(
    record: str, name: str, site: Site, options: Options, selection: Selection
) -> Iterator[Record]:
    """Give what becomes of a stretch of a dump that ends before the "</page>" of a page.

    `name` is that of the dump, `site` the wiki that it is of.
    """
    if _BEGIN not in record:  # what follows the last page
        return
    for page in cut_pages((record + _END).encode(), name)[0]:
        if isinstance(page, Flaw):
            yield from _failed(name, None, page.problem)
        elif redirect := find_redirect(page):
            yield "redirect", tuple(redirect)
        elif selection.wants(page):
            yield from _built(Task(name, page, title_of(page), site), options)


def _built(task: Task, options: Options) -> Iterator[Record]:
    built = attempt(task, options)
    if isinstance(built, str):
        yield from _failed(task.name, task.page, built)
        return
    if isinstance(built, Refused):
        yield from _failed(task.name, task.page, built.problem(task.name, None))
        return
    yield "quads", built.files["nq"].decode()
    yield "title", task.page
    yield "counts", Counter(built=1, **built.counts)


def _failed(name: str, page: str | None, problem: str) -> Iterator[Record]:
    yield "failure", (name, page, problem)
    yield "counts", Counter(failed=1)


def _records(session: SparkSession, file: str, options: Options, selection: Selection) -> RDD[Record]:
    """Read a dump, split behind the ends of pages."""
    conf = {"textinputformat.record.delimiter": _END}
    stretches = session.sparkContext.newAPIHadoopFile(file, *_INPUT, conf=conf).values()
    name = file.rpartition("/")[2]
    head = "".join(stretches.take(1)).partition(_BEGIN)[0]
    work = partial(
        records_of, name=name, site=read_site(head.encode(), name), options=options, selection=selection
    )
    return stretches.flatMap(work)


def _of_kind(records: RDD[Record], kind: str) -> RDD[Any]:
    return records.filter(lambda record: record[0] == kind).values()


def _quads(records: RDD[Record], options: Options) -> RDD[str]:
    """Give the lines of all graphs, with the redirects to what was built."""
    titles = records.context.broadcast(frozenset(_of_kind(records, "title").collect()))

    def lines(record: Record) -> list[str]:
        kind = record[0]
        held: Any = record[1]
        if kind == "redirect" and held[0] in titles.value:
            held = serialize(map_redirects([held], options.mapping), "nquads").decode()
        elif kind != "quads":
            return []
        # Not splitlines: literals may hold characters that count as ends of a line in Unicode.
        return str(held).rstrip("\n").split("\n")

    return records.flatMap(lines)


def _links(session: SparkSession, links: LinkTable | None) -> RDD[str]:
    """Give the lines of the graph of links, in one part."""
    written = serialize(map_links(links), "nquads").decode() if links else ""
    return session.sparkContext.parallelize(written.split("\n")[:-1], 1)


def _sum(one: Counter[str], other: Counter[str]) -> Counter[str]:
    return one + other


def _write_quads(session: SparkSession, lines: RDD[str], place: str) -> None:
    """Write lines in parts, and name these so that every store knows them for N-Quads."""
    lines.saveAsTextFile(place)
    system, path = _file_system(session, place)
    for status in system.listStatus(path):
        part = status.getPath()
        if part.getName().startswith("part-"):
            system.rename(part, part.suffix(".nq"))


def _require_absent(session: SparkSession, output: str) -> None:
    system, path = _file_system(session, output)
    if system.exists(path):
        raise OutputError(f"{output}: it is there already; Spark writes to a new folder.")


def _expand(session: SparkSession, pattern: str) -> list[str]:
    """Give the files behind a path with or without wildcards, sorted."""
    system, path = _file_system(session, pattern)
    files = sorted(status.getPath().toString() for status in system.globStatus(path) or ())
    if not files:
        raise InputError(f"{pattern}: no such file.")
    return files


def _file_system(session: SparkSession, place: str) -> tuple[Any, Any]:
    """Give Hadoop's file system for a path or URL, and the path in it."""
    context: Any = session.sparkContext
    path = context._jvm.org.apache.hadoop.fs.Path(place)  # noqa: SLF001 - the only way to Hadoop's file systems
    return path.getFileSystem(context._jsc.hadoopConfiguration()), path  # noqa: SLF001 - the same
