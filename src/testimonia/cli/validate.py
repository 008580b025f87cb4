"""Hold graphs against the shapes and tell what is wrong, in which sentence of which article.

GRAPH is a folder that `build` wrote, a graph file (Turtle, JSON-LD, TriG, N-Quads, N-Triples, RDF/XML), "-"
for standard input, or the address of a SPARQL endpoint. Each file is looked at on its own; one that has
not changed since is not looked at again. With --text, every quote in the graph is also compared with the
article itself.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from testimonia.validate import Checked, Texts

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "hold graphs against the shapes"
EXAMPLE = """\
example:
  testimonia validate output --text examples
  testimonia validate output --format sarif"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `validate` takes."""
    parser.add_argument("graph", metavar="GRAPH", help='folder, graph file, "-", or SPARQL endpoint')
    parser.add_argument(
        "--text",
        nargs="+",
        default=[],
        metavar="INPUT",
        help="articles or folders of them: compare each quote with the text it was read from",
    )
    parser.add_argument(
        "--shapes", metavar="DIR|FILE", help="SHACL shapes of your own (default: those of Testimonia)"
    )
    parser.add_argument("--graph", dest="named", metavar="IRI", help="the named graph of an endpoint")
    parser.add_argument(
        "--engine",
        choices=("sets", "fast", "reference"),
        default="sets",
        help="what does the work: SPARQL by sets, a compiled engine, or plain pyshacl (default: %(default)s)",
    )
    parser.add_argument(
        "--format",
        choices=("text", "turtle", "json", "sarif"),
        default="text",
        help="sentences for people, SHACL report, JSON, or SARIF for editors (default: %(default)s)",
    )
    parser.add_argument("--strict", action="store_true", help="let warnings and notes fail, too")
    parser.add_argument("--all", action="store_true", help="show every warning and note")
    parser.add_argument("--no-cache", action="store_true", help="look at what has not changed, too")


def run(arguments: argparse.Namespace) -> int:
    """Validate and print the report; 1 if the graph does not conform."""
    from pathlib import Path

    from testimonia.scale import texts_of
    from testimonia.validate import Checker, KnownReports, Texts, usual_place

    texts = Texts(texts_of(arguments.text))
    checker = Checker(
        shapes=Path(arguments.shapes) if arguments.shapes else None,
        engine=arguments.engine,
        texts=texts,
        known=KnownReports(None if arguments.no_cache else usual_place()),
    )
    checked = list(_tell(checker.check(arguments.graph, arguments.named)))
    if arguments.format == "text":
        _print_lines(checked, arguments.graph, everything=arguments.all)
    else:
        print(_written(checked, texts, arguments), end="")
    results = [result for graph in checked for result in graph.report.results]
    failed = results if arguments.strict else [r for r in results if r.severity == "violation"]
    return 1 if failed else 0


def _tell(checked: Iterable[Checked]) -> Iterator[Checked]:
    """Pass the reports on, with a count of the graphs on a terminal."""
    if not sys.stderr.isatty():
        yield from checked
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("validating {task.completed:.0f}: {task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        for graph in checked:
            progress.update(task, advance=1, description=graph.name)
            yield graph


def _written(checked: list[Checked], texts: Texts, arguments: argparse.Namespace) -> str:
    """Write the reports for other people's tools."""
    import json
    from pathlib import Path

    from testimonia.validate import as_sarif, graphs_record, report_turtle, shape_rules

    results = [result for graph in checked for result in graph.report.results]
    if arguments.format == "turtle":
        return report_turtle(sorted(results, key=lambda result: result.order()))
    if arguments.format == "sarif":
        texts.add_built(Path(arguments.graph))
        record = as_sarif(checked, texts, shape_rules(Path(arguments.shapes) if arguments.shapes else None))
    else:
        record = graphs_record(checked)
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _print_lines(checked: list[Checked], name: str, *, everything: bool) -> None:
    """Print the results grouped by code, and a line that sums up."""
    from testimonia.cli.screen import paragraph
    from testimonia.validate import count_words, report_lines

    results = [result for graph in checked for result in graph.report.results]
    for line in report_lines(results, everything=everything):
        text = line.lstrip()
        indent = len(line) - len(text)
        paragraph(text, "" if indent else "bold", indent)
    conforms = all(graph.report.conforms for graph in checked)
    compared = sum(graph.compared for graph in checked)
    graphs = [graph for graph in checked if not graph.together]
    known = sum(graph.known for graph in graphs)
    quotes = f"; every quote compared with {compared} text{'' if compared == 1 else 's'}" if compared else ""
    verdict = "conforms" if conforms else "does not conform"
    print(f"{name} {verdict}: {count_words(results)}{quotes}")
    if known and len(graphs) > 1:  # what is printed as the answer is the same whether it was known or not
        print(f"{known} of {len(graphs)} graphs have not changed since they were validated", file=sys.stderr)
