"""What is shipped: countries with their demonyms, first-level regions and larger places."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from testimonia.lexicon import rows
from testimonia.reconcile.authority import Authority, Thing, authorities, country_of
from testimonia.reconcile.authority.countries import identified
from testimonia.reconcile.authority.gazetteer import gazetteer

FACTS = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "authority"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    (authority,) = authorities(tmp_path_factory.mktemp("nothing"))
    return authority


def of(kind: str) -> list[Thing]:
    return [thing for thing in gazetteer() if thing.kind == kind]


def test_it_has_countries_regions_and_places_each_once() -> None:
    assert len(gazetteer()) == len({thing.id for thing in gazetteer()})
    assert (len(of("region")), len(of("territory")), len(of("former country"))) == (4757, 67, 391)
    assert len(of("town")) + len(of("capital")) > 7000


def test_all_ids_are_of_wikidata_or_else_of_geonames_for_regions() -> None:
    items = re.compile(r"http://www\.wikidata\.org/entity/Q\d+")
    others = [thing for thing in gazetteer() if not items.fullmatch(thing.id)]
    assert len(others) == 661
    assert all(re.fullmatch(r"https://sws\.geonames\.org/\d+/", thing.id) for thing in others)
    assert {thing.kind for thing in others} == {"region"}


def test_nearly_all_have_a_position_and_a_country() -> None:
    without = Counter(thing.kind for thing in gazetteer() if thing.point is None)
    assert without.pop("former country") == 391
    assert without == {"region": 102, "country": 4, "territory": 6}
    abroad = {thing.name for thing in gazetteer() if not thing.country and thing.kind != "former country"}
    assert len(abroad) == 24
    assert (
        {"Hargeisa", "Kyrenia"} <= abroad
    )  # in Somaliland and Northern Cyprus, which have no code; the others are disputed or have a code of their own


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Mali", "ML"),
        ("Republic of Mali", "ML"),
        ("mli", "ML"),
        ("Q912", "ML"),
        ("https://www.wikidata.org/wiki/Q912", "ML"),
        ("Côte d'Ivoire", "CI"),
        ("Soviet Union", ""),
        ("Ménaka", ""),
        ("", ""),
    ],
)
def test_a_country_is_known_by_name_code_and_item(words: str, code: str) -> None:
    assert country_of(words) == code


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Mali", "Mali", "country"),
        ("Malians", "Mali", "country"),
        ("Nigerien", "Niger", "country"),
        ("Swiss", "Switzerland", "country"),
        ("Menaka", "Ménaka", "town"),
        ("Bagdad", "Baghdad", "capital"),
        ("Région de Gao", "Gao Region", "region"),
        ("Normandie", "Normandie", "region"),
        ("Scotland", "Scotland", "country"),
        ("USSR", "Soviet Union", "former country"),
        ("Guadeloupe", "Guadeloupe", "country"),
        ("Hawaii", "Hawaii", "region"),
        ("Zhytomir Oblast", "Zhytomyr Oblast", "region"),
    ],
)
def test_names_of_many_languages_and_demonyms_are_found(
    shipped: Authority, words: str, name: str, kind: str
) -> None:
    found = [shipped.thing(each.id) for each in shipped.index.find(words)]
    assert (name, kind) in {(thing.name, thing.kind) for thing in found}


def test_regions_lie_among_the_towns_of_their_country() -> None:
    gao = next(thing for thing in gazetteer() if thing.name == "Gao Region")
    assert (gao.country, gao.point) == ("ML", (16.4, 1.3))
    assert gao.same == ("https://sws.geonames.org/2457161/", "https://en.wikipedia.org/wiki/Gao_Region")
    assert any(thing.name == "Ménaka" and thing.country == "ML" for thing in of("region"))


def test_every_country_of_the_lexicon_with_a_code_is_shipped() -> None:
    shipped = {thing.country for thing in of("country")}
    known = {row["iso2"] for row in rows("countries") if row["iso2"] and not row["former"]}
    assert known - shipped == {"UN"}


def test_the_items_of_countries_are_those_of_wikidata() -> None:
    if not FACTS.is_dir():
        pytest.skip("the corpus is not here")
    with (FACTS / "countries-wikidata.csv").open(encoding="utf-8", newline="") as file:
        items = {row["iso2"]: f"http://www.wikidata.org/entity/{row['qid']}" for row in csv.DictReader(file)}
    told = {row["iso2"]: f"http://www.wikidata.org/entity/{row['qid']}" for row in identified()}
    assert sum(code in items for code in told) > 200
    assert {code: told[code] for code in told if code in items} == {
        code: items[code] for code in told if code in items
    }
