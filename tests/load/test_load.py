"""Graphs are loaded whole, counted, and nothing is believed that a store only says."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Store

from testimonia.cli import main
from testimonia.errors import GraphError, LoadError, OutputError
from testimonia.graphs import read_graph
from testimonia.load import Connection, SignIn, load_graphs
from testimonia.load.graphs import NamedGraph, graphs_of
from testimonia.load.methods import METHODS, Dataset, GraphStore, Update
from testimonia.load.probing import count_triples
from testimonia.load.run import Target
from testimonia.store import make_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from testimonia.load.methods import MethodName
    from testimonia.pipeline import Built

Way = tuple[str, Any]


def held(address: str, source: Path) -> dict[str, int]:
    """What the store has in the graphs of a source."""
    return {
        graph.iri: count_triples(Connection(), f"{address}/query", graph.iri) for graph in graphs_of(source)
    }


def sizes(source: Path) -> dict[str, int]:
    return {graph.iri: len(graph.triples) for graph in graphs_of(source)}


@pytest.mark.parametrize("method", [None, *METHODS])
def test_every_graph_arrives_whole(method: MethodName | None, store: str, folder: Path) -> None:
    outcomes = list(load_graphs(folder, Target(store, method=method), Connection()))
    assert [outcome.state for outcome in outcomes] == ["loaded", "loaded"]
    assert held(store, folder) == sizes(folder)


@pytest.mark.parametrize("method", METHODS)
def test_a_graph_is_replaced_whole(method: MethodName, store: str, folder: Path) -> None:
    list(load_graphs(folder, Target(store, method=method), Connection()))
    file = folder / "ford.nq"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[::2]), encoding="utf-8")
    outcomes = list(load_graphs(folder, Target(store, method=method), Connection()))
    assert all(outcome.before > outcome.triples for outcome in outcomes)
    assert held(store, folder) == sizes(folder)


def test_graphs_that_are_not_ours_are_left_alone(store: str, folder: Path) -> None:
    foreign = NamedGraph("urn:somebody-elses", ("<urn:a> <urn:b> <urn:c> .",), "")
    GraphStore(Connection(), f"{store}/store").replace(foreign)
    list(load_graphs(folder, Target(store), Connection()))
    assert count_triples(Connection(), f"{store}/query", foreign.iri) == 1
    probes = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRENDS(STR(?g), '/probe')) }"
    assert Connection().ask(f"{store}/query", probes)[0]["n"]["value"] == "0"


def test_what_was_loaded_is_not_loaded_again(way: Way, folder: Path, tmp_path: Path) -> None:
    address, faults = way
    journal = tmp_path / "loaded.json"
    list(load_graphs(folder, Target(address), Connection(), journal))
    faults.seen.clear()
    again = list(load_graphs(folder, Target(address), Connection(), journal))
    assert [outcome.state for outcome in again] == ["unchanged", "unchanged"]
    assert all("probe" in path for method, path, _ in faults.seen if method == "PUT")


def test_what_the_store_has_lost_since_is_loaded_again(store: str, folder: Path, tmp_path: Path) -> None:
    journal = tmp_path / "loaded.json"
    list(load_graphs(folder, Target(store), Connection(), journal))
    lost = next(graphs_of(folder)).iri
    GraphStore(Connection(), f"{store}/store").drop(lost)
    again = list(load_graphs(folder, Target(store), Connection(), journal))
    assert {outcome.graph: outcome.state for outcome in again}[lost] == "loaded"
    assert held(store, folder) == sizes(folder)


def test_a_run_that_is_cut_short_goes_on(store: str, folder: Path, tmp_path: Path) -> None:
    journal = tmp_path / "loaded.json"
    run = load_graphs(folder, Target(store), Connection(), journal)
    next(run)
    run.close()  # type: ignore[attr-defined]
    again = list(load_graphs(folder, Target(store), Connection(), journal))
    assert [outcome.state for outcome in again] == ["unchanged", "loaded"]


def test_a_dry_run_writes_nothing(way: Way, folder: Path, tmp_path: Path) -> None:
    address, faults = way
    first = list(load_graphs(folder, Target(address), Connection(), tmp_path / "j.json", dry_run=True))
    assert [outcome.state for outcome in first] == ["would load", "would load"]
    assert {(method, path) for method, path, _ in faults.seen} <= {("POST", "/query"), ("POST", "/")}
    assert not (tmp_path / "j.json").exists()
    list(load_graphs(folder, Target(address), Connection(), tmp_path / "j.json"))
    later = list(load_graphs(folder, Target(address), Connection(), tmp_path / "j.json", dry_run=True))
    assert [outcome.state for outcome in later] == ["unchanged", "unchanged"]
    other = list(load_graphs(folder, Target(address), Connection(), dry_run=True))
    assert [outcome.state for outcome in other] == ["would replace", "would replace"]


def test_a_store_that_says_yes_and_keeps_nothing_is_found_out(way: Way, folder: Path) -> None:
    address, faults = way
    faults.swallow = lambda method, _: method == "PUT"
    outcomes = list(load_graphs(folder, Target(address), Connection()))
    assert [outcome.state for outcome in outcomes] == ["loaded", "loaded"]
    assert ("POST", "/update", "gzip") in faults.seen
    with pytest.raises(LoadError, match=r"the store takes no graph: graph-store at .*keeps 0 of 1 triple"):
        list(load_graphs(folder, Target(address, method="graph-store"), Connection()))


def test_a_triple_that_is_missing_afterwards_fails_loudly(way: Way, folder: Path, tmp_path: Path) -> None:
    address, faults = way

    def lose_one(body: bytes) -> bytes:
        if not body.startswith(b"\x1f\x8b"):
            return body
        lines = gzip.decompress(body).splitlines(keepends=True)
        return gzip.compress(b"".join(lines[1:] if len(lines) > 10 else lines))

    faults.alter = lose_one
    journal = tmp_path / "loaded.json"
    outcomes = list(load_graphs(folder, Target(address), Connection(), journal))
    assert {outcome.state for outcome in outcomes} == {"failed"}
    graph = next(graphs_of(folder))
    assert (
        f"holds {len(graph.triples) - 1} triples and should hold {len(graph.triples)}" in outcomes[0].problem
    )
    assert f"the first that is missing: {graph.triples[0]}" in outcomes[0].problem
    assert json.loads(journal.read_text(encoding="utf-8")) == {f"{address}/query": {}}


def test_a_store_that_is_busy_for_a_while_is_asked_again(way: Way, folder: Path) -> None:
    address, faults = way
    faults.busy = 3
    outcomes = list(load_graphs(folder, Target(address), Connection(pause=0)))
    assert {outcome.state for outcome in outcomes} == {"loaded"}


def test_a_store_that_fails_in_between_fails_that_graph_alone(way: Way, folder: Path) -> None:
    address, faults = way
    faults.refuse = lambda method, path: 500 if method == "PUT" and path.endswith("comparisons") else 0
    states = [outcome.state for outcome in load_graphs(folder, Target(address), Connection())]
    assert states == ["loaded", "failed"]


def test_a_store_that_does_not_read_gzip_gets_it_plain(way: Way, folder: Path) -> None:
    address, faults = way
    faults.alter = lambda body: b"" if body.startswith(b"\x1f\x8b") else body
    outcomes = list(load_graphs(folder, Target(address, method="update"), Connection()))
    assert {outcome.state for outcome in outcomes} == {"loaded"}
    assert {encoding for method, path, encoding in faults.seen if path == "/update"} == {"gzip", ""}


def test_large_graphs_go_in_batches(store: str) -> None:
    triples = tuple(sorted(f'<urn:a{n}> <urn:b> "{n}" .' for n in range(25)))
    for method in (
        GraphStore(Connection(), f"{store}/store", 10),
        Update(Connection(), f"{store}/update", 10),
    ):
        graph = NamedGraph("urn:batches", triples, "")
        method.replace(graph)
        assert count_triples(Connection(), f"{store}/query", graph.iri) == 25
        method.drop(graph.iri)
        assert count_triples(Connection(), f"{store}/query", graph.iri) == 0


def test_a_graph_with_blank_nodes_goes_in_one_piece(store: str) -> None:
    triples = tuple(f'_:a <urn:b> "{n}" .' for n in range(25))
    graph = NamedGraph("urn:blank", triples, "")
    Update(Connection(), f"{store}/update", 10).replace(graph)
    found = Connection().ask(f"{store}/query", "SELECT DISTINCT ?a { GRAPH <urn:blank> { ?a ?b ?c } }")
    assert len(found) == 1


def test_dropping_what_is_not_there_is_fine(store: str) -> None:
    GraphStore(Connection(), f"{store}/store").drop("urn:never-seen")
    Dataset(Connection(), f"{store}/store").drop("urn:never-seen")
    Update(Connection(), f"{store}/update").drop("urn:never-seen")


@pytest.mark.parametrize("suffix", ["nq", "trig", "ttl", "jsonld"])
def test_triples_without_a_graph_belong_to_their_revision(suffix: str, built: Built, tmp_path: Path) -> None:
    (tmp_path / f"akabar.{suffix}").write_bytes(built.files[suffix])
    graphs = list(graphs_of(tmp_path))
    assert graphs[0].iri.endswith("/rev/316224051f4b")
    assert sum(len(graph.triples) for graph in graphs) == len({quad.triple for quad in read_graph(tmp_path)})


def test_a_store_gives_the_graphs_of_its_files(built: Built, tmp_path: Path) -> None:
    (tmp_path / "akabar.nq").write_bytes(built.files["nq"])
    made = make_store(tmp_path, tmp_path / "elsewhere")
    assert list(graphs_of(made.path)) == list(graphs_of(tmp_path / "akabar.nq"))
    assert not next(graphs_of(made.path)).has_blank_nodes


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"a.ttl": "<urn:a> <urn:b> <urn:c> ."}, "describes 0 article revisions"),
        ({"a.nq": "<urn:a> <urn:b> <urn:c> _:g ."}, "has no IRI"),
        ({"a.nq": "<urn:a> <urn:b> <urn:c> <urn:g> .", "b.nq": "<urn:a> <urn:b> <urn:d> <urn:g> ."}, "is in .*a.nq as well"),
        ({"a.nq": ""}, "holds no triple to load"),
    ],
)  # fmt: skip
def test_what_cannot_be_loaded_is_told(
    files: dict[str, str], sentence: str, store: str, tmp_path: Path
) -> None:
    for name, words in files.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    with pytest.raises(GraphError, match=sentence):
        list(load_graphs(tmp_path, Target(store), Connection()))


def test_where_nothing_listens_it_is_told(folder: Path) -> None:
    with pytest.raises(LoadError, match=r"^http://127\.0\.0\.1:9: cannot be reached: connection refused\.$"):
        list(load_graphs(folder, Target("http://127.0.0.1:9"), Connection(pause=0)))


def test_where_no_endpoint_answers_it_is_told(way: Way, folder: Path) -> None:
    address, faults = way
    faults.refuse = lambda *_: 404
    with pytest.raises(LoadError, match="no SPARQL endpoint answers there: answered 404"):
        list(load_graphs(folder, Target(address), Connection()))
    faults.refuse = lambda *_: 0
    faults.swallow = lambda *_: True
    with pytest.raises(LoadError, match="gives no results in JSON"):
        list(load_graphs(folder, Target(address), Connection()))


def test_addresses_may_be_said(store: str, folder: Path) -> None:
    target = Target(f"{store}/query", update=f"{store}/update", graphs=f"{store}/store")
    assert {outcome.state for outcome in load_graphs(folder, target, Connection())} == {"loaded"}


@pytest.mark.parametrize("words", ["oops", "[]", '{"http://a": []}'])
def test_what_is_no_journal_is_not_written_over(words: str, store: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "j.json").write_text(words, encoding="utf-8")
    with pytest.raises(OutputError, match="not a journal that testimonia wrote"):
        list(load_graphs(folder, Target(store), Connection(), tmp_path / "j.json"))
    assert (tmp_path / "j.json").read_text(encoding="utf-8") == words


def test_a_journal_that_cannot_be_written_is_told(store: str, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        list(load_graphs(folder, Target(store), Connection(), tmp_path / "nowhere" / "j.json"))


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(SignIn("digest", "somebody", "secret"))


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["load", *map(str, words)])
        return (code, *capsys.readouterr())

    return run


def test_the_command_tells_of_each_graph_and_sums_up(
    command: Callable[..., tuple[int, str, str]], store: str, folder: Path
) -> None:
    code, printed, told = command(folder, "--to", store, "--dry-run")
    assert (code, printed.split(":")[0]) == (0, "2 would load")
    assert told.count("would load, ") == 2
    total = sum(sizes(folder).values())
    assert command(folder, "--to", store)[1] == f"2 loaded: {total} triples, each graph counted → {store}\n"
    assert (folder / "loaded.json").is_file()
    assert command(folder, "--to", store, "--quiet") == (0, "", "")
    assert command(folder / "ford.nq", "--to", store)[1].startswith("2 loaded")
    assert command(folder, "--to", store, "--journal", "")[1].startswith("2 loaded")


def test_the_command_ends_with_1_where_a_graph_fails(
    command: Callable[..., tuple[int, str, str]], way: Way, folder: Path
) -> None:
    address, faults = way
    faults.refuse = lambda method, path: 500 if method == "PUT" and path.endswith("comparisons") else 0
    code, printed, told = command(folder, "--to", address, "--method", "graph-store")
    assert (code, printed.split(":")[0]) == (1, "1 loaded, 1 failed")
    assert "testimonia: " in told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--to", "ftp://x"), "begins with http://"),
        (("--to", "http://127.0.0.1:9", "--auth", "basic"), "--auth basic needs --user NAME"),
        (
            ("--to", "http://127.0.0.1:9", "--auth", "digest", "--user", "x"),
            "put it into TESTIMONIA_PASSWORD",
        ),
    ],
)
def test_wrong_use_is_told(
    words: tuple[str, ...],
    sentence: str,
    command: Callable[..., tuple[int, str, str]],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TESTIMONIA_PASSWORD", raising=False)
    code, _, told = command(folder, *words)
    assert code == 2
    assert sentence in told


def test_the_store_here_is_left_as_it_was(folder: Path) -> None:
    before = Store()
    before.extend(read_graph(folder))
    list(graphs_of(folder))
    assert set(before) == set(read_graph(folder))
