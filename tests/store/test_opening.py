"""A graph of many quads is opened from a store for as long as it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.graphs import is_whole, read_graph
from testimonia.graphs.kept import repeats_all
from testimonia.query import ask
from testimonia.store import make_store, open_graph

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.pipeline import Built


@pytest.fixture
def source(built: Built, tmp_path: Path) -> Path:
    path = tmp_path / "akabar.nq"
    path.write_bytes(built.files["nq"])
    return path


def test_a_small_graph_is_read_into_memory(source: Path, tmp_path: Path) -> None:
    with open_graph(source, tmp_path / "sites") as graph:
        assert not is_whole(graph)
    assert not (tmp_path / "sites").exists()


def test_a_large_one_says_the_same_and_leaves_nothing_behind(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_graph(source, tmp_path) as graph:
        expected = ask(graph, "claims").rows
    monkeypatch.setattr("testimonia.store.opening._MOST", 100)
    with open_graph(source, tmp_path / "sites") as graph:
        assert is_whole(graph)
        assert ask(graph, "claims").rows == expected
        assert len(list((tmp_path / "sites").iterdir())) == 1
    assert not list((tmp_path / "sites").iterdir())


@pytest.mark.parametrize(("form", "repeats"), [("nq", True), ("ttl", False)])
def test_a_store_tells_whether_its_default_graph_only_repeats(
    form: str, repeats: bool, built: Built, tmp_path: Path
) -> None:
    path = tmp_path / f"akabar.{form}"
    path.write_bytes(built.files[form])
    made = make_store(path, tmp_path / "store", answers=False)
    assert repeats_all(read_graph(made.path)) == repeats


def test_a_kept_store_is_opened_where_it_lies(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_store(source, tmp_path / "store")
    monkeypatch.setattr("testimonia.store.opening._MOST", 100)
    with open_graph(tmp_path / "store", tmp_path / "sites") as graph:
        assert is_whole(graph)
    assert not (tmp_path / "sites").exists()
