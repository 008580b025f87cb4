"""Natural Earth's first-level areas: they lend items of Wikidata to regions, and stand beside them."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from testimonia.reconcile.authority.thing import Thing
from testimonia.reconcile.labels import fold
from testimonia.reconcile.linking.kinds import bare_name, group_of_name

__all__ = ["Areas", "join"]

_ITEM = "http://www.wikidata.org/entity/"
_GEONAMES = "https://sws.geonames.org/"
_NO_LABELS = {"name_alt", "name_len"}
"""The other columns whose names begin so are labels of the item, which Natural Earth takes from Wikidata."""

_AREAS = {"county", "region"}

Properties = dict[str, Any]


class Areas:
    """The areas of a GeoJSON file that have an item of Wikidata, each of which is told once.

    Natural Earth gives some items to many areas, such as that of one municipality of Latvia to twenty:
    these are left out, since it cannot be told whose they are.
    """

    def __init__(self, path: Path) -> None:
        told = [feature["properties"] for feature in json.loads(path.read_bytes())["features"]]
        times = Counter(area.get("wikidataid") for area in told)
        self._areas = [area for area in told if area.get("wikidataid") and times[area["wikidataid"]] == 1]
        self._numbered: dict[str, list[Properties]] = defaultdict(list)
        self._named: dict[tuple[str, str], list[Properties]] = defaultdict(list)
        for area in self._areas:
            self._numbered[f"{_GEONAMES}{area.get('gn_id')}/"].append(area)
            for name in _bare(*_english(area)):
                self._named[area["iso_a2"], name].append(area)

    def identify(self, regions: Iterable[Thing], known: dict[str, Thing]) -> list[Thing]:
        """Give regions the items of their areas as identifiers; GeoNames' goes with the other ones.

        A city that is a region of its own is `known` by its item: the region is the city only where it bears
        a name of the city's, and is no "Province" by its own. An item that two regions would have is left to
        neither.
        """
        found = [(region, self._area(region)) for region in regions]
        times = Counter(area["wikidataid"] for _, area in found if area)
        return [
            _identified(region, area)
            if area and times[area["wikidataid"]] == 1 and _may_be(region, known.get(_iri(area)))
            else region
            for region, area in found
        ]

    def others(self, known: Iterable[Thing]) -> list[Thing]:
        """Give the areas that are not `known`, such as departments of France, as regions.

        An area with the number of a known region, but none of its names, is left out: one of them is wrong.
        """
        told = {iri for one in known for iri in (one.id, *one.same)}
        regions = map(_region, self._areas)
        return [region for region in regions if told.isdisjoint((region.id, *region.same))]

    def _area(self, region: Thing) -> Properties | None:
        """Find by number, where a name of the region is a label of the item; else by the first name alone.

        In other languages a region may bear the name of a province: Veneto, and Venice.
        """
        names = set(_bare(region.name, *region.names, *_titles(region)))
        numbered = [area for area in self._numbered.get(region.id, ()) if names & _labels(area)]
        named = [area for name in _bare(region.name) for area in self._named.get((region.country, name), ())]
        found = numbered or named
        return found[0] if len(found) == 1 else None


def join(
    held: Iterable[Thing], regions: Iterable[Thing], *, by_name: bool = False
) -> tuple[list[Thing], list[Thing]]:
    """Give what is held with the names of the regions that are the same, and the other regions.

    The same are those of one item; `by_name`, also a region without item that bears the name in its country.
    """
    left = {region.id: region for region in regions}
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for region in left.values():
        for name in _named(region) if by_name and not region.id.startswith(_ITEM) else ():
            names[region.country, name].add(region.id)
    joined = []
    for one in held:
        same = {one.id} if one.id in left else names[one.country, fold(one.name)] & left.keys()
        joined.append(_joined(one, left.pop(min(same))) if len(same) == 1 else one)
    return joined, [left[iri] for iri in sorted(left)]


def _joined(one: Thing, region: Thing) -> Thing:
    names = dict.fromkeys((*one.names, region.name, *region.names))
    same = dict.fromkeys((*one.same, region.id, *region.same))
    return replace(
        one,
        names=tuple(name for name in names if name != one.name),
        same=tuple(iri for iri in same if iri != one.id),
    )


def _may_be(region: Thing, known: Thing | None) -> bool:
    if known is None:
        return True
    large = known.kind == "country" or group_of_name(region.name) in _AREAS
    return not large and not _named(known).isdisjoint(_named(region))


def _named(thing: Thing) -> set[str]:
    return {fold(name) for name in (thing.name, *thing.names)}


def _identified(region: Thing, area: Properties) -> Thing:
    return replace(
        region,
        id=_iri(area),
        names=tuple(dict.fromkeys((*region.names, *_english(area)))),
        latitude=round(area["latitude"], 1),
        longitude=round(area["longitude"], 1),
        same=(region.id, *region.same),
    )


def _region(area: Properties) -> Thing:
    name, *others = dict.fromkeys((*_english(area), area["name"]))
    around = area.get("region") or ""
    number = area.get("gn_id") or 0
    return Thing(
        id=_iri(area),
        name=name,
        names=tuple(others),
        kind="region",
        country=area["iso_a2"],
        within=(around,) if around and fold(around) != fold(name) else (),
        latitude=round(area["latitude"], 1),
        longitude=round(area["longitude"], 1),
        same=(f"{_GEONAMES}{number}/",) if number > 0 else (),
    )


def _iri(area: Properties) -> str:
    return f"{_ITEM}{area['wikidataid']}"


def _english(area: Properties) -> tuple[str, ...]:
    return (area["name_en"],) if area.get("name_en") else ()


def _titles(region: Thing) -> Iterator[str]:
    return (unquote(iri.rpartition("/")[2]).replace("_", " ") for iri in region.same)


def _labels(area: Properties) -> set[str]:
    told = (str(area[key] or "") for key in area if key.startswith("name_") and key not in _NO_LABELS)
    return set(_bare(*told))


def _bare(*names: str) -> Iterator[str]:
    """Give names without "Province" and the like; a Kel Valley is no Kel."""
    for name in filter(None, names):
        yield fold(bare_name(name) if group_of_name(name) in _AREAS else name)
