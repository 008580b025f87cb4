"""Terms and triples: the few ways in which the mapping makes RDF out of Python values.

`describe` is how every record becomes triples: a subject, and pairs of a property and what it has.
A None or an empty tuple says nothing and gives no triple, so that a description reads as a list.

A term is its text in canonical N-Triples, as the engine writes it: to sort, compare and join text is
several times as fast as to make an object for each term and each quad, and most builds want the text alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from testimonia.vocab import TM, TMC, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from pyoxigraph import Quad

__all__ = [
    "Node",
    "Term",
    "Triple",
    "Values",
    "as_quads",
    "curie",
    "decimal",
    "describe",
    "digits",
    "lines_of",
    "literal",
    "node",
    "tagged",
    "tm",
    "tmc",
    "typed",
    "whole",
]  # fmt: skip


class Node(str):
    """An IRI in the brackets of N-Triples: <https://example.org/a>."""

    __slots__ = ()

    @property
    def value(self) -> str:
        """The IRI itself."""
        return self[1:-1]


Term = Node | str
"""An IRI, or a literal as N-Triples writes it."""
Triple = tuple[Node, Node, Term]
Values = Term | tuple[Term, ...] | None


def lines_of(triples: Iterable[Triple], graph: Node) -> set[str]:
    """Put triples in a graph, each once: their statements in N-Quads, without the full stop."""
    return {" ".join((*triple, graph)) for triple in triples}


def as_quads(lines: Iterable[str]) -> tuple[Quad, ...]:
    """Make quads of statements, in their order."""
    return tuple(parse("".join(f"{line} .\n" for line in lines), RdfFormat.N_QUADS))


def describe(subject: Node, *pairs: tuple[str, Values]) -> Iterator[Triple]:
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
def node(iri: str) -> Node:
    """Make an IRI node; ValueError for what is no IRI."""
    return Node(NamedNode(iri))


@lru_cache(maxsize=1024)
def curie(name: str) -> Node:
    """Make the node of a compact IRI such as "prov:used"."""
    return node(term(name))


@lru_cache(maxsize=256)
def tm(local: str) -> Node:
    """Make the node of a term of the ontology."""
    return node(TM + local)


@lru_cache(maxsize=256)
def tmc(local: str) -> Node:
    """Make the node of a concept."""
    return node(TMC + local)


def literal(words: str) -> str:
    """Make a literal of words in no language."""
    return str(Literal(words))


def tagged(words: str, language: str) -> str:
    """Make a literal in a language."""
    return str(Literal(words, language=language))


def typed(words: str, datatype: str) -> str:
    """Make a literal of a datatype given as a compact IRI: "xsd:date"."""
    return f"{Literal(words)}^^{curie(datatype)}"


def whole(number: int | None) -> str | None:
    """Make an xsd:integer, or nothing of None."""
    return None if number is None else str(Literal(number))


def decimal(number: float | Fraction) -> str:
    """Make an xsd:decimal."""
    return typed(digits(number), "xsd:decimal")


def digits(number: float | Fraction) -> str:
    """Write a number with as few digits as tell it apart, six at most: 0.9, 1.0."""
    said = f"{float(number):.6f}".rstrip("0")
    return said + "0" if said.endswith(".") else said
