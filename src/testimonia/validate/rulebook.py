"""The shapes of a folder or file as a book of rules: code, severity and sentence of each.

Parsing the shapes costs more than validating a small graph, so each place is read once per process.
Shapes of one's own need no code: without `dcterms:identifier` a shape goes by the last part of its IRI,
a blank one by that of the shape it belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from testimonia.errors import GraphError, ShapesError
from testimonia.graphs import digest_of, read_graph
from testimonia.validate.bridge import to_rdflib
from testimonia.validate.constraints import prepare_constraints
from testimonia.validate.look import subjects, texts, words
from testimonia.validate.paths import shorten_path
from testimonia.validate.shape import SHACL, read_shape, with_targets
from testimonia.validate.translate import translate
from testimonia.vocab import folder

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store
    from rdflib import Graph

    from testimonia.validate.constraints import Constraint
    from testimonia.validate.look import Node
    from testimonia.validate.report import Severity
    from testimonia.validate.shape import Shape
    from testimonia.validate.translate import Translation

__all__ = ["Rule", "Rulebook", "read_rulebook", "shape_rules"]

_SEVERITIES: dict[str, Severity] = {
    f"{SHACL}Violation": "violation",
    f"{SHACL}Warning": "warning",
    f"{SHACL}Info": "info",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape that can report."""

    code: str
    severity: Severity
    message: str
    """The sentence for people; empty where a shape of one's own has none."""
    iri: str
    """Of the shape; "_:b1" for a blank one."""


class Rulebook:
    """All shapes of a folder or file, as engines need them."""

    def __init__(self, store: Store, digest: str) -> None:
        """Make a rulebook of shapes; ShapesError when a severity or path cannot be used."""
        self.store = store
        """The shapes as they were read."""
        self.digest = digest
        """SHA-256 of the files of the shapes."""
        self.rules = {
            rule.iri: rule for rule in sorted(_rules(store), key=lambda rule: (rule.code, rule.iri))
        }
        """Shape, by IRI or "_:b1", to its rule, sorted by code."""
        self._translations: dict[bool, Translation] = {}
        self._constraints: dict[bool, tuple[Constraint, ...]] = {}

    @cached_property
    def graph(self) -> Graph:
        """Give the shapes as an rdflib graph."""
        return to_rdflib(self.store)

    @cached_property
    def paths(self) -> dict[str, str]:
        """Give the path of each property shape, in words."""
        found = {shape: read_shape(self.store, shape).path for shape in subjects(self.store, "sh:path")}
        return {words(shape): shorten_path(path) for shape, path in found.items() if path}

    def translation(self, *, subclasses: bool) -> Translation:
        """Give the shapes as questions, made when first asked for."""
        if subclasses not in self._translations:
            self._translations[subclasses] = translate(self.store, subclasses=subclasses)
        return self._translations[subclasses]

    def constraints(self, *, subclasses: bool) -> tuple[Constraint, ...]:
        """Give the SPARQL constraints ready to be asked; ShapesError for one without a query."""
        if subclasses not in self._constraints:
            queries = self.translation(subclasses=subclasses).queries
            self._constraints[subclasses] = prepare_constraints(self.store, queries)
        return self._constraints[subclasses]


def shape_rules(place: Path | None = None) -> tuple[Rule, ...]:
    """List the rules of a shapes folder or file, the shipped one by default, sorted by code.

    Raises ShapesError when it cannot be read or holds no shapes.
    """
    return tuple(read_rulebook(place or folder("shapes")).rules.values())


@lru_cache(maxsize=8)
def read_rulebook(place: Path) -> Rulebook:
    """Read the shapes of a folder or file, once per process; errors as for `shape_rules`."""
    try:
        rulebook = Rulebook(read_graph(place), digest_of(place))
    except (GraphError, ShapesError) as error:
        raise ShapesError(f"The shapes cannot be used: {error}") from error
    if not with_targets(rulebook.store):
        raise ShapesError(f"{place}: no shape has a target, so nothing can be looked at.")
    return rulebook


def _rules(store: Store) -> list[Rule]:
    """List the shapes that can report: those with targets, and the property shapes below them."""
    reporting: dict[Node, Shape] = {}
    waiting = with_targets(store)
    while waiting:
        node = waiting.pop()
        if node not in reporting:
            reporting[node] = read_shape(store, node)
            waiting += reporting[node].properties
    return [_rule(store, shape) for shape in reporting.values()]


def _rule(store: Store, shape: Shape) -> Rule:
    (given,) = texts(store, shape.node, "sh:severity") or [f"{SHACL}Violation"]
    code = _code(store, shape.node)
    if given not in _SEVERITIES:
        named = given.replace(SHACL, "sh:")
        raise ShapesError(
            f"Shape {code} has the severity {named}; sh:Violation, sh:Warning or sh:Info is needed."
        )
    return Rule(code, _SEVERITIES[given], shape.message or "", shape.name)


def _code(store: Store, node: Node) -> str:
    """Name a shape: by its code, else its IRI, else the shape that it belongs to."""
    for code in texts(store, node, "dcterms:identifier"):
        return code
    name = words(node)
    if not name.startswith("_:"):
        return re.split(r"[#/]", name.rstrip("#/"))[-1]
    for owner in subjects(store, "sh:property", node):
        return _code(store, owner)
    return "shape"
