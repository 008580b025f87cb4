"""Tell what changed from one graph to another, claim by claim.

Claims that appeared (+), vanished (-), changed (~, with what is another: figure, claimants, those counted,
stance, day of saying …) or moved in the text or to other articles (>), and what changed in events and
participants. The graphs may be of two revisions, two dumps, or two versions of the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from testimonia.query import Change, Diff, Line

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
    from testimonia.cli.screen import paragraph
    from testimonia.graphs import read_graph
    from testimonia.query import diff_graphs

    if arguments.before == arguments.after == "-":
        raise UsageError("standard input holds one graph; give the other one as a file or folder.")
    found = diff_graphs(read_graph(arguments.before), read_graph(arguments.after))
    for line in _lines(found):
        paragraph(line, style=_STYLES.get(line[0], ""))
    print(_sum_up(found))
    return 0


_STYLES = {"+": "green", "-": "red", "~": "yellow", ">": "dim"}
_NAMES = {
    "said_on": "day of saying",
    "parties": "those counted",
    "kind": "what is counted",
    "item": "kind of equipment",
}


def _sum_up(found: Diff) -> str:
    if found.empty:
        return "nothing changed"
    counts = {
        "appeared": len(found.appeared),
        "vanished": len(found.vanished),
        "changed": len(found.changed),
        "moved": len(found.moved),
    }
    return f"claims: {', '.join(f'{number} {name}' for name, number in counts.items())}"


def _lines(found: Diff) -> Iterator[str]:
    yield from found.records
    yield from (f"- {_claim(line)}" for line in found.vanished)
    yield from (f"+ {_claim(line)}" for line in found.appeared)
    for change in found.changed:
        told = ", ".join(_NAMES.get(name, name) for name in change.what) or "how it was read"
        yield f"~ {_claim(change.before)}"
        yield f"  → {_claim(change.after)}"
        yield f"  another {told}"
    yield from (f"> {_claim(change.after)}: {_move(change)}" for change in found.moved)


def _move(change: Change) -> str:
    """Say where a claim was read and is read now; the article only where it is another one."""
    before, after = change.before.places, change.after.places
    articles = {article for article, _, _ in (*before, *after)}
    shown = [
        ", ".join(
            str(start) if len(articles) == 1 else f"{article.rpartition('/')[2]} {start}"
            for article, start, _ in places
        )
        for places in (before, after)
    ]
    return f"from character {' to '.join(shown)}"


def _claim(line: Line) -> str:
    """Say a claim in one line: how many, of whom, says who, in which words."""
    said = f", said on {line.said_on}" if line.said_on else ""
    item = f" ({line.item})" if line.item else ""
    return (
        f"{line.figure} {line.kind.replace('_', ' ')}{item}, {line.parties.replace(' | ', ', ')}, "
        f"says {line.claimants.replace(' | ', ' and ') or 'the article'}{said} "
        f"«{' … '.join(line.quotes)}»"
    )
