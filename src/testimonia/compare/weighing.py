"""One party, one measure, rival figures: low, best and high of them under a policy.

Every claim is either an input, with what it gave, or left out, with the reason: nothing is dropped
in silence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod
from typing import Literal

from testimonia.compare.comparable import Subject
from testimonia.lexicon import least
from testimonia.model import LeftOut, Policy, Voice

__all__ = ["Candidate", "Weighed", "weigh"]

Bound = Literal["low", "best", "high"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that may enter an estimate."""

    subject: Subject
    voice: Voice
    revised: bool
    """True where the same voice gave another figure later."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a policy makes of rival figures for the same people."""

    low: int
    best: int | None
    high: int | None
    """None where nothing bounds it from above."""
    inputs: tuple[int, ...]
    """Indexes in `Findings.claims`, in their order."""
    left_out: tuple[LeftOut, ...]
    best_from: int | None
    """The claim that the best figure comes from, None where there is none."""
    note: str = ""
    """What the reader has to know of the choice."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A figure as a policy reads it."""

    candidate: Candidate
    low: int | None
    high: int | None
    point: int

    @property
    def index(self) -> int:
        return self.candidate.subject.index


def weigh(candidates: Sequence[Candidate], policy: Policy) -> Weighed | None:
    """Give low, best and high of rival figures for the same people; None where no figure is left."""
    numbers, left = _numbers(candidates, policy)
    numbers, words = _without_words(numbers, policy)
    numbers, episodes = _without_episodes(numbers, policy)
    credible = [each for each in numbers if each.candidate.voice in policy.credible]
    rest = [each for each in numbers if each.candidate.voice not in policy.credible]
    doubtful = [LeftOut(each.index, _NOT_CREDIBLE[each.candidate.voice]) for each in rest] if credible else []
    chosen = credible or rest
    if not chosen:
        return None
    best = _best(chosen, policy)
    low, high = _extremes(chosen, best, policy)
    return Weighed(
        low=low,
        best=None if best is None else best.point,
        high=high,
        inputs=tuple(sorted(each.index for each in chosen)),
        left_out=tuple(sorted([*left, *words, *episodes, *doubtful], key=lambda each: each.claim)),
        best_from=None if best is None else best.index,
        note="" if credible else "nobody more credible gives a figure",
    )


_NOT_CREDIBLE: dict[Voice, str] = {
    "confirmed": "the policy leaves confirmed figures out",
    "own": "a party counts its own people",
    "enemy": "a party counts its enemy's people",
    "party": "a party counts people that are not its own",
    "joint": "several sides speak together",
    "outside": "the policy leaves those out who are on no side",
    "article": "nobody is named for it",
}


def _numbers(candidates: Iterable[Candidate], policy: Policy) -> tuple[list[_Number], list[LeftOut]]:
    numbers: list[_Number] = []
    left: list[LeftOut] = []
    for each in candidates:
        index = each.subject.index
        if each.subject.denied:
            left.append(LeftOut(index, "the figure is denied"))
        elif each.revised and policy.superseded == "skip":
            left.append(LeftOut(index, "the same voice gave another figure later"))
        elif (number := _number(each, policy)) is None:
            left.append(LeftOut(index, f"«{each.subject.figure.words}» is no number"))
        else:
            numbers.append(number)
    return numbers, left


def _number(candidate: Candidate, policy: Policy) -> _Number | None:
    figure, quantity = candidate.subject.figure, candidate.subject.claim.quantity
    if figure.vague:
        return _of_word(candidate, policy)
    low: int | None = figure.interval.low
    high = figure.interval.high
    if quantity.low is None and high is not None:
        low = 0 if policy.ends == "open" else None
    return _Number(candidate, low, high, _point(candidate, policy))


def _of_word(candidate: Candidate, policy: Policy) -> _Number | None:
    """Give a vague word the number that the policy has for it, else the least that it can mean."""
    words = candidate.subject.figure.words
    known = {word.removesuffix("s"): number for word, number in policy.words}
    numbers = [known[word.removesuffix("s")] for word in words.split() if word.removesuffix("s") in known]
    if numbers:
        counted = prod(numbers)
        return _Number(candidate, counted, counted, counted)
    if policy.vague == "skip":
        return None
    low = max(candidate.subject.figure.interval.low, least(words))
    return _Number(candidate, low, None, low)


def _point(candidate: Candidate, policy: Policy) -> int:
    """Give the one number that stands for a figure: of "about 60" it is 60, of "at least 12" 12."""
    quantity, interval = candidate.subject.claim.quantity, candidate.subject.figure.interval
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    if low is None or high is None:
        return interval.low
    return {"low": low, "middle": (low + high) // 2, "high": high}[policy.point]


def _without_words(numbers: list[_Number], policy: Policy) -> tuple[list[_Number], list[LeftOut]]:
    """Leave out what is only a word, where the policy wants numbers and somebody gives one."""
    words = [each for each in numbers if each.high is None and each.candidate.subject.figure.vague]
    if policy.vague != "last" or len(words) == len(numbers):
        return numbers, []
    kept = [each for each in numbers if each not in words]
    return kept, [LeftOut(each.index, "it is a word, and others give a number") for each in words]


def _without_episodes(numbers: list[_Number], policy: Policy) -> tuple[list[_Number], list[LeftOut]]:
    """Leave out what may count an episode and lies below the figures for the whole."""
    whole = [each for each in numbers if not each.candidate.subject.episode]
    if policy.episodes == "keep" or not whole:
        return numbers, []
    least = min(each.point if each.low is None else each.low for each in whole)
    below = [each for each in numbers if each.candidate.subject.episode and each.point < least]
    reason = "it may count only an episode, and others give more for the whole"
    kept = [each for each in numbers if each not in below]
    return kept, [LeftOut(each.index, reason) for each in below]


def _best(chosen: list[_Number], policy: Policy) -> _Number | None:
    if policy.best == "none":
        return None
    if policy.best == "most reliable":
        return min(chosen, key=lambda each: _reliability(each, policy))
    pick = min if policy.best == "lowest" else max
    return pick(chosen, key=lambda each: (each.point, -each.index))


def _reliability(number: _Number, policy: Policy) -> tuple[object, ...]:
    """Order figures: numbers before words, the surer voice, the whole before an episode, the closer."""
    candidate, voices = number.candidate, policy.reliable
    rank = voices.index(candidate.voice) if candidate.voice in voices else len(voices)
    closed = number.low is not None and number.high is not None
    width = (number.high or 0) - (number.low or 0) if closed else float("inf")
    return (candidate.subject.figure.vague, rank, candidate.subject.episode, width, number.index)


def _extremes(chosen: list[_Number], best: _Number | None, policy: Policy) -> tuple[int, int | None]:
    lows = [each.low for each in chosen if each.low is not None] or [each.point for each in chosen]
    highs = [each.point if each.high is None else each.high for each in chosen]
    low = min(lows)
    high = max(highs)
    if best is not None:
        low = best.point if policy.low == "best" else min(low, best.point)
        high = best.point if policy.high == "best" else max(high, best.point)
    endless = policy.ends == "open" and policy.high == "highest" and any(each.high is None for each in chosen)
    return low, None if endless else high
