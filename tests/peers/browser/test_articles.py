"""A site of forty real articles, which nobody wrote for us."""

from __future__ import annotations

import posixpath
import random
import re
from collections import defaultdict
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag

import pytest

from testimonia.cli import main
from testimonia.graphs import read_graph
from testimonia.query import ask, claim_records

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from pyoxigraph import Store

Tab = Any

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "unlabelled"
ALL, SAMPLE, WEIGHT = 40, 12, 200_000
"""How many articles make the site, how many pages are opened for a look, and what a page may weigh without the map."""
WORDS = """places => Object.fromEntries(places.map(place => document.getElementById(place)).filter(one => one).map(one => {
  let words = "";
  for (let node = one.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType !== Node.TEXT_NODE && !node.matches(".mark, .at")) break;
    words += node.textContent;
  }
  return [one.id, words];
}))"""
"""The words that follow places on the page, up to the end of their paragraph."""


@pytest.fixture
def articles() -> list[Path]:
    """The shortest articles: longer ones take longer to build, and show no other kinds of pages."""
    return sorted(CORPUS.glob("*/*.*"), key=lambda path: (path.stat().st_size, path.name))[:ALL]


def build_site(articles: list[Path], folder: Path) -> None:
    """Put their graph and the site of it into a folder."""
    command = [
        "build",
        *map(str, articles),
        "--output",
        str(folder / "graph"),
        "--workers",
        "2",
        "--format",
        "nquads",
    ]
    assert main(command) == 0
    assert main(["publish", str(folder / "graph"), "--output", str(folder / "site")]) == 0


def some(pages: list[str], count: int) -> list[str]:
    """Choose pages by chance, always the same."""
    return random.Random(7).sample(sorted(pages), min(count, len(pages)))  # noqa: S311 - a sample, no secret


def pages_of(folder: Path) -> dict[str, list[str]]:
    """Give the pages of the site by kind."""
    kinds = defaultdict(list)
    for path in (folder / "site").rglob("*.html"):
        place = path.relative_to(folder / "site").as_posix()
        parts = place.split("/")
        kinds["/".join(parts[: 2 if parts[0] == "kg" else 1])].append(place)
    return kinds


def links_resolve(folder: Path) -> None:
    """Every link of every page leads to a file of the site, and to a place that is there."""
    site = folder / "site"
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {place: (site / place).read_text(encoding="utf-8") for place in files if place.endswith(".html")}
    places = {page: set(re.findall(r'\bid="([^"]*)"', words)) for page, words in pages.items()}
    assert sum(page.startswith("kg/event/") for page in pages) >= 38
    broken = []
    for page, words in pages.items():
        for link in set(map(unescape, re.findall(r'\b(?:href|src)="([^"]*)"', words))):
            path, place = urldefrag(link)
            if ":" in path.partition("/")[0]:
                continue  # elsewhere
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
            )
            if target not in files or (
                place and target in pages and unescape(unquote(place)) not in places[target]
            ):
                broken.append(f"{page} → {link}")
    assert not broken, "\n".join(broken[:40])


def pages_are_good_to_all(address: str, folder: Path, one: Tab) -> None:
    """Pages of every kind are accessible, light, and fit a phone."""
    kinds = pages_of(folder)
    chosen = [page for pages in kinds.values() for page in some(pages, 1)] + some(kinds["kg/event"], 4)
    one.page.set_viewport_size({"width": 390, "height": 900})
    told = []
    for place in chosen:
        page = one.visit(address + place)
        if (needed := page.evaluate("document.documentElement.scrollWidth")) > 390:
            told.append(f"{place} is {needed} wide")
        if one.weight() > WEIGHT:
            told.append(f"{place} weighs {one.weight():,} bytes")
        told += one.violations()
    assert not told, "\n".join(told)


def words_stand_where_links_lead(address: str, folder: Path, graph: Store, one: Tab) -> None:
    """Links to claims lead to their words; markup and line breaks are not shown, so that quotes with some are left out."""
    quotes: dict[str, dict[str, str]] = defaultdict(dict)
    for record in claim_records(graph):
        if not re.search(r"[\[\]{}<>&|\n]|''|  ", record.quote):
            quotes[record.event.rpartition("/")[2]][f"at-{record.start}-{record.end}"] = record.quote
    met = 0
    for place in some(pages_of(folder)["kg/event"], SAMPLE):
        expected = quotes[unquote(Path(place).stem.partition("~")[0])]
        found = one.visit(address + place).evaluate(WORDS, list(expected))
        assert {at: words[: len(expected[at])] for at, words in found.items()} == {
            at: expected[at] for at in found
        }
        met += len(found)
    assert met > SAMPLE


def pages_are_light(folder: Path) -> None:
    """Every page weighs less than the limit with the styles that it may load; the map comes on top."""
    site = folder / "site"
    styles = sum(path.stat().st_size for path in (site / "static").glob("*.css"))
    heavy = {place: size for pages in pages_of(folder).values() for place in pages
             if (size := (site / place).stat().st_size + styles) > WEIGHT}  # fmt: skip
    assert not heavy


def places_are_on_the_map(address: str, folder: Path, graph: Store, one: Tab) -> None:
    """What has coordinates is seen on the map, near and far, and where in the world the article says; else a sentence tells."""
    points = {row["event"].rpartition("/")[2]: (float(row["latitude"]), float(row["longitude"]))
              for row in ask(graph, "events").records() if row["latitude"]}  # fmt: skip
    drawn = []
    for place in pages_of(folder)["kg/event"]:
        words = (folder / "site" / place).read_text("utf-8")
        if "~" not in place and 'id="map"' in words:
            known = unquote(Path(place).stem) in points
            assert known == ('name="zoom"' in words) != ("gives no coordinates" in words), place
            drawn += [place] if known else []
    for place in some(drawn, 6):
        page = one.visit(address + place)
        north, east = points[unquote(Path(place).stem)]
        for zoom in ("near", "region", "world"):
            page.locator(f"label[for=zoom-{zoom}]").click()
            (window,) = page.locator("svg.window:visible").all()
            box, spot = window.bounding_box(), window.locator(".spot").bounding_box()
            assert box
            assert spot
            assert box["width"] > 300
            assert box["height"] > 150
            x = (spot["x"] + spot["width"] / 2 - box["x"]) / box["width"]
            y = (spot["y"] + spot["height"] / 2 - box["y"]) / box["height"]
            assert 0 <= x <= 1
            assert 0 <= y <= 1
            if zoom == "world":
                assert (90 - 180 * y, 360 * x - 180) == (
                    pytest.approx(north, abs=1),
                    pytest.approx(east, abs=1),
                )
    assert len(drawn) >= 3


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not at hand")
def test_a_site_of_forty_real_articles(
    articles: list[Path],
    tmp_path: Path,
    hosting: Callable[[Path], AbstractContextManager[str]],
    tab: Callable[..., Tab],
) -> None:
    """One test, so that the site is built once, however many processes share the tests."""
    folder = tmp_path / "all"
    build_site(articles, folder)
    links_resolve(folder)
    pages_are_light(folder)
    graph = read_graph(folder / "graph")
    with hosting(folder / "site") as address:
        one = tab()
        words_stand_where_links_lead(address, folder, graph, one)
        places_are_on_the_map(address, folder, graph, one)
        pages_are_good_to_all(address, folder, one)
        one.page.context.close()
