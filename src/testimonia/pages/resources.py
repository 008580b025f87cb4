"""What the graph says of an IRI: its own triples, those of its parts, and who points to it.

A document is an IRI without fragment. Its parts are the IRIs with one that it points to or that point
to it: the quantity of a claim, the selectors of a mention, the terms of the ontology.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from testimonia.query import whole
from testimonia.vocab import folder, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import Quad, Store

__all__ = ["Description", "Library", "merged", "open_library", "open_vocabulary"]

_LINKS = 500
"""How many links to a document are told; a country may have tens of thousands."""
_NAMES = 50_000
"""How many names are remembered."""
_LABELS = tuple(
    term(name)
    for name in ("rdfs:label", "skos:prefLabel", "tm:propositionText", "dcterms:title", "oa:exact", "tm:edtf")
)
"""Where the name of a thing is found, the best first."""
_VIA = tuple(term(name) for name in ("oa:hasSelector", "tm:mention", "tm:claimedValue"))
"""Through which property a thing without a name of its own borrows one."""


@dataclass(frozen=True, slots=True)
class Description:
    """All that is told of one document."""

    iri: str
    triples: tuple[Quad, ...]
    """Of the document and its parts, sorted, without graphs."""
    links: tuple[Quad, ...]
    """Triples of others that point here, sorted, at most 500."""
    cut: bool
    """True where there are more links."""
    store: Store = field(repr=False, compare=False)
    """Where it was found: what it points to can be looked up there."""


@dataclass(frozen=True, slots=True)
class Library:
    """The stores in which IRIs are looked up: the data, then the vocabulary."""

    data: Store
    vocabulary: Store
    _names: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """Names that were looked up already; pages ask for the same ones again and again."""

    def describe(self, iri: str) -> Description | None:
        """Tell what is known of a document, or what a named graph says; None where it is neither."""
        for store in (self.data, self.vocabulary):
            own = list(_quads(store, subject=iri))
            if own:
                return _describe(store, iri, own)
        said = self._said_in(iri)
        return Description(iri, _sorted(said), (), False, self.data) if said else None  # noqa: FBT003

    def _said_in(self, graph: str) -> set[Quad]:
        """Give the triples of a named graph."""
        from pyoxigraph import NamedNode, Quad

        found = self.data.quads_for_pattern(None, None, None, NamedNode(graph))
        return {Quad(quad.subject, quad.predicate, quad.object) for quad in found}

    def in_graphs(self, found: Description) -> list[Quad]:
        """Give the triples of a document with the named graphs that say them."""
        from pyoxigraph import DefaultGraph

        subjects = {quad.subject for quad in found.triples}
        every = (quad for one in subjects for quad in found.store.quads_for_pattern(one, None, None))
        return sorted((q for q in every if not isinstance(q.graph_name, DefaultGraph)), key=str)

    def label(self, iri: str) -> str:
        """Give the name of a thing, "" where it has none."""
        known = self._names.get(iri)
        if known is None:
            known = _label(self.data, iri) or _label(self.vocabulary, iri)
            if len(self._names) >= _NAMES:
                self._names.clear()
            self._names[iri] = known
        return known


def merged(iri: str, found: Sequence[Description], without: str = "") -> Description:
    """Make one description of several documents that are told of together, under the IRI of their whole.

    Links by the property `without` are left out, and so are those from one of the documents to another.
    """
    triples = {quad for one in found for quad in one.triples}
    links = {quad for one in found for quad in one.links if quad.predicate.value != without} - triples
    cut = any(one.cut for one in found)
    return Description(iri, _sorted(triples), _sorted(links), cut, found[0].store)


def open_library(graph: Store) -> Library:
    """Open what a graph and the vocabulary say, the graph as a whole: each triple once."""
    return Library(whole(graph), open_vocabulary())


def open_vocabulary() -> Store:
    """Read the ontology and its concepts into a store in memory."""
    from pyoxigraph import RdfFormat, Store

    store = Store()
    for file in sorted(folder("ontology").rglob("*.ttl")):
        store.load(file.read_bytes(), RdfFormat.TURTLE)
    return store


def _describe(store: Store, iri: str, own: list[Quad]) -> Description:
    found = list(islice(_quads(store, target=iri), _LINKS + 1))
    links = found[:_LINKS]
    near = (*(quad.object for quad in own), *(quad.subject for quad in links))
    parts = {part for node in near if (part := _part(node, iri))}
    told = [*own, *(quad for part in parts for quad in _quads(store, subject=part))]
    others = [quad for quad in links if not _part(quad.subject, iri)]
    return Description(iri, _sorted(told), _sorted(others), len(found) > _LINKS, store)


def _part(node: object, iri: str) -> str:
    """Give the IRI of a node if it is that of a document with a fragment, else ""."""
    from pyoxigraph import NamedNode

    return node.value if isinstance(node, NamedNode) and node.value.startswith(f"{iri}#") else ""


def _sorted(quads: Iterable[Quad]) -> tuple[Quad, ...]:
    return tuple(sorted(set(quads), key=str))


def _quads(
    store: Store, subject: str | None = None, predicate: str | None = None, target: str | None = None
) -> Iterator[Quad]:
    """Find the triples of the whole graph with these IRIs. Raises ValueError for what is no IRI."""
    from pyoxigraph import DefaultGraph, NamedNode

    one, two, three = (NamedNode(iri) if iri else None for iri in (subject, predicate, target))
    return store.quads_for_pattern(one, two, three, DefaultGraph())


def _label(store: Store, iri: str, *, borrow: int = 2) -> str:
    """Find the name of a thing, or one that it may borrow: a reading that of its mention, that of its words.

    `borrow` tells from how far away.
    """
    from pyoxigraph import Literal, NamedNode

    for name in _LABELS:
        said = [quad.object for quad in _quads(store, iri, name)]
        if words := [one.value for one in said if isinstance(one, Literal)]:
            return min(words)
    for name in _VIA if borrow else ():
        for quad in _quads(store, iri, name):
            held = quad.object
            found = _label(store, held.value, borrow=borrow - 1) if isinstance(held, NamedNode) else ""
            if found:
                return found
    return ""
