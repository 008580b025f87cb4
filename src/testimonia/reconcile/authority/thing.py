"""A place or country as an authority has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Thing", "merge_things"]


@dataclass(frozen=True, slots=True)
class Thing:
    """What an authority says of one place or country."""

    id: str
    """Its IRI in the authority."""
    name: str
    names: tuple[str, ...] = ()
    """Its other names, in any language."""
    kind: str = ""
    """What it is, in a word: country, region, county, capital, town, …"""
    country: str = ""
    """The ISO 3166-1 code of the country it lies in or is, two capitals; empty where unknown."""
    within: tuple[str, ...] = ()
    """Names of what it lies in below the country, the nearest first."""
    latitude: float | None = None
    """In degrees, north positive."""
    longitude: float | None = None
    """In degrees, east positive."""
    population: int | None = None
    same: tuple[str, ...] = ()
    """IRIs that the authority gives it in other data sets."""

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where both are known."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


def merge_things(things: Iterable[Thing]) -> list[Thing]:
    """Take the things of one id together: the first one, with the names of all."""
    known: dict[str, Thing] = {}
    for thing in things:
        first = known.get(thing.id)
        names = (*first.names, thing.name, *thing.names) if first else thing.names
        known[thing.id] = replace(first or thing, names=tuple(dict.fromkeys(names)))
    return list(known.values())
