"""Terms and triples: the few ways in which the mapping makes RDF out of Python values.

`describe` is how every record becomes triples: a subject, and pairs of a property and what it has.
A None or an empty tuple says nothing and gives no triple, so that a description reads as a list.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from testimonia.vocab import TM, TMC, term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

__all__ = ["Term", "Triple", "Values", "curie", "decimal", "describe", "node", "tagged", "tm", "tmc",
           "typed", "whole"]  # fmt: skip

Term = NamedNode | Literal
Triple = tuple[NamedNode, NamedNode, Term]
Values = Term | tuple[Term, ...] | None


def describe(subject: NamedNode, *pairs: tuple[str, Values]) -> Iterator[Triple]:
    """Give the triples of one subject; each pair is a compact IRI and its value or values."""
    for name, values in pairs:
        if values is None:
            continue
        predicate = curie(name)
        if isinstance(values, tuple):
            for value in values:
                yield subject, predicate, value
        else:
            yield subject, predicate, values


@lru_cache(maxsize=8192)
def node(iri: str) -> NamedNode:
    """Make an IRI node."""
    return NamedNode(iri)


@lru_cache(maxsize=1024)
def curie(name: str) -> NamedNode:
    """Make the node of a compact IRI such as "prov:used"."""
    return NamedNode(term(name))


@lru_cache(maxsize=256)
def tm(local: str) -> NamedNode:
    """Make the node of a term of the ontology."""
    return NamedNode(TM + local)


@lru_cache(maxsize=256)
def tmc(local: str) -> NamedNode:
    """Make the node of a concept."""
    return NamedNode(TMC + local)


def tagged(words: str, language: str) -> Literal:
    """Make a literal in a language."""
    return Literal(words, language=language)


def typed(words: str, datatype: str) -> Literal:
    """Make a literal of a datatype given as a compact IRI: "xsd:date"."""
    return Literal(words, datatype=curie(datatype))


def whole(number: int | None) -> Literal | None:
    """Make an xsd:integer, or nothing of None."""
    return None if number is None else Literal(number)


def decimal(number: float | Fraction) -> Literal:
    """Make an xsd:decimal with as few digits as tell the number apart, six at most: 0.9, 1.0."""
    digits = f"{float(number):.6f}".rstrip("0")
    return typed(digits + "0" if digits.endswith(".") else digits, "xsd:decimal")
