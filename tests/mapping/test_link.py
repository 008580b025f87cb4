"""The graph that is made of a file of links: candidates apart, links with who decided, nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Quad

from testimonia.links import LinkTable, parse_links
from testimonia.mapping import map_links

KG = "https://k.example/"
COLUMNS = (
    "subject_id", "predicate_id", "predicate_modifier", "object_id", "object_label", "author_label", "mapping_date",
    "mapping_tool", "mapping_provider", "mapping_justification", "comment", "score", "features",
)  # fmt: skip


def table(*rows: dict[str, str]) -> LinkTable:
    head = f"#curie_map:\n#  kg: {KG}\n#  wd: http://www.wikidata.org/entity/\n"
    lines = ["\t".join(COLUMNS), *("\t".join(row.get(name, "") for name in COLUMNS) for row in rows)]
    return parse_links(head + "\n".join(lines), "links.tsv")


def row(
    ours: str = "kg:place/kel", how: str = "tm:mayBe", theirs: str = "wd:Q7", **more: str
) -> dict[str, str]:
    return {"subject_id": ours, "predicate_id": how, "object_id": theirs} | more


SIGNED = {"author_label": "Ann", "mapping_date": "2026-05-31"}


def said(quads: tuple[Quad, ...]) -> set[str]:
    """Property and value of every triple, in short."""
    return {f"{quad.predicate.value.rpartition('#')[2]} {quad.object}" for quad in quads}


def graphs(quads: tuple[Quad, ...]) -> set[str]:
    return {str(quad.graph_name)[1:-1].removeprefix(KG) for quad in quads}


def test_a_candidate_stands_in_the_graph_of_its_authority() -> None:
    quads = map_links(
        table(row(mapping_tool="A gazetteer", mapping_provider="https://g.example/api", object_label="Kel", score="80.5",
                  features="match=0|name=92.8|odd=yes|worse=nan|none"))
    )  # fmt: skip
    assert graphs(quads) == {"candidates/a-gazetteer"}
    assert {
        'candidateLabel "Kel"',
        'score "80.5"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        'rank "1"^^<http://www.w3.org/2001/XMLSchema#integer>',
        'featureName "name"',
        'serviceAddress "https://g.example/api"^^<http://www.w3.org/2001/XMLSchema#anyURI>',
    } <= said(quads)
    assert not {'featureName "odd"', 'featureName "worse"'} & said(quads)  # no numbers


def test_candidates_of_the_same_score_have_the_same_rank() -> None:
    rows = [
        row(theirs=f"wd:Q{number}", score=score)
        for number, score in enumerate(["90", "90", "50", ""], start=1)
    ]
    ranks = [str(quad.object)[1] for quad in map_links(table(*rows)) if quad.predicate.value.endswith("rank")]
    assert sorted(ranks) == ["1", "1", "3", "4"]


@pytest.mark.parametrize(
    ("how", "triples"),
    [
        ("skos:exactMatch", {"exactMatch"}),
        ("skos:closeMatch", {"closeMatch"}),
        ("owl:sameAs", {"sameAs", "exactMatch"}),
    ],
)
def test_an_accepted_row_is_a_triple_and_tells_who_and_when(how: str, triples: set[str]) -> None:
    quads = map_links(table(row(how=how, comment="beside Ulm", **SIGNED)))
    assert graphs(quads) == {"links"}
    kel = {quad.predicate.value.rpartition("#")[2] for quad in quads if "place/kel" in str(quad.subject)}
    assert kel == triples
    assert {
        'decidedBy "Ann"',
        'decidedOn "2026-05-31"^^<http://www.w3.org/2001/XMLSchema#date>',
        'decisionNote "beside Ulm"',
    } <= said(quads)


@pytest.mark.parametrize(
    "silent",
    [
        row(predicate_modifier="Not"),
        row(how="skos:exactMatch", predicate_modifier="Not", **SIGNED),
        row(how="skos:exactMatch"),
        row(how="skos:broadMatch", **SIGNED),
        row(how="skos:exactMatch", theirs="sssom:NoTermFound", **SIGNED),
    ],
    ids=["struck out", "rejected", "unsigned", "wider", "not there"],
)
def test_other_rows_say_nothing(silent: dict[str, str]) -> None:
    assert map_links(table(silent)) == ()


ROWS = st.builds(
    row,
    st.sampled_from(["kg:place/kel", "kg:actor/kel", "kg:event/kel-1612"]),
    st.sampled_from(["tm:mayBe", "skos:exactMatch", "skos:closeMatch", "owl:sameAs"]),
    st.sampled_from(["wd:Q7", "wd:Q8", "https://g.example/9"]),
    mapping_tool=st.sampled_from(["", "A gazetteer", "Wörter"]),
    author_label=st.sampled_from(["", "Ann"]),
    mapping_date=st.sampled_from(["", "2026-05-31"]),
    predicate_modifier=st.sampled_from(["", "Not"]),
    score=st.sampled_from(["", "7", "90.25"]),
)


@given(st.lists(ROWS, max_size=6))
def test_there_is_no_identity_without_a_decision(rows: list[dict[str, str]]) -> None:
    quads = map_links(table(*rows))
    told = {quad.subject for quad in quads if quad.predicate.value.endswith("#linkFrom")}
    linked = {
        quad.subject
        for quad in quads
        if quad.predicate.value.endswith(("exactMatch", "closeMatch", "sameAs"))
    }
    assert bool(told) == bool(linked)
    assert list(map(str, quads)) == sorted(set(map(str, quads)))
    assert not any(isinstance(node, BlankNode) for quad in quads for node in (quad.subject, quad.object))


@given(st.lists(ROWS, max_size=5), st.randoms())
def test_the_order_of_rows_means_nothing(rows: list[dict[str, str]], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert map_links(table(*rows)) == map_links(table(*shuffled))
