"""What one request may cost, and how many may run at once."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that hold for whoever asks; raise them for a server that only friends can reach."""

    seconds: float = 10.0
    """How long a query may run before its process is killed."""
    rows: int = 100_000
    """Rows or triples of an answer; more is refused, never cut off in silence."""
    answer: int = 50_000_000
    """Bytes of an answer."""
    body: int = 100_000
    """Bytes of a query."""
    workers: int = 2
    """Queries that run at once, each in a process of its own."""
    waiting: int = 32
    """Queries that may wait for a worker; the next one is told to come back later."""
    memory: int = 2_000_000_000
    """Bytes of memory that a worker may take, where the system can hold it to that."""
    patience: float = 15.0
    """Seconds that a client may take to send a request, or to take the next piece of an answer."""
    connections: int = 500
    """Connections open at once."""
