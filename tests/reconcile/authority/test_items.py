"""Items that were looked up one by one, for regions and for states that are no more."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from testimonia.reconcile.authority import Thing
from testimonia.reconcile.authority.gazetteer import gazetteer

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))

from items import Items
from territories import with_short_names

ROWS = "item*\tkind\tcountry\tname\tnames\nQ1\tregion\tXA\tKel\tQuelle\nQ2\tformer country\t\tOld Kel\t\n"
KEL = Thing("https://sws.geonames.org/11/", "Kel", kind="region", country="XA")


@pytest.fixture
def items(tmp_path: Path) -> Items:
    path = tmp_path / "items.tsv"
    path.write_text(ROWS, encoding="utf-8")
    return Items(path)


def test_a_region_is_told_by_country_and_name(items: Items) -> None:
    abroad = Thing("https://sws.geonames.org/12/", "Kel", country="XB")
    region, other = items.identify([KEL, abroad])
    assert (region.id, region.names) == ("http://www.wikidata.org/entity/Q1", ("Quelle",))
    assert region.same == (KEL.id,)
    assert other == abroad


def test_an_item_for_no_region_is_an_error(items: Items) -> None:
    has_one = Thing("http://www.wikidata.org/entity/Q3", "Kel", country="XA")
    with pytest.raises(ValueError, match=r"items\.tsv: no such region: kel"):
        items.identify([has_one])


def test_states_that_are_known_are_not_given_twice(items: Items) -> None:
    assert [state.name for state in items.states(set())] == ["Old Kel"]
    assert items.states({"Q2"}) == []


@pytest.mark.parametrize("item", ["Q1460", "Q5705", "Q18677875", "Q2277", "Q12544", "Q389688", "Q713750"])
def test_each_is_shipped_once(item: str) -> None:
    assert len([thing for thing in gazetteer() if thing.id.endswith(f"/{item}")]) == 1


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Kingdom of Kel", ("Kel",)),
        ("Kel Kingdom", ()),
        ("Kingdom of France", ()),
        ("Republic of the Philippines", ()),
        ("Siege of Kel", ()),
    ],
)
def test_a_state_has_the_short_name_that_no_country_of_today_has(name: str, short: tuple[str, ...]) -> None:
    (state,) = with_short_names([Thing("http://www.wikidata.org/entity/Q1", name)])
    assert state.names == short


def test_a_short_name_that_two_states_would_have_is_neithers() -> None:
    states = [
        Thing(f"http://www.wikidata.org/entity/Q{n}", f"{kind} of Kel")
        for n, kind in enumerate(("Kingdom", "Republic"))
    ]
    assert with_short_names(states) == states
