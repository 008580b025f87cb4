"""What was mapped to a graph can be recovered from it, and means the same as before."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from testimonia.compare import compare_claims, estimates, load_policy
from testimonia.errors import GraphError, UsageError
from testimonia.graphs import read_graph
from testimonia.mapping import map_article
from testimonia.mapping.options import MappingOptions
from testimonia.model import Findings
from testimonia.pipeline import find_claims
from testimonia.query import ask, estimate_events, estimate_graph, recover_findings
from testimonia.query.nodes import local, word
from testimonia.read import read_article
from testimonia.validate import validate_graph


def _store(findings_of: Path) -> tuple[Findings, Store]:
    article = read_article(findings_of.read_bytes(), source=findings_of.name)
    findings = find_claims(article)
    store = Store()
    store.extend(map_article(article, findings, MappingOptions()))
    return findings, store


def _relations(
    findings: Findings, names: dict[int, str], tolerance: float = 0.1
) -> set[tuple[str, frozenset[str]]]:
    """Give the relations between different claims, without their direction."""
    found = compare_claims(findings, tolerance=tolerance)
    pairs = ((each.kind, frozenset({names[each.left], names[each.right]})) for each in found)
    return {(kind, pair) for kind, pair in pairs if len(pair) == 2}


def test_the_relations_of_the_example_are_found_again_from_its_graph(example: Path) -> None:
    _, store = _store(example)
    (event,) = recover_findings(store)
    stated = {
        (row[2], frozenset({row[4], row[9]})) for row in ask(store, "comparisons").rows if row[4] != row[9]
    }
    names = dict(enumerate(event.claims))
    assert _relations(event.findings, names, event.tolerance) == stated
    assert stated


REVISED = """= Clash at Orr Bridge =
Infobox
- Date: 2 May 2013
- Combatant1: Kingdom of Arvo
- Combatant2: Ridge Front

== Toll ==
Arvo said that 12 civilians had been killed, later revised to 17. On 4 May the Front reported nine civilians killed; on 6 May the Front reported ten civilians killed.
"""


def test_a_revision_that_the_text_tells_is_found_again_from_its_graph(tmp_path: Path) -> None:
    place = tmp_path / "orr.txt"
    place.write_text(REVISED, encoding="utf-8")
    findings, store = _store(place)
    told = {
        (claim.quantity.low, findings.claims[claim.replaces].quantity.low)
        for claim in findings.claims
        if claim.replaces is not None
    }
    (event,) = recover_findings(store)
    claims = event.findings.claims
    again = {
        (claim.quantity.low, claims[claim.replaces].quantity.low)
        for claim in claims
        if claim.replaces is not None
    }
    assert told == again == {(17, 12)}
    names = dict(enumerate(event.claims))
    stated = {(row[2], frozenset({row[4], row[9]})) for row in ask(store, "comparisons").rows}
    assert _relations(event.findings, names, event.tolerance) == stated
    assert {relation for relation, _ in stated} >= {"revises", "contradicts"}


@pytest.mark.parametrize("policy", ["ucdp", "acled", "widest", "claimant:MSA"])
def test_the_graph_gives_the_estimates_of_the_article(policy: str, example: Path) -> None:
    findings, store = _store(example)
    (event,) = recover_findings(store)
    of_article, of_graph = (
        [
            (each.measure, each.whom, each.side, each.low, each.best, each.high, len(each.inputs))
            for each in found
        ]
        for found in (
            estimates(findings, policy=policy),
            estimates(event.findings, policy=policy, tolerance=event.tolerance),
        )
    )
    assert sorted(map(str, of_graph)) == sorted(map(str, of_article))


def test_estimates_stand_in_a_graph_of_their_own_and_conform(example: Path) -> None:
    _, store = _store(example)
    before = set(store)
    quads = estimate_graph(estimate_events(store, "ucdp"), load_policy("ucdp"))
    assert {str(quad.graph_name) for quad in quads} == {"<https://w3id.org/testimonia/kg/estimates/ucdp>"}
    assert set(store) == before
    store.extend(quads)
    assert [result.code for result in validate_graph(store).results if result.severity != "info"] == []


def test_every_number_of_an_estimate_leads_to_claims_of_the_graph(example: Path) -> None:
    _, store = _store(example)
    claims = {row[0] for row in ask(store, "claims").rows}
    store.extend(estimate_graph(estimate_events(store, "ucdp"), load_policy("ucdp")))
    rows = ask(store, "estimates").rows
    assert ("everybody", "ucdp", "killed", "24", "38", "53") in {row[1:7] for row in rows}
    for row in rows:
        assert set(row[7].split(" | ")) <= claims
        assert row[7]


def test_two_policies_stand_side_by_side(example: Path) -> None:
    _, store = _store(example)
    for name in ("ucdp", "widest"):
        store.extend(estimate_graph(estimate_events(store, name), load_policy(name)))
    assert {row[2] for row in ask(store, "estimates").rows} == {"ucdp", "widest"}


def test_the_same_graph_gives_the_same_quads(example: Path) -> None:
    _, store = _store(example)
    one, other = (estimate_graph(estimate_events(store, "acled"), load_policy("acled")) for _ in range(2))
    assert one == other


def test_a_voice_that_gives_no_figure_is_told(example: Path) -> None:
    _, store = _store(example)
    with pytest.raises(UsageError, match="«Nobody» gives no figure in this graph"):
        estimate_events(store, "claimant:Nobody")


def test_a_graph_without_figures_is_told() -> None:
    with pytest.raises(GraphError, match="holds no claims with figures"):
        estimate_events(Store(), "ucdp")


def test_claims_of_two_revisions_are_recovered_together(example: Path, tmp_path: Path) -> None:
    _, store = _store(example)
    later = tmp_path / example.name
    later.write_text(example.read_text("utf-8").replace('twenty "bandits"', 'ninety "bandits"'), "utf-8")
    _, newer = _store(later)
    store.extend(newer)
    (event,) = recover_findings(store)
    assert len(event.claims) > len(set(event.claims))
    lows = {claim.quantity.low for claim in event.findings.claims if claim.measure == "killed"}
    assert {20, 90} <= lows
    spans = [claim.span for claim in event.findings.claims]
    assert len(set(spans)) > len(spans) / 2


@pytest.mark.parametrize(
    ("iri", "scheme", "found"),
    [
        ("https://w3id.org/testimonia/concept/killedOrWounded", "", "killed_or_wounded"),
        ("https://w3id.org/testimonia/concept/mainScope", "Scope", "main"),
        ("https://w3id.org/testimonia/concept/unknownCategory", "Category", "unknown"),
    ],
)
def test_a_concept_gives_its_word(iri: str, scheme: str, found: str) -> None:
    assert word(iri, scheme) == found


def test_the_last_part_of_an_iri() -> None:
    assert local("https://a.example/x#Actor") == "Actor"
    assert local("https://a.example/x/msa") == "msa"


def test_a_folder_on_disk_is_recovered_like_a_store(example: Path, tmp_path: Path) -> None:
    _, store = _store(example)
    (tmp_path / "graph.nq").write_bytes("".join(f"{quad} .\n" for quad in sorted(map(str, store))).encode())
    assert [each.event for each in recover_findings(read_graph(tmp_path))] == [
        each.event for each in recover_findings(store)
    ]
