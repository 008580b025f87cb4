"""Hold a graph against the shapes and tie each result to its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.errors import GraphError, ShapesError
from testimonia.graphs import is_whole
from testimonia.validate.bridge import as_store
from testimonia.validate.engine import find_engine
from testimonia.validate.look import words
from testimonia.validate.report import Report, Result, Source, make_report
from testimonia.validate.rulebook import read_rulebook
from testimonia.validate.sentences import default_sentence
from testimonia.validate.sets import run_across
from testimonia.validate.source import find_source
from testimonia.vocab import folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pyoxigraph import Quad, Store
    from rdflib import Graph

    from testimonia.validate.finding import Finding
    from testimonia.validate.rulebook import Rulebook

__all__ = ["validate_across", "validate_graph"]


def validate_graph(
    graph: Store | Graph | Iterable[Quad], *, engine: str = "sets", shapes: Path | None = None
) -> Report:
    """Validate the union of all named graphs and give the report, worst results first.

    `graph` is a pyoxigraph store, quads, or an rdflib graph or dataset. `shapes` is a folder or file
    of shapes, the shipped folder by default. Raises GraphError when `graph` is none of
    these, ShapesError when the shapes cannot be used, UsageError for an unknown engine.
    """
    run = find_engine(engine)
    rulebook = read_rulebook(shapes or folder("shapes"))
    store = as_store(graph)
    _require_rdf_1_1(store)
    return _report(store, rulebook, run(store, rulebook))


def validate_across(store: Store, *, shapes: Path | None = None) -> Report:
    """Ask a store only what needs all of it: circles of places, and relations between claims of two articles.

    Of graphs that were validated one by one, this is what only their union can show. Errors as for
    `validate_graph`.
    """
    rulebook = read_rulebook(shapes or folder("shapes"))
    return _report(store, rulebook, run_across(store, rulebook))


def _require_rdf_1_1(store: Store) -> None:
    """Refuse a triple inside a triple, which no shape can speak of; it stands in an object if anywhere."""
    if store.query("ASK { ?s ?p ?o FILTER (isTRIPLE(?o)) }", use_default_graph_as_union=not is_whole(store)):
        raise GraphError("The graph has a triple inside a triple, which cannot be validated.")


def _report(store: Store, rulebook: Rulebook, findings: Iterable[Finding]) -> Report:
    """Tie findings to their sentences; the way to the sentence of a focus node is gone once."""
    found = set(findings)
    sources = {focus: find_source(store, focus) for focus in {finding.focus for finding in found}}
    return make_report(_result(rulebook, finding, sources[finding.focus]) for finding in found)


def _result(rulebook: Rulebook, finding: Finding, source: Source | None) -> Result:
    from pyoxigraph import Literal

    rule = rulebook.rules.get(finding.shape)
    if rule is None:
        raise ShapesError(
            f"The shape {finding.shape} reports «{finding.message}» but is not among the shapes."
        )
    return Result(
        code=rule.code,
        severity=finding.severity or rule.severity,
        message=finding.message or default_sentence(finding),
        focus=str(finding.focus) if isinstance(finding.focus, Literal) else words(finding.focus),
        path=finding.path,
        value=None if finding.value is None else words(finding.value),
        component=finding.component,
        term=None if finding.value is None else str(finding.value),
        shape=finding.shape,
        source=source,
    )
