"""Candidates, and the links that were accepted, as the file of links has them.

Candidates stand in a graph of their own for each authority, links in one for all. Rejected rows give
nothing, nor do rows that would be accepted but do not say by whom and when.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from math import isfinite
from typing import TYPE_CHECKING

from testimonia.links import EXACT, NO_TERM, SAME
from testimonia.mapping.iris import part
from testimonia.mapping.slugs import short_hash, slug
from testimonia.mapping.terms import (
    as_quads,
    decimal,
    describe,
    lines_of,
    literal,
    node,
    tagged,
    tm,
    typed,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

    from testimonia.links import Link, LinkTable
    from testimonia.mapping.terms import Triple

__all__ = ["map_links"]


def map_links(table: LinkTable) -> tuple[Quad, ...]:
    """Map a file of links to quads: sorted, each once, without blank nodes."""
    graphs: dict[str, list[Triple]] = defaultdict(list)
    candidates = [link for link in table.links if link.verdict == "candidate"]
    ranks = _ranks(candidates)
    for link in candidates:
        name = slug(_authority(link))
        graphs[f"{table.base}candidates/{name}"] += _map_candidate(link, ranks[link.pair], table.base)
    for link in table.links:
        if link.verdict == "accepted" and link.object != NO_TERM:
            graphs[f"{table.base}links"] += _map_link(link, table)
    found = (lines_of(triples, node(graph)) for graph, triples in graphs.items())
    return as_quads(sorted(set().union(*found)))


def _map_candidate(link: Link, rank: int, base: str) -> Iterator[Triple]:
    candidate = node(f"{base}candidate/{_local(link.subject)}/{short_hash(*link.pair, _authority(link))}")
    authority = node(f"{base}authority/{slug(_authority(link))}")
    features = list(_features(link))
    note, provider = link.cell("object_description"), link.cell("mapping_provider")
    served = "://" in provider and provider != authority.value  # one that lies on disk has no address
    yield from describe(
        candidate,
        ("rdf:type", tm("Candidate")),
        ("tm:candidateFor", node(link.subject)),
        ("tm:candidateIs", node(link.object)),
        ("tm:candidateLabel", literal(link.cell("object_label") or link.object)),
        ("tm:candidateNote", literal(note) if note else None),
        ("tm:candidateType", tuple(literal(one) for one in _listed(link.cell("object_category")))),
        ("tm:score", None if link.score is None else decimal(link.score)),
        ("tm:rank", whole(rank)),
        ("tm:fromAuthority", authority),
        ("tm:feature", tuple(part(candidate, slug(name)) for name, _ in features)),
    )
    for name, value in features:
        yield from describe(
            part(candidate, slug(name)),
            ("rdf:type", tm("Feature")),
            ("tm:featureName", literal(name)),
            ("tm:featureValue", decimal(value)),
        )
    yield from describe(
        authority,
        ("rdf:type", tm("Authority")),
        ("rdfs:label", tagged(_authority(link), "en")),
        ("tm:serviceAddress", typed(provider, "xsd:anyURI") if served else None),
    )


def _map_link(link: Link, table: LinkTable) -> Iterator[Triple]:
    """Describe a link and state it; what is the same is an exact match, too."""
    ours, how, theirs = node(link.subject), node(link.predicate), node(link.object)
    yield ours, how, theirs
    if link.predicate == SAME:
        yield ours, node(EXACT), theirs
    why, note = link.cell("mapping_justification"), link.cell("comment")
    yield from describe(
        node(f"{table.base}link/{_local(link.subject)}/{short_hash(*link.pair, link.predicate)}"),
        ("rdf:type", tm("Link")),
        ("tm:linkFrom", ours),
        ("tm:linkTo", theirs),
        ("tm:linkProperty", how),
        ("tm:decidedBy", tuple(literal(name) for name in link.decided_by)),
        ("tm:decidedOn", typed(link.decided_on, "xsd:date")),
        ("tm:justification", node(table.expand(why)) if why else None),
        ("tm:decisionNote", literal(note) if note else None),
    )


def _ranks(links: Iterable[Link]) -> dict[tuple[str, str], int]:
    """Give the place of each candidate among those of one authority for one thing, equal scores the same."""
    rivals: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        rivals[link.subject, _authority(link)].append(link)
    return {
        link.pair: 1 + sum(_score(other) > _score(link) for other in group)
        for group in rivals.values()
        for link in group
    }


def _score(link: Link) -> float:
    return float("-inf") if link.score is None else link.score


def _authority(link: Link) -> str:
    """Name who offers a candidate: as it calls itself, else by its address, else by its IRIs."""
    return link.cell("mapping_tool") or link.cell("mapping_provider") or link.object.rpartition("/")[0]


def _features(link: Link) -> Iterator[tuple[str, float]]:
    """Read the features of a candidate: "name=93.5|match=1"; what is no number is left out."""
    for said in _listed(link.cell("features")):
        name, _, value = said.partition("=")
        with suppress(ValueError):  # somebody has written something else there
            if isfinite(number := float(value)):
                yield name.strip(), number


def _listed(cell: str) -> list[str]:
    return list(dict.fromkeys(one.strip() for one in cell.split("|") if one.strip()))


def _local(iri: str) -> str:
    return iri.rstrip("/").rpartition("/")[2].rpartition("#")[2]
