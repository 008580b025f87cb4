"""Estimates: low, best and high under a named policy, in a graph of their own.

They are made from a graph that stands already, so their events, actors and claims are known by IRI.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from testimonia.mapping import concepts
from testimonia.mapping.iris import name_software, part
from testimonia.mapping.options import MappingOptions
from testimonia.mapping.run import map_software
from testimonia.mapping.slugs import short_hash, slug
from testimonia.mapping.terms import as_quads, describe, lines_of, literal, node, tagged, tm, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Quad

    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Estimate, Policy

__all__ = ["estimates_graph", "map_estimates"]


def estimates_graph(base: str, policy: Policy) -> Node:
    """Mint the IRI of the graph that holds the estimates under a policy."""
    return node(f"{base}estimates/{policy_slug(policy)}")


def policy_slug(policy: Policy) -> str:
    """Name a policy for IRIs and files: "ucdp", "claimant-msa"."""
    return slug(policy.label)


def map_estimates(
    estimates: Sequence[Estimate], claims: Sequence[str], base: str, policy: Policy
) -> tuple[Quad, ...]:
    """Map the estimates of one event to quads: sorted, each once, without blank nodes.

    Keys of events and actors are IRIs here; `claims` holds the IRI of each claim by its index.
    """
    graph = estimates_graph(base, policy)
    names = [_name(estimate, base, policy) for estimate in estimates]
    triples = [*_map_policy(policy, base)]
    for name, estimate in zip(names, estimates, strict=True):
        triples += _map_estimate(name, estimate, names, base, policy)
        triples += _map_claims(name, estimate, claims)
    return as_quads(sorted(lines_of(triples, graph)))


def _name(estimate: Estimate, base: str, policy: Policy) -> Node:
    """Mint the IRI of an estimate from what it counts; other claims keep it, another policy does not."""
    counted = (estimate.whom, f"side {estimate.side}", estimate.item, *estimate.parties)
    event = _local(estimate.event)
    name = f"{slug(estimate.measure)}-{short_hash(*counted)}"
    return node(f"{base}estimate/{event}/{policy_slug(policy)}/{name}")


def _map_estimate(
    name: Node, estimate: Estimate, names: Sequence[Node], base: str, policy: Policy
) -> Iterator[Triple]:
    side = None if estimate.side is None else node(f"{base}side/{_local(estimate.event)}/{estimate.side}")
    yield from describe(
        name,
        ("rdf:type", tm("Estimate")),
        ("tm:estimateOf", node(estimate.event)),
        ("tm:underPolicy", _policy_node(policy, base)),
        ("tm:estimatedMeasure", concepts.measure(estimate.measure)),
        ("tm:estimatedItem", literal(estimate.item) if estimate.item else None),
        ("tm:estimatedWhom", concepts.word(f"of {estimate.whom.capitalize()}")),
        ("tm:estimatedParty", tuple(node(key) for key in estimate.parties)),
        ("tm:estimatedSide", side),
        ("tm:lowEstimate", whole(estimate.low)),
        ("tm:bestEstimate", whole(estimate.best)),
        ("tm:highEstimate", whole(estimate.high)),
        ("tm:method", tagged(_sentence(estimate.method), "en")),
        ("tm:obstacle", tagged(_sentence(estimate.obstacle), "en") if estimate.obstacle else None),
        ("tm:addsUp", tuple(names[index] for index in estimate.summed)),
    )


def _map_claims(name: Node, estimate: Estimate, claims: Sequence[str]) -> Iterator[Triple]:
    """Describe what an estimate rests on, and what it leaves out and why."""
    used = {claims[index] for index in estimate.inputs}
    yield from describe(name, ("tm:restsOn", tuple(node(claim) for claim in sorted(used))))
    for left in estimate.left_out:
        claim = claims[left.claim]
        if claim in used:
            continue
        omission = part(name, f"without-{_local(claim)}")
        yield from describe(name, ("tm:leavesOut", omission))
        yield from describe(
            omission,
            ("rdf:type", tm("Omission")),
            ("tm:omittedClaim", node(claim)),
            ("tm:omissionReason", tagged(_sentence(left.reason), "en")),
        )


def _map_policy(policy: Policy, base: str) -> Iterator[Triple]:
    """Describe a policy with all of its settings, so that nobody needs its file to know it."""
    told = {field.name: getattr(policy, field.name) for field in fields(policy)}
    settings = [
        f"{name} = {_shown(value)}" for name, value in told.items() if value and name not in {"name", "title"}
    ]
    version = MappingOptions().version
    software = name_software(base, version)
    yield from describe(
        _policy_node(policy, base),
        ("rdf:type", tm("EstimatePolicy")),
        ("rdfs:label", tagged(policy.title, "en")),
        ("skos:notation", literal(policy.label)),
        ("tm:policySetting", tuple(literal(setting) for setting in settings)),
        ("prov:wasAttributedTo", software),
    )
    yield from map_software(software, version)


def _policy_node(policy: Policy, base: str) -> Node:
    return node(f"{base}policy/{policy_slug(policy)}")


def _shown(value: object) -> str:
    if not isinstance(value, tuple):
        return str(value)
    return ", ".join(" ".join(map(str, each)) if isinstance(each, tuple) else str(each) for each in value)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _local(iri: str) -> str:
    return iri.rpartition("/")[2]
