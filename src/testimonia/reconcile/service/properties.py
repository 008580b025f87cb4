"""What can be told and compared of our things: the table in properties.toml.

Each property of a claim ("low", "claimant") is also one of events for each measure ("killed.low"),
with a value for every claim of the event.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testimonia.reconcile.service.types import CLAIM, EVENT, ROOTS

__all__ = ["ANY", "Property", "list_properties", "property_of"]

ANY = "any"


@dataclass(frozen=True, slots=True)
class Property:
    """A property as this service knows it."""

    id: str
    name: str
    description: str
    of: str
    """The type of things that have it, or ANY."""
    gives: str
    """entity, text, word, date, first, last, number or degrees."""
    where: str
    """SPARQL that binds ?value, with $entity in place of the thing."""
    near: str = ""
    """The same for what a given value may also agree with."""
    range: str = ""
    """The type of the entities that it gives."""
    measure: str = ""
    """Of an event: the measure whose claims it tells of; $entity is then the claim."""

    def fits(self, types: tuple[str, ...]) -> bool:
        """Tell whether things of any of these types have it; anything does without types."""
        return not types or self.of == ANY or self.of in types


@cache
def list_properties() -> tuple[Property, ...]:
    """List all properties: those of everything, of events with their claims, actors, places, claims."""
    with (Path(__file__).parent / "properties.toml").open("rb") as stream:
        table = tomllib.load(stream)
    own = [Property(**row) for row in table["property"]]
    own += [Property(**_of_claims(row)) for row in table["facet"]]
    own += [
        Property(**_of_events(row, measure, name))
        for measure, name in table["measures"].items()
        for row in table["facet"]
    ]
    return tuple(sorted(own, key=lambda one: (one.of == ANY, ROOTS.index(one.of) if one.of != ANY else 0)))


def property_of(name: str) -> Property | None:
    """Give the property of an identifier, None for an unknown one."""
    return _by_id().get(name)


@cache
def _by_id() -> dict[str, Property]:
    return {one.id: one for one in list_properties()}


def _of_claims(row: dict[str, str]) -> dict[str, str]:
    words = row["description"]
    return {**row, "of": CLAIM, "description": f"{words[0].upper()}{words[1:]}."}


def _of_events(row: dict[str, str], measure: str, name: str) -> dict[str, str]:
    return {
        **row,
        "id": f"{measure}.{row['id']}",
        "name": f"{name}: {row['name']}",
        "of": EVENT,
        "measure": measure,
        "description": f"Of each claim of {name}: {row['description']}.",
    }
