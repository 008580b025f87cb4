"""SPARQL constraints of shapes, each asked once of all its focus nodes.

SHACL runs the query of a constraint with `$this` bound to one focus node at a time. Asked of a store
with `$this` left free and joined with the targets of the shape, one query gives the same answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.errors import ShapesError
from testimonia.graphs import is_whole
from testimonia.validate.finding import Finding
from testimonia.validate.look import subjects, texts, values, words
from testimonia.validate.paths import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from testimonia.validate.look import Node, Term

__all__ = ["ask_constraints"]

_OPENING = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)
_SLOT = re.compile(r"\{\?(\w+)\}")


def ask_constraints(store: Store, shapes: Store) -> Iterator[Finding]:
    """Give what the SPARQL constraints of the shapes find in the union of a store's graphs.

    Raises ShapesError when a query does not parse.
    """
    for shape in subjects(shapes, "sh:sparql"):
        for constraint in values(shapes, shape, "sh:sparql"):
            yield from _ask(store, shapes, shape, constraint)


def _ask(store: Store, shapes: Store, shape: Node, constraint: Term) -> Iterator[Finding]:
    from pyoxigraph import Literal, QuerySolutions

    if isinstance(constraint, Literal):
        raise ShapesError(f"The SPARQL constraint of {words(shape)} is a literal.")
    try:
        solutions = store.query(
            _query(shapes, shape, constraint), use_default_graph_as_union=not is_whole(store)
        )
    except SyntaxError as error:
        raise ShapesError(f"The query of {words(shape)} does not parse: {error.msg}.") from error
    if not isinstance(solutions, QuerySolutions):
        raise ShapesError(f"The query of {words(shape)} is not a SELECT query.")
    message = texts(shapes, constraint, "sh:message")[0]
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield _finding(dict(zip(names, solution, strict=True)), words(shape), message)


def _query(shapes: Store, shape: Node, constraint: Node) -> str:
    """Write the query of a constraint with prefixes, over all focus nodes of the shape."""
    focus = f"{{ SELECT DISTINCT $this WHERE {{ {_targets(shapes, shape)} }} }}"
    select = texts(shapes, constraint, "sh:select")[0]
    return _prefixes(shapes) + _OPENING.sub(lambda opening: f"{opening[0]} {focus}", select, count=1)


def _prefixes(shapes: Store) -> str:
    declared = subjects(shapes, "sh:prefix")
    pairs = [(texts(shapes, one, "sh:prefix")[0], texts(shapes, one, "sh:namespace")[0]) for one in declared]
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in pairs)


def _targets(shapes: Store, shape: Node) -> str:
    """Write the pattern of the focus nodes of a shape."""
    classes = [f"{{ $this a <{name}> }}" for name in texts(shapes, shape, "sh:targetClass")]
    holders = [f"{{ $this <{name}> ?any }}" for name in texts(shapes, shape, "sh:targetSubjectsOf")]
    return " UNION ".join(classes + holders)


def _finding(named: dict[str, Term], shape: str, message: str) -> Finding:
    """Make a finding of a solution; SHACL takes the focus node for the value where none is selected."""
    path = named.get("path")
    return Finding(
        shape=shape,
        focus=words(named["this"]),
        message=_SLOT.sub(lambda slot: words(named[slot[1]]), message),
        path=shorten(words(path)) if path else None,
        value=words(named.get("value", named["this"])),
    )
