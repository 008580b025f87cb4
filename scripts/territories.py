"""What the list of countries lacks: parts of states with a standing of their own, and former states."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from middles import Middles

from testimonia.lexicon import parse
from testimonia.lexicon import rows as lexicon
from testimonia.reconcile.authority.countries import country_of
from testimonia.reconcile.authority.thing import Thing
from testimonia.reconcile.labels import fold
from testimonia.reconcile.linking.kinds import bare_name, group_of_kind

__all__ = ["Borders", "make_states", "make_territories", "with_short_names"]

_GROUPS = {"sharedLandform", "subcountryGroup", "union", "subunion", "unitedNations"}
_CONTINENTS = {"world", "region", "subregion", "intermediateRegion"}
_NUMBERED = re.compile(r" \(Q\d+\)$")
_NAMES = Path(__file__).with_name("state_names.tsv")
"""Chosen by hand: the names of the lexicon take several states for one, such as both Yugoslavias."""

Properties = dict[str, Any]


class Borders:
    """The territories of the world as npm country-coder has them, with items of Wikidata."""

    def __init__(self, path: Path) -> None:
        self._features = json.loads(path.read_bytes())["features"]

    def by_code(self) -> dict[str, dict[str, str]]:
        """Give item and three-letter code by two-letter code."""
        found: dict[str, dict[str, str]] = {}
        for told in (feature["properties"] for feature in self._features):
            if "iso1A2" in told and "iso1A3" in told:
                found[told["iso1A2"]] = {"qid": told["wikidata"], "iso3": told["iso1A3"]}
        return found

    def territories(self) -> Iterator[tuple[Properties, tuple[float, float] | None]]:
        """Give what is known of each territory, and the middle of its bounds."""
        for feature in self._features:
            told = feature["properties"]
            large = told.get("level") in _GROUPS | _CONTINENTS
            if "wikidata" in told and not large and (feature["geometry"] or "iso1A2" in told):
                yield told, _middle(feature["geometry"])


def make_territories(borders: Borders, middles: Middles, known: set[str]) -> list[Thing]:
    """Give the territories whose items are not `known`; states of the lexicon are countries.

    Where GeoNames has the nearest town in another country, it is left open in which one the territory lies:
    some are disputed.
    """
    found = {}
    states = {row["name"] for row in lexicon("countries") if not (row["iso2"] or row["former"])}
    for told, middle in borders.territories():
        if told["wikidata"] not in known:
            latitude, longitude = middle or (None, None)
            name, code = told["nameEn"], str(told.get("country", told.get("iso1A2", "")))
            elsewhere = middles.country_at(middle) if middle else ""
            disputed = elsewhere not in {"", code, told.get("iso1A2")}
            realm = "iso1A3" in told and "country" not in told
            found[told["wikidata"]] = Thing(
                id=f"http://www.wikidata.org/entity/{told['wikidata']}",
                name=name,
                kind="country" if name in states or realm else "territory",
                country="" if disputed else code,
                latitude=latitude,
                longitude=longitude,
            )
    return [found[qid] for qid in sorted(found)]


def make_states(path: Path, known: set[str]) -> list[Thing]:
    """Give states since 1800 whose items are not `known`: of today without a code, and former ones."""
    today = {fold(row["name"]) for row in lexicon("countries") if not row["former"]}
    others = {fold(row["label"]): row["names"] for row in parse(_NAMES.read_bytes(), _NAMES.name)}
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["country_qid"] not in known]
    things = []
    for row in sorted(rows, key=lambda row: row["country_qid"]):
        name = _NUMBERED.sub("", row["country"])
        item = f"http://www.wikidata.org/entity/{row['country_qid']}"
        names = tuple(filter(None, others.pop(fold(name), "").split("|")))
        kind = "country" if fold(name) in today else "former country"
        things.append(Thing(item, name, names, kind))
    if others:
        raise ValueError(f"{_NAMES.name}: no such state: {', '.join(sorted(others))}")
    return things


def with_short_names(states: Iterable[Thing]) -> list[Thing]:
    """Give states the names that lists of belligerents use: the Kingdom of Castile is Castile.

    Not so where a country of today has the name, such as France, or where several states would have it.
    """
    states = list(states)
    short = [_short(state.name) for state in states]
    times = Counter(short)
    return [
        replace(state, names=(*state.names, name)) if name and times[name] == 1 else state
        for state, name in zip(states, short, strict=True)
    ]


def _short(name: str) -> str:
    kind, _, rest = name.partition(" of ")
    bare = bare_name(name)
    return bare if rest and group_of_kind(kind) == "country" and not country_of(bare) else ""


def _middle(geometry: dict[str, Any] | None) -> tuple[float, float] | None:
    """Give the middle of the bounds of a territory, to a tenth of a degree."""
    if geometry is None:
        return None
    points = [point for part in geometry["coordinates"] for ring in part for point in ring]
    first, north = points[0][0], [point[1] for point in points]
    east = [(point[0] - first + 540) % 360 - 180 for point in points]  # Alaska goes on behind 180 degrees
    middle = (first + (min(east) + max(east)) / 2 + 540) % 360 - 180
    return round((min(north) + max(north)) / 2, 1), round(middle, 1)
