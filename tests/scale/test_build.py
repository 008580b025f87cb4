"""Many articles: in order, in parallel, resumed, and none costs another."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from testimonia.errors import TestimoniaError
from testimonia.pipeline import Built, Options
from testimonia.scale import Outcome, OutputFolder, Reading, Task, build_articles, find_articles
from testimonia.scale.task import attempt
from testimonia.workforce import _begin_worker, workforce

ARTICLES = {
    "a.txt": "= Raid on Northford =\n\nOn 3 May 1998 five soldiers were killed at Northford, the army said.\n",
    "b.txt": "",
    "c.txt": "= Siege of Orr =\n\nThe siege of Orr began on 4 May 1998. Nine soldiers were wounded.\n",
}


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path


def build(output: str, workers: int = 1) -> list[Outcome]:
    folder = OutputFolder(Path(output), "1.0")
    return list(build_articles(Reading(find_articles(["in"])), folder, Options(), workers))


def states(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [(outcome.source, outcome.state) for outcome in outcomes]


@pytest.mark.usefixtures("articles")
def test_the_good_are_built_and_the_bad_are_told_of_in_the_order_of_the_sources() -> None:
    outcomes = build("out")
    assert states(outcomes) == [("in/a.txt", "built"), ("in/b.txt", "failed"), ("in/c.txt", "built")]
    assert outcomes[1].problem.startswith("in/b.txt")


@pytest.mark.usefixtures("articles")
def test_what_is_built_already_is_not_built_again() -> None:
    build("out")
    assert [state for _, state in states(build("out"))] == ["unchanged", "failed", "unchanged"]


def test_two_workers_write_the_same_bytes_as_one(articles: Path) -> None:
    assert states(build("one", workers=1)) == states(build("two", workers=2))
    one, two = ({p.name: p.read_bytes() for p in (articles / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_stopping_early_keeps_what_is_written_and_tells_of_it(articles: Path) -> None:
    outcomes = build_articles(
        Reading(find_articles(["in"])), OutputFolder(articles / "out", "1.0"), Options()
    )
    assert next(iter(outcomes)).state == "built"
    outcomes.close()
    assert list(OutputFolder(articles / "out", "1.0").entries) == ["raid-on-northford"]


@pytest.mark.usefixtures("articles")
def test_a_file_that_vanishes_before_it_is_read_is_a_failure_of_its_own(articles: Path) -> None:
    sources = find_articles(["in"])
    (articles / "in" / "a.txt").unlink()
    outcomes = list(build_articles(Reading(sources), OutputFolder(articles / "out", "1.0"), Options()))
    assert states(outcomes) == [("in/a.txt", "failed"), ("in/b.txt", "failed"), ("in/c.txt", "built")]


def test_a_mistake_in_a_rule_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(*_: object) -> Built:
        return dict[str, Built]()["no such key"]

    monkeypatch.setattr("testimonia.scale.task.build_article", mistaken)
    told = attempt(Task("a.txt", b"words"), Options())
    assert isinstance(told, str)
    assert told.startswith("a.txt: the program itself failed on this article, please report it: KeyError")
    assert "in test_build.py:" in told


def test_a_worker_that_is_killed_ends_the_run_with_a_sentence() -> None:
    with pytest.raises(TestimoniaError, match="a worker was ended from outside"), workforce(2) as begin:
        begin(attempt, Task("a.txt", b"words " * 10), _Deadly())()


class _Deadly:
    """Options whose unpickling in the worker ends it, as the system does when memory runs out."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        import os

        return os._exit, (9,)


def test_workers_do_not_outlive_a_parent_that_is_killed(articles: Path) -> None:
    for number in range(40):
        (articles / "in" / f"{number}.txt").write_text(
            ARTICLES["a.txt"].replace("five", str(number)), encoding="utf-8"
        )
    command = [sys.executable, "-m", "testimonia", "build", "in", "--output", "out", "--workers", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as parent:
        assert parent.stderr
        assert "built" in parent.stderr.readline()
        parent.kill()
        # The pipe ends when the last process that holds it does.
        parent.stderr.read()


def test_a_worker_dies_of_ctrl_c_without_a_traceback() -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        _begin_worker()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGINT, before)
