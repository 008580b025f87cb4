"""`testimonia build`."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


def files(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_the_committed_output_is_what_the_demo_builds(
    testimonia: Command, checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(checkout)
    formats = "turtle,jsonld,trig,nquads"
    ran = testimonia(
        "build", "examples/battle-of-akabar.txt", "--output", tmp_path / "new", "--format", formats
    )
    assert ran.code == 0
    assert files(tmp_path / "new") == files(checkout / "output")
    for name in files(tmp_path / "new"):
        new, committed = (tmp_path / "new" / name).read_bytes(), (checkout / "output" / name).read_bytes()
        assert new == committed, f"output/{name} is not what is built now: run `make demo` and commit it"


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_bytes_do_not_depend_on_the_hash_seed(
    example: Path, graph: Path, tmp_path: Path, seed: str
) -> None:
    command = [sys.executable, "-m", "testimonia", "build", str(example), "--output", str(tmp_path / "out")]
    subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True)
    for name in files(graph):
        assert (tmp_path / "out" / name).read_bytes() == (graph / name).read_bytes()


def test_turtle_and_jsonld_are_written_by_default(graph: Path) -> None:
    assert files(graph) == ["battle-of-akabar.jsonld", "battle-of-akabar.ttl", "manifest.json"]


def test_one_line_sums_up(testimonia: Command, example: Path) -> None:
    ran = testimonia("build", example, "--output", "out")
    assert ran.told == ""
    assert ran.printed.startswith("1 built: ")
    assert ran.printed.endswith(" → out\n")
    assert testimonia("build", example, "--output", "out").printed.startswith("1 unchanged: ")


def test_rebuild_builds_what_has_not_changed(testimonia: Command, example: Path) -> None:
    testimonia("build", example, "--output", "out")
    assert testimonia("build", example, "--output", "out", "--rebuild").printed.startswith("1 built: ")


def test_quiet_tells_nothing(testimonia: Command, example: Path) -> None:
    ran = testimonia("build", example, "--output", "out", "--quiet")
    assert (ran.code, ran.printed, ran.told) == (0, "", "")


def test_several_articles_have_a_line_each(testimonia: Command, example: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    text = example.read_text(encoding="utf-8")
    for name in ("Northford", "Orr"):
        (tmp_path / "in" / f"{name}.txt").write_text(text.replace("Akabar", name), encoding="utf-8")
    ran = testimonia("build", "in", "--output", "out", "--workers", "2")
    assert [line.split(",")[0] for line in ran.told.splitlines()] == [
        "in/Northford.txt: built",
        "in/Orr.txt: built",
    ]
    assert ran.printed.startswith("2 built: ")


def test_a_terminal_gets_a_bar_and_the_failures(
    on_terminal: Callable[..., str], example: Path, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_bytes(example.read_bytes())
    (tmp_path / "in" / "[bad].txt").write_bytes(b"")
    screen = on_terminal("build", "in", "--output", "out")
    assert "building" in screen
    assert "testimonia: in/[bad].txt" in screen
    assert "1 built, 1 failed: " in screen


def test_an_article_may_come_from_standard_input(
    testimonia: Command, example: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(example.read_bytes())))
    assert testimonia("build", "-", "--output", "out").code == 0
    assert "battle-of-akabar.ttl" in files(tmp_path / "out")


def test_options_reach_the_graph(testimonia: Command, example: Path, tmp_path: Path) -> None:
    ran = testimonia(
        "build", example, "--output", "out", "--format", "nquads", "--base", "https://data.example.org/kg/",
        "--license", "https://example.org/licence", "--rights-holder", "The Northford Archive",
        "--timestamp", "2024-05-01T12:00:00Z", "--tolerance", "0", "--from", "plain",
    )  # fmt: skip
    assert ran.code == 0
    written = (tmp_path / "out" / "battle-of-akabar.nq").read_text(encoding="utf-8")
    for expected in (
        "<https://data.example.org/kg/event/",
        "<https://example.org/licence>",
        '"The Northford Archive"',
        '"2024-05-01T12:00:00Z"',
    ):
        assert expected in written
    assert "https://w3id.org/testimonia/kg/" not in written


def test_now_is_a_timestamp(testimonia: Command, example: Path, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    assert (
        testimonia("build", example, "--output", "out", "--format", "nquads", "--timestamp", "now").code == 0
    )
    written = (tmp_path / "out" / "battle-of-akabar.nq").read_text(encoding="utf-8")
    assert f'"{datetime.now(UTC):%Y-%m-%d}T' in written


def test_the_manifest_says_what_was_built(graph: Path) -> None:
    (entry,) = json.loads((graph / "manifest.json").read_bytes())["articles"].values()
    assert entry["article"] == "Battle of Akabar"
    assert entry["files"] == ["battle-of-akabar.jsonld", "battle-of-akabar.ttl"]
    assert entry["counts"]["claims"] > 0
