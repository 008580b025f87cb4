"""Hold graphs against the shapes and tell what is wrong, in which sentence of which article.

With --text, every quote in the graph is also compared with the article itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from pyoxigraph import Store

    from testimonia.validate import Report, Result, Severity

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "hold graphs against the shapes"
EXAMPLE = """\
example:
  testimonia validate output --text examples"""


_WORDS: dict[Severity, str] = {"violation": "violation", "warning": "warning", "info": "note"}
"""How the last line calls the severities."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `validate` takes."""
    parser.add_argument("graph", metavar="DIR|FILE", help="a folder that `build` wrote, or a graph file")
    parser.add_argument(
        "--text",
        nargs="+",
        default=[],
        metavar="INPUT",
        help="articles or folders of them: compare each quote with the text it was read from",
    )
    parser.add_argument(
        "--format",
        choices=("text", "turtle"),
        default="text",
        help="sentences for people, or the SHACL report (default: %(default)s)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Validate and print the report; 1 if the graph does not conform."""
    from testimonia.graphs import read_graph
    from testimonia.validate import Report, validate_graph

    store = read_graph(arguments.graph)
    results = list(validate_graph(store).results)
    quotes, texts = _check_texts(store, arguments.text)
    report = Report(tuple(sorted([*results, *quotes], key=lambda result: result.order())))
    if arguments.format == "turtle":
        print(report.turtle(), end="")
    else:
        _print_report(report, arguments.graph, texts)
    return 0 if report.conforms else 1


def _check_texts(store: Store, inputs: list[str]) -> tuple[list[Result], int]:
    """Compare the quotes of each article that is given with its text; also say how many there were."""
    from hashlib import sha256

    from testimonia.errors import InputError
    from testimonia.query import ask
    from testimonia.scale import Outcome, Reading, find_articles
    from testimonia.validate import check_quotes

    answer = ask(store, "sources") if inputs else None
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows] if answer else []
    revisions = {row["sha256"]: row["revision"] for row in rows}
    found: list[Result] = []
    compared = 0
    for item in Reading(find_articles(inputs)):
        if isinstance(item, Outcome):
            raise InputError(item.problem)
        text = item.text()
        revision = revisions.get(sha256(text.encode()).hexdigest())
        if revision:
            compared += 1
            found += check_quotes(text, store, revision=revision).results
    return found, compared


def _print_report(report: Report, name: str, texts: int) -> None:
    from collections import Counter

    for result in report.results:
        for line in _lines(result):
            print(line)
    counts = Counter(result.severity for result in report.results)
    found = ", ".join(
        f"{counts[severity]} {word}{'' if counts[severity] == 1 else 's'}"
        for severity, word in _WORDS.items()
    )
    verdict = "conforms" if report.conforms else "does not conform"
    compared = f"; every quote compared with {texts} text{'' if texts == 1 else 's'}" if texts else ""
    print(f"{name} {verdict}: {found}{compared}")


def _lines(result: Result) -> Iterator[str]:
    """Give a result as lines: what is wrong, where in the graph, which words of which article."""
    yield f"{result.severity} {result.code}: {result.message}"
    yield f"  at    {result.focus}"
    source = result.source
    if source and source.quote:
        line = f", line {source.line}" if source.line else ""
        yield f"  from  {source.article}{line}: «{' '.join((source.sentence or source.quote).split())}»"
