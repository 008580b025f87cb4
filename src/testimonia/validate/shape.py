"""The shapes of a shapes graph, taken apart: targets, path, and what each parameter asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.errors import ShapesError
from testimonia.validate.look import iri, subjects, texts, values, words
from testimonia.validate.paths import write_path

if TYPE_CHECKING:
    from pyoxigraph import Store

    from testimonia.validate.look import Node, Term

__all__ = ["SHACL", "Shape", "read_shape", "targets_of", "with_targets"]

SHACL = "http://www.w3.org/ns/shacl#"

_SILENT = frozenset({
    "path", "severity", "message", "name", "description", "group", "order", "defaultValue",
    "deactivated", "targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "property",
    "sparql", "flags", "ignoredProperties",
})  # fmt: skip
"""What a shape says of itself, its targets and other shapes; all else in the namespace asks for something."""
_ONCE = frozenset({
    "path", "severity", "deactivated", "datatype", "nodeKind", "minCount", "maxCount", "minLength",
    "maxLength", "languageIn", "uniqueLang", "in", "flags", "qualifiedMinCount",
    "qualifiedMaxCount", "qualifiedValueShape",
})  # fmt: skip
"""What a shape may say once only."""
_TARGETS = ("sh:targetNode", "sh:targetClass", "sh:targetSubjectsOf", "sh:targetObjectsOf")


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape, without the shapes that it names."""

    node: Node
    path: str | None
    """With full IRIs; None for a node shape."""
    parameters: tuple[tuple[str, Term], ...]
    """Local name of a constraint parameter ("minCount") and its value, sorted."""
    properties: tuple[Node, ...]
    """The property shapes that hold at its value nodes."""
    queries: tuple[Node, ...]
    """Its SPARQL constraints."""
    message: str | None
    deactivated: bool

    @property
    def name(self) -> str:
        """Give the IRI, or "_:b1" for a shape without one."""
        return words(self.node)


def read_shape(shapes: Store, node: Node) -> Shape:
    """Take a shape apart; ShapesError for a path that is none and for what it may say but once."""
    from pyoxigraph import Triple

    said: dict[str, list[Term]] = {}
    for quad in shapes.quads_for_pattern(node, None, None, None):
        if quad.predicate.value.startswith(SHACL) and not isinstance(quad.object, Triple):
            said.setdefault(quad.predicate.value.removeprefix(SHACL), []).append(quad.object)
    for name in _ONCE & set(said):
        if len(said[name]) > 1:
            raise ShapesError(f"The shape {words(node)} says sh:{name} more than once.")
    asked = [(name, term) for name, terms in said.items() if name not in _SILENT for term in terms]
    return Shape(
        node=node,
        path=next((write_path(shapes, path) for path in said.get("path", ())), None),
        parameters=tuple(sorted(asked, key=str)),
        properties=_nodes(node, said.get("property", [])),
        queries=_nodes(node, said.get("sparql", [])),
        message=_message(said.get("message", [])),
        deactivated=any(words(term) == "true" for term in said.get("deactivated", ())),
    )


def _nodes(node: Node, terms: list[Term]) -> tuple[Node, ...]:
    """Sort what a shape names; ShapesError for a literal among it."""
    from pyoxigraph import Literal

    for term in terms:
        if isinstance(term, Literal):
            raise ShapesError(f"The shape {words(node)} names «{term.value}», which is a literal.")
    return tuple(sorted(terms, key=str))  # type: ignore[arg-type]


def with_targets(shapes: Store) -> list[Node]:
    """List the shapes that have targets of their own, sorted."""
    found = {node for name in _TARGETS for node in subjects(shapes, name)}
    return sorted(found | set(_class_shapes(shapes)), key=str)


def targets_of(shapes: Store, node: Node, *, subclasses: bool) -> str:
    """Write the pattern that binds $this to each focus node of a shape, for a group of its own.

    `subclasses` tells whether the data has classes below classes, which must then be climbed.
    """
    instance = "<{0}type>/<{1}subClassOf>*" if subclasses else "<{0}type>"
    a = instance.format(
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"
    )
    classes = values(shapes, node, "sh:targetClass") + ([node] if node in _class_shapes(shapes) else [])
    patterns = [
        *(f"{{ VALUES $this {{ {value} }} }}" for value in values(shapes, node, "sh:targetNode")),
        *(f"{{ $this {a} {value} }}" for value in classes),
        *(f"{{ $this {value} ?any }}" for value in values(shapes, node, "sh:targetSubjectsOf")),
        *(f"{{ ?any {value} $this }}" for value in values(shapes, node, "sh:targetObjectsOf")),
    ]
    return " UNION ".join(patterns)


def _class_shapes(shapes: Store) -> list[Node]:
    """List the shapes that are classes, too: they have their instances as targets."""
    kinds = {f"{SHACL}NodeShape", f"{SHACL}PropertyShape"}
    return [
        node
        for node in subjects(shapes, "rdf:type", iri("rdfs:Class"))
        if kinds & set(texts(shapes, node, "rdf:type"))
    ]


def _message(found: list[Term]) -> str | None:
    """Give the sentence of a shape, the English one where there are several."""
    from pyoxigraph import Literal

    literals = sorted((term for term in found if isinstance(term, Literal)), key=str)
    english = [literal for literal in literals if (literal.language or "en").startswith("en")]
    return (english or literals)[0].value if literals else None
