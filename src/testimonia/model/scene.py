"""What extraction finds of the event itself: when, where, who on which side, what happened."""

from dataclasses import dataclass
from typing import Literal

from testimonia.model.article import Span
from testimonia.model.words import ActorKind, EventKind, HappeningKind

__all__ = ["Actor", "Event", "Happening", "Office", "Participation", "Place", "Side", "When"]


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
    link: str | None = None
    """The Wikipedia title behind a link, where the source has one."""


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
