"""The site map lists every page and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from testimonia.publish.finding import _maps

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://battles.example.org/site/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(data: bytes) -> list[str]:
    return [str(one.text) for one in ET.fromstring(data).iter(f"{SPACE}loc")]


def test_every_page_is_listed(site: Path) -> None:
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    found = listed((site / "sitemap.xml").read_bytes())
    assert {one.removeprefix(ADDRESS) for one in found} == pages
    assert len(found) == len(pages) > 100


def test_robots_are_led_to_the_map_and_kept_from_nothing(site: Path) -> None:
    told = (site / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {ADDRESS}sitemap.xml" in told
    assert not [line for line in told if line.startswith("Disallow")]


def test_more_pages_than_a_map_may_list_are_spread_over_several() -> None:
    pages = [f"{ADDRESS}kg/event/a&b-{number}.html" for number in range(60_010)]
    files = dict(_maps(pages, ADDRESS))
    assert listed(files["sitemap.xml"]) == [f"{ADDRESS}sitemap-{number}.xml" for number in (1, 2)]
    parts = [listed(files[f"sitemap-{number}.xml"]) for number in (1, 2)]
    assert [len(part) for part in parts] == [50_000, 10_010]
    assert [page for part in parts for page in part] == pages


def test_github_publishes_folders_that_begin_with_a_dot(site: Path) -> None:
    assert (site / ".nojekyll").read_bytes() == b""
    assert (site / ".well-known/void").is_file()
