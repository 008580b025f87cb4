"""The example's own graph is right, and a mistake in it is shown in the article's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph

from testimonia.validate import check_quotes, validate_graph
from testimonia.vocab import TM

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.pipeline import Built


def store_of(built: Built) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(built.files["nq"], pyoxigraph.RdfFormat.N_QUADS)
    return store


def test_the_example_conforms_and_lacks_only_a_revision_id(built: Built) -> None:
    report = validate_graph(store_of(built))
    assert report.conforms
    assert [result.code for result in report.results if result.severity != "warning"] == ["V905"]


def test_every_quote_of_the_example_stands_in_its_text(built: Built, example: Path) -> None:
    text = example.read_bytes().decode("utf-8")
    assert check_quotes(text, store_of(built)).results == ()


def test_a_claim_without_its_measure_is_shown_in_the_words_of_the_article(
    built: Built, example: Path
) -> None:
    store = store_of(built)
    measure = pyoxigraph.NamedNode(f"{TM}measure")
    gone = min(store.quads_for_pattern(None, measure, None, None), key=str)
    store.remove(gone)
    results = [result for result in validate_graph(store).results if result.code == "C221"]
    assert [result.focus for result in results] == [gone.subject.value]  # type: ignore[union-attr]
    source = results[0].source
    assert source is not None
    assert source.quote
    text = example.read_bytes().decode("utf-8")
    assert text[source.start : source.end] == source.quote
    assert source.sentence is None or source.quote in source.sentence
