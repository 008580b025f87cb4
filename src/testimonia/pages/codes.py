"""The shapes for people: code, severity and sentence of each, its class, and which terms it guards."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from testimonia.graphs import read_graph
from testimonia.validate import WORDS, shape_rules
from testimonia.vocab import SH, TM, folder, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import BlankNode, NamedNode, Store

    from testimonia.validate import Rule

__all__ = ["Guard", "guards", "list_guards"]

_IN_QUERY = re.compile(r"\btm:([A-Za-z]\w*)")
_CODE = term("dcterms:identifier")
_SELECT = "http://www.w3.org/ns/shacl#select"


@dataclass(frozen=True, slots=True)
class Guard:
    """A shape that can report."""

    code: str
    severity: str
    """"violation", "warning" or "note"."""
    message: str
    iri: str
    guarded: tuple[str, ...]
    """IRIs of the terms that it speaks of."""


@cache
def list_guards() -> tuple[tuple[str, tuple[Guard, ...]], ...]:
    """List the shapes by what they look at: the label of the first of a letter, then its shapes."""
    store = read_graph(folder("shapes"))
    labels = _labels(store)
    return tuple(
        (labels.get(f"{letter}", letter), tuple(_guard(store, rule) for rule in rules))
        for letter, rules in groupby(shape_rules(), key=lambda rule: rule.code[0])
    )


@cache
def guards() -> dict[str, tuple[str, ...]]:
    """Tell the codes of the shapes that guard each term."""
    found: dict[str, list[str]] = defaultdict(list)
    for _, group in list_guards():
        for one in group:
            for iri in one.guarded:
                found[iri].append(one.code)
    return {iri: tuple(sorted(set(codes))) for iri, codes in found.items()}


def _labels(store: Store) -> dict[str, str]:
    """Name the letters of the codes by the shape of the class itself, the lowest code of each."""
    from pyoxigraph import Literal, NamedNode

    named: dict[str, str] = {}
    for rule in shape_rules():
        for quad in store.quads_for_pattern(NamedNode(rule.iri), NamedNode(term("rdfs:label")), None):
            if isinstance(quad.object, Literal):
                named.setdefault(rule.code[0], quad.object.value)
    return named


def _guard(store: Store, rule: Rule) -> Guard:
    from pyoxigraph import NamedNode

    told = sorted(set(_terms(store, NamedNode(rule.iri), set())))
    return Guard(rule.code, WORDS[rule.severity], rule.message, rule.iri, tuple(told))


def _terms(store: Store, node: NamedNode | BlankNode, seen: set[str]) -> Iterator[str]:
    """Find our terms in a shape and its parts, but not in shapes below it with codes of their own."""
    from pyoxigraph import BlankNode, Literal, NamedNode

    seen.add(str(node))
    for quad in store.quads_for_pattern(node, None, None):
        value = quad.object
        if isinstance(value, Literal):
            if quad.predicate.value == _SELECT:
                yield from (TM + name for name in _IN_QUERY.findall(value.value))
        elif isinstance(value, NamedNode) and value.value.startswith(TM):
            yield value.value
        elif isinstance(value, NamedNode | BlankNode) and str(value) not in seen and _is_part(store, value):
            yield from _terms(store, value, seen)


def _is_part(store: Store, node: NamedNode | BlankNode) -> bool:
    """Tell whether a node is part of a shape: it has no code of its own, and lies among the shapes."""
    from pyoxigraph import NamedNode

    if isinstance(node, NamedNode) and not node.value.startswith(SH):
        return False
    return next(store.quads_for_pattern(node, NamedNode(_CODE), None), None) is None
