"""Hold the claims of different articles about the same event against each other.

Of what one article tells, `build` says which claims agree, contradict or revise one another. Where several
articles, or several revisions of one, tell of the same event, the relations between their claims are a
graph of their own, DIR/comparisons.trig, and every question, `explain`, `validate` and the pages know them.
`build` keeps it up to date; this shows it, and makes it for graphs from elsewhere. Events are the same that
have one IRI, or whose articles have one title (or a redirect leads to it), or that were accepted as one
thing of another data set (`testimonia review`).
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from testimonia.query import Related

__all__ = ["EXAMPLE", "SUMMARY", "configure", "related_words", "run"]

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
    from testimonia.files import remove
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
        remove(target)  # what an earlier run found holds no more
        print(told)
    return 0


def _summary(found: list[Related]) -> str:
    """Count the relations, or say that there are none."""
    if not found:
        return "no two articles tell of one event in figures that can be compared"
    kinds: Counter[str] = Counter(relation.kind for each in found for relation in each.relations)
    return related_words(kinds | Counter(events=len(found)))


def related_words(found: Mapping[str, int]) -> str:
    """Say how many events several articles tell of, and how many relations of each kind there are."""
    number = found.get("events", 0)
    kinds = sorted(kind for kind in found if kind != "events")
    counted = ", ".join(f"{kind.replace('_', ' ')} {found[kind]}" for kind in kinds)
    told = f"{number} event{'' if number == 1 else 's'} told of by several articles"
    return f"{told}: {counted}" if counted else told


def _print_event(related: Related) -> None:
    """Print the relations of one event, the contradictions first."""
    from testimonia.cli.screen import paragraph, shorten

    paragraph(related.event.label, "bold")
    paragraph(f"told of by {', '.join(related.articles)}", "dim")
    for join in related.joins:
        one, other = (shorten(iri) for iri in (join.one, join.other))
        paragraph(f"{one} and {other} are one: {join.why}", "dim")
    for relation in sorted(related.relations, key=lambda each: (each.kind != "contradicts", each.kind)):
        paragraph(f"{relation.kind.replace('_', ' ')}: {relation.ground}", indent=2)
    print()
