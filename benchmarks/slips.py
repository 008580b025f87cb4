"""What can be known from a misspelt name by one who knows how its typos were made.

No method that goes by letters finds more: every label is weighed by the chance that its typos give the words.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

__all__ = ["ALPHABET", "likeliest", "slips"]

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_KINDS = 5


@lru_cache(maxsize=10_000)
def slips(name: str) -> dict[str, float]:
    """Give what one typo makes of a name, and its chance: each place and each kind is as likely.

    A letter is changed, left out, doubled, put in, or exchanged with the next. No typo is at the last letter.
    """
    made: defaultdict[str, float] = defaultdict(float)
    for place in range(len(name) - 1):
        before, letter, after = name[:place], name[place], name[place + 1 :]
        each = 1 / _KINDS / (len(name) - 1)
        made[before + after] += each
        made[before + letter + letter + after] += each
        made[before + after[0] + letter + after[1:]] += each
        for other in ALPHABET:
            made[before + other + after] += each / len(ALPHABET)
            made[before + other + letter + after] += each / len(ALPHABET)
    return dict(made)


def likeliest(words: str, names: Sequence[str], typos: int, limit: int = 5) -> list[int]:
    """Give the numbers of the names from which so many typos, one or two, most likely made some words."""
    apart = process.cdist([words], names, scorer=OSA.distance, score_cutoff=typos, dtype=np.uint8)[0]
    near = np.flatnonzero(apart <= typos).tolist()
    return sorted(near, key=lambda number: (-_chance(words, names[number], typos), number))[:limit]


def _chance(words: str, name: str, typos: int) -> float:
    if typos == 1:
        return slips(name).get(words, 0.0)
    return sum(
        part * slips(between).get(words, 0.0)
        for between, part in slips(name).items()
        if OSA.distance(words, between, score_cutoff=1) <= 1
    )
