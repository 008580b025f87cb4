"""Measure publishing: how long a site takes, how heavy its pages are, its lists and search at 10,000 events.

    python benchmarks/publishing.py [QUADS]

A quarter of a million quads by default: the example again and again under other names, whose actors and
places are the same each time, so that their pages are as long as can be. Lists and search are made of as
many copies of those events as make 10,000, on days of nine centuries. Seconds are those of one core. They
count only if every event has its page, and every sheet and file of the index is there. Writes
RESULTS-publishing.md.
"""

import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generated import CLAIMS, write_graph

from testimonia.files import write_whole
from testimonia.graphs import read_graph
from testimonia.pages import Frame, open_library
from testimonia.pages.browse import browse_pages, listed
from testimonia.pages.dossiers import Dossiers
from testimonia.pages.front import front_page, search_page
from testimonia.pages.gathering import Gatherer
from testimonia.pages.register import Register
from testimonia.pages.search import PER_FILE, search_files, word_files
from testimonia.pages.things import things_of
from testimonia.publish import Layout, publish_site
from testimonia.query import base_of
from testimonia.validate import Texts

HERE = Path(__file__).resolve().parent
EVENTS = 10_000
LARGE = """
## Large sites, once
Generated battles (`dumps.py`), each with four comparisons and 1,675 quads; and 249 real articles, 29 kB each.
From a store on disk, on two cores that did much else. Processor seconds are those of all processes together.

| what | s | for each event, ms | MB of memory |
|---|---|---|---|
| 310 events, the whole site: 4,362 files, 83 MB | 51.7 | 167 | 258 |
| of that the pages of events | 14.6 | 47 | |
| of that the data of everything | 25.9 | 83 | |
| 10,000 events, four workers: what has a page | 70 | 7 | 690 |
| the pages of events, heaviest of a battle 57 kB with style | 930 | 93 | 3,290 in five processes |
| the data of everything, two dumps of 251 MB, VoID | 1,290 | 129 | 4,030 in five processes |
| the whole site: 114,552 files, 2,618 MB | 2,503 | 250 | 4,030 in five processes |
| 249 real articles with estimates: 27,525 files, 282 MB, heaviest with style 190 kB | 219 | 880 | |
| lists, search and its index for 10,000 events: those of the real articles, forty times | 9.9 | 1 | 436 |

Building the 10,000 articles and the store took 1,711 s, the store 4.6 GB; the site 50 minutes by the clock,
on cores that others had first. The dump has the 16,750,000 quads of the build. In Chromium, an answer among
the 10,000 events with 435,102 figures came after 0.25 to 0.55 s and took 195 to 427 kB, 65 of them the page
with its style and script; lists weighed 84 to 117 kB, and axe-core found nothing against them.
"""
"""What is too long for a benchmark that others run; measured by hand."""
LIMIT = 200
"""Kilobytes that a page may weigh with its style, without the map."""


def main(arguments: list[str]) -> int:
    """Measure, print and write the table; 1 if a page is too heavy."""
    quads = int(arguments[0]) if arguments else 250_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies = write_graph(folder / "graph.nq", quads)
        graph = read_graph(str(folder / "graph.nq"))
        begin = time.process_time()
        made = publish_site(graph, folder / "site", write_whole)
        seconds = time.process_time() - begin
        require(len(list((folder / "site/kg/event").glob("battle-*.html"))), copies)
        style = (folder / "site/static/style.css").stat().st_size
        pages = [path.stat().st_size for path in (folder / "site/kg").rglob("*.html")]
        what = f"a site of {copies} articles with {copies * CLAIMS:,} figures"
        rows = [_row(what, seconds, made.files, made.size, max(pages) + style)]
        gatherer = Gatherer(open_library(graph).data, Texts())
        rows += _ways_in(gatherer, style)
    table = "\n".join(["| what | s | files | MB | heaviest, kB |", "|---|---|---|---|---|", *rows])
    print(table)
    page = f"# Publishing\n{(__doc__ or '').splitlines()[0]}\n\n{table}\n{LARGE}"
    (HERE / "RESULTS-publishing.md").write_text(page, encoding="utf-8")
    return int(any(float(row.split("|")[-2]) >= LIMIT for row in rows))


def require(found: int, expected: int) -> None:
    """Stop where something is missing: then no time counts."""
    if found != expected:
        raise SystemExit(f"{found} instead of {expected}")


def _ways_in(gatherer: Gatherer, style: int) -> Iterator[str]:
    """Measure the lists and the search of many events."""
    register = Register()
    for dossier in Dossiers(gatherer).each():
        register.add(dossier)
    kinds = [entry for entry in register.entries if entry.main]
    register.entries = [
        replace(
            kinds[number % len(kinds)],
            iri=f"{kinds[0].iri}-{number}",
            when=f"{1120 + number * 900 // EVENTS}-0{number % 9 + 1}-01",
        )
        for number in range(EVENTS)
    ]
    known = (*(entry.iri for entry in register.entries), *gatherer.actors, *gatherer.places)
    frame = Frame(Layout(base_of(gatherer.store), frozenset(known)))
    begin = time.process_time()
    pages = dict(browse_pages(frame, register))
    pages["index.html"] = front_page(frame, register)
    yield _measured(f"first page and lists of {EVENTS:,} events", begin, pages.values(), style)
    require(len([place for place in pages if place.startswith("browse/dates")]), EVENTS // 200)
    begin = time.process_time()
    things = list(things_of(frame, register, listed(register)))
    told = dict(search_files(things))
    words = {place: (start, script) for start, place, script in word_files(things)}
    page = search_page(frame, register, [start for start, _ in words.values()])
    made = [page, *told.values(), *(script for _, script in words.values())]
    require(len(told), EVENTS // PER_FILE)
    yield _measured(f"search over {EVENTS:,} events: page and index", begin, made, style)


def _measured(what: str, begin: float, made: Iterable[str], style: int) -> str:
    seconds = time.process_time() - begin
    sizes = [len(text.encode()) for text in made]
    return _row(what, seconds, len(sizes), sum(sizes), max(sizes) + style)


def _row(what: str, seconds: float, files: int, size: int, heaviest: int) -> str:
    return f"| {what} | {seconds:.1f} | {files:,} | {size / 1e6:.1f} | {heaviest / 1e3:.0f} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
