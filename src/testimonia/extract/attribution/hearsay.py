"""Hearsay without a sayer: "reportedly", "allegedly".

example          four soldiers were reportedly captured
counter-example  the minister reportedly resigned, four soldiers were captured
"""

from testimonia.extract.drafts import Saying
from testimonia.extract.grammar import words
from testimonia.extract.prose.scene import Found, Scene

__all__ = ["hearsay"]

_HEARSAY = words("hearsay")
_BREAKS = frozenset({";", "but", "while", ","})


def hearsay(scene: Scene, one: Found) -> Saying | None:
    """Give a saying without speakers if a word of hearsay stands in the clause of a count."""
    tokens = scene.sentence.tokens
    for at in range(max(0, one.first - 6), min(len(tokens), one.last + 1)):
        low, high = sorted((at, one.first))
        if tokens[at].low in _HEARSAY and _BREAKS.isdisjoint(token.low for token in tokens[low:high]):
            return Saying((), "reported", scene.sentence.source(at, at + 1))
    return None
