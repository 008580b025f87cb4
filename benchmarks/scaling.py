"""Speed and memory on dumps and graphs, each as a ratio to a named alternative in the same run.

    python benchmarks/scaling.py 2000

Times are those of the processor, so that what else runs on the machine counts for little; the program and
its alternative take turns. A time counts only if both found the same. `run.py` writes the table.
"""

from __future__ import annotations

import bz2
import io
import resource
import statistics
import subprocess
import sys
import time
import tracemalloc
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from dumps import dump, is_battle, page, wikitext
from pyoxigraph import RdfFormat, parse

from testimonia.mapping import MappingOptions, map_lines
from testimonia.pipeline import Options, build_page, find_claims
from testimonia.read import read_article
from testimonia.read.dump import Pages, Selection, Site
from testimonia.serialize import serialize_all, serialize_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Quad

__all__ = ["PAGES", "measure"]

PAGES = 2000
TURNS = 5
NQUADS = Options(formats=("nquads",))
SITE = Site(base="https://en.wikipedia.org/wiki/Main_Page")
INFOBOX = "{{Infobox military conflict"
PIECE = 1 << 20


@dataclass(frozen=True)
class Ratio:
    """What was measured."""

    name: str
    alternative: str
    ours: float
    other: float
    """Milliseconds, or megabytes."""
    limit: float
    """How many times what the alternative takes may be taken."""
    check: str
    """What both found alike."""

    @property
    def row(self) -> str:
        """The row of the table."""
        ratio = self.ours / self.other
        kept = "yes" if ratio <= self.limit else "no"
        numbers = f"{self.ours:.1f} | {self.other:.1f} | {ratio:.2f} | {self.limit:.2f}"
        return f"| {self.name} | {self.alternative} | {numbers} | {kept} | {self.check} |"


def measure(pages: int) -> list[str]:
    """Measure everything on a dump of so many pages; give the rows of a table."""
    xml = b"".join(dump(pages))
    build_page(page(7).strip().encode(), SITE, "dump", NQUADS)  # loads the lexicon
    ratios = [
        *_selecting(xml),
        _building(bz2.compress(xml), pages),
        *_workers(xml),
        _one_article(),
        *_writing(),
        _memory(),
    ]
    heads = ("what", "against", "ours ms", "other ms", "ratio", "limit", "kept", "found alike")
    return [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *(ratio.row for ratio in ratios)]


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.process_time()
    found = work()
    return (time.process_time() - begin) * 1000, found


def _turns(turns: int, ours: Callable[[], Any], other: Callable[[], Any]) -> tuple[float, float, Any]:
    """Let both take turns; give the medians, and what both found, which must be the same."""
    times: tuple[list[float], list[float]] = ([], [])
    found = None
    for _ in range(turns):
        (first, found), (second, expected) = _timed(ours), _timed(other)
        if found != expected:
            sys.exit(f"not the same was found: {found} and {expected}; the time does not count")
        times[0].append(first)
        times[1].append(second)
    return statistics.median(times[0]), statistics.median(times[1]), found


def _selecting(xml: bytes) -> Iterator[Ratio]:
    """Go from plain XML to the selected pages."""
    for other, name, limit in ((_by_mwxml, "mwxml", 1 / 7), (_by_lxml, "lxml.iterparse", 1.0)):
        mine, theirs, found = _turns(TURNS, lambda: len(_selected(xml)), partial(other, xml))
        yield Ratio("plain XML to selected pages", name, mine, theirs, limit, f"{found} pages")


def _selected(xml: bytes) -> list[bytes]:
    pieces = (xml[begin : begin + PIECE] for begin in range(0, len(xml), PIECE))
    wants = Selection().wants
    return [one for one in Pages(pieces, "dump") if isinstance(one, bytes) and wants(one)]


def _by_mwxml(xml: bytes) -> int:
    import mwxml

    revisions = (next(iter(one)) for one in mwxml.Dump.from_file(io.BytesIO(xml)))
    return sum(INFOBOX in revision.text for revision in revisions)


def _by_lxml(xml: bytes) -> int:
    from lxml import etree

    found = 0
    name = "{http://www.mediawiki.org/xml/export-0.11/}page"
    for _, element in etree.iterparse(io.BytesIO(xml), tag=name):
        found += INFOBOX in element.find("{*}revision/{*}text").text
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return found


def _building(packed: bytes, pages: int) -> Ratio:
    """Build a .bz2 dump to N-Quads, without validation, on one core."""
    theirs, xml = _timed(lambda: bz2.decompress(packed))

    def ours() -> int:
        wanted = _selected(bz2.decompress(packed))
        return sum(bool(build_page(one, SITE, "dump", NQUADS).files["nq"]) for one in wanted)

    mine, found = _timed(ours)
    if found != sum(map(is_battle, range(1, pages + 1))) or len(xml) < pages:
        sys.exit(f"{found} articles were built, which are not those of the dump")
    return Ratio(".bz2 dump to N-Quads", "bz2 alone", mine, theirs, 1.5, f"{found} articles")


def _workers(xml: bytes) -> Iterator[Ratio]:
    """Build a dump with two workers and with one: by the clock, and by the processor time of all processes.

    The clock tells little where other work runs. Two workers that use a third more of the processor than
    one can still be one and a half times as fast on two idle cores.
    """
    took: list[float] = []
    used: list[float] = []
    built: list[dict[str, bytes]] = []
    with TemporaryDirectory() as name:
        (Path(name) / "dump.xml").write_bytes(xml)
        for number in ("2", "1"):
            words = ["build", "dump.xml", "--output", number, "--workers", number, "--format", "nquads"]
            begin, before = time.perf_counter(), _used()
            subprocess.run([sys.executable, "-m", "testimonia", *words, "--quiet"], cwd=name, check=True)
            took.append((time.perf_counter() - begin) * 1000)
            used.append(_used() - before)
            built.append({path.name: path.read_bytes() for path in (Path(name) / number).iterdir()})
    if built[0] != built[1]:
        sys.exit("two workers wrote other bytes than one")
    check = f"{len(built[0])} files"
    what = "dump to N-Quads, two workers, with validation"
    yield Ratio(f"{what}, by the clock", "one worker", took[0], took[1], 1 / 1.5, check)
    yield Ratio(f"{what}, processor time of all", "one worker", used[0], used[1], 2 / 1.5, check)


def _used() -> float:
    """Give the processor time of all processes that were started and have ended, in milliseconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


def _one_article() -> Ratio:
    """Build one wikitext article to N-Quads, without validation."""
    import mwparserfromhell

    xml, text = page(27).strip().encode(), wikitext(27)
    mine, theirs, _ = _turns(
        TURNS * 3,
        lambda: bool(build_page(xml, SITE, "dump", NQUADS).files),
        lambda: bool(mwparserfromhell.parse(text).nodes),
    )
    check = f"{len(text):,} characters"
    return Ratio("one wikitext article to N-Quads", "mwparserfromhell.parse", mine, theirs, 1.0, check)


def _mapped(number: int) -> list[str]:
    article = read_article(wikitext(number), form="wikitext", title=f"Battle {number}")
    return map_lines(article, find_claims(article), MappingOptions())


def _writing() -> Iterator[Ratio]:
    """Write the same triples as lines, and as Turtle and JSON-LD."""
    mapped = _mapped(27)
    ready = [f"{line} .\n" for line in mapped]
    mine, theirs, found = _turns(
        TURNS * 9,
        lambda: len(serialize_lines(mapped, ["nquads"])["nquads"]),
        lambda: len("".join(ready).encode()),
    )
    yield Ratio("N-Quads", "joining ready-made lines", mine, theirs, 2.0, f"{found:,} bytes")
    triples = serialize_lines(mapped, ["ntriples"])["ntriples"]
    if triples.count(b"\n") != len(mapped):
        sys.exit("a triple stands in two graphs, and rdflib would write it once")
    quads = list(parse(serialize_lines(mapped, ["nquads"])["nquads"], RdfFormat.N_QUADS))
    mine, theirs, found = _turns(TURNS, lambda: _write_ours(quads), lambda: _write_rdflib(triples))
    yield Ratio("Turtle and JSON-LD", "rdflib", mine, theirs, 1 / 5, f"{found:,} triples")


def _write_ours(quads: list[Quad]) -> int:
    written = serialize_all(quads, ("turtle", "jsonld"))
    return len(quads) if all(written.values()) else 0


def _write_rdflib(triples: bytes) -> int:
    from rdflib import Graph

    graph = Graph().parse(data=triples, format="nt")
    graph.serialize(format="turtle")
    graph.serialize(format="json-ld")
    return len(graph)


def _memory() -> Ratio:
    """Measure what writing Turtle and JSON-LD adds to memory at its peak, in processes of their own."""
    lines = sorted(line for at in range(20) for line in _mapped(20 * at + 7))
    triples = serialize_lines(lines, ["ntriples"])["ntriples"]
    commands = ([sys.executable, __file__, who] for who in ("ours", "rdflib"))
    ours, other = (
        float(subprocess.run(command, input=triples, capture_output=True, check=True).stdout)
        for command in commands
    )
    return Ratio(
        "memory of that, MB, 20 articles", "rdflib", ours, other, 1 / 3, f"{triples.count(10):,} triples"
    )


def _grow(who: str) -> float:
    """Write a graph from standard input; give how many megabytes Python held for that at its peak."""
    triples = sys.stdin.buffer.read()
    quads = list(parse(triples, RdfFormat.N_TRIPLES))
    _write_rdflib(b"")  # imports what it needs
    _write_ours(quads[:100])
    tracemalloc.start()
    if who == "ours":
        _write_ours(quads)
    else:
        _write_rdflib(triples)
    return tracemalloc.get_traced_memory()[1] / 1024**2


if __name__ == "__main__":
    if sys.argv[1].isdecimal():
        print("\n".join(measure(int(sys.argv[1]))))
    else:
        print(_grow(sys.argv[1]))
