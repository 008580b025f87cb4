"""The query cases of the SPARQL 1.1 protocol test suite of W3C, run as they are written.

Left out by design are the cases that need an update to succeed, as the endpoint is read-only; the cases
in which an update must fail do pass. The suite lies beside the checkout and is not part of it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from testimonia.store import make_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rdflib import Graph
    from rdflib.term import Node

Server = Any
SUITE = Path(__file__).resolve().parents[3] / "shared" / "conformance" / "sparql11-protocol"
NEED_UPDATES = {
    "update_base_uri",
    "update_dataset_default_graph",
    "update_dataset_default_graphs",
    "update_dataset_full",
    "update_dataset_named_graphs",
    "update_post_direct",
    "update_post_form",
}
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"

if not SUITE.is_dir():
    pytest.skip("the test suite of W3C is not beside the checkout", allow_module_level=True)


def manifest() -> Graph:
    from rdflib import Graph

    return Graph().parse(SUITE / "manifest.ttl")


def cases() -> list[str]:
    from rdflib import URIRef

    graph = manifest()
    listed = next(iter(graph.objects(None, URIRef(MF + "entries"))))
    return [str(entry).rpartition("#")[2] for entry in graph.items(listed)]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graphs that the suite expects at the endpoint."""
    folder = tmp_path_factory.mktemp("suite")
    quads = [
        f"{line.rstrip(' .')} <http://kasei.us/2009/09/sparql/data/data{number}.rdf> .\n"
        for number in (1, 2, 3)
        for line in (SUITE / f"data{number}.nt").read_text(encoding="utf-8").splitlines()
    ]
    (folder / "data.nq").write_text("".join(quads), encoding="utf-8")
    make_store(folder)
    return folder


@pytest.fixture(scope="module")
def endpoint(
    data: Path, serving: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    with serving(data, tmp_path_factory.mktemp("log") / "serve.log") as running:
        yield running


def test_the_documentation_lists_what_is_left_out_by_design() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "serving.md").read_text(encoding="utf-8")
    assert set(cases()) >= NEED_UPDATES
    assert all(f"`{name}`" in page for name in NEED_UPDATES)


@pytest.mark.parametrize("name", sorted(set(cases()) - NEED_UPDATES))
def test_the_endpoint_passes_the_case(name: str, endpoint: Server) -> None:
    from rdflib import URIRef

    graph = manifest()
    case = next(one for one in graph.subjects(URIRef(MF + "name")) if str(one).endswith(f"#{name}"))
    requests = list(graph.items(part(graph, part(graph, case, MF + "action"), HT + "requests")))
    assert requests
    for request in requests:
        run(graph, request, endpoint)


def run(graph: Graph, request: Node, endpoint: Server) -> None:
    body = part(graph, request, HT + "body")
    encoding = str(part(graph, body, CNT + "characterEncoding")) if body else "utf-8"
    words = str(part(graph, body, CNT + "chars")).encode(encoding) if body else None
    headers = {
        str(part(graph, header, HT + "fieldName")): str(part(graph, header, HT + "fieldValue"))
        for header in graph.items(part(graph, request, HT + "headers"))
    }
    path, method = (str(part(graph, request, HT + name)) for name in ("absolutePath", "methodName"))
    got = endpoint.ask(path, method, words, **headers)
    answer = part(graph, request, HT + "resp")
    allowed = {str(one)[-3] for one in every(graph, answer, MF + "expectedStatus")}
    assert str(got.status)[0] in allowed, got.text
    for form in every(graph, answer, MF + "expectedFormat"):
        assert (
            got.media
            in {
                "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
                "tabular": {"application/sparql-results+json", "application/sparql-results+xml", "text/csv"},
                "RDF": {"text/turtle", "application/rdf+xml"},
            }[str(form)]
        )
    for truth in every(graph, answer, MF + "expectedBoolean"):
        assert json.loads(got.body)["boolean"] is (str(truth) == "true")


def part(graph: Graph, node: Node | None, name: str) -> Any:
    return next(iter(every(graph, node, name)), None)


def every(graph: Graph, node: Node | None, name: str) -> list[Any]:
    from rdflib import URIRef

    return list(graph.objects(node, URIRef(name)))
