"""Tell what changed from one graph to another, claim by claim.

Claims that appeared (+), vanished (-), changed their figure or stance (~) or moved in the text (>), and
what changed in events and participants.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from testimonia.query import Diff, Line

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "tell what changed between two graphs"
EXAMPLE = """\
example:
  testimonia diff yesterday today"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `diff` takes."""
    parser.add_argument("before", metavar="DIR", help='folder that `build` wrote, graph file, store, or "-"')
    parser.add_argument("after", metavar="DIR", help="the same, later")


def run(arguments: argparse.Namespace) -> int:
    """Compare and print; a difference is an answer, not a failure."""
    from testimonia.graphs import read_graph
    from testimonia.query import diff_graphs

    found = diff_graphs(read_graph(arguments.before), read_graph(arguments.after))
    for line in _lines(found):
        print(line)
    if found.empty:
        print("nothing changed")
    return 0


def _lines(found: Diff) -> Iterator[str]:
    yield from found.records
    yield from (f"- {_claim(line)}" for line in found.vanished)
    yield from (f"+ {_claim(line)}" for line in found.appeared)
    for change in found.changed:
        yield f"~ {_claim(change.before)}"
        yield f"  → {_claim(change.after)}"
    for change in found.moved:
        places = (
            ", ".join(str(start) for _, start, _ in line.places) for line in (change.before, change.after)
        )
        yield f"> {_claim(change.after)}: from character {' to '.join(places)}"


def _claim(line: Line) -> str:
    """Say a claim in one line: how many, of whom, says who, in which words."""
    said = f", said on {line.said_on}" if line.said_on else ""
    return (
        f"{line.figure} {line.kind.replace('_', ' ')}, {line.parties.replace(' | ', ', ')}, "
        f"says {line.claimants.replace(' | ', ' and ') or 'the article'}{said} "
        f"«{' … '.join(line.quotes)}»"
    )
