"""What one request may ask for, and how a request is refused."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Bounds", "RefusedError"]


class RefusedError(Exception):
    """A request that is not answered; the message is one sentence for whoever sent it."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        """Keep the sentence and the HTTP status that goes with it."""
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds that hold for whoever asks."""

    batch: int = 50
    """Questions of a batch, which the manifest tells as batchSize; ids of an extension, too."""
    properties: int = 50
    """Properties of a question or of an extension."""
    values: int = 50
    """Values of one property of a question."""
    words: int = 500
    """Characters of one string."""
    candidates: int = 50
    """Candidates or suggestions that are given at most, whatever is asked for."""
    usual: int = 10
    """How many are given where the question does not say."""
    seconds: float = 10.0
    """How long a batch may take."""
