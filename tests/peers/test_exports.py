"""Other people's programs read what is exported for them."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Store

from testimonia.export import ExportOptions, export_graph
from testimonia.pipeline import Options, build_article

if TYPE_CHECKING:
    from testimonia.pipeline import Built

    from .conftest import Package, Peer


pytestmark = pytest.mark.usefixtures("unmeasured")


@pytest.fixture(scope="module")
def store(built: Built) -> Store:
    graph = Store()
    graph.load(built.files["nq"], RdfFormat.N_QUADS)
    return graph


@pytest.fixture(scope="module")
def options(store: Store) -> ExportOptions:
    return _accepted(store)


def _accepted(store: Store) -> ExportOptions:
    """Give items for everything that a graph names, as a person would have accepted them."""
    asked = export_graph(store, "wikibase-json").files[".items.csv"].decode().splitlines()[1:]
    items = {line.split(",")[0]: f"Q{number}" for number, line in enumerate(asked, start=10)}
    return ExportOptions(
        items=items | {iri: "https://en.wikipedia.org/?oldid=1" for iri in items if "/rev/" in iri},
        quote=True,
    )


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib's ConjunctiveGraph, which the peer uses
def test_nanopub_finds_every_nanopublication_valid(store: Store, package: Package, tmp_path: Path) -> None:
    nanopub = package("nanopub")
    logging.getLogger("nanopub").setLevel(logging.ERROR)
    written = export_graph(store, "nanopub").files
    assert len(written) == 19
    for name, data in written.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert nanopub.Nanopub(rdf=path).is_valid, name


def test_quickstatements_are_read_as_the_statements_of_the_wikibase_json(
    store: Store, options: ExportOptions, script: Peer, tmp_path: Path
) -> None:
    path = tmp_path / "batch.qs"
    path.write_bytes(export_graph(store, "quickstatements", options).files[".qs"])
    (edit,) = json.loads(script("quickstatements-to-wikibase-edit", path))["edits"]
    entity = json.loads(export_graph(store, "wikibase-json", options).files[".json"])["entities"][edit["id"]]
    read = {name: [_read(one) for one in claims] for name, claims in edit["claims"].items()}
    ours = {name: [_ours(one) for one in claims] for name, claims in entity["claims"].items()}
    assert sum(map(len, read.values())) == 11
    for name, statements in read.items():
        assert all(statement in ours[name] for statement in statements), name


ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "gold-dev"


@pytest.fixture(scope="module")
def articles() -> Store:
    """The graph of real articles."""
    texts = sorted(path for path in ARTICLES.glob("*") if path.suffix in {".txt", ".md", ".wikitext"})[1::2]
    if not texts:
        pytest.skip("the articles of ../shared/corpus are not at hand")
    graph = Store()
    for path in texts:
        built = build_article(path.read_bytes(), path.name, Options(formats=("nquads",)))
        graph.bulk_load(built.files["nq"], RdfFormat.N_QUADS)
    return graph


def test_quickstatements_of_real_articles_are_read_as_the_statements_of_the_wikibase_json(
    articles: Store, script: Peer, tmp_path: Path
) -> None:
    path, options = tmp_path / "batch.qs", _accepted(articles)
    path.write_bytes(export_graph(articles, "quickstatements", options).files[".qs"])
    entities = json.loads(export_graph(articles, "wikibase-json", options).files[".json"])["entities"]
    edits = json.loads(script("quickstatements-to-wikibase-edit", path))["edits"]
    read = [
        (edit["id"], name, _read(one))
        for edit in edits
        for name, all_of in edit["claims"].items()
        for one in all_of
    ]
    assert len(read) == len(path.read_bytes().splitlines()) > 60
    for item, name, statement in read:
        assert statement in [_ours(one) for one in entities[item]["claims"][name]], (item, name)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib's ConjunctiveGraph, which the peer uses
def test_nanopub_finds_nanopublications_of_real_articles_valid(
    articles: Store, package: Package, tmp_path: Path
) -> None:
    nanopub = package("nanopub")
    logging.getLogger("nanopub").setLevel(logging.ERROR)
    written = sorted(export_graph(articles, "nanopub").files.items())
    assert len(written) > 300
    for name, data in written[::20]:
        path = tmp_path / name
        path.write_bytes(data)
        assert nanopub.Nanopub(rdf=path).is_valid, name


def _read(claim: dict[str, object]) -> tuple[object, ...]:
    """Give value, qualifiers and references as the peer read them."""
    value = claim["value"]
    if isinstance(value, str):  # the peer passes bounds on as they are: 25[20,30]
        figure: object = tuple(map(int, re.findall(r"\d+", value)))
    else:
        assert isinstance(value, dict)
        figure = value.get("snaktype") or (value["amount"], None, None)
    return figure, _plain(claim.get("qualifiers", {})), _plain(claim["references"])


def _plain(snaks: object) -> dict[str, list[object]]:
    assert isinstance(snaks, dict)
    return {name: [_value(one) for one in values] for name, values in snaks.items()}


def _value(one: object) -> object:
    if isinstance(one, dict):
        return one.get("text") or one["time"].removeprefix("+")[:10]
    return one


def _ours(statement: dict[str, object]) -> tuple[object, ...]:
    main, references = statement["mainsnak"], statement["references"]
    assert isinstance(main, dict)
    assert isinstance(references, list)
    value: object = main["snaktype"]
    if value == "value":
        amount = main["datavalue"]["value"]
        value = tuple(
            int(amount[name]) if name in amount else None for name in ("amount", "lowerBound", "upperBound")
        )
    return value, _groups(statement.get("qualifiers", {})), _groups(references[0]["snaks"])


def _groups(groups: object) -> dict[str, list[object]]:
    assert isinstance(groups, dict)
    return {name: [_datum(snak["datavalue"]["value"]) for snak in snaks] for name, snaks in groups.items()}


def _datum(value: object) -> object:
    if isinstance(value, dict):
        # A quotation mark would end a string of QuickStatements.
        return (
            value.get("id") or value.get("text", "").replace('"', "'") or value["time"].removeprefix("+")[:10]
        )
    return value
