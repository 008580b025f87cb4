"""`testimonia estimate`: what is printed, what is written, and what is refused."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def folder(graph: Path, tmp_path: Path) -> Path:
    """A folder of one's own that holds the built example."""
    place = tmp_path / "output"
    shutil.copytree(graph, place)
    return place


def test_figures_are_printed_with_their_making(testimonia: Command, folder: Path) -> None:
    ran = testimonia("estimate", folder, "--policy", "ucdp")
    assert (ran.code, ran.told) == (0, "")
    title, columns, *rows = ran.printed.splitlines()
    assert title == "Battle of Akabar"
    assert columns.split() == ["kind", "party", "low", "best", "high", "how"]
    assert "the sum of GATIA and MSA, Mali and France (no losses)" in rows[0]
    assert rows[-1].startswith("ucdp: most reliable statement, between the extremes of the credible ones → ")


def test_estimates_are_kept_beside_the_claims_and_answer_the_named_question(
    testimonia: Command, folder: Path
) -> None:
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    assert testimonia("query", "estimates", folder, "--format", "csv").printed.count("\n") == 1
    testimonia("estimate", folder, "--policy", "ucdp")
    answer = testimonia("query", "estimates", folder, "--format", "csv").printed.splitlines()
    assert answer[0] == "event,party,policy,kind,low,best,high,claims"
    assert len(answer) > 10
    assert {file.name for file in folder.iterdir()} - before.keys() == {"estimates-ucdp.trig"}
    assert all((folder / name).read_bytes() == data for name, data in before.items())


def test_the_same_estimates_are_the_same_bytes(testimonia: Command, folder: Path) -> None:
    written = []
    for _ in range(2):
        testimonia("estimate", folder, "--policy", "acled")
        written.append((folder / "estimates-acled.trig").read_bytes())
    assert written[0] == written[1]


def test_a_voice_and_a_place_may_be_chosen(testimonia: Command, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "msa.nq"
    ran = testimonia("estimate", folder, "--policy", "claimant:MSA", "--output", target)
    assert ran.code == 0
    assert b"<https://w3id.org/testimonia/kg/estimates/claimant-msa>" in target.read_bytes()
    assert "everybody  32" in " ".join(ran.printed.split("\n")) or "everybody" in ran.printed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["output", "--policy", "best"],
            "testimonia: «best» is not a policy; there are acled, claimant:X, ucdp, widest",
        ),
        (["output", "--policy", "claimant:Nobody"], "testimonia: «Nobody» gives no figure in this graph"),
        (
            ["output", "--policy", "ucdp", "--output", "x.txt"],
            "testimonia: x.txt: the name should end in one of .trig",
        ),
        (["output/battle-of-akabar.ttl", "--policy", "ucdp"], "is no folder; say with --output"),
        (
            ["nowhere", "--policy", "ucdp", "--output", "x.trig"],
            "testimonia: nowhere: no such file or folder.",
        ),
        (["output"], "--policy"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    testimonia: Command, folder: Path, words: list[str], said: str
) -> None:
    ran = testimonia("estimate", *words)
    assert ran.code == 2
    assert said in ran.told
    assert ran.told.count("\n") == 1
    assert not list(folder.glob("estimates*"))


def test_a_folder_with_estimates_conforms(testimonia: Command, folder: Path) -> None:
    testimonia("estimate", folder, "--policy", "ucdp")
    ran = testimonia("validate", folder, "--no-cache")
    assert ran.code == 0
    assert "conforms: 0 violations, 0 warnings" in ran.printed
