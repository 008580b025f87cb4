"""The pages of things that are made for other things: comparisons of two claims, and the days of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.pages.dossier import Named
from testimonia.pages.resource import name_of, resource_page
from testimonia.pages.revision import REVISION, revision_page
from testimonia.query.nodes import Nodes
from testimonia.vocab import term

if TYPE_CHECKING:
    from testimonia.pages.frame import Frame
    from testimonia.pages.resources import Description, Library

__all__ = ["classes_of", "plain_page", "year_page"]

_TIMES = 400
"""How many days and spans a page lists."""


def plain_page(frame: Frame, library: Library, found: Description, path: str) -> str:
    """Give the page of a document that has none from a dossier: as its class asks for."""
    kinds = classes_of(found)
    if term("tm:ClaimComparison") in kinds:
        return _comparison_page(frame, library, found, path)
    if REVISION in kinds:
        return revision_page(frame, library, found, path)
    return resource_page(frame, library, found, path)


def year_page(frame: Frame, found: Description, path: str) -> str:
    """Give the page of all days and spans that begin in one year, from what is told of all of them."""
    nodes = Nodes(found.store)
    iris = sorted({quad.subject.value for quad in found.triples})  # type: ignore[union-attr]
    times = sorted(
        tuple(nodes.one(iri, name) for name in ("tm:earliest", "tm:latest", "rdfs:label")) for iri in iris
    )
    return frame.render(
        "year.html",
        path,
        title=found.iri.rpartition("/")[2],
        iri=found.iri,
        times=[(label, first, last) for first, last, label in times[:_TIMES]],
        more_times=max(0, len(times) - _TIMES),
    )


def classes_of(found: Description) -> frozenset[str]:
    """Give the classes of a document."""
    said = (quad for quad in found.triples if quad.predicate.value == term("rdf:type"))
    return frozenset(
        quad.object.value  # type: ignore[union-attr]
        for quad in said
        if str(quad.subject) == f"<{found.iri}>"
    )


def _comparison_page(frame: Frame, library: Library, found: Description, path: str) -> str:
    nodes = Nodes(found.store)

    def named(curie: str) -> Named:
        iri = nodes.one(found.iri, curie)
        return Named(iri, name_of(library, iri))

    left, relation, right = map(named, ("tm:leftClaim", "tm:relationType", "tm:rightClaim"))
    return frame.render(
        "comparison.html",
        path,
        title=f"“{left.label}” {relation.label} “{right.label}”",
        iri=found.iri,
        left=left,
        relation=relation,
        right=right,
        ground=nodes.one(found.iri, "tm:ground"),
        rule=named("tm:rule"),
    )
