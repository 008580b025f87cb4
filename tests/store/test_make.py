"""A store on disk gives the same answers as the files it was made of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from testimonia.errors import GraphError, OutputError
from testimonia.graphs import find_kept, is_whole, read_graph
from testimonia.query import ask, explain, list_queries
from testimonia.store import make_store
from testimonia.validate import validate_graph

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.pipeline import Built


@pytest.fixture
def folder(built: Built, tmp_path: Path) -> Path:
    """A built folder of two articles that share actors and places."""
    place = tmp_path / "output"
    place.mkdir()
    words = built.files["nq"].decode()
    (place / "akabar.nq").write_text(words, encoding="utf-8")
    (place / "ford.nq").write_text(words.replace("battle-of-akabar", "battle-of-red-ford"), encoding="utf-8")
    return place


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_every_named_question_has_the_same_answer(query: object, folder: Path) -> None:
    sparql = query.sparql  # type: ignore[attr-defined]
    expected = ask(read_graph(folder), sparql).rows
    make_store(folder)
    kept = find_kept(folder)
    assert kept is not None
    store = kept.open()
    assert is_whole(store)
    assert ask(store, sparql).rows == expected
    assert ask(store, sparql, kept.known).rows == expected
    assert ask(store, f"{sparql} LIMIT 1", kept.known).rows == expected[:1]


def test_a_triple_that_several_articles_share_counts_once(folder: Path) -> None:
    question = 'SELECT (COUNT(*) AS ?n) { ?france rdfs:label "France"@en }'
    assert ask(read_graph(folder), question).rows == (("1",),)
    make_store(folder)
    assert ask(read_graph(folder), question).rows == (("1",),)


def test_named_graphs_can_be_asked(folder: Path) -> None:
    question = "SELECT DISTINCT ?g { GRAPH ?g { ?claim a tm:CasualtyClaim } } ORDER BY ?g"
    expected = ask(read_graph(folder), question).rows
    make_store(folder)
    assert ask(read_graph(folder), question).rows == expected
    assert len(expected) == 2
    names = {graph.value for graph in read_graph(folder).named_graphs()}
    assert {row[0] for row in expected} < names


def test_claims_are_explained_from_a_store(folder: Path) -> None:
    expected = explain(read_graph(folder), "over a dozen")
    make_store(folder)
    assert explain(read_graph(folder), "over a dozen") == expected


def test_a_store_is_validated_like_its_files(folder: Path) -> None:
    expected = validate_graph(read_graph(folder)).results
    make_store(folder)
    assert validate_graph(read_graph(folder)).results == expected


def test_a_store_is_left_alone_until_a_file_changes(folder: Path) -> None:
    made = make_store(folder)
    again = make_store(folder)
    assert not made.unchanged
    assert again.unchanged
    assert (again.triples, again.graphs) == (made.triples, made.graphs)
    assert not make_store(folder, rebuild=True).unchanged
    (folder / "ford.nq").unlink()
    smaller = make_store(folder)
    assert not smaller.unchanged
    assert smaller.graphs == 2


def test_a_store_that_is_behind_its_folder_is_not_asked(folder: Path) -> None:
    make_store(folder)
    (folder / "more.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    assert find_kept(folder) is None
    assert ask(read_graph(folder), "ASK { <urn:a> ?b ?c }").rows == (("true",),)


def test_a_store_elsewhere_is_opened_by_its_own_name(folder: Path, tmp_path: Path) -> None:
    made = make_store(folder / "akabar.nq", tmp_path / "kept")
    assert made.path == tmp_path / "kept"
    assert len(ask(read_graph(tmp_path / "kept"), "claims").rows) == 19


def test_several_readers_may_have_it_open_while_it_is_made_again(folder: Path) -> None:
    make_store(folder)
    first, second = read_graph(folder), read_graph(folder)
    make_store(folder, rebuild=True)
    assert ask(first, "claims") == ask(second, "claims") == ask(read_graph(folder), "claims")


def test_what_lies_in_the_way_is_not_replaced(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    with pytest.raises(OutputError, match="is there already and is no store"):
        make_store(folder, tmp_path / "papers")
    assert (tmp_path / "papers").is_dir()


def test_a_broken_file_leaves_no_store(folder: Path) -> None:
    (folder / "broken.nq").write_text("<urn:a> oops .", encoding="utf-8")
    with pytest.raises(GraphError, match=r"broken\.nq:1: "):
        make_store(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["akabar.nq", "broken.nq", "ford.nq"]


def test_a_place_that_cannot_be_written_is_told(folder: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        make_store(folder, folder / "akabar.nq" / "store")


@pytest.mark.parametrize("words", ["oops", "{}", "[]"])
def test_a_damaged_paper_is_told(words: str, folder: Path) -> None:
    paper = make_store(folder).path / "store.json"
    paper.write_text(words, encoding="utf-8")
    with pytest.raises(GraphError, match="not a store that testimonia made"):
        read_graph(folder)


def test_a_damaged_store_is_told(folder: Path) -> None:
    made = make_store(folder)
    (made.path / "oxigraph" / "CURRENT").write_text("oops", encoding="utf-8")
    with pytest.raises(GraphError, match="cannot be opened, make it again"):
        read_graph(folder)


def test_the_paper_says_what_the_store_holds(folder: Path) -> None:
    made = make_store(folder)
    paper = json.loads((made.path / "store.json").read_text(encoding="utf-8"))
    assert sorted(paper["files"]) == ["akabar.nq", "ford.nq"]
    assert (paper["graphs"], paper["triples"]) == (made.graphs, made.triples)
