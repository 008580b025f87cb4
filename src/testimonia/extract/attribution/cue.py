"""What a cue is: the words that say who says, and the stretch of the sentence that they govern."""

from dataclasses import dataclass
from typing import Literal

from testimonia.model import Stance

__all__ = ["Cue", "CueKind"]

CueKind = Literal["forward", "initial", "backward", "voiceless"]


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One place where somebody is said to say something."""

    at: int
    """Position of its verb or preposition in the row."""
    speakers: tuple[int, ...]
    """Positions of the speaking noun phrases or pronoun; () if nobody is named."""
    stance: Stance
    first: int
    """Tokens that it governs: first and one past the last."""
    last: int
    kind: CueKind
    through: int | None = None
    """Position of the outlet that only passes it on."""
