"""The opened index: things by words that may be misspelt, and by how their names begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from testimonia.files import write_whole
from testimonia.reconcile.labels.choosing import Choice
from testimonia.reconcile.labels.entry import Entry, Found
from testimonia.reconcile.labels.folding import fold
from testimonia.reconcile.labels.layout import Texts, map_file, numeric, unpack
from testimonia.reconcile.labels.making import index_bytes
from testimonia.reconcile.labels.ranking import likeness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from testimonia.reconcile.labels.layout import Sections

__all__ = ["LabelIndex", "build_index", "index_entries", "open_index"]


def build_index(entries: Iterable[Entry], path: Path) -> LabelIndex:
    """Write the index of some entries to a file, whole or not at all, and open it.

    The bytes depend on the entries alone, not on their order. Raises OutputError, and ReconcileError
    without the extra `reconcile`.
    """
    write_whole(path, index_bytes(entries))
    return open_index(path)


def open_index(path: Path) -> LabelIndex:
    """Open an index where it lies. Raises ReconcileError for a file that is none, or is cut short."""
    return LabelIndex(*map_file(path))


def index_entries(entries: Iterable[Entry]) -> LabelIndex:
    """Index entries in memory. Raises ReconcileError without the extra `reconcile`."""
    return LabelIndex(*unpack(index_bytes(entries), "memory"))


class LabelIndex:
    """Things by their names; safe to share between threads, since nothing in it changes."""

    def __init__(self, sections: Sections, paper: dict[str, Any]) -> None:
        self._ids, self._names, self._keys, self._labels = (
            Texts(sections[name], sections[f"{name}-starts"]) for name in ("ids", "names", "keys", "labels")
        )
        self._entry, self._length, self._kind = sections["entry"], sections["length"], sections["kind"]
        self._weight = sections["weight"]
        self._choice = Choice(sections, self._keys)
        self._types: list[tuple[str, ...]] = [tuple(types) for types in paper["types"]]

    def __len__(self) -> int:
        """Count the things."""
        return len(self._ids)

    @property
    def labels(self) -> int:
        """How many names the things have together."""
        return len(self._labels)

    def find(self, words: str, limit: int = 5, types: Collection[str] | None = None) -> list[Found]:
        """Give the things whose names are most like some words, the most alike first, each once.

        With `types`, only things that have one of them. Of things that are equally alike the weightier
        come first, then by their identifiers, so that the answer is always the same.
        """
        key = fold(words)
        pool = self._choice.labels(key, self._allowed_labels(types))
        scores = likeness(key, self._keys.several(pool))
        found: dict[int, tuple[float, int]] = {}
        for score, entry, label in self._ordered(pool, scores):
            if len(found) == limit:
                break
            found.setdefault(entry, (score, label))
        return [self._found(entry, label, score) for entry, (score, label) in found.items()]

    def complete(self, words: str, limit: int = 5, types: Collection[str] | None = None) -> list[Found]:
        """Give things with a name that begins with some words, in the order of these names, each once.

        The score is the part of the name that the words are, as a percentage.
        """
        key = fold(words)
        entries: dict[int, int] = {}
        allowed = self._allowed(types)
        for label in self._beginning(key):
            entry = int(self._entry[label])
            if allowed is None or allowed[self._kind[entry]]:
                entries.setdefault(entry, label)
            if len(entries) == limit:
                break
        return [
            self._found(entry, label, round(100 * len(key) / int(self._length[label]), 1))
            for entry, label in entries.items()
        ]

    def _ordered(self, pool: Sequence[int], scores: Sequence[float]) -> Iterator[tuple[float, int, int]]:
        """Give score, entry and label: the most alike first, then the weightiest, then by number."""
        np = numeric()
        entries = self._entry[pool]
        weights = self._weight[entries].astype(np.int64)
        for place in np.lexsort((pool, entries, -weights, -np.asarray(scores))).tolist():
            yield scores[place], int(entries[place]), pool[place]

    def _allowed_labels(self, types: Collection[str] | None) -> NDArray[Any] | None:
        """Tell for each label whether its thing has a wanted type; None where all are wanted."""
        allowed = self._allowed(types)
        return None if allowed is None else allowed[self._kind[self._entry]]

    def _allowed(self, types: Collection[str] | None) -> NDArray[Any] | None:
        """Tell for each combination of types whether it has a wanted one; None where all are wanted."""
        if types is None:
            return None
        wanted = set(types)
        allowed: NDArray[Any] = numeric().array(
            [not wanted.isdisjoint(kind) for kind in self._types], dtype=bool
        )
        return allowed

    def _beginning(self, key: str) -> Iterator[int]:
        """Give the labels that begin with a folded name, in order."""
        low, high = 0, len(self._keys)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._keys[middle] < key else (low, middle)
        while key and low < len(self._keys) and self._keys[low].startswith(key):
            yield low
            low += 1

    def _found(self, entry: int, label: int, score: float) -> Found:
        kind = self._types[int(self._kind[entry])]
        return Found(self._ids[entry], self._names[entry], self._labels[label], score, kind)
