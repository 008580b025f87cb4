"""What is known of a place or state that is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from testimonia.reconcile.authority import country_of, is_state
from testimonia.reconcile.labels import fold
from testimonia.reconcile.linking.kinds import bare_name, group_of_kind, group_of_name

if TYPE_CHECKING:
    from testimonia.reconcile.authority.thing import Thing

__all__ = ["Sought"]

_WHOLE = 86.0
"""Names are less alike than that where one of them has words that the other has not."""


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
        """What it is looked up by: its label, this without words for kind and place, and titles."""
        parts = (words.partition(",")[0].partition(" (")[0] for words in (self.label, *self.titles))
        return tuple(dict.fromkeys((self.label, bare_name(self.label), *parts)))

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """Codes of the countries that the article puts it in: usually one, several for a border or a doubt.

        A name that is a country's own counts where nothing else is told: Georgia in the United States is
        not in Georgia.
        """
        told = [country_of(name) for name in (*self.around, *self._of_titles())]
        return tuple(sorted({code for code in told if code} or {country_of(self.label)} - {""}))

    @cached_property
    def group(self) -> str:
        """What its name says of its kind, "" where it says nothing."""
        if self.state or (country_of(self.label) and not self.around):
            return "country"
        return group_of_name(self.label)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Names of what it lies in, without states."""
        return tuple(name for name in (*self.around, *self._of_titles()) if not is_state(name))

    def may_be(self, thing: Thing, likeness: float) -> bool:
        """Tell whether a thing can be meant at all, whose name is so much like what was looked up.

        A state is a country and nothing else. A former one is meant by its whole name alone: France is not
        the Kingdom of France. Only what acts may be one by its short name: a fleet of Genoa is that of the
        Republic, and a battle near Genoa is near the town.
        """
        if thing.kind == "former country" and (likeness < _WHOLE or self._shortens(thing)):
            return False
        return not self.state or group_of_kind(thing.kind) == "country"

    def _shortens(self, state: Thing) -> bool:
        """Tell whether a place has no more of a state's name than the part without its kind."""
        names = set(map(fold, self.names))
        short = bare_name(state.name) != state.name and fold(bare_name(state.name)) in names
        return short and not self.state and fold(state.name) not in names

    def _of_titles(self) -> tuple[str, ...]:
        """Give what label and titles say after the name: "Kel, Aldershire" lies in Aldershire."""
        parts = (words.partition(", ")[2] for words in (self.label, *self.titles))
        return tuple(part for part in parts if part)
