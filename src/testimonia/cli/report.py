"""Hold the infobox of each article against its text, sentence by sentence, for those who edit it.

Which figure of the infobox rests on which sentence, which the text contradicts, which have no sentence at
all, and which figures of the text the infobox leaves out. It does not tell who is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "hold the infobox against the text, for editors"
EXAMPLE = """\
example:
  testimonia report output
  testimonia report output --format markdown"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `report` takes."""
    parser.add_argument(
        "graph", metavar="DIR", help='a folder that `build` wrote, a graph file, or "-" for standard input'
    )
    parser.add_argument(
        "--format",
        choices=("text", "markdown"),
        default="text",
        help="how to write it (default: %(default)s)",
    )
    parser.add_argument("--output", metavar="FILE", help='file to write to (default: "-", standard output)')


def run(arguments: argparse.Namespace) -> int:
    """Report on every article and print or write it."""
    from pathlib import Path

    from testimonia.cli.pipe import is_printed
    from testimonia.files import write_whole
    from testimonia.graphs import read_graph
    from testimonia.report import report_graph, write_markdown, write_text

    reports = report_graph(read_graph(arguments.graph))
    write = write_markdown if arguments.format == "markdown" else write_text
    text = write(reports)
    if is_printed(arguments.output):
        print(text)
        return 0
    write_whole(Path(arguments.output), f"{text}\n".encode())
    print(f"{len(reports)} article{'' if len(reports) == 1 else 's'} → {arguments.output}")
    return 0
