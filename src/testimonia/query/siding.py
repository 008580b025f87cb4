"""The sides of an event that several revisions or articles tell of, numbered alike.

Who is "side 1" in one infobox may be "side 2" in another. Sides are one where they share a belligerent,
and where both tell of two sides and the other two are one. A side that cannot be told to be one of those
known gets a number of its own, so that nothing is held against it.
"""

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testimonia.query.joining import Joined

__all__ = ["number_sides"]

_Told = dict[int, set[str]]
"""The sides of one event in one revision: the number there, and the belligerents."""


def number_sides(nodes: "Joined", tellers: dict[str, frozenset[str]]) -> dict[tuple[str, str], int]:
    """Give the number of each side in each revision, by their IRIs, for events that are one.

    `tellers` gives the revisions that tell of each of the events, the event first that they are called by.
    """
    first = next(iter(tellers), "")
    known: _Told = {}
    numbered: dict[tuple[str, str], int] = {}
    for event, revisions in tellers.items():
        sides = {int(nodes.one(side, "tm:sideNumber")): side for side in nodes.having("tm:sideOf", event)
                 if event in nodes.exactly(side, "tm:sideOf")}  # fmt: skip
        fought = _belligerents(nodes, event)
        for revision in sorted(revisions):
            told = {number: fought[side, revision] for number, side in sides.items()}
            for number, common in _matched(told, known, of_one_event=event == first).items():
                numbered[sides[number], revision] = common
                known.setdefault(common, set()).update(told[number])
    return numbered


def _belligerents(nodes: "Joined", event: str) -> dict[tuple[str, str], set[str]]:
    """Give the belligerents of each side of an event in each revision."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for node in nodes.having("tm:participationIn", event):
        side = nodes.one(node, "tm:onSide")
        if side and nodes.one(node, "tm:role").endswith("/belligerent"):
            for reading in nodes.all(node, "tm:reading"):
                revision = nodes.one(nodes.one(reading, "tm:mention"), "oa:hasSource")
                found[side, revision].add(nodes.one(node, "tm:participant"))
    return found


def _matched(told: _Told, known: _Told, *, of_one_event: bool) -> dict[int, int]:
    """Give each side of a revision the number of the one that it is among those known, else a new one."""
    found = _shared(told, known) if known else {}
    if of_one_event:  # their sides have one IRI: what is turned round there cannot be told apart
        found = {number: number for number, common in found.items() if number == common}
        found |= {n: n for n in told if n not in found and not _touching(told[n], known) - {n}}
    elif len(found) == 1 and len(told) == len(known) == 2:  # of two, the other is the other
        ((number, common),) = found.items()
        found |= {(told.keys() - {number}).pop(): (known.keys() - {common}).pop()}
    new = max((*known, *told), default=0)
    for number in sorted(told.keys() - found.keys()):
        new += 1
        found[number] = new
    return found


def _shared(told: _Told, known: _Told) -> dict[int, int]:
    """Match sides that share belligerents with one another, and with no other side."""
    touching = {number: _touching(actors, known) for number, actors in told.items()}
    counts = [common for each in touching.values() for common in each]
    return {
        number: common
        for number, (common, *others) in ((n, sorted(each)) for n, each in touching.items() if each)
        if not others and counts.count(common) == 1
    }


def _touching(actors: set[str], known: _Told) -> set[int]:
    return {number for number, theirs in known.items() if actors & theirs}
