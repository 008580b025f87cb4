"""The facts that travel along the road, frozen.

`Article` is what reading gives, `Findings` is what extraction gives; every other class is a part
of one of the two. Offsets are half-open, in Unicode code points, into `Article.text`, which is the
input exactly as it is on disk. Nothing here knows RDF, the clock, the network or chance.

Records point to one another by `key`: a short name that is unique within one article
(`Actor.key`, `Place.key`, `Event.key`, `Statement.key`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Actor",
    "ActorKind",
    "Article",
    "Assertion",
    "AssertionKind",
    "Category",
    "Claim",
    "Event",
    "EventKind",
    "Findings",
    "Form",
    "Happening",
    "HappeningKind",
    "Mark",
    "MarkKind",
    "Measure",
    "Office",
    "Parameter",
    "Participation",
    "PartyBasis",
    "Passage",
    "Place",
    "Quantity",
    "QuantityKind",
    "Relation",
    "RelationKind",
    "Scope",
    "Section",
    "Side",
    "Span",
    "Stance",
    "Statement",
    "Unexplained",
    "When",
    "Zone",
]

Form = Literal["plain", "wikitext", "prose"]
Zone = Literal["infobox", "lead", "prose", "table", "caption"]
MarkKind = Literal["flag", "link", "bold", "italic", "reference", "template"]
Measure = Literal[
    "killed",
    "wounded",
    "captured",
    "surrendered",
    "missing",
    "killed_or_wounded",
    "losses",
    "neutralised",
    "displaced",
    "strength",
    "materiel_strength",
    "materiel_lost",
]
QuantityKind = Literal[
    "exact",
    "approximate",
    "range",
    "lower_bound",
    "upper_bound",
    "vague",
    "none",
    "unknown",
    "not_reported",
]
Category = Literal["combatants", "civilians", "mixed", "unknown"]
Stance = Literal["claimed", "estimated", "confirmed", "denied", "reported", "unmarked"]
Scope = Literal["main", "sub", "other"]
PartyBasis = Literal["named", "described", "heading", "flag", "order", "pronoun", "inferred", "none"]
EventKind = Literal[
    "battle",
    "siege",
    "offensive",
    "attack",
    "airstrike",
    "clashes",
    "massacre",
    "campaign",
    "war",
    "operation",
    "other",
]
HappeningKind = Literal[
    "attack",
    "clash",
    "capture",
    "retreat",
    "bombardment",
    "advance",
    "siege",
    "ceasefire",
    "deployment",
    "statement",
    "other",
]
ActorKind = Literal[
    "state",
    "state force",
    "armed group",
    "coalition",
    "organisation",
    "person",
    "media",
    "described group",
]
AssertionKind = Literal["participation", "outcome", "attribute", "characterisation", "responsibility"]
RelationKind = Literal[
    "agrees",
    "contradicts",
    "refines",
    "overlaps",
    "revises",
    "summarises",
    "not_comparable",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of `Article.text`, in code points."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


# --- what reading gives -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mark:
    """Something the source says beside the words: a flag, a link, a reference, bold type."""

    kind: MarkKind
    start: int
    """Where it stands in the passage's `shown` text (a flag has no width: start == end)."""
    end: int
    value: str
    """Flag: the country, "" if unknown; link: the target; reference, template: the raw words."""
    span: Span
    """The markup itself, in `Article.text`."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item or infobox value: the words a reader sees, each tied to the source.

    `shown` is what a reader sees; `sources[i]` is the span of `Article.text` behind `shown[i]`
    (for plain text simply one character each). Rules read `shown` and report spans of the source,
    so that nothing is cleaned before it is located.
    """

    shown: str
    starts: Sequence[int]
    """For each character of `shown`, where it begins in the source."""
    ends: Sequence[int]
    """For each character of `shown`, where it ends in the source."""
    zone: Zone
    section: int
    """Index into `Article.sections`."""
    marks: tuple[Mark, ...] = ()
    item: bool = False
    """True for a list item."""

    def source(self, start: int, end: int) -> Span:
        """Give the span of the source behind `shown[start:end]` (not empty)."""
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Parameter:
    """One line of an infobox: a key and its value."""

    key: str
    """Lower case, without spaces or underscores: "casualties1", "partof", "date"."""
    passage: Passage
    """The value. Line breaks of the source are "\\n" in `shown`."""
    span: Span
    """The whole line, key and value, in `Article.text`."""


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the article; index 0 is what stands before the first heading."""

    title: str
    level: int
    """0 for the head of the article, 2 for "== A ==", 3 for "=== B ==="."""
    span: Span
    path: tuple[str, ...] = ()
    """The titles of the sections around this one and its own, outermost first."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its text whole and its parts located."""

    text: str
    title: str
    form: Form
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    """Prose in reading order: paragraphs, list items, table cells, captions; not the infobox."""
    parameters: tuple[Parameter, ...] = ()
    source: str = ""
    """Where it came from, as the user named it: a file name, a URL, "-"."""
    url: str | None = None
    revision_id: str | None = None
    timestamp: str | None = None
    """Of the revision, ISO 8601, where known."""
    redirects: tuple[str, ...] = ()
    infobox: str | None = None
    """The name of the infobox template, "infobox" where the form does not say, or None."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the UTF-8 text, in lower-case hexadecimal."""
        return sha256(self.text.encode("utf-8")).hexdigest()

    def quote(self, span: Span) -> str:
        """Give the exact words of a span."""
        return self.text[span.start : span.end]


# --- what extraction gives ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, as the text gives it, with inclusive bounds."""

    kind: QuantityKind
    low: int | None
    high: int | None
    verbatim: str
    """The words that give the number: "20-30", "over a dozen", "Malian soldiers" (bare plural)."""
    wording: str | None = None
    """For a vague one the word: "several", "some" (also for a bare plural), "heavy"."""

    @property
    def approximate(self) -> bool:
        """True for "about N", "~N", "an estimated N"."""
        return self.kind == "approximate"


@dataclass(frozen=True, slots=True)
class When:
    """A day, month, year or range, with the precision of the text."""

    start: str | None
    """ISO 8601 with the text's precision: "2018-04-01", "2018-04", "2018", "-0030" (31 BCE)."""
    end: str | None
    """The same; equal to `start` for a single date; None while ongoing or open."""
    span: Span | None = None
    inherited: str | None = None
    """Why a part of the date is not in the words themselves: "year of the event", "the next day"."""
    ongoing: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A function somebody holds."""

    title: str
    """As the text gives it: "commander-in-chief of Operation Barkhane"."""
    body: str | None = None
    """Key of the actor in which the office is held, where the text names it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, force, group or body that takes part or speaks."""

    key: str
    label: str
    """The fullest name that the article uses."""
    kind: ActorKind
    span: Span
    """Where the article first names it."""
    aliases: tuple[str, ...] = ()
    office: Office | None = None
    side: int | None = None
    aligned_to: tuple[str, ...] = ()
    """For a described group: keys of the actors that the text lets it stand for."""
    rule: str = ""
    confidence: float = 0.9
    also: tuple[ActorKind, ...] = ()
    """Further kinds: a coalition that is itself an armed group."""
    link: str | None = None
    """The Wikipedia title behind a link, where the source has one."""
    member_of: tuple[str, ...] = ()
    """Keys of the actors it belongs to: a general staff to its state."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place, with the places around it."""

    key: str
    label: str
    span: Span
    within: str | None = None
    """Key of the place directly around it."""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the opposing camps of an event."""

    number: int
    event: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A battle, siege, attack or a larger event that contains it."""

    key: str
    label: str
    kind: EventKind
    span: Span
    main: bool = False
    when: When | None = None
    places: tuple[str, ...] = ()
    """Keys of the place chain, most specific first."""
    coordinates: tuple[float, float] | None = None
    """Latitude, longitude in degrees."""
    part_of: tuple[str, ...] = ()
    """Keys of larger events."""
    result: str | None = None
    """The headline outcome, in the text's words."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor's part in the main event."""

    actor: str
    event: str
    role: Literal["belligerent", "commander", "unit", "support"]
    side: int | None
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Statement:
    """One occasion of speaking; many claims may come from one."""

    key: str
    speakers: tuple[str, ...]
    """Actor keys; more than one for a collective attribution."""
    span: Span
    on_behalf_of: tuple[str, ...] = ()
    when: When | None = None
    medium: str | None = None
    """As named: "interview with RFI", "statement", "Twitter"."""
    medium_kind: str = "unspecified"
    """A concept of the medium scheme: statement, interview, briefing, report, social media, news …"""
    outlet: str | None = None
    """Actor key of the media organisation that carried it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """How many of whom, says who: the heart of the graph."""

    measure: Measure
    quantity: Quantity
    event: str
    span: Span
    """The quote: figure words and, where adjacent, the kind word."""
    sentence: Span
    """The sentence or infobox line around it."""
    rule: str
    confidence: float
    """How sure we are to have read the text right, 0–1; never whether the claim is true."""
    parties: tuple[str, ...] = ()
    """Actor keys of the harmed or counted."""
    side: int | None = None
    category: Category = "unknown"
    party_basis: PartyBasis = "none"
    """What the party rests on; "order" marks a guess by the order of stripped flags."""
    claimants: tuple[str, ...] = ()
    """Actor keys; empty is the article's own voice."""
    stance: Stance = "unmarked"
    polarity: Literal["affirmed", "negated"] = "affirmed"
    statement: str | None = None
    scope: Scope = "main"
    item: str | None = None
    """For materiel: what, as written ("tank")."""
    when: When | None = None
    """When the counted thing happened, if the text dates it."""
    subset_of: int | None = None
    """Index in `Findings.claims` of the total that includes this figure."""
    zone: Zone = "prose"


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim without a figure: about place, date, outcome, who took part, or in words only."""

    kind: AssertionKind
    event: str
    text: str
    """The proposition as a short sentence for people."""
    span: Span
    sentence: Span
    rule: str
    confidence: float
    property: Literal["time", "place", "part_of", "kind", "coordinates"] | None = None
    """For an attribute: which."""
    value: str | None = None
    """For an attribute or outcome: ISO date or range, place key, event key, or the words."""
    winner: int | None = None
    """For an outcome: the number of the side said to have prevailed."""
    parties: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    stance: Stance = "unmarked"
    polarity: Literal["affirmed", "negated"] = "affirmed"
    statement: str | None = None
    zone: Zone = "prose"
    side: int | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """Something the prose tells of a date."""

    kind: HappeningKind
    when: When
    span: Span
    """The clause that tells it."""
    sentence: Span
    rule: str
    confidence: float
    actors: tuple[str, ...] = ()
    """As named in the clause."""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A figure beside a force or casualty word that no rule consumed."""

    span: Span
    sentence: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims of one article stand to each other."""

    kind: RelationKind
    left: int
    """Index in `Findings.claims`."""
    right: int
    ground: str
    """Why it holds, in one readable sentence."""
    rule: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article, in text order."""

    events: tuple[Event, ...] = ()
    sides: tuple[Side, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    participations: tuple[Participation, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    happenings: tuple[Happening, ...] = ()
    unexplained: tuple[Unexplained, ...] = ()
    relations: tuple[Relation, ...] = field(default=())
