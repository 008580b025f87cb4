"""What the pages that lead to events need: one entry an event, and what is told of each actor and place.

A register is filled dossier by dossier, so that the dossiers themselves need not be kept. What grows with the
figures rather than with the events lies on shelves outside the memory.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from testimonia.pages.figures import panels_of
from testimonia.pages.shelf import Shelf
from testimonia.pages.wording import side_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.pages.actor import Actor
    from testimonia.pages.dossier import Dossier, Named, Said
    from testimonia.pages.figures import Block
    from testimonia.pages.place import Spot

__all__ = ["Entry", "Pair", "Part", "Register", "Rivals", "Told"]

_FIRST = 1_000_000
"""Is added to a year, so that those BCE sort before the others as words, too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a list."""

    iri: str
    label: str
    kind: str
    when: str
    """In EDTF, "" where it is not known."""
    places: tuple[Named, ...]
    widest: tuple[Named, ...]
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

    @property
    def rank(self) -> str:
        """The same as words, which sort alike."""
        year, when, label = self.order
        return f"{year + _FIRST:07}\t{when}\t{label}"


@dataclass(frozen=True, slots=True)
class Part:
    """The part that an actor takes in an event."""

    event: Entry
    side: int | None
    role: str
    beside: str
    """Who else fights on that side, in short."""
    against: str
    """Who fights on the other sides."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in an event."""

    event: Entry
    said: Said


@dataclass(frozen=True, slots=True)
class Rivals:
    """Rival figures of one kind, of one side of an event."""

    event: Entry
    side: str
    """Whose, in words."""
    block: Block


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that can be compared: one of a claimant, and one of somebody else."""

    event: Entry
    relation: str
    """contradicts, denies, agrees, refines, overlaps, revises or summarises."""
    own: Said
    other: Said


@dataclass(slots=True)
class Register:
    """Everything that is told of events, actors and places, as far as dossiers were added."""

    entries: list[Entry] = field(default_factory=list)
    parts: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))
    """By actor."""
    said: Shelf[Told] = field(default_factory=lambda: Shelf(share=Entry))
    """By claimant: its figures, by date of the event."""
    about: Shelf[Told] = field(default_factory=lambda: Shelf(share=Entry))
    """By actor: the figures of its people, by date of the event."""
    places: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """By place: the events there and in the places within it."""
    wholes: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """By larger event: its parts."""
    rivals: Shelf[Rivals] = field(default_factory=lambda: Shelf(share=Entry))
    """By claimant: where its figures stand beside those of others, by date of the event."""
    pairs: Shelf[Pair] = field(default_factory=lambda: Shelf(share=Entry))
    """By claimant: its figures with those of others, as far as they can be compared."""
    actors: list[Actor] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def add(self, dossier: Dossier) -> None:
        """Note what a dossier tells."""
        entry = _entry(dossier)
        self.entries.append(entry)
        for place in dossier.places:
            self.places[place.iri].append(entry)
        for whole in dossier.part_of:
            self.wholes[whole.iri].append(entry)
        for camp in dossier.camps:
            told = [other for other in dossier.camps if other.number is not None and camp.number is not None]
            against = "; ".join(other.name for other in told if other.number != camp.number and other.name)
            for member in camp.members:
                beside = camp.name if member.short != camp.name else ""
                self.parts[member.iri].append(Part(entry, camp.number, member.role, beside, against))
        self._add_claims(dossier, entry)

    def _add_claims(self, dossier: Dossier, entry: Entry) -> None:
        for said in dossier.claims:
            for one in said.who:
                self.said.put(one.iri, Told(entry, said), entry.rank)
            for one in said.whom:
                self.about.put(one.iri, Told(entry, said), entry.rank)
        for panel in panels_of(dossier):
            for block in panel.blocks:
                for claimant in _claimants(block):
                    told = Rivals(entry, _side_words(dossier, panel.key), block)
                    self.rivals.put(claimant, told, entry.rank)
        known = {said.iri: said for said in dossier.claims}
        for relation in dossier.relations:
            left, right = known.get(relation.claim_a), known.get(relation.claim_b)
            if left and right and relation.relation != "not_comparable":
                self._relate(entry, relation.relation, left, right)
                self._relate(entry, relation.relation, right, left)

    def _relate(self, entry: Entry, relation: str, own: Said, other: Said) -> None:
        for one in own.who:
            if one not in other.who:
                self.pairs.put(one.iri, Pair(entry, relation, own, other), entry.rank)


def _side_words(dossier: Dossier, key: str) -> str:
    if not key.isdigit():
        return key or "of no side that is told"
    return side_name(dossier, key)


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
        widest=dossier.widest,
        part_of=dossier.part_of,
        point=dossier.point,
        claims=len(dossier.claims),
        contradictions=len(dossier.contradictions),
        main=dossier.main,
        words=tuple(dict.fromkeys((*names, *speakers))),
        quotes=tuple(
            (f"claim-{said.name}", mention.words) for said in dossier.claims for mention in said.mentions[:1]
        ),
    )
