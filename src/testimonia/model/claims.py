"""What extraction finds that somebody says: claims with quantity, sayer and words; and all findings."""

from dataclasses import dataclass, field
from typing import Literal

from testimonia.model.article import Span
from testimonia.model.scene import Actor, Event, Happening, Participation, Place, Side, When
from testimonia.model.sources import Citation, CitedSource
from testimonia.model.words import (
    AssertionKind,
    Category,
    Measure,
    PartyBasis,
    QuantityKind,
    RelationKind,
    Scope,
    Stance,
    Zone,
)

__all__ = ["Assertion", "Claim", "Findings", "Quantity", "Relation", "Statement", "Unexplained"]


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
    citations: tuple[Citation, ...] = ()
    """The references that stand behind it."""
    replaces: int | None = None
    """Index in `Findings.claims` of the figure that the text says was revised to this one."""


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
    sources: tuple[CitedSource, ...] = ()
    """What the references behind the claims cite."""
