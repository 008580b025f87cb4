"""Lists outside the memory come back as they were put by."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.pages.shelf import Shelf

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=5)


@dataclass(frozen=True, slots=True)
class Whole:
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    whole: Whole
    number: int


@given(st.lists(st.tuples(WORDS.filter(bool), WORDS, st.integers(-5, 5))))
def test_a_list_has_the_order_of_its_ranks_and_then_that_of_putting(put: list[tuple[str, str, int]]) -> None:
    shelf: Shelf[int] = Shelf()
    expected: dict[str, list[tuple[str, int]]] = {}
    for key, rank, item in put:
        shelf.put(key, item, rank)
        expected.setdefault(key, []).append((rank, item))
    assert list(shelf.keys()) == sorted(expected)
    assert shelf.counts() == {key: len(items) for key, items in expected.items()}
    for key, items in expected.items():
        wanted = [item for _, item in sorted(items, key=lambda pair: pair[0])]
        found = shelf.get(key)
        assert (list(found), len(found), key in shelf) == (wanted, len(wanted), True)
        assert (found[0], found[-1], found[1:3], found[::-1]) == (
            wanted[0],
            wanted[-1],
            wanted[1:3],
            wanted[::-1],
        )


def test_what_many_share_is_kept_once() -> None:
    shelf: Shelf[Part] = Shelf(share=Whole)
    raid = Whole("Raid")
    shelf.put("one", Part(raid, 1))
    shelf.put("two", Part(raid, 2))
    assert shelf.get("one")[0].whole is shelf.get("two")[0].whole is raid
    assert shelf.get("two")[0] == Part(raid, 2)


def test_more_keys_than_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("testimonia.pages.shelf._AT_ONCE", 3)
    shelf: Shelf[int] = Shelf()
    for number in range(10):
        shelf.put(f"{number:02}", number)
        shelf.put("00", number)
    assert list(shelf.keys()) == [f"{number:02}" for number in range(10)]
    assert list(shelf.get("00")) == [0, *range(10)]
    assert "11" not in shelf
    assert not shelf.get("11")
    with pytest.raises(IndexError):
        shelf.get("01")[1]
