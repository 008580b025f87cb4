"""What the lists, the search and the pages of actors and places are made from: all events, gone through once.

This takes minutes on a large graph, so that it is done beside the answering, from the first time that
somebody asks for it. Its memory does not grow with the figures: see `testimonia.pages.register`.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from testimonia.pages.register import Register
from testimonia.pages.ways import ways_in

if TYPE_CHECKING:
    from testimonia.pages import Frame
    from testimonia.pages.dossiers import Dossiers
    from testimonia.pages.gathering import Gatherer

__all__ = ["Gathered"]

_PATIENCE = 5.0
"""Seconds that a request waits."""


class Gathered:
    """What the events of a graph told; in hand once all of them have been gone through."""

    def __init__(self, gatherer: Gatherer, dossiers: Dossiers, frame: Frame) -> None:
        self._gatherer = gatherer
        self._dossiers = dossiers
        self._frame = frame

    @property
    def register(self) -> Register:
        """What is told of actors and places. Raises HTTPException (503) where it is not in hand yet."""
        return self._waited()[0]

    @property
    def ways(self) -> dict[str, bytes]:
        """The first page, the lists and the search, by place. Raises HTTPException (503) as above."""
        return self._waited()[1]

    @property
    def ready(self) -> bool:
        """Tell whether all of it is in hand; begins to gather it where nobody has."""
        return self._made.done()

    def _waited(self) -> tuple[Register, dict[str, bytes]]:
        try:
            return self._made.result(timeout=_PATIENCE)
        except TimeoutError as error:
            told = "The lists, and the pages of actors and places, are still being put together; ask again."
            raise HTTPException(503, told, {"Retry-After": str(int(_PATIENCE))}) from error

    @cached_property
    def _made(self) -> Future[tuple[Register, dict[str, bytes]]]:
        worker = ThreadPoolExecutor(1, thread_name_prefix="gathering")
        made = worker.submit(self._gather)
        worker.shutdown(wait=False)
        return made

    def _gather(self) -> tuple[Register, dict[str, bytes]]:
        gatherer, register = self._gatherer, Register()
        for dossier in self._dossiers.each():
            register.add(dossier)
        register.actors.extend(map(gatherer.actor, gatherer.actors))
        register.spots.extend(map(gatherer.place, gatherer.places))
        return register, {place: text.encode() for place, text in ways_in(self._frame, register)}
