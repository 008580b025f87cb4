"""What the pages that lead to events need: one entry an event, and what is told of each actor and place.

A register is filled dossier by dossier, so that the dossiers themselves need not be kept.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from testimonia.pages.figures import panels_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.pages.dossier import Dossier, Named, Said
    from testimonia.pages.figures import Block
    from testimonia.query import RelationRecord

__all__ = ["Entry", "Part", "Register", "Told"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a list."""

    iri: str
    label: str
    kind: str
    when: str
    """In EDTF, "" where it is not known."""
    places: tuple[Named, ...]
    part_of: tuple[Named, ...]
    point: tuple[float, float] | None
    claims: int
    contradictions: int
    main: bool
    words: tuple[str, ...]
    """Names of those who take part or speak, and other names of them."""
    quotes: tuple[tuple[str, str], ...]
    """Each figure: the place on the page, and its words."""

    @property
    def year(self) -> int | None:
        """The year in which it began, None where that is not known; the year before 1 is 0."""
        start = self.when.partition("/")[0]
        sign = -1 if start.startswith("-") else 1
        digits = start.lstrip("-").partition("-")[0]
        return sign * int(digits) if digits.isdigit() else None

    @property
    def order(self) -> tuple[int, str, str]:
        """Where it stands among others by date."""
        year = self.year
        return (10_000 if year is None else year, self.when, self.label)


@dataclass(frozen=True, slots=True)
class Part:
    """The part that an actor takes in an event."""

    event: Entry
    side: int | None
    role: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in an event."""

    event: Entry
    said: Said


@dataclass(slots=True)
class Register:
    """Everything that is told of events, actors and places, as far as dossiers were added."""

    entries: list[Entry] = field(default_factory=list)
    parts: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))
    """By actor."""
    said: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))
    """By claimant: its figures."""
    about: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))
    """By actor: the figures of its people."""
    places: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """By place: the events there and in the places within it."""
    wholes: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """By larger event: its parts."""
    rivals: dict[str, list[tuple[Entry, Block]]] = field(default_factory=lambda: defaultdict(list))
    """By claimant: where its figures stand beside those of others."""
    relations: dict[str, list[tuple[Entry, RelationRecord, Said, Said]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """By claimant: how one of its figures, told first, stands to another's."""
    names: dict[str, str] = field(default_factory=dict)
    """Labels of actors and places, by IRI."""

    def add(self, dossier: Dossier) -> None:
        """Note what a dossier tells."""
        entry = _entry(dossier)
        self.entries.append(entry)
        for place in dossier.places:
            self.names[place.iri] = place.label
            self.places[place.iri].append(entry)
        for whole in dossier.part_of:
            self.wholes[whole.iri].append(entry)
        for camp in dossier.camps:
            for member in camp.members:
                self.names[member.iri] = member.label
                self.parts[member.iri].append(Part(entry, camp.number, member.role))
        self._add_claims(dossier, entry)

    def _add_claims(self, dossier: Dossier, entry: Entry) -> None:
        for said in dossier.claims:
            for one in said.who:
                self.names[one.iri] = one.label
                self.said[one.iri].append(Told(entry, said))
            for one in said.whom:
                self.names[one.iri] = one.label
                self.about[one.iri].append(Told(entry, said))
        for panel in panels_of(dossier):
            for block in panel.blocks:
                for claimant in _claimants(block):
                    self.rivals[claimant].append((entry, block))
        known = {said.iri: said for said in dossier.claims}
        for relation in dossier.relations:
            left, right = known.get(relation.claim_a), known.get(relation.claim_b)
            if left and right:
                self._relate(entry, relation, left, right)
                self._relate(entry, relation, right, left)

    def _relate(self, entry: Entry, relation: RelationRecord, own: Said, other: Said) -> None:
        for one in own.who:
            if one not in other.who:
                self.relations[one.iri].append((entry, relation, own, other))


def _claimants(block: Block) -> Iterator[str]:
    """Give those who say something in a block where others do, too."""
    voices = {tuple(one.iri for one in said.who) for said, _ in block.rows}
    if len(voices) > 1:
        yield from sorted({iri for voice in voices for iri in voice})


def _entry(dossier: Dossier) -> Entry:
    names = (name for camp in dossier.camps for one in camp.members for name in (one.label, one.short))
    speakers = (one.label for said in dossier.claims for one in (*said.who, *said.whom))
    return Entry(
        iri=dossier.event,
        label=dossier.label,
        kind=dossier.kind,
        when=dossier.when,
        places=dossier.places,
        part_of=dossier.part_of,
        point=dossier.point,
        claims=len(dossier.claims),
        contradictions=len(dossier.contradictions),
        main=dossier.main,
        words=tuple(dict.fromkeys((*names, *speakers))),
        quotes=tuple(
            (f"claim-{said.name}", mention.quote) for said in dossier.claims for mention in said.mentions[:1]
        ),
    )
