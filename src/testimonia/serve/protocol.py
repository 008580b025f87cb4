"""HTTP for clients of all kinds: one that does not send a whole header in time is hung up on.

uvicorn waits for a header as long as it takes, so that a few hundred connections that send a byte now
and then would keep everybody else out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from h11 import IDLE
from uvicorn.protocols.http.h11_impl import H11Protocol

from testimonia.serve.guard import log

if TYPE_CHECKING:
    import asyncio

__all__ = ["make_protocol"]


def make_protocol(patience: float) -> type[H11Protocol]:
    """Make the class of connections that hang up after so many seconds without a whole header."""
    return type("Patient", (_Patient,), {"patience": patience})


class _Patient(H11Protocol):
    """A connection with an end to its patience."""

    patience: float
    deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is not IDLE:  # the header is here
            self._stop_waiting()
        elif self.deadline is None:  # the beginning of the next one is
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self.deadline = self.loop.call_later(self.patience, self._hang_up)

    def _stop_waiting(self) -> None:
        if self.deadline:
            self.deadline.cancel()
        self.deadline = None

    def _hang_up(self) -> None:
        if not self.transport.is_closing():
            log.info("408 %s hung up on: no header after %g s", (self.client or ("-",))[0], self.patience)
            self.transport.close()
