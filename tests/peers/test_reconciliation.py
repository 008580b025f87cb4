"""Other people's clients match their tables with our reconciliation service: OpenRefine and `reconciler`."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
import requests

if TYPE_CHECKING:
    from collections.abc import Callable

TABLE = """battle,date,where
Batle of Alder Ford,4 May 1612,Alder Ford
Battle of Alder Frod,1614-06-09,
Seige of Harow Keep,1613,Orrland
Raid on Gray Mill,,Gray Mill
Battle of Aldr Ford,,
Treaty of Long Lake,1700,
"""
ROWS: dict[str, Any] = {"facets": [], "mode": "row-based"}
OpenRefine = Any


def column(service: str, type_id: str, **properties: str) -> dict[str, Any]:
    """What OpenRefine keeps of a column that is to be matched: properties by the column they are in."""
    manifest = requests.get(service, timeout=30).json()
    return {
        "mode": "standard-service",
        "service": service,
        "identifierSpace": manifest["identifierSpace"],
        "schemaSpace": manifest["schemaSpace"],
        "type": {"id": type_id, "name": type_id},
        "autoMatch": True,
        "columnDetails": [
            {"column": name, "property": {"id": one, "name": one}} for name, one in properties.items()
        ],
        "limit": 0,
    }


def judged(refine: OpenRefine, project: str) -> list[tuple[str, str]]:
    """For each row the judgement, and the id that it is matched with."""
    found = refine.get("get-rows", project=project, start="0", limit="100")
    recons = [found["pool"]["recons"][row["cells"][0]["r"]] for row in found["rows"]]
    return [(one["j"], one["m"]["id"] if "m" in one else "") for one in recons]


def exported(refine: OpenRefine, project: str) -> list[dict[str, str]]:
    sent = refine.post("export-rows", project=project, format="csv", engine=ROWS)
    return list(csv.DictReader(io.StringIO(sent.content.decode("utf-8"))))


@pytest.fixture(scope="module")
def project(openrefine: OpenRefine, reconciliation: str) -> str:
    """A table with typos, matched as far as the service itself is sure."""
    made: str = openrefine.project("battles", TABLE)
    openrefine.post(
        "reconcile", project=made, columnName="battle", engine=ROWS,
        config=column(reconciliation, "ConflictEvent", date="date", where="place"),
    )  # fmt: skip
    openrefine.done(made)
    return made


def test_openrefine_guesses_that_these_are_battles(openrefine: OpenRefine, reconciliation: str) -> None:
    made = openrefine.project("guessed", TABLE)
    told = openrefine.post("guess-types-of-column", project=made, columnName="battle", service=reconciliation)
    assert told.json()["code"] == "ok"
    assert {one["id"] for one in told.json()["types"][:2]} == {"ConflictEvent", "battle"}


def test_openrefine_matches_misspelt_names_by_date_and_place(
    openrefine: OpenRefine, reconciliation: str, project: str
) -> None:
    assert judged(openrefine, project) == [
        ("matched", "event/battle-of-alder-ford-1612"),
        ("matched", "event/battle-of-elder-ford-1614"),  # nearer to the other by its letters, not by its date
        ("matched", "event/siege-of-harrow-keep-1613"),
        ("matched", "event/raid-on-grey-mill-1615"),
        ("none", ""),  # a name that is only similar is nobody's match by itself
        ("none", ""),
    ]


def test_openrefine_fetches_columns_with_every_claim_in_a_row_of_its_own(
    openrefine: OpenRefine, reconciliation: str, project: str
) -> None:
    openrefine.post("recon-match-best-candidates", project=project, columnName="battle", engine=ROWS)
    assert judged(openrefine, project)[4] == ("matched", "event/battle-of-alder-ford-1612")
    config = column(reconciliation, "ConflictEvent")
    wanted = ("date", "place", "killed.low", "killed.high", "killed.claimant")
    told = openrefine.post(
        "extend-data", project=project, baseColumnName="battle", endpoint=reconciliation, columnInsertIndex="1",
        identifierSpace=config["identifierSpace"], schemaSpace=config["schemaSpace"], engine=ROWS,
        extension={"properties": [{"id": name, "name": name} for name in wanted]},
    )  # fmt: skip
    assert told.json()["code"] == "pending"
    openrefine.done(project)
    rows = exported(openrefine, project)
    shown = [
        tuple(
            row[name]
            for name in ("battle", "date2", "place", "killed: low", "killed: high", "killed: claimant")
        )
        for row in rows
    ]
    assert shown[:3] == [
        ("Battle of Alder Ford", "1612-05-04", "Alder Ford", "9", "9", ""),
        ("", "", "", "12", "12", "Hill Riders"),
        ("", "", "", "20", "30", "Alder Guard"),
    ]
    assert ("Siege of Harrow Keep", "1613-03-02/1613-08-08", "Harrow Keep", "40", "40", "") in shown
    assert ("Raid on Grey Mill", "1615", "Grey Mill", "", "", "") in shown


@pytest.mark.filterwarnings("ignore:The inplace keyword")  # its own use of pandas
def test_reconciler_gives_a_frame_of_matches(package: Callable[[str], Any], reconciliation: str) -> None:
    pandas, reconciler = package("pandas"), package("reconciler")
    table = pandas.DataFrame(
        {"battle": ["Batle of Alder Ford", "Sieg of Harrow Keep"], "date": ["May 1612", "1613"]}
    )
    found = reconciler.reconcile(
        table["battle"],
        type_id="ConflictEvent",
        property_mapping={"date": table["date"]},
        reconciliation_endpoint=reconciliation,
    )
    assert list(found["name"]) == ["Battle of Alder Ford", "Siege of Harrow Keep"]
    assert list(found["match"]) == [True, True]
    assert list(found["type_id"]) == ["battle", "siege"]
