"""Which events of several articles are one, and which actors.

Events are one where they have one IRI; where they are the main events of one article, under its title or
a title that leads to it; and where both were accepted as one thing of another data set. Actors are one
where they were accepted so, where their names lead to one page, and where they have one name in events that
are one. Events that one revision tells apart are never joined, nor events of one title whose dates do not
meet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from testimonia.mapping import slug
from testimonia.query.nodes import Nodes, local
from testimonia.vocab import term

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["Join", "Joined", "Telling", "find_joins"]


@dataclass(frozen=True, slots=True)
class Join:
    """Two things of ours that are one, and why."""

    one: str
    other: str
    why: str
    """What they were both accepted as, or the article that both are the main event of: its IRI."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Which revisions tell of an event in figures: of each event, by its IRI."""

    revisions: dict[str, frozenset[str]]

    @classmethod
    def of(cls, nodes: Nodes) -> "Telling":
        """Find out by walking from claims with a figure to what they were read in."""
        source = dict(nodes.pairs("oa:hasSource"))
        mention = dict(nodes.pairs("tm:mention"))
        about = defaultdict(set)
        for claim, event in nodes.pairs("tm:about"):
            about[claim].add(event)
        counted = {claim for claim, _ in nodes.pairs("tm:quantity")}
        found: dict[str, set[str]] = defaultdict(set)
        for claim, reading in nodes.pairs("tm:reading"):
            for event in about[claim] if claim in counted else ():
                found[event].add(source[mention[reading]])
        return cls({event: frozenset(revisions) for event, revisions in found.items()})


class Joined(Nodes):
    """A store in which things that are one answer as one: under the first of their IRIs, for all."""

    def __init__(self, store: "Store", joins: Iterable[Join] = ()) -> None:
        super().__init__(store)
        self._groups: dict[str, tuple[str, ...]] = {}
        for join in joins:
            group = tuple(sorted({*self.members(join.one), *self.members(join.other)}))
            self._groups |= dict.fromkeys(group, group)

    def members(self, key: str) -> tuple[str, ...]:
        """List the IRIs of a thing, the one that it answers under first."""
        return self._groups.get(key, (key,))

    def name(self, key: str) -> str:
        """Give the IRI that a thing answers under."""
        return self.members(key)[0]

    def exactly(self, subject: str, curie: str) -> tuple[str, ...]:
        """Give all values that a property has of this very IRI, as they are, sorted."""
        return super().all(subject, curie)

    def all(self, subject: str, curie: str) -> tuple[str, ...]:
        """Give all values of a property, sorted."""
        found = (value for key in self.members(subject) for value in super(Joined, self).all(key, curie))
        return tuple(sorted({self.name(value) for value in found}))

    def one(self, subject: str, curie: str) -> str:
        """Give the first value of a property, of the first of the IRIs that has one; "" where none has."""
        found = (super(Joined, self).one(key, curie) for key in self.members(subject))
        return self.name(next(filter(None, found), ""))

    def having(self, curie: str, value: str) -> tuple[str, ...]:
        """Give the subjects that have an IRI as a value of a property, sorted."""
        found = (subject for key in self.members(value) for subject in super(Joined, self).having(curie, key))
        return tuple(sorted({self.name(subject) for subject in found}))


def find_joins(nodes: Nodes, telling: Telling) -> tuple[Join, ...]:
    """Find the events and actors of a store that are one though their IRIs differ, in a fixed order."""
    joined = _Joining(telling)
    for join in (*_by_title(nodes), *_by_link(nodes)):
        joined.take(join)
    for join in (*_by_page(nodes), *_by_scene(nodes, joined.taken)):
        joined.take(join)
    return tuple(joined.taken)


class _Joining:
    """Takes joins one after the other, unless they would join what one revision tells apart."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._groups: dict[str, set[str]] = {}
        self.taken: list[Join] = []

    def take(self, join: Join) -> None:
        """Take a join, if nothing speaks against it."""
        one, other = (self._groups.get(key, {key}) for key in (join.one, join.other))
        if one is other or self._apart(one, other):
            return
        group = one | other
        self._groups |= dict.fromkeys(group, group)
        self.taken.append(join)

    def _apart(self, one: set[str], other: set[str]) -> bool:
        told = self._telling.revisions
        return any(
            told.get(left, frozenset()) & told.get(right, frozenset()) for left in one for right in other
        )


def _by_title(nodes: Nodes) -> Iterator[Join]:
    """Join the main events of one article, and those of an article and of one whose title leads to it."""
    events: dict[str, set[str]] = defaultdict(set)
    leads: dict[str, str] = {}
    for article, event in nodes.pairs("tm:mainEvent"):
        events[article].add(event)
    for article, title in nodes.pairs("tm:redirectTitle"):
        leads[f"{article.rpartition('/')[0]}/{slug(title)}"] = article
    for article, main in sorted(events.items()):
        every = sorted(main | events.get(leads.get(article, ""), set()))
        for one, other in combinations(every, 2):
            if _may_be_one(nodes, one, other):
                yield Join(one, other, leads.get(article, article))


def _by_link(nodes: Nodes) -> Iterator[Join]:
    """Join events, and actors, that were accepted as one thing of another data set."""
    ours: dict[tuple[str, str], set[str]] = defaultdict(set)
    for thing, theirs in nodes.pairs("skos:exactMatch"):
        for kind in {local(kind) for kind in nodes.all(thing, "rdf:type")} & {"ConflictEvent", "Actor"}:
            ours[theirs, kind].add(thing)
    for (theirs, _), things in sorted(ours.items()):
        for one, other in combinations(sorted(things), 2):
            yield Join(one, other, theirs)


def _by_page(nodes: Nodes) -> Iterator[Join]:
    """Join the actors whose names lead to one page of the encyclopedia, where they are of one kind."""
    ours: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for thing, title in nodes.pairs("tm:wikipediaTitle"):
        kinds = nodes.all(thing, "rdf:type")
        if {local(kind) for kind in kinds} >= {"Actor"}:
            ours[title, kinds].add(thing)
    for (title, _), things in sorted(ours.items()):
        for one, other in combinations(sorted(things), 2):
            yield Join(one, other, title)


def _by_scene(nodes: Nodes, joins: Iterable[Join]) -> Iterator[Join]:
    """Join the actors of events that are one where they have one name: "MNLA" of each."""
    named: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for actor in nodes.having("rdf:type", term("tm:Actor")):
        before, kind, scene, name = actor.rsplit("/", 3)
        named[f"{before}/event/{scene}"][kind, name] = actor
    for join in list(joins):
        for called, one in sorted(named[join.one].items()):
            if called in named[join.other]:
                yield Join(one, named[join.other][called], join.why)


def _may_be_one(nodes: Nodes, one: str, other: str) -> bool:
    """Tell whether the dates of two events meet, as far as they are known; articles may share a title."""
    began, ended = [], []
    for event in (one, other):
        time = nodes.one(event, "tm:time")
        began.append(nodes.one(time, "tm:earliest"))
        ended.append(nodes.one(time, "tm:latest"))
    if not all((*began, *ended)) or any(day.startswith("-") for day in (*began, *ended)):
        return True
    return max(began) <= min(ended)
