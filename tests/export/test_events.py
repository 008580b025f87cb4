"""Events as rows of UCDP's and ACLED's shape, each number with its claims."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.errors import UsageError
from testimonia.export import ExportOptions, export_graph
from testimonia.export.acled import acled_row
from testimonia.export.events import Deaths, EventRecord, event_records
from testimonia.export.ucdp import cell_of_grid, ucdp_row
from testimonia.model import When

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

    from .conftest import Make


def event(**changes: Any) -> EventRecord:
    given: dict[str, Any] = {
        "iri": "https://w3id.org/testimonia/kg/event/red-ford-2020", "label": "Battle of Red Ford", "kind": "battle",
        "when": When("2020-05-01", "2020-05-03"), "places": ("Red Ford", "Mali"), "coordinates": ("10.5", "-20.25"),
        "part_of": ("Ardian War",), "sides": (("Ardia", "Low Kel"), ("Front",)), "states": (True, False),
        "deaths": {"1": Deaths(2, 3, 9, ("a",), "of two"), "2": Deaths(5, 7, 8, ("b",), "one", ("c: revised later",)),
                   "everybody": Deaths(7, 10, 17, ("a", "b"), "the sum of side 1 and side 2")},
        "records": (),
    } | changes  # fmt: skip
    return EventRecord(**given)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_the_example_is_a_row_of_the_ged_whose_numbers_show_their_claims(store: Store) -> None:
    (row,) = rows(export_graph(store, "ucdp").files[".csv"])
    assert [row[name] for name in ("type_of_violence", "date_start", "date_end", "date_prec", "country")] == [
        "1", "2018-04-01", "2018-04-01", "1", "Mali",
    ]  # fmt: skip
    parts = [int(row[name]) for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
    assert sum(parts) == int(row["best"])
    assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
    behind = {*row["deaths_a_claims"].split(" | "), *row["deaths_b_claims"].split(" | ")}
    assert behind == set(row["best_claims"].split(" | "))
    kinds = {claim.rpartition("/")[2].partition("-")[0] for claim in behind}
    assert kinds == {"killed", "losses"}  # whoever had no losses had nobody killed
    assert row["source_original"].startswith("France; Movement for the Salvation of Azawad")
    assert "no coordinates" in row["lost"]


def test_the_example_is_a_row_of_acled_under_its_policy(store: Store) -> None:
    (row,) = rows(export_graph(store, "acled").files[".csv"])
    assert [row[name] for name in ("event_date", "time_precision", "event_type", "location", "policy")] == [
        "2018-04-01", "1", "Battles", "Akabar", "acled",
    ]  # fmt: skip
    assert int(row["fatalities"]) == event_records(store, "acled")[0].deaths["everybody"].best
    assert "France and Movement for the Salvation of Azawad: Between 20 and 30" in row["notes"]


def test_another_policy_gives_other_numbers_and_is_named(store: Store) -> None:
    widest, usual = (
        rows(export_graph(store, "ucdp", ExportOptions(policy=name)).files[".csv"])[0]
        for name in ("widest", "")
    )
    assert (widest["policy"], usual["policy"]) == ("widest", "ucdp")
    assert int(widest["low"]) <= int(usual["low"])
    assert (widest["high"], "nothing bounds the deaths from above" in widest["lost"]) == ("", True)


def test_an_unknown_policy_is_told(store: Store) -> None:
    with pytest.raises(UsageError, match="guess"):
        export_graph(store, "ucdp", ExportOptions(policy="guess"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {"deaths_a": "3", "deaths_b": "7", "deaths_unknown": "0", "best": "10", "low": "7", "high": "17"}),
        ({}, {"left_out": "c: revised later", "deaths_a_claims": "a", "best_claims": "a | b"}),
        ({}, {"dyad_name": "Ardia; Low Kel - Front", "conflict_name": "Ardian War", "year": "2020", "date_prec": "2"}),
        ({}, {"geom_wkt": "POINT (-20.25 10.5)", "where_prec": "1", "country": "Mali", "type_of_violence": "1"}),
        ({"states": (False, False)}, {"type_of_violence": "2"}),
        ({"sides": (("Ardia",),), "states": (True,)}, {"type_of_violence": "", "side_b": "", "dyad_name": ""}),
        ({"kind": "massacre"}, {"type_of_violence": "3"}),
        ({"places": ("Red Ford",)}, {"country": ""}),
        ({"when": When("2020-02", "2020-02")}, {"date_start": "2020-02-01", "date_end": "2020-02-29", "date_prec": "4"}),
        ({"when": When("2020", "2020")}, {"date_start": "2020-01-01", "date_end": "2020-12-31", "date_prec": "5"}),
        ({"when": When("2020-05-01", "2020-05-07")}, {"date_prec": "3"}),
        ({"deaths": {"everybody": Deaths(4, None, None)}}, {"best": "4", "low": "4", "high": "", "deaths_unknown": "4"}),
        ({"deaths": {"civilians": Deaths(4, 5, 6), "everybody": Deaths(4, 5, 6)}}, {"deaths_civilians": "5", "deaths_a": "0"}),
    ],
)  # fmt: skip
def test_a_row_of_the_ged_follows_its_codebook(changes: dict[str, Any], expected: dict[str, str]) -> None:
    row = ucdp_row(event(**changes))
    assert {name: row.get(name, "") for name in expected} == expected


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"coordinates": None}, "no coordinates"),
        ({"when": None}, "no date to the day, month or year of our era"),
        ({"when": When("-0030-09-02", "-0030-09-02")}, "no date to the day, month or year of our era"),
        ({"when": When("2020-05-01", None)}, "no date to the day, month or year of our era"),
        ({"sides": (("A",), ("B",), ("C",))}, "3 sides, of which the GED has two"),
        ({"deaths": {"everybody": Deaths(4, None, None)}}, "nothing bounds the deaths from above"),
        (
            {"deaths": {"everybody": Deaths(4, None, None)}},
            "best is the low, because nobody gives a best figure",
        ),
        ({}, "deaths_civilians is 0 because nobody gives a figure"),
    ],
)
def test_a_row_of_the_ged_tells_what_is_lost(changes: dict[str, Any], told: str) -> None:
    assert told in ucdp_row(event(**changes))["lost"].split("; ")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {"actor1": "Ardia", "assoc_actor_1": "Low Kel", "actor2": "Front", "assoc_actor_2": "", "fatalities": "10"}),
        ({}, {"event_date": "2020-05-01", "time_precision": "2", "geo_precision": "1", "civilian_targeting": ""}),
        ({"kind": "massacre", "sides": ()}, {"actor1": "", "actor2": "Civilians", "civilian_targeting": "Civilian targeting"}),
        ({"kind": "war"}, {"event_type": "", "disorder_type": ""}),
        ({"when": When("2020-05", "2020-05")}, {"time_precision": "3"}),
        ({"when": None}, {"event_date": "", "year": ""}),
        ({"coordinates": None}, {"latitude": "", "location": "Red Ford"}),
        ({"deaths": {"everybody": Deaths(4, None, None)}}, {"fatalities": ""}),
    ],
)  # fmt: skip
def test_a_row_of_acled_follows_its_codebook(changes: dict[str, Any], expected: dict[str, str]) -> None:
    row = acled_row(event(**changes))
    assert {name: row.get(name, "") for name in expected} == expected


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "lasted until 2020-05-03, where ACLED has a row a day"),
        ({}, "low and high"),
        ({"kind": "war"}, "no type for the kind «war»"),
        ({"sides": (("A",), ("B",), ("C",))}, "3 sides, of which ACLED has two"),
        ({"deaths": {"everybody": Deaths(4, None, None)}}, "fatalities cannot be given: at least 4"),
    ],
)
def test_a_row_of_acled_tells_what_is_lost(changes: dict[str, Any], told: str) -> None:
    assert told in acled_row(event(**changes))["lost"].split("; ")


def test_the_notes_and_sources_name_each_voice_and_article_once(claim: Make) -> None:
    told = event(
        records=(claim(), claim(claim="b"), claim(claim="c", claimants=(), scope="sub", kind="wounded"))
    )
    row = acled_row(told)
    assert row["notes"] == "Valley League: 20 combatants of Ardia were killed."
    assert (
        row["source"] == "Battle of Red Ford, revision 77, https://en.wikipedia.org/wiki/Battle_of_Red_Ford"
    )
    assert ucdp_row(told)["source_office"] == "en.wikipedia.org"
    assert ucdp_row(told)["number_of_sources"] == "1"


def test_cells_of_the_grid_are_those_of_real_events(checkout: Path) -> None:
    sample = checkout.parent / "shared" / "corpus" / "authority" / "ucdp-ged-sample.csv"
    if not sample.exists():
        pytest.skip("the sample of the GED is not here")
    with sample.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            cell = cell_of_grid(float(row["latitude"]), float(row["longitude"]))
            assert cell == int(float(row["priogrid_gid"])), row["id"]


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_on_earth_has_a_cell(latitude: float, longitude: float) -> None:
    assert 1 <= cell_of_grid(latitude, longitude) <= 259_200


@given(*[st.none() | st.integers(0, 999)] * 4)
def test_the_deaths_of_a_row_add_up_to_best(
    a: int | None, b: int | None, people: int | None, total: int | None
) -> None:
    numbers = {"1": a, "2": b, "civilians": people, "everybody": total}
    deaths = {whom: Deaths(0, best, best) for whom, best in numbers.items()}
    row = ucdp_row(event(deaths=deaths))
    assert sum(int(row[f"deaths_{name}"]) for name in ("a", "b", "civilians", "unknown")) == int(row["best"])
