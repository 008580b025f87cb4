"""Load graphs into a triple store: one named graph an article revision, replaced whole and counted.

URL is the SPARQL endpoint of the store, or the address above it; how the store takes graphs is found
by trying. The password is taken from TESTIMONIA_PASSWORD, else asked for. What has been loaded is noted
in DIR/loaded.json, so that a run that was cut short goes on. docs/loading.md has a recipe for each store.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from testimonia.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from testimonia.load import Outcome, SignIn

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "load graphs into a triple store and count what it keeps"
EXAMPLE = """\
example:
  testimonia load output --to http://127.0.0.1:7878 --dry-run"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `load` takes."""
    parser.add_argument("graph", metavar="DIR", help='folder that `build` wrote, graph file, store, or "-"')
    parser.add_argument("--to", required=True, metavar="URL", help="the SPARQL endpoint, or what is above it")
    parser.add_argument("--update", metavar="URL", help="where the store takes updates (default: tried out)")
    parser.add_argument(
        "--graph-store", metavar="URL", help="where it speaks the Graph Store Protocol (default: tried out)"
    )
    parser.add_argument(
        "--method", choices=("graph-store", "update", "dataset"), help="how to write (default: tried out)"
    )
    parser.add_argument("--auth", choices=("basic", "digest"), help="how to sign in (default: not at all)")
    parser.add_argument("--user", metavar="NAME", help="who signs in")
    parser.add_argument("--dry-run", action="store_true", help="write nothing, tell what would be loaded")
    parser.add_argument("--journal", metavar="FILE", help='default: DIR/loaded.json; "" for none')
    parser.add_argument("--quiet", action="store_true", help="tell of failures only")


def run(arguments: argparse.Namespace) -> int:
    """Load, tell of each graph, and sum up; 1 if a graph failed."""
    from testimonia.load import Connection, load_graphs
    from testimonia.load.run import Target

    if not arguments.to.startswith(("http://", "https://")):
        raise UsageError(f"--to {arguments.to}: an address begins with http:// or https://.")
    connection = Connection(_sign_in(arguments))
    target = Target(arguments.to, arguments.update, arguments.graph_store, arguments.method)
    outcomes = load_graphs(
        arguments.graph, target, connection, _journal(arguments), dry_run=arguments.dry_run
    )
    told = list(_tell(outcomes, quiet=arguments.quiet))
    if not arguments.quiet:
        print(_sum(told, arguments.to))
    return 1 if any(outcome.state == "failed" for outcome in told) else 0


def _sign_in(arguments: argparse.Namespace) -> SignIn | None:
    import os
    from getpass import getpass

    from testimonia.load import SignIn

    if arguments.auth is None:
        return None
    if not arguments.user:
        raise UsageError(f"--auth {arguments.auth} needs --user NAME.")
    password = os.environ.get("TESTIMONIA_PASSWORD")
    if password is None:
        if not sys.stdin.isatty():
            raise UsageError("The password is missing; put it into TESTIMONIA_PASSWORD.")
        password = getpass(f"password of {arguments.user}: ")
    return SignIn(arguments.auth, arguments.user, password)


def _journal(arguments: argparse.Namespace) -> Path | None:
    from pathlib import Path

    if arguments.journal is not None:
        return Path(arguments.journal) if arguments.journal else None
    folder = Path(arguments.graph)
    return folder / "loaded.json" if folder.is_dir() else None


def _tell(outcomes: Iterable[Outcome], *, quiet: bool) -> Iterator[Outcome]:
    """Pass the outcomes on, with a line for each; on a terminal the line of the last one that went well."""
    if sys.stderr.isatty() and not quiet:
        yield from _with_status(outcomes)
        return
    for outcome in outcomes:
        if outcome.state == "failed" or not quiet:
            print(_line(outcome), file=sys.stderr)
        yield outcome


def _with_status(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("looking at the store") as status:
        for number, outcome in enumerate(outcomes, start=1):
            if outcome.state == "failed":
                console.print(_line(outcome), markup=False, highlight=False, soft_wrap=True)
            status.update(f"{number} graphs; {outcome.state}: {outcome.triples} triples")
            yield outcome


def _line(outcome: Outcome) -> str:
    if outcome.state == "failed":
        return f"testimonia: {' '.join(outcome.problem.split())}"
    there = f", where {outcome.before} are" if outcome.state == "would replace" else ""
    return f"{outcome.graph}: {outcome.state}, {outcome.triples} triples{there}"


def _sum(told: list[Outcome], address: str) -> str:
    states = list(dict.fromkeys(outcome.state for outcome in told))
    counted = ", ".join(f"{sum(o.state == state for o in told)} {state}" for state in states)
    triples = sum(outcome.triples for outcome in told if outcome.state != "failed")
    return f"{counted}: {triples} triples, each graph counted → {address}"
