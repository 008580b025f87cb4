"""What is known of a place or state that is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from testimonia.reconcile.authority.countries import country_of
from testimonia.reconcile.linking.kinds import bare_name, group_of_name

if TYPE_CHECKING:
    from testimonia.reconcile.authority.thing import Thing

__all__ = ["Sought"]


@dataclass(frozen=True)
class Sought:
    """A name, and what the article says around it."""

    label: str
    around: tuple[str, ...] = ()
    """Names of what it lies in, the nearest first, the country last where it is told."""
    points: tuple[tuple[float, float], ...] = ()
    """Where events took place that lie there: latitude and longitude."""
    titles: tuple[str, ...] = ()
    """Titles of the Wikipedia articles to which its name is linked."""
    near: tuple[str, ...] = ()
    """Codes of the countries of other places of the same article: weak evidence, for want of better."""
    state: bool = False
    """Whether it is a state that acts, so that only countries are meant."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What it is looked up by: its label, without words for its kind, and titles."""
        titles = (title.partition(",")[0].partition(" (")[0] for title in self.titles)
        return tuple(dict.fromkeys((self.label, bare_name(self.label), *titles)))

    @cached_property
    def country(self) -> str:
        """The code of the country that the article puts it in, "" where it does not say."""
        told = (country_of(name) for name in (*reversed(self.around), *self._of_titles(), self.label))
        return next((code for code in told if code), "")

    @cached_property
    def group(self) -> str:
        """What its name says of its kind, "" where it says nothing."""
        if self.state or (country_of(self.label) and not self.around):
            return "country"
        return group_of_name(self.label)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Names of what it lies in, without the country."""
        return tuple(name for name in (*self.around, *self._of_titles()) if not country_of(name))

    def may_be(self, thing: Thing) -> bool:
        """Tell whether a thing can be meant at all: a state is a country and nothing else."""
        return not self.state or thing.kind == "country"

    def _of_titles(self) -> tuple[str, ...]:
        """Give what titles say after the name: "Kel, Aldershire" lies in Aldershire."""
        parts = (title.partition(", ")[2] for title in self.titles)
        return tuple(part for part in parts if part)
