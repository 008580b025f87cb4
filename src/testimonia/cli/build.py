"""Read articles and write their graphs into a folder, or one graph to standard output.

INPUT is an article, a MediaWiki export or dump (plain, .bz2, .gz), a folder of them, or "-" for standard
input. An article that was built before with the same options and has not changed is not built again; a run
that was ended from outside goes on where it was. What fails is told of in DIR/failures.jsonl, and the rest
goes on. A graph that does not conform to the shapes is not written there: it goes to a folder beside it, with
a report that tells why. Without --output, or with --output -, the graphs go to standard output in one
format: turtle unless --format says another.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from testimonia.links import LinkTable
    from testimonia.pipeline import Options
    from testimonia.read import Rows
    from testimonia.read.dump import Selection
    from testimonia.scale import OutputFolder, OutputStream, Reading

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "read articles and write their graphs into a folder"
EXAMPLE = """\
example:
  testimonia build examples/battle-of-akabar.txt --output output"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `build` takes."""
    parser.add_argument("input", nargs="+", metavar="INPUT", help='article, dump, folder of them, or "-"')
    parser.add_argument(
        "--output",
        default="-",
        metavar="DIR",
        help='folder to write to (default: "-", standard output)',
    )
    parser.add_argument(
        "--format",
        metavar="LIST",
        help="turtle, jsonld, trig, nquads, joined by commas (default: turtle,jsonld)",
    )
    parser.add_argument("--base", metavar="IRI", help="what all minted IRIs begin with; ends in /")
    parser.add_argument(
        "--from",
        dest="form",
        choices=("plain", "wikitext", "prose"),
        help="the form of the text (default: told by its content)",
    )
    parser.add_argument(
        "--templates",
        action="append",
        default=[],
        metavar="FILE",
        help="what more templates mean (repeatable)",
    )
    _configure_run(parser)
    _configure_dumps(parser)
    _configure_checks(parser)
    parser.add_argument("--rebuild", action="store_true", help="build what has not changed, too")
    parser.add_argument("--store", action="store_true", help="keep a store of the folder, too (DIR/store)")
    parser.add_argument("--quiet", action="store_true", help="tell of failures only")


def _configure_run(parser: argparse.ArgumentParser) -> None:
    """Declare what the run says of itself, and how it reckons and works."""
    parser.add_argument("--license", metavar="IRI", help="licence of the text (default: CC BY-SA 4.0)")
    parser.add_argument(
        "--rights-holder", metavar="NAME", help="who holds the rights (default: Wikipedia contributors)"
    )
    parser.add_argument(
        "--timestamp", metavar="WHEN", help='when the run took place: ISO 8601, or "now" (default: left out)'
    )
    parser.add_argument(
        "--tolerance", type=float, metavar="SHARE", help='how far "about N" reaches: 0.1 is a tenth, 0 is off'
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="how many processes (default: 1)")
    parser.add_argument(
        "--shards", type=int, default=1, metavar="N", help="spread the articles over N folders (default: 1)"
    )


def _configure_dumps(parser: argparse.ArgumentParser) -> None:
    """Declare which pages of a dump are read."""
    parser.add_argument(
        "--pages",
        choices=("infobox", "all"),
        default="infobox",
        help="of a dump: the pages with the infobox of a conflict, or all (default: %(default)s)",
    )
    parser.add_argument(
        "--namespaces", default="0", metavar="LIST", help="of a dump: by number (default: 0, the articles)"
    )


def _configure_checks(parser: argparse.ArgumentParser) -> None:
    """Declare what graphs are held against, and where links come from."""
    parser.add_argument(
        "--shapes",
        metavar="DIR|FILE",
        help="SHACL shapes that graphs must conform to, beside the shipped",
    )
    parser.add_argument(
        "--quarantine", metavar="DIR", help="where graphs that do not conform go (default: DIR-quarantine)"
    )
    parser.add_argument(
        "--links",
        metavar="FILE",
        help="links to other data sets (default: DIR/links.sssom.tsv, if it is there)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Build, tell of each article, and sum up; 1 if some failed or do not conform, 2 if every one failed."""
    from contextlib import closing

    _import_rooms()
    from testimonia.cli.compare import related_words
    from testimonia.cli.progress import tell
    from testimonia.errors import UsageError
    from testimonia.scale import Reading, build_articles, find_articles
    from testimonia.scale.linking import link_files

    for name in ("workers", "shards"):
        if getattr(arguments, name) < 1:
            raise UsageError(f"--{name} {getattr(arguments, name)}: at least one is needed.")
    options = _options(arguments)
    reading = Reading(find_articles(arguments.input), _selection(arguments, options))
    output = _output(arguments, options)
    links = _links(arguments)
    totals: Counter[str] = Counter()
    with closing(build_articles(reading, output, options, arguments.workers)) as outcomes:
        for outcome in tell(outcomes, reading, quiet=arguments.quiet):
            totals.update({outcome.state: 1} | outcome.counts)
    output.write_beside(link_files(links, options.formats) if links else {})
    related = output.relate(links)
    if totals["failed"] and not totals["built"] + totals["unchanged"] + totals["quarantined"]:
        return 2
    if not arguments.quiet:
        _sum_up(totals, reading, arguments.output)
        if related:
            print(f"{related_words(related)} → {arguments.output}")
    if arguments.store:
        from testimonia.cli.store import keep

        keep(arguments.output)
    return 1 if totals["failed"] or totals["quarantined"] else 0


def _output(arguments: argparse.Namespace, options: Options) -> OutputFolder | OutputStream:
    """Give the folder that is written to, or standard output, which takes one format."""
    from pathlib import Path

    from testimonia import __version__
    from testimonia.errors import UsageError
    from testimonia.scale import OutputFolder, OutputStream

    if arguments.output != "-":
        path, shards = Path(arguments.output), arguments.shards
        quarantine = Path(arguments.quarantine) if arguments.quarantine else None
        return OutputFolder(
            path, __version__, rebuild=arguments.rebuild, shards=shards, quarantine=quarantine
        )
    if arguments.store:
        raise UsageError("--store keeps a store in a folder; say --output DIR.")
    return OutputStream(sys.stdout.buffer, options)


def _links(arguments: argparse.Namespace) -> LinkTable | None:
    """Read the file of links, so that what people have decided outlives what is built."""
    from pathlib import Path

    from testimonia.scale.linking import links_for

    return links_for(None if arguments.output == "-" else Path(arguments.output), arguments.links)


def _import_rooms() -> None:
    """Import what building needs, without looking for garbage meanwhile.

    Importing makes many objects and drops none; that the collector walks them again and again costs
    a sixth of the time of a short run.
    """
    import gc
    from importlib import import_module

    gc.disable()
    import_module("testimonia.scale")
    gc.freeze()
    gc.enable()


def _options(arguments: argparse.Namespace) -> Options:
    from pathlib import Path

    from testimonia.mapping import MappingOptions
    from testimonia.pipeline import Options

    chosen = {name: getattr(arguments, name) for name in ("base", "license", "rights_holder", "tolerance")}
    chosen["timestamp"] = _now() if arguments.timestamp == "now" else arguments.timestamp
    given = {name: value for name, value in chosen.items() if value is not None}
    usual = "turtle" if arguments.output == "-" else "turtle,jsonld"
    formats = tuple(name.strip() for name in (arguments.format or usual).split(","))
    shapes = Path(arguments.shapes) if arguments.shapes else None
    return Options(
        formats=formats,
        form=arguments.form,
        mapping=MappingOptions(**given),
        templates=_templates(arguments),
        shapes=shapes,
    )


def _templates(arguments: argparse.Namespace) -> Rows:
    from testimonia.read import load_templates

    return tuple(row for path in arguments.templates for row in load_templates(path))


def _selection(arguments: argparse.Namespace, options: Options) -> Selection:
    from testimonia.errors import UsageError
    from testimonia.read import meanings_of
    from testimonia.read.dump import Selection

    try:
        namespaces = frozenset(map(int, arguments.namespaces.split(",")))
    except ValueError as error:
        raise UsageError(
            f"--namespaces «{arguments.namespaces}»: numbers are needed, such as 0,2."
        ) from error
    infoboxes = frozenset(meanings_of(options.templates).infoboxes)
    return Selection(namespaces, None if arguments.pages == "all" else infoboxes)


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _sum_up(totals: Counter[str], reading: Reading, output: str) -> None:
    """Print one line: how many articles, claims, contradictions and unexplained figures."""
    from testimonia.cli.progress import count

    states = (f"{totals[state]:,} {state}" for state in ("built", "unchanged", "quarantined", "failed"))
    counted = ", ".join(state for state in states if not state.startswith("0 ")) or "0 built"
    found = ", ".join(
        count(totals[name], thing)
        for name, thing in (
            ("claims", "claim"),
            ("contradictions", "contradiction"),
            ("unexplained", "unexplained figure"),
        )
    )
    seen = f" of {count(reading.pages, 'page')}" if reading.pages else ""
    if output == "-":
        print(f"{counted}{seen}: {found}", file=sys.stderr)  # standard output holds the graph
    else:
        print(f"{counted}{seen}: {found} → {output}")
