"""From one page of an event to another: too long a page has parts of it on pages of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from testimonia.pages.addresses import Addresses

__all__ = ["Leads"]


@dataclass
class Leads:
    """The pages of one event."""

    addresses: Addresses
    path: str
    """The place of the first of them."""
    apart: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """The sections that have pages of their own, with the sheet on which each anchor stands."""

    def place(self, section: str, sheet: int = 1) -> str:
        """Give the place of the page of a section, or of one of its sheets."""
        if section not in self.apart:
            return self.path
        return self.addresses.sheet(self.path, section if sheet == 1 else f"{section}-{sheet}")

    def seen_from(self, here: str, sheet: int = 1) -> Callable[..., str]:
        """Make what leads from one of the pages to a section, to an anchor in it or to one of its sheets."""
        return partial(self._leads, self.place(here, sheet))

    def _leads(self, here: str, section: str, anchor: str = "", sheet: int = 1) -> str:
        there = self.place(section, self.apart.get(section, {}).get(anchor, sheet))
        mark = f"#{anchor}" if anchor else ""
        return mark if there == here else f"{self.addresses.home(self.path)}{there}{mark}"
