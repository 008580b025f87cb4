"""We ask other people's reconciliation service, and our own, and their tools read our file of links."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from testimonia.cli import main
from testimonia.links import EXTENSIONS, read_links

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KG = "https://w3id.org/testimonia/kg/"
WD = "http://www.wikidata.org/entity/"
MISSPELT = """= Batle of Aldr Ford =

Infobox
- Conflict: Batle of Aldr Ford
- Date: 4 May 1612
- Place: Alder Ford, Orrland
- Combatant1: Alder Guard
- Combatant2: Hill Ridres
- Casualties1: 9 killed

The Batle of Aldr Ford was fought on 4 May 1612.
"""


@pytest.fixture
def graph(example: Path, tmp_path: Path) -> Path:
    """The example, built in all formats."""
    folder = tmp_path / "output"
    formats = ("--format", "turtle,jsonld,trig,nquads")
    assert main(["build", str(example), "--output", str(folder), "--quiet", *formats]) == 0
    return folder


def verdicts(graph: Path) -> dict[str, str]:
    """Our name and theirs to what the row says."""
    links = read_links(graph / "links.sssom.tsv").links
    return {f"{link.subject.removeprefix(KG)} {link.object.removeprefix(WD)}": link.verdict for link in links}


def test_csv_reconcile_offers_candidates_for_the_example(
    csv_reconcile: str, graph: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reconcile", str(graph), "--service", csv_reconcile]) == 0
    found = verdicts(graph)
    assert set(found.values()) == {"candidate"}
    assert {"place/akabar Q7001", "place/akabar Q7002", "actor/mali Q7004", "actor/france Q7007"} <= set(
        found
    )
    links = read_links(graph / "links.sssom.tsv").links
    best = next(link for link in links if link.subject == f"{KG}event/battle-of-akabar-2018")
    assert (best.object, best.score, best.cell("features")) == (f"{WD}Q7005", 100, "match=1")
    assert "15 asked: " in capsys.readouterr().out
    assert main(["reconcile", str(graph), "--service", csv_reconcile]) == 0
    assert capsys.readouterr().out.startswith("15 answered before: ")
    assert main(["validate", str(graph)]) == 0


def test_of_two_places_of_one_name_neither_is_accepted_by_itself(csv_reconcile: str, graph: Path) -> None:
    assert (
        main(
            [
                "reconcile",
                str(graph),
                "--service",
                csv_reconcile,
                "--accept-above",
                "95",
                "--date",
                "2026-05-31",
            ]
        )
        == 0
    )
    found = verdicts(graph)
    assert (found["place/akabar Q7001"], found["place/akabar Q7002"]) == ("candidate", "candidate")
    assert (found["actor/mali Q7004"], found["place/mali Q7004"]) == (
        "candidate",
        "candidate",
    )  # two of ours, one of theirs
    assert found["event/battle-of-akabar-2018 Q7005"] == "accepted"


@pytest.mark.parametrize("version", ["", "/0.1", "/1.0-draft"], ids=["0.2", "0.1", "1.0-draft"])
def test_our_own_service_knows_misspelt_battles_and_actors(
    reconciliation: str, version: str, tmp_path: Path
) -> None:
    (tmp_path / "misspelt.txt").write_text(MISSPELT, encoding="utf-8")
    graph = tmp_path / "graph"
    base = "https://ours.example/kg/"
    assert (
        main(["build", str(tmp_path / "misspelt.txt"), "--output", str(graph), "--base", base, "--quiet"])
        == 0
    )
    assert main(["reconcile", str(graph), "--service", reconciliation + version, "--quiet"]) == 0
    # The draft of 1.0 has no identifier space: there a thing is known by its address.
    space = reconciliation.replace("reconcile", "kg/") if version == "/1.0-draft" else KG
    table = read_links(graph / "links.sssom.tsv")
    first: dict[str, str] = {}
    for link in table.links:
        first.setdefault(link.subject.removeprefix(base), link.object.removeprefix(space))
    assert first["event/batle-of-aldr-ford-1612"] == "event/battle-of-alder-ford-1612"
    assert first["actor/hill-ridres"] == "actor/hill-riders"
    assert first["actor/alder-guard"] == "actor/alder-guard"
    assert first["place/alder-ford"] == "place/alder-ford"
    event = next(link for link in table.links if "batle" in link.subject)
    assert "date_agreement=100" in event.cell("features")  # why, in the service's own words
    assert main(["validate", str(graph)]) == 0


@pytest.fixture
def judged(csv_reconcile: str, graph: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example with one candidate accepted, one rejected, and the others open."""
    assert main(["reconcile", str(graph), "--service", csv_reconcile, "--quiet"]) == 0
    review = [
        sys.executable,
        "-m",
        "testimonia",
        "review",
        str(graph),
        "--who",
        "Ann Roe",
        "--date",
        "2026-05-31",
    ]
    subprocess.run(review, input="1\nr 1\n", text=True, check=True, capture_output=True)
    assert sorted(set(verdicts(graph).values())) == ["accepted", "candidate", "rejected"]
    return graph


def test_the_tools_of_sssom_find_nothing_wrong(installed: Callable[[str], str], judged: Path) -> None:
    done = subprocess.run(
        [installed("sssom"), "validate", str(judged / "links.sssom.tsv")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = [
        line for line in done.stderr.splitlines() if not line.startswith(("No attr for", "unhandled keyword"))
    ]
    assert (done.returncode, told) == (0, [])


def test_decisions_outlive_a_journey_through_the_tools_of_sssom(
    installed: Callable[[str], str], judged: Path, csv_reconcile: str, tmp_path: Path
) -> None:
    """What the tools drop comes back when all is asked again.

    `sort` writes the bytes that `parse` writes, which takes half a minute.
    """
    place, back = judged / "links.sssom.tsv", tmp_path / "back.sssom.tsv"
    subprocess.run(
        [installed("sssom"), "sort", str(place), "--output", str(back)], capture_output=True, check=True
    )
    before, after = read_links(place), read_links(back)
    decided = [
        {(link.pair, link.verdict, link.decided_by, link.decided_on) for link in table.links}
        for table in (before, after)
    ]
    assert decided[0] == decided[1]
    shutil.copy(back, place)
    assert main(["query", "SELECT * { ?s skos:exactMatch ?o }", str(judged)]) == 0

    assert not any(link.cell(name) for link in read_links(place).links for name in EXTENSIONS)
    assert main(["reconcile", str(judged), "--service", csv_reconcile, "--again", "--quiet"]) == 0
    again = {link.pair: link for link in read_links(place).links}
    for link in before.links:
        assert again[link.pair].verdict == link.verdict
        assert [again[link.pair].cell(name) for name in EXTENSIONS] == [
            link.cell(name) for name in EXTENSIONS
        ]


def test_the_tools_of_sssom_make_the_same_triple_of_a_decision(
    installed: Callable[[str], str], judged: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [installed("sssom"), "convert", str(judged / "links.sssom.tsv"), "--output-format", "owl", "--output", str(tmp_path / "links.ttl")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    theirs = (tmp_path / "links.ttl").read_text(encoding="utf-8")
    (accepted,) = [
        link for link in read_links(judged / "links.sssom.tsv").links if link.verdict == "accepted"
    ]
    assert accepted.object.rpartition("/")[2] in theirs
