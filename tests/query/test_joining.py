"""Events, sides and actors of several articles that are one though their IRIs differ."""

from collections.abc import Callable

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from testimonia.links import parse_links
from testimonia.mapping import map_links
from testimonia.pipeline import Options, build_article
from testimonia.query import ask, relate_articles, relation_graph
from testimonia.validate import validate_graph
from testimonia.vocab import BASE, term

ARTICLE = """= {title} =

Infobox
- Title: {title}
- Date: {date}
- Place: Dorga, Mali
- Combatants1: {first}
- Combatants2: {second}
{losses}

The {title} took place on {date} between {first} and {second} at Dorga, Mali.
{told}
"""

Articles = Callable[..., Store]
BATTLE = {"title": "Battle of Dorga", "losses": "- Casualties2: 40 killed (per Mali)"}
CLASH = {
    "title": "Dorga clash", "first": "MNLA", "second": "Mali", "losses": "- Casualties1: 12 killed (per MNLA)",
}  # fmt: skip
LINKS = "subject_id\tpredicate_id\tobject_id\tauthor_label\tmapping_date\n"
ITEM = "http://www.wikidata.org/entity/Q1"


@pytest.fixture(scope="session")
def articles() -> Articles:
    """Build articles from what they differ in, put their graphs together, and link what is named."""

    def build(*told: dict[str, str], **links: str) -> Store:
        store = Store()
        usual = {"date": "4 May 2013", "first": "Mali", "second": "MNLA", "losses": "", "told": ""}
        for each in told:
            text = ARTICLE.format(**usual | each)
            built = build_article(text.encode(), "dorga.txt", Options(formats=("nquads",)))
            store.bulk_load(built.files["nq"], RdfFormat.N_QUADS)
        rows = "".join(
            f"{BASE}event/{event.replace('_', '-')}\tskos:exactMatch\t{item}\tAnn\t2026-05-01\n"
            for event, item in links.items()
        )
        store.extend(map_links(parse_links(LINKS + rows, "links.sssom.tsv")))
        return store

    return build


def _grounds(store: Store) -> list[str]:
    return [relation.ground for each in relate_articles(store) for relation in each.relations]


def test_events_with_different_names_are_not_taken_for_one(articles: Articles) -> None:
    assert relate_articles(articles(BATTLE, CLASH)) == ()


def test_events_that_were_accepted_as_one_thing_are_held_against_each_other(articles: Articles) -> None:
    store = articles(BATTLE, CLASH, battle_of_dorga_2013=ITEM, dorga_clash_2013=ITEM)
    (related,) = relate_articles(store)
    assert related.articles == ("Battle of Dorga", "Dorga clash")
    assert [(join.one.rpartition("/")[2], join.why) for join in related.joins] == [
        ("battle-of-dorga-2013", ITEM)
    ]
    (relation,) = related.relations
    assert relation.kind == "contradicts"


def test_things_of_two_data_sets_are_two(articles: Articles) -> None:
    store = articles(BATTLE, CLASH, battle_of_dorga_2013=ITEM, dorga_clash_2013=f"{ITEM}2")
    assert relate_articles(store) == ()


def test_a_side_is_known_by_who_fights_on_it_and_not_by_its_number(articles: Articles) -> None:
    store = articles(BATTLE, CLASH, battle_of_dorga_2013=ITEM, dorga_clash_2013=ITEM)
    (ground,) = _grounds(store)
    assert ground == (
        "“Battle of Dorga”, Mali, of its enemy: 40 killed (side of MNLA); “Dorga clash”, MNLA, of its own: "
        "12 killed (side of MNLA): the ranges do not meet."
    )


def test_actors_whose_names_lead_to_one_page_are_one(articles: Articles) -> None:
    other = CLASH | {"first": "Azawad Movement", "second": "France", "losses": "- Casualties1: 12 killed"}
    store = articles(BATTLE, other, battle_of_dorga_2013=ITEM, dorga_clash_2013=ITEM)
    assert _grounds(store) == []
    named = ask(store, "SELECT ?actor ?name { ?actor a tm:Actor ; rdfs:label ?name } ORDER BY ?actor").rows
    for actor in (iri for iri, name in named if name in {"MNLA", "Azawad Movement"}):
        page = NamedNode(actor), NamedNode(term("tm:wikipediaTitle")), Literal("National Movement")
        store.add(Quad(*page, NamedNode(f"{BASE}article/dorga-clash/rev/x")))
    (ground,) = _grounds(store)
    assert ground.endswith("the ranges do not meet.")


def test_losses_of_the_two_sides_are_no_rivals(articles: Articles) -> None:
    other = CLASH | {"losses": "- Casualties2: 12 killed (per MNLA)"}
    assert _grounds(articles(BATTLE, other, battle_of_dorga_2013=ITEM, dorga_clash_2013=ITEM)) == []


def test_a_side_that_nobody_is_known_of_is_held_against_none(articles: Articles) -> None:
    other = CLASH | {"first": "Ansar Dine", "second": "France", "losses": "- Casualties2: 12 killed"}
    assert _grounds(articles(BATTLE, other, battle_of_dorga_2013=ITEM, dorga_clash_2013=ITEM)) == []


def test_of_two_sides_the_other_is_the_other(articles: Articles) -> None:
    other = CLASH | {"first": "Ansar Dine", "losses": "- Casualties1: 12 killed"}
    (ground,) = _grounds(articles(BATTLE, other, battle_of_dorga_2013=ITEM, dorga_clash_2013=ITEM))
    assert "12 killed (side of " in ground


def test_revisions_that_turn_the_sides_round_are_not_held_against_each_other(articles: Articles) -> None:
    turned = BATTLE | {"first": "MNLA", "second": "Mali", "losses": "- Casualties2: 12 killed (per MNLA)"}
    assert _grounds(articles(BATTLE, turned)) == []
    assert len(_grounds(articles(BATTLE, BATTLE | {"losses": "- Casualties2: 12 killed (per MNLA)"}))) == 1


def test_two_revisions_of_one_article_tell_of_one_event_though_only_one_has_a_date(
    articles: Articles,
) -> None:
    undated = ARTICLE.replace("- Date: {date}\n", "").replace(" on {date}", "")
    store = articles(BATTLE)
    text = undated.format(
        title="Battle of Dorga", first="Mali", second="MNLA", told="", losses="- Casualties2: 9 killed"
    )
    built = build_article(text.encode(), "dorga.txt", Options(formats=("nquads",)))
    store.bulk_load(built.files["nq"], RdfFormat.N_QUADS)
    (related,) = relate_articles(store)
    assert {event.rpartition("/")[2] for event in related.events} == {
        "battle-of-dorga",
        "battle-of-dorga-2013",
    }
    assert len(related.relations) == 1


def test_two_events_of_one_title_in_two_years_are_two(articles: Articles) -> None:
    assert relate_articles(articles(BATTLE, BATTLE | {"date": "4 May 1914"})) == ()


def test_a_redirect_tells_that_two_titles_are_of_one_article(articles: Articles) -> None:
    store = articles(BATTLE, CLASH)
    leads = (
        NamedNode(f"{BASE}article/battle-of-dorga"),
        NamedNode(term("tm:redirectTitle")),
        Literal("Dorga clash"),
    )
    store.add(Quad(*leads, NamedNode(f"{BASE}article/battle-of-dorga/redirects")))
    (related,) = relate_articles(store)
    assert len(related.relations) == 1


def test_what_one_article_tells_apart_is_never_joined(articles: Articles) -> None:
    store = articles(BATTLE, CLASH, battle_of_dorga_2013=ITEM, dorga_clash_2013=ITEM)
    (claim,) = (row[0] for row in ask(store, "claims").rows if "dorga-clash" in row[1])
    about = NamedNode(claim), NamedNode(term("tm:about")), NamedNode(f"{BASE}event/battle-of-dorga-2013")
    store.add(Quad(*about, NamedNode(f"{BASE}article/dorga-clash/rev/x")))
    assert all(not related.joins for related in relate_articles(store))


def test_what_is_found_says_that_the_events_are_one_and_conforms(articles: Articles) -> None:
    store = articles(BATTLE, CLASH, battle_of_dorga_2013=ITEM, dorga_clash_2013=ITEM)
    store.extend(relation_graph(relate_articles(store)))
    rows = ask(store, "SELECT ?one ?other { ?one tm:sameEventAs ?other }").rows
    one, other = (f"{BASE}event/{name}-2013" for name in ("battle-of-dorga", "dorga-clash"))
    assert set(rows) == {(one, other), (other, one)}
    assert validate_graph(store).conforms


def test_a_contradiction_of_events_that_nobody_joined_does_not_conform(articles: Articles) -> None:
    store = articles(BATTLE, CLASH, battle_of_dorga_2013=ITEM, dorga_clash_2013=ITEM)
    found = relation_graph(relate_articles(store))
    store.extend(quad for quad in found if not quad.predicate.value.endswith("sameEventAs"))
    assert {each.code for each in validate_graph(store).results if each.severity == "violation"} == {"C252"}


def test_a_party_that_both_articles_name_alike_is_one(articles: Articles) -> None:
    both = ({"losses": "- Casualties2: 40 killed"}, {"losses": "- Casualties1: 40 killed"})
    store = articles(BATTLE | both[0], CLASH | both[1], battle_of_dorga_2013=ITEM, dorga_clash_2013=ITEM)
    (related,) = relate_articles(store)
    assert [relation.kind for relation in related.relations] == ["agrees"]
