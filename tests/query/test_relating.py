"""Claims of different articles about one event are held against each other, in a graph of their own."""

from collections.abc import Callable

import pytest
from pyoxigraph import RdfFormat, Store

from testimonia.pipeline import Options, build_article
from testimonia.query import ask, explain, relate_articles, relation_graph
from testimonia.validate import validate_graph

ARTICLE = """= Battle of Dorga =

Infobox
- Title: Battle of Dorga
- Date: 4 May 2013
- Place: Dorga, Mali
- Combatants1: Mali
- Combatants2: MNLA
- Casualties2: 40 killed (per Mali)

The Battle of Dorga took place on 4 May 2013 between the Malian Army and the MNLA at Dorga, Mali.

== Casualties ==
{told}
"""

Articles = Callable[..., Store]


@pytest.fixture(scope="session")
def articles() -> Articles:
    """Build an article for each text about the casualties, and put their graphs together."""

    def build(*told: str) -> Store:
        store = Store()
        for words in told:
            built = build_article(
                ARTICLE.format(told=words).encode(), "dorga.txt", Options(formats=("nquads",))
            )
            store.bulk_load(built.files["nq"], RdfFormat.N_QUADS)
        return store

    return build


OWN = "The MNLA said that 12 of its fighters were killed."
WATCH = "Human Rights Watch said that 25 rebels were killed."


def test_what_two_articles_say_of_one_event_is_related(articles: Articles) -> None:
    (event,) = relate_articles(articles(OWN, WATCH))
    (relation,) = event.relations
    left, right = (event.event.records[index] for index in (relation.left, relation.right))
    assert {left.quote, right.quote} == {"12 of its fighters were killed", "25 rebels were killed"}
    assert left.revision != right.revision
    assert relation.kind == "contradicts"


def test_the_ground_tells_which_article_says_what(articles: Articles) -> None:
    (event,) = relate_articles(articles(OWN, WATCH))
    assert len(event.articles) == 2
    assert all(name.startswith("Battle of Dorga (") for name in event.articles)
    assert all(f"“{name}”, " in event.relations[0].ground for name in event.articles)


def test_what_both_articles_say_is_one_claim_and_no_relation(articles: Articles) -> None:
    store = articles(OWN, f"{OWN} The weather was fine.")
    (event,) = relate_articles(store)
    assert event.relations == ()
    assert relation_graph([event]) == ()
    rows = ask(store, "claims").rows
    assert len(rows) == 2 * len({row[0] for row in rows})  # one IRI, read in two places


def test_what_one_article_tells_is_left_to_it(articles: Articles) -> None:
    (event,) = relate_articles(articles(f"{OWN} {WATCH}", "Nobody said more."))
    assert event.relations == ()


def test_an_event_of_one_article_has_nothing_to_be_held_against(articles: Articles) -> None:
    assert relate_articles(articles(OWN)) == ()


def test_the_relations_are_a_graph_that_conforms_and_answers(articles: Articles) -> None:
    store = articles(OWN, WATCH)
    before = ask(store, "conflicts").rows
    quads = relation_graph(relate_articles(store))
    assert {str(quad.graph_name) for quad in quads} == {"<https://w3id.org/testimonia/kg/comparisons>"}
    store.extend(quads)
    after = ask(store, "conflicts").rows
    assert len(after) == len(before) + 1
    assert validate_graph(store).conforms  # C252 to C256 check the bounds of each contradiction again
    (account,) = explain(store, "25 rebels").accounts
    assert "12 combatants of MNLA were killed." in {rival.says for rival in account.rivals}


def test_the_same_articles_give_the_same_quads(articles: Articles) -> None:
    one, other = (relation_graph(relate_articles(articles(*told))) for told in ((OWN, WATCH), (WATCH, OWN)))
    assert one == other


def test_a_contradiction_that_the_bounds_do_not_bear_out_is_found(articles: Articles) -> None:
    store = articles(OWN, WATCH)
    wrong = [
        quad for quad in store.quads_for_pattern(None, None, None) if str(quad.object).startswith('"25"')
    ]
    store.extend(relation_graph(relate_articles(store)))
    for quad in wrong:
        store.remove(quad)
        store.update(f"INSERT DATA {{ GRAPH {quad.graph_name} {{ {quad.subject} {quad.predicate} 12 }} }}")
    codes = {result.code for result in validate_graph(store).results if result.severity == "violation"}
    assert codes & {"C252", "C253", "C254", "C255", "C256"}
