"""Serve a graph on the web: a SPARQL endpoint, a page for every IRI, a page to ask questions on.

Read-only, and for this machine alone unless --host says otherwise. Without a store one is made for as
long as the server runs; `testimonia store DIR` keeps it. Needs the extra: pip install 'testimonia[serve]'.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from testimonia.cli.shown import add_page_options, page_options
from testimonia.errors import UsageError

if TYPE_CHECKING:
    import argparse

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "serve a graph: SPARQL endpoint, linked data, pages"
EXAMPLE = """\
example:
  testimonia serve output --port 8000"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `serve` takes."""
    parser.add_argument("graph", metavar="DIR", help='folder that `build` wrote, graph file, store, or "-"')
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="0 for a free one (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=10, help="for one query (default: %(default)s)")
    parser.add_argument("--rows", type=int, default=100_000, help="of one answer (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=2, help="queries at once (default: %(default)s)")
    parser.add_argument(
        "--memory",
        type=int,
        default=2000,
        metavar="MB",
        help="that one query may take, in millions of bytes (default: %(default)s)",
    )
    add_page_options(parser)
    parser.add_argument("--quiet", action="store_true", help="do not log refused requests")


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    import logging

    from testimonia.serve import Limits, serve
    from testimonia.serve.pages import PageOptions

    for name in ("seconds", "rows", "workers", "memory"):
        if getattr(arguments, name) <= 0:
            raise UsageError(f"--{name} {getattr(arguments, name)}: more than nothing is needed.")
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.WARNING,
        format="%(asctime)s %(message)s",
        datefmt="%Y-%m-%d %H:%M:%S",
    )
    logging.getLogger("testimonia.serve").setLevel(logging.WARNING if arguments.quiet else logging.INFO)
    texts, language, policy = page_options(arguments)
    limits = Limits(
        seconds=arguments.seconds,
        rows=arguments.rows,
        workers=arguments.workers,
        memory=arguments.memory * 1_000_000,
    )
    with suppress(KeyboardInterrupt):  # the way to end it
        options = PageOptions(texts, language, policy)
        serve(arguments.graph, limits, arguments.host, arguments.port, _greet, options)
    return 0


def _greet(address: str) -> None:
    print(f"serving {address}, SPARQL at {address}sparql; Ctrl-C ends it", flush=True)
