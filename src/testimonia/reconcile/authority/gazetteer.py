"""The shipped gazetteer: countries with demonyms, former states, territories, regions and larger places."""

from __future__ import annotations

from functools import cache
from itertools import chain

from testimonia.lexicon import rows
from testimonia.reconcile.authority.countries import GAZETTEER, country_of, demonyms, identified
from testimonia.reconcile.authority.rows import wikidata_iri
from testimonia.reconcile.authority.table import read_table
from testimonia.reconcile.authority.thing import Thing

__all__ = ["gazetteer"]

_TABLES = ("regions", "places", "territories", "states")


@cache
def gazetteer() -> tuple[Thing, ...]:
    """Give the countries, and all that stands in the tables beside theirs."""
    paths = (GAZETTEER / f"{name}.tsv" for name in _TABLES)
    read = (read_table(path.read_text(encoding="utf-8"), path.name) for path in paths)
    return (*_countries(), *chain.from_iterable(read))


def _countries() -> list[Thing]:
    """Give the countries of today by the names of the lexicon and their demonyms."""
    names: dict[str, list[str]] = {}
    for row in rows("countries"):
        code = row["iso2"] and country_of(row["name"])
        if code:
            names.setdefault(code, []).extend((row["name"], *row["aliases"].split("|")))
    for form, code in demonyms().items():
        if not form.endswith("-"):  # as in Franco-
            names[code].append(form)
    return [
        Thing(
            id=wikidata_iri(row["qid"]),
            name=names[row["iso2"]][0],
            names=tuple(name for name in (row["formal"], *names[row["iso2"]][1:]) if name),
            kind="country",
            country=row["iso2"],
            latitude=_degrees(row["latitude"]),
            longitude=_degrees(row["longitude"]),
        )
        for row in identified()
    ]


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None
