"""The diagram of the ontology draws what the ontology says, and tells it in words."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from testimonia.pages.diagram import ARROWS, PLACES, draw_diagram, tell_diagram
from testimonia.pages.terms import Term, list_terms
from testimonia.vocab import TM

if TYPE_CHECKING:
    from testimonia.pages import Library

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def terms(library: Library) -> tuple[Term, ...]:
    return list_terms(library)


@pytest.fixture(scope="module")
def by_name(terms: tuple[Term, ...]) -> dict[str, Term]:
    return {term.name: term for term in terms}


def ancestors(name: str, by_name: dict[str, Term]) -> set[str]:
    """Give a class and all above it that are ours."""
    parents = [iri.removeprefix(TM) for iri in by_name[name].parents]
    return {name}.union(*(ancestors(parent, by_name) for parent in parents))


@pytest.mark.parametrize(("one", "name", "other"), ARROWS, ids=str)
def test_an_arrow_is_a_property_that_may_lead_so(
    one: str, name: str, other: str, by_name: dict[str, Term]
) -> None:
    if not name.startswith("tm:"):
        return  # of PROV-O or the Web Annotation vocabulary; the shapes say how we use them
    told = by_name[name.removeprefix("tm:")]
    assert told.kind == "property that leads to a thing"
    for declared, class_ in ((told.domains, one), (told.ranges, other)):
        allowed = {iri.removeprefix(TM) for iri in declared if iri.startswith(TM)}
        assert not allowed or allowed & ancestors(class_, by_name)


def test_every_box_is_a_class_and_has_an_arrow(by_name: dict[str, Term]) -> None:
    assert {by_name[name].kind for name in PLACES} == {"class"}
    assert {end for one, _, other in ARROWS for end in (one, other)} == set(PLACES)


def test_no_two_boxes_stand_in_one_place() -> None:
    assert all(PLACES[one] != PLACES[other] for one, other in combinations(PLACES, 2))


def test_it_is_a_picture_whose_words_tell_every_arrow(
    terms: tuple[Term, ...], by_name: dict[str, Term]
) -> None:
    drawn = ET.fromstring(draw_diagram(terms).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    assert drawn.get("role") == "img"
    title = drawn.find(f"{SVG}title")
    assert title is not None
    assert title.get("id") == drawn.get("aria-labelledby")
    assert title.text == tell_diagram(terms)
    for one, name, other in ARROWS:
        assert f"{by_name[one].label} {name} {by_name[other].label}" in tell_diagram(terms)
    assert len(drawn.findall(f"{SVG}rect")) == len(PLACES)
    assert len(drawn.findall(f"{SVG}path")) == len(ARROWS)


def test_no_arrow_runs_through_a_box(terms: tuple[Term, ...]) -> None:
    drawn = ET.fromstring(draw_diagram(terms).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    boxes = [
        [float(box.get(name, "")) for name in ("x", "y", "width", "height")]
        for box in drawn.iter(f"{SVG}rect")
    ]
    for path in drawn.findall(f"{SVG}path"):
        start, end = path.get("d", "")[1:].split("L")
        (x1, y1), (x2, y2) = (map(float, point.split()) for point in (start, end))
        for step in range(1, 20):
            x, y = x1 + (x2 - x1) * step / 20, y1 + (y2 - y1) * step / 20
            assert not any(left < x < left + w and top < y < top + h for left, top, w, h in boxes), path.get(
                "d"
            )
