"""Infobox figures that sum up what the prose tells in full.

"20–30 killed (per the army and the rebels)" was said by neither: the prose has the army's 20 and the
rebels' 30. An infobox claim summarises prose claims where each of its claimants made one of them and
its bounds are the smallest range that holds them all; a range without claimants summarises two or
more figures of the prose in the same way.
"""

from collections.abc import Iterable, Iterator

from testimonia.compare.comparable import Subject
from testimonia.compare.intervals import Interval, hull
from testimonia.compare.parties import Parties
from testimonia.compare.voices import Voices

__all__ = ["RULE", "summaries"]

RULE = "compare.infobox-hull"

_TOLD_AS = {"killed": {"killed", "neutralised"}, "captured": {"captured", "surrendered"}}
"""What an infobox sums up under its own measure: it files the neutralised under the killed."""


def summaries(
    found: Iterable[Subject], parties: Parties, voices: Voices
) -> Iterator[tuple[Subject, Subject, str]]:
    """Give each infobox subject that is a summary, a subject it summarises, and the reason."""
    boxes: list[Subject] = []
    prose: dict[tuple[object, ...], list[Subject]] = {}
    for subject in found:
        if subject.denied or subject.claim.scope != "main":
            continue
        if subject.claim.zone == "infobox":
            boxes.append(subject)
        else:
            prose.setdefault((subject.claim.event, subject.reach.camp), []).append(subject)
    for box in boxes:
        told = prose.get((box.claim.event, box.reach.camp), [])
        within = [each for each in told if _within(box, each, parties)]
        for each, reason in _summed(box, within, voices):
            yield box, each, reason


def _within(box: Subject, told: Subject, parties: Parties) -> bool:
    """Tell whether a prose claim can be one of those that the infobox claim sums up."""
    if told.claim.measure not in _TOLD_AS.get(box.claim.measure, {box.claim.measure}):
        return False
    if told.claim.item != box.claim.item or parties.standing(told.reach, box.reach) != "same":
        return False
    if told.figure.vague or box.figure.vague:
        # What "several" and "some" hold is a convention; that both are vague is what they share.
        return told.figure.vague and box.figure.vague
    return box.figure.interval.holds(told.figure.interval)


def _summed(box: Subject, within: list[Subject], voices: Voices) -> Iterator[tuple[Subject, str]]:
    claimants = box.claim.claimants
    chosen = [each for each in within if not claimants or _is_of(each, claimants, voices)]
    if not chosen or not (box.figure.vague or _hull(chosen) == box.figure.interval):
        return
    if claimants and not all(any(_is_of(each, (key,), voices) for each in chosen) for key in claimants):
        return
    if not claimants and (box.figure.vague or len({each.figure.interval for each in chosen}) < 2):
        return
    reason = (
        "the infobox sums up what its claimant says in the prose"
        if len(claimants) == 1
        else "the infobox joins in one range what the prose tells of different claims"
    )
    for each in chosen:
        yield each, reason


def _hull(chosen: list[Subject]) -> Interval:
    return hull(each.figure.interval for each in chosen)


def _is_of(subject: Subject, claimants: tuple[str, ...], voices: Voices) -> bool:
    return any(voices.speaks_for(subject.claim, key) for key in claimants)
