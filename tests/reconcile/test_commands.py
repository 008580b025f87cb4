"""`testimonia reconcile` and `testimonia review`, as somebody uses them on the example."""

from __future__ import annotations

import io
import json
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from testimonia.cli import main
from testimonia.links import parse_links, read_links

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Gazetteer

KG = "https://w3id.org/testimonia/kg/"
WD = "http://www.wikidata.org/entity/"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    printed: str
    told: str


if TYPE_CHECKING:
    Command = Callable[..., Ran]


@pytest.fixture(scope="session")
def graph(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `build` makes of the example."""
    place = tmp_path_factory.mktemp("graph") / "output"
    assert main(["build", str(example), "--output", str(place), "--quiet"]) == 0
    return place


@pytest.fixture
def run(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Run `testimonia WORDS...` beside a folder `output`, with answers from standard input."""
    shutil.copytree(graph, tmp_path / "output")
    monkeypatch.chdir(tmp_path)

    def command(*words: object, answers: str = "") -> Ran:
        monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        capsys.readouterr()
        code = main([str(word) for word in words])
        printed, told = capsys.readouterr()
        return Ran(code, printed.replace("\r\n", "\n"), told)

    return command


@pytest.fixture
def asked(gazetteer: Gazetteer, run: Command) -> Command:
    """`run`, after a service that knows four names was asked."""
    gazetteer.knows("Akabar", 100, 100)
    gazetteer.knows("Mali", 98)
    gazetteer.knows("France", 99)
    gazetteer.knows("Battle of Akabar", 97, 40)
    assert run("reconcile", "output", "--service", gazetteer.address).code == 0
    return run


def rows(folder: Path) -> dict[str, str]:
    """Our name and theirs to what was decided."""
    table = parse_links((folder / "output" / "links.sssom.tsv").read_text(encoding="utf-8"), "links")
    names = (link.subject.removeprefix(KG) + " " + link.object.removeprefix(WD) for link in table.links)
    return dict(zip(names, (link.verdict for link in table.links), strict=True))


def test_candidates_go_into_the_file_and_into_the_graph_as_candidates(asked: Command, tmp_path: Path) -> None:
    assert rows(tmp_path) == {
        "actor/france Q20": "candidate",
        "actor/mali Q10": "candidate",
        "event/battle-of-akabar-2018 Q30": "candidate",
        "event/battle-of-akabar-2018 Q31": "candidate",
        "place/akabar Q00": "candidate",
        "place/akabar Q01": "candidate",
        "place/mali Q10": "candidate",
    }
    found = asked(
        "query",
        "SELECT ?of ?is ?score ?rank { ?c a tm:Candidate ; tm:candidateFor ?of ; tm:candidateIs ?is ; tm:score ?score ; tm:rank ?rank } ORDER BY ?of ?rank",
        "output",
        "--format",
        "csv",
    ).printed
    assert f"event/battle-of-akabar-2018,{WD}Q31,40,2" in found.replace(KG, "")
    same = "skos:exactMatch|skos:closeMatch|<http://www.w3.org/2002/07/owl#sameAs>"
    assert asked("query", f"SELECT ?s {{ ?s {same} ?o }}", "output", "--format", "csv").printed == "s\n"
    assert asked("validate", "output").code == 0


def test_the_run_is_told_line_by_line_in_a_pipe(gazetteer: Gazetteer, run: Command) -> None:
    gazetteer.knows("Akabar", 100, 100)
    ran = run("reconcile", "output", "--service", gazetteer.address, "--kinds", "place")
    assert ran.printed == "3 asked: 2 candidates for 1 of 3 → output/links.sssom.tsv\n"
    assert (
        ran.told
        == "Akabar: 2 candidates, first Akabar 100\nMali: no candidate\nMenaka Cercle: no candidate\n"
    )
    again = run("reconcile", "output", "--service", gazetteer.address, "--kinds", "place")
    assert again.printed == "3 answered before: 2 candidates for 1 of 3 → output/links.sssom.tsv\n"
    assert "Mali: no candidate, answered before" in again.told
    quiet = run("reconcile", "output", "--service", gazetteer.address, "--kinds", "place", "--quiet")
    assert (quiet.printed, quiet.told) == ("", "")


def test_the_same_answers_give_the_same_bytes(gazetteer: Gazetteer, asked: Command, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in (tmp_path / "output").glob("links.*")}
    assert set(before) == {"links.sssom.tsv", "links.sssom.ttl", "links.sssom.jsonld"}
    asked("reconcile", "output", "--service", gazetteer.address, "--refresh")
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "output").glob("links.*")}


REVIEW = ("review", "output", "--who", "Ann Roe", "--date", "2026-05-31")


def test_what_is_reviewed_becomes_links_that_outlive_every_build(
    asked: Command, example: Path, tmp_path: Path
) -> None:
    ran = asked(*REVIEW, answers="1\nr 1\n1 the same day\ns\nn\nc 1 the territory\n")
    assert ran.code == 0
    # In the order of our IRIs: France, Mali (the only one, so rejecting goes on), the battle, Akabar, Mali.
    assert rows(tmp_path) == {
        "actor/france Q20": "accepted",
        "actor/mali Q10": "rejected",
        "event/battle-of-akabar-2018 Q30": "accepted",
        "event/battle-of-akabar-2018 Q31": "candidate",
        "place/akabar Q00": "candidate",
        "place/akabar Q01": "candidate",
        "place/mali Q10": "rejected",
    }
    links = (tmp_path / "output" / "links.sssom.ttl").read_bytes()
    assert f"<{KG}actor/france> skos:exactMatch <{WD}Q20>".encode() in links
    (tmp_path / "output" / "links.sssom.ttl").unlink()
    assert asked("build", example, "--output", "output", "--rebuild", "--quiet").code == 0
    assert (tmp_path / "output" / "links.sssom.ttl").read_bytes() == links
    assert (
        asked("build", example, "--output", "fresh", "--links", "output/links.sssom.tsv", "--quiet").code == 0
    )
    assert (tmp_path / "fresh" / "links.sssom.ttl").read_bytes() == links
    assert asked("validate", "fresh").code == 0


def test_a_review_shows_the_sentence_beside_the_candidates(asked: Command) -> None:
    printed = asked(*REVIEW, "--only", "akabar battle", answers="?\n7\nu\nq\n").printed
    assert "Battle of Akabar (battle)\n" in printed
    assert (
        "date: 2018-04-01; start: 2018-04-01; year: 2018; place: Akabar; country: Mali; part of: Mali War"
        in printed
    )
    assert "1  Battle of Akabar              97     match=0  wikidata:Q30" in printed
    assert "«7» is no answer here; candidates are 1 to 2." in printed
    assert "There is nothing to undo." in printed
    assert "0          there is no such thing there" in printed
    assert printed.endswith("0 accepted, 0 rejected; 1 thing left to judge\n")


def test_every_step_can_be_taken_back(asked: Command, tmp_path: Path) -> None:
    before = (tmp_path / "output" / "links.sssom.tsv").read_bytes()
    ran = asked(*REVIEW, answers="1\nn\n0\n= 1\nu\nu\nu\nu\n")
    assert ran.printed.endswith("0 accepted, 0 rejected; 5 things left to judge\n")
    assert (tmp_path / "output" / "links.sssom.tsv").read_bytes() == before


def test_owl_same_as_is_there_only_where_somebody_asks_for_it(asked: Command) -> None:
    asked(*REVIEW, "--only", "france", answers="= 1\n")
    found = asked(
        "query",
        "SELECT ?p { <" + KG + "actor/france> ?p <" + WD + "Q20> } ORDER BY ?p",
        "output",
        "--format",
        "csv",
    )
    assert found.printed.split() == [
        "p",
        "http://www.w3.org/2002/07/owl#sameAs",
        "http://www.w3.org/2004/02/skos/core#exactMatch",
    ]


def test_what_was_decided_is_not_asked_again_unless_somebody_wants_it(
    gazetteer: Gazetteer, asked: Command, tmp_path: Path
) -> None:
    asked(*REVIEW, "--only", "france", answers="1\n")
    gazetteer.batches.clear()
    asked("reconcile", "output", "--service", gazetteer.address, "--refresh")
    assert "France" not in gazetteer.asked
    asked("reconcile", "output", "--service", gazetteer.address, "--refresh", "--again")
    assert "France" in gazetteer.asked
    assert rows(tmp_path)["actor/france Q20"] == "accepted"


def test_what_people_write_in_a_spreadsheet_counts(
    asked: Command, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    path = tmp_path / "output" / "links.sssom.tsv"
    lines = path.read_text(encoding="utf-8").split("\n")
    columns = next(line for line in lines if line.startswith("subject_id")).split("\t")
    for number, line in enumerate(lines):
        if line.startswith("kg:actor/france"):
            cells = line.split("\t")
            cells[columns.index("predicate_id")] = "skos:exactMatch"
            cells[columns.index("author_label")] = "Ann Roe"
            cells[columns.index("mapping_date")] = "2026-05-31"
            lines[number] = "\t".join(cells)
    path.write_text("\n".join(lines), encoding="utf-8")
    asked("reconcile", "output", "--service", gazetteer.address)
    found = asked(
        "query",
        "SELECT ?who ?day { ?l tm:linkFrom <"
        + KG
        + "actor/france> ; tm:decidedBy ?who ; tm:decidedOn ?day }",
        "output",
        "--format",
        "csv",
    )
    assert found.printed == "who,day\nAnn Roe,2026-05-31\n"


def test_nothing_is_accepted_without_a_person_unless_somebody_asks_for_it(
    asked: Command, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    assert set(rows(tmp_path).values()) == {"candidate"}
    words = (
        "reconcile",
        "output",
        "--service",
        gazetteer.address,
        "--accept-above",
        "95",
        "--date",
        "2026-05-31",
    )
    ran = asked(*words)
    accepted = [name for name, verdict in rows(tmp_path).items() if verdict == "accepted"]
    # Not Akabar, of which there are two, nor Mali, which two of ours may be.
    assert accepted == ["actor/france Q20", "event/battle-of-akabar-2018 Q30"]
    assert ran.printed.splitlines()[:-1] == [
        "accepted by itself: France is wikidata:Q20 (France), score 99",
        "accepted by itself: Battle of Akabar is wikidata:Q30 (Battle of Akabar), score 97",
        "2 accepted by itself: score of at least 95, 10 above every other candidate",
    ]
    assert asked("validate", "output").code == 0


def test_two_of_ours_that_are_one_of_theirs_are_told(asked: Command) -> None:
    told = asked(*REVIEW, "--only", "mali", answers="1\n1\n").told
    words = "kg:actor/mali and kg:place/mali are both wikidata:Q10 (Mali)"
    hint = "; if theirs is place and state in one, one of ours is a skos:closeMatch.\n"
    assert told == f"output/links.sssom.tsv: {words}{hint}"


def test_accepted_items_flow_into_statements_for_wikidata_and_pages(asked: Command, tmp_path: Path) -> None:
    asked(*REVIEW, answers="1\n1\n1\ns\ns\ns\n")
    ran = asked("export", "wikibase-json", "output", "--output", "wd.json")
    assert "with 3 of 17 items matched" in ran.printed
    asked("publish", "output", "--output", "site")
    pages = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert f'<a href="{WD}Q30" rel="external">Q30, www.wikidata.org</a>' in pages
    assert "decided by <bdi>Ann Roe</bdi> on" in pages
    data = json.loads((tmp_path / "output" / "links.sssom.jsonld").read_text(encoding="utf-8"))
    assert any(node.get("exactMatch") == [f"{WD}Q20"] for node in data["@graph"])


def test_a_link_to_what_is_not_in_the_graph_is_told(
    asked: Command, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    asked(*REVIEW, "--only", "france", answers="1\n")
    path = tmp_path / "output" / "links.sssom.tsv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("kg:actor/france", "kg:actor/francia"), encoding="utf-8"
    )
    ran = asked("reconcile", "output", "--service", gazetteer.address, "--quiet")
    assert "kg:actor/francia is wikidata:Q20 (France), but the graph knows no such thing" in ran.told


def test_a_service_that_fails_midway_leaves_what_it_has_answered(
    gazetteer: Gazetteer, run: Command, tmp_path: Path
) -> None:
    gazetteer.knows("Akabar", 100)
    gazetteer.refused = {"France", "Mali", "Bruno Guibert", "RFI"}
    words = ("reconcile", "output", "--service", gazetteer.address, "--batch", "1", "--retries", "0")
    ran = run(*words, "--kinds", "place,actor")
    assert ran.code in {1, 2}
    assert rows(tmp_path) == {"place/akabar Q00": "candidate"}
    gazetteer.refused = set()
    gazetteer.batches.clear()
    assert run(*words, "--kinds", "place,actor").code == 0
    assert "Akabar" not in gazetteer.asked


def test_a_terminal_shows_how_far_it_is_and_what_went_wrong(
    gazetteer: Gazetteer, run: Command, on_terminal: Callable[..., str]
) -> None:
    gazetteer.knows("Akabar", 100)
    gazetteer.refused = {"Menaka Cercle"}
    words = ("reconcile", "output", "--service", gazetteer.address, "--kinds", "place", "--retries", "0")
    shown = on_terminal(*words)
    assert "reconciling" in shown
    assert "3/3" in shown
    assert f"testimonia: Menaka Cercle: {gazetteer.address}: answers 500 Internal Server Error" in shown
    assert "2 asked, 1 failed: 1 candidate for 1 of 3 → output/links.sssom.tsv" in shown
    assert run(*words).code == 1


def test_a_terminal_marks_the_name_and_draws_the_candidates(
    asked: Command, monkeypatch: pytest.MonkeyPatch, on_terminal: Callable[..., str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("s\n"))
    shown = on_terminal(*REVIEW, "--only", "battle")
    assert "\x1b[7mbattle of Akabar\x1b" in shown.replace("\x1b[1;7m", "\x1b[7m")
    assert "────" in shown


def test_whoever_uses_the_machine_decides_unless_a_name_is_given(
    asked: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "roe")
    asked("review", "output", "--only", "france", answers="1\n")
    (link,) = [
        one for one in read_links(tmp_path / "output" / "links.sssom.tsv").links if one.verdict == "accepted"
    ]
    assert link.decided_by == ("roe",)

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    ran = asked("review", "output")
    assert (ran.code, ran.told) == (2, "testimonia: Nobody knows who decides; say --who NAME.\n")


def test_what_is_in_the_graph_no_more_can_still_be_judged(asked: Command, tmp_path: Path) -> None:
    path = tmp_path / "output" / "links.sssom.tsv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("kg:actor/france", "kg:actor/francia"), encoding="utf-8"
    )
    printed = asked(*REVIEW, "--only", "francia", answers="r 1\n").printed
    assert "It is not in this graph any more.\n" in printed
    assert "general staff stated" in printed  # the sentence is kept in the file


def test_ctrl_c_keeps_what_was_answered(gazetteer: Gazetteer, run: Command, tmp_path: Path) -> None:
    gazetteer.knows("Akabar", 100)
    gazetteer.late = {"Menaka Cercle"}
    command = [
        sys.executable,
        "-m",
        "testimonia",
        "reconcile",
        "output",
        "--service",
        gazetteer.address,
        "--batch",
        "1",
    ]
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a job in the background would ignore it
    begun = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    while "Menaka Cercle" not in gazetteer.asked and begun.poll() is None:
        time.sleep(0.01)
    begun.send_signal(signal.SIGINT)
    printed, told = begun.communicate(timeout=60)
    assert begun.returncode == 130
    assert "2 of 15 are answered, then it broke off\n" in told
    assert told.splitlines()[-1].startswith("testimonia: interrupted")
    assert printed == "2 asked: 1 candidate for 1 of 2 → output/links.sssom.tsv\n"
    assert rows(tmp_path) == {"place/akabar Q00": "candidate"}
    gazetteer.late = set()
    gazetteer.batches.clear()
    assert run("reconcile", "output", "--service", gazetteer.address, "--quiet").code == 0
    assert "Akabar" not in gazetteer.asked


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("reconcile", "output", "--service", "wikidata"), "testimonia: «wikidata» is not the address of a service"),
        (("reconcile", "output", "--service", "SERVICE", "--kinds", "town"), "testimonia: --kinds «town»: there are place, actor, event."),
        (("reconcile", "output", "--service", "SERVICE", "--limit", "0"), "testimonia: --limit 0: at least one is needed."),
        (("reconcile", "output", "--service", "SERVICE", "--accept-above", "5", "--date", "today"), "testimonia: --date today: a day such as 2026-05-31 is needed."),
        (("reconcile", "output/battle-of-akabar.ttl", "--service", "SERVICE"), "testimonia: output/battle-of-akabar.ttl is no folder that could hold links.sssom.tsv; say --links FILE."),
        (("reconcile", "nowhere", "--service", "SERVICE", "--links", "l.tsv"), "testimonia: nowhere: no such file or folder."),
        (("reconcile", "output", "--service", "SERVICE", "--profile", "none.toml"), "testimonia: none.toml: cannot be read: no such file or directory."),
        (("review", "output"), "testimonia: output/links.sssom.tsv: there are no candidates yet; `testimonia reconcile` gets them."),
        (("build", "output/battle-of-akabar.ttl", "--output", "out", "--links", "none.tsv"), "testimonia: none.tsv: cannot be read: no such file or directory."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line(
    words: tuple[str, ...], message: str, run: Command, gazetteer: Gazetteer
) -> None:
    ran = run(*[gazetteer.address if word == "SERVICE" else word for word in words])
    assert ran.code == 2
    assert ran.told.splitlines()[-1].startswith(message)
    assert "Traceback" not in ran.told


def test_one_graph_file_is_reconciled_into_a_file_that_is_named(
    gazetteer: Gazetteer, run: Command, tmp_path: Path
) -> None:
    gazetteer.knows("Akabar", 100)
    words = ("output/battle-of-akabar.ttl", "--links", "own.tsv")
    assert run("reconcile", *words, "--service", gazetteer.address, "--cache", "").code == 0
    assert run("review", *words, "--who", "Ann", answers="1\n").printed.endswith(
        "1 accepted, 0 rejected; 0 things left to judge\n"
    )
    assert {path.name for path in tmp_path.iterdir()} == {"output", "own.tsv"}
    assert not list(tmp_path.rglob(".reconcile.sqlite"))
