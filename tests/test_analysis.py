"""In Python: the same claims, relations and estimates as on the command line, as records and data frames."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest

import testimonia
from testimonia import GraphError, UsageError
from testimonia.export import row_of
from testimonia.query import ask

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

    from testimonia.model import Article


@pytest.fixture(scope="module")
def article(example: Path) -> Article:
    return testimonia.read_article(example.read_bytes())


@pytest.fixture(scope="module")
def folder(checkout: Path) -> Path:
    return checkout / "output"


@pytest.fixture(scope="module")
def store(folder: Path) -> Store:
    return testimonia.read_graph(folder)


def said(records: tuple[testimonia.ClaimRecord, ...]) -> list[tuple[object, ...]]:
    """What claims say, without the address of the revision, which an article in memory has not."""
    return [
        (r.claim, r.low, r.high, r.parties, r.claimants, r.said_on, r.quote, r.start, r.says) for r in records
    ]


def test_an_article_a_folder_and_a_store_give_the_same_claims(
    article: Article, folder: Path, store: Store
) -> None:
    assert (
        said(testimonia.claims(article))
        == said(testimonia.claims(folder))
        == said(testimonia.claims(str(folder)))
    )
    assert testimonia.claims(folder) == testimonia.claims(store)


def test_records_are_the_rows_of_the_named_questions(store: Store) -> None:
    answer = ask(store, "claims")
    records = [row_of(record) for record in testimonia.claims(store)]
    for row, record in zip(answer.rows, records, strict=True):
        for column, cell in zip(answer.columns, row, strict=True):
            value = record[column]
            plain = " | ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
            assert plain.lower() == cell.lower(), column


def test_relations_have_their_ground(article: Article) -> None:
    relations = testimonia.relations(article)
    assert {relation.relation for relation in relations} >= {"contradicts", "agrees"}
    assert all(relation.ground for relation in relations)
    assert len(relations) == len(testimonia.relations(article))


def test_articles_folders_and_graphs_are_held_against_each_other(folder: Path) -> None:
    text = (
        "= Battle of Akabar =\nThe Battle of Akabar took place on 1 April 2018 in Mali.\n\n== Toll ==\n"
        "On 2 May 2018, Human Rights Watch said that 50 jihadists had been killed and no civilians were killed.\n"
    )
    other = testimonia.read_article(text.encode())
    found = testimonia.relations_across(folder, other)
    assert found == testimonia.relations_across(testimonia.read_graph(folder), other)
    assert testimonia.relations_across(folder) == testimonia.relations_across() == ()
    assert all("Battle of Akabar (" in each.ground for each in found)
    told = {each.claim for each in testimonia.claims(folder)}
    assert all((each.claim_a in told) != (each.claim_b in told) for each in found)
    assert found[0].relation == "contradicts"
    assert {found[0].quote_a, found[0].quote_b} & {"50 jihadists had been killed"}


def test_estimates_name_their_policy_and_the_claims_behind_them(article: Article) -> None:
    claims = {record.claim: record for record in testimonia.claims(article)}
    for policy in ("ucdp", "acled", "widest", "claimant:MSA"):
        for estimate in testimonia.estimates(article, policy=policy):
            assert estimate.policy == policy
            assert estimate.claims
            assert set(estimate.claims) <= set(claims)


def test_no_policy_is_taken_silently(article: Article) -> None:
    with pytest.raises(TypeError, match="policy"):
        testimonia.estimates(article)  # type: ignore[call-arg]
    with pytest.raises(UsageError, match="guess"):
        testimonia.estimates(article, policy="guess")


def test_a_path_without_a_graph_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="holds no graph files"):
        testimonia.claims(tmp_path)


def test_a_data_frame_has_a_column_for_each_field_and_knows_what_is_missing(article: Article) -> None:
    pytest.importorskip("pandas")
    records = testimonia.claims(article)
    frame = testimonia.to_dataframe(records)
    assert list(frame.columns) == list(asdict(records[0]))
    assert len(frame) == 19
    assert frame.low.dtype == "Int64"
    (dozen,) = frame[frame.verbatim == "over a dozen"].itertuples()
    assert (dozen.low, dozen.claimants) == (12, ("leader of the MSA",))
    assert frame[frame.verbatim == "over a dozen"].high.isna().all()
    assert testimonia.to_dataframe(article).equals(frame)


def test_relations_and_estimates_become_data_frames_too(article: Article) -> None:
    pytest.importorskip("pandas")
    assert "ground" in testimonia.to_dataframe(testimonia.relations(article)).columns
    estimates = testimonia.to_dataframe(testimonia.estimates(article, policy="ucdp"))
    assert (estimates.low <= estimates.best).all()


def test_no_records_are_an_empty_data_frame() -> None:
    pytest.importorskip("pandas")
    assert testimonia.to_dataframe(()).empty


@pytest.mark.parametrize(("given", "told"), [([1], "«int» is no record"), (3, "«int» is no article, graph")])
def test_what_is_no_record_is_told(given: object, told: str) -> None:
    pytest.importorskip("pandas")
    with pytest.raises(UsageError, match=told):
        testimonia.to_dataframe(given)  # type: ignore[arg-type]


def test_a_missing_pandas_is_named_with_how_to_install_it(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'testimonia\[notebook\]'"):
        testimonia.to_dataframe(article)
