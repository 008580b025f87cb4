"""Infobox lines that are divided among parties the text no longer tells.

"None, 1 killed, 2 wounded, 3 killed, 5 wounded" once had a flag before each party's figures. Where
one line gives one measure twice in one voice, or none beside some, its figures without a party
each count some unknown part of the side, not the whole of it. So do figures that the line itself adds up.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from testimonia.compare.intervals import figure
from testimonia.model import Claim, Measure

__all__ = ["divided"]

_LOSSES: frozenset[Measure] = frozenset(
    {"killed", "wounded", "captured", "missing", "killed_or_wounded", "losses"}
)


def divided(claims: Sequence[Claim]) -> frozenset[int]:
    """Give the indexes of the claims without a party that stand in a divided line."""
    lines: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        if claim.zone == "infobox" and claim.subset_of is None and claim.category != "civilians":
            lines[claim.event, claim.side, claim.sentence, frozenset(claim.claimants)].append(index)
    return (
        _summands(claims)
        | _read_twice(claims, lines.values())
        | frozenset(
            index
            for line in lines.values()
            if _is_divided([claims[index] for index in line])
            for index in line
            if not claims[index].parties
        )
    )


def _read_twice(claims: Sequence[Claim], lines: Iterable[list[int]]) -> frozenset[int]:
    """Give second readings of words, "35 captured, all shot", beside another figure of their measure."""
    found: set[int] = set()
    for line in lines:
        apart = [claims[index] for index in line]
        own = set(map(id, _apart(apart)))
        for index in line:
            rivals = sum(claims[other].measure == claims[index].measure for other in line)
            if id(claims[index]) not in own and rivals > 1 and not claims[index].parties:
                found.add(index)
    return frozenset(found)


def _summands(claims: Sequence[Claim]) -> frozenset[int]:
    """Give the figures that another one of their line is the sum of: 2,500 and 7,500, in all 10,000."""
    lines: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        if claim.zone == "infobox" and claim.measure in _LOSSES and not claim.parties and claim.quantity.low:
            lines[claim.event, claim.side, claim.sentence].append(index)
    found: set[int] = set()
    for line in lines.values():
        for one, other in combinations(line, 2):
            added = (claims[one].quantity.low or 0) + (claims[other].quantity.low or 0)
            if any(claims[total].quantity.low == added for total in line):
                found |= {one, other}
    return frozenset(found)


def _is_divided(line: list[Claim]) -> bool:
    counted = Counter((claim.measure, claim.item) for claim in _apart(line) if not claim.parties)
    return any(number > 1 for number in counted.values()) or _none_beside_some(line)


def _apart(line: list[Claim]) -> Iterator[Claim]:
    """Give the claims of a line that are read from words of their own: "35 captured, all shot" is one."""
    for number, claim in enumerate(line):
        if not any(claim.span.meets(earlier.span) for earlier in line[:number]):
            yield claim


def _none_beside_some(line: Iterable[Claim]) -> bool:
    zeros = [
        found.interval.zero for found in (figure(c.quantity) for c in line if c.measure in _LOSSES) if found
    ]
    return any(zeros) and not all(zeros)
