"""Estimates over a graph: the findings of each event recovered, estimated and mapped to quads."""

from typing import TYPE_CHECKING

from testimonia.compare import estimates, load_policy
from testimonia.errors import GraphError, UsageError
from testimonia.query.findings import Recovered, recover_findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad, Store

    from testimonia.model import Estimate, Policy

__all__ = ["Estimated", "estimate_events", "estimate_graph"]

Estimated = tuple[Recovered, "tuple[Estimate, ...]"]
"""An event of a graph, and what is estimated of it."""


def estimate_events(store: "Store", policy: "str | Policy") -> tuple[Estimated, ...]:
    """Estimate every event of a graph under a policy; keys and indexes are those of the recovered findings.

    The graph is left as it is. Raises GraphError where it holds no figures, UsageError for what is not
    a policy, and for "claimant:X" where nobody called X gives a figure.
    """
    chosen = load_policy(policy) if isinstance(policy, str) else policy
    recovered = recover_findings(store)
    if not recovered:
        raise GraphError("The graph holds no claims with figures, so that nothing can be estimated.")
    found = tuple(
        (each, estimates(each.findings, policy=chosen, tolerance=each.tolerance)) for each in recovered
    )
    if chosen.claimant and recovered and not any(made for _, made in found):
        raise UsageError(
            f"«{chosen.claimant}» gives no figure in this graph; `testimonia query actors` lists who speaks."
        )
    return found


def estimate_graph(found: "Iterable[Estimated]", policy: "Policy") -> "tuple[Quad, ...]":
    """Give what was estimated under a policy as quads, all in the named graph of the policy."""
    from testimonia.mapping import map_estimates

    lines = {
        str(quad): quad
        for event, made in found
        for quad in map_estimates(made, event.claims, event.event.rpartition("event/")[0], policy)
    }
    return tuple(lines[line] for line in sorted(lines))
