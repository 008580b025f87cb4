"""Estimate low, best and high of each party under a named policy, and keep them beside the claims.

No policy is right, and none is ever applied unasked: the estimates are written into a graph of their
own, DIR/estimates-POLICY.trig, that names the policy, the claims behind every number, and the claims
that were left out, with the reason. Delete the file, and they are gone. Policies: ucdp, acled, widest,
claimant:X (the world as X tells it), or the path of a .toml file of your own.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from testimonia.model import Estimate
    from testimonia.query import Estimated

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "estimate low, best and high under a named policy"
EXAMPLE = """\
example:
  testimonia estimate output --policy ucdp
  testimonia estimate output --policy "claimant:MSA" --output msa.trig
  testimonia query estimates output"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `estimate` takes."""
    parser.add_argument(
        "graph", metavar="DIR", help='a folder that `build` wrote, a graph file, or "-" for standard input'
    )
    parser.add_argument(
        "--policy", required=True, metavar="NAME", help="ucdp, acled, widest, claimant:X, or a .toml file"
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        help='where to write (default: DIR/estimates-POLICY.trig); "-" prints TriG and no table',
    )


def run(arguments: argparse.Namespace) -> int:
    """Estimate, write the graph, and print the figures."""
    from testimonia.cli.beside import target_of, write_beside
    from testimonia.compare import load_policy
    from testimonia.graphs import read_graph
    from testimonia.mapping import policy_slug
    from testimonia.query import estimate_events, estimate_graph

    policy = load_policy(arguments.policy)
    target = target_of(arguments.graph, arguments.output, f"estimates-{policy_slug(policy)}", "estimates")
    found = estimate_events(read_graph(arguments.graph), policy)
    write_beside(estimate_graph(found, policy), target)
    told = f"{policy.label}: {policy.title[0].lower()}{policy.title[1:]}"
    if target is None:
        print(told, file=sys.stderr)
        return 0
    for each in found:
        _print_event(each)
    print(f"{told} → {target}")
    return 0


def _print_event(estimated: Estimated) -> None:
    """Print the estimates of one event as a table."""
    from testimonia.cli.screen import paragraph, table
    from testimonia.compare import short_name

    event, made = estimated
    labels = {actor.key: short_name(actor) for actor in event.findings.actors}
    if made:
        paragraph(event.label, "bold")
        table(("kind", "party", "low", "best", "high", "how"), [_row(each, labels) for each in made])
        print()


def _row(estimate: Estimate, labels: dict[str, str]) -> tuple[str, ...]:
    kind = f"{estimate.measure.replace('_', ' ')}{f' ({estimate.item})' if estimate.item else ''}"
    numbers = (estimate.low, estimate.best, estimate.high)
    how = f"{estimate.method}; {estimate.obstacle}" if estimate.obstacle else estimate.method
    return (kind, _whom(estimate, labels), *("–" if each is None else f"{each:,}" for each in numbers), how)


def _whom(estimate: Estimate, labels: dict[str, str]) -> str:
    if estimate.whom == "party":
        return " and ".join(sorted(labels[key] for key in estimate.parties))
    side = "" if estimate.side is None else f"side {estimate.side}"
    if estimate.whom == "side":
        return side
    return f"{estimate.whom} of {side}" if side else estimate.whom
