"""The site as a whole: every link leads somewhere, nothing is fetched, pages are light, bytes are the same again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from testimonia.cli import main
from testimonia.errors import UsageError
from testimonia.files import write_whole
from testimonia.publish import SiteOptions, publish_site
from testimonia.validate import Texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pyoxigraph import Store


def test_every_link_leads_to_a_file_and_to_a_place_on_it(
    site: Path, links: Callable[[Path], tuple[list[str], set[str]]]
) -> None:
    broken = []
    for page in sorted(site.rglob("*.html")):
        for link in links(page)[0]:
            told = urlsplit(link)
            if told.scheme or told.netloc:
                continue
            there = (page.parent / unquote(told.path)).resolve() if told.path else page.resolve()
            found = there.is_file()
            if found and told.fragment and there.suffix == ".html":
                found = unquote(told.fragment) in links(there)[1]
            if not found:
                broken.append(f"{page.relative_to(site)}: {link}")
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r"<(?:script|img|image|iframe|source)\b[^>]*?(?:src|href)=\"([^\"]*)\"", text)
        loaded += re.findall(r"<link rel=\"(?:stylesheet|icon|preload)\"[^>]*href=\"([^\"]*)\"", text)
        assert [one for one in loaded if "//" in one] == [], page


def test_pages_weigh_less_than_200_kb_with_all_that_they_load_but_the_map(
    site: Path, links: Callable[[Path], tuple[list[str], set[str]]]
) -> None:
    for page in site.rglob("*.html"):
        loaded = {(page.parent / link).resolve() for link in links(page)[0] if link.endswith((".css", ".js"))}
        weight = page.stat().st_size + sum(file.stat().st_size for file in loaded)
        assert loaded
        assert weight < 200_000, f"{page} weighs {weight}"


def test_every_page_of_the_graph_says_that_it_endorses_nothing(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert "<b>Recorded, not endorsed.</b>" in page.read_text(encoding="utf-8")


@pytest.mark.usefixtures("unmeasured")
def test_publishing_again_gives_the_same_bytes(
    site: Path, graph: Store, example: Path, tmp_path: Path
) -> None:
    texts = Texts([(example.name, example.read_text(encoding="utf-8"))])
    publish_site(
        graph, tmp_path, write_whole, texts, SiteOptions(address="https://battles.example.org/site/")
    )
    again = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    first = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert again.keys() == first.keys()
    assert [path for path in first if first[path] != again[path] and path.suffix != ".gz"] == []


@pytest.mark.usefixtures("unmeasured")
def test_the_bytes_are_the_same_however_many_workers_there_are(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["publish", str(checkout / "output"), "--text", str(checkout / "examples")]
    for workers in ("1", "2"):
        output = ["--output", str(tmp_path / workers), "--workers", workers, "--estimates", "acled"]
        assert main([*command, *output]) == 0
    alone, together = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("1", "2")
    )
    assert len(alone) > 200
    assert together == alone
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".store")] == []
    assert "files" in capsys.readouterr().out


def test_no_worker_at_all_is_refused(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["publish", str(checkout / "output"), "--output", str(tmp_path / "site"), "--workers", "0"]
    assert main(command) == 2
    assert "--workers 0: at least one is needed." in capsys.readouterr().err


def test_several_workers_need_a_store_that_each_of_them_can_open(graph: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="2 workers need a store on disk"):
        publish_site(graph, tmp_path, write_whole, options=SiteOptions(workers=2))


def test_the_command_publishes_with_estimates_in_another_language(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "site"
    options = ["--text", str(checkout / "examples"), "--estimates", "ucdp", "--lang", "de"]
    assert main(["publish", str(checkout / "output"), "--output", str(output), *options]) == 0
    assert re.match(r"2 events, (\d+) files, [\d.]+ MB: \1 written, 0 removed → ", capsys.readouterr().out)
    page = (output / "kg/event/battle-of-akabar-2018.html").read_text(encoding="utf-8")
    assert 'lang="de" dir="auto">1. April 2018</time>' in page
    assert "Estimates under the policy" in page
    assert "A skirmish broke out near the village of Akabar" in page


@pytest.mark.parametrize(
    "options", [SiteOptions(language="xx-klingon"), SiteOptions(policy="guess")], ids=["language", "policy"]
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    options: SiteOptions, graph: Store, tmp_path: Path
) -> None:
    with pytest.raises(UsageError):
        publish_site(graph, tmp_path, write_whole, Texts(), options)
