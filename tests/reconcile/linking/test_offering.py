"""Candidates of an authority for a built graph, in the file of links that people judge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from testimonia.graphs import read_graph
from testimonia.links import EXACT, new_table
from testimonia.mapping import map_links
from testimonia.reconcile.authority import Authority, add_authority, authorities
from testimonia.reconcile.client import Subject, subjects_of
from testimonia.reconcile.client.subjects import Known
from testimonia.reconcile.judging import Threshold, accept_by_threshold
from testimonia.reconcile.linking import find_offers, link_things, sought_in
from testimonia.vocab import TM

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.links import Link, LinkTable

KG = "https://w3id.org/testimonia/kg/"


@pytest.fixture(scope="module")
def subjects(checkout: Path) -> list[Subject]:
    return subjects_of(read_graph(checkout / "output"))


@pytest.fixture(scope="module")
def near_menaka(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder = tmp_path_factory.mktemp("authority")
    add_authority(checkout / "examples" / "places-near-menaka.tsv", folder)
    return authorities(folder)[1]


def of(table: LinkTable, local: str) -> list[Link]:
    return [link for link in table.links if link.subject == KG + local]


def test_both_akabars_near_menaka_are_offered_with_one_score_and_none_is_chosen(
    subjects: list[Subject], near_menaka: Authority
) -> None:
    table = link_things(new_table(), subjects, near_menaka, 5).table
    first, second = of(table, "place/akabar")
    assert {first.object, second.object} == {
        "https://sws.geonames.org/6699355/",
        "https://sws.geonames.org/2461207/",
    }
    for link in (first, second):
        assert (link.verdict, link.score) == ("candidate", 100)
        assert link.cell("features") == "match=0|label=100|country=1|within=1"
        assert link.cell("object_description").startswith("village in Menaka, Gao, ML; 15.3")
        assert "Akabar" in link.cell("subject_sentence")
    quads = map_links(table)
    for link in (first, second):
        (candidate,) = (quad.subject for quad in quads if str(quad.object) == f"<{link.object}>")
        (rank,) = (q.object for q in quads if q.subject == candidate and q.predicate.value == f"{TM}rank")
        assert str(rank).startswith('"1"')
    predicates = {quad.predicate.value for quad in quads}
    assert EXACT not in predicates
    assert "https://w3id.org/testimonia/ontology#serviceAddress" not in predicates


def test_a_threshold_accepts_neither_of_two_equal_ones_and_no_name_alone(
    subjects: list[Subject], near_menaka: Authority
) -> None:
    table = link_things(new_table(), subjects, near_menaka, 5).table
    _, accepted = accept_by_threshold(table, Threshold(least=0, lead=0.1), "2026-05-31")
    assert {link.subject for link in accepted} == {f"{KG}place/menaka-cercle"}
    lonely = Subject(f"{KG}place/akabar", "place", "", "Menaka", ())
    table = link_things(new_table(), [lonely], near_menaka, 5).table
    assert accept_by_threshold(table, Threshold(least=80.1, lead=0), "2026-05-31")[1] == ()


def test_states_are_offered_countries_and_other_actors_and_events_nothing(
    subjects: list[Subject], tmp_path: Path
) -> None:
    table = link_things(new_table(), subjects, authorities(tmp_path)[0], 1).table
    assert [link.object for link in of(table, "actor/france")] == ["http://www.wikidata.org/entity/Q142"]
    assert [link.object for link in of(table, "place/mali")] == ["http://www.wikidata.org/entity/Q912"]
    assert {link.subject.split("/")[-2] for link in table.links} == {"actor", "place"}
    assert of(table, "actor/french-government") == of(table, "actor/gatia") == []


def test_the_same_again_changes_nothing_and_a_decision_stays(
    subjects: list[Subject], near_menaka: Authority
) -> None:
    table = link_things(new_table(), subjects, near_menaka, 5).table
    assert link_things(table, subjects, near_menaka, 5).table == table
    chosen = of(table, "place/akabar")[0]
    cells = {
        **chosen.cells,
        "predicate_id": "skos:exactMatch",
        "author_label": "Ann",
        "mapping_date": "2026-05-31",
    }
    decided = replace(chosen, predicate=EXACT, cells=cells)
    judged = table.with_links([decided if link is chosen else link for link in table.links])
    after = link_things(judged, subjects, near_menaka, 5).table
    assert of(after, "place/akabar") == [decided]
    assert len(of(link_things(judged, subjects, near_menaka, 5, again=True).table, "place/akabar")) == 2


def known(**values: str) -> tuple[tuple[str, tuple[Known, ...]], ...]:
    return tuple((name, tuple(map(Known, words.split("|")))) for name, words in values.items())


def test_what_is_sought_is_what_the_graph_tells_of_a_place() -> None:
    place = Subject(
        "urn:kel",
        "place",
        "",
        "Kel",
        known(chain="Gao Region|Mali", latitude="15.5", longitude="2", wikipedia="Kel, Mali"),
        article="Battle of Kel",
    )
    other = Subject("urn:orr", "place", "", "Orr", (), article="Battle of Kel")
    state = Subject("urn:niger", "actor", "state", "Niger", (), article="Battle of Kel")
    group = Subject("urn:band", "actor", "armed_group", "Band of Kel", ())
    found = dict(sought_in([place, other, state, group]))
    assert set(found) == {place, other, state}
    assert found[place].around == ("Gao Region", "Mali")
    assert found[place].points == ((15.5, 2.0),)
    assert found[place].titles == ("Kel, Mali",)
    assert found[other].near == ("ML", "NE")
    assert (found[state].state, found[other].state) == (True, False)


def test_a_place_of_which_nothing_is_known_but_its_name_has_no_neighbours() -> None:
    lonely = Subject("urn:kel", "place", "", "Kel", ())
    (sought,) = (sought for _, sought in sought_in([lonely]))
    assert (sought.near, sought.points, sought.countries) == ((), (), ())


def test_a_candidate_is_described_by_where_it_lies_and_what_speaks_against_it(
    subjects: list[Subject], near_menaka: Authority
) -> None:
    cercle = next(
        one for one in find_offers(subjects, near_menaka, 5) if one.subject.label == "Menaka Cercle"
    )
    told = [offer.candidate.description for offer in cercle.offers]
    assert told == [
        "county in Gao, ML; 16.6981, 2.8297; «Menaka», without the words around",
        "town in Menaka, Gao, ML; 15.9182, 2.4022; «Menaka», without the words around; town, not county",
    ]
