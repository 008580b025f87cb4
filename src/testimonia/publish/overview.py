"""The page that tells of the data as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.data import Taken, data_pages
from testimonia.publish.dumps import DUMPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.publish.site import Site

__all__ = ["data_page_files"]

_FORMS = {"nq": "N-Quads", "ttl": "Turtle", "gz": ", packed with gzip"}


def data_page_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the sheets of the page; the dumps have been written by then."""
    taken = [
        Taken(place, _form(place), site.written[place].size, site.written[place].checksum) for place in DUMPS
    ]
    for sheet, page in data_pages(site.frame, site.base, taken, site.gatherer.sources, "data.html"):
        yield site.layout.sheet("data.html", sheet.number), page.encode()


def _form(place: str) -> str:
    return "".join(_FORMS[suffix] for suffix in place.split(".")[1:])
