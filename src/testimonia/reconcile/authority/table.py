"""Tables of places: our own columns, and whatever else people name them, answers of Wikidata's among them.

A column is known by any of several names; `id` and `name` are needed. Several rows of one id, as an
answer of a SPARQL service has them, are one place with all the names.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from testimonia.errors import ReconcileError
from testimonia.reconcile.authority.rows import Row, read_rows, wikidata_iri
from testimonia.reconcile.authority.thing import Thing, merge_things

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["COLUMNS", "read_answer", "read_table", "write_table"]

COLUMNS = ("id", "name", "names", "kind", "country", "within", "latitude", "longitude", "population", "same")
"""What `write_table` writes; parts of `names`, `within` and `same` are parted by "|"."""

_IDS = ("id", "iri", "uri", "item", "place", "qid")
_NAMES = ("name", "label", "itemlabel", "placelabel", "preflabel")
_OTHERS = ("names", "aliases", "alt_names", "altlabel", "altlabels")
_ALSO = ("itemaltlabel", "placealtlabel")
"""Wikidata's label service parts aliases by commas."""
_KINDS = ("kind", "type", "typelabel", "instancelabel", "placetype", "feature")
_COUNTRIES = ("iso2", "country", "countrycode", "country_code", "countrylabel")
_AROUND = ("within", "region", "regionlabel", "adminlabel", "admin")
_POINTS = ("coord", "coords", "coordinates", "coordinate", "point", "location", "wkt")


def read_table(text: str, source: str) -> list[Thing]:
    """Read a table whose first line names its columns. Raises ReconcileError with line and words."""
    return merge_things(_thing(row) for row in read_rows(text, source))


def read_answer(text: str, source: str) -> list[Thing]:
    """Read JSON: the answer of a SPARQL service, or a list of records with a value for each column."""
    try:
        data: Any = json.loads(text)
    except ValueError as error:
        raise ReconcileError(f"{source}: not JSON: {error}.") from error
    if isinstance(data, dict):
        data = data.get("results", {}).get("bindings") if isinstance(data.get("results"), dict) else None
    if not isinstance(data, list) or not all(isinstance(record, dict) for record in data):
        raise ReconcileError(f"{source}: neither the answer of a SPARQL service nor a list of records.")
    return merge_things(_thing(_record(record, source, number)) for number, record in enumerate(data, 1))


def write_table(things: Iterable[Thing]) -> bytes:
    """Give the bytes of the table of some places, in the order of their ids."""
    lines = ["\t".join(COLUMNS)]
    for thing in sorted(things, key=lambda each: each.id):
        cells = (
            thing.id,
            thing.name,
            "|".join(dict.fromkeys(thing.names)),
            thing.kind,
            thing.country,
            "|".join(thing.within),
            *(
                "" if value is None else f"{value:g}" if value == 0 else repr(value)
                for value in _numbers(thing)
            ),
            "|".join(thing.same),
        )
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return ("\n".join(lines) + "\n").encode()


def _numbers(thing: Thing) -> tuple[float | None, float | None, int | None]:
    return thing.latitude, thing.longitude, thing.population


def _record(record: dict[str, Any], source: str, number: int) -> Row:
    """Take a record of JSON for a row; the number of the record stands for a line."""
    plain = {
        name: value.get("value", "") if isinstance(value, dict) else value for name, value in record.items()
    }
    cells = {name.lower(): "" if value is None else str(value) for name, value in plain.items()}
    return Row(source, number, cells)


def _thing(row: Row) -> Thing:
    number, name = row.get(*_IDS), row.get(*_NAMES)
    iri = wikidata_iri(number) or number
    if ":" not in iri or any(map(str.isspace, iri)):
        raise row.fault(number, f"an IRI or an item of Wikidata (column {' or '.join(_IDS[:2])})")
    if not name:
        raise row.fault(name, f"a name (column {' or '.join(_NAMES[:2])})")
    latitude, longitude = row.point(*_POINTS)
    return Thing(
        id=iri,
        name=name,
        names=(*row.list(*_OTHERS), *(each.strip() for each in row.get(*_ALSO).split(",") if each.strip())),
        kind=row.get(*_KINDS),
        country=row.get(*_COUNTRIES),
        within=row.list(*_AROUND),
        latitude=row.degrees(90, "latitude", "lat") if latitude is None else latitude,
        longitude=row.degrees(180, "longitude", "lon", "long", "lng") if longitude is None else longitude,
        population=row.number("population", "pop"),
        same=row.list("same", "sameas"),
    )
