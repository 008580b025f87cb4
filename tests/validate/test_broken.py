"""For every code a file that trips it and nothing else, under every engine; and one that trips none."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from testimonia.graphs import read_graph
from testimonia.validate import Report, shape_rules, validate_graph
from testimonia.validate.engine import ENGINES

if TYPE_CHECKING:
    from pyoxigraph import Store

BROKEN = Path(__file__).resolve().parents[1] / "broken"
FILES = sorted(BROKEN.glob("*-*.ttl"))
RULES = {rule.code: rule for rule in shape_rules()}


@cache
def read(file: Path) -> Store:
    return read_graph(file)


@cache
def report(file: Path) -> Report:
    return validate_graph(read(file))


def test_every_code_has_a_file() -> None:
    assert {file.stem.rpartition("-")[0] for file in FILES} == set(RULES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_trips_the_code_in_its_name_and_nothing_else(file: Path) -> None:
    code = file.stem.rpartition("-")[0]
    found = report(file)
    assert {result.code for result in found.results} == {code}
    assert found.conforms == (RULES[code].severity != "violation")
    for result in found.results:
        assert result.severity == RULES[code].severity
        assert result.focus
        assert result.message.endswith(".")
        assert "{?" not in result.message


@pytest.mark.usefixtures("unmeasured", "parsed_once")
@pytest.mark.parametrize("engine", sorted({*ENGINES} - {"sets"}))
@pytest.mark.parametrize("file", [BROKEN / "conforming.ttl", *FILES], ids=lambda file: file.stem)
def test_the_engines_agree(file: Path, engine: str) -> None:
    """The engine `sets` makes the report that the others are held against."""
    assert report(file) == validate_graph(read(file), engine=engine)


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_wrong_with_the_conforming_graph(engine: str, conforming: Path) -> None:
    found = validate_graph(read(conforming), engine=engine)
    assert found.results == ()
    assert found.conforms


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_begins_with_the_sentence_of_its_code(file: Path) -> None:
    rule = RULES[file.stem.rpartition("-")[0]]
    assert file.read_text(encoding="utf-8").startswith(f"# {rule.message}\n")


def test_the_files_are_small() -> None:
    sizes = sorted(
        len(re.findall(r"[;.]\s*$", file.read_text(encoding="utf-8"), re.MULTILINE)) for file in FILES
    )
    assert sizes[len(sizes) // 2] <= 40
