"""The pages of actors, of claimants and of places, and the ways in, from what the events told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.actor import actor_pages, claimant_pages
from testimonia.pages.place import place_pages
from testimonia.pages.ways import ways_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.publish.site import Site

__all__ = ["actor_files", "place_files", "way_files"]


def actor_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the pages of actors, and those of claimants whose figures stand beside others'."""
    for iri in site.gatherer.actors:
        if path := site.layout.page(iri):
            actor = site.gatherer.actor(iri)
            site.register.actors.append(actor)
            claimant = site.layout.claimant(iri) if iri in site.register.rivals else ""
            for sheet, page in actor_pages(site.frame, actor, site.register, path, claimant):
                yield site.layout.sheet(path, sheet.number), page.encode()
            if claimant:
                for sheet, page in claimant_pages(site.frame, actor, site.register, claimant):
                    yield site.layout.sheet(claimant, sheet.number), page.encode()


def place_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the pages of places."""
    for iri in site.gatherer.places:
        if path := site.layout.page(iri):
            place = site.gatherer.place(iri)
            site.register.spots.append(place)
            for sheet, page in place_pages(site.frame, place, site.register, path):
                yield site.layout.sheet(path, sheet.number), page.encode()


def way_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the first page, the lists and the search."""
    yield from ((place, text.encode()) for place, text in ways_in(site.frame, site.register))
