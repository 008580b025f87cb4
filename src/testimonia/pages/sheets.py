"""Long lists in sheets, so that no page grows without end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Sheet", "sheets_of"]

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of the pages over which the lists of a page are spread."""

    path: str
    """The place of the first of them; `Addresses.sheet` tells that of the others."""
    number: int = 1
    """Counted from 1."""
    last: int = 1
    """How many there are."""
    size: int = 200
    """How many items of each list stand on one."""

    def cut(self, items: Sequence[Item]) -> Sequence[Item]:
        """Give what stands on this sheet."""
        return items[(self.number - 1) * self.size : self.number * self.size]


def sheets_of(path: str, size: int, *lists: Sequence[object]) -> Iterator[Sheet]:
    """Give the sheets that take all of some lists, one at least."""
    last = max(1, *(-(-len(items) // size) for items in lists))
    yield from (Sheet(path, number, last, size) for number in range(1, last + 1))
