"""The example as a graph: what can be asked of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import NamedNode, Store

from testimonia.mapping import MappingOptions, map_article
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from types import ModuleType

HEAD = (
    "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in PREFIXES.items())
    + f"BASE <{MappingOptions().base}>\n"
)


def rows(store: Store, where: str) -> list[tuple[str, ...]]:
    """Answer a question over all graphs together; IRIs are shortened to their last part."""
    found: Any = store.query(HEAD + where, use_default_graph_as_union=True)
    return sorted(tuple("" if one is None else one.value.rpartition("/")[2] for one in row) for row in found)


def test_the_event_has_its_shortcuts(store: Store) -> None:
    assert rows(
        store,
        "SELECT ?kind ?edtf ?place ?whole ?result { <event/battle-of-akabar-2018> tm:eventKind ?kind ; tm:time/tm:edtf ?edtf ; tm:place ?place ; tm:partOfEvent ?whole ; tm:resultText ?result }",
    ) == [("battle", "2018-04-01", "akabar", "mali-war", "Franco-Malian-Tuareg victory")]


def test_every_shortcut_of_an_event_is_backed_by_a_claim_with_words(store: Store) -> None:
    shortcuts = (
        "VALUES ?p { tm:time tm:place tm:partOfEvent tm:eventKind } ?event a tm:ConflictEvent ; ?p ?value"
    )
    backed = "?claim tm:about ?event ; tm:claimedProperty ?p ; tm:claimedValue ?value ; tm:evidence/oa:hasSelector/oa:exact ?words"
    assert rows(store, f"SELECT DISTINCT ?event ?p {{ {shortcuts} }}") == rows(
        store, f"SELECT DISTINCT ?event ?p {{ {shortcuts} . {backed} }}"
    )


def test_a_claim_leads_by_prov_to_statement_mention_revision_and_run(store: Store) -> None:
    claim = '?claim tm:propositionText "At least 12 Tuareg fighters were killed."@en'
    assert rows(
        store,
        f"SELECT ?who ?outlet ?said {{ {claim} ; prov:wasDerivedFrom ?s . ?s a tm:Statement ; tm:speaker ?who ; tm:outlet ?outlet ; tm:statementTime ?said }}",
    ) == [("leader-of-the-msa", "rfi", "2018-04-23")]
    assert rows(
        store,
        f"SELECT ?license ?holder {{ {claim} ; prov:wasDerivedFrom ?m . ?m a tm:Mention ; prov:wasDerivedFrom ?r . ?r dcterms:license ?license ; dcterms:rightsHolder ?holder }}",
    ) == [("", "Wikipedia contributors")]
    assert rows(
        store,
        f"SELECT ?version {{ {claim} ; prov:wasGeneratedBy/prov:wasAssociatedWith/schema:softwareVersion ?version }}",
    ) == [("0.1.0",)]
    assert rows(
        store,
        f"SELECT ?rule ?basis {{ {claim} ; tm:reading ?reading . ?reading tm:rule ?rule ; tm:partyBasis ?basis }}",
    ) == [("prose.state-that", "describedBasis")]


def test_an_office_is_held_in_a_body(store: Store) -> None:
    assert rows(
        store, "SELECT ?holder ?post ?body { ?holder org:holds ?post . ?post a org:Post ; org:postIn ?body }"
    ) == [
        ("bruno-guibert", "commander-in-chief-of-operation-barkhane", "operation-barkhane"),
        ("leader-of-the-msa", "leader-of-the-msa", "movement-for-the-salvation-of-azawad"),
    ]


def test_a_described_group_stands_for_actors_and_on_a_side(store: Store) -> None:
    assert rows(store, "SELECT ?actor ?side { <group/battle-of-akabar-2018/jihadists> tm:partyAlignment ?actor ; tm:alignedSide ?side }") == [
        ("islamic-state-in-the-greater-sahara", "2"), ("jamaat-nasr-al-islam-wal-muslimin", "2"),
    ]  # fmt: skip
    assert rows(store, "SELECT ?side { <actor/france> tm:alignedSide ?side }") == []


def test_a_collective_figure_names_all_who_are_said_to_give_it(store: Store) -> None:
    assert rows(store, "SELECT ?attribution ?who { ?claim tm:quantity [ tm:minValue 20 ; tm:maxValue 30 ] ; tm:attribution ?attribution ; tm:claimant ?who }") == [
        ("collective", "france"), ("collective", "movement-for-the-salvation-of-azawad"),
    ]  # fmt: skip


def test_the_same_date_read_twice_is_one_claim_with_two_readings(store: Store) -> None:
    assert rows(store, "SELECT ?rule { ?claim tm:about <event/battle-of-akabar-2018> ; tm:claimedProperty tm:time ; tm:reading/tm:rule ?rule }") == [
        ("infobox.time",), ("lead.took-place",),
    ]  # fmt: skip
    assert (
        len(
            rows(
                store,
                "SELECT DISTINCT ?claim { ?claim tm:about <event/battle-of-akabar-2018> ; tm:claimedProperty tm:time }",
            )
        )
        == 1
    )


def test_dates_say_what_they_took_from_elsewhere(store: Store) -> None:
    assert set(rows(store, "SELECT ?why { ?s a tm:Statement ; tm:dateInherited ?why }")) == {
        ("year of the event",)
    }
    assert rows(
        store, "SELECT ?why { ?s a tm:Happening ; tm:time <time/2018-04-02> ; tm:dateInherited ?why }"
    ) == [("the following morning",)]


def test_relations_stand_in_a_graph_of_their_own_and_both_ways_where_they_hold_so(
    quads: Any,
) -> None:
    own = [quad for quad in quads if quad.graph_name.value.endswith("/comparisons")]
    by = {
        name: [(q.subject, q.object) for q in own if q.predicate.value.endswith(f"#{name}")]
        for name in ("contradicts", "revises")
    }
    assert len(by["contradicts"]) == 2
    assert {(b, a) for a, b in by["contradicts"]} == set(by["contradicts"])
    assert len(by["revises"]) == 1
    assert not any(quad.predicate.value.endswith("#contradicts") for quad in quads if quad not in own)
    assert sum(quad.object.value.endswith("#ClaimComparison") for quad in own) == 5


def test_a_claim_read_twice_has_no_relation_to_itself(akabar: ModuleType) -> None:
    findings = replace(akabar.FINDINGS, claims=(akabar.CLAIMS[0],) * 2, relations=(akabar.RELATIONS[1],))
    twice = replace(findings, relations=(replace(akabar.RELATIONS[1], left=0, right=1),))
    assert not [
        quad
        for quad in map_article(akabar.ARTICLE, twice, MappingOptions())
        if quad.predicate.value.endswith("#agreesWith")
    ]


def test_the_timeline_keeps_the_words_of_its_clauses(store: Store) -> None:
    assert rows(store, "SELECT ?date ?actor { ?h tm:happeningOf <event/battle-of-akabar-2018> ; tm:eventKind tmc:attack ; tm:time ?date ; tm:namedActor ?actor }") == [
        ("2018-03-28", "ISGS"), ("2018-03-28", "JNIM"), ("2018-03-28", "joint Franco-Malian forces"),
    ]  # fmt: skip


def test_what_no_rule_explained_is_kept_with_its_reason(store: Store) -> None:
    assert rows(
        store,
        "SELECT ?words ?why { ?u a tm:UnexplainedFigure ; tm:reason ?why ; tm:evidence/oa:hasSelector/oa:exact ?words }",
    ) == [("five", "No measure was found beside the figure.")]


def test_the_article_and_its_revision_are_described(akabar: ModuleType, store: Store) -> None:
    assert rows(
        store,
        "SELECT ?event ?hash ?file ?form { ?r dcterms:isVersionOf ?a ; tm:sha256 ?hash ; tm:sourceName ?file ; tm:sourceForm ?form . ?a tm:mainEvent ?event }",
    ) == [("battle-of-akabar-2018", akabar.ARTICLE.sha256, "battle-of-akabar.txt", "plain")]
    assert rows(store, "SELECT ?section ?label { ?section a tm:Section ; rdfs:label ?label }") == [
        ("0-lead", "Lead"), ("1-prelude", "Prelude"), ("2-battle", "Battle"), ("3-aftermath", "Aftermath"),
    ]  # fmt: skip


def test_the_tolerance_can_be_switched_off(akabar: ModuleType) -> None:
    quads: Any = map_article(akabar.ARTICLE, akabar.FINDINGS, MappingOptions(tolerance=None))
    assert not [quad for quad in quads if "tolerated" in quad.predicate.value]
    assert [quad.object.value for quad in quads if quad.predicate.value.endswith("#tolerance")] == ["0.0"]


def test_a_time_stands_on_the_run_only_where_it_is_asked_for(akabar: ModuleType, quads: Any) -> None:
    ended = NamedNode(PREFIXES["prov"] + "endedAtTime")
    stamped: Any = map_article(
        akabar.ARTICLE, akabar.FINDINGS, MappingOptions(timestamp="2024-05-01T12:00:00Z")
    )
    assert [quad.object.value for quad in stamped if quad.predicate == ended] == ["2024-05-01T12:00:00Z"]
    assert not [quad for quad in quads if quad.predicate == ended]


@pytest.mark.parametrize("alias", ["MSA", "GATIA", "ISGS", "JNIM"])
def test_acronyms_are_names_too(store: Store, alias: str) -> None:
    assert (
        len(rows(store, f'SELECT ?actor {{ ?actor tm:acronym "{alias}" ; skos:altLabel "{alias}"@en }}')) == 1
    )


def test_an_article_about_nothing_is_still_described(akabar: ModuleType) -> None:
    quads: Any = map_article(akabar.ARTICLE, type(akabar.FINDINGS)(), MappingOptions())
    classes = {
        quad.object.value.rpartition("#")[2] for quad in quads if quad.predicate.value.endswith("#type")
    }
    assert classes == {"Article", "ArticleRevision", "Section", "ExtractionRun", "SoftwareAgent"}
