"""The pages of the words: the ontology, and the shapes that guard it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from testimonia.pages.cards import words_card
from testimonia.pages.codes import list_guards
from testimonia.pages.diagram import draw_diagram
from testimonia.pages.resource import curie
from testimonia.pages.terms import list_schemes, list_terms
from testimonia.pages.worked import work_through
from testimonia.vocab import SH, TM, folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.pages.frame import Frame
    from testimonia.pages.resources import Library

__all__ = ["ontology_page", "shapes_files", "shapes_page"]

_ABOUT = {
    "ontology": "Words for events of armed conflict and for the rival claims that are made about them.",
    "shapes": "What must hold of data in those words, as SHACL; each shape has a code.",
}


def ontology_page(frame: Frame, library: Library, path: str) -> str:
    """Give the page of the ontology: a diagram, a worked sentence, each term and each scheme of concepts."""
    terms = list_terms(library)
    return frame.render(
        "ontology.html",
        path,
        title="The words of Testimonia",
        iri=TM.rstrip("#"),
        shapes=SH.rstrip("#"),
        card=words_card(TM.rstrip("#"), "The Testimonia ontology", _ABOUT["ontology"]),
        kinds={kind: list(each) for kind, each in groupby(terms, key=lambda term: term.kind)},
        schemes=list_schemes(library),
        diagram=draw_diagram(terms),
        worked=work_through(),
        short=curie,
    )


def shapes_page(frame: Frame, library: Library, path: str) -> str:
    """Give the page of the shapes: each code is a place on it."""
    return frame.render(
        "shapes.html",
        path,
        title="What must be true: the shapes and their codes",
        iri=SH.rstrip("#"),
        card=words_card(SH.rstrip("#"), "The Testimonia shapes", _ABOUT["shapes"]),
        groups=list_guards(),
        labels={term.iri: term.label for term in list_terms(library)},
        short=curie,
    )


def shapes_files() -> Iterator[tuple[str, bytes]]:
    """Give the shapes as they are kept, one file after the other, and as JSON-LD.

    In JSON-LD the lists of shapes have blank nodes, whose names are those of RDFC-1.0.
    """
    from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse, serialize

    turtle = b"\n".join(path.read_bytes() for path in sorted(folder("shapes").rglob("*.ttl")))
    yield "shapes.ttl", turtle
    graph = Dataset(parse(turtle, format=RdfFormat.TURTLE))
    graph.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    ordered = sorted(graph, key=str)
    yield "shapes.jsonld", serialize(ordered, format=RdfFormat.JSON_LD) or b""
