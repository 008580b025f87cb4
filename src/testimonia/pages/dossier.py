"""All that one page tells of an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testimonia.model import Estimate, Policy
    from testimonia.pages.linked import Linked
    from testimonia.query import ClaimRecord, RelationRecord
    from testimonia.report import ArticleReport

__all__ = [
    "Camp",
    "Dossier",
    "Estimates",
    "Happened",
    "Member",
    "Mention",
    "Named",
    "Remark",
    "Said",
    "Source",
]


@dataclass(frozen=True, slots=True)
class Named:
    """A thing and what it is called."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who takes part."""

    iri: str
    label: str
    short: str
    """The acronym, or the label where there is none."""
    role: str
    """belligerent, commander, unit or support."""


@dataclass(frozen=True, slots=True)
class Camp:
    """One side of an event."""

    number: int | None
    """None for those whose side is not told."""
    members: tuple[Member, ...]
    groups: tuple[Named, ...] = ()
    """Those whom the article only describes and counts to this side: "jihadists"."""

    @property
    def name(self) -> str:
        """The belligerents in short: "France, Mali, MSA"."""
        shown = [member.short for member in self.members if member.role == "belligerent"]
        return ", ".join(shown or [member.short for member in self.members])


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an article revision from which something was read."""

    revision: str
    start: int
    end: int
    quote: str
    words: str
    """The quote as a reader of the article sees it, without the markup of a wiki."""
    sentence: str
    """The sentence or line around the words; the words themselves where there is none."""
    sentence_start: int
    section: str
    line: int | None
    zone: str


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with a figure, once, with every place where it was read."""

    record: ClaimRecord
    who: tuple[Named, ...]
    """Empty for the article's own voice."""
    whom: tuple[Named, ...]
    voice: str
    """Which side speaks: its number, "article", "joint" for several sides, "outside" for none."""
    guessed: bool
    """Whether the party is guessed from the order of flags."""
    cited: tuple[str, ...]
    """What the article cites behind it."""
    mentions: tuple[Mention, ...]

    @property
    def iri(self) -> str:
        """The IRI of the claim."""
        return self.record.claim

    @property
    def name(self) -> str:
        """The last part of the IRI, such as "killed-53evea6w"."""
        return self.record.claim.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Remark:
    """A claim without a figure: place, date, outcome, who took part, or in words only."""

    iri: str
    says: str
    who: tuple[Named, ...]
    mentions: tuple[Mention, ...]

    @property
    def name(self) -> str:
        """The last part of the IRI."""
        return self.iri.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that the prose tells of a date."""

    iri: str
    kind: str
    when: str
    """In EDTF."""
    inherited: str
    """Why a part of the date is not in the words themselves, "" where all of it is."""
    mention: Mention

    @property
    def name(self) -> str:
        """The last part of the IRI."""
        return self.iri.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Source:
    """A revision of an article that the event was read from."""

    iri: str
    title: str
    url: str
    revision_id: str
    sha256: str
    form: str
    license: str
    rights_holder: str
    text: str | None
    """The text itself, where it is at hand."""


@dataclass(frozen=True, slots=True)
class Estimates:
    """What is estimated under a policy; indexes are those of `claims`."""

    policy: Policy
    made: tuple[Estimate, ...]
    labels: dict[str, str]
    """Actors by IRI, in short."""
    claims: tuple[str, ...]
    """IRIs."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One event."""

    event: str
    """The IRI."""
    label: str
    kind: str
    when: str
    """In EDTF: a date, a range, or ""."""
    places: tuple[Named, ...]
    """Each place followed by those around it."""
    widest: tuple[Named, ...]
    """The outermost of those: mostly countries."""
    point: tuple[float, float] | None
    """Latitude and longitude in degrees."""
    part_of: tuple[Named, ...]
    parts: tuple[Named, ...]
    result: str
    main: bool
    """Whether an article is about it."""
    camps: tuple[Camp, ...]
    claims: tuple[Said, ...]
    records: tuple[ClaimRecord, ...]
    """Every reading of those claims, in the order of the text."""
    relations: tuple[RelationRecord, ...]
    remarks: tuple[Remark, ...]
    happenings: tuple[Happened, ...]
    sources: tuple[Source, ...]
    reports: tuple[ArticleReport, ...]
    estimates: Estimates | None
    acronyms: dict[str, str]
    """Label to acronym."""
    links: tuple[Linked, ...] = ()
    """What it is in other data sets."""
    same: tuple[Named, ...] = ()
    """The events of other articles that are this one."""

    @property
    def contradictions(self) -> tuple[RelationRecord, ...]:
        """Claims that cannot be true together."""
        return tuple(each for each in self.relations if each.relation in {"contradicts", "denies"})

    def short(self, label: str) -> str:
        """Give the acronym of somebody where there is one."""
        return self.acronyms.get(label, label)
