"""Quads as plain Python values: what the writers sort, group and nest."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from testimonia.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import BlankNode, Quad, Triple

__all__ = ["Graph", "Node", "Object", "Words", "group_triples", "natural", "object_key"]


class Words(NamedTuple):
    """A literal. Asking the engine's own literals for their parts takes longer, and is done often."""

    text: str
    language: str | None
    datatype: str


Object = str | Words
"""An IRI as text, or a literal."""
Node = dict[str, list[Object]]
"""What is said of one subject: predicate IRI to objects, sorted, each once."""
Graph = dict[str, Node]
"""Subject IRI to what is said of it."""

_DIGITS = re.compile(r"([0-9]{1,18})")


def group_triples(quads: Iterable[Quad]) -> Graph:
    """Group the triples of quads, of whatever graph, by subject and predicate.

    Raises GraphError for blank nodes and quoted triples: they have no order that stays.
    """
    found: Graph = {}
    shared: dict[str, str] = {}
    """Each IRI once: the engine makes a new text whenever it is asked for one."""
    for quad in quads:
        subject = quad.subject
        if not isinstance(subject, NamedNode):
            raise GraphError(f"«{subject}» cannot be written in a stable order: subjects have to be IRIs.")
        said, name = subject.value, quad.predicate.value
        node = found.setdefault(shared.setdefault(said, said), {})
        node.setdefault(shared.setdefault(name, name), []).append(_object(quad.object, shared))
    for node in found.values():
        for predicate, objects in node.items():
            if len(objects) > 1:
                node[predicate] = sorted(set(objects), key=object_key)
    return found


def _object(target: NamedNode | Literal | BlankNode | Triple, shared: dict[str, str]) -> Object:
    if isinstance(target, NamedNode):
        iri = target.value
        return shared.setdefault(iri, iri)
    if isinstance(target, Literal) and (target.language is None or target.direction is None):
        datatype = target.datatype.value
        return Words(target.value, target.language, shared.setdefault(datatype, datatype))
    raise GraphError(f"«{target}» cannot be written here: objects have to be IRIs or literals of RDF 1.1.")


def object_key(said: Object) -> tuple[int, tuple[str | int, ...], str, str]:
    """Order objects: IRIs, then literals by their words, language and datatype."""
    if isinstance(said, str):
        return 0, natural(said), "", ""
    return 1, natural(said.text), said.language or "", said.datatype


@lru_cache(maxsize=4096)
def natural(text: str) -> tuple[str | int, ...]:
    """Order text with its numbers as numbers: char/68-95 before char/106-114.

    Words stand at even places and numbers at odd ones, so that like is compared with like. The text
    itself comes last, since "01" and "1" are the same number.
    """
    parts: list[str | int] = list(_DIGITS.split(text))
    for index in range(1, len(parts), 2):
        parts[index] = int(parts[index])
    return *parts, -1, text
