"""Clients by other people ask our endpoint: Comunica and SPARQLWrapper."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import RdfFormat, parse

from testimonia.graphs import read_graph
from testimonia.query import ask

if TYPE_CHECKING:
    from pathlib import Path

Peer = Callable[..., bytes]
KILLED = """PREFIX tm: <https://w3id.org/testimonia/ontology#>
PREFIX tmc: <https://w3id.org/testimonia/concept/>
SELECT ?claim ?low WHERE { ?claim tm:measure tmc:killed ; tm:quantity ?q . ?q tm:minValue ?low . FILTER(?low > 10) }
ORDER BY ?claim ?low"""


@pytest.fixture(scope="module")
def endpoint(folder: Path) -> Iterator[str]:
    command = [
        sys.executable,
        "-m",
        "testimonia",
        "serve",
        str(folder / "example.nq"),
        "--port",
        "0",
        "--quiet",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    address = process.stdout.readline().split()[1].rstrip(",")
    try:
        yield f"{address}sparql"
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


@pytest.fixture(scope="module")
def expected(folder: Path) -> list[tuple[str, ...]]:
    return list(ask(read_graph(folder / "example.nq"), KILLED).rows)


def test_comunica_gets_the_same_rows(script: Peer, endpoint: str, expected: list[tuple[str, ...]]) -> None:
    rows = json.loads(script("@comunica/query-sparql", endpoint, KILLED))
    assert sorted((row["claim"], row["low"]) for row in rows) == sorted(expected)
    assert len(expected) > 2


@pytest.mark.parametrize("method", ["GET", "POST", "POSTDIRECTLY"])
def test_sparqlwrapper_gets_the_same_rows(
    method: str, package: Callable[[str], Any], endpoint: str, expected: list[tuple[str, ...]]
) -> None:
    wrapper = package("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(endpoint)
    client.setQuery(KILLED)
    client.setReturnFormat(wrapper.JSON)
    client.setMethod("GET" if method == "GET" else "POST")
    if method == "POSTDIRECTLY":
        client.setRequestMethod(wrapper.POSTDIRECTLY)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert [(row["claim"]["value"], row["low"]["value"]) for row in rows] == expected


def test_sparqlwrapper_gets_a_graph(package: Callable[[str], Any], endpoint: str) -> None:
    wrapper = package("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(endpoint)
    client.setQuery("CONSTRUCT WHERE { ?a a <https://w3id.org/testimonia/ontology#Statement> }")
    client.setReturnFormat(wrapper.TURTLE)
    assert len(list(parse(client.queryAndConvert(), RdfFormat.TURTLE))) > 1
