"""What appositions say an actor is: its kind, and the words that describe it.

    example          the local Dow militant groups X and Y   → X and Y: armed groups; "Dow" describes both
    example          X, a coalition of five Dow groups        → X: a coalition too
    counter-example  X, a coalition partner said
"""

from collections.abc import Sequence

from testimonia.extract.actors.cast import Cast
from testimonia.extract.sentences import Sentence

__all__ = ["describe"]


def describe(sentences: Sequence[Sentence], cast: Cast) -> None:
    """Give the actors of a cast what the text says that they are."""
