"""A file for every IRI, in Turtle and JSON-LD; what belongs to an event or a revision lies in its file."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from testimonia.publish.words import shapes_files
from testimonia.query.engine import solutions
from testimonia.serialize import serialize_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Store

    from testimonia.publish.site import Site

__all__ = ["SUFFIXES", "data_files", "documents"]

SUFFIXES = {"ttl": "turtle", "jsonld": "jsonld"}
"""Suffix of a file to the format that it is written in."""

_SUBJECTS = "SELECT DISTINCT ?subject { ?subject ?property ?value FILTER(isIRI(?subject)) }"


def data_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the files of the data, the ontology, its concepts and the shapes."""
    for place, iris in sorted(documents(site).items()):
        yield from _written(site, place, iris)
    yield from shapes_files()


def documents(site: Site) -> dict[str, list[str]]:
    """Tell which documents, IRIs without fragment, each file tells of; files go without a suffix."""
    found: dict[str, list[str]] = defaultdict(list)
    known = {*_subjects(site.library.data), *_subjects(site.library.vocabulary)}
    for iri in sorted(known):
        if place := site.layout.file(iri, ""):
            found[place.removesuffix(".")].append(iri)
    return found


def _subjects(store: Store) -> set[str]:
    return {row["subject"].partition("#")[0] for row in solutions(store, _SUBJECTS)}


def _written(site: Site, place: str, iris: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Write what is said of some documents, of their parts, and who points to them."""
    found = [told for iri in iris if (told := site.library.describe(iri))]
    quads = {str(quad): quad for told in found for quad in (*told.triples, *told.links)}
    made = serialize_all(quads.values(), SUFFIXES.values(), brief=True)
    for suffix, name in SUFFIXES.items():
        yield f"{place}.{suffix}", made[name]
