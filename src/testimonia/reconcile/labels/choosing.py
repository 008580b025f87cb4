"""Which labels are compared with some words letter by letter.

All labels within two typos are among them. So are those that share the most trigrams with the words, because
names with more typos, with words left out or in another order are farther off than that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from testimonia.reconcile.labels.folding import trigrams
from testimonia.reconcile.labels.layout import numeric
from testimonia.reconcile.labels.near import TYPOS, Near

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from testimonia.reconcile.labels.layout import Sections, Texts

__all__ = ["Choice"]

_POOL = 200
"""So many labels that share the most trigrams with the words are compared with them."""
_POSTINGS = 50_000
"""Trigrams are taken from the rarest on, until their lists hold so many labels: "bat" tells little."""
_AT_LEAST = 4
"""So many trigrams are taken though their lists are long."""


class Choice:
    """Chooses labels by their folded forms."""

    def __init__(self, sections: Sections, keys: Texts) -> None:
        self._keys = keys
        self._near = Near(sections)
        self._length = sections["length"]
        self._trigrams, self._postings = sections["trigrams"], sections["postings"]
        self._starts = sections["postings-starts"]

    def labels(self, key: str, allowed: NDArray[Any] | None) -> list[int]:
        """Give the numbers of the labels to compare with a folded name, each once and in order.

        `allowed` tells for each label whether it is wanted; None where all are.
        """
        np = numeric()
        chosen: list[int] = np.union1d(self._within_typos(key, allowed), self._sharing(key, allowed)).tolist()
        return chosen

    def _within_typos(self, key: str, allowed: NDArray[Any] | None) -> NDArray[Any]:
        """Give all labels within two typos."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import cdist

        np = numeric()
        near: NDArray[Any] = self._near.labels(key)
        if allowed is not None:
            near = near[allowed[near]]
        if not len(near):
            return near
        others = self._keys.several(near)
        typos = cdist([key], others, scorer=OSA.distance, score_cutoff=TYPOS, dtype=np.uint8)[0]
        most = min(TYPOS, len(key) - 1)  # with all letters wrong, nothing is alike
        within: NDArray[Any] = near[typos <= most]
        return within

    def _sharing(self, key: str, allowed: NDArray[Any] | None) -> NDArray[Any]:
        """Give the labels that share the most trigrams; of some that share as many, those of like length."""
        np = numeric()
        lists = self._lists(key)
        if not lists:
            none: NDArray[Any] = np.zeros(0, dtype=np.int64)
            return none
        counts = np.bincount(np.concatenate(lists), minlength=len(self._keys))
        chosen: NDArray[Any] = np.flatnonzero(counts > 0)
        if allowed is not None:
            chosen = chosen[allowed[chosen]]
        shared = counts[chosen]
        at_least = np.bincount(shared, minlength=2)[::-1].cumsum()[::-1]  # by number of shared trigrams
        least = max(1, int(np.searchsorted(-at_least, -_POOL, side="right")) - 1)
        chosen, shared = chosen[shared >= least], shared[shared >= least]
        apart = np.abs(self._length[chosen].astype(np.int64) - len(key))
        most: NDArray[Any] = chosen[np.lexsort((apart, -shared))[:_POOL]]
        return most

    def _lists(self, key: str) -> list[NDArray[Any]]:
        """Give the lists of the rarest trigrams of a folded name."""
        np = numeric()
        wanted = np.array(sorted(trigrams(key)) if key else (), dtype="<u8")
        places = np.searchsorted(self._trigrams, wanted)
        spans = [
            (int(self._starts[place]), int(self._starts[place + 1]))
            for place, trigram in zip(places.tolist(), wanted.tolist(), strict=True)
            if place < len(self._trigrams) and int(self._trigrams[place]) == trigram
        ]
        spans.sort(key=lambda span: (span[1] - span[0], span))
        taken: list[NDArray[Any]] = []
        total = 0
        for begin, end in spans:
            total += end - begin
            if total > _POSTINGS and len(taken) >= _AT_LEAST:
                break
            taken.append(self._postings[begin:end])
        return taken
