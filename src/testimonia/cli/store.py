"""Keep a graph as a store on disk, so that questions need not read it again.

The store goes into the folder itself (DIR/store), where every command that reads DIR finds it as long
as the files have not changed; elsewhere with --output. It is made new from scratch, beside the old one.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from testimonia.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from testimonia.store import Made

__all__ = ["EXAMPLE", "SUMMARY", "configure", "keep", "run"]

SUMMARY = "keep a graph as a store on disk"
EXAMPLE = """\
example:
  testimonia store output
  testimonia query conflicts output"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `store` takes."""
    parser.add_argument(
        "graph", metavar="DIR", help='a folder that `build` wrote, a graph file, or "-" for standard input'
    )
    parser.add_argument("--output", metavar="STORE", help="where the store goes (default: DIR/store)")
    parser.add_argument("--rebuild", action="store_true", help="make the store again though nothing changed")


def run(arguments: argparse.Namespace) -> int:
    """Make the store and say what it holds."""
    from pathlib import Path

    if arguments.output is None and not Path(arguments.graph).is_dir():
        raise UsageError(f"«{arguments.graph}» is no folder to keep a store in; say --output STORE.")
    if arguments.output == "-":
        raise UsageError("a store is a folder and cannot go to standard output; say --output STORE.")
    made = keep(arguments.graph, arguments.output, rebuild=arguments.rebuild)
    state = "unchanged" if made.unchanged else "stored"
    print(f"{state}: {made.triples} triples in {made.graphs} named graphs → {made.path}")
    return 0


def keep(graph: str, output: str | None = None, *, rebuild: bool = False) -> Made:
    """Make a store, telling on a terminal how many quads have been read."""
    from testimonia.store import make_store

    with _telling() as tell:
        return make_store(graph, output, rebuild=rebuild, tell=tell)


@contextmanager
def _telling() -> Iterator[Callable[[int], None]]:
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("storing") as status:
        yield lambda quads: status.update(f"storing: {quads:,} quads read")
