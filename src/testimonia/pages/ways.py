"""All ways in: the first page, the lists, and the search with its index, from what the events told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.browse import browse_pages, listed
from testimonia.pages.front import front_page, search_page
from testimonia.pages.search import search_files, word_files
from testimonia.pages.things import things_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.pages.frame import Frame
    from testimonia.pages.register import Register

__all__ = ["FRONT", "SEARCH", "ways_in"]

FRONT, SEARCH = "index.html", "search.html"
"""The places of the first page, and of the page to search on."""


def ways_in(frame: Frame, register: Register) -> Iterator[tuple[str, str]]:
    """Give the files: place in the site, and text."""
    yield FRONT, front_page(frame, register)
    yield from browse_pages(frame, register)
    things = list(things_of(frame, register, listed(register)))
    yield from search_files(things)
    starts = set()
    for start, place, script in word_files(things):
        starts.add(start)
        yield place, script
    yield SEARCH, search_page(frame, register, starts - {""})
