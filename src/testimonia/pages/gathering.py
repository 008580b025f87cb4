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
from testimonia.compare.voices import Voices
from testimonia.pages.actor import Actor
from testimonia.pages.dossier import (
    Camp,
    Dossier,
    Estimates,
    Happened,
    Member,
    Named,
    Remark,
    Said,
    Source,
)
from testimonia.pages.linked import linked
from testimonia.pages.mentions import Mentions
from testimonia.pages.place import Spot
from testimonia.pages.tellers import Tellers
from testimonia.query import ask, recover_findings, relation_records
from testimonia.query.nodes import Nodes, local, word
from testimonia.report import report_events
from testimonia.vocab import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

    from testimonia.model import Claim, Policy
    from testimonia.query import ClaimRecord, Recovered, RelationRecord
    from testimonia.report import ArticleReport
    from testimonia.validate import Texts

__all__ = ["Gatherer"]

_TOLD = ("url", "revision_id", "sha256", "form", "license", "rights_holder")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ROLES = ("belligerent", "commander", "unit", "support")


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
        named = {iri: self._label(iri) for iri in self._nodes.having("rdf:type", term("tm:ConflictEvent"))}
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
            label=self._label(event),
            kind=word(kind, "Kind") if kind else "",
            when=one(one(event, "tm:time"), "tm:edtf"),
            places=tuple(dict.fromkeys(one for line in lines for one in line)),
            widest=tuple(dict.fromkeys(line[-1] for line in lines)),
            point=self._point(event),
            part_of=self._named(nodes.all(event, "tm:partOfEvent")),
            parts=self._named(nodes.having("tm:partOfEvent", event)),
            result=one(event, "tm:resultText"),
            main=bool(nodes.having("tm:mainEvent", event)),
            camps=tuple(self._camps(event, acronyms)),
            claims=tuple(self._said(recovered)) if recovered else (),
            records=recovered.records if recovered else (),
            relations=tuple(self._relations.get(event, ())),
            remarks=tuple(self._remarks(event)),
            happenings=tuple(self._happenings(event)),
            sources=tuple(self._sources[iri] for iri in self._revisions(event)),
            reports=tuple(self._reports.get(event, ())),
            estimates=self._estimates(recovered) if recovered else None,
            acronyms=acronyms,
            links=linked(nodes, event),
            same=self._named(nodes.all(event, "tm:sameEventAs")),
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        """The revisions that were read, by the titles of their articles."""
        return tuple(sorted(self._sources.values(), key=lambda one: (one.title.casefold(), one.iri)))

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
        offices = tuple(self._label(office) for office in all_of(iri, "org:holds"))
        return Actor(
            iri=iri,
            label=self._label(iri),
            kinds=tuple(sorted(kinds)),
            aliases=all_of(iri, "skos:altLabel"),
            offices=offices,
            member_of=self._named(all_of(iri, "tm:memberOf")),
            links=linked(self._nodes, iri),
        )

    def place(self, iri: str) -> Spot:
        """Tell where a place is."""
        around = tuple(self._chain(iri))[1:]
        inside = self._named(self._nodes.having("tm:within", iri))
        return Spot(iri, self._label(iri), around, inside, linked(self._nodes, iri))

    @cached_property
    def _nodes(self) -> Nodes:
        return Nodes(self.store)

    @cached_property
    def _mentions(self) -> Mentions:
        return Mentions(self._nodes, self._sources)

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
    def _cited(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for row in _rows(self.store, "references"):
            pages = f", p. {row['pages']}" if row["pages"] else ""
            found[row["claim"]].append(f"{row['citation']}{pages}")
        return found

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {row["revision"]: self._source(row) for row in _rows(self.store, "sources")}

    @cached_property
    def _policy(self) -> Policy | None:
        return load_policy(self.policy) if self.policy else None

    def _source(self, row: dict[str, str]) -> Source:
        found = self.texts.find(row["sha256"])
        told = {
            name: row[name] for name in ("url", "revision_id", "sha256", "form", "license", "rights_holder")
        }
        title = row["title"] or local(row["article"])
        return Source(iri=row["revision"], title=title, text=found.text if found else None, **told)

    def _label(self, iri: str) -> str:
        return self._nodes.one(iri, "rdfs:label") or local(iri)

    def _named(self, iris: Iterable[str]) -> tuple[Named, ...]:
        return tuple(sorted((Named(iri, self._label(iri)) for iri in iris), key=lambda one: one.label))

    def _chain(self, place: str) -> Iterator[Named]:
        """Walk from a place to the places around it.

        Articles may disagree about what a place lies in; the way goes by what most of them say.
        """
        seen: set[str] = set()
        while place and place not in seen:
            seen.add(place)
            yield Named(place, self._label(place))
            place = self._tellers.around(place)

    def _point(self, event: str) -> tuple[float, float] | None:
        point = self._nodes.one(event, "tm:coordinates")
        latitude, longitude = (self._nodes.one(point, name) for name in ("geo:lat", "geo:long"))
        return (float(latitude), float(longitude)) if latitude and longitude else None

    def _acronyms(self, event: str, recovered: Recovered | None) -> dict[str, str]:
        """Give the acronyms that the articles on an event use, by label; other articles may mean others."""
        own = self._revisions(event)
        actors = [actor.key for actor in recovered.findings.actors] if recovered else []
        found: dict[str, str] = {}
        for actor in actors:
            known = [one for one in self._tellers.acronyms(actor, own) if self._is_used(one, event)]
            if known:
                found[self._label(actor)] = known[0]
        return found

    def _is_used(self, acronym: str, event: str) -> bool:
        """Tell whether the articles on an event have an acronym in their text, as far as that is at hand."""
        texts = [self._sources[iri].text for iri in self._revisions(event)]
        return any(text is None or acronym in text for text in texts)

    def _camps(self, event: str, acronyms: dict[str, str]) -> Iterator[Camp]:
        members: dict[int | None, list[Member]] = defaultdict(list)
        for node in self._nodes.having("tm:participationIn", event):
            actor = self._nodes.one(node, "tm:participant")
            label = self._label(actor)
            short = acronyms.get(label, label)
            role = local(self._nodes.one(node, "tm:role"))
            members[self._number(self._nodes.one(node, "tm:onSide"))].append(
                Member(actor, label, short, role)
            )
        named = {member.iri for here in members.values() for member in here}
        groups = {
            number: [iri for iri in iris if iri not in named] for number, iris in self._groups(event).items()
        }
        for number in sorted({*members, *groups}, key=lambda one: (one is None, one or 0)):
            here = sorted(members[number], key=lambda one: (_ROLES.index(one.role), one.label))
            if here or groups.get(number):
                yield Camp(number, tuple(here), self._named(groups.get(number, ())))

    def _groups(self, event: str) -> dict[int | None, list[str]]:
        """Give the groups that the articles only describe, by side; None for those of no side."""
        groups: dict[int | None, list[str]] = defaultdict(list)
        for side in self._nodes.having("tm:sideOf", event):
            aligned = self._nodes.having("tm:alignedSide", side)
            groups[self._number(side)] += [iri for iri in aligned if "/group/" in iri]
        placed = {iri for iris in groups.values() for iri in iris}
        told = {
            iri
            for claim in self._nodes.having("tm:about", event)
            for name in ("tm:affectedParty", "tm:claimant")
            for iri in self._nodes.all(claim, name)
        }
        if rest := sorted(iri for iri in told - placed if "/group/" in iri):
            groups[None] += rest
        return groups

    def _number(self, side: str) -> int | None:
        found = self._nodes.one(side, "tm:sideNumber")
        return int(found) if found else None

    def _said(self, recovered: Recovered) -> Iterator[Said]:
        """Give the claims with a figure, each once, in the order of the text."""
        voices = Voices(recovered.findings)
        readings: dict[str, list[tuple[Claim, ClaimRecord]]] = defaultdict(list)
        for claim, record in zip(recovered.findings.claims, recovered.records, strict=True):
            readings[record.claim].append((claim, record))
        for iri, read in readings.items():
            claim, record = read[0]
            yield Said(
                record=record,
                who=tuple(Named(each, self._label(each)) for each in record.claimant_iris),
                whom=tuple(Named(each, self._label(each)) for each in record.party_iris),
                voice=_voice(voices, claim),
                guessed=claim.party_basis == "order",
                cited=tuple(dict.fromkeys(self._cited.get(iri, ()))),
                mentions=tuple(self._mentions.of(iri)),
            )

    def _remarks(self, event: str) -> Iterator[Remark]:
        """Give the claims without a figure, in the order of the text."""
        about = self._nodes.having("tm:about", event)
        plain = [iri for iri in about if not self._nodes.one(iri, "tm:quantity")]
        made = [
            Remark(
                iri,
                self._nodes.one(iri, "tm:propositionText"),
                self._named(self._nodes.all(iri, "tm:claimant")),
                tuple(self._mentions.of(iri)),
            )
            for iri in plain
        ]
        yield from sorted(made, key=lambda one: (one.mentions[0].start if one.mentions else 0, one.iri))

    def _happenings(self, event: str) -> Iterator[Happened]:
        made = []
        for iri in self._nodes.having("tm:happeningOf", event):
            when = self._nodes.one(iri, "tm:time")
            first = self._nodes.one(when, "tm:earliest")
            for mention in self._mentions.of(iri)[:1]:
                told = Happened(
                    iri,
                    word(self._nodes.one(iri, "tm:eventKind"), "Kind"),
                    self._nodes.one(when, "tm:edtf"),
                    self._nodes.one(iri, "tm:dateInherited"),
                    mention,
                )
                made.append(((_year(first), first, mention.start, iri), told))
        yield from (told for _, told in sorted(made, key=lambda pair: pair[0]))

    def _revisions(self, event: str) -> list[str]:
        """List the revisions that tell of an event: those of its own articles, else those that mention it."""
        articles = self._nodes.having("tm:mainEvent", event)
        own = {iri for article in articles for iri in self._nodes.having("dcterms:isVersionOf", article)}
        told = {self._nodes.one(spot, "oa:hasSource") for spot in self._nodes.all(event, "tm:evidence")}
        return sorted(iri for iri in own or told if iri in self._sources)

    def _estimates(self, recovered: Recovered) -> Estimates | None:
        if self._policy is None:
            return None
        made = estimates(recovered.findings, policy=self._policy, tolerance=recovered.tolerance)
        labels = {actor.key: short_name(actor) for actor in recovered.findings.actors}
        return Estimates(self._policy, made, labels, recovered.claims)


def _rows(store: Store, question: str) -> Iterator[dict[str, str]]:
    answer = ask(store, question)
    for row in answer.rows:
        yield dict(zip(answer.columns, row, strict=True))


def _voice(voices: Voices, claim: Claim) -> str:
    """Tell which side speaks in a claim."""
    if not claim.claimants:
        return "article"
    sides = {voices.side(key) for key in claim.claimants}
    if len(sides) > 1:
        return "joint"
    side = sides.pop()
    return "outside" if side is None else str(side)


def _year(day: str) -> int:
    """Give the year of an xsd:date, so that dates before our era come first."""
    sign = -1 if day.startswith("-") else 1
    return sign * int(day.lstrip("-").partition("-")[0]) if day else 0
