"""Ask a graph a question: a named one, SPARQL in a file, or SPARQL as words.

`testimonia query --list` tells the named questions and their columns.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from testimonia.errors import UsageError

if TYPE_CHECKING:
    import argparse

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "ask a named question or SPARQL"
EXAMPLE = """\
example:
  testimonia query conflicts output --format csv
  testimonia query 'SELECT ?claim { ?claim tm:measure tmc:killed }' output"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `query` takes."""
    parser.add_argument(
        "question", nargs="?", metavar="NAME|FILE.rq|SPARQL", help='what to ask; "-" is standard input'
    )
    parser.add_argument(
        "graph", nargs="?", metavar="DIR", help='folder that `build` wrote, graph file, store, or "-"'
    )
    parser.add_argument(
        "--format",
        choices=("table", "csv", "json", "xml", "turtle"),
        default="table",
        help="table (for people, IRIs shortened), csv, json, xml, or turtle for CONSTRUCT and DESCRIBE",
    )
    parser.add_argument("--list", action="store_true", help="tell the named questions and their columns")


def run(arguments: argparse.Namespace) -> int:
    """Ask and print the answer."""
    if arguments.list:
        _list_queries()
        return 0
    if arguments.question is None or arguments.graph is None:
        raise UsageError("a question and a folder are needed; `testimonia query --list` tells the questions.")
    from testimonia.cli.pipe import print_bytes
    from testimonia.cli.screen import shorten, table
    from testimonia.graphs import find_kept, read_graph
    from testimonia.query import ask

    question = _question(arguments)
    kept = None if arguments.graph == "-" else find_kept(arguments.graph)
    answer = ask(kept.open(), question, kept.known) if kept else ask(read_graph(arguments.graph), question)
    if arguments.format == "table":
        table(answer.columns, [[shorten(cell) for cell in row] for row in answer.rows])
    else:
        print_bytes(answer.write(arguments.format).encode())
    return 0


def _question(arguments: argparse.Namespace) -> str:
    """Give the question as it is written, or as it comes from standard input."""
    if arguments.question != "-":
        return str(arguments.question)
    if arguments.graph == "-":
        raise UsageError("standard input is either the question or the graph, not both.")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"standard input: is not UTF-8 text (byte {error.start}).") from error


def _list_queries() -> None:
    from testimonia.query import list_queries

    for query in list_queries():
        print(f"{query.name}\n  {query.purpose}\n  columns: {' '.join(query.columns)}")
