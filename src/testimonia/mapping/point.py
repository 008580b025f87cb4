"""Points on the earth, in degrees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.mapping.terms import curie, decimal, describe, digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.iris import Iris
    from testimonia.mapping.terms import Node, Triple

__all__ = ["coordinates_value", "map_point", "point_iri", "point_name"]

_PAIR = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d+(?:\.\d+)?)\s*")


def coordinates_value(coordinates: tuple[float, float]) -> str:
    """Write a pair of degrees as the value of an assertion: "20.5,1.25"."""
    return ",".join(digits(degrees) for degrees in coordinates)


def point_name(value: str) -> str | None:
    """Write an assertion's value in that one way; None if it is not two numbers."""
    pair = _PAIR.fullmatch(value)
    return coordinates_value((float(pair[1]), float(pair[2]))) if pair else None


def point_iri(value: str, iris: Iris) -> Node | None:
    """Mint the IRI of the point that an assertion's value means; None if it is not two numbers."""
    name = point_name(value)
    return iris.point(name) if name else None


def map_point(point: Node, iris: Iris) -> Iterator[Triple]:
    """Describe a point by its latitude and longitude, which are also its name."""
    latitude, longitude = (decimal(float(degrees)) for degrees in iris.local(point).split(","))
    return describe(point, ("rdf:type", curie("geo:Point")), ("geo:lat", latitude), ("geo:long", longitude))
