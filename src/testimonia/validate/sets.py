"""The engine "sets": all constraints asked of a pyoxigraph store, each once for all its focus nodes.

What is not translated to SPARQL is left to the reference, shape by shape, so that the answer is whole
whatever the shapes ask for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from testimonia.errors import ShapesError
from testimonia.graphs import is_whole
from testimonia.validate.constraints import ask_constraint
from testimonia.validate.finding import Finding
from testimonia.validate.look import subjects
from testimonia.validate.paths import shorten_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from testimonia.validate.rulebook import Rulebook
    from testimonia.validate.translate import Question

__all__ = ["run_across", "run_queries", "run_sets"]

_ANY_NUMBER = re.compile(r"(?:\w:\w+|>|\))[+*]")
"""A path of SPARQL that is repeated: tm:within+, (tm:a|tm:b)*."""


def run_sets(store: Store, rulebook: Rulebook) -> Iterator[Finding]:
    """Give what the shapes find in the union of a store's graphs; ShapesError where they are wrong."""
    translation = rulebook.translation(subclasses=bool(subjects(store, "rdfs:subClassOf")))
    present = _Present(store)
    for question in translation.questions:
        if present.may_fail(question):
            yield from _ask(store, question, union=present.union)
    yield from run_queries(store, rulebook)
    if translation.left:
        from testimonia.validate.reference import run_pyshacl

        yield from run_pyshacl(store, rulebook, only=translation.left)


def run_queries(store: Store, rulebook: Rulebook) -> Iterator[Finding]:
    """Give what the SPARQL constraints find in the union of a store's graphs."""
    for constraint in rulebook.constraints(subclasses=bool(subjects(store, "rdfs:subClassOf"))):
        yield from ask_constraint(store, constraint)


class _Present:
    """What a store has, so that questions about what it lacks need not be asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.union = not is_whole(store)
        """Whether a query has to look into all named graphs."""
        self._properties = {str(row["p"]) for row in self._query("SELECT DISTINCT ?p { ?s ?p ?o }")}
        self._focused: dict[str, bool] = {}

    def may_fail(self, question: Question) -> bool:
        """Tell whether there are focus nodes for a question, and the property that it is about."""
        if question.needed is not None and question.needed not in self._properties:
            return False
        if question.focus not in self._focused:
            self._focused[question.focus] = bool(self._query(f"ASK {{ {question.focus} }}"))
        return self._focused[question.focus]

    def _query(self, query: str) -> Any:
        return self._store.query(query, use_default_graph_as_union=self.union)


def run_across(store: Store, rulebook: Rulebook) -> Iterator[Finding]:
    """Give what the SPARQL constraints find that only all graphs together can show.

    They say so by shapes:askedOfAll, or follow a property through any number of nodes.
    """
    for constraint in rulebook.constraints(subclasses=bool(subjects(store, "rdfs:subClassOf"))):
        if constraint.of_all or _ANY_NUMBER.search(constraint.select):
            yield from ask_constraint(store, constraint)


def _ask(store: Store, question: Question, *, union: bool) -> Iterator[Finding]:
    try:
        solutions = store.query(question.text, use_default_graph_as_union=union)
    except SyntaxError as error:
        raise ShapesError(
            f"The shape {question.shape.name} cannot be used: what it asks for is not RDF: {error.msg}."
        ) from error
    for solution in solutions:  # type: ignore[union-attr]
        path = None if question.shape.path is None else shorten_path(question.shape.path)
        other = solution["valuePath"]
        yield Finding(
            shape=question.shape.name,
            component=question.component,
            focus=solution["this"],
            path=shorten_path(str(other)) if other else path,
            value=None if question.value is None else solution[question.value],
            message=question.shape.message,
        )
