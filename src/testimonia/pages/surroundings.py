"""Cutting out of a graph what the pages of some events tell of, however large the graph is.

A graph of ten thousand articles has tens of millions of triples, an event a few thousand. So its dossier is
made from a small store that holds the event, what is said of it, where that was read, and who and what all
this names. It begins at records, which are taken with every place where they were read, and goes on to
whatever they point to. What others share, such as an actor or a larger event, comes without the
places where other articles tell of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.vocab import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import NamedNode, Quad, Store

__all__ = ["Surroundings"]

_OF_EVENT = ("tm:about", "tm:participationIn", "tm:happeningOf", "tm:sideOf", "tm:mainEvent")
"""By what records point to their event."""
_COMPARED = ("tm:leftClaim", "tm:rightClaim")
"""By what a comparison points to claims."""
_NAMED = frozenset(map(term, (*_OF_EVENT, "tm:partOfEvent")))
"""What leads to another event, of which a page tells no more than the name, the kind and the time."""
_SIDE = term("tm:alignedSide")
"""What leads from a person to the sides of all events that it took part in; those of these are records."""
_KEPT = frozenset(map(term, ("rdf:type", "rdfs:label", "tm:eventKind", "tm:time")))
_ASIDE = frozenset(
    map(term, ("tm:evidence", "tm:reading", "prov:wasDerivedFrom", "prov:wasGeneratedBy", "prov:used"))
)
"""What leads to where a thing was read, and when; it is left of all but the records of the events."""
_SHARED = 50_000
"""Of how many nodes what is said is remembered."""


class Surroundings:
    """What is around the events of a store whose default graph is the whole.

    What others share is remembered, since a country has a link to each of the thousands of places where it
    was read, which are looked through once to find the few other things that are said of it.
    """

    def __init__(self, whole: Store) -> None:
        self._whole = whole
        self._shared: dict[NamedNode, tuple[Quad, ...]] = {}

    def of(self, *events: str) -> Store:
        """Give a store of its own with all that the dossiers of some events need, but for who tells it.

        Its default graph is the whole, too.
        """
        from pyoxigraph import NamedNode, Store

        cut = _Cut(self._whole, self._shared)
        for event in events:
            cut.take_event(NamedNode(event))
        found = Store()
        found.bulk_extend(cut.quads)
        return found


class _Cut:
    """What has been cut out so far."""

    def __init__(self, store: Store, shared: dict[NamedNode, tuple[Quad, ...]]) -> None:
        from pyoxigraph import DefaultGraph

        self._store = store
        self._shared = shared
        self._graph = DefaultGraph()
        self._seen: set[NamedNode] = set()
        self._roots: set[NamedNode] = set()
        """The records of the events so far."""
        self._whole: set[NamedNode] = set()
        """Those that were taken with where they were read; some are met first where another names them."""
        self.quads: list[Quad] = []

    def take_event(self, event: NamedNode) -> None:
        """Take an event with its records, and those that its own articles have of other events."""
        articles = self._having("tm:mainEvent", event)
        revisions = [one for article in articles for one in self._having("dcterms:isVersionOf", article)]
        mentions = [one for revision in revisions for one in self._having("oa:hasSource", revision)]
        told = dict.fromkeys(one for name in _OF_EVENT for one in self._having(name, event))
        sides = self._having("tm:sideOf", event)
        aligned = (one for side in sides for one in self._having("tm:alignedSide", side))
        groups = [one for one in aligned if "/group/" in one.value]  # a person may be met in many events
        records = dict.fromkeys((event, *told, *groups, *revisions))
        others = [one for one in dict.fromkeys(self._records_in(mentions)) if one not in records]
        claims = (*records, *others)
        compared = [one for claim in claims for name in _COMPARED for one in self._having(name, claim)]
        self._take_records((*records, *compared, *self._having("tm:linkFrom", event)))
        self._take_others(others, frozenset((*revisions, *mentions)))
        for part in self._having("tm:partOfEvent", event):
            self._take_name(part)
            self._take(self._quads(part, term("tm:partOfEvent")))

    def _records_in(self, mentions: Iterable[NamedNode]) -> Iterator[NamedNode]:
        """Give the claims, parts taken and sides that were read in mentions, of whichever event."""
        for mention in mentions:
            for record in self._having("tm:evidence", mention):
                if any(self._quads(record, term(name)) for name in _OF_EVENT):
                    yield record

    def _take_records(self, records: Sequence[NamedNode]) -> None:
        """Take records with where they were read, and all that they point to."""
        self._roots.update(records)
        self._take_all(records)

    def _take_others(self, records: Sequence[NamedNode], near: frozenset[NamedNode]) -> None:
        """Take records of other events, with no other places where they were read than those near.

        That there was a war is read in hundreds of articles on its battles.
        """
        from pyoxigraph import NamedNode

        self._take_all(records)
        for record in records:
            for name in ("tm:evidence", "tm:reading", "prov:wasDerivedFrom"):
                for quad in self._quads(record, term(name)):
                    found = quad.object
                    if isinstance(found, NamedNode) and NamedNode(found.value.partition("#")[0]) in near:
                        self._take((quad,))
                        self._take_all((found,))

    def _take_all(self, nodes: Iterable[NamedNode]) -> None:
        """Take what is said of nodes, and all that they point to."""
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            whole = node in self._roots
            if node not in (self._whole if whole else self._seen):
                self._seen.add(node)
                if whole:
                    self._whole.add(node)
                waiting += self._follow(node, root=whole)

    def _follow(self, node: NamedNode, *, root: bool) -> Iterator[NamedNode]:
        """Take what is said of a node, and give what it points to."""
        from pyoxigraph import NamedNode

        for quad in self._quads(node) if root else self._said(node):
            predicate = quad.predicate.value
            if predicate == _SIDE and quad.object not in self._roots:
                continue
            self.quads.append(quad)
            if isinstance(quad.object, NamedNode) and quad.object not in self._seen:
                if predicate in _NAMED:
                    self._take_name(quad.object)
                else:
                    yield quad.object

    def _take_name(self, event: NamedNode) -> None:
        """Take the name, the kind and the time of another event."""
        if event not in self._seen:
            for quad in self._said(event):
                if quad.predicate.value in _KEPT:
                    self._take((quad,))

    def _take(self, quads: Iterable[Quad]) -> None:
        self.quads.extend(quads)

    def _said(self, subject: NamedNode) -> tuple[Quad, ...]:
        """Give what is said of a node, but not where that was read."""
        found = self._shared.get(subject)
        if found is None:
            every = self._quads(subject)
            found = tuple(quad for quad in every if quad.predicate.value not in _ASIDE)
            if len(found) < len(every):
                if len(self._shared) >= _SHARED:
                    self._shared.clear()
                self._shared[subject] = found
        return found

    def _having(self, curie: str, value: NamedNode) -> list[NamedNode]:
        from pyoxigraph import NamedNode

        found = self._store.quads_for_pattern(None, NamedNode(term(curie)), value, self._graph)
        return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]

    def _quads(self, subject: NamedNode, predicate: str = "") -> list[Quad]:
        from pyoxigraph import NamedNode

        wanted = NamedNode(predicate) if predicate else None
        return list(self._store.quads_for_pattern(subject, wanted, None, self._graph))
