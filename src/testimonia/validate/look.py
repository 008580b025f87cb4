"""Looking into a store: what a property of a thing has, and which things have it.

Answers are sorted, each once, over all named graphs, so that no order depends on the store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from testimonia.vocab import term

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Store

    Node: TypeAlias = NamedNode | BlankNode
    Term: TypeAlias = NamedNode | BlankNode | Literal

__all__ = ["iri", "members", "node_of", "one", "parse_term", "subjects", "texts", "values", "words"]


def iri(name: str) -> NamedNode:
    """Give the node of a compact IRI ("tm:about", "sh:path") or a full one."""
    from pyoxigraph import NamedNode

    prefix, _, local = name.partition(":")
    if prefix == "sh":
        return NamedNode(f"http://www.w3.org/ns/shacl#{local}")
    return NamedNode(name if local.startswith("//") else term(name))


def values(store: Store, subject: Node, name: str) -> list[Term]:
    """Give what a property of a subject has: IRIs, blank nodes and literals."""
    from pyoxigraph import Triple

    found = {quad.object for quad in store.quads_for_pattern(subject, iri(name), None, None)}
    return sorted((value for value in found if not isinstance(value, Triple)), key=str)


def texts(store: Store, subject: Node, name: str) -> list[str]:
    """Give what a property of a subject has, in words."""
    return [words(value) for value in values(store, subject, name)]


def one(store: Store, subject: Node, name: str) -> Term | None:
    """Give the one value that a property of a subject has, the first of several, None of none."""
    return next(iter(values(store, subject, name)), None)


def members(store: Store, head: Term) -> list[Term]:
    """Give the members of an RDF list in their order; a list that is broken off ends where it breaks."""
    from pyoxigraph import Literal

    found: list[Term] = []
    seen: set[Term] = set()
    while head not in seen and not isinstance(head, Literal):
        seen.add(head)
        first, rest = one(store, head, "rdf:first"), one(store, head, "rdf:rest")
        if first is None or rest is None:
            break
        found.append(first)
        head = rest
    return found


def subjects(store: Store, name: str, value: Term | None = None) -> list[Node]:
    """Give the things that have a property, with one value or any."""
    from pyoxigraph import Triple

    found = {quad.subject for quad in store.quads_for_pattern(None, iri(name), value, None)}
    return sorted((subject for subject in found if not isinstance(subject, Triple)), key=str)


def words(value: Term) -> str:
    """Write a term as reports do: an IRI, the words of a literal, "_:b1" for a blank node."""
    from pyoxigraph import BlankNode

    return f"_:{value.value}" if isinstance(value, BlankNode) else value.value


def node_of(written: str) -> Node:
    """Give the IRI or blank node that `words` wrote."""
    from pyoxigraph import BlankNode, NamedNode

    return BlankNode(written[2:]) if written.startswith("_:") else NamedNode(written)


def parse_term(written: str) -> Term:
    """Read a term as N-Triples writes it: the inverse of `str`."""
    from pyoxigraph import RdfFormat, parse

    term: Term = next(iter(parse(f"<x:> <x:> {written} .", RdfFormat.N_TRIPLES))).object
    return term
