"""The gate: what does not conform never reaches the output, and its report tells why."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from testimonia.errors import OutputError
from testimonia.pipeline import Built, Options
from testimonia.scale import Outcome, OutputFolder, OutputStream, Reading, build_articles, find_articles
from testimonia.scale.gate import Quarantine, Refused, pass_gate

BROKEN = Path(__file__).resolve().parents[1] / "broken"
STRICT = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shapes: <https://w3id.org/testimonia/shapes#> .
@prefix tm: <https://w3id.org/testimonia/ontology#> .
shapes:dated a sh:NodeShape ; sh:targetClass tm:CasualtyClaim ; sh:property shapes:inStatement .
shapes:inStatement sh:path tm:madeIn ; sh:minCount 1 ; sh:message "We take no figure without its statement." .
"""
ARTICLES = {
    "a.txt": "= Raid on Orr =\n\nOn 4 May 1998 nine soldiers were wounded at Orr.\n",
    "b.txt": "= Fall of Elm =\n\nThe town of Elm fell on 3 May 1998.\n",
}


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles and shapes that take no figure without a statement."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    (tmp_path / "strict.ttl").write_text(STRICT, encoding="utf-8")
    return tmp_path


def build(
    shapes: str | None = "strict.ttl", workers: int = 1, quarantine: str | None = None
) -> list[Outcome]:
    folder = OutputFolder(Path("out"), "1.0", quarantine=Path(quarantine) if quarantine else None)
    options = Options(shapes=Path(shapes) if shapes else None)
    return list(build_articles(Reading(find_articles(["in"])), folder, options, workers))


def broken(code: str) -> Built:
    """An article whose graph breaks one rule."""
    files = {"ttl": (BROKEN / f"{code}-0.ttl").read_bytes()}
    return Built(title="Raid", slug="raid", sha256="5" * 64, files=files, counts={})


@pytest.mark.parametrize("workers", [1, 2])
def test_what_does_not_conform_is_quarantined_and_the_rest_is_built(workplace: Path, workers: int) -> None:
    outcomes = build(workers=workers)
    assert [(outcome.source, outcome.state) for outcome in outcomes] == [
        ("in/a.txt", "quarantined"),
        ("in/b.txt", "built"),
    ]
    assert sorted(path.name for path in (workplace / "out").iterdir()) == [
        "failures.jsonl",
        "fall-of-elm.jsonld",
        "fall-of-elm.ttl",
        "manifest.json",
    ]
    (stem,) = {path.name.split(".")[0] for path in (workplace / "out-quarantine").iterdir()}
    assert outcomes[0].problem == (
        "in/a.txt: the graph does not conform: 1 violation, first inStatement at line 3: We take no figure without"
        f" its statement; it went to out-quarantine/{stem}.report.txt."
    )
    assert sorted(path.name.removeprefix(f"{stem}.") for path in (workplace / "out-quarantine").iterdir()) == [
        "jsonld", "report.json", "report.txt", "ttl",
    ]  # fmt: skip


def test_the_report_in_quarantine_names_the_words(workplace: Path) -> None:
    build()
    (text,) = (workplace / "out-quarantine").glob("*.report.txt")
    assert "We take no figure without its statement." in text.read_text(encoding="utf-8")
    assert "[nine soldiers were wounded]" in text.read_text(encoding="utf-8")
    (record,) = (workplace / "out-quarantine").glob("*.report.json")
    assert json.loads(record.read_bytes())["violations"] == 1


@pytest.mark.usefixtures("workplace")
def test_shapes_of_ones_own_make_everything_new_and_what_conforms_again_leaves_the_quarantine() -> None:
    assert [outcome.state for outcome in build(shapes=None)] == ["built", "built"]
    assert [outcome.state for outcome in build(shapes=None)] == ["unchanged", "unchanged"]
    assert [outcome.state for outcome in build()] == ["quarantined", "built"]
    assert [outcome.state for outcome in build()] == ["quarantined", "unchanged"]
    assert not Path("out/raid-on-orr.ttl").exists()
    assert [outcome.state for outcome in build(shapes=None)] == ["built", "built"]
    assert list(Path("out-quarantine").iterdir()) == []


def test_the_quarantine_may_lie_elsewhere(workplace: Path) -> None:
    build(quarantine="refused")
    assert list((workplace / "refused").iterdir())
    assert not (workplace / "out-quarantine").exists()


def test_standard_output_gets_only_what_conforms(workplace: Path) -> None:
    options = Options(formats=("turtle",), shapes=workplace / "strict.ttl")
    with (workplace / "stream.ttl").open("wb") as stream:
        outcomes = list(
            build_articles(Reading(find_articles(["in"])), OutputStream(stream, options), options)
        )
    assert [outcome.state for outcome in outcomes] == ["quarantined", "built"]
    assert outcomes[0].problem.endswith(
        "first inStatement at line 3: We take no figure without its statement."
    )
    assert b"Raid on Orr" not in (workplace / "stream.ttl").read_bytes()


def test_the_shipped_shapes_hold_whatever_shapes_are_added(workplace: Path) -> None:
    assert isinstance(pass_gate(broken("C203"), workplace / "strict.ttl"), Refused)


@pytest.mark.parametrize(("code", "passes"), [("C203", False), ("C205", True), ("V905", True)])
def test_violations_are_refused_and_warnings_and_notes_pass(code: str, passes: bool) -> None:
    assert isinstance(pass_gate(broken(code)), Built) == passes


def test_every_format_can_be_looked_at(built: Built) -> None:
    for suffix, data in built.files.items():
        one = replace(built, files={suffix: data})
        assert pass_gate(one) is one


def test_a_quarantine_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "q").write_text("a file, not a folder", encoding="utf-8")
    refused = pass_gate(broken("C203"))
    assert isinstance(refused, Refused)
    with pytest.raises(OutputError, match="cannot be written"):
        Quarantine(tmp_path / "q").take(refused)


def test_the_quarantine_of_the_current_folder_lies_beside_it(workplace: Path) -> None:
    assert Quarantine.beside(Path("out")).path == Path("out-quarantine")
    assert Quarantine.beside(Path()).path.name == f"{workplace.name}-quarantine"
