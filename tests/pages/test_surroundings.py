"""What is cut out of a graph for one event tells the same of it as the whole graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.graphs import read_graph
from testimonia.pages import open_library
from testimonia.pages.dossiers import Dossiers
from testimonia.pages.gathering import Gatherer
from testimonia.pages.surroundings import Surroundings
from testimonia.pages.tellers import Tellers
from testimonia.pipeline import Options, build_article
from testimonia.store import make_store
from testimonia.validate import Texts
from testimonia.vocab import term

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

BATTLES = {
    "first": "= Battle of Orvan =\nInfobox\n- Partof: Orvan War\n- Date: 3 March 2015\n- Combatant1: Zadia\n- Combatant2: Lurian Front\n"
    "- Casualties1: 12 killed\n- Casualties2: 40 killed\n\nThe Battle of Orvan took place on 3 March 2015 between Zadia and "
    "the Lurian Front. The Zadian army said on 4 March that 60 fighters of the Lurian Front were killed. The Lurian Front "
    "said that 9 fighters had been killed.\n",
    "second": "= Siege of Tessel =\nInfobox\n- Partof: Orvan War\n- Date: 1 May 2015\n- Combatant1: Zadia\n- Combatant2: Lurian Front\n"
    "- Casualties1: 3 killed\n- Casualties2: Unknown\n\nThe Siege of Tessel began on 1 May 2015. Zadia lost 5 soldiers. In the "
    "Battle of Orvan, 70 fighters of the Lurian Front had been killed.\n",
}

EVERY = Options(formats=("turtle", "nquads"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles that tell of the same actors, war and battle, with and without named graphs."""
    made = tmp_path_factory.mktemp("surroundings")
    for name, text in BATTLES.items():
        for form, data in build_article(text.encode(), f"{name}.txt", EVERY).files.items():
            (made / form).mkdir(exist_ok=True)
            (made / form / f"{name}.{form}").write_bytes(data)
    return made


def told(graph: Store, *, cut: bool) -> list[object]:
    whole = Gatherer(open_library(graph).data, Texts(), "ucdp", Tellers(graph))
    if not cut:
        return [whole.dossier(event) for event in whole.events]
    together: list[object] = list(Dossiers(whole).each())
    assert together == [next(Dossiers(whole).of(event)) for event in whole.events]
    return together


def test_a_graph_without_named_graphs(folder: Path) -> None:
    graph = read_graph(folder / "ttl")
    assert told(graph, cut=True) == told(graph, cut=False)
    assert len(told(graph, cut=True)) == 3


def test_a_graph_with_a_named_graph_for_each_article(folder: Path) -> None:
    graph = read_graph(folder / "nq")
    assert told(graph, cut=True) == told(graph, cut=False) == told(read_graph(folder / "ttl"), cut=False)


def test_a_store_whose_default_graph_repeats_the_others(folder: Path, tmp_path: Path) -> None:
    make_store(folder / "ttl", tmp_path / "store")
    kept = read_graph(tmp_path / "store")
    assert told(kept, cut=True) == told(read_graph(folder / "ttl"), cut=False)


def test_the_places_where_other_articles_tell_of_an_actor_stay_behind(folder: Path) -> None:
    graph = read_graph(folder / "ttl")
    event = next(one for one in Gatherer(graph, Texts()).events if "siege" in one)
    small = Surroundings(graph).of(event)
    read = [quad for quad in small if quad.predicate.value == term("tm:evidence")]
    assert read
    assert not any("/actor/" in str(quad.subject) for quad in read)
