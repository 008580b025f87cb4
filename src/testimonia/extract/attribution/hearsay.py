"""Hearsay without a sayer: "reportedly", "allegedly", "is said to have".

example          four soldiers were reportedly captured
counter-example  the ministry reportedly resigned; four soldiers were captured
"""

from testimonia.extract.drafts import Saying
from testimonia.extract.grammar import words
from testimonia.extract.prose.scene import Found, Scene

__all__ = ["hearsay_stance"]

_WORDS = words("hearsay")


def hearsay_stance(scene: Scene, one: Found) -> Saying | None:
    """Give a saying without speakers if a word of hearsay stands in the clause of a count."""
    tokens = scene.sentence.tokens
    for at in range(max(0, one.first - 6), min(len(tokens), one.last + 1)):
        if tokens[at].low in _WORDS and not _clause_between(scene, at, one):
            return Saying((), "reported", scene.sentence.source(at, at + 1))
    return None


def _clause_between(scene: Scene, at: int, one: Found) -> bool:
    low, high = sorted((at, one.first))
    return any(scene.sentence.tokens[k].low in {";", "but", "while", ","} for k in range(low, high))
