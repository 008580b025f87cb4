"""How alike some words and a name are, as one number from 0 to 100.

It is the largest of three, all over folded names. Letter by letter: the part of the letters that need no
typo to become the other's. Words in another order: the same after sorting the words, with a trifle taken off.
Words left out: what the shared words come to, at a marked discount, since "Akabar" alone may or may not mean
the Battle of Akabar.

Typos are letters left out, put in, taken for another, or exchanged with a neighbour. A letter that the name
does not have counts a tenth more: any of two dozen could stand there, so that one certain wrong letter is a
rarer slip than a letter left out or two exchanged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from testimonia.reconcile.labels.layout import numeric

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["likeness"]

_REORDERED = 0.98
_PARTIAL = 0.85
_FOREIGN = 0.1
"""What a letter that the name does not have adds to the typos; ten of them would count as one more."""


def likeness(key: str, others: Sequence[str]) -> list[float]:
    """Compare a folded name with others; give a score for each, rounded to a tenth."""
    np = numeric()
    if not others:
        return []
    extra = _FOREIGN * _foreign(key, others)
    best = _letters(key, others, extra)
    words, several = key.split(), [number for number, other in enumerate(others) if " " in other]
    if len(words) > 1 and several:
        ordered = [" ".join(sorted(others[number].split())) for number in several]
        alike = _letters(" ".join(sorted(words)), ordered, extra[several])
        best[several] = np.maximum(best[several], alike * _REORDERED)
    sharing = [number for number, other in enumerate(others) if not set(words).isdisjoint(other.split())]
    if sharing:
        alike = _shared(key, [others[number] for number in sharing])
        best[sharing] = np.maximum(best[sharing], alike * _PARTIAL)
    scores: list[float] = best.round(1).tolist()
    return scores


def _foreign(key: str, others: Sequence[str]) -> NDArray[Any]:
    """Count the letters of a name that each other does not have, or not so often.

    What two names in alphabetical order have in common is all the letters that both have.
    """
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import cdist

    np = numeric()
    letters = ["".join(sorted(other)) for other in others]
    known = cdist(["".join(sorted(key))], letters, scorer=LCSseq.similarity, dtype=np.int32)[0]
    foreign: NDArray[Any] = len(key) - known
    return foreign


def _letters(key: str, others: Sequence[str], extra: NDArray[Any]) -> NDArray[Any]:
    """Give the part of the letters, in hundredths, that need no typo; `extra` is added to the typos."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    np = numeric()
    typos = cdist([key], others, scorer=OSA.distance, dtype=np.int32)[0]
    lengths = np.maximum([len(other) for other in others], max(len(key), 1))
    parts: NDArray[Any] = 100 * np.maximum(0, 1 - (typos + extra) / lengths)
    return parts


def _shared(key: str, others: Sequence[str]) -> NDArray[Any]:
    """Give how alike names are once the words that both have are taken together, in hundredths."""
    from rapidfuzz import fuzz
    from rapidfuzz.process import cdist

    np = numeric()
    ratios: NDArray[Any] = cdist([key], others, scorer=fuzz.token_set_ratio, dtype=np.float64)[0]
    return ratios
