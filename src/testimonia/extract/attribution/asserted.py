"""Sayers of a noun: whoever makes a claim, where the noun says what it is of.

example          the army's claim of killing 20 rebels · SOHR's report of 40 dead
                 the ministry's claim that 20 had died · the Front's tally was 30 dead
                 the army's estimate of 20 dead · Dow claims of 20 rebels killed
                 estimates of its losses range from 300 to 400
counter-example  the army's claim to the hills · reports of 40 dead (nobody's)
"""

from testimonia.extract.attribution.cue import Cue
from testimonia.extract.attribution.papers import ESTIMATES, made_inside
from testimonia.extract.attribution.reach import forward_end
from testimonia.extract.attribution.speakers import can_speak
from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import guessed_number, owned
from testimonia.extract.prose.scene import Scene
from testimonia.lexicon import word_set

__all__ = ["asserted"]

_ASSERTIONS = word_set("grammar", "assertions")
_TALLIES = frozenset(
    {"calculation", "count", "estimate", "estimates", "figure", "figures", "reckoning", "tally"}
)
_ESTIMATES = frozenset({"estimate", "estimates"})
_NOUNS = _ASSERTIONS | _TALLIES | ESTIMATES


def asserted(scene: Scene, at: int) -> Cue | None:
    """Give the cue of the noun at `at`, if its owner asserts something with it."""
    row, noun = scene.chunks, scene.chunks[at]
    owned_by = row.near(at - 1).owner and can_speak(scene, row[at - 1])
    if guessed_number(noun) and owned_by:
        return Cue(at, (at - 1,), "estimated", noun.first, noun.last, "forward")
    if noun.low not in _NOUNS or noun.figure is not None:
        return None
    if noun.low in ESTIMATES and _opens(row, at):
        tellers = (at,) if made_inside(scene, at) else ()
        return Cue(at, tellers, "estimated", noun.last, _guessed_till(row, at), "voiceless")
    if owned_by and row.near(at + 1).kind == "vp" and noun.low in _TALLIES:
        return _equated(scene, at)
    owned_by = owned_by or (not row.near(at - 1).owner and _has_maker(scene, at))
    return _of_what(scene, at) if owned_by else None


def _of_what(scene: Scene, at: int) -> Cue | None:
    """Read "the army's claim of killing 20", "SOHR's report of 40 dead", "Dow claims of 20 killed"."""
    row, noun = scene.chunks, scene.chunks[at]
    link, told = row.near(at + 1), row.near(at + 2)
    teller = at - 1 if row.near(at - 1).owner else at
    counted = told.figure is not None or told.harm is not None
    if link.low == "of" and counted and noun.low not in _ESTIMATES:
        last = row[owned(row, at + 2)].last
    elif link.low == "that" or (link.low == "of" and told.gerund):
        last = _end(row, at + 2)
    else:
        return None
    guessed = noun.low in _ESTIMATES
    return Cue(at, (teller,), "estimated" if guessed else "claimed", link.last, last, "forward")


def _opens(row: Row, at: int) -> bool:
    """Tell "Estimates of their losses range from", which begins a clause, from what somebody estimates."""
    owner = row.near(at - 1).owner
    return not owner and (at == 0 or row[at - 1].kind in {"sub", "conj", "sign", "but"})


def _guessed_till(row: Row, at: int) -> int:
    """Give one past the last token of "Estimates range from 300 to 400, but none is sure"."""
    counted = False
    for step in range(at + 1, len(row)):
        ends = row.comma(step) and (not counted or row.near(step + 1).kind in {"conj", "but", "sub"})
        if ends or row[step].kind == "but" or row[step].low == ";":
            return row[step].first
        counted = counted or row[step].figure is not None
    return row[-1].last


def _has_maker(scene: Scene, at: int) -> bool:
    """Tell "Dow claims of 20 killed" from "claims of 20 killed"."""
    noun = scene.chunks[at]
    return noun.last - max(noun.body, noun.first) > 1 and made_inside(scene, at)


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
