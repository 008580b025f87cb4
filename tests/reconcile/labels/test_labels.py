"""The index of labels: what is found for misspelt words, and what its file is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from testimonia.errors import OutputError, ReconcileError
from testimonia.reconcile.labels import Entry, Found, build_index, fold, index_entries, open_index
from testimonia.reconcile.labels.near import TYPOS, signature

if TYPE_CHECKING:
    from pathlib import Path

TOWN, EVENT = ("town",), ("event",)
ENTRIES = [
    Entry("event/1", ("Battle of Alder Ford", "Alder Ford battle"), EVENT),
    Entry("event/2", ("Battle of Alder Ford (1644)",), EVENT),
    Entry("event/3", ("Siege of Alder Castle",), EVENT),
    Entry("place/1", ("Ålder", "Alder-sur-Mère"), TOWN),
    Entry("place/2", ("Kel",), TOWN),
    Entry("place/3", ("Kel",), ("town", "port")),
    Entry("place/4", ("Łódka", "Лодка"), TOWN),
]


@pytest.mark.parametrize(
    ("label", "folded"),
    [
        ("Ménaka", "menaka"),
        ("MENAKA  Cercle", "menaka cercle"),
        ("Jama'at Nusrat", "jamaat nusrat"),
        ("Saint-Omer (1638)", "saint omer 1638"),
        ("Łódź", "lodz"),
        ("Лодка", "лодка"),
        ("Straße", "strasse"),
        ("किला", "किला"),
        ("…", ""),
    ],
)
def test_a_label_is_folded_to_letters_and_digits(label: str, folded: str) -> None:
    assert fold(label) == folded


@pytest.mark.parametrize(
    ("words", "first", "score"),
    [
        ("battle of alder ford", "event/1", 100),
        ("Batle of Alder Fodr", "event/1", 90),
        ("Ford Alder, Battle of", "event/1", 98),
        ("Siege of Alder Castel", "event/3", 95.2),
        ("alder sur mere", "place/1", 100),
        ("Lodka", "place/4", 100),
        ("лодга", "place/4", 78),
        ("Castle", "event/3", 85),
    ],
)
def test_misspelt_words_find_what_they_mean(words: str, first: str, score: float) -> None:
    found = index_entries(ENTRIES).find(words)
    assert (found[0].id, found[0].score) == (first, score)


def test_two_of_one_name_are_both_found_in_the_order_of_their_identifiers() -> None:
    assert index_entries(ENTRIES).find("kel", limit=2) == [
        Found("place/2", "Kel", "Kel", 100.0, TOWN),
        Found("place/3", "Kel", "Kel", 100.0, ("port", "town")),
    ]


def test_of_two_of_one_name_the_weightier_comes_first_however_it_is_misspelt() -> None:
    index = index_entries([Entry("a", ("Kel Tar",), TOWN, 90), Entry("b", ("Kel-Tar",), TOWN, 7000)])
    assert [each.id for each in index.find("Kel Tar")] == ["b", "a"]
    assert [each.id for each in index.find("Kle Tarr")] == ["b", "a"]


@pytest.mark.parametrize(
    ("words", "nearer", "farther", "why"),
    [
        ("akbar", "Akabar", "Ekbar", "a letter left out is a likelier slip than a certain wrong one"),
        ("akabra", "Akabar", "Akabza", "so are two letters exchanged"),
        ("mnaaka", "Manaka", "Monaka", "two letters exchanged are nearer than two wrong ones"),
        ("ford of alder", "Alder, Ford of", "Fjord of Elder", "an order of words is no typo"),
    ],
)
def test_the_likelier_slip_comes_first(words: str, nearer: str, farther: str, why: str) -> None:
    found = index_entries([Entry("1", (farther,)), Entry("2", (nearer,))]).find(words)
    assert [each.label for each in found] == [nearer, farther], why
    assert found[0].score > found[1].score


def test_a_thing_is_found_once_by_the_best_of_its_names() -> None:
    found = index_entries(ENTRIES).find("Alder Ford battle", limit=9)
    assert [each.id for each in found].count("event/1") == 1
    assert (found[0].label, found[0].matched) == ("Battle of Alder Ford", "Alder Ford battle")


@pytest.mark.parametrize("question", ["find", "complete"])
def test_only_things_of_the_wanted_types_are_given(question: str) -> None:
    ask = getattr(index_entries(ENTRIES), question)
    assert {each.id for each in ask("kel", types={"port"})} == {"place/3"}
    assert ask("kel", types={"river"}) == []
    assert ask("kel", types=()) == []


def test_words_complete_to_the_names_that_begin_with_them() -> None:
    index = index_entries(ENTRIES)
    assert [each.matched for each in index.complete("battle of")] == [
        "Battle of Alder Ford",
        "Battle of Alder Ford (1644)",
    ]
    assert [each.id for each in index.complete("alder f")] == ["event/1"]
    assert [each.id for each in index.complete("k", limit=1)] == ["place/2"]
    assert index.complete("zz") == []


@pytest.mark.parametrize("words", ["", "…", "qqq"])
def test_words_that_are_like_nothing_find_nothing(words: str) -> None:
    index = index_entries(ENTRIES)
    assert index.find(words) == []
    assert index.complete(words) == []


def test_an_index_of_nothing_answers_nothing() -> None:
    index = index_entries([Entry("a", ()), Entry("b", ("…",))])
    assert (len(index), index.labels) == (1, 0)
    assert index.find("a") == []


def test_entries_of_one_identifier_are_one_thing() -> None:
    index = index_entries([Entry("a", ("Kel",), TOWN), Entry("a", ("Kehl",), ("port",))])
    assert len(index) == 1
    assert index.find("Kel")[0].types == ("port", "town")


def test_the_file_is_opened_as_it_lies_and_answers_as_the_index_in_memory(tmp_path: Path) -> None:
    built = build_index(ENTRIES, tmp_path / "names.index")
    for index in (built, open_index(tmp_path / "names.index")):
        assert index.find("Batle of Alder", limit=9) == index_entries(ENTRIES).find("Batle of Alder", limit=9)


def test_the_same_entries_in_any_order_are_the_same_bytes(tmp_path: Path) -> None:
    build_index(ENTRIES, tmp_path / "a")
    build_index(reversed(ENTRIES), tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "cannot be read as an index of labels: it is empty"),
        (b"id\tname\n1\tKel\n", "not an index of labels"),
        (b'{"format": "something else"}\n', "not an index of labels"),
        (b"[1]\n", "not an index of labels"),
    ],
)
def test_what_is_no_index_is_refused_by_name(tmp_path: Path, data: bytes, complaint: str) -> None:
    (tmp_path / "names.index").write_bytes(data)
    with pytest.raises(ReconcileError, match=rf"names\.index: {complaint}"):
        open_index(tmp_path / "names.index")


def test_an_index_cut_short_and_one_that_is_not_there_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.index"
    build_index(ENTRIES, path)
    path.write_bytes(path.read_bytes()[:-50])
    with pytest.raises(ReconcileError, match="cut short; make it again"):
        open_index(path)
    with pytest.raises(ReconcileError, match="absent: cannot be read as an index of labels: no such file"):
        open_index(tmp_path / "absent")


def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be written"):
        build_index(ENTRIES, tmp_path / "file" / "names.index")


def test_without_the_extra_the_error_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    with pytest.raises(ReconcileError, match=r"pip install 'testimonia\[reconcile\]'"):
        index_entries(ENTRIES)


def test_common_trigrams_are_passed_over_where_rare_ones_tell_more() -> None:
    crowd = [Entry(f"{n:05}", (f"Battle of the Marsh {n}",)) for n in range(9000)]
    index = index_entries([*crowd, Entry("x", ("Battle of Quennevoix",))])
    assert index.find("Batle of Quenevoix")[0].id == "x"
    assert index.find("Battle of the Marsh 4711", limit=1)[0].id == "04711"


NAMES = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd", "Zs", "Pd", "Mn")), min_size=1, max_size=30)


@settings(max_examples=60)
@given(st.lists(NAMES, min_size=1, max_size=12, unique=True))
def test_every_thing_is_found_by_each_of_its_own_names(names: list[str]) -> None:
    index = index_entries([Entry(str(number), (name,)) for number, name in enumerate(names)])
    for number, name in enumerate(names):
        same = {str(n) for n, other in enumerate(names) if fold(other) == fold(name)}
        if fold(name):
            best = index.find(name, limit=len(names))
            assert {each.id for each in best if each.score == 100} == same, number
            assert str(number) in {each.id for each in index.complete(name, limit=len(names))}


LETTERS = st.text("abeknr ", min_size=1, max_size=9).map(fold).filter(bool)


@pytest.mark.usefixtures("unmeasured")
@settings(max_examples=200)
@given(LETTERS, LETTERS)
def test_no_label_within_two_typos_is_lost(words: str, name: str) -> None:
    crowd = [Entry(f"{number:04}", (f"{words} {number}",)) for number in range(1000, 1300)]
    index = index_entries([*crowd, Entry("x", (name,))])
    if OSA.distance(words, name) <= min(TYPOS, len(words) - 1):
        assert "x" in {each.id for each in index.find(words, limit=400)}


@settings(max_examples=200)
@given(LETTERS, LETTERS)
def test_signatures_are_no_farther_apart_than_the_typos(one: str, other: str) -> None:
    only = signature(one) & ~signature(other)
    assert only.bit_count() <= OSA.distance(one, other)


@settings(max_examples=60)
@given(NAMES)
def test_folding_a_folded_name_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
