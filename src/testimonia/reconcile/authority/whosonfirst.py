"""Who's On First: its tables of places, with the hierarchy as numbers of other places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.reconcile.authority.countries import country_of
from testimonia.reconcile.authority.rows import read_rows, wikidata_iri
from testimonia.reconcile.authority.thing import Thing, merge_things

if TYPE_CHECKING:
    from testimonia.reconcile.authority.rows import Row

__all__ = ["is_whosonfirst", "read_whosonfirst"]

_LEVELS = ("neighbourhood_id", "locality_id", "localadmin_id", "county_id", "region_id")


def is_whosonfirst(columns: tuple[str, ...]) -> bool:
    """Tell by its columns whether a table is one of Who's On First."""
    return "placetype" in columns and bool({"wof_id", "id"} & set(columns))


def read_whosonfirst(text: str, source: str) -> list[Thing]:
    """Read a table of Who's On First; places that are deprecated or no longer current are left out."""
    rows = list(read_rows(text, source))
    known = {_number(row): row for row in rows}
    current = (row for row in rows if row.get("is_current") != "0" and not row.get("deprecated"))
    return merge_things(_thing(row, known) for row in current)


def _thing(row: Row, known: dict[str, Row]) -> Thing:
    number, geonames = _number(row), row.get("geonames", "gn_id")
    if not number.isdecimal():
        raise row.fault(number, "the number of a place in Who's On First")
    same = (
        wikidata_iri(row.get("wikidata", "wd_id")),
        f"https://sws.geonames.org/{geonames}/" if geonames.isdecimal() else "",
    )
    around = [row.get(level) for level in _LEVELS]
    return Thing(
        id=f"https://spelunker.whosonfirst.org/id/{number}",
        name=row.get("name", "wof_name"),
        names=row.list("alt_names"),
        kind=row.get("placetype"),
        country=_country(row, known),
        within=tuple(known[each].get("name") for each in around if each in known and each != number),
        latitude=row.degrees(90, "lat", "lbl_latitude", "geom_latitude"),
        longitude=row.degrees(180, "lon", "lbl_longitude", "geom_longitude"),
        population=row.number("population") or None,
        same=tuple(iri for iri in same if iri),
    )


def _number(row: Row) -> str:
    return row.get("wof_id", "id")


def _country(row: Row, known: dict[str, Row]) -> str:
    """Give the code of the country: as written, else of the country that the table itself describes."""
    written = row.get("iso_country", "wof_country", "iso")
    country = known.get(row.get("country_id"))
    if written or country is None:
        return written.upper()
    return country_of(country.get("wikidata", "wd_id")) or country_of(country.get("name"))
