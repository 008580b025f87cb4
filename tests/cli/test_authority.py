"""`testimonia authority`: a file added, what is at hand, and looking a name up in all of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Command

TABLE = "id,name,kind,country,region,lat,lon\nurn:kel:1,Kel,town,ML,Orr,15.1,2\nurn:kel:2,Kel,town,ML,Orr,15.2,2\n"


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "places.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_file_is_added_listed_and_searched(testimonia: Command) -> None:
    ran = testimonia("authority", "add", "places.csv", "--as", "Orr", "--licence", "urn:free")
    assert (ran.code, ran.told) == (0, "")
    assert ran.printed.startswith("added: 2 places of places.csv (table) → ")
    assert testimonia(
        "authority", "add", "places.csv", "--as", "Orr", "--licence", "urn:free"
    ).printed.startswith("unchanged: 2 places")
    rows = [line.split() for line in testimonia("authority", "list").printed.splitlines()]
    assert rows[0] == ["authority", "places", "form", "source", "licence"]
    assert rows[1][:3] == ["gazetteer", "12533", "table"]
    assert rows[2] == ["orr", "2", "table", "places.csv", "urn:free"]


def test_both_places_of_a_name_are_found_however_it_is_misspelt(testimonia: Command) -> None:
    testimonia("authority", "add", "places.csv")
    ran = testimonia("authority", "find", "Kell", "--country", "Mali", "--limit", "2")
    lines = [line.split() for line in ran.printed.splitlines()]
    assert lines[0] == "score name kind country within latitude longitude authority id".split()
    assert lines[1] == "72.5 Kel town ML Orr 15.1000 2.0000 places urn:kel:1".split()
    assert [line[-1] for line in lines[1:]] == ["urn:kel:1", "urn:kel:2"]


def test_a_country_without_a_position_of_its_own_has_empty_cells(testimonia: Command) -> None:
    ran = testimonia("authority", "find", "European Union", "--limit", "1")
    assert ran.printed.splitlines()[1].split() == (
        "100 European Union country EU gazetteer http://www.wikidata.org/entity/Q458".split()
    )


def test_what_is_not_at_hand_is_told_and_the_exit_code_says_so(testimonia: Command) -> None:
    ran = testimonia("authority", "find", "…", "--authority", "elsewhere")
    assert (ran.code, ran.printed) == (1, "")
    assert ran.told == "testimonia: nothing at hand is called «…».\n"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["authority"], "the following arguments are required: PART"),
        (["authority", "add", "absent.csv"], "absent.csv: cannot be read: no such file"),
        (["authority", "add", "places.csv", "--form", "map"], "There is no form «map»; there are geonames, "),
        (["authority", "add", "places.csv", "--form", "geonames"], "places.csv:1: «id name kind"),
        (
            ["authority", "add", "places.csv", "--as", "gazetteer"],
            "«gazetteer» is the name of what is shipped",
        ),
        (
            ["authority", "find", "Kel", "--country", "Narnia"],
            "«Narnia» is no country that has a two-letter code",
        ),
        (["authority", "find", "Kel", "--limit", "0"], "--limit 0: at least one is needed"),
    ],
    ids=str,
)
def test_wrong_use_is_one_line_and_leaves_nothing(
    testimonia: Command, tmp_path: Path, words: list[str], complaint: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    ran = testimonia(*words)
    assert (ran.code, ran.printed, ran.told.count("\n")) == (2, "", 1)
    assert complaint in ran.told
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_found_stands_in_a_table_on_a_terminal(on_terminal: Callable[..., str]) -> None:
    shown = on_terminal("authority", "find", "Menaca", "--country", "ML", "--limit", "1")
    assert "Ménaka" in shown
    assert "Q855986" in shown


def test_candidates_of_a_graph_go_into_its_file_of_links(
    testimonia: Command, graph: Path, tmp_path: Path, checkout: Path
) -> None:
    shutil.copytree(graph, tmp_path / "output")
    testimonia("authority", "add", checkout / "examples" / "places-near-menaka.tsv")
    ran = testimonia("authority", "link", "output")
    assert (ran.code, ran.told) == (0, "")
    assert [line.partition(" → ")[0] for line in ran.printed.splitlines()] == [
        "gazetteer: 5 candidates",
        "places-near-menaka: 4 candidates",
    ]
    written = (tmp_path / "output" / "links.sssom.tsv").read_bytes()
    testimonia("authority", "link", "output")
    assert (tmp_path / "output" / "links.sssom.tsv").read_bytes() == written
    assert testimonia("validate", "output").code == 0


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["output", "--limit", "0"], "--limit 0: at least one is needed"),
        (["absent"], "absent"),
        (["places.csv"], "places.csv is no folder that could hold links.sssom.tsv; say --links FILE"),
    ],
    ids=str,
)
def test_a_graph_that_cannot_be_linked_is_told_in_one_line(
    testimonia: Command, words: list[str], complaint: str
) -> None:
    ran = testimonia("authority", "link", *words)
    assert (ran.code, ran.printed, ran.told.count("\n")) == (2, "", 1)
    assert complaint in ran.told
