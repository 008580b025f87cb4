"""`testimonia validate`: what it takes, what it prints, how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Command = Callable[..., Any]

BROKEN = Path(__file__).resolve().parents[1] / "broken"
STRICT = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix tm: <https://w3id.org/testimonia/ontology#> .
<https://example.org/shapes#named> a sh:NodeShape ; sh:targetClass tm:Claim ; sh:pattern "^urn:" .
"""


@pytest.mark.parametrize(
    ("code", "options", "ends"),
    [
        ("C203", [], 1),
        ("C205", [], 0),
        ("C205", ["--strict"], 1),
        ("V905", [], 0),
        ("V905", ["--strict"], 1),
        ("C203", ["--engine", "fast"], 1),
        ("C203", ["--engine", "reference"], 1),
    ],
)
def test_violations_fail_and_the_rest_only_if_asked(
    testimonia: Command, code: str, options: list[str], ends: int
) -> None:
    ran = testimonia("validate", BROKEN / f"{code}-0.ttl", *options)
    assert ran.code == ends
    assert f"{code} " in ran.printed


def test_json_is_json(testimonia: Command) -> None:
    ran = testimonia("validate", BROKEN / "C203-0.ttl", "--format", "json")
    record = json.loads(ran.printed)
    assert (ran.code, record["conforms"], record["violations"]) == (1, False, 1)
    assert record["graphs"][0]["results"][0]["code"] == "C203"


def test_sarif_points_at_the_words_of_the_article(
    testimonia: Command, graph: Path, example: Path, tmp_path: Path
) -> None:
    turtle = (graph / "battle-of-akabar.ttl").read_text(encoding="utf-8")
    (tmp_path / "bent.ttl").write_text(
        turtle.replace("tm:measure tmc:killed", "tm:measure tmc:burnt", 1), encoding="utf-8"
    )
    ran = testimonia("validate", "bent.ttl", "--text", example, "--format", "sarif")
    found = json.loads(ran.printed)["runs"][0]["results"]
    (wrong,) = (result for result in found if result["level"] == "error")
    region = wrong["locations"][0]["physicalLocation"]["region"]
    line = example.read_text(encoding="utf-8").split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_shapes_of_ones_own_take_the_place_of_the_shipped(testimonia: Command, tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(STRICT, encoding="utf-8")
    ran = testimonia("validate", BROKEN / "conforming.ttl", "--shapes", "own.ttl")
    assert ran.code == 1
    assert ran.printed.startswith("named violation, ")
    assert "is not written as it must be." in ran.printed


def test_what_was_known_is_told_on_standard_error(testimonia: Command, tmp_path: Path) -> None:
    (tmp_path / "graphs").mkdir()
    for name in ("a", "b"):
        (tmp_path / "graphs" / f"{name}.ttl").write_bytes((BROKEN / "conforming.ttl").read_bytes())
    testimonia("validate", "graphs")
    assert (
        testimonia("validate", "graphs").told == "2 of 2 graphs have not changed since they were validated\n"
    )
    assert testimonia("validate", "graphs", "--no-cache").told == ""


def test_on_a_terminal_it_counts_the_graphs_and_prints_the_same(
    on_terminal: Callable[..., str], tmp_path: Path
) -> None:
    shown = on_terminal("validate", BROKEN / "C203-0.ttl")
    assert "C203 violation, once" in shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nowhere.ttl"], "nowhere.ttl: no such file"),
        ([BROKEN / "conforming.ttl", "--shapes", "nowhere"], "The shapes cannot be used: nowhere"),
        ([BROKEN / "conforming.ttl", "--text", "nowhere.txt"], "nowhere.txt"),
        (["http://127.0.0.1:9/sparql"], "the endpoint does not answer"),
    ],
)
def test_wrong_use_is_one_line(testimonia: Command, words: list[object], told: str) -> None:
    ran = testimonia("validate", *words)
    assert ran.code == 2
    assert told in ran.told
    assert ran.told.count("\n") == 1
