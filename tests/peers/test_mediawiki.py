"""A real MediaWiki on this machine, filled by its own importDump, is fetched from."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import pytest

from testimonia.cli import main
from testimonia.cli.fetch import EXAMPLE
from testimonia.extract import extract_findings
from testimonia.fetch import Absent, Manners, Page, Wiki, fetch_pages, fetch_revisions, titles_in
from testimonia.graphs import read_graph
from testimonia.query import ask
from testimonia.read import read_article

if TYPE_CHECKING:
    from pathlib import Path

RAID = "Raid on Alder Ford"


@pytest.fixture
def wiki(mediawiki: Any) -> Wiki:
    return Wiki(mediawiki.api, "0", Manners(contact="tests"))


def test_a_title_gives_text_revision_and_redirects(wiki: Wiki, mediawiki: Any) -> None:
    (raid,) = fetch_pages(wiki, ["Ford raid", RAID])
    assert isinstance(raid, Page)
    assert (raid.title, raid.text, raid.timestamp) == (RAID, mediawiki.pages[RAID], "2020-05-04T10:00:00Z")
    assert [title for _, title in raid.redirects] == ["Alder raid", "Ford raid"]
    (same,) = fetch_revisions(wiki, [raid.revision_id])
    assert same == raid


def test_what_is_not_there_is_told(wiki: Wiki) -> None:
    assert list(fetch_pages(wiki, ["No such raid", "A<"])) == [
        Absent("No such raid", "there is no page of this title"),
        Absent("A<", 'The requested page title contains invalid characters: "<"'),
    ]
    assert list(fetch_revisions(wiki, [999_999])) == [Absent("999999", "there is no such revision")]


def test_a_category_of_more_pages_than_one_answer_holds(wiki: Wiki, mediawiki: Any) -> None:
    titles = list(titles_in(wiki, "Skirmishes"))
    assert sorted(titles) == sorted(title for title in mediawiki.pages if title.startswith("Skirmish "))
    pages = list(fetch_pages(wiki, titles))
    assert len(pages) == 120
    assert all(isinstance(page, Page) and page.text.startswith(page.title) for page in pages)


def test_categories_that_hold_each_other_end(wiki: Wiki) -> None:
    assert set(titles_in(wiki, "Raids")) == {RAID}
    assert set(titles_in(wiki, "Raids", subcategories=True)) == {RAID, "Siege of Ünterwald (1613)"}


def test_the_wiki_imports_what_was_fetched_without_losing_a_character(mediawiki: Any, tmp_path: Path) -> None:
    fetched = tmp_path / "raid.xml"
    words = [
        "fetch",
        RAID,
        "--category",
        "Sieges",
        "--api",
        mediawiki.api,
        "--output",
        str(fetched),
        "--quiet",
    ]
    assert main(words) == 0
    text = fetched.read_text(encoding="utf-8").replace(RAID, "Copy of the raid")
    fetched.write_text(text, encoding="utf-8")
    mediawiki.maintenance("importDump", "--quiet", str(fetched))
    wiki = Wiki(mediawiki.api, "0")
    (copy,) = fetch_pages(wiki, ["Copy of the raid"])
    assert isinstance(copy, Page)
    assert copy.text == mediawiki.pages[RAID].replace(RAID, "Copy of the raid")


def test_a_fetched_article_says_what_its_file_says(wiki: Wiki, mediawiki: Any) -> None:
    (raid,) = fetch_pages(wiki, [RAID])
    assert isinstance(raid, Page)
    claims = extract_findings(read_article(raid.text)).claims
    assert claims == extract_findings(read_article(mediawiki.pages[RAID])).claims
    assert ("killed", 9) in {(claim.measure, claim.quantity.low) for claim in claims}


def test_a_long_list_is_asked_for_part_by_part(wiki: Wiki) -> None:
    parts = list(wiki.query(list="categorymembers", cmtitle="Category:Skirmishes", cmlimit=50))
    assert [len(part["categorymembers"]) for part in parts] == [50, 50, 20]


def test_the_examples_in_the_help_run(
    mediawiki: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = [line.strip().split(" | ")[0] for line in EXAMPLE.splitlines()[1:]]
    assert len(commands) == 3
    for command in commands:
        assert main([*shlex.split(command)[1:], "--api", mediawiki.api]) == 0
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["akabar.xml", "mali.xml"]
    assert capfdbinary.readouterr().out == (tmp_path / "akabar.xml").read_bytes()


def test_what_is_fetched_is_built_with_revision_and_other_names(mediawiki: Any, tmp_path: Path) -> None:
    export, output = tmp_path / "raid.xml", tmp_path / "out"
    assert main(["fetch", RAID, "--api", mediawiki.api, "--output", str(export), "--quiet"]) == 0
    assert main(["build", str(export), "--output", str(output), "--format", "nquads", "--quiet"]) == 0
    said = {(quad.predicate.value.rpartition("#")[2], str(quad.object)) for quad in read_graph(output)}
    (raid,) = fetch_pages(Wiki(mediawiki.api, "0"), [RAID])
    assert isinstance(raid, Page)
    assert ("revisionId", f'"{raid.revision_id}"') in said
    assert {("redirectTitle", '"Alder raid"'), ("redirectTitle", '"Ford raid"')} <= said


def test_the_wikis_own_dump_is_built_as_what_was_fetched(mediawiki: Any, tmp_path: Path) -> None:
    fetched, dumped = tmp_path / "fetched.xml", tmp_path / "dumped.xml"
    assert main(["fetch", RAID, "--api", mediawiki.api, "--output", str(fetched), "--quiet"]) == 0
    dumped.write_bytes(mediawiki.maintenance("dumpBackup", "--current", "--quiet"))
    assert b'version="0.11"' in dumped.read_bytes()
    claims = []
    for export in (fetched, dumped):
        output = export.with_suffix("")
        assert main(["build", str(export), "--output", str(output), "--format", "nquads", "--quiet"]) == 0
        rows = ask(read_graph(output), "claims").rows
        claims.append({row for row in rows if "raid-on-alder-ford" in row[0]})
    assert claims[0] == claims[1]
    assert claims[0]
