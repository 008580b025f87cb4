"""Export a graph in the forms of other tools.

csv and parquet give a flat table of the claims, one row a reading; ucdp and acled one row an event, with
the claims behind each number; nanopub one nanopublication a claim; quickstatements and wikibase-json
statements for Wikidata. What a form cannot hold is told: in the column `lost`, or in a table beside the
export (NAME.lost.csv). Statements for Wikidata need items that a person has accepted: with `testimonia
review`, or in NAME.items.csv, which lists what is to be matched; fill it in and give it back with --items.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from testimonia.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from testimonia.export import Exported, ExportOptions

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "export claims as tables, nanopublications or Wikidata statements"
EXAMPLE = """\
example:
  testimonia export csv output --bom --output claims.csv
  testimonia export ucdp output --output ucdp.csv
  testimonia export quickstatements output --output batch.qs"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `export` takes."""
    forms = ("csv", "parquet", "ucdp", "acled", "nanopub", "quickstatements", "wikibase-json")
    parser.add_argument("form", metavar="FORM", choices=forms, help=", ".join(forms))
    parser.add_argument(
        "graph", metavar="DIR", help='a folder that `build` wrote, a graph file, or "-" for standard input'
    )
    parser.add_argument(
        "--output",
        metavar="PATH",
        help='file to write to, for nanopub a folder (default: "-", standard output, no tables beside it)',
    )
    parser.add_argument(
        "--bom", action="store_true", help="begin CSV with a byte order mark, for spreadsheets"
    )
    parser.add_argument("--policy", default="", metavar="NAME", help="ucdp, acled: policy of the estimates")
    parser.add_argument("--items", metavar="FILE", help="Wikidata: more accepted items, CSV or SSSOM")
    parser.add_argument(
        "--quote", action="store_true", help="Wikidata: put the article's words in references"
    )
    parser.add_argument("--creator", metavar="IRI", help="nanopub: who publishes, such as an ORCID")
    parser.add_argument("--created", metavar="WHEN", help="nanopub: when, ISO 8601 with seconds")


def run(arguments: argparse.Namespace) -> int:
    """Export, write and sum up; the summary goes to standard error where the export is printed."""
    from testimonia.cli.pipe import is_printed, print_bytes
    from testimonia.export import export_graph
    from testimonia.graphs import read_graph

    if arguments.output is None and arguments.form in {"parquet", "nanopub"}:
        raise UsageError(f'{arguments.form} is not for a screen; say --output PATH, or "-" in a pipe.')
    options = _options(arguments)
    exported = export_graph(read_graph(arguments.graph), arguments.form, options)
    if is_printed(arguments.output):
        printed = list(exported.files.values())
        print_bytes(b"".join(printed if exported.many else printed[:1]))
        print(exported.summary, file=sys.stderr)
        return 0
    written = list(_write(exported, arguments.output))
    shown = arguments.output if exported.many else ", ".join(map(str, written))
    print(f"{exported.summary} → {shown}")
    return 0


def _options(arguments: argparse.Namespace) -> ExportOptions:
    from testimonia.export import ExportOptions, read_items

    return ExportOptions(
        bom=arguments.bom,
        policy=arguments.policy,
        items=read_items(arguments.items) if arguments.items else {},
        quote=arguments.quote,
        creator=arguments.creator,
        created=arguments.created,
    )


def _write(exported: Exported, output: str) -> Iterator[Path]:
    """Write the export to its path and what goes with it beside it, each file whole or not at all."""
    from pathlib import Path

    from testimonia.files import write_whole

    place = Path(output)
    for number, (name, data) in enumerate(exported.files.items()):
        if exported.many:
            path = place / name
        else:
            path = place if number == 0 else place.with_name(f"{place.stem}{name}")
        write_whole(path, data)
        yield path
