"""Read articles and write their graphs into a folder, or one graph to standard output.

INPUT is an article, a folder of articles, or "-" for standard input. An article that was built before
with the same options and has not changed is not built again. Without --output, or with --output -, the
graphs go to standard output in one format: turtle unless --format says another.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from testimonia.pipeline import Options
    from testimonia.scale import Outcome, OutputFolder, OutputStream

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "read articles and write their graphs into a folder"
EXAMPLE = """\
example:
  testimonia build examples/battle-of-akabar.txt --output output
  testimonia build examples/battle-of-akabar.txt --format nquads --quiet"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `build` takes."""
    parser.add_argument("input", nargs="+", metavar="INPUT", help='article, folder of articles, or "-"')
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
    parser.add_argument("--rebuild", action="store_true", help="build what has not changed, too")
    parser.add_argument("--store", action="store_true", help="keep a store of the folder, too (DIR/store)")
    parser.add_argument("--quiet", action="store_true", help="tell of failures only")


def run(arguments: argparse.Namespace) -> int:
    """Build, tell of each article, and sum up; 1 if some articles failed, 2 if every one did."""
    from contextlib import closing

    _import_rooms()
    from testimonia.errors import UsageError
    from testimonia.scale import build_articles, find_articles

    if arguments.workers < 1:
        raise UsageError(f"--workers {arguments.workers}: at least one is needed.")
    options = _options(arguments)
    sources = find_articles(arguments.input)
    folder = _output(arguments, options)
    with closing(build_articles(sources, folder, options, arguments.workers)) as outcomes:
        told = list(_tell(outcomes, len(sources), quiet=arguments.quiet))
    failed = sum(outcome.state == "failed" for outcome in told)
    if failed == len(told):
        return 2
    if not arguments.quiet:
        _sum_up(told, arguments.output)
    if arguments.store:
        from testimonia.cli.store import keep

        keep(arguments.output)
    return 1 if failed else 0


def _output(arguments: argparse.Namespace, options: Options) -> OutputFolder | OutputStream:
    """Give the folder that is written to, or standard output, which takes one format."""
    from pathlib import Path

    from testimonia import __version__
    from testimonia.errors import UsageError
    from testimonia.scale import OutputFolder, OutputStream

    if arguments.output != "-":
        return OutputFolder(Path(arguments.output), __version__, rebuild=arguments.rebuild)
    if arguments.store:
        raise UsageError("--store keeps a store in a folder; say --output DIR.")
    return OutputStream(sys.stdout.buffer, options)


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
    from testimonia.mapping import MappingOptions
    from testimonia.pipeline import Options

    chosen = {name: getattr(arguments, name) for name in ("base", "license", "rights_holder", "tolerance")}
    chosen["timestamp"] = _now() if arguments.timestamp == "now" else arguments.timestamp
    given = {name: value for name, value in chosen.items() if value is not None}
    usual = "turtle" if arguments.output == "-" else "turtle,jsonld"
    formats = tuple(name.strip() for name in (arguments.format or usual).split(","))
    return Options(formats=formats, form=arguments.form, mapping=MappingOptions(**given))


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _tell(outcomes: Iterable[Outcome], total: int, *, quiet: bool) -> Iterator[Outcome]:
    """Pass the outcomes on, with a bar on a terminal and a line for each article in a pipe."""
    if sys.stderr.isatty() and total > 1 and not quiet:
        yield from _with_bar(outcomes, total)
        return
    for outcome in outcomes:
        if outcome.state == "failed" or (total > 1 and not quiet):
            print(_line(outcome), file=sys.stderr)
        yield outcome


def _with_bar(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("building", total=total)
        for outcome in outcomes:
            if outcome.state == "failed":
                progress.console.print(_line(outcome), markup=False, highlight=False, soft_wrap=True)
            progress.advance(task)
            yield outcome


def _line(outcome: Outcome) -> str:
    if outcome.state == "failed":
        return f"testimonia: {' '.join(outcome.problem.split())}"
    return f"{outcome.source}: {outcome.state}, {_count(outcome.counts.get('claims', 0), 'claim')}"


def _sum_up(told: list[Outcome], output: str) -> None:
    """Print one line: how many articles, claims, contradictions and unexplained figures."""
    done = [outcome for outcome in told if outcome.state != "failed"]
    states = [f"{sum(o.state == state for o in told)} {state}" for state in ("built", "unchanged", "failed")]
    counted = ", ".join(state for state in states if not state.startswith("0 "))
    found = ", ".join(
        _count(sum(outcome.counts.get(name, 0) for outcome in done), thing)
        for name, thing in (
            ("claims", "claim"),
            ("contradictions", "contradiction"),
            ("unexplained", "unexplained figure"),
        )
    )
    if output == "-":
        print(f"{counted}: {found}", file=sys.stderr)  # standard output holds the graph
    else:
        print(f"{counted}: {found} → {output}")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
