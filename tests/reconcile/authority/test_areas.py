"""Which region an area of Natural Earth is, and so which item of Wikidata a region has."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from testimonia.reconcile.authority import Thing
from testimonia.reconcile.authority.gazetteer import gazetteer

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))

from areas import Areas, join

KEL = Thing("https://sws.geonames.org/11/", "Kel Province", kind="region", country="XA")


def area(item: str, name: str, number: int = -1, **more: Any) -> dict[str, Any]:
    told = {"wikidataid": item, "name": name, "name_en": name, "gn_id": number, "iso_a2": "XA"}
    return told | {"latitude": 10.04, "longitude": -20.0} | more


def areas(folder: Path, *told: dict[str, Any]) -> Areas:
    path = folder / "areas.json"
    path.write_text(json.dumps({"features": [{"properties": each} for each in told]}), encoding="utf-8")
    return Areas(path)


def ids(things: list[Thing]) -> list[str]:
    return [thing.id.rpartition("entity/")[2] for thing in things]


@pytest.mark.parametrize(
    ("why", "told", "item"),
    [
        ("the number is the same, and a name is a label", [area("Q1", "Kel", 11)], "Q1"),
        ("a label in another language is one", [area("Q1", "Quelle", 11, name_de="Kel")], "Q1"),
        ("the number is the same, but no name", [area("Q1", "Sann", 11)], ""),
        ("only the name is the same", [area("Q1", "Kel", 12)], "Q1"),
        ("only the name is the same, and abroad", [area("Q1", "Kel", 12, iso_a2="XB")], ""),
        ("only a name of another language is the same", [area("Q1", "Quelle", 12, name_de="Kel")], ""),
        ("another kind of thing has the name", [area("Q1", "Kel Valley", 12)], ""),
        ("two have the name", [area("Q1", "Kel"), area("Q2", "Kel")], ""),
        ("the item is that of two areas", [area("Q1", "Kel", 11), area("Q1", "Sann", 12)], ""),
        ("the area has no item", [area("", "Kel", 11)], ""),
    ],
)
def test_a_region_has_the_item_of_its_area(tmp_path: Path, why: str, told: list[Any], item: str) -> None:
    (region,) = areas(tmp_path, *told).identify([KEL], {})
    assert ids([region]) == [item or KEL.id], why
    if item:
        assert (region.point, region.same) == ((10.0, -20.0), (KEL.id,))


def test_an_item_that_two_regions_would_have_is_left_to_neither(tmp_path: Path) -> None:
    other = Thing("https://sws.geonames.org/12/", "Kel Region", country="XA")
    assert ids(areas(tmp_path, area("Q1", "Kel")).identify([KEL, other], {})) == [KEL.id, other.id]


@pytest.mark.parametrize(
    ("why", "region", "kind", "item"),
    [
        ("a city that is a region", "Kel", "town", "Q1"),
        ("the province is not its city", "Kel Province", "town", KEL.id),
        ("a region is no country", "Kel", "country", KEL.id),
        ("another name", "Kelheim", "town", KEL.id),
    ],
)
def test_a_city_is_a_region_by_its_very_name(
    tmp_path: Path, why: str, region: str, kind: str, item: str
) -> None:
    iri = "http://www.wikidata.org/entity/Q1"
    known = {iri: Thing(iri, "Kel", kind=kind, country="XA")}
    told = areas(tmp_path, area("Q1", "Kel", 11, name_de="Kelheim"))
    found = told.identify([Thing(KEL.id, region, country="XA")], known)
    assert ids(found) == [item], why


def test_areas_that_are_no_region_yet_stand_beside_them(tmp_path: Path) -> None:
    told = areas(tmp_path, area("Q1", "Kel", 11), area("Q2", "Sann", 12, region="Kel"), area("Q3", "Ost", 11))
    (one,) = told.others([KEL])
    assert (one.name, one.within, one.same) == ("Sann", ("Kel",), ("https://sws.geonames.org/12/",))


def test_a_region_is_joined_with_what_is_held_by_item_or_else_by_name() -> None:
    held = Thing("http://www.wikidata.org/entity/Q1", "Kel", kind="territory", country="XA")
    region = Thing(KEL.id, "Quelle", ("Kel",), "region", "XA", same=("https://en.wikipedia.org/wiki/Kel",))
    assert join([held], [region]) == ([held], [region])
    (joined,), left = join([held], [region], by_name=True)
    assert (joined.kind, joined.names, left) == ("territory", ("Quelle",), [])
    assert joined.same == (KEL.id, "https://en.wikipedia.org/wiki/Kel")
    (joined,), left = join([held], [Thing(held.id, "Kel", ("Quelle",), same=(KEL.id,))])
    assert (joined.names, joined.same, left) == (("Quelle",), (KEL.id,), [])
    (same,), left = join(
        [held], [region, Thing("https://sws.geonames.org/12/", "Kel", country="XA")], by_name=True
    )
    assert (same, len(left)) == (held, 2), "nobody knows which of the two it is"


@pytest.mark.parametrize(
    ("item", "geonames", "name", "kind"),
    [
        ("Q980", 2951839, "Bavaria", "region"),
        ("Q1439", 4736286, "Texas", "region"),
        ("Q338988", 2597449, "Kidal Region", "region"),
        ("Q2012050", 709716, "Donetsk Oblast", "region"),
        ("Q64", 2950157, "Berlin", "capital"),
        ("Q22", 2638360, "Scotland", "country"),
    ],
)
def test_what_is_shipped_has_item_and_number(item: str, geonames: int, name: str, kind: str) -> None:
    (found,) = (thing for thing in gazetteer() if thing.id.endswith(f"/{item}"))
    assert (found.name, found.kind) == (name, kind)
    assert f"https://sws.geonames.org/{geonames}/" in found.same


def test_a_province_and_its_town_are_two_things() -> None:
    found = {thing.name for thing in gazetteer() if thing.country == "KG" and thing.name.startswith("Osh")}
    assert found == {"Osh", "Osh Province"}
