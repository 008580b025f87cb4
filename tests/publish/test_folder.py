"""A site is brought up to date: what is the same stays, what is gone goes, what is somebody else's is left alone."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from testimonia.cli import main
from testimonia.files import write_whole
from testimonia.publish import publish_site
from testimonia.publish.folder import SUMS, Folder

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store


def filled(path: Path, files: dict[str, bytes]) -> Folder:
    folder = Folder(path, write_whole)
    for place, data in files.items():
        folder.put(place, data)
    folder.finish()
    return folder


def test_a_file_that_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    filled(tmp_path, {"a.html": b"same", "b.html": b"old"})
    before = (tmp_path / "a.html").stat().st_mtime_ns
    again = filled(tmp_path, {"a.html": b"same", "b.html": b"new"})
    assert (again.changed, again.removed) == (1, 0)
    assert (tmp_path / "a.html").stat().st_mtime_ns == before
    assert (tmp_path / "b.html").read_bytes() == b"new"


def test_a_file_in_pieces_is_held_against_the_one_that_is_there(tmp_path: Path) -> None:
    for changed in (1, 0):
        folder = Folder(tmp_path, write_whole)
        folder.put("dump.gz", iter((b"in ", b"pieces")))
        folder.finish()
        assert folder.changed == changed
        assert folder.files["dump.gz"].size == 9
        assert (tmp_path / "dump.gz").read_bytes() == b"in pieces"


def test_what_is_no_longer_a_part_of_the_site_goes_with_the_folders_that_it_leaves_empty(
    tmp_path: Path,
) -> None:
    filled(tmp_path, {"kg/event/old.html": b"1", "kg/actor/x.html": b"2"})
    again = filled(tmp_path, {"kg/actor/x.html": b"2"})
    assert again.removed == 1
    assert not (tmp_path / "kg/event").exists()
    assert (tmp_path / "kg/actor/x.html").exists()


def test_a_file_that_somebody_else_put_there_stays(tmp_path: Path) -> None:
    filled(tmp_path, {"a.html": b"1"})
    (tmp_path / "CNAME").write_text("battles.example.org\n", encoding="utf-8")
    filled(tmp_path, {"b.html": b"2"})
    assert (tmp_path / "CNAME").exists()
    assert not (tmp_path / "a.html").exists()


def test_a_file_that_was_lost_or_cut_is_written_again(tmp_path: Path) -> None:
    filled(tmp_path, {"a.html": b"whole", "b.html": b"here"})
    (tmp_path / "a.html").write_bytes(b"cut")
    (tmp_path / "b.html").unlink()
    assert filled(tmp_path, {"a.html": b"whole", "b.html": b"here"}).changed == 2
    assert (tmp_path / "a.html").read_bytes() == b"whole"


@pytest.mark.parametrize("place", ["../outside.txt", "/etc/hostname", "kg/../../outside.txt"])
def test_a_list_that_names_places_elsewhere_removes_nothing_there(tmp_path: Path, place: str) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("kept", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / SUMS).write_text(f"{'0' * 64}  {place}\nno line of a list\n", encoding="utf-8")
    assert filled(site, {"a.html": b"1"}).removed == 0
    assert outside.exists()


def test_the_list_is_what_sha256sum_checks(site: Path) -> None:
    checked = subprocess.run(
        ["sha256sum", "--check", "--quiet", "--strict", SUMS],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout) == (0, "")
    listed = {line.partition("  ")[2] for line in (site / SUMS).read_text(encoding="utf-8").splitlines()}
    assert listed == {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - {
        SUMS
    }


@pytest.mark.usefixtures("unmeasured")
def test_the_same_graph_again_writes_nothing_and_another_one_removes_pages(
    graph: Store, tmp_path: Path
) -> None:
    from pyoxigraph import Store

    first = publish_site(graph, tmp_path, write_whole)
    assert (first.changed, first.removed) == (first.files, 0)
    again = publish_site(graph, tmp_path, write_whole)
    assert (again.changed, again.removed) == (0, 0)
    smaller = Store()
    smaller.extend(quad for quad in graph if "/actor/rfi" not in str(quad))
    less = publish_site(smaller, tmp_path, write_whole)
    assert less.removed >= 3
    assert not list(tmp_path.glob("kg/actor/rfi.*"))


@pytest.mark.parametrize("inside", ["", "site", "some/where"])
def test_a_site_inside_the_folder_of_its_graph_is_refused(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], inside: str
) -> None:
    graph = tmp_path / "graph"
    graph.mkdir()
    (graph / "akabar.ttl").write_bytes((checkout / "output/battle-of-akabar.ttl").read_bytes())
    assert main(["publish", str(graph), "--output", str(graph / inside)]) == 2
    told = capsys.readouterr().err
    assert "every file is read as a part of the graph" in told
    assert f"such as {graph}-site." in told
    assert [path.name for path in graph.iterdir()] == ["akabar.ttl"]
