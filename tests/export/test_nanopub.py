"""Each claim as a nanopublication: four graphs, each with its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from testimonia.export import ExportOptions, export_graph
from testimonia.vocab import PREFIXES, term

if TYPE_CHECKING:
    from collections.abc import Mapping

ME = "https://orcid.example/0000"
NAME = "battle-of-akabar-2018-killed-53evea6w.trig"
PUB = "https://w3id.org/testimonia/kg/nanopub/battle-of-akabar-2018/killed-53evea6w"


@pytest.fixture(scope="module")
def files(store: Store) -> Mapping[str, bytes]:
    return export_graph(store, "nanopub", ExportOptions(creator=ME, created="2026-01-01T00:00:00Z")).files


@pytest.fixture(scope="module")
def one(files: Mapping[str, bytes]) -> Store:
    graph = Store()
    graph.load(files[NAME], RdfFormat.TRIG)
    return graph


def ask(one: Store, pattern: str) -> bool:
    return bool(one.query(f"ASK {{ {pattern} }}", prefixes=PREFIXES | {"pub": f"{PUB}#"}))


def test_there_is_one_for_each_claim(files: Mapping[str, bytes]) -> None:
    assert len(files) == 19
    assert all(name.endswith(".trig") for name in files)


def test_it_has_four_graphs(one: Store) -> None:
    assert {graph.value.partition("#")[2] for graph in one.named_graphs()} == {
        "head", "assertion", "provenance", "info",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("graph", "pattern"),
    [
        ("assertion", "?claim tm:quantity [ tm:minValue 30 ; tm:maxValue 40 ] ; tm:stance tmc:claimed"),
        ("assertion", '?claim tm:claimant/rdfs:label "leader of the MSA"@en'),
        (
            "provenance",
            'pub:assertion prov:wasDerivedFrom/oa:hasSelector/oa:exact "30 to 40 jihadists had been killed"',
        ),
        ("provenance", '?statement tm:statementTime/tm:edtf "2018-04-23"^^edtf:EDTF'),
        ("provenance", "?mention oa:hasSource/dcterms:license ?licence"),
        ("info", f"<{PUB}> dcterms:creator <{ME}> ; dcterms:license ?licence ; dcterms:created ?when"),
        ("info", "?any prov:wasAttributedTo/schema:softwareVersion ?version"),
    ],
)
def test_each_graph_says_what_belongs_there(one: Store, graph: str, pattern: str) -> None:
    assert ask(one, f"GRAPH pub:{graph} {{ {pattern} }}")


@pytest.mark.parametrize("name", ["tm:evidence", "tm:reading", "tm:contradicts", "prov:wasGeneratedBy"])
def test_the_assertion_says_nothing_of_how_it_was_read_or_of_other_claims(one: Store, name: str) -> None:
    found = one.quads_for_pattern(None, NamedNode(term(name)), None, NamedNode(f"{PUB}#assertion"))
    assert not list(found)


def test_without_a_creator_or_date_none_is_made_up(store: Store) -> None:
    written = export_graph(store, "nanopub").files[NAME]
    assert b"dcterms:creator" not in written
    assert b"dcterms:created" not in written
