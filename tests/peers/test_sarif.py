"""Reports in SARIF are what the standard, its schema and GitHub's code scanning ask for.

The SARIF Multitool is the reference validator of the format: it holds a log against the official schema of
SARIF 2.1.0, against what the standard says beside the schema, and against what a code host needs to show it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
FAULT = re.compile(r": (?:error|warning) (\w+): (.*)")
OWN_SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix tm: <https://w3id.org/testimonia/ontology#> .
[] a sh:NodeShape ; sh:targetClass tm:Claim ; sh:property [ sh:path tm:nothing ; sh:minCount 1 ] .
"""

Faults = list[tuple[str, str]]


@pytest.fixture
def faults(node_package: Callable[[str], Path]) -> Callable[[Path], Faults]:
    """Ask the peer what is wrong with a log: the rules that it breaks, and how."""
    program = node_package("@microsoft/sarif-multitool-linux") / "Sarif.Multitool"

    def ask(log: Path) -> Faults:
        command = [
            str(program),
            "validate",
            str(log),
            "--rule-kind",
            "Sarif;Ghas",
            "--level",
            "Error;Warning",
        ]
        without_icu = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=without_icu)
        assert "Analysis completed successfully." in done.stdout, done.stdout + done.stderr
        return FAULT.findall(done.stdout)

    return ask


def report(folder: Path, *arguments: str) -> Path:
    """Write the report of a run of `testimonia validate`, as a user would."""
    command = [sys.executable, "-m", "testimonia", "validate", *arguments, "--format", "sarif", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode in {0, 1}, done.stderr.decode()
    log = folder / "report.sarif"
    log.write_bytes(done.stdout)
    return log


@pytest.mark.parametrize(
    "arguments",
    [
        ["output", "--text", "examples"],
        ["output/battle-of-akabar.jsonld"],
        ["tests/broken"],
        ["tests/broken/conforming.ttl"],
    ],
    ids=["the example, at its words", "without its text", "everything wrong", "nothing wrong"],
)
def test_a_report_is_sarif_that_code_hosts_take(
    arguments: list[str], tmp_path: Path, faults: Callable[[Path], Faults]
) -> None:
    assert faults(report(tmp_path, *arguments)) == []


def test_a_report_under_shapes_of_ones_own_is_sarif(tmp_path: Path, faults: Callable[[Path], Faults]) -> None:
    shapes = tmp_path / "own.ttl"
    shapes.write_text(OWN_SHAPES, encoding="utf-8")
    log = report(tmp_path, "output/battle-of-akabar.ttl", "--shapes", str(shapes))
    assert json.loads(log.read_bytes())["runs"][0]["results"]
    assert faults(log) == []


def test_the_peer_finds_what_is_no_sarif(tmp_path: Path, faults: Callable[[Path], Faults]) -> None:
    log = report(tmp_path, "output")
    broken = json.loads(log.read_bytes())
    broken["runs"][0]["tool"]["driver"]["name"] = 1
    del broken["runs"][0]["results"][0]["ruleId"]
    log.write_text(json.dumps(broken), encoding="utf-8")
    assert {"JSON1001", "SARIF1010"} <= {rule for rule, _ in faults(log)}
