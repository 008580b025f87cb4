"""Gathering the dossiers of the events of a graph.

What can be asked of all events of a store at once is asked once; what belongs to one event is looked up when
its dossier is made. Of a large graph that is done from what is around some events at a time: see `dossiers`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from testimonia.compare import estimates, load_policy, short_name
from testimonia.pages.accounts import Accounts
from testimonia.pages.actor import Actor
from testimonia.pages.camps import Camps
from testimonia.pages.dossier import Dossier, Estimates, Named, Source
from testimonia.pages.labels import Labels
from testimonia.pages.linked import linked
from testimonia.pages.mentions import Mentions
from testimonia.pages.place import Spot
from testimonia.pages.sources import Sources
from testimonia.pages.tellers import Tellers
from testimonia.query import recover_findings, relation_records
from testimonia.query.nodes import Nodes, local, word
from testimonia.report import report_events
from testimonia.vocab import term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from testimonia.model import Policy
    from testimonia.query import Recovered, RelationRecord
    from testimonia.report import ArticleReport
    from testimonia.validate import Texts

__all__ = ["Gatherer"]

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Gatherer:
    """Makes the dossiers of one graph."""

    store: Store
    """A store whose default graph is the whole."""
    texts: Texts
    """The texts that are at hand."""
    policy: str = ""
    """Under which policy figures are estimated, "" for none."""
    tellers: Tellers | None = None
    """Which article says what; None where `store` is all that there is."""

    @cached_property
    def events(self) -> tuple[str, ...]:
        """The IRIs of all events: those of articles first, then by label."""
        named = {
            iri: self._labels.of(iri) for iri in self._nodes.having("rdf:type", term("tm:ConflictEvent"))
        }
        own = {event for _, event in self._nodes.pairs("tm:mainEvent")}
        return tuple(sorted(named, key=lambda iri: (iri not in own, named[iri].casefold(), iri)))

    def dossier(self, event: str) -> Dossier:
        """Make the dossier of one event."""
        one, nodes = self._nodes.one, self._nodes
        recovered = self._recovered.get(event)
        acronyms = self._acronyms(event, recovered)
        kind = one(event, "tm:eventKind")
        lines = [tuple(self._chain(place)) for place in nodes.all(event, "tm:place")]
        return Dossier(
            event=event,
            label=self._labels.of(event),
            kind=word(kind, "Kind") if kind else "",
            when=one(one(event, "tm:time"), "tm:edtf"),
            places=tuple(dict.fromkeys(one for line in lines for one in line)),
            widest=tuple(dict.fromkeys(line[-1] for line in lines)),
            point=self._point(event),
            part_of=self._labels.named(nodes.all(event, "tm:partOfEvent")),
            parts=self._labels.named(nodes.having("tm:partOfEvent", event)),
            result=one(event, "tm:resultText"),
            main=bool(nodes.having("tm:mainEvent", event)),
            camps=tuple(self._camps.of(event, acronyms)),
            claims=tuple(self._accounts.said(recovered)) if recovered else (),
            records=recovered.records if recovered else (),
            relations=tuple(self._relations.get(event, ())),
            remarks=tuple(self._accounts.remarks(event)),
            happenings=tuple(self._accounts.happenings(event)),
            sources=tuple(self._sources.of(event)),
            reports=tuple(self._reports.get(event, ())),
            estimates=self._estimates(recovered) if recovered else None,
            acronyms=acronyms,
            links=linked(nodes, event),
            same=self._labels.named(nodes.all(event, "tm:sameEventAs")),
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        """The revisions that were read, by the titles of their articles."""
        return self._sources.by_title()

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """The IRIs of all actors but the groups that one article only describes."""
        groups = set(self._nodes.having("rdf:type", term("tm:DescribedGroup")))
        return tuple(iri for iri in self._nodes.having("rdf:type", term("tm:Actor")) if iri not in groups)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The IRIs of all places."""
        return self._nodes.having("rdf:type", term("tm:Place"))

    def actor(self, iri: str) -> Actor:
        """Tell who an actor is."""
        all_of = self._nodes.all
        kinds = {_HUMP.sub(" ", local(kind)).lower() for kind in all_of(iri, "rdf:type")} - {"actor"}
        offices = tuple(self._labels.of(office) for office in all_of(iri, "org:holds"))
        return Actor(
            iri=iri,
            label=self._labels.of(iri),
            kinds=tuple(sorted(kinds)),
            aliases=all_of(iri, "skos:altLabel"),
            offices=offices,
            member_of=self._labels.named(all_of(iri, "tm:memberOf")),
            links=linked(self._nodes, iri),
        )

    def place(self, iri: str) -> Spot:
        """Tell where a place is."""
        around = tuple(self._chain(iri))[1:]
        inside = self._labels.named(self._nodes.having("tm:within", iri))
        return Spot(iri, self._labels.of(iri), around, inside, linked(self._nodes, iri))

    @cached_property
    def _nodes(self) -> Nodes:
        return Nodes(self.store)

    @cached_property
    def _labels(self) -> Labels:
        return Labels(self._nodes)

    @cached_property
    def _camps(self) -> Camps:
        return Camps(self._nodes, self._labels)

    @cached_property
    def _accounts(self) -> Accounts:
        return Accounts(self.store, self._nodes, self._labels, Mentions(self._nodes, self._sources.by_iri))

    @cached_property
    def _tellers(self) -> Tellers:
        return self.tellers or Tellers(self.store)

    @cached_property
    def _recovered(self) -> dict[str, Recovered]:
        return {each.event: each for each in recover_findings(self.store)}

    @cached_property
    def _relations(self) -> dict[str, list[RelationRecord]]:
        found: dict[str, list[RelationRecord]] = defaultdict(list)
        for each in relation_records(self.store):
            for event in {each.event, self._nodes.one(each.claim_b, "tm:about")}:  # two, of two articles
                found[event].append(each)
        return found

    @cached_property
    def _reports(self) -> dict[str, list[ArticleReport]]:
        """The reports on articles by their main event."""
        found: dict[str, list[ArticleReport]] = defaultdict(list)
        for report in report_events(self.store, self._recovered.values()):
            article = self._nodes.one(report.revision, "dcterms:isVersionOf")
            found[self._nodes.one(article, "tm:mainEvent")].append(report)
        return found

    @cached_property
    def _sources(self) -> Sources:
        return Sources(self.store, self._nodes, self.texts)

    @cached_property
    def _policy(self) -> Policy | None:
        return load_policy(self.policy) if self.policy else None

    def _chain(self, place: str) -> Iterator[Named]:
        """Walk from a place to the places around it.

        Articles may disagree about what a place lies in; the way goes by what most of them say.
        """
        seen: set[str] = set()
        while place and place not in seen:
            seen.add(place)
            yield Named(place, self._labels.of(place))
            place = self._tellers.around(place)

    def _point(self, event: str) -> tuple[float, float] | None:
        point = self._nodes.one(event, "tm:coordinates")
        latitude, longitude = (self._nodes.one(point, name) for name in ("geo:lat", "geo:long"))
        return (float(latitude), float(longitude)) if latitude and longitude else None

    def _acronyms(self, event: str, recovered: Recovered | None) -> dict[str, str]:
        """Give the acronyms that the articles on an event use, by label; other articles may mean others."""
        own = self._sources.of(event)
        actors = [actor.key for actor in recovered.findings.actors] if recovered else []
        found: dict[str, str] = {}
        for actor in actors:
            known = self._tellers.acronyms(actor, [source.iri for source in own])
            used = (one for one in known if any(source.text is None or one in source.text for source in own))
            if acronym := next(used, ""):
                found[self._labels.of(actor)] = acronym
        return found

    def _estimates(self, recovered: Recovered) -> Estimates | None:
        if self._policy is None:
            return None
        made = estimates(recovered.findings, policy=self._policy, tolerance=recovered.tolerance)
        labels = {actor.key: short_name(actor) for actor in recovered.findings.actors}
        return Estimates(self._policy, made, labels, recovered.claims)
