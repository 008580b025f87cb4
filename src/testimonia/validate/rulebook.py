"""The shapes of the project as a book of rules: code, severity and sentence of each.

Parsing the shapes costs more than validating a small graph, so each folder is read once per process.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.errors import GraphError, ShapesError
from testimonia.graphs import read_graph
from testimonia.validate.bridge import to_rdflib
from testimonia.validate.look import subjects, texts, words
from testimonia.vocab import folder

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store
    from rdflib import Graph, URIRef

    from testimonia.validate.report import Severity

__all__ = ["Rule", "Rulebook", "read_rulebook", "shape_rules"]

_SHACL = "http://www.w3.org/ns/shacl#"
_SEVERITIES: dict[str, Severity] = {
    f"{_SHACL}Violation": "violation",
    f"{_SHACL}Warning": "warning",
    f"{_SHACL}Info": "info",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape that can report."""

    code: str
    severity: Severity
    message: str
    iri: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All shapes of a folder, as engines need them."""

    store: Store
    """The shapes as they were read."""
    graph: Graph
    """The shapes as an rdflib graph."""
    core: Graph
    """The same without the SPARQL constraints."""
    rules: dict[str, Rule]
    """IRI of the shape to its rule, sorted by code."""


def shape_rules(place: Path | None = None) -> tuple[Rule, ...]:
    """List the rules of a shapes folder or file, the shipped one by default, sorted by code.

    Raises ShapesError when it cannot be read, or a shape lacks its severity or sentence.
    """
    return tuple(read_rulebook(place or folder("shapes")).rules.values())


@lru_cache(maxsize=8)
def read_rulebook(place: Path) -> Rulebook:
    """Read the shapes of a folder or file, once per process; errors as for `shape_rules`."""
    try:
        store = read_graph(place)
    except GraphError as error:
        raise ShapesError(f"The shapes cannot be used: {error}") from error
    rules = sorted(_rules(store, place), key=lambda rule: rule.code)
    if not rules:
        raise ShapesError(f"{place}: no shape has a code (dcterms:identifier), so nothing can be reported.")
    graph, core = to_rdflib(store), to_rdflib(store)
    core.remove((None, _sparql(), None))
    return Rulebook(store, graph, core, {rule.iri: rule for rule in rules})


def _sparql() -> URIRef:
    from rdflib import URIRef

    return URIRef(f"{_SHACL}sparql")


def _rules(store: Store, place: Path) -> list[Rule]:
    found = []
    for shape in subjects(store, "dcterms:identifier"):
        for code in texts(store, shape, "dcterms:identifier"):
            given, messages = texts(store, shape, "sh:severity"), texts(store, shape, "sh:message")
            if len(given) != 1 or given[0] not in _SEVERITIES:
                raise ShapesError(
                    f"{place}: shape {code} needs one severity: sh:Violation, sh:Warning or sh:Info."
                )
            if len(messages) != 1:
                raise ShapesError(f"{place}: shape {code} needs one sentence for people (sh:message).")
            found.append(Rule(code, _SEVERITIES[given[0]], messages[0], words(shape)))
    return found
