"""A file for every IRI, in Turtle and JSON-LD, and a plain page for those that no other page tells of.

What belongs to an event, to a revision or a year lies in its file: `Layout.file` says in which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.plain import plain_page, year_page
from testimonia.pages.resources import merged
from testimonia.pages.shelf import Shelf
from testimonia.pages.words import shapes_files
from testimonia.publish.layout import OWN
from testimonia.serialize import serialize_brief
from testimonia.vocab import term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.pages import Description
    from testimonia.publish.site import Site

__all__ = ["SUFFIXES", "data_files", "documents"]

SUFFIXES = ("ttl", "jsonld")
"""The suffixes of the files that every IRI has."""

_TOGETHER = 16
"""How many places are made in one piece of work."""
_MADE = term("prov:wasGeneratedBy")
"""Everything that was read points by this to its run: thousands of links that tell nothing of the run."""


def data_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the files of the data, the ontology, its concepts and the shapes, and the plain pages."""
    for files in site.each(_made, _groups(documents(site))):
        yield from files
    yield from shapes_files()


def _groups(listed: Shelf[str]) -> Iterator[list[tuple[str, list[str]]]]:
    """Give the places with what they tell of, some together."""
    group: list[tuple[str, list[str]]] = []
    for place in listed.keys():  # noqa: SIM118 - no dict: the keys come in order
        group.append((place, list(listed.get(place))))
        if len(group) == _TOGETHER:
            yield group
            group = []
    yield group


def _made(site: Site, group: list[tuple[str, list[str]]]) -> list[tuple[str, bytes]]:
    """Make the files of some places."""
    return [file for place, iris in group for file in _files(site, place, iris)]


def _files(site: Site, place: str, iris: list[str]) -> Iterator[tuple[str, bytes]]:
    found = [told for iri in iris if (told := site.library.describe(iri))]
    told = merged(_whole(site, iris[0]), found, without=_MADE)
    written = serialize_brief((*told.triples, *told.links), site.base)
    yield from ((f"{place}.{suffix}", data) for suffix, data in zip(SUFFIXES, written, strict=True))
    if page := _page(site, place, told):
        yield f"{place}.html", page.encode()


def documents(site: Site) -> Shelf[str]:
    """Tell which documents, IRIs without fragment, each file tells of; files go without a suffix."""
    found: Shelf[str] = Shelf()
    for iri in site.documents():
        if place := site.layout.file(iri, ""):
            found.put(place.removesuffix("."), iri)
    return found


def _whole(site: Site, iri: str) -> str:
    """Give the IRI of the document that one is told of with: the revision of a mention."""
    return site.base + site.layout.whole(iri.removeprefix(site.base)) if iri.startswith(site.base) else iri


def _page(site: Site, place: str, told: Description) -> str:
    """Give the page of a document, "" where another maker gives it."""
    space, _, path = place.partition("/")
    if space != "kg" or path.partition("/")[0] in OWN:
        return ""
    if path.startswith("time/"):
        return year_page(site.frame, told, f"{place}.html")
    return plain_page(site.frame, site.library, told, f"{place}.html")
