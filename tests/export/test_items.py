"""The table of items that a person has accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.errors import InputError
from testimonia.export import ExportOptions, export_graph, read_items

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

    from .conftest import Make

from testimonia.export.items import open_questions

LINKS = """#curie_map:
#  k: https://k.example/
#  wd: http://www.wikidata.org/entity/
subject_id	predicate_id	object_id	predicate_modifier
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("iri,item\na,Q5\n", {"a": "Q5"}),
        ("iri,kind,label,item\na,actor,Ardia,\nb,actor,Kel,Q7\n", {"b": "Q7"}),
        ("iri,item\na,https://www.wikidata.org/wiki/Q5\nb,wd:Q6\n", {"a": "Q5", "b": "Q6"}),
        ("iri,item\nr,https://w.example/index.php?title=F&oldid=9\n", {"r": "https://w.example/index.php?title=F&oldid=9"}),
        ("\ufeffiri,item\na,Q5\n", {"a": "Q5"}),
        (LINKS + "k:a\tskos:exactMatch\twd:Q5\t\n", {"https://k.example/a": "Q5"}),
        (LINKS + "k:a\towl:sameAs\twd:Q5\t\n", {"https://k.example/a": "Q5"}),
        (LINKS + "k:a\tskos:closeMatch\twd:Q6\t\nk:b\ttm:mayBe\twd:Q7\t\n", {}),
        (LINKS + "k:a\tskos:exactMatch\twd:Q5\tNot\nk:b\tskos:exactMatch\tk:Q8\t\n", {}),
    ],
)  # fmt: skip
def test_a_table_gives_what_is_accepted(table: str, expected: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_text(table, encoding="utf-8")
    assert read_items(path) == expected


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (b"iri,item\na,Q5\nb,Ardia\n", r"items.csv:3: «Ardia» is neither a Wikidata item"),
        (
            b"iri,kind,item\na,revision,Q5\n",
            r"items.csv:2: «Q5» stands for a revision, which takes its address",
        ),
        (b"name,number\n", r"items.csv:1: a table of items needs the columns iri and item"),
        (b"iri,item\na,\xff\n", r"items.csv: is not UTF-8 text \(byte 11\)"),
    ],
)
def test_a_broken_table_is_told_with_its_line_and_words(table: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_bytes(table)
    with pytest.raises(InputError, match=message):
        read_items(path)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv: cannot be read: no such file"):
        read_items(tmp_path / "none.csv")


def test_what_is_to_be_matched_is_listed_once_events_first(claim: Make) -> None:
    named = [("k/a", "actor", "Ardia"), ("k/e", "event", "Battle of Red Ford")]
    rows = open_questions([claim(), claim(revision="k/r", revision_id="")], named, {"k/a": "Q2"})
    assert [(row["iri"], row["kind"], row["item"]) for row in rows] == [
        ("k/e", "event", ""),
        ("k/r", "revision", ""),
        ("k/a", "actor", "Q2"),
    ]


def test_without_accepted_items_nothing_is_written_and_all_is_told(store: Store) -> None:
    exported = export_graph(store, "quickstatements")
    assert exported.files[".qs"] == b""
    assert exported.summary == "0 of 19 claims, with 0 of 17 items matched"
    assert exported.files[".lost.csv"].count(b",no,") == 19
    assert b"Movement for the Salvation of Azawad" in exported.files[".items.csv"]


def test_the_example_with_accepted_items_keeps_rival_voices_apart(store: Store) -> None:
    asked = export_graph(store, "wikibase-json").files[".items.csv"].decode().splitlines()[1:]
    items = {line.split(",")[0]: f"Q{number}" for number, line in enumerate(asked, start=10)}
    items |= {iri: "https://a.example/?oldid=1" for iri in items if "/rev/" in iri}
    statements = export_graph(store, "wikibase-json", ExportOptions(items=items))
    commands = export_graph(store, "quickstatements", ExportOptions(items=items))
    assert statements.summary.startswith("16 of 19 claims")
    assert commands.summary.startswith("11 of 19 claims")
    values = [line.split("\t")[:3] for line in commands.files[".qs"].decode().splitlines()]
    assert len(values) == len({tuple(value) for value in values}) == 11
