"""The engine "reference": plain pyshacl, from node to node, over everything.

It runs a SPARQL constraint once for each focus node and parses the query anew each time, which is most
of its time. It is what the other engines are held against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.errors import ShapesError
from testimonia.validate.bridge import from_rdflib, to_rdflib
from testimonia.validate.finding import Finding
from testimonia.validate.look import words
from testimonia.validate.paths import shorten_path
from testimonia.validate.shape import with_targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store
    from rdflib import Graph
    from rdflib.term import Node

    from testimonia.validate.look import Node as ShapeNode
    from testimonia.validate.rulebook import Rulebook

__all__ = ["run_pyshacl"]

_SHACL = "http://www.w3.org/ns/shacl#"
_CLASS = "http://www.w3.org/2000/01/rdf-schema#Class"
_TARGETS = ("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf")


def run_pyshacl(
    store: Store, rulebook: Rulebook, only: tuple[ShapeNode, ...] | None = None
) -> Iterator[Finding]:
    """Validate with pyshacl, without inference: data carries the classes it needs.

    With `only`, shapes with other targets than these are not looked at. Raises ShapesError where
    pyshacl cannot use the shapes.
    """
    shapes = rulebook.graph if only is None else _without_targets(rulebook, only)
    results = _results(to_rdflib(store), shapes)
    from rdflib import URIRef

    for node in results.objects(None, URIRef(f"{_SHACL}result")):
        yield _finding(results, node, rulebook)


def _results(data: Graph, shapes: Graph) -> Graph:
    import warnings

    import pyshacl
    from pyshacl.errors import ReportableRuntimeError, ShapeRecursionWarning
    from rdflib import Graph

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ShapeRecursionWarning)
            _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    except ReportableRuntimeError as error:
        raise ShapesError(f"The shapes cannot be used: {error}.") from error
    except ShapeRecursionWarning as error:
        raise ShapesError("The shapes cannot be used: one names itself again and again.") from error
    if not isinstance(results, Graph):  # pyshacl returns some failures instead of raising them
        raise ShapesError(f"The shapes cannot be used: {results}.") from results
    return results


def _finding(results: Graph, node: Node, rulebook: Rulebook) -> Finding:
    from rdflib import BNode, URIRef

    def one(name: str) -> Node | None:
        return results.value(node, URIRef(_SHACL + name), any=True)

    shape, path, focus, value = map(one, ("sourceShape", "resultPath", "focusNode", "value"))
    if focus is None:
        raise ShapesError(f"A result of the shape {shape} names no focus node.")
    name = f"_:{shape}" if isinstance(shape, BNode) else str(shape)
    return Finding(
        shape=name,
        component=str(one("sourceConstraintComponent")).removeprefix(_SHACL),
        focus=from_rdflib(focus),
        path=_path(path, rulebook.paths.get(name)),
        value=None if value is None else from_rdflib(value),
        message=str(one("resultMessage")),
    )


def _path(path: Node | None, own: str | None) -> str | None:
    """Write the path of a result: an IRI as it is, a longer one as the shape has it."""
    from rdflib import URIRef

    return shorten_path(f"<{path}>") if isinstance(path, URIRef) else own if path is not None else None


def _without_targets(rulebook: Rulebook, only: tuple[ShapeNode, ...]) -> Graph:
    """Give the shapes with the targets of some of them alone, so that the rest is not looked at."""
    from pyoxigraph import Store

    kept = Store()
    others = {words(node) for node in with_targets(rulebook.store)} - {words(node) for node in only}
    for quad in rulebook.store:
        is_target = quad.predicate.value.removeprefix(_SHACL) in _TARGETS or words(quad.object) == _CLASS
        if not (is_target and words(quad.subject) in others):
            kept.add(quad)
    return to_rdflib(kept)
