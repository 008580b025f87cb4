"""What a component asks of the translation, and how it reads the value of its parameter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from testimonia.errors import ShapesError
from testimonia.validate.look import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyoxigraph import Store

    from testimonia.validate.look import Node, Term
    from testimonia.validate.shape import Shape

    ValueTest = Callable[["Translator", Shape, Term, str], str]
    """Translator, shape, value of the parameter, variable of the value node."""
    CountTest = Callable[["Translator", Shape, Term, str], str]
    """The same; the variable is that of the focus node."""
    PairTest = Callable[["Translator", Shape, Term, str, str], str]
    """The same, and the variable of the value at fault."""

__all__ = ["BeyondSetsError", "Translator", "as_named", "as_number", "as_shape", "never_error"]


class BeyondSetsError(ShapesError):
    """A constraint that is not asked in SPARQL; the shape that has it is left to the reference."""


class Translator(Protocol):
    """What a component may ask of the translation that it is part of."""

    shapes: Store
    instance_of: str
    """The path from a node to its classes."""

    def fresh(self) -> str:
        """Give a variable that is used nowhere else."""

    def holds(self, node: Node, variable: str) -> str:
        """Give the expression that is true where a node conforms to a whole shape."""


def never_error(expression: str) -> str:
    """Make an expression false where it would be an error, such as comparing a date with a number."""
    return f"COALESCE({expression}, false)"


def as_number(term: Term) -> int:
    """Read a whole number from 0 upwards."""
    if not words(term).isdecimal():
        raise ShapesError(f"«{words(term)}» stands where a whole number from 0 upwards should.")
    return int(words(term))


def as_named(term: Term) -> str:
    """Write a term as the data has it too, which no blank node of the shapes is."""
    from pyoxigraph import BlankNode

    if isinstance(term, BlankNode):
        raise BeyondSetsError("A blank node of the shapes is not a term of the data.")
    return str(term)


def as_shape(term: Term) -> Node:
    """Take the node of a shape."""
    from pyoxigraph import Literal

    if isinstance(term, Literal):
        raise ShapesError(f"«{term.value}» stands where a shape should be named.")
    return term
