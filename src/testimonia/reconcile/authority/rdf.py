"""Places of an RDF file: whatever has a name, in the terms of GeoNames, Wikidata, schema.org or SKOS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.graphs import quads_of
from testimonia.reconcile.authority.rows import Row
from testimonia.reconcile.authority.thing import Thing

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_rdf"]

_NAMES = {
    "http://www.w3.org/2004/02/skos/core#prefLabel": "name",
    "http://www.w3.org/2000/01/rdf-schema#label": "name",
    "http://www.geonames.org/ontology#name": "name",
    "https://schema.org/name": "name",
    "http://schema.org/name": "name",
    "http://www.w3.org/2004/02/skos/core#altLabel": "names",
    "http://www.geonames.org/ontology#alternateName": "names",
    "https://schema.org/alternateName": "names",
    "http://schema.org/alternateName": "names",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": "kind",
    "http://www.geonames.org/ontology#countryCode": "country",
    "http://www.w3.org/2003/01/geo/wgs84_pos#lat": "lat",
    "http://www.w3.org/2003/01/geo/wgs84_pos#long": "lon",
    "https://schema.org/latitude": "lat",
    "https://schema.org/longitude": "lon",
    "http://www.wikidata.org/prop/direct/P625": "coord",
    "http://www.opengis.net/ont/geosparql#asWKT": "coord",
    "http://www.geonames.org/ontology#population": "population",
    "http://www.w3.org/2004/02/skos/core#exactMatch": "same",
    "http://www.w3.org/2002/07/owl#sameAs": "same",
}
"""What each property tells of a place."""

Described = dict[str, list[tuple[str, str]]]
"""What a place is told to have: by column the values, each after its language."""


def read_rdf(path: Path) -> list[Thing]:
    """Read the places of a graph file. Raises GraphError as `read_graph` does, ReconcileError for a value."""
    from pyoxigraph import NamedNode

    found: dict[str, Described] = {}
    for quad in quads_of(path):
        column = _NAMES.get(quad.predicate.value)
        if column and isinstance(quad.subject, NamedNode):
            language = getattr(quad.object, "language", None) or ""
            value = str(getattr(quad.object, "value", quad.object))
            found.setdefault(quad.subject.value, {}).setdefault(column, []).append((language, value))
    return [_thing(iri, found[iri], str(path)) for iri in sorted(found) if "name" in found[iri]]


def _thing(iri: str, told: Described, source: str) -> Thing:
    """Make a place of what is told of it; an English name, or one without a language, is its usual one."""
    names = sorted(told["name"], key=lambda each: (each[0] not in {"", "en"}, each[0] != "en", each))
    single = {column: min(values)[1] for column, values in told.items()}
    row = Row(f"{source}: <{iri}>", 0, single)
    latitude, longitude = row.point("coord")
    return Thing(
        id=iri,
        name=names[0][1],
        names=tuple(dict.fromkeys(name for _, name in (*names[1:], *sorted(told.get("names", ()))))),
        kind=re.split(r"[#/]", single.get("kind", ""))[-1],
        country=single.get("country", ""),
        latitude=row.degrees(90, "lat") if latitude is None else latitude,
        longitude=row.degrees(180, "lon") if longitude is None else longitude,
        population=row.number("population"),
        same=tuple(sorted(value for _, value in told.get("same", ()))),
    )
