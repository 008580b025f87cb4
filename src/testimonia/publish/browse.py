"""The first page, the lists, and the search with its index, from what the events told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.browse import browse_pages, listed
from testimonia.pages.front import front_page, search_page
from testimonia.pages.search import search_files, word_files
from testimonia.pages.things import things_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.publish.site import Site

__all__ = ["browse_files"]


def browse_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give all ways in."""
    frame, register = site.frame, site.register
    yield "index.html", front_page(frame, register).encode()
    for path, page in browse_pages(frame, register):
        yield path, page.encode()
    things = list(things_of(frame, register, listed(register)))
    for place, script in search_files(things):
        yield place, script.encode()
    starts = set()
    for start, place, script in word_files(things):
        starts.add(start)
        yield place, script.encode()
    yield "search.html", search_page(frame, register, starts - {""}).encode()
