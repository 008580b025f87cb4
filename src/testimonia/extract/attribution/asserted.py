"""Sayers of a noun: whoever makes a claim, where the noun says what it is of.

example          the army's claim of killing 20 rebels · SOHR's report of 40 dead
                 the ministry's claim that 20 had died · the Front's tally was 30 dead
counter-example  the army's claim to the hills · reports of 40 dead (nobody's)
"""

from testimonia.extract.attribution.cue import Cue
from testimonia.extract.attribution.reach import forward_end
from testimonia.extract.attribution.speakers import can_speak
from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import owned
from testimonia.extract.prose.scene import Scene
from testimonia.lexicon import word_set

__all__ = ["asserted"]

_ASSERTIONS = word_set("grammar", "assertions")
_TALLIES = frozenset(
    {"calculation", "count", "estimate", "estimates", "figure", "figures", "reckoning", "tally"}
)
_ESTIMATES = frozenset({"estimate", "estimates"})


def asserted(scene: Scene, at: int) -> Cue | None:
    """Give the cue of the noun at `at`, if its owner asserts something with it."""
    row = scene.chunks
    noun, link, told = row[at], row.near(at + 1), row.near(at + 2)
    if (
        noun.low not in _ASSERTIONS | _TALLIES
        or not row.near(at - 1).owner
        or not can_speak(scene, row[at - 1])
    ):
        return None
    if link.kind == "vp" and noun.low in _TALLIES:
        return _equated(scene, at)
    counted = told.figure is not None or told.harm is not None
    if link.low == "of" and counted and noun.low not in _ESTIMATES:
        last = row[owned(row, at + 2)].last
    elif link.low == "that" or (link.low == "of" and told.gerund):
        last = _end(row, at + 2)
    else:
        return None
    guessed = noun.low in _ESTIMATES
    return Cue(at, (at - 1,), "estimated" if guessed else "claimed", link.last, last, "forward")


def _equated(scene: Scene, at: int) -> Cue | None:
    """Read "the Front's tally was 30 dead", "its estimate stood at 40", not "its count was wrong"."""
    row = scene.chunks
    verb, told = row[at + 1], row.near(at + 2 + (row.near(at + 2).kind in {"prep", "adv"}))
    plain = (verb.copula or verb.low in {"stood", "was", "is", "were"}) and not (verb.negated or verb.modal)
    if not plain or told.figure is None:
        return None
    guessed = row[at].low in _ESTIMATES
    end = forward_end(row, at + 1)
    return Cue(at, (at - 1,), "estimated" if guessed else "claimed", verb.last, end, "forward")


def _end(row: Row, at: int) -> int:
    """Give one past the last token asserted: up to a comma, or the verb that tells of the claim itself."""
    told = False
    for step in range(at, len(row)):
        verb = row[step].kind == "vp" and not row[step].infinitive
        if row.comma(step) or row[step].low == ";" or (verb and told):
            return row[step].first
        told = told or verb
    return row[-1].last
