"""The program that holds every engine against plain pyshacl, graph by graph, and writes down which it held."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from testimonia.validate import Report

PROGRAM = Path(__file__).resolve().parents[2] / "benchmarks" / "equality.py"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder with one graph, in which a claim lacks its stance."""
    folder = tmp_path / "graphs"
    folder.mkdir()
    copy(PROGRAM.parents[1] / "tests" / "broken" / "C203-0.ttl", folder)
    return folder


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("option", [[], ["--parse-each-time"]], ids=["parsed once", "parsed each time"])
def test_a_graph_is_held_once_and_written_down(option: list[str], broken: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.tsv"

    def run() -> list[str]:
        command = [sys.executable, str(PROGRAM), str(broken), "--record", str(record), *option]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()

    assert run()[1:] == ["C203-0: 58 triples, 1 results alike", "1 graphs held, 0 different"]
    written = record.read_bytes()
    assert run() == ["1 of 1 graphs are held already", "1 graphs held, 0 different"]
    assert record.read_bytes() == written


def test_an_engine_that_overlooks_something_is_found_out(
    equality: Any, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(equality, "validate_graph", lambda *_, **__: Report(()))
    monkeypatch.setattr(equality, "plain_facts", lambda _: {("<urn:a>", "", "", "", "")})
    with pytest.raises(equality.DifferentError, match="sets differs"):
        equality.hold(next(broken.iterdir()))
