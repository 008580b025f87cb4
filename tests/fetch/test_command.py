"""`testimonia fetch`, against a wiki on this machine that does what it is told."""

from __future__ import annotations

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


def test_what_is_fetched_is_an_export(testimonia: Command, faulty: Any, site: Any, page: Any, tmp_path: Path) -> None:
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
    words = ["fetch", "Raid", *map(str, range(60)), "--api", faulty.address, "--output", "raid.xml", "--retries", "0"]
    ran = testimonia(*words)
    assert ran.code == 2
    assert "1 articles are fetched, then it broke off" in ran.told
    assert (tmp_path / "raid.xml").read_text(encoding="utf-8").endswith("</page>\n</mediawiki>\n")


def test_what_never_begins_leaves_the_old_file(testimonia: Command, faulty: Any, tmp_path: Path) -> None:
    (tmp_path / "raid.xml").write_text("old", encoding="utf-8")
    faulty.will(LAGGED)
    ran = testimonia("fetch", "Raid", "--api", faulty.address, "--output", "raid.xml", "--retries", "0")
    assert (ran.code, ran.told.count("\n")) == (2, 1)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("raid.xml", "old")]


def test_a_licence_that_build_would_not_guess_is_told(testimonia: Command, faulty: Any, site: Any, page: Any) -> None:
    site["query"]["rightsinfo"]["url"] = "https://example.org/licence"
    faulty.will(site, {"query": {"pages": [page("Raid", 1)]}})
    ran = testimonia("fetch", "Raid", "--api", faulty.address, "--output", "raid.xml")
    assert ran.told.endswith("build with --license https://example.org/licence\n")


def test_a_folder_that_is_not_there_is_one_line(testimonia: Command, faulty: Any, site: Any) -> None:
    faulty.will(site)
    ran = testimonia("fetch", "Raid", "--api", faulty.address, "--output", "no/raid.xml")
    assert (ran.code, ran.told) == (2, "testimonia: no/raid.xml: cannot be written: no such file or directory.\n")


def test_a_title_is_needed(testimonia: Command) -> None:
    ran = testimonia("fetch")
    assert (ran.code, ran.told) == (2, "testimonia: a title, --category or --revision is needed.\n")
