"""`testimonia fetch`, against a wiki on this machine that does what it is told."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from testimonia.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., "Ran"]


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    printed: str
    told: str


def _once(address: str, *titles: str) -> list[str]:
    """Give the words of a run that asks the wiki once for each answer."""
    return ["fetch", *titles, "--api", address, "--output", "raid.xml", "--retries", "0"]


@pytest.fixture
def testimonia(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    """Run `testimonia WORDS...` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Ran:
        code = main(words)
        printed, told = capfdbinary.readouterr()
        return Ran(code, printed.decode(), told.decode())

    return run


LAGGED = (503, {"Retry-After": "0"}, b"")


def test_what_is_fetched_is_an_export(
    testimonia: Command, faulty: Any, site: Any, page: Any, tmp_path: Path
) -> None:
    raid = page("Raid on Alder Ford", 1, "The '''raid''' was in 1612. Riders killed nine guards.")
    faulty.will(site, {"query": {"pages": [raid]}})
    ran = testimonia("fetch", "Raid on Alder Ford", "--api", faulty.address, "--output", "raid.xml")
    assert (ran.code, ran.printed) == (0, "")
    assert ran.told == "Raid on Alder Ford: revision 10 of 2020-05-04T10:00:00Z\n1 article → raid.xml\n"
    assert [path.name for path in tmp_path.iterdir()] == ["raid.xml"]
    assert "killed nine guards." in (tmp_path / "raid.xml").read_text(encoding="utf-8")


def test_without_a_file_the_export_is_printed(testimonia: Command, faulty: Any, site: Any, page: Any) -> None:
    faulty.will(site, {"query": {"pages": [page("Raid", 1)]}})
    ran = testimonia("fetch", "Raid", "--api", faulty.address, "--quiet")
    assert (ran.code, ran.told) == (0, "")
    assert ran.printed.startswith("<mediawiki ")
    assert ran.printed.endswith("</mediawiki>\n")


def test_a_title_that_is_not_there_is_told(testimonia: Command, faulty: Any, site: Any, page: Any) -> None:
    faulty.will(site, {"query": {"pages": [page("Raid", 1), {"ns": 0, "title": "Ride", "missing": True}]}})
    ran = testimonia("fetch", "Raid", "Ride", "--api", faulty.address, "--output", "raid.xml", "--quiet")
    assert (ran.code, ran.told) == (1, "testimonia: Ride: there is no page of this title.\n")


def test_nothing_at_all_is_exit_code_2(testimonia: Command, faulty: Any, site: Any) -> None:
    faulty.will(site, {"query": {"pages": [{"ns": 0, "title": "Ride", "missing": True}]}})
    assert testimonia("fetch", "Ride", "--api", faulty.address, "--output", "raid.xml").code == 2


def test_what_breaks_off_leaves_a_whole_export_of_the_rest(
    testimonia: Command, faulty: Any, site: Any, page: Any, tmp_path: Path
) -> None:
    faulty.will(site, {"query": {"pages": [page("Raid", 1)]}}, LAGGED)
    words = _once(faulty.address, "Raid", *map(str, range(60)))
    ran = testimonia(*words)
    assert ran.code == 2
    assert "1 article fetched, then it broke off; the same command goes on from here" in ran.told
    assert (tmp_path / "raid.xml").read_text(encoding="utf-8").endswith("</page>\n</mediawiki>\n")


def test_the_same_command_goes_on_where_a_run_broke_off(
    testimonia: Command, faulty: Any, site: Any, page: Any, tmp_path: Path
) -> None:
    raid = page("Raid", 1, redirects=[{"pageid": 7, "title": "The raid"}])
    words = _once(faulty.address, "raid", "The_raid", "Siege")
    faulty.will(site, {"query": {"pages": [raid]}, "continue": {"gapcontinue": "x"}}, LAGGED)
    assert testimonia(*words).code == 2  # the rest of the batch is lost with the answer that did not come
    faulty.answers.clear()
    faulty.will(site, {"query": {"pages": [raid]}}, LAGGED)
    titles = ["raid", "The_raid", *(f"No {number}" for number in range(60)), "Siege"]
    words = _once(faulty.address, *titles)
    assert testimonia(*words).code == 2
    faulty.asked.clear()
    faulty.answers.clear()
    faulty.will(site, {"query": {"pages": [page("Siege", 2)]}}, {"query": {}})
    ran = testimonia(*words)
    assert (ran.code, ran.told.split("\n")[0]) == (0, "1 article of a run that broke off: going on")
    assert ran.told.endswith("2 articles → raid.xml\n")
    asked = "|".join(one.get("titles", "") for one in faulty.asked).split("|")
    assert {"raid", "The_raid"}.isdisjoint(asked)
    assert "Siege" in asked
    text = (tmp_path / "raid.xml").read_text(encoding="utf-8")
    assert [text.count(f"<title>{title}</title>") for title in ("Raid", "The raid", "Siege")] == [1, 1, 1]
    assert text.count("</mediawiki>") == text.count("<mediawiki ") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["raid.xml"]


def test_another_command_and_one_after_a_finished_run_begin_anew(
    testimonia: Command, faulty: Any, site: Any, page: Any, tmp_path: Path
) -> None:
    words = ["--api", faulty.address, "--output", "raid.xml", "--retries", "0", "--quiet"]
    many = [f"No {number}" for number in range(60)]
    faulty.will(site, {"query": {"pages": [page("Raid", 1)]}}, LAGGED)
    assert testimonia("fetch", "Raid", *many, *words).code == 2
    for number in (2, 3):
        faulty.answers.clear()
        faulty.will(site, {"query": {"pages": [page("Raid", number)]}})
        assert testimonia("fetch", "Raid", *words).code == 0
        assert f"<id>{number}0</id>" in (tmp_path / "raid.xml").read_text(encoding="utf-8")


def test_a_run_that_is_killed_is_taken_up_at_its_last_whole_page(
    testimonia: Command, faulty: Any, site: Any, page: Any, tmp_path: Path
) -> None:
    late = (200, {"X-Late": "60"}, b"{}")
    titles = ["Raid", *(f"No {number}" for number in range(60)), "Siege"]
    words = ["fetch", *titles, "--api", faulty.address, "--output", "raid.xml"]
    (tmp_path / "raid.xml").write_text("old", encoding="utf-8")
    faulty.will(site, {"query": {"pages": [page("Raid", 1)]}}, late)
    killed = subprocess.Popen(
        [sys.executable, "-m", "testimonia", *words], cwd=tmp_path, stderr=subprocess.DEVNULL
    )
    while len(faulty.asked) < 3:
        time.sleep(0.05)
    killed.kill()
    killed.wait()
    assert (tmp_path / "raid.xml").read_text(encoding="utf-8") == "old"
    with (tmp_path / ".raid.xml.draft").open("ab") as draft:
        draft.write(b"  <page>\n    <title>The siege</title>")  # half a page, as a kill may leave it
    faulty.answers.clear()
    faulty.will(LAGGED)
    assert testimonia(*words, "--retries", "0").code == 2  # still no answer: nothing is lost
    faulty.answers.clear()
    faulty.will(site, {"query": {"pages": [page("Siege", 2)]}}, {"query": {}})
    assert testimonia(*words).code == 0
    text = (tmp_path / "raid.xml").read_text(encoding="utf-8")
    assert [text.count(f"<title>{title}</title>") for title in ("Raid", "The siege", "Siege")] == [1, 0, 1]
    assert [path.name for path in tmp_path.iterdir()] == ["raid.xml"]


def test_pages_of_another_wiki_are_not_mixed(
    testimonia: Command, faulty: Any, site: Any, page: Any, tmp_path: Path
) -> None:
    words = _once(faulty.address, "Raid", *map(str, range(60)))
    faulty.will(site, {"query": {"pages": [page("Raid", 1)]}}, LAGGED)
    testimonia(*words)
    site["query"]["general"]["base"] = "http://other.test/Main"
    faulty.answers.clear()
    faulty.will(site)
    ran = testimonia(*words)
    assert ran.code == 2
    assert "what was fetched before is of another wiki, http://wiki.test/Main" in ran.told


def test_what_never_begins_leaves_the_old_file(testimonia: Command, faulty: Any, tmp_path: Path) -> None:
    (tmp_path / "raid.xml").write_text("old", encoding="utf-8")
    faulty.will(LAGGED)
    ran = testimonia("fetch", "Raid", "--api", faulty.address, "--output", "raid.xml", "--retries", "0")
    assert (ran.code, ran.told.count("\n")) == (2, 1)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("raid.xml", "old")]


def test_a_licence_that_build_would_not_guess_is_told(
    testimonia: Command, faulty: Any, site: Any, page: Any
) -> None:
    site["query"]["rightsinfo"]["url"] = "https://example.org/licence"
    faulty.will(site, {"query": {"pages": [page("Raid", 1)]}})
    ran = testimonia("fetch", "Raid", "--api", faulty.address, "--output", "raid.xml")
    assert ran.told.endswith("build with --license https://example.org/licence\n")


def test_a_folder_that_is_not_there_is_one_line(testimonia: Command, faulty: Any, site: Any) -> None:
    faulty.will(site)
    ran = testimonia("fetch", "Raid", "--api", faulty.address, "--output", "no/raid.xml")
    assert (ran.code, ran.told) == (
        2,
        "testimonia: no/raid.xml: cannot be written: no such file or directory.\n",
    )


def test_a_title_is_needed(testimonia: Command) -> None:
    ran = testimonia("fetch")
    assert (ran.code, ran.told) == (2, "testimonia: a title, --category or --revision is needed.\n")
