"""Hold the claims of different articles about the same event against each other.

`build` compares what one article tells. Where several articles of a folder, or several revisions of one,
tell of the same event, this says which of their claims agree, contradict or revise one another. The
relations are written into a graph of their own, DIR/comparisons.trig, and every question, `explain`,
`validate` and the pages then know them. Delete the file, and they are gone.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from testimonia.query import Related

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "hold claims of different articles about one event against each other"
EXAMPLE = """\
example:
  testimonia compare output
  testimonia query conflicts output"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `compare` takes."""
    parser.add_argument(
        "graph", metavar="DIR", help='a folder that `build` wrote, a graph file, or "-" for standard input'
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        help='where to write (default: DIR/comparisons.trig); "-" prints TriG and nothing else',
    )


def run(arguments: argparse.Namespace) -> int:
    """Compare, write the graph, and print what contradicts what."""
    from testimonia.cli.beside import target_of, write_beside
    from testimonia.graphs import read_graph
    from testimonia.query import relate_articles, relation_graph

    target = target_of(arguments.graph, arguments.output, "comparisons", "relations")
    found = [each for each in relate_articles(read_graph(arguments.graph)) if each.relations]
    told = _summary(found)
    if target is None:
        write_beside(relation_graph(found), target)
        print(told, file=sys.stderr)
    elif found:
        write_beside(relation_graph(found), target)
        for each in found:
            _print_event(each)
        print(f"{told} → {target}")
    else:
        print(told)
    return 0


def _summary(found: list[Related]) -> str:
    """Count the relations, "contradicts 2, refines 1", or say that there are none."""
    if not found:
        return "no two articles tell of one event in figures that can be compared"
    kinds = Counter(relation.kind for each in found for relation in each.relations)
    counted = ", ".join(f"{kind.replace('_', ' ')} {number}" for kind, number in sorted(kinds.items()))
    return f"{len(found)} event{'s' if len(found) > 1 else ''} told of by several articles: {counted}"


def _print_event(related: Related) -> None:
    """Print the relations of one event, the contradictions first."""
    from testimonia.cli.screen import paragraph

    paragraph(related.event.label, "bold")
    paragraph(f"told of by {', '.join(related.articles)}", "dim")
    for relation in sorted(related.relations, key=lambda each: (each.kind != "contradicts", each.kind)):
        paragraph(f"{relation.kind.replace('_', ' ')}: {relation.ground}", indent=2)
    print()
