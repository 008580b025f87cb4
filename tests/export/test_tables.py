"""Claims as CSV and Parquet."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING

import pytest

from testimonia.errors import UsageError
from testimonia.export import ExportOptions, columns_of, export_graph
from testimonia.export.tables import their_columns, write_csv, write_parquet
from testimonia.query import ClaimRecord, list_queries

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_table_begins_with_the_columns_of_the_question_claims() -> None:
    (question,) = (query for query in list_queries() if query.name == "claims")
    assert columns_of(ClaimRecord)[: len(question.columns)] == question.columns


def test_a_row_has_the_event_the_claim_in_words_and_its_rivals(store: Store) -> None:
    exported = export_graph(store, "csv")
    (row,) = (row for row in rows(exported.files[".csv"]) if row["low"] == "30" and row["high"] == "40")
    assert row["says"] == "Between 30 and 40 jihadists were killed."
    assert (row["event_label"], row["event_start"]) == ("Battle of Akabar", "2018-04-01")
    assert (row["claimants"], row["said_on"], row["medium"]) == (
        "leader of the MSA",
        "2018-04-23",
        "interview with RFI",
    )
    assert row["contradicts"].endswith("killed-ctodhun5")
    assert exported.summary == "19 claims"


def test_values_of_a_cell_are_joined_and_truth_is_a_word() -> None:
    table = write_csv(("who", "sure", "how_many"), [{"who": ("a", "b, c"), "sure": True, "how_many": None}])
    assert table == b'who,sure,how_many\r\n"a | b, c",true,\r\n'


@pytest.mark.parametrize(("bom", "begin"), [(True, b"\xef\xbb\xbfclaim,"), (False, b"claim,event")])
def test_a_byte_order_mark_is_an_option(store: Store, bom: bool, begin: bytes) -> None:
    assert export_graph(store, "csv", ExportOptions(bom=bom)).files[".csv"].startswith(begin)


def test_parquet_keeps_numbers_lists_and_what_is_missing(records: tuple[ClaimRecord, ...]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(write_parquet(records))).to_pylist()
    assert [row["claim"] for row in table] == [record.claim for record in records]
    (row,) = (row for row in table if row["low"] == 12)
    assert (row["high"], row["parties"], row["approximate"]) == (None, ["Tuareg fighters"], False)


def test_equal_graphs_are_equal_bytes(store: Store) -> None:
    pytest.importorskip("pyarrow")
    for form in ("csv", "parquet", "nanopub"):
        assert export_graph(store, form).files == export_graph(store, form).files


def test_a_missing_package_is_named_with_how_to_install_it(
    records: tuple[ClaimRecord, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'testimonia\[parquet\]'"):
        write_parquet(records)


def test_an_unknown_form_is_told_with_the_known_ones(store: Store) -> None:
    with pytest.raises(UsageError, match="«shapefile» is not a form of export; there are csv, parquet, ucdp"):
        export_graph(store, "shapefile")


def test_only_records_have_columns() -> None:
    with pytest.raises(TypeError, match="int is no class of records"):
        columns_of(int)


def test_the_columns_of_the_ged_are_those_of_a_real_file(checkout: Path) -> None:
    sample = checkout.parent / "shared" / "corpus" / "authority" / "ucdp-ged-sample.csv"
    if not sample.exists():
        pytest.skip("the sample of the GED is not here")
    with sample.open(encoding="utf-8", newline="") as stream:
        assert tuple(next(csv.reader(stream))) == their_columns("ucdp")
