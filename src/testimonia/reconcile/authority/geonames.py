"""GeoNames: the tab-separated files of its download server, such as ML.txt or cities15000.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.reconcile.authority.rows import read_rows
from testimonia.reconcile.authority.thing import Thing, merge_things

if TYPE_CHECKING:
    from testimonia.reconcile.authority.rows import Row

__all__ = ["CODES", "COLUMNS", "KINDS", "read_geonames"]

COLUMNS = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "class", "code",
    "country", "cc2", "admin1", "admin2", "admin3", "admin4", "population", "elevation", "dem",
    "timezone", "modified",
)  # fmt: skip
"""They have no header of their own."""

KINDS = {
    "A": "district",
    "H": "water",
    "L": "area",
    "P": "town",
    "R": "road",
    "S": "spot",
    "T": "mountain",
    "U": "undersea",
    "V": "forest",
}
"""Kinds by class."""
CODES = {"ADM1": "region", "ADM2": "county", "PPLC": "capital", "ISL": "island", "PPLX": "neighbourhood"}
"""Kinds by code, where it tells more than the class."""


def read_geonames(text: str, source: str) -> list[Thing]:
    """Read a file of GeoNames; regions and counties are named where the file itself holds them."""
    rows = list(read_rows(text, source, COLUMNS))
    names = {
        (row.get("code"), *_levels(row, row.get("code"))): row.get("name")
        for row in rows
        if row.get("code") in {"ADM1", "ADM2"}
    }
    return merge_things(_thing(row, names) for row in rows)


def _thing(row: Row, known: dict[tuple[str, ...], str]) -> Thing:
    number = row.get("geonameid")
    if not number.isdecimal():
        raise row.fault(number, "the number of a place in GeoNames")
    kind = _kind(row.get("class"), row.get("code"))
    levels = {"country": (), "region": (), "county": ("ADM1",)}.get(kind, ("ADM2", "ADM1"))
    around = (known.get((level, *_levels(row, level)), "") for level in levels)
    names = (row.get("asciiname"), *(name.strip() for name in row.get("alternatenames").split(",")))
    return Thing(
        id=f"https://sws.geonames.org/{number}/",
        name=row.get("name"),
        names=tuple(name for name in names if name and not name.startswith("http")),
        kind=kind,
        country=row.get("country"),
        within=tuple(name for name in around if name),
        latitude=row.degrees(90, "latitude"),
        longitude=row.degrees(180, "longitude"),
        population=row.number("population") or None,
    )


def _levels(row: Row, code: str) -> tuple[str, ...]:
    """Give the codes of the country, the region and, for ADM2, the county that a row lies in."""
    columns = ("country", "admin1", "admin2") if code == "ADM2" else ("country", "admin1")
    return tuple(row.get(column) for column in columns)


def _kind(letter: str, code: str) -> str:
    return "country" if code.startswith("PCL") else CODES.get(code) or KINDS.get(letter, "")
