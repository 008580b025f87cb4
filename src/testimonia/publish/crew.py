"""Who makes the files of a site: this process, or several, each with the store on disk open.

What is made by itself, such as the page of an event, is made in pieces of work: functions that take the
`Site` and something else. What they give comes in order, so that a site has the same bytes whoever made it.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from testimonia.workforce import ahead, workforce

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from testimonia.publish.site import Site
    from testimonia.workforce import Begin

__all__ = ["Crew", "crew_of"]

Item = TypeVar("Item")
Made = TypeVar("Made")

_AHEAD = 2
"""How many pieces of work for each process are begun before they are asked for."""
_here: list[Site] = []
"""In a process that works for another: the site, as it was opened there."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Those who work at one site."""

    begin: Begin | None = None
    """Begins a piece of work in another process, None where this one does all."""
    waiting: int = 0
    """How many pieces are begun before they are asked for."""

    def each(self, site: Site, make: Callable[[Site, Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """Give what a function makes of each item, in their order."""
        if self.begin is None:
            yield from (make(site, item) for item in items)
            return
        begin = partial(self.begin, _there, make)
        yield from (finish() for finish in ahead(map(begin, items), self.waiting))


@contextmanager
def crew_of(workers: int, again: Callable[[], Site]) -> Iterator[Crew]:
    """Give a crew of some processes, each of which opens the site with `again`, which has to be picklable.

    Raises TestimoniaError where a process is ended from outside.
    """
    if workers == 1:
        yield Crew()
        return
    with workforce(workers, partial(_arrive, again)) as begin:
        yield Crew(begin, workers * _AHEAD)


def _arrive(again: Callable[[], Site]) -> None:
    _here[:] = [again()]


def _there(make: Callable[[Site, Item], Made], item: Item) -> Made:
    return make(_here[0], item)
