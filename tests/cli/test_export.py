"""The command `export`: what is printed, what is written, what is told."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from testimonia.export import FORMS

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Command


def test_a_table_is_printed_and_summed_up_beside_it(testimonia: Command, graph: Path) -> None:
    done = testimonia("export", "csv", graph)
    assert (done.code, done.told) == (0, "19 claims\n")
    assert done.printed.splitlines()[0].startswith(
        "claim,event,article,zone,kind,low,high,approximate,wording,parties,side"
    )


def test_statements_come_with_what_is_lost_and_what_is_to_be_matched(
    testimonia: Command, graph: Path, tmp_path: Path
) -> None:
    first = testimonia("export", "quickstatements", graph, "--output", tmp_path / "batch.qs")
    assert first.printed.startswith("0 of 19 claims, with 0 of 17 items matched → ")
    questions = tmp_path / "batch.items.csv"
    with questions.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for number, row in enumerate(rows, start=1):
        row["item"] = "https://en.wikipedia.org/?oldid=1" if row["kind"] == "revision" else f"Q{number}"
    with (tmp_path / "matched.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, rows[0])
        table.writeheader()
        table.writerows(rows)
    second = testimonia(
        "export",
        "quickstatements",
        graph,
        "--items",
        tmp_path / "matched.csv",
        "--output",
        tmp_path / "batch.qs",
    )
    assert second.printed.startswith("11 of 19 claims, with 17 of 17 items matched → ")
    assert len((tmp_path / "batch.qs").read_text(encoding="utf-8").splitlines()) == 11
    assert (tmp_path / "batch.lost.csv").read_text(encoding="utf-8").count("\n") == 20


def test_nanopublications_go_into_a_folder(testimonia: Command, graph: Path, tmp_path: Path) -> None:
    done = testimonia(
        "export", "nanopub", graph, "--output", tmp_path / "np", "--creator", "https://orcid.example/1"
    )
    assert done.printed == f"19 nanopublications → {tmp_path / 'np'}\n"
    assert len(list((tmp_path / "np").glob("*.trig"))) == 19


@pytest.mark.parametrize("form", ["parquet", "nanopub"])
def test_what_cannot_be_printed_asks_for_a_path(testimonia: Command, graph: Path, form: str) -> None:
    done = testimonia("export", form, graph)
    told = f'testimonia: {form} is not for a screen; say --output PATH, or "-" in a pipe.\n'
    assert (done.code, done.printed, done.told) == (2, "", told)


def test_an_unknown_form_is_told_with_the_known_ones(testimonia: Command, graph: Path) -> None:
    done = testimonia("export", "shapefile", graph)
    assert done.code == 2
    assert "'csv', 'parquet', 'ucdp', 'acled', 'nanopub', 'quickstatements', 'wikibase-json'" in done.told


def test_the_command_knows_every_form(testimonia: Command, graph: Path) -> None:
    assert all(f"'{form}'" in testimonia("export", "shapefile", graph).told for form in FORMS)


def test_a_place_that_cannot_be_written_is_told(testimonia: Command, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = testimonia("export", "csv", graph, "--output", tmp_path / "file" / "claims.csv")
    assert done.code == 2
    assert "claims.csv: cannot be written" in done.told
