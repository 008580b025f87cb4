"""All labels within two typos of some words: none of them is lost, however short.

Each label has a signature: for each of 32 groups of letters one bit that says whether it has one of them,
and one whether it has more. A typo takes at most one letter away and adds at most one, and with it changes at
most one bit in either direction. So labels of like length whose signatures are no farther apart are all that
can be meant; of a quarter of a million these are some hundreds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from testimonia.reconcile.labels.layout import numeric

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from testimonia.reconcile.labels.layout import Sections

__all__ = ["TYPOS", "Near", "near_sections", "signature"]

TYPOS = 2
"""A letter too few, too many, wrong, or changed places with its neighbour."""
_GROUPS = 32


class Near:
    """Labels by length and signature."""

    def __init__(self, sections: Sections) -> None:
        self._order, self._signatures = sections["by-length"], sections["signatures"]
        self._starts = sections["length-starts"]

    def labels(self, key: str) -> NDArray[Any]:
        """Give the numbers of all labels within two typos of a folded name, and of some beyond."""
        np = numeric()
        last = len(self._starts) - 1
        begin = int(self._starts[min(max(len(key) - TYPOS, 0), last)])
        end = int(self._starts[min(len(key) + TYPOS + 1, last)])
        theirs = self._signatures[begin:end]
        ours = np.uint64(signature(key))
        near = np.bitwise_count(theirs & ~ours) <= TYPOS
        near &= np.bitwise_count(ours & ~theirs) <= TYPOS
        numbers: NDArray[Any] = self._order[begin:end][near]
        return numbers


def near_sections(keys: Sequence[str]) -> Sections:
    """Give the sections that `Near` needs, for labels by their folded forms."""
    np = numeric()
    lengths = np.array([len(key) for key in keys], dtype=np.int64)
    order = np.argsort(lengths, kind="stable")
    signatures = np.array([signature(key) for key in keys], dtype="<u8")
    longest = int(lengths.max(initial=0))
    return {
        "by-length": order.astype("<u4"),
        "signatures": signatures[order],
        "length-starts": np.searchsorted(lengths[order], np.arange(longest + 2)).astype("<u8"),
    }


def signature(folded: str) -> int:
    """Give the signature of a folded label: two bits for each group of letters.

    >>> f"{signature('abba'):b}", f"{signature('cab'):b}"
    ('111100', '1010100')
    """
    found = 0
    for char in folded:
        once = 1 << (ord(char) % _GROUPS * 2)
        found |= once << 1 if found & once else once
    return found
