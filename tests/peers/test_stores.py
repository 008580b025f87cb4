"""Real stores by other people take our graphs and hold every triple afterwards, each with its own traps."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import closing, contextmanager
from socket import create_connection, create_server
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import RdfFormat, parse

from testimonia.graphs import read_graph
from testimonia.load import Connection, SignIn, load_graphs
from testimonia.load.graphs import graphs_of
from testimonia.load.probing import count_triples
from testimonia.load.run import Target
from testimonia.validate import Checker, validate_graph
from testimonia.vocab import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from testimonia.load.methods import MethodName

DBA = SignIn("digest", "dba", "dba")
"""What a Virtuoso on a new database has."""

RDFLIB = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
app = SparqlEndpoint(graph=Dataset(default_union=True), enable_update=True, path="/")
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="critical")
"""


def free_port() -> int:
    with closing(create_server(("127.0.0.1", 0))) as found:
        port: int = found.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    """Run a server until the block ends."""
    with (folder / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
    try:
        for _ in range(600):
            assert process.poll() is None, (folder / "log").read_text(encoding="utf-8")
            try:
                create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory, installed: Callable[[str], str]) -> Iterator[str]:
    program = installed("virtuoso-t")
    folder, web, sql = tmp_path_factory.mktemp("virtuoso"), free_port(), free_port()
    (folder / "virtuoso.ini").write_text(
        f"""[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = {sql}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1000
[HTTPServer]
ServerPort = {web}
""",
        encoding="utf-8",
    )
    with running([program, "+foreground", "+configfile", "virtuoso.ini"], web, folder):
        yield f"http://127.0.0.1:{web}/sparql"


@pytest.fixture(scope="module")
def rdflib_endpoint(tmp_path_factory: pytest.TempPathFactory, package: Callable[[str], Any]) -> Iterator[str]:
    package("rdflib_endpoint")
    port = free_port()
    with running([sys.executable, "-c", RDFLIB, str(port)], port, tmp_path_factory.mktemp("endpoint")):
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory, installed: Callable[[str], str]) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("oxigraph"), free_port()
    command = [installed("oxigraph"), "serve", "--location", "store", "--bind", f"127.0.0.1:{port}"]
    with running(command, port, folder):
        yield f"http://127.0.0.1:{port}/query"


@pytest.mark.parametrize(("store", "signed"), [("oxigraph", None), ("virtuoso", DBA)])
def test_the_graph_of_a_store_is_validated_as_its_file_is(
    store: str,
    signed: SignIn | None,
    request: pytest.FixtureRequest,
    folder: Path,
    tmp_path: Path,
    checkout: Path,
) -> None:
    """The example, which conforms, and a graph in which a claim lacks its stance."""
    endpoint: str = request.getfixturevalue(store)
    broken = tmp_path / "broken.nq"
    lines = [str(quad.triple) for quad in read_graph(checkout / "tests" / "broken" / "C203-0.ttl")]
    broken.write_text("".join(f"{line} <{BASE}broken> .\n" for line in lines), encoding="utf-8")
    for file in (folder / "example.nq", broken):
        list(load_graphs(file, Target(endpoint), Connection(signed)))
        for graph in graphs_of(file):
            quads = parse("\n".join(graph.triples), RdfFormat.N_TRIPLES)
            (checked,) = Checker().check(endpoint, graph.iri)
            assert checked.report == validate_graph(quads)
    assert [result.code for result in checked.report.results] == ["C203"]


@pytest.mark.parametrize("method", ["graph-store", "update", None])
def test_virtuoso_holds_every_triple(method: MethodName | None, virtuoso: str, folder: Path) -> None:
    outcomes = list(load_graphs(folder / "example.nq", Target(virtuoso, method=method), Connection(DBA)))
    assert {outcome.state for outcome in outcomes} == {"loaded"}
    for graph in graphs_of(folder / "example.nq"):
        assert count_triples(Connection(), virtuoso, graph.iri) == len(graph.triples)


def test_virtuoso_takes_nothing_from_strangers(virtuoso: str, folder: Path) -> None:
    from testimonia.errors import LoadError

    with pytest.raises(LoadError, match=r"the store takes no graph: graph-store at .*answered 401"):
        list(load_graphs(folder / "example.nq", Target(virtuoso), Connection()))


def test_what_virtuoso_only_says_that_it_stores_is_found_out(virtuoso: str, folder: Path) -> None:
    """It answers 200 to a whole dataset and keeps nothing."""
    from testimonia.errors import LoadError

    with pytest.raises(LoadError, match="the store takes no graph: dataset at"):
        list(load_graphs(folder / "example.nq", Target(virtuoso, method="dataset"), Connection(DBA)))


def test_rdflib_endpoint_holds_every_triple(rdflib_endpoint: str, folder: Path, tmp_path: Path) -> None:
    """Of every tenth line: its parser needs 15 seconds for the updates of a whole article."""
    part = tmp_path / "part.nq"
    lines = (folder / "example.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    part.write_text("".join(lines[::10]), encoding="utf-8")
    outcomes = list(load_graphs(part, Target(rdflib_endpoint), Connection()))
    assert {outcome.state for outcome in outcomes} == {"loaded"}
    for graph in graphs_of(part):
        assert count_triples(Connection(), rdflib_endpoint, graph.iri) == len(graph.triples)
