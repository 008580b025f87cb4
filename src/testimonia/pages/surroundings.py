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
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode, Quad, Store

__all__ = ["surroundings"]

_OF_EVENT = ("tm:about", "tm:participationIn", "tm:happeningOf", "tm:sideOf", "tm:mainEvent")
"""By what records point to their event."""
_COMPARED = ("tm:leftClaim", "tm:rightClaim")
"""By what a comparison points to claims."""
_NAMED = frozenset(map(term, (*_OF_EVENT, "tm:partOfEvent")))
"""What leads to another event, of which a page tells no more than the name, the kind and the time."""
_KEPT = frozenset(map(term, ("rdf:type", "rdfs:label", "tm:eventKind", "tm:time")))
_ASIDE = term("prov:used")
"""What no page tells: a run that compares articles points by it to all of them."""
_READ = frozenset(map(term, ("tm:evidence", "tm:reading")))
"""What leads from a record to where it was read."""


def surroundings(whole: Store, *events: str) -> Store:
    """Give a store of its own with all that the dossiers of some events need, but for who tells it.

    `whole` is a store whose default graph is the whole; so is that of the store that is given.
    """
    from pyoxigraph import NamedNode, Store

    cut = _Cut(whole)
    for event in events:
        cut.take_event(NamedNode(event))
    found = Store()
    found.bulk_extend(cut.quads)
    return found


class _Cut:
    """What has been cut out so far."""

    def __init__(self, store: Store) -> None:
        from pyoxigraph import DefaultGraph

        self._store = store
        self._graph = DefaultGraph()
        self._seen: set[NamedNode] = set()
        self._whole: set[NamedNode] = set()
        """What was taken with where it was read; an event may be met first where another names it."""
        self.quads: list[Quad] = []

    def take_event(self, event: NamedNode) -> None:
        """Take an event with its records, and those that its own articles have of other events."""
        articles = self._having("tm:mainEvent", event)
        revisions = [one for article in articles for one in self._having("dcterms:isVersionOf", article)]
        own = dict.fromkeys(one for revision in revisions for one in self._records_in(revision))
        told = dict.fromkeys(one for name in _OF_EVENT for one in self._having(name, event))
        sides = self._having("tm:sideOf", event)
        groups = [one for side in sides for one in self._having("tm:alignedSide", side)]
        records = dict.fromkeys((event, *told, *groups, *revisions, *own))
        compared = [one for claim in records for name in _COMPARED for one in self._having(name, claim)]
        self._take_all((*records, *compared, *self._having("tm:linkFrom", event)))
        for part in self._having("tm:partOfEvent", event):
            self._take_name(part)
            self._take(self._quads(part, term("tm:partOfEvent")))

    def _records_in(self, revision: NamedNode) -> Iterator[NamedNode]:
        """Give the claims, parts taken and sides that were read in a revision, of whichever event."""
        for mention in self._having("oa:hasSource", revision):
            for record in self._having("tm:evidence", mention):
                if any(self._quads(record, term(name)) for name in _OF_EVENT):
                    yield record

    def _take_all(self, records: Iterable[NamedNode]) -> None:
        """Take records with where they were read, and all that they point to."""
        waiting = list(records)
        roots = frozenset(waiting)
        while waiting:
            node = waiting.pop()
            whole = node in roots
            if node not in (self._whole if whole else self._seen):
                self._seen.add(node)
                if whole:
                    self._whole.add(node)
                waiting += self._follow(node, root=whole)

    def _follow(self, node: NamedNode, *, root: bool) -> Iterator[NamedNode]:
        """Take what is said of a node, and give what it points to."""
        from pyoxigraph import NamedNode

        for quad in self._quads(node):
            predicate = quad.predicate.value
            if predicate == _ASIDE or (predicate in _READ and not root):
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
            for quad in self._quads(event):
                if quad.predicate.value in _KEPT:
                    self._take((quad,))

    def _take(self, quads: Iterable[Quad]) -> None:
        self.quads.extend(quads)

    def _having(self, curie: str, value: NamedNode) -> list[NamedNode]:
        from pyoxigraph import NamedNode

        found = self._store.quads_for_pattern(None, NamedNode(term(curie)), value, self._graph)
        return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]

    def _quads(self, subject: NamedNode, predicate: str = "") -> list[Quad]:
        from pyoxigraph import NamedNode

        wanted = NamedNode(predicate) if predicate else None
        return list(self._store.quads_for_pattern(subject, wanted, None, self._graph))
