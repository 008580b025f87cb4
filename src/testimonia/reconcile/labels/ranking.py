"""How alike some words and a name are, as one number from 0 to 100.

It is the largest of three, all over folded names. Letter by letter: the part of the letters that need
no typo to become the other's, where two neighbours that changed places are one typo. Words in another
order: the same after sorting the words, with a trifle taken off. Words left out: what the shared words
come to, at a marked discount, since "Akabar" alone may or may not mean the Battle of Akabar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.reconcile.labels.layout import numeric

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["likeness"]

_REORDERED = 0.98
_PARTIAL = 0.85


def likeness(key: str, others: Sequence[str]) -> list[float]:
    """Compare a folded name with others; give a score for each, rounded to a tenth."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    np = numeric()
    if not others:
        return []
    letters = cdist([key], others, scorer=OSA.normalized_similarity, dtype=np.float64)[0] * 100
    order = cdist([key], others, scorer=fuzz.token_sort_ratio, dtype=np.float64)[0] * _REORDERED
    shared = cdist([key], others, scorer=fuzz.token_set_ratio, dtype=np.float64)[0] * _PARTIAL
    scores: list[float] = np.maximum(np.maximum(letters, order), shared).round(1).tolist()
    return scores
