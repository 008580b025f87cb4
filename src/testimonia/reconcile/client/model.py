"""What a reconciliation service is asked, and what it answers, in whatever version of the protocol."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Candidate", "Entity", "Query", "Value"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A value that is a thing of the service, as it was matched before."""

    id: str
    name: str


Value = str | Entity


@dataclass(frozen=True, slots=True)
class Query:
    """A question to a service: what may this be."""

    text: str
    """The name that is looked for."""
    types: tuple[str, ...] = ()
    """Ids of types in the service; a candidate of any of them will do."""
    properties: tuple[tuple[str, tuple[Value, ...]], ...] = ()
    """Ids of properties in the service, each with the values that are known of it."""
    limit: int = 5
    """How many candidates are wanted at most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing of the service that may be the one that was asked for."""

    id: str
    name: str
    score: float | None
    """As the service counts: higher is likelier, and services differ in what is high; None if it does not."""
    match: bool = False
    """Whether the service itself is certain."""
    description: str = ""
    types: tuple[str, ...] = ()
    """Names of its types, their ids where they have no name."""
    features: tuple[tuple[str, float | bool], ...] = ()
    """What explains the score: id and value, in the order of the service."""
