"""SHACL in SPARQL: each constraint becomes one question, asked of all focus nodes together.

    shapes:C203 a sh:PropertyShape ; sh:path tm:stance ; sh:minCount 1 .   # of shapes:C200

asks for `$this` in `{ $this a tm:Claim } FILTER (!EXISTS { $this tm:stance ?v1 })`. A validator that
goes from node to node pays for each of them; asked this way, the store joins sets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.validate.components import COUNT_TESTS, COUNTS, PAIR_TESTS, VALUE_TESTS, BeyondSetsError
from testimonia.validate.look import iri, subjects
from testimonia.validate.shape import read_shape, targets_of, with_targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from testimonia.validate.look import Node, Term
    from testimonia.validate.shape import Shape

__all__ = ["Question", "Translation", "translate"]

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_BELOW = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>*"
_PLAIN = re.compile(r"<[^>]*>")
"""A path of one property."""
_NO_TEST = frozenset({"qualifiedValueShape", "qualifiedValueShapesDisjoint"})
"""Read by the counts that go with them."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query whose solutions are the results of one constraint.

    `?this` is the focus node; `?value` the value at fault, where the component names one; `?valuePath`
    the property, where it is another than the path of the shape.
    """

    shape: Shape
    component: str
    text: str
    value: str | None
    """Name of the variable of the value at fault: "value", "this" where the node itself is at fault."""
    focus: str
    """The pattern of the focus nodes."""

    @property
    def needed(self) -> str | None:
        """Give the property without which there can be no result, as SPARQL writes it."""
        path = self.shape.path
        return path if self.value == "value" and path and _PLAIN.fullmatch(path) and not self.either else None

    @property
    def either(self) -> bool:
        """Tell whether a result may come from another property than that of the path."""
        return self.component.startswith(("Equals", "Closed"))


@dataclass(frozen=True, slots=True)
class Translation:
    """A shapes graph as questions, and what could not be translated."""

    questions: tuple[Question, ...]
    queries: tuple[tuple[Shape, Node, str], ...]
    """SPARQL constraints: the shape, the constraint, and the pattern of the shape's focus nodes."""
    left: tuple[Node, ...]
    """The shapes with targets that are left to the reference, each with all that it names."""


def translate(shapes: Store, *, subclasses: bool = False) -> Translation:
    """Translate the shapes of a graph; `subclasses` tells whether the data has classes below classes.

    Raises ShapesError for a path that is none and for a literal where a shape should be named.
    """
    questions: list[Question] = []
    queries: list[tuple[Shape, Node, str]] = []
    left: list[Node] = []
    targeted = with_targets(shapes)
    if subjects(shapes, "rdf:type", iri("sh:ConstraintComponent")):
        return Translation((), (), tuple(targeted))  # components of one's own may be used by any shape
    for node in targeted:
        translator = _Translator(shapes, subclasses=subclasses)
        focus = f"{{ SELECT DISTINCT $this WHERE {{ {targets_of(shapes, node, subclasses=subclasses)} }} }}"
        try:
            found = list(translator.questions(node, focus))
        except BeyondSetsError:
            left.append(node)
        else:
            questions += found
            queries += translator.queries
    return Translation(tuple(questions), tuple(queries), tuple(left))


class _Translator:
    """Translates one shape that has targets, with all that it names."""

    def __init__(self, shapes: Store, *, subclasses: bool) -> None:
        self.shapes = shapes
        self.instance_of = f"{_TYPE}/{_BELOW}" if subclasses else _TYPE
        self.queries: list[tuple[Shape, Node, str]] = []
        self._variables = 0
        self._open: list[Node] = []

    def fresh(self) -> str:
        self._variables += 1
        return f"?v{self._variables}"

    def questions(self, node: Node, focus: str) -> Iterator[Question]:
        """Ask for everything that a shape and its property shapes report of some focus nodes."""
        shape = self._enter(node)
        if not shape.deactivated:
            yield from self._own_questions(shape, focus)
            self.queries += [(shape, query, focus) for query in shape.queries]
            inner = focus if shape.path is None else self._values_of(focus, shape.path)
            for part in shape.properties:
                yield from self.questions(part, inner)
        self._open.pop()

    def holds(self, node: Node, variable: str) -> str:
        """Give the expression that is true where the node of a variable conforms to a whole shape."""
        shape = self._enter(node)
        tests = [] if shape.deactivated else list(self._tests(shape, variable))
        self._open.pop()
        return f"({' && '.join(tests)})" if tests else "true"

    def _own_questions(self, shape: Shape, focus: str) -> Iterator[Question]:
        for name, term in shape.parameters:
            if name in _NO_TEST:
                continue
            value, where = self._faults(shape, name, term, focus)
            asked = " ".join(dict.fromkeys(("?this", f"?{value or 'this'}", "?valuePath")))
            component = f"{name[0].upper()}{name[1:]}ConstraintComponent"
            text = f"SELECT DISTINCT {asked} WHERE {{ {focus} {where} }}"
            yield Question(shape, component, text, value, focus)

    def _faults(self, shape: Shape, name: str, term: Term, focus: str) -> tuple[str | None, str]:
        """Give the variable of the value that a parameter names, if any, and the pattern that finds it."""
        if name in VALUE_TESTS and shape.path is None:
            return "this", f"FILTER (!({VALUE_TESTS[name](self, shape, term, '$this')}))"
        if name in VALUE_TESTS:
            test = VALUE_TESTS[name](self, shape, term, "?value")
            return "value", f"$this {shape.path} ?value FILTER (!({test}))"
        if name in COUNTS and shape.path is not None:
            return None, COUNTS[name](shape.path, term, focus)
        if name in COUNT_TESTS:
            return None, f"FILTER (!({COUNT_TESTS[name](self, shape, term, '$this')}))"
        if name in PAIR_TESTS:
            return "value", PAIR_TESTS[name](self, shape, term, "$this", "?value")
        raise BeyondSetsError(f"sh:{name} is left to the reference.")

    def _tests(self, shape: Shape, variable: str) -> Iterator[str]:
        """Give the tests that together say that the node of a variable conforms to a shape."""
        if shape.queries:
            raise BeyondSetsError("A SPARQL constraint within another shape is left to the reference.")
        for name, term in shape.parameters:
            if name in VALUE_TESTS:
                value = variable if shape.path is None else self.fresh()
                test = VALUE_TESTS[name](self, shape, term, value)
                reached = f"{variable} {shape.path} {value}"
                yield test if shape.path is None else f"!EXISTS {{ {reached} FILTER (!({test})) }}"
            elif name in COUNT_TESTS:
                yield f"({COUNT_TESTS[name](self, shape, term, variable)})"
            elif name in PAIR_TESTS:
                yield f"!EXISTS {{ {PAIR_TESTS[name](self, shape, term, variable, self.fresh())} }}"
            elif name not in _NO_TEST:
                raise BeyondSetsError(f"sh:{name} is left to the reference.")
        yield from self._properties_hold(shape, variable)

    def _properties_hold(self, shape: Shape, variable: str) -> Iterator[str]:
        for part in shape.properties:
            if shape.path is None:
                yield self.holds(part, variable)
            else:
                value = self.fresh()
                test = self.holds(part, value)
                yield f"!EXISTS {{ {variable} {shape.path} {value} FILTER (!{test}) }}"

    def _values_of(self, focus: str, path: str) -> str:
        """Write the pattern that binds $this to the value nodes of other focus nodes."""
        outer = self.fresh()
        reached = f"{focus.replace('$this', outer)} {outer} {path} $this"
        return f"{{ SELECT DISTINCT $this WHERE {{ {reached} }} }}"

    def _enter(self, node: Node) -> Shape:
        if node in self._open:
            raise BeyondSetsError("A shape that names itself is left to the reference.")
        self._open.append(node)
        return read_shape(self.shapes, node)
