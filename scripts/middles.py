"""The middle of the towns of a country or region: where a name that stands for an area is on a map."""

import json
from collections import defaultdict
from pathlib import Path
from statistics import median

__all__ = ["Middles"]


class Middles:
    """Middles from a file of towns: a JSON list with lat, lng, country and admin1 (codes of GeoNames)."""

    def __init__(self, path: Path) -> None:
        self._towns: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
        for town in json.loads(path.read_bytes()):
            for region in ("", town["admin1"]):
                self._towns[town["country"], region].append((float(town["lat"]), float(town["lng"])))

    def of(self, country: str, region: str = "") -> tuple[float, float] | None:
        """Give latitude and longitude to a tenth of a degree; None where there is no town.

        The median, since one town that the file puts into a wrong region would shift a mean. Longitudes
        are counted from the first town, so that the middle of Fiji is not off Africa.
        """
        towns = self._towns.get((country, region))
        if not towns:
            return None
        first = towns[0][1]
        east = first + median((longitude - first + 540) % 360 - 180 for _, longitude in towns)
        return round(median(latitude for latitude, _ in towns), 1), round((east + 540) % 360 - 180, 1)
