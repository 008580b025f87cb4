"""Every kind of page, published and live: quiet, whole, light, and open to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Tab = Any
Crawl = Any
WIDTHS = (360, 768, 1440)
"""A phone, a tablet, a wide screen."""


SQUEEZED = """() => [...document.querySelectorAll("main :is(p, li, td, th, dd, dt, h1, h2, h3)")].filter(one => {
  const box = one.getBoundingClientRect(), size = parseFloat(getComputedStyle(one).fontSize);
  return one.textContent.trim().length > 8 && box.width < 3 * size && box.height > 4 * size;
}).slice(0, 5).map(one => one.textContent.trim().slice(0, 40))"""
"""Words that stand letter under letter."""
ALIKE = {
    "article",
    "comparison",
    "group",
    "happening",
    "office",
    "participation",
    "rule",
    "run",
    "side",
    "software",
    "statement",
    "time",
}
"""What a server shows with the same page as claims."""


def kind_of(address: str) -> str:
    """Tell what kind of page an address is of: pages of a kind are made alike."""
    parts = urlsplit(address).path.removeprefix("/some/where").split("/")[1:]
    if parts[0] == "kg":
        return "claim" if parts[1] in ALIKE else parts[1]
    return parts[0].removesuffix(".html")


def one_of_each_kind(addresses: Iterable[str]) -> list[str]:
    """Choose the longest address of each kind: the names in it are the longest."""
    longest = {kind_of(address): address for address in sorted(addresses, key=lambda one: (len(one), one))}
    return list(longest.values())


@pytest.fixture(scope="module")
def crawled(crawl: Callable[[str], Crawl]) -> Callable[[str], Crawl]:
    """Follow the links of an address once."""
    known: dict[str, Crawl] = {}

    def find(start: str) -> Crawl:
        if start not in known:
            known[start] = crawl(start)
        return known[start]

    return find


@pytest.mark.usefixtures("unmeasured")
def test_every_link_leads_somewhere_and_every_anchor_is_there(
    address: str, crawled: Callable[[str], Crawl]
) -> None:
    found = crawled(address)
    assert not found.broken, "\n".join(found.broken[:40])
    assert any("/event/" in page for page in found.pages)


def test_pages_fit_every_screen(
    address: str, crawled: Callable[[str], Crawl], tab: Callable[..., Tab]
) -> None:
    one = tab()
    wide = []
    for page in one_of_each_kind(crawled(address).pages):
        one.visit(page)
        for width in WIDTHS:
            one.page.set_viewport_size({"width": width, "height": 900})
            needed = one.page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                wide.append(f"{page} is {needed} wide on a screen of {width}")
            wide += [
                f"{page} on a screen of {width} squeezes «{words}»" for words in one.page.evaluate(SQUEEZED)
            ]
    assert wide == []


def test_pages_are_accessible_in_the_light_and_in_the_dark(
    published: str, live: str, crawled: Callable[[str], Crawl], tab: Callable[..., Tab]
) -> None:
    one = tab()
    found = []
    for page in one_of_each_kind([*crawled(published).pages, *crawled(live).pages]):
        one.visit(page)
        found += one.violations()
    assert not found, "\n".join(found)


def test_pages_are_light(address: str, crawled: Callable[[str], Crawl], tab: Callable[..., Tab]) -> None:
    one = tab()
    heavy = []
    for page in one_of_each_kind(crawled(address).pages):
        one.visit(page)
        if one.weight() >= 200_000:
            heavy.append(f"{page} weighs {one.weight():,} bytes")
    assert not heavy, "\n".join(heavy)
