"""What holds for the quads of any findings, however odd."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from testimonia.mapping import MappingOptions, map_article
from testimonia.vocab import TM, TMC, folder, term

if TYPE_CHECKING:
    from testimonia.model import Article

BASE = MappingOptions().base
# A failing case is shown as it was found: making such wide findings smaller takes minutes.
often = settings(
    max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


pytestmark = pytest.mark.usefixtures("unmeasured")


@cache
def declared() -> frozenset[str]:
    """Every term of the ontology and every concept."""
    files = [folder("ontology") / "core.ttl", *sorted((folder("ontology") / "concepts").glob("*.ttl"))]
    return frozenset(
        triple.subject.value
        for file in files
        for triple in parse(file.read_bytes(), format=RdfFormat.TURTLE)
        if isinstance(triple.subject, NamedNode)
    )


@often
@given(data=st.data())
def test_quads_are_sorted_unique_and_without_blank_nodes(
    any_findings: Any, ford: Article, data: st.DataObject
) -> None:
    quads = map_article(ford, data.draw(any_findings), MappingOptions())
    assert list(quads) == sorted(set(quads), key=str)
    for quad in quads:
        assert isinstance(quad.subject, NamedNode)
        assert isinstance(quad.object, NamedNode | Literal)


@often
@given(data=st.data())
def test_every_term_is_declared_in_the_ontology(
    any_findings: Any, ford: Article, data: st.DataObject
) -> None:
    known = declared()
    for quad in map_article(ford, data.draw(any_findings), MappingOptions()):
        for used in (quad.predicate, quad.object):
            if isinstance(used, NamedNode) and used.value.startswith((TM, TMC)):
                assert used.value in known, used


@often
@given(data=st.data())
def test_every_subject_has_a_type_and_every_minted_object_is_described(
    any_findings: Any, ford: Article, data: st.DataObject
) -> None:
    quads = map_article(ford, data.draw(any_findings), MappingOptions())
    typed = {quad.subject for quad in quads if quad.predicate.value == term("rdf:type")}
    assert {quad.subject for quad in quads} == typed
    minted = {
        quad.object
        for quad in quads
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(BASE)
    }
    assert minted <= typed


@often
@given(data=st.data())
def test_iris_are_ascii_and_have_no_empty_or_dotted_steps(
    any_findings: Any, ford: Article, data: st.DataObject
) -> None:
    safe = re.compile(r"([a-z]+)(/[\w,-][\w,.-]*)+(#[\w.,-]+)?", re.ASCII)
    quads: Any = map_article(ford, data.draw(any_findings), MappingOptions())
    for iri in {quad.subject.value for quad in quads}:
        assert iri.startswith(BASE)
        assert safe.fullmatch(iri.removeprefix(BASE)), iri


@often
@given(data=st.data())
def test_functional_properties_have_one_value(any_findings: Any, ford: Article, data: st.DataObject) -> None:
    store = Store()
    store.extend(map_article(ford, data.draw(any_findings), MappingOptions()))
    for name in ("about", "quantity", "measure", "attribution", "madeIn", "mention", "rule", "extractionConfidence",
                 "edtf", "zone", "statementTime", "medium", "participant", "onSide", "sideNumber"):  # fmt: skip
        query = f"SELECT ?s WHERE {{ GRAPH ?g {{ ?s <{TM}{name}> ?o }} }} GROUP BY ?s HAVING (COUNT(?o) > 1)"
        assert not list(store.query(query)), name  # type: ignore[arg-type]


@often
@given(data=st.data())
def test_the_order_of_claims_does_not_matter(any_findings: Any, ford: Article, data: st.DataObject) -> None:
    findings = replace(data.draw(any_findings), relations=())
    findings = replace(findings, claims=tuple(replace(claim, subset_of=None) for claim in findings.claims))
    turned = replace(findings, claims=findings.claims[::-1], happenings=findings.happenings[::-1])
    before: Any = map_article(ford, findings, MappingOptions())
    after: Any = map_article(ford, turned, MappingOptions())
    named = {quad.subject for quad in before if quad.predicate.value == TM + "measure"}
    assert named == {quad.subject for quad in after if quad.predicate.value == TM + "measure"}
