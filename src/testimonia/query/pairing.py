"""Which claim of a later graph took the place of which claim of an earlier one.

A claim whose figure was corrected has another IRI, since an IRI comes from what is said. Reading the two as
one that changed takes what they have in common: the same words of the article, or the same people counted by
the same voice; then another voice for the same figure, or other people; at last another measure in the same
words. What is alike in more is paired first, and in the order of the text.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

__all__ = ["Change", "Line", "pair_claims"]


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One claim as a line of a diff shows it."""

    event: str
    kind: str
    parties: str
    """Labels joined by " | "; else "side 2"; else the category."""
    claimants: str
    """Labels joined by " | ", "" for the article's own voice."""
    figure: str
    """"20", "20–30", "13–" (at least), "–9" (at most), "~60", or the vague words."""
    stance: str
    said_on: str
    places: tuple[tuple[str, int, int], ...]
    """Article IRI, start and end of each reading."""
    quotes: tuple[str, ...]
    claim: str
    """The IRI."""
    subject: str = ""
    """What the event is known by when its title or date is corrected: its article, else its IRI."""
    item: str = ""
    """For materiel: what."""


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """The same claim, or its successor, in the first graph and in the second."""

    before: Line
    after: Line

    @property
    def what(self) -> tuple[str, ...]:
        """Name what differs: kind, item, parties, claimants, figure, stance, said_on, event."""
        names = ("figure", "claimants", "parties", "kind", "item", "stance", "said_on", "event")
        return tuple(name for name in names if getattr(self.before, name) != getattr(self.after, name))


_Key = Callable[[Line], Hashable]
_ALIKE: tuple[_Key, ...] = (
    lambda line: (line.subject, line.kind, line.parties, line.claimants, line.figure, line.quotes),
    lambda line: (line.subject, line.kind, line.parties, line.claimants, line.quotes),
    lambda line: (line.subject, line.kind, line.item, line.parties, line.claimants),
    lambda line: (line.subject, line.kind, line.item, line.parties, line.figure),
    lambda line: (line.subject, line.kind, line.item, line.claimants, line.figure),
    lambda line: (line.subject, line.quotes),
)
"""What two claims may have in common to be one that changed, the closest first."""


def pair_claims(gone: Iterable[Line], come: Iterable[Line]) -> list[Change]:
    """Pair what vanished with what appeared in its place; each claim once."""
    left, right = _in_order(gone), _in_order(come)
    pairs: list[Change] = []
    for alike in _ALIKE:
        found = _pairs(left, right, alike)
        taken = {line.claim for change in found for line in (change.before, change.after)}
        left = [line for line in left if line.claim not in taken]
        right = [line for line in right if line.claim not in taken]
        pairs += found
    return sorted(pairs)


def _pairs(gone: list[Line], come: list[Line], alike: _Key) -> list[Change]:
    waiting: dict[Hashable, list[Line]] = defaultdict(list)
    for line in come:
        waiting[alike(line)].append(line)
    return [Change(line, successors.pop(0)) for line in gone if (successors := waiting.get(alike(line)))]


def _in_order(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.places, line.claim))
