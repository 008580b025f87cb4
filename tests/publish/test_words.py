"""The pages of the ontology and of the shapes, in the site."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from testimonia.validate import shape_rules
from testimonia.vocab import SH, TM

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Links = Callable[[Path], tuple[list[str], set[str]]]


def test_every_term_is_a_place_on_the_page_of_the_ontology(site: Path, links: Links) -> None:
    told = {
        quad.subject.value for quad in parse(path=site / "ontology.ttl") if hasattr(quad.subject, "value")
    }
    terms = {iri.removeprefix(TM) for iri in told if iri.startswith(TM)}
    assert len(terms) > 150
    assert terms <= links(site / "ontology.html")[1]


def test_every_code_is_a_place_on_the_page_of_the_shapes(site: Path, links: Links) -> None:
    """An IRI of a shape, such as .../shapes#C203, is what reports give as the address of a code."""
    places = links(site / "shapes.html")[1]
    assert {rule.code for rule in shape_rules()} <= places
    assert {rule.iri.removeprefix(SH) for rule in shape_rules()} <= places


@pytest.mark.parametrize("page", ["ontology.html", "shapes.html"])
def test_every_link_leads_somewhere(site: Path, links: Links, page: str) -> None:
    found = links(site / page)[0]
    assert len(found) > 100
    for link in found:
        if link.startswith(("http://", "https://")):
            continue
        name, _, place = link.partition("#")
        target = site / (unquote(name) or page)
        assert target.is_file(), link
        if place:
            assert unquote(place) in links(target)[1], link


@pytest.mark.parametrize("name", ["ontology", "shapes"])
def test_both_forms_say_the_same(site: Path, name: str) -> None:
    forms = [Dataset(parse(path=site / f"{name}.{suffix}", format=form)) for suffix, form in (
        ("ttl", RdfFormat.TURTLE), ("jsonld", RdfFormat.JSON_LD))]  # fmt: skip
    for each in forms:
        each.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    assert forms[0] == forms[1]


def test_the_shapes_are_those_that_are_shipped(site: Path, checkout: Path) -> None:
    published = Dataset(parse(path=site / "shapes.ttl"))
    files = sorted((checkout / "shapes").rglob("*.ttl"))
    shipped = Dataset(quad for file in files for quad in parse(path=file))
    published.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    shipped.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    assert published == shipped
