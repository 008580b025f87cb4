"""Items of Wikidata that were looked up one by one, since no package at hand has them."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from testimonia.lexicon import parse
from testimonia.reconcile.authority.thing import Thing
from testimonia.reconcile.labels import fold

__all__ = ["Items"]

_ITEM = "http://www.wikidata.org/entity/"


class Items:
    """The table of these items; a region is told by country and name."""

    def __init__(self, path: Path) -> None:
        self._source = path.name
        self._rows = parse(path.read_bytes(), path.name)

    def identify(self, regions: Iterable[Thing]) -> list[Thing]:
        """Give regions their items. Raises ValueError where one is not there, or has one."""
        rows = {(row["country"], fold(row["name"])): row for row in self._rows if row["kind"] == "region"}
        found = [self._identified(region, rows) for region in regions]
        if rows:
            raise ValueError(f"{self._source}: no such region: {', '.join(name for _, name in sorted(rows))}")
        return found

    def states(self, known: set[str]) -> list[Thing]:
        """Give the former states whose items are not `known`."""
        return [
            Thing(f"{_ITEM}{row['item']}", row["name"], _names(row), row["kind"])
            for row in self._rows
            if row["kind"] != "region" and row["item"] not in known
        ]

    @staticmethod
    def _identified(region: Thing, rows: dict[tuple[str, str], dict[str, str]]) -> Thing:
        key = region.country, fold(region.name)
        if region.id.startswith(_ITEM) or key not in rows:
            return region
        row = rows.pop(key)
        names = dict.fromkeys((*region.names, *_names(row)))
        return replace(region, id=f"{_ITEM}{row['item']}", names=tuple(names), same=(region.id, *region.same))


def _names(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, row["names"].split("|")))
