"""The middle of the towns of a country or region: where a name that stands for an area is on a map."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from testimonia.reconcile.authority.thing import Thing
from testimonia.reconcile.labels import fold
from testimonia.reconcile.linking.kinds import bare_name

__all__ = ["Middles"]

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

_NEAR = 1.0
"""Towns of one name that are no farther apart in degrees are one town and its surroundings."""


class Middles:
    """Middles from a file of towns: a JSON list with lat, lng, country and admin1 (codes of GeoNames)."""

    def __init__(self, path: Path) -> None:
        self._towns: dict[tuple[str, str], list[Point]] = defaultdict(list)
        self._named: dict[tuple[str, str], list[Point]] = defaultdict(list)
        self._countries: list[tuple[Point, str]] = []
        for town in json.loads(path.read_bytes()):
            point = float(town["lat"]), float(town["lng"])
            self._countries.append((point, town["country"]))
            self._named[town["country"], fold(town["name"])].append(point)
            for region in ("", town["admin1"]):
                self._towns[town["country"], region].append(point)

    def of(self, country: str, region: str = "") -> Point | None:
        """Give latitude and longitude to a tenth of a degree; None where there is no town."""
        return _middle(self._towns.get((country, region), ()))

    def country_at(self, point: Point) -> str:
        """Give the code of the country that the nearest town lies in, as GeoNames has it; "" far from any."""
        north, east = point

        def apart(town: tuple[Point, str]) -> float:
            return (town[0][0] - north) ** 2 + ((town[0][1] - east + 180) % 360 - 180) ** 2

        nearest = min(self._countries, key=apart)
        return nearest[1] if apart(nearest) < _NEAR else ""

    def place(self, regions: Iterable[Thing], places: Iterable[Thing]) -> list[Thing]:
        """Give regions of which no town tells its code the middle of the `places` that tell their name.

        Failing that, a region is where the town is that it is named after, if there is but one.
        """
        within: dict[tuple[str, str], list[Point]] = defaultdict(list)
        for one in places:
            for name in one.within:
                if one.point:
                    within[one.country, fold(bare_name(name))].append(one.point)
        return [one if one.point else self._placed(one, within) for one in regions]

    def _placed(self, region: Thing, within: dict[tuple[str, str], list[Point]]) -> Thing:
        names = sorted({fold(bare_name(name)) for name in (region.name, *region.names)})
        inside = [point for name in names for point in within.get((region.country, name), ())]
        towns = [point for name in names for point in self._named.get((region.country, name), ())]
        middle = _middle(inside) or (_middle(towns) if _together(towns) else None)
        return replace(region, latitude=middle[0], longitude=middle[1]) if middle else region


def _together(towns: Sequence[Point]) -> bool:
    return all(max(axis) - min(axis) < _NEAR for axis in zip(*towns, strict=True))


def _middle(towns: Sequence[Point]) -> Point | None:
    """Give the median, since one town that a file puts into a wrong region would shift a mean.

    Longitudes are counted from the first town, so that the middle of Fiji is not off Africa.
    """
    if not towns:
        return None
    first = towns[0][1]
    east = first + median((longitude - first + 540) % 360 - 180 for _, longitude in towns)
    return round(median(latitude for latitude, _ in towns), 1), round((east + 540) % 360 - 180, 1)
