"""Authorities at hand: adding a file, opening it again without reading it, and folders that are damaged."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.errors import OutputError, ReconcileError
from testimonia.reconcile.authority import (
    Authority,
    Thing,
    add_authority,
    authorities,
    default_folder,
    holding,
    opened,
    shipped,
)
from testimonia.reconcile.authority.kept import KeptTable
from testimonia.reconcile.authority.table import COLUMNS, read_table, write_table

if TYPE_CHECKING:
    from pathlib import Path

TABLE = (
    "id,name,names,kind,country,lat,lon\nurn:kel:1,Kel,,town,ML,15.1,2\nurn:kel:2,Kel,Qel,town,ML,15.2,2\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "Orr Places.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "authority"


def added(folder: Path) -> Authority:
    (authority,) = (each for each in authorities(folder) if each.paper.name != "gazetteer")
    return authority


def test_a_file_is_added_under_its_name_and_found_again(table: Path, folder: Path) -> None:
    told = add_authority(table, folder, licence="https://example.org/licence")
    assert not told.unchanged
    authority = added(folder)
    assert authority.paper == told.paper
    assert (told.paper.name, told.paper.form, told.paper.source) == ("orr-places", "table", "Orr Places.csv")
    assert (told.paper.things, told.paper.licence) == (2, "https://example.org/licence")
    assert [found.id for found in authority.index.find("Kell")] == ["urn:kel:1", "urn:kel:2"]
    assert authority.thing("urn:kel:2").point == (15.2, 2.0)


def test_the_same_file_again_changes_nothing_and_another_one_replaces_it(table: Path, folder: Path) -> None:
    add_authority(table, folder)
    times = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert add_authority(table, folder).unchanged
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == times
    table.write_text("id,name\nurn:kel:3,Kelb\n", encoding="utf-8")
    assert not add_authority(table, folder).unchanged
    assert added(folder).index.find("Kel")[0].id == "urn:kel:3"


def test_the_same_places_are_the_same_bytes_wherever_they_are_added(table: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        add_authority(table, tmp_path / name)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_an_added_authority_is_opened_without_reading_it_or_making_its_index(
    table: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_authority(table, folder)

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(holding, "read_things", never)
    monkeypatch.setattr(opened, "build_index", never)
    monkeypatch.setattr(opened, "index_entries", never)
    assert added(folder).index.find("Qel")[0].id == "urn:kel:2"


def test_a_name_of_an_authority_is_one_word_and_not_that_of_the_gazetteer(table: Path, folder: Path) -> None:
    assert add_authority(table, folder, name="../../Orr & Co").paper.name == "orr-co"
    assert sorted(path.name for path in folder.iterdir()) == ["orr-co.json", "orr-co.labels", "orr-co.tsv"]
    with pytest.raises(ReconcileError, match="«gazetteer» is the name of what is shipped"):
        add_authority(table, folder, name="Gazetteer")


def test_a_file_that_cannot_be_read_leaves_what_was_there(table: Path, folder: Path) -> None:
    add_authority(table, folder)
    table.write_text("id,name\nurn:kel:3\n", encoding="utf-8")
    with pytest.raises(ReconcileError, match=r"Orr Places\.csv:2: «urn:kel:3» has 1 cells"):
        add_authority(table, folder)
    assert added(folder).index.find("Kel")[0].id == "urn:kel:1"
    with pytest.raises(ReconcileError, match="cannot be read"):
        add_authority(table.with_name("absent.ttl"), folder)


def test_a_write_that_fails_leaves_no_paper_of_a_half_written_authority(
    table: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_authority(table, folder)
    table.write_text("id,name\nurn:kel:3,Kelb\n", encoding="utf-8")

    def full(*_: object) -> None:
        raise OutputError("the disk is full.")

    monkeypatch.setattr(opened, "write_whole", full)
    with pytest.raises(OutputError, match="the disk is full"):
        add_authority(table, folder)
    assert [each.paper.name for each in authorities(folder)] == ["gazetteer"]


@pytest.mark.parametrize("words", ["", "[]", '{"name": 3}', '{"surprise": true}', "{"])
def test_a_paper_that_is_none_is_told_by_name(table: Path, folder: Path, words: str) -> None:
    add_authority(table, folder)
    (folder / "orr-places.json").write_text(words, encoding="utf-8")
    with pytest.raises(ReconcileError, match=r"orr-places\.json: not an authority that testimonia added"):
        authorities(folder)


def test_a_paper_cannot_point_out_of_its_folder(table: Path, folder: Path) -> None:
    add_authority(table, folder)
    path = folder / "orr-places.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"name": "../../secret"}), encoding="utf-8")
    assert added(folder).paper.name == "orr-places"


@pytest.mark.parametrize("suffix", ["tsv", "labels"])
@pytest.mark.parametrize("rest", [b"", b"nonsense\n"])
def test_a_damaged_authority_is_told_by_name(table: Path, folder: Path, suffix: str, rest: bytes) -> None:
    add_authority(table, folder)
    (folder / f"orr-places.{suffix}").write_bytes(rest)
    with pytest.raises(ReconcileError, match=rf"orr-places\.{suffix}"):
        added(folder).index.find("Kel")


def test_a_table_that_lacks_a_place_of_its_index_is_told(table: Path, folder: Path) -> None:
    add_authority(table, folder)
    path = folder / "orr-places.tsv"
    path.write_bytes(path.read_bytes().replace(b"urn:kel:2", b"urn:kel:9"))
    with pytest.raises(
        ReconcileError, match=r"orr-places\.tsv: lacks places of its index; add the authority"
    ):
        added(folder).thing("urn:kel:2")


def test_the_folder_of_a_user_is_where_the_desktop_keeps_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_folder().as_posix() == "/data/testimonia/authority"
    monkeypatch.delenv("XDG_DATA_HOME")
    assert default_folder().as_posix().endswith("/.local/share/testimonia/authority")


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"), exclude_characters="|"),
    min_size=1,
    max_size=8,
)
THINGS = st.builds(
    Thing,
    id=st.builds("urn:{}".format, WORDS),
    name=WORDS,
    names=st.lists(WORDS, max_size=3, unique=True).map(tuple),
    kind=st.sampled_from(["", "town"]),
    country=st.sampled_from(["", "ML"]),
    within=st.lists(WORDS, max_size=2).map(tuple),
    latitude=st.none() | st.floats(-90, 90).map(lambda value: round(value, 6) + 0.0),
    longitude=st.none() | st.floats(-180, 180).map(lambda value: round(value, 6) + 0.0),
    population=st.none() | st.integers(0, 10**8),
    same=st.lists(st.builds("urn:{}".format, WORDS), max_size=2).map(tuple),
)


@settings(max_examples=100)
@given(st.lists(THINGS, max_size=6, unique_by=lambda thing: thing.id))
def test_a_table_that_is_written_says_the_same_when_it_is_read(things: list[Thing]) -> None:
    written = write_table(things).decode()
    assert written.startswith("\t".join(COLUMNS))
    assert read_table(written, "table") == sorted(things, key=lambda thing: thing.id)


@settings(max_examples=50)
@given(st.lists(THINGS, min_size=1, max_size=9, unique_by=lambda thing: thing.id))
def test_every_place_is_found_in_its_table_where_it_lies(
    tmp_path_factory: pytest.TempPathFactory, things: list[Thing]
) -> None:
    path = tmp_path_factory.getbasetemp() / "kept.tsv"
    path.write_bytes(write_table(things))
    table = KeptTable(path)
    assert [table.thing(thing.id) for thing in things] == things


def test_the_gazetteer_is_kept_among_the_caches_and_made_again_where_it_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(shipped, "gazetteer", lambda: (Thing("urn:a", "Kel"),))
    for _ in range(2):
        authority = shipped.shipped_authority()
        assert authority.thing(authority.index.find("Kel")[0].id).name == "Kel"
        (labels,) = tmp_path.rglob("*.labels")
        labels.write_bytes(b"")


def test_the_gazetteer_is_held_in_memory_where_nothing_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(shipped, "gazetteer", lambda: (Thing("urn:a", "Kel"),))
    authority = shipped.shipped_authority()
    assert authority.thing(authority.index.find("Kel")[0].id).name == "Kel"


def test_without_the_extra_nothing_is_half_written(
    table: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    with pytest.raises(ReconcileError, match=r"pip install 'testimonia\[reconcile\]'"):
        add_authority(table, folder)
    assert not folder.exists() or not list(folder.iterdir())
