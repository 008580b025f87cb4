"""SPARQL constraints of shapes, each asked once of all its focus nodes.

SHACL runs the query of a constraint with `$this` bound to one focus node at a time. Asked of a store
with `$this` left free and joined with the targets of the shape, one query gives the same answers, as
long as `$this` stands where a join reaches it. Where it may not, the query is asked for each focus node.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.errors import ShapesError
from testimonia.graphs import is_whole
from testimonia.validate.finding import Finding
from testimonia.validate.look import one, subjects, texts, words
from testimonia.validate.paths import shorten_path
from testimonia.vocab import SH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import QuerySolutions, Store, Triple, Variable

    from testimonia.validate.look import Node, Term
    from testimonia.validate.shape import Shape

__all__ = ["Constraint", "ask_constraint", "prepare_constraints"]

_OPENING = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)
_SLOT = re.compile(r"\{[?$](\w+)\}")
_NOT_JOINED = re.compile(
    r"\b(?:SELECT|MINUS|VALUES|SERVICE|GROUP|HAVING|LIMIT|OFFSET|UNION|COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT)\b"
    r"|\{[^{}]*\bBIND\s*\([^{}]*[$?]this\b",
    re.IGNORECASE | re.DOTALL,
)
"""What may give another answer to all focus nodes together than to each."""
_COMPONENT = "SPARQLConstraintComponent"


@dataclass(frozen=True, slots=True)
class Constraint:
    """A SPARQL constraint of a shape, ready to be asked."""

    shape: Shape
    message: str | None
    select: str
    """The query as the shapes have it, with its prefixes and path."""
    focus: str
    """The pattern that binds $this."""
    joined: str | None
    """The query for all focus nodes together; None where it has to be asked for each."""
    of_all: bool
    """Whether the shape says that only all graphs together can answer it (shapes:askedOfAll)."""


def prepare_constraints(shapes: Store, queries: Iterable[tuple[Shape, Node, str]]) -> tuple[Constraint, ...]:
    """Make the constraints of shapes ready, but for those that are switched off.

    Each query is given as its shape, its node and the pattern that binds $this. Raises ShapesError for
    one without a query.
    """
    prefixes = _prefixes(shapes)
    return tuple(
        _prepare(shapes, prefixes, shape, node, focus)
        for shape, node, focus in queries
        if "true" not in texts(shapes, node, "sh:deactivated")
    )


def _prepare(shapes: Store, prefixes: str, shape: Shape, node: Node, focus: str) -> Constraint:
    select = one(shapes, node, "sh:select")
    if select is None:
        raise ShapesError(f"The SPARQL constraint of {shape.name} has no query (sh:select).")
    query = prefixes + re.sub(r"[$?]PATH\b", lambda _: shape.path or "?PATH", words(select))
    opening = _OPENING.search(query)
    joined = None
    if opening and not _NOT_JOINED.search(query[opening.end() :]):
        joined = f"{query[: opening.end()]} {focus} {query[opening.end() :]}"
    message = next(iter(texts(shapes, node, "sh:message")), shape.message)
    of_all = "true" in texts(shapes, node, f"{SH}askedOfAll")
    return Constraint(shape, message, query, focus, joined, of_all)


def ask_constraint(store: Store, constraint: Constraint) -> Iterator[Finding]:
    """Give what a SPARQL constraint of a shape finds in the union of a store's graphs.

    Raises ShapesError when the query does not parse, does not select, or fails.
    """
    for solution in _solutions(store, constraint):
        yield _finding(solution, constraint.shape, constraint.message)


def _solutions(store: Store, constraint: Constraint) -> Iterator[dict[str, Term]]:
    shape = constraint.shape
    if constraint.joined is not None:
        yield from _ask(store, shape, constraint.joined)
        return
    for row in _ask(store, shape, f"SELECT DISTINCT $this WHERE {{ {constraint.focus} }}"):
        for solution in _ask(store, shape, constraint.select, row["this"]):
            yield {"this": row["this"], **solution}


def _ask(store: Store, shape: Shape, query: str, this: Term | None = None) -> Iterator[dict[str, Term]]:
    """Ask a query, of one focus node or of all, and give each solution by the names of its variables."""
    solutions = _select(store, shape, query, this)
    names = [variable.value for variable in solutions.variables]
    try:
        for solution in solutions:
            yield {name: term for name, term in zip(names, solution, strict=True) if term is not None}
    except (RuntimeError, OSError) as error:
        raise ShapesError(f"The query of {shape.name} fails: {error}.") from error


def _select(store: Store, shape: Shape, query: str, this: Term | None) -> QuerySolutions:
    from pyoxigraph import QuerySolutions, Variable

    bound: dict[Variable, Term | Triple] | None = None if this is None else {Variable("this"): this}
    try:
        solutions = store.query(query, use_default_graph_as_union=not is_whole(store), substitutions=bound)
    except SyntaxError as error:
        raise ShapesError(f"The query of {shape.name} does not parse: {error.msg}.") from error
    if not isinstance(solutions, QuerySolutions):
        raise ShapesError(f"The query of {shape.name} is not a SELECT query.")
    return solutions


def _prefixes(shapes: Store) -> str:
    declared = subjects(shapes, "sh:prefix")
    pairs = {(texts(shapes, one, "sh:prefix")[0], texts(shapes, one, "sh:namespace")[0]) for one in declared}
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in sorted(pairs))


def _finding(named: dict[str, Term], shape: Shape, message: str | None) -> Finding:
    """Make a finding of a solution; SHACL takes the focus node for the value where none is selected."""
    path = named.get("path")
    own = None if shape.path is None else shorten_path(shape.path)
    text = words(named["message"]) if "message" in named else message
    return Finding(
        shape=shape.name,
        component=_COMPONENT,
        focus=named["this"],
        path=shorten_path(str(path)) if path else own,
        value=named.get("value", named["this"] if shape.path is None else None),
        message=text and _SLOT.sub(lambda slot: words(named[slot[1]]) if slot[1] in named else slot[0], text),
    )
