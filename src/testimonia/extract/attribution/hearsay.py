"""Hearsay without a sayer: "reportedly", "allegedly", "reports of".

example          four soldiers were reportedly captured · the reported death of dozens
example          gunmen allegedly opened fire, killing four · there were reports of many desertions
counter-example  the minister reportedly resigned, four soldiers were captured
"""

from testimonia.extract.drafts import Saying
from testimonia.extract.prose.scene import Found, Scene
from testimonia.lexicon import word_set

__all__ = ["hearsay"]

_HEARSAY = word_set("grammar", "hearsay")
_ADJECTIVES = frozenset({"reported", "alleged"})
_TELLING = _HEARSAY | _ADJECTIVES
_REPORTS = frozenset({"reports", "rumours", "rumors", "allegations"})
_ARRIVING = word_set("grammar", "arriving")
"""What may stand between: "reports were received of 30 tanks"."""
_NEAR, _FAR = 6, 24
"""How many tokens before a count a word of hearsay may stand."""
_BREAKS = frozenset({";", "but", "while", ","})


def hearsay(scene: Scene, one: Found) -> Saying | None:
    """Give a saying without speakers if a word of hearsay stands in the clause of a count."""
    tokens = scene.sentence.tokens
    if _TELLING.isdisjoint(scene.sentence.lows):
        return _of_reports(scene, one)
    leaning = tokens[one.first].low.endswith("ing")  # its clause is the one before the comma
    for at in range(max(0, one.first - (_FAR if leaning else _NEAR)), min(len(tokens), one.last + 1)):
        low, high = sorted((at, one.first))
        aside = leaning or (at == 0 and tokens[1].low == ",")  # "Allegedly, four soldiers were captured"
        between = {token.low for token in tokens[low:high]} - ({","} if aside else set())
        told = tokens[at].low in _HEARSAY or _describes(scene, at)
        if told and _BREAKS.isdisjoint(between):
            return Saying((), "reported", scene.sentence.source(at, at + 1))
    return _of_reports(scene, one)


def _of_reports(scene: Scene, one: Found) -> Saying | None:
    """Read "there were reports of many desertions", but not "read reports of the raid, and nine fell"."""
    tokens = scene.sentence.tokens
    for at in range(max(0, one.first - _NEAR - 1), one.first - 1):
        if tokens[at].low not in _REPORTS:
            continue
        then = next((step for step in range(at + 1, one.first) if tokens[step].low not in _ARRIVING), at)
        told = tokens[then].low in {"of", "that"}
        if told and _BREAKS.isdisjoint(token.low for token in tokens[at : one.first]):
            return Saying((), "reported", scene.sentence.source(at, at + 1))
    return None


def _describes(scene: Scene, at: int) -> bool:
    """Tell "the reported deaths" from "it reported deaths"."""
    if scene.sentence.tokens[at].low not in _ADJECTIVES:
        return False
    return any(chunk.kind == "np" and chunk.first <= at < chunk.last - 1 for chunk in scene.chunks)
