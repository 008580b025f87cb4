"""Where something in the graph comes from."""

from collections.abc import Callable

import pytest
from pyoxigraph import Store

from testimonia.errors import QueryError
from testimonia.extract import extract_findings
from testimonia.mapping import MappingOptions, map_article
from testimonia.query import ask, explain
from testimonia.read import read_article
from testimonia.vocab import BASE

EVENT = "event/battle-of-red-ford-2020"

SUBJECTS = [
    # what is asked, the propositions or labels of what is explained
    ("30 to 40 raiders", ["Between 30 and 40 raiders were killed."]),
    ("RAIDERS killed", ["Between 30 and 40 raiders were killed."]),
    ("league 20", ["20 combatants of side 2 were killed."]),
    (f"{EVENT} tm:time", ["The event took place on 1 to 3 May 2020."]),
    (f"<{BASE}{EVENT}> <https://w3id.org/testimonia/ontology#partOfEvent> <{BASE}event/ardian-war-2019> .", ["The event is part of Ardian War."]),
    (f'{EVENT} tm:resultText "Ardian victory"', ["The result was “Ardian victory”."]),
    (f"{EVENT} tm:hasParticipant actor/battle-of-red-ford-2020/front", ["Front took part in Battle of Red Ford as belligerent."]),
    (f"{EVENT} tm:hasSide", ["Side 2 of the event “Battle of Red Ford”"]),
    ("actor/ardia", ["Ardia"]),
    ("actor/ardia rdfs:label", ["Ardia"]),
    ("time/2020-05-04", ["In an interview with Radio Kel on 4 May", "Statement of head of the League, 4 May 2020"]),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "says"), SUBJECTS)
def test_a_subject_means_what_the_table_says(subject: str, says: list[str], ford: Store) -> None:
    assert [account.says for account in explain(ford, subject).accounts] == says


def _claim(store: Store, number: int) -> str:
    return ask(store, "claims").rows[number][0]


@pytest.mark.parametrize("suffix", ["", "#quantity", "#nothing"])
def test_a_claim_is_meant_by_its_iri_and_its_parts(suffix: str, ford: Store) -> None:
    claim = _claim(ford, 1)
    if suffix == "#nothing":
        with pytest.raises(QueryError):
            explain(ford, claim + suffix)
    else:
        assert [account.record for account in explain(ford, claim + suffix).accounts] == [claim]


def test_a_comparison_means_both_its_claims(ford: Store) -> None:
    ((comparison,),) = ask(ford, "SELECT ?c { ?c a tm:ClaimComparison }").rows
    assert {account.record for account in explain(ford, comparison).accounts} == {
        _claim(ford, 0),
        _claim(ford, 1),
    }


def test_a_claim_shows_its_words_in_the_sentence_and_the_rule(ford: Store) -> None:
    (account,) = explain(ford, _claim(ford, 2)).accounts
    (witness,) = account.witnesses
    assert witness.sentence.startswith("Several Ardian soldiers were wounded, and two")
    assert (
        witness.sentence[witness.mark_start : witness.mark_end]
        == witness.quote
        == "Several Ardian soldiers were wounded"
    )
    assert (witness.article, witness.section, witness.zone, witness.line) == (
        "Battle of Red Ford",
        "Aftermath",
        "table",
        12,
    )
    assert (witness.start, witness.end) == (346, 382)
    assert (witness.rule, witness.confidence, witness.basis) == ("prose.said", 0.9, "order")


def test_a_claim_shows_who_said_it_when_and_where(ford: Store) -> None:
    (account,) = explain(ford, _claim(ford, 1)).accounts
    assert account.kind == "CasualtyClaim"
    assert (account.claimants, account.on_behalf_of) == (("head of the League",), ("Valley League",))
    assert (account.stance, account.polarity, account.said_on) == ("claimed", "affirmed", "2020-05-04")
    assert (account.medium, account.outlet) == ("interview", "Radio Kel")


def test_a_claim_shows_its_rivals_with_the_ground(ford: Store) -> None:
    (account,) = explain(ford, _claim(ford, 0)).accounts
    (rival,) = account.rivals
    assert (rival.relation, rival.claim) == ("contradicts", _claim(ford, 1))
    assert rival.says == "Between 30 and 40 raiders were killed."
    assert rival.ground.endswith("the ranges do not meet.")


def test_a_relation_is_read_from_the_claim_explained(mapped: Callable[..., Store]) -> None:
    from testimonia.model import Relation

    kinds = ("agrees", "refines", "revises", "summarises", "not_comparable", "overlaps")
    store = mapped(relations=tuple(Relation(kind, 0, 1, "So it is.", "compare.test") for kind in kinds))  # type: ignore[arg-type]
    told = [[rival.relation for rival in explain(store, _claim(store, n)).accounts[0].rivals] for n in (0, 1)]
    assert told[0] == [
        "agrees with",
        "is not comparable with",
        "overlaps",
        "refines",
        "revises",
        "summarises",
    ]
    assert told[1] == [
        "agrees with",
        "is not comparable with",
        "overlaps",
        "is refined by",
        "is revised by",
        "is summed up by",
    ]


def test_an_event_comes_first_then_the_claims_that_back_it(ford: Store) -> None:
    accounts = explain(ford, EVENT).accounts
    assert (accounts[0].kind, accounts[0].says) == ("ConflictEvent", "Battle of Red Ford")
    assert "The event took place on 1 to 3 May 2020." in [account.says for account in accounts[1:]]
    (witness,) = accounts[0].witnesses
    assert (witness.rule, witness.confidence, witness.sentence) == ("", None, "Battle of Red Ford")


def test_a_statement_means_its_claims_too(ford: Store) -> None:
    ((statement,),) = ask(ford, "SELECT ?s { ?s a tm:Statement }").rows
    accounts = explain(ford, statement).accounts
    assert [account.kind for account in accounts] == ["Statement", "CasualtyClaim"]


def test_named_graphs_change_nothing(ford: Store, mapped: Callable[..., Store]) -> None:
    assert explain(mapped(named=True), EVENT) == explain(ford, EVENT)


def test_short_names_stand_under_the_base_of_the_graph(mapped: Callable[..., Store]) -> None:
    store = mapped(options=MappingOptions(base="https://example.org/graph/"))
    assert explain(store, "actor/ardia").accounts[0].record == "https://example.org/graph/actor/ardia"


@pytest.mark.parametrize(
    "subject", ["no such words", "event/nowhere", "tm:time", "", "…", "a few words that nobody said"]
)
def test_what_means_nothing_is_told(subject: str, ford: Store) -> None:
    with pytest.raises(QueryError, match=r"^Nothing in the graph is meant by «"):
        explain(ford, subject)


def test_an_empty_graph_explains_nothing() -> None:
    with pytest.raises(QueryError):
        explain(Store(), "actor/ardia")


def test_what_looks_like_an_iri_but_is_none_is_told(ford: Store) -> None:
    with pytest.raises(QueryError, match="is not an IRI"):
        explain(ford, "http://example.org/{x}")


def test_what_the_article_cites_behind_a_claim_is_told() -> None:
    article = read_article(
        "The '''raid''' was in 1612. Nine guards were killed.{{sfn|Roe|1999|p=4}}<ref>[https://example.org/raid Raid]</ref>\n\n"
        "== Works ==\n* {{cite book|last=Roe|first=Ann|year=1999|title=The Ford War}}\n",
        form="wikitext",
    )
    store = Store()
    store.extend(map_article(article, extract_findings(article), MappingOptions()))
    (account,) = explain(store, "Nine guards").accounts
    assert account.cited == ("Ann Roe. 1999. The Ford War, p. 4", "Raid <https://example.org/raid>")
