"""What is told of an event: claims with a figure, remarks without one, and what happened when."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from testimonia.compare.voices import Voices
from testimonia.pages.dossier import Happened, Named, Remark, Said
from testimonia.query import ask
from testimonia.query.nodes import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from testimonia.model import Claim
    from testimonia.pages.labels import Labels
    from testimonia.pages.mentions import Mentions
    from testimonia.query import ClaimRecord, Recovered
    from testimonia.query.nodes import Nodes

__all__ = ["Accounts"]


class Accounts:
    """Finds what is told of events in a graph."""

    def __init__(self, store: Store, nodes: Nodes, labels: Labels, mentions: Mentions) -> None:
        self._store = store
        self._nodes = nodes
        self._labels = labels
        self._mentions = mentions

    def said(self, recovered: Recovered) -> Iterator[Said]:
        """Give the claims with a figure, each once, in the order of the text."""
        voices = Voices(recovered.findings)
        readings: dict[str, list[tuple[Claim, ClaimRecord]]] = defaultdict(list)
        for claim, record in zip(recovered.findings.claims, recovered.records, strict=True):
            readings[record.claim].append((claim, record))
        for iri, read in readings.items():
            claim, record = read[0]
            yield Said(
                record=record,
                who=tuple(Named(each, self._labels.of(each)) for each in record.claimant_iris),
                whom=tuple(Named(each, self._labels.of(each)) for each in record.party_iris),
                voice=_voice(voices, claim),
                guessed=claim.party_basis == "order",
                cited=tuple(dict.fromkeys(self._cited.get(iri, ()))),
                mentions=tuple(self._mentions.of(iri)),
            )

    def remarks(self, event: str) -> list[Remark]:
        """Give the claims without a figure, in the order of the text."""
        about = self._nodes.having("tm:about", event)
        plain = [iri for iri in about if not self._nodes.one(iri, "tm:quantity")]
        made = [
            Remark(
                iri,
                self._nodes.one(iri, "tm:propositionText"),
                self._labels.named(self._nodes.all(iri, "tm:claimant")),
                tuple(self._mentions.of(iri)),
            )
            for iri in plain
        ]
        return sorted(made, key=lambda one: (one.mentions[0].start if one.mentions else 0, one.iri))

    def happenings(self, event: str) -> list[Happened]:
        """Give what happened when, by day; what happened on one day in the order of the text."""
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
        return [told for _, told in sorted(made, key=lambda pair: pair[0])]

    @cached_property
    def _cited(self) -> dict[str, list[str]]:
        """What the sentences of claims cite, by claim."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in ask(self._store, "references").records():
            pages = f", p. {row['pages']}" if row["pages"] else ""
            found[row["claim"]].append(f"{row['citation']}{pages}")
        return found


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
