"""Print what was found in a graph, for people.

For each article: the event, its sides, the claims (figure, of whom, says who, when, where in the text),
what contradicts what, and which figures were left unexplained.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from pyoxigraph import Store

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "print what was found: event, sides, claims, contradictions"
EXAMPLE = """\
example:
  testimonia show output"""

Row = dict[str, str]

_GUESSED = "SELECT DISTINCT ?claim { ?claim tm:reading/tm:partyBasis tmc:orderBasis }"
"""Claims whose party is a guess from the order in which flags once stood."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `show` takes."""
    parser.add_argument("graph", metavar="DIR", help='folder that `build` wrote, graph file, store, or "-"')


def run(arguments: argparse.Namespace) -> int:
    """Print every main event with what is said of it."""
    from testimonia.graphs import read_graph

    found = _Found(read_graph(arguments.graph))
    for number, event in enumerate(found.events):
        if number:
            print()
        _print_event(event)
        _print_sides(found, event)
        _print_claims(found, event)
        _print_contradictions(found, event)
        _print_unexplained(found, event)
    if not found.events:
        print("no event was found")
    return 0


class _Found:
    """The answers that are shown, each asked for once."""

    def __init__(self, store: Store) -> None:
        from testimonia.query import ask

        def rows(question: str) -> list[Row]:
            return ask(store, question).records()

        self.events = [event for event in rows("events") if event["main"] == "true"]
        self.participants = rows("participants")
        self.claims = rows("claims")
        self.conflicts = rows("conflicts")
        self.unexplained = rows("unexplained")
        self.guessed = {row["claim"] for row in rows(_GUESSED)}
        self.acronyms = {
            row["label"]: acronym for row in rows("actors") if (acronym := _acronym(row["aliases"]))
        }

    def name(self, label: str) -> str:
        """Give the acronym of an actor where the article has one, else the name."""
        return self.acronyms.get(label, label)

    def names(self, cell: str, joined: str = ", ") -> str:
        """Give the actors of a cell in short."""
        return joined.join(self.name(label) for label in cell.split(" | ") if label)


def _acronym(aliases: str) -> str:
    """Give the first alias that is one word in capitals, "" if none is."""
    return next((alias for alias in aliases.split(" | ") if alias.isupper() and alias.isalpha()), "")


def _print_event(event: Row) -> None:
    from testimonia.cli.screen import paragraph

    day = event["start"] if event["start"] == event["end"] else f"{event['start']} to {event['end'] or '…'}"
    places = event["places"].replace(" | ", ", ")
    larger = event["part_of"].replace(" | ", ", ")
    known = [event["kind"], day if event["start"] else "", places, f"part of {larger}" if larger else ""]
    paragraph(event["label"], "bold")
    print("; ".join(part for part in known if part))
    if event["result"]:
        print(f"result: {event['result']}")


def _print_sides(found: _Found, event: Row) -> None:
    from testimonia.cli.screen import heading

    participants = [row for row in found.participants if row["event"] == event["event"]]
    if not participants:
        return
    heading("Sides")
    for side in dict.fromkeys(row["side"] for row in participants):
        for role in ("belligerent", "commander", "unit", "support"):
            labels = [row["label"] for row in participants if (row["side"], row["role"]) == (side, role)]
            if labels:
                named = ", ".join(_with_acronym(label, found.name(label)) for label in labels)
                print(f"{side or '–'}  {'' if role == 'belligerent' else f'{role}: '}{named}")


def _with_acronym(label: str, short: str) -> str:
    return label if label == short else f"{label} ({short})"


def _print_claims(found: _Found, event: Row) -> None:
    from testimonia.cli.screen import heading, table

    claims = [row for row in found.claims if row["article"] == event["article"]]
    heading(f"Claims ({len(claims)})")
    if not claims:
        print("none: the article tells no figure of casualties or strength")
        return
    ordered = sorted(claims, key=lambda row: (int(row["start"]), int(row["end"]), row["claim"]))
    table(
        ("figure", "of whom", "says who", "said on", "where"),
        [(_figure(row), _whom(row, found), _who(row, found), row["said_on"], _where(row)) for row in ordered],
    )


def _print_contradictions(found: _Found, event: Row) -> None:
    from testimonia.cli.screen import heading, paragraph

    opposed = [
        row for row in found.conflicts if row["event"] == event["event"] and row["relation"] == "contradicts"
    ]
    heading(f"Contradictions ({len(opposed)})")
    for row in opposed:
        paragraph(f"«{row['quote_a']}» against «{row['quote_b']}»")
        paragraph(row["ground"], indent=2)


def _print_unexplained(found: _Found, event: Row) -> None:
    from testimonia.cli.screen import heading, paragraph

    figures = [row for row in found.unexplained if row["article"] == event["article"]]
    heading(f"Left unexplained ({len(figures)})")
    for row in figures:
        paragraph(f"«{row['quote']}», {_where(row)}: {row['reason']}")
        paragraph(" ".join(row["sentence"].split()), indent=2)


def _figure(row: Row) -> str:
    """Give the figure and what it counts: "20–30 killed", "12 or more killed", "~60 strength"."""
    kind = row["kind"].replace("_", " ")
    low, high = row["low"], row["high"]
    if not low and not high:
        return f"{row['wording'].lower() or 'unknown'} {kind}"
    if low and high:
        number = low if low == high else f"{low}–{high}"
        return f"{'~' if row['approximate'] == 'true' else ''}{number} {kind}"
    return f"{low} or more {kind}" if low else f"up to {high} {kind}"


def _whom(row: Row, found: _Found) -> str:
    named = found.names(row["parties"])
    guess = " (guess)" if row["claim"] in found.guessed else ""
    return named + guess or (f"side {row['side']}" if row["side"] else row["category"])


def _who(row: Row, found: _Found) -> str:
    voice = found.names(row["claimants"], " and ")
    medium = f", {row['medium']}" if row["medium"] else ""
    return f"{voice or ('reportedly' if row['stance'] == 'reported' else 'the article')}{medium}"


def _where(row: Row) -> str:
    return f"{row['zone']} {row['start']}–{row['end']}"
