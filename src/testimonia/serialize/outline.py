"""Which subject is written inside, or right after, which other: a tree over the graph.

A subject is nested at most once, under the first subject in reading order that has it; wherever
else it occurs, its IRI stands for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from testimonia.vocab import term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from testimonia.serialize.triples import Graph

__all__ = ["PARTS", "TREE", "Link", "Nesting", "Outline", "outline"]

DEEPEST = 32
"""Subjects further in than this stand at the top instead: readers of JSON have a limit, too."""

_link = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Nesting:
    """Along which properties subjects nest."""

    down: frozenset[str]
    """From the outer to the inner subject: tm:quantity."""
    up: frozenset[str] = frozenset()
    """From the inner to the outer subject: tm:about."""


PARTS = Nesting(frozenset(map(term, ("tm:quantity", "tm:reading", "oa:hasSelector", "org:holds"))))
"""A claim with its quantity and readings, a mention with its selectors: for Turtle."""

TREE = Nesting(
    PARTS.down
    | frozenset(map(term, (
        "tm:time", "tm:coordinates", "tm:hasSide", "tm:statementTime", "tm:happenedOn", "tm:evidence",
        "tm:sentence", "prov:wasAssociatedWith",
    ))),
    frozenset(map(term, (
        "tm:about", "tm:participationIn", "tm:happeningOf", "dcterms:isVersionOf", "dcterms:isPartOf",
    ))),
)  # fmt: skip
"""An event with its claims, a claim with its evidence, an article with its revision: for JSON-LD."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """How an inner subject hangs on its outer one."""

    up: bool
    """True where the triple points from the inner subject to the outer one."""
    predicate: str


@dataclass(slots=True)
class Outline:
    """The tree: what stands at the top, and what each subject has inside it."""

    roots: list[str] = field(default_factory=list)
    inside: dict[str, dict[Link, list[str]]] = field(default_factory=dict)
    """Outer subject to inner subjects, in reading order."""
    outer: dict[str, tuple[Link, str]] = field(default_factory=dict)
    """Inner subject to its outer subject."""

    def walk(self) -> Iterator[str]:
        """Give every subject, each followed by what it has inside."""
        waiting = list(reversed(self.roots))
        while waiting:
            subject = waiting.pop()
            yield subject
            inner = [one for group in self.inside.get(subject, {}).values() for one in group]
            waiting.extend(reversed(inner))


def outline(graph: Graph, nesting: Nesting) -> Outline:
    """Lay an ordered graph out as a tree. Circles are cut where reading order meets them first."""
    links = _links(graph, nesting)
    children = {inner for found in links.values() for _, inner in found}
    tree = Outline()
    seen: set[str] = set()
    for subject in (*(one for one in graph if one not in children), *graph):
        if subject not in seen:
            seen.add(subject)
            tree.roots.append(subject)
            _grow(tree, subject, links, seen)
    return tree


def _links(graph: Graph, nesting: Nesting) -> dict[str, list[tuple[Link, str]]]:
    """For each subject, what may nest in it: what it points to first, then in reading order."""
    links: dict[str, list[tuple[Link, str]]] = {subject: [] for subject in graph}
    both = [
        (one, Link(up, one)) for up, names in ((False, nesting.down), (True, nesting.up)) for one in names
    ]
    for subject, node in graph.items():
        for predicate, link in both:
            for target in node.get(predicate, ()):
                if isinstance(target, str) and target in graph and target != subject:
                    outer, inner = (target, subject) if link.up else (subject, target)
                    links[outer].append((link, inner))
    for found in links.values():
        found.sort(key=_link)
    return links


def _grow(tree: Outline, root: str, links: Mapping[str, list[tuple[Link, str]]], seen: set[str]) -> None:
    """Nest whatever the root may have inside, and inside that, depth first."""
    waiting = [(root, iter(links[root]))]
    while waiting:
        subject, found = waiting[-1]
        step = next(found, None)
        if step is None or len(waiting) > DEEPEST:
            waiting.pop()
        elif step[1] not in seen:
            link, inner = step
            seen.add(inner)
            tree.outer[inner] = link, subject
            tree.inside.setdefault(subject, {}).setdefault(link, []).append(inner)
            waiting.append((inner, iter(links[inner])))
