"""What the steps of extraction hand to one another, before names are resolved to actors.

A draft keeps names as the text gives them (`Named`: words and span); the cast
(`testimonia.extract.actors`) turns them into actors, and `testimonia.extract` turns drafts into the
records of `testimonia.model`.
"""

from dataclasses import dataclass, replace
from typing import Literal

from testimonia.model import (
    AssertionKind,
    Category,
    Citation,
    EventKind,
    Measure,
    PartyBasis,
    Quantity,
    Scope,
    Span,
    Stance,
    When,
    Zone,
)

__all__ = ["ClaimDraft", "Entry", "EventDraft", "InfoboxDraft", "Named", "RemarkDraft", "Saying", "replace"]


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name or describe somebody or something, where they stand."""

    words: str
    span: Span
    link: str | None = None
    """Target of a link on the words, where the source has one."""
    flag: str | None = None
    """Country whose flag stands before the words."""
    note: str | None = None
    """What stands in brackets behind them, or a dagger's meaning: "KIA", "until May"."""


def those(*names: Named | None) -> tuple[Named, ...]:
    """Give those that there are."""
    return tuple(name for name in names if name is not None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list of belligerents, commanders or units."""

    name: Named
    side: int
    role: Literal["belligerent", "commander", "unit", "support"]
    rule: str
    confidence: float
    parent: str | None = None
    """The entry above it, when it is listed as a part of that."""
    alias: str | None = None
    """A short form given with it: "Free Syrian Army (FSA)"."""
    office: str | None = None
    """A function given with a commander: "Al-Haq Brigade commander"."""


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What the infobox or the lead says about the article's event."""

    label: str
    kind: EventKind
    span: Span
    """Where the label stands."""
    kind_span: Span | None = None
    when: When | None = None
    places: tuple[Named, ...] = ()
    """The chain, most specific first."""
    coordinates: tuple[float, float] | None = None
    coordinates_span: Span | None = None
    part_of: tuple[Named, ...] = ()
    result: Named | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says something, how, when and through what, as the words give it."""

    speakers: tuple[Named, ...]
    """Empty where nobody is named ("it was reported")."""
    stance: Stance
    span: Span
    """The words that say so: from the speaker to the verb, or "(per X)"."""
    when: When | None = None
    medium: str | None = None
    medium_kind: str = "unspecified"
    outlet: Named | None = None
    on_behalf_of: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """How many of whom, before names are resolved."""

    measure: Measure
    quantity: Quantity
    span: Span
    """The quote."""
    sentence: Span
    rule: str
    zone: Zone
    confidence: float | None = None
    """How sure the infobox's layout makes it; None for prose, whose evidence is weighed later."""
    parties: tuple[Named, ...] = ()
    side: int | None = None
    category: Category = "unknown"
    party_basis: PartyBasis = "none"
    saying: Saying | None = None
    stance: Stance = "unmarked"
    scope: Scope = "main"
    item: str | None = None
    when: When | None = None
    total: Span | None = None
    """The quote of the total that includes this figure ("including 3 officers")."""
    replaces: Span | None = None
    """The quote of the figure that this one was later given in place of ("later revised to 35")."""
    figure: Span | None = None
    """The figure's own words, so that unexplained figures can be told."""
    doer: Named | None = None
    """Who did the harm, where the words tell: the harmed are on another side."""
    holder: Named | None = None
    """Who is told to have those counted, for strengths."""
    topic: Named | None = None
    """Whom the sentences before were about, for strengths."""
    heading: Named | None = None
    """The title of the section, where it is about one camp: "Roe forces"."""
    introduced: Span | None = None
    """The line above a list that holds the count: "Roe losses were:"."""
    own: tuple[Named, ...] = ()
    """Whose own people they are: the harmed are on that side."""
    helpless: bool = False
    """True where the place alone tells that they are civilians, unless a name says that they fight."""
    citations: tuple[Citation, ...] = ()
    """The references behind the figure."""


@dataclass(frozen=True, slots=True)
class RemarkDraft:
    """What a sayer says of the event without a figure."""

    kind: AssertionKind
    text: str
    """The proposition, affirmed, as a short sentence."""
    span: Span
    sentence: Span
    rule: str
    zone: Zone
    saying: Saying
    parties: tuple[Named, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class InfoboxDraft:
    """All that an infobox gives."""

    event: EventDraft | None = None
    entries: tuple[Entry, ...] = ()
    claims: tuple[ClaimDraft, ...] = ()
    unexplained: tuple[Span, ...] = ()
