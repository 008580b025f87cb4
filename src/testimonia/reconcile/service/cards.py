"""What a preview and a flyout show: what tells a thing from its namesakes, facts, rival figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.mapping.timespan import date_words
from testimonia.query.nodes import Nodes
from testimonia.reconcile.service.properties import property_of
from testimonia.reconcile.service.types import ROOTS

if TYPE_CHECKING:
    from testimonia.reconcile.service.holdings import Entity, Holdings
    from testimonia.reconcile.service.values import Value

__all__ = ["Card", "Figure", "describe", "make_card"]

_FACTS = {
    "ConflictEvent": ("place", "partOf", "side1", "side2", "side3", "result"),
    "Actor": ("memberOf", "office", "tookPartIn"),
    "Place": ("within", "events"),
    "Claim": ("about", "party", "claimant", "stance", "saidOn", "medium", "quote"),
}
"""The properties that a card shows of things of one type."""
_SHOWN = 5
"""How many values of a fact a card has room for."""
_FIGURES = 8
"""How many claims."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim of an event, as a card shows it."""

    words: str
    """What it says."""
    who: str
    """Who says it, "" for the article's own voice."""
    stance: str


@dataclass(frozen=True, slots=True)
class Card:
    """What there is to see of a thing."""

    name: str
    kinds: tuple[str, ...]
    description: str
    iri: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """Names of properties and their values in words."""
    figures: tuple[Figure, ...] = ()
    """Of an event: who says how many were killed."""
    more: int = 0
    """How many more claims of killed there are."""


def describe(holdings: Holdings, entity: Entity) -> str:
    """Give the line that tells a thing from its namesakes."""
    kinds = [one.name for one in entity.types if one.id not in ROOTS]
    if "ConflictEvent" in entity.type_ids:
        dates = [date_words(value.words) for value in _values(holdings, entity, "date")]
        places = [_chain(holdings, value) for value in _values(holdings, entity, "place")[:1]]
        parts = [*kinds, *dates, *places]
    elif "Place" in entity.type_ids:
        parts = [f"in {_chain(holdings, value)}" for value in _values(holdings, entity, "within")[:1]]
    elif "Claim" in entity.type_ids:
        claimants = " and ".join(value.words for value in _values(holdings, entity, "claimant"))
        events = [f"about {value.words}" for value in _values(holdings, entity, "about")]
        parts = [
            *(kinds or ["claim"]),
            *events,
            f"by {claimants}" if claimants else "in the article's own voice",
        ]
    else:
        members = [f"of {value.words}" for value in _values(holdings, entity, "memberOf")]
        parts = [*kinds, *members, *entity.aliases[:_SHOWN]]
    return "; ".join(parts)


def make_card(holdings: Holdings, entity: Entity) -> Card:
    """Gather what a preview shows."""
    root = next(name for name in ROOTS if name in entity.type_ids)
    facts = []
    for name in _FACTS[root]:
        wanted, values = property_of(name), _values(holdings, entity, name)
        if wanted and values:
            more = f" and {len(values) - _SHOWN} more" if len(values) > _SHOWN else ""
            facts.append((wanted.name, ", ".join(value.words for value in values[:_SHOWN]) + more))
    claims = _values(holdings, entity, "killed.claim") if root == "ConflictEvent" else []
    figures = [_figure(holdings, claim) for claim in claims[:_FIGURES]]
    return Card(
        entity.name,
        tuple(one.name for one in entity.types),
        describe(holdings, entity),
        entity.iri,
        tuple(facts),
        tuple(figures),
        max(0, len(claims) - _FIGURES),
    )


def _figure(holdings: Holdings, claim: Value) -> Figure:
    entity = holdings.entity(claim.id)
    if entity is None:
        return Figure(claim.words, "", "")
    who = " and ".join(value.words for value in _values(holdings, entity, "claimant"))
    stances = [value.words for value in _values(holdings, entity, "stance") if value.words != "unmarked"]
    return Figure(claim.words, who, ", ".join(stances))


def _values(holdings: Holdings, entity: Entity, name: str) -> list[Value]:
    wanted = property_of(name)
    return [value for value in holdings.values(entity, wanted) if value.words] if wanted else []


def _chain(holdings: Holdings, place: Value) -> str:
    """Name a place with those around it, from the inside out; the graph may go in circles."""
    found = holdings.entity(place.id)
    chain = [found] if found else []
    for inner in chain:  # grows as it is walked
        around = (holdings.entity(iri) for iri in Nodes(holdings.store).all(inner.iri, "tm:within"))
        chain += [one for one in around if one and one not in chain][:1]
    return ", ".join(one.name for one in chain) or place.words
