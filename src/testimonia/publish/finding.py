"""How programs that walk the web find the pages: a site map, robots.txt, and a word to GitHub's builder."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from testimonia.publish.site import Site

__all__ = ["finding_files"]

_MOST = 50_000
"""Addresses that the protocol of sitemaps.org allows in one file."""
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def finding_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the files; no site map where the address of the site is not known, since it needs full ones."""
    yield ".nojekyll", b""  # else GitHub leaves out .well-known
    robots = "User-agent: *\nAllow: /\n"
    if address := site.options.address:
        pages = sorted(place for place in site.written if place.endswith(".html"))
        yield from _maps([urljoin(address, place) for place in pages], address)
        robots += f"\nSitemap: {address}sitemap.xml\n"
    yield "robots.txt", robots.encode()


def _maps(pages: Sequence[str], address: str) -> Iterator[tuple[str, bytes]]:
    """Give one map, or several and one that lists them."""
    if len(pages) <= _MOST:
        yield "sitemap.xml", _listed("urlset", "url", pages)
        return
    cuts = range(0, len(pages), _MOST)
    names = [f"sitemap-{number}.xml" for number in range(1, len(cuts) + 1)]
    for name, cut in zip(names, cuts, strict=True):
        yield name, _listed("urlset", "url", pages[cut : cut + _MOST])
    yield "sitemap.xml", _listed("sitemapindex", "sitemap", [address + name for name in names])


def _listed(whole: str, each: str, addresses: Sequence[str]) -> bytes:
    lines = "".join(f"<{each}><loc>{escape(one)}</loc></{each}>\n" for one in addresses)
    return f"{_HEAD}<{whole} {_SPACE}>\n{lines}</{whole}>\n".encode()
