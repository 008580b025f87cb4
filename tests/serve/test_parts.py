"""Parts of the server that need no server: the Accept header, refusals, IRIs and paths, starting."""

from __future__ import annotations

import signal
import sys
from contextlib import closing
from socket import create_server
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.cli import main
from testimonia.errors import OutputError
from testimonia.query import base_of
from testimonia.serve import Limits, serve
from testimonia.serve.names import Names
from testimonia.serve.negotiation import choose
from testimonia.serve.refusals import refusal
from testimonia.vocab import BASE, TM, TMC

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from testimonia.pipeline import Built

OFFERS = ("text/html", "text/turtle", "application/json")
NAMES = Names(BASE)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "text/html"),
        ("  ", "text/html"),
        ("*/*", "text/html"),
        ("text/*;q=0.5, application/json", "application/json"),
        ("text/html;q=0.2, */*;q=0.3", "text/turtle"),
        ("TEXT/TURTLE; charset=utf-8", "text/turtle"),
        ("text/html;q=0", None),
        ("image/png", None),
        ("text/turtle;q=2, text/html;q=-1", "text/turtle"),
        (",;,=;q", None),
    ],
)
def test_the_best_offer_is_chosen(accept: str | None, chosen: str | None) -> None:
    assert choose(accept, OFFERS) == chosen


@given(st.text(alphabet="texhml/*;q=0.19, ", max_size=40))
def test_no_header_is_too_strange(accept: str) -> None:
    assert choose(accept, OFFERS) in {*OFFERS, None}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://h/> {} }",
        "SELECT * {SERVICE?x{}}",
        "SELECT * { Service Silent ex:y {} }",
        "SELECT * { service # why\n silent#\r\n<http://h/> {} }",
        "SELECT * { ?s ?p true service <http://h/> {} }",
        "SELECT * { ?s ?p trueSERVICE <http://h/> {} }",
        "SELECT * { ?s ?p 1SERVICE <http://h/> {} }",
        "SELECT * { ?s ?p ?o }" + "}" * 5 + "SERVICE :x {}",
        "SELECT * { FILTER(" + "(" * 300 + "1" + ")" * 300 + ") }",
        "ASK { FILTER(" + "! " * 100 + "true) }",
    ],
)
def test_what_reaches_out_or_nests_is_refused(query: str) -> None:
    assert refusal(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?p { ?service ?p ?o }",
        "SELECT * { ?s ex:service ?o }",
        "SELECT * { ?s ex:secret-service ?o }",
        'SELECT * { ?s ?p "a service" . ?self_service ?b ?c }',
        "SELECT * { FILTER(" + "(" * 100 + "1" + ")" * 100 + ") }",
    ],
)
def test_what_only_looks_like_it_is_not(query: str) -> None:
    assert refusal(query) is None


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (f"{BASE}actor/france", "/kg/actor/france"),
        (f"{BASE}point/20.5,-1.25", "/kg/point/20.5,-1.25"),
        (f"{BASE}claim/x/killed-1#quantity", "/kg/claim/x/killed-1#quantity"),
        (f"{TMC}killed", "/concept/killed"),
        (f"{TM}measure", "/ontology#measure"),
        (TM.rstrip("#"), "/ontology"),
        (f"{BASE}caf%C3%A9", "/kg/caf%C3%A9"),
    ],
)
def test_an_iri_and_its_path_lead_to_each_other(iri: str, path: str) -> None:
    assert NAMES.path(iri) == path
    assert NAMES.iri(path.lstrip("/").partition("#")[0]) == iri.partition("#")[0]


@pytest.mark.parametrize("path", ["", "ontology2", "kgx"])
def test_other_paths_have_no_iri(path: str) -> None:
    assert NAMES.iri(path) is None
    assert NAMES.path("http://example.org/") is None


def test_another_version_of_the_ontology_is_not_served() -> None:
    assert NAMES.path(f"{TM.rstrip('#')}/0.1.0") is None


def test_the_base_is_told_by_the_data(kept: Path) -> None:
    from pyoxigraph import Store

    from testimonia.graphs import read_graph

    assert base_of(read_graph(kept)) == BASE
    assert base_of(Store()) == BASE


def test_an_address_that_is_taken_is_told(kept: Path) -> None:
    with closing(create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OutputError, match=rf"^127\.0\.0\.1:{port}: cannot be listened on: address"):
            serve(kept, Limits(), port=port)


def test_the_extra_is_asked_for_by_name(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["serve", str(kept)]) == 2
    assert capsys.readouterr().err == (
        "testimonia: `serve` needs Starlette, uvicorn and Jinja2: pip install 'testimonia[serve]'.\n"
    )


@pytest.mark.parametrize("option", ["--seconds", "--rows", "--workers"])
def test_limits_are_more_than_nothing(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "output", option, "0"]) == 2
    assert "more than nothing is needed" in capsys.readouterr().err


def test_what_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(tmp_path / "nowhere")]) == 2
    assert "no such file or folder" in capsys.readouterr().err


def test_a_store_made_for_serving_goes_with_the_server(
    built: Built,
    serving: Callable[..., AbstractContextManager[Any]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """systemd and containers stop a server by SIGTERM."""
    (tmp_path / "graph.nq").write_bytes(built.files["nq"])
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with serving(tmp_path / "graph.nq", tmp_path / "log", "--workers", "1") as server:
        assert len(list(temporary.glob("testimonia-*/store"))) == 1
        server.process.terminate()
        assert server.process.wait(timeout=20) == -signal.SIGTERM
    assert not list(temporary.iterdir())
