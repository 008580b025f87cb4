"""The pages and files of the words: ontology, shapes, and each concept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.resource import resource_page
from testimonia.pages.words import ontology_page, shapes_page
from testimonia.vocab import SH, TM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.publish.site import Site

__all__ = ["word_files"]


def word_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the page of the ontology, that of the shapes, and one for each concept."""
    for iri, write in ((TM, ontology_page), (SH, shapes_page)):
        if path := site.layout.page(iri.rstrip("#")):
            yield path, write(site.frame, site.library, path).encode()
    for iri in sorted(site.concepts):
        found, path = site.library.describe(iri), site.layout.page(iri)
        if found and path:
            yield path, resource_page(site.frame, site.library, found, path).encode()
