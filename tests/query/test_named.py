"""The named questions: their columns are a contract, their cells plain words."""

from collections.abc import Callable

import pytest
from pyoxigraph import Quad, Store

from testimonia.model import Findings
from testimonia.query import ask, list_queries
from testimonia.vocab import BASE

CONTRACT = {
    "claims": "claim event article zone kind low high approximate wording parties side category claimants stance said_on "
    "medium scope quote start end rule confidence",
    "events": "event label kind start end places latitude longitude part_of result main article",
    "participants": "event event_main side role label actor",
    "actors": "actor label aliases kind office",
    "timeline": "event label start end kind places actors quote quote_start quote_end",
    "conflicts": "event kind relation ground claim_a who_a low_a high_a quote_a claim_b who_b low_b high_b quote_b",
    "estimates": "event party policy kind low best high claims",
    "references": "claim article proposition source title authors published published_in publisher url pages citation start end",
    "links": "thing label relation theirs decided_by decided_on note",
    "candidates": "thing label rank theirs their_label note score why authority",
    "unexplained": "article zone reason quote start end sentence",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_a_named_question_has_the_columns_of_the_contract(name: str, ford: Store) -> None:
    assert " ".join(ask(ford, name).columns) == CONTRACT[name]


def test_each_question_tells_its_title_purpose_and_columns(ford: Store) -> None:
    queries = list_queries()
    assert {query.name for query in queries} >= set(CONTRACT)
    assert [query.name for query in queries][:2] == ["claims", "conflicts"]
    for query in queries:
        assert query.title[0].isupper()
        assert query.purpose.endswith(".")
        assert query.columns == ask(ford, query.name).columns


def _shown(store: Store, name: str) -> list[tuple[str, ...]]:
    return [tuple(cell.removeprefix(BASE) for cell in row) for row in ask(store, name).rows]


def _picked(store: Store, name: str, *columns: str) -> list[tuple[str, ...]]:
    answer = ask(store, name)
    return [tuple(row[answer.columns.index(column)] for column in columns) for row in answer.rows]


def test_claims_give_figure_party_and_voice_in_plain_words(ford: Store) -> None:
    columns = (
        "zone",
        "kind",
        "low",
        "high",
        "approximate",
        "wording",
        "parties",
        "side",
        "category",
        "claimants",
    )
    assert _picked(ford, "claims", *columns) == [
        ("infobox", "killed", "20", "20", "false", "", "", "2", "combatants", "Valley League"),
        ("prose", "killed", "30", "40", "false", "", "raiders", "2", "combatants", "head of the League"),
        ("prose", "wounded", "", "", "false", "several", "Ardian soldiers", "1", "unknown", ""),
        ("prose", "materiel_lost", "2", "2", "true", "", "", "1", "unknown", ""),
    ]


def test_claims_give_stance_occasion_words_and_rule(ford: Store) -> None:
    columns = ("stance", "said_on", "medium", "scope", "quote", "start", "end", "rule", "confidence")
    assert _picked(ford, "claims", *columns)[1:3] == [
        ("claimed", "2020-05-04", "interview (Radio Kel)", "main", '30 to 40 "raiders" had been killed', "310", "344", "prose.said", "0.9"),
        ("unmarked", "", "", "sub", "Several Ardian soldiers were wounded", "346", "382", "prose.said", "0.9"),
    ]  # fmt: skip


def test_a_claim_read_in_two_places_has_a_row_for_each(
    mapped: Callable[..., Store], findings: Findings
) -> None:
    one = findings.claims[0]
    twice = type(one)(one.measure, one.quantity, one.event, findings.happenings[0].span, findings.happenings[0].sentence,
                      one.rule, 0.5, side=2, category="combatants", claimants=one.claimants, stance=one.stance)  # fmt: skip
    rows = _picked(mapped(claims=(one, twice), relations=()), "claims", "claim", "confidence", "zone")
    assert len({claim for claim, _, _ in rows}) == 1
    assert [row[1:] for row in rows] == [("0.9", "infobox"), ("0.5", "prose")]


def test_events_give_dates_as_written_and_places_from_the_inside_out(ford: Store) -> None:
    assert _shown(ford, "events") == [
        ("event/battle-of-red-ford-2020", "Battle of Red Ford", "battle", "2020-05-01", "2020-05-03", "Low Valley | Ardia", "10.5", "-20.25", "Ardian War", "Ardian victory", "true", "article/battle-of-red-ford"),
        ("event/ardian-war-2019", "Ardian War", "other", "2019", "", "", "", "", "", "", "false", "article/battle-of-red-ford"),
    ]  # fmt: skip


def test_participants_give_side_and_role(ford: Store) -> None:
    assert _picked(ford, "participants", "event_main", "side", "role", "label") == [
        ("true", "", "commander", "head of the League"),
        ("true", "1", "belligerent", "Ardia"),
        ("true", "2", "belligerent", "Front"),
    ]


def test_actors_give_all_their_names_kinds_and_offices(ford: Store) -> None:
    rows = {row[0]: row[1:] for row in _picked(ford, "actors", "label", "aliases", "kind", "office")}
    assert rows["Valley League"] == ("VL | the League", "armed group | coalition", "")
    assert rows["head of the League"] == ("", "person", "head of the League")
    assert rows["raiders"] == ("", "described group", "")
    assert rows["Radio Kel"] == ("", "media", "")


def test_the_timeline_is_in_order_of_time(ford: Store) -> None:
    assert _picked(ford, "timeline", "start", "end", "kind", "places", "actors", "quote_start") == [
        ("2020-05-03", "", "other", "Red Ford", "Ardia | the finders", "388"),
        ("2020-05-04", "2020-05-04", "statement", "", "", "236"),
    ]


def test_conflicts_name_both_voices_figures_and_the_ground(ford: Store) -> None:
    columns = ("kind", "relation", "who_a", "low_a", "high_a", "quote_a", "who_b", "low_b", "high_b")
    assert _picked(ford, "conflicts", *columns) == [
        ("killed", "contradicts", "Valley League", "20", "20", "20 killed", "head of the League", "30", "40")
    ]
    ((ground,),) = _picked(ford, "conflicts", "ground")
    assert ground.endswith("the ranges do not meet.")


def test_statements_sources_and_unexplained_figures_are_told(ford: Store) -> None:
    assert _picked(ford, "statements", "speakers", "on_behalf_of", "said_on", "outlet", "claims") == [
        ("head of the League", "Valley League", "2020-05-04", "Radio Kel", "1")
    ]
    assert _picked(ford, "sources", "title", "form", "name", "rights_holder", "claims") == [
        ("Battle of Red Ford", "plain", "red-ford.txt", "Wikipedia contributors", "4")
    ]
    assert _picked(ford, "unexplained", "reason", "quote", "start") == [
        ("No measure was found.", "seven", "401")
    ]


def test_no_estimates_are_given_unasked(ford: Store) -> None:
    assert ask(ford, "estimates").rows == ()


LINKS = """#curie_map:
#  wd: http://www.wikidata.org/entity/
subject_id\tpredicate_id\tobject_id\tobject_label\tauthor_label\tmapping_date\tmapping_tool\tscore\tfeatures\tcomment
{event}\tskos:closeMatch\twd:Q7\tRed Ford\tAnn\t2026-05-31\tA gazetteer\t90\tname=90|match=0\tthe war of it
{event}\ttm:mayBe\twd:Q8\tBlue Ford\t\t\tA gazetteer\t40\tname=40|match=0\t
"""


@pytest.fixture
def linked(ford: Store) -> Store:
    """The store with a link of its first event, and a candidate."""
    from testimonia.links import parse_links
    from testimonia.mapping import map_links

    store = Store()
    store.extend(ford)
    event = ask(ford, "events").rows[0][0]
    store.extend(
        Quad(*quad.triple) for quad in map_links(parse_links(LINKS.format(event=event), "links.tsv"))
    )
    return store


def test_links_and_candidates_are_told_apart(linked: Store) -> None:
    event, label = ask(linked, "events").rows[0][:2]
    wd = "http://www.wikidata.org/entity/"
    assert ask(linked, "links").rows == (
        (event, label, "closeMatch", f"{wd}Q7", "Ann", "2026-05-31", "the war of it"),
    )
    assert ask(linked, "candidates").rows == (
        (event, label, "1", f"{wd}Q8", "Blue Ford", "", "40", "match=0 | name=40", "A gazetteer"),
    )


@pytest.mark.parametrize("name", ["links", "candidates"])
def test_another_engine_gives_the_same_links(name: str, linked: Store) -> None:
    test_another_engine_with_our_data_alone_gives_the_same_answer(name, linked)


@pytest.mark.parametrize("name", sorted(query.name for query in list_queries()))
def test_named_graphs_change_no_answer(name: str, ford: Store, mapped: Callable[..., Store]) -> None:
    assert ask(mapped(named=True), name).rows == ask(ford, name).rows


@pytest.mark.parametrize("name", sorted(query.name for query in list_queries()))
def test_another_engine_with_our_data_alone_gives_the_same_answer(name: str, ford: Store) -> None:
    from rdflib import Graph

    graph = Graph()
    graph.parse(data=_triples(ford), format="nt")
    query = next(query for query in list_queries() if query.name == name)
    rows = [tuple("" if cell is None else str(cell) for cell in row) for row in graph.query(query.sparql)]  # type: ignore[union-attr]
    assert rows == list(ask(ford, name).rows)


def _triples(store: Store) -> str:
    return "".join(f"{quad.triple} .\n" for quad in store)
