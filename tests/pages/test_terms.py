"""The ontology as records for the page: nothing of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from rdflib import Graph
from rdflib.namespace import SH as SHACL

from testimonia.pages.codes import guards, list_guards
from testimonia.pages.terms import Term, list_schemes, list_terms
from testimonia.validate import shape_rules
from testimonia.vocab import BASE, PREFIXES, TM, term

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.pages import Library


@pytest.fixture(scope="module")
def terms(library: Library) -> dict[str, Term]:
    return {one.name: one for one in list_terms(library)}


def test_every_term_of_the_ontology_is_told(library: Library, terms: dict[str, Term]) -> None:
    defined = {
        quad.subject.value.removeprefix(TM)
        for quad in library.vocabulary.quads_for_pattern(None, NamedNode(term("rdfs:isDefinedBy")), None)
        if isinstance(quad.subject, NamedNode)
        if quad.subject.value.startswith(TM)
    }
    assert len(defined) > 150
    assert set(terms) == defined


def test_every_term_has_a_definition_and_an_example(terms: dict[str, Term]) -> None:
    assert all(one.label and one.definition and one.examples for one in terms.values())


def test_every_example_in_turtle_parses(library: Library, terms: dict[str, Term]) -> None:
    """An example without a language is Turtle; it uses the term that it is an example of."""
    head = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    for one in terms.values():
        for quad in library.vocabulary.quads_for_pattern(
            NamedNode(one.iri), NamedNode(term("skos:example")), None
        ):
            assert isinstance(quad.object, Literal)
            if not quad.object.language:
                assert list(parse(head + quad.object.value, RdfFormat.TURTLE, base_iri=BASE)), one.name


def test_classes_come_first_each_kind_by_name(library: Library) -> None:
    told = list_terms(library)
    kinds = [one.kind for one in told]
    assert list(dict.fromkeys(kinds)) == ["class", "property that leads to a thing", "property with a value"]
    assert kinds == sorted(kinds, key=list(dict.fromkeys(kinds)).index)
    classes = [one.name.lower() for one in told if one.kind == "class"]
    assert classes == sorted(classes)


def test_a_claim_is_told_with_its_parents_alignments_and_guards(terms: dict[str, Term]) -> None:
    claim = terms["Claim"]
    assert f"{TM}AttestedThing" in claim.parents
    assert claim.aligned
    assert not [one for one in claim.aligned if one.iri.startswith(TM)]
    assert any(code.startswith("C") for code in claim.codes)
    assert terms["about"].domains == (f"{TM}Claim",)


def test_every_concept_of_every_scheme_is_told(library: Library) -> None:
    concepts = {
        quad.subject
        for quad in library.vocabulary.quads_for_pattern(
            None, NamedNode(term("rdf:type")), NamedNode(term("skos:Concept"))
        )
    }
    told = [concept.iri for scheme in list_schemes(library) for concept in scheme.concepts]
    assert len(set(told)) == len(concepts)
    assert all(scheme.title and scheme.purpose for scheme in list_schemes(library))


def test_every_shape_is_listed_once_below_what_it_guards() -> None:
    listed = [guard.code for _, group in list_guards() for guard in group]
    assert listed == [rule.code for rule in shape_rules()]
    for label, group in list_guards():
        assert len(label) > 1
        assert len({guard.code[0] for guard in group}) == 1


def test_a_shape_guards_the_terms_that_it_and_its_query_name() -> None:
    guarded = guards()
    assert "C203" in guarded[f"{TM}stance"]
    by_code = {guard.code: guard for _, group in list_guards() for guard in group}
    assert all(guard.code in guarded[iri] for guard in by_code.values() for iri in guard.guarded)
    assert by_code["C203"].severity == "violation"


def test_a_shape_guards_the_property_that_it_looks_along(checkout: Path) -> None:
    """Read by another library."""
    shapes = Graph()
    for file in (checkout / "shapes").glob("*.ttl"):
        shapes.parse(file)
    told = {guard.iri: guard.guarded for _, group in list_guards() for guard in group}
    paths = [(str(shape), str(path)) for shape, path in shapes.subject_objects(SHACL.path)]
    ours = [(shape, path) for shape, path in paths if path.startswith(TM) and shape in told]
    assert len(ours) > 100
    assert not [(shape, path) for shape, path in ours if path not in told[shape]]
