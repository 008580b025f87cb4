"""Subsets: "seven rebels, including a brigade commander, were killed", "12 of whom were officers".

example          40 dead, among them three officers · 12 people died, five of them foreigners
counter-example  several groups, including the Northern Front, took part
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.scene import Found, Scene, quantity_of

__all__ = ["find_subsets"]

_THEM = frozenset({"them", "whom", "these", "those"})
_REACH = 12
"""How many tokens behind a total its parts may begin."""


def find_subsets(scene: Scene, totals: Sequence[Found]) -> Iterator[Found]:
    """Find the part counts for each total already found."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        among = chunk.low in {"among", "amongst"} and row.near(at + 1).kind == "pron"
        if chunk.kind == "prep" and (among or chunk.low in {"including", "excluding"}):
            total = _total_before(totals, chunk.first)
            if total is not None:
                yield from _parts(scene, at + 1 + among, total)
        elif chunk.figure is not None:
            yield from _of_them(scene, at, totals)


def _total_before(totals: Sequence[Found], token: int) -> Found | None:
    near = [total for total in totals if total.first < token and 0 <= token - _end(total) < _REACH]
    return max(near, key=_end, default=None)


def _end(total: Found) -> int:
    return total.counted.last if total.counted is not None else total.last


def _parts(scene: Scene, at: int, total: Found) -> Iterator[Found]:
    """Read the list behind "including"."""
    row = scene.chunks
    while True:
        part = row.near(at)
        known = part.figure is not None or part.noun is not None or part.name
        if part.kind != "np" or not known or (part.figure is not None and part.figure is total.figure):
            return
        yield from _part(scene, at, part, total, part.first, part.last)
        at = behind(row, at)
        joined = row.near(at).kind == "conj" or row.comma(at)
        if not joined or row.near(at + 1).figure is None:
            return
        at += 1


def _of_them(scene: Scene, at: int, totals: Sequence[Found]) -> Iterator[Found]:
    """Read "five of them foreigners", "12 of whom were officers", "most of whom were rebels"."""
    row, part = scene.chunks, scene.chunks[at]
    them = _them(scene, at)
    total, then = _total_before(totals, part.first), row.near(them + 1)
    if them >= 0 and total is not None and (then.kind == "np" or then.copula):
        yield from _part(scene, at, part, total, part.first, row[them].last)


def _them(scene: Scene, at: int) -> int:
    """Give the position of "them" or "whom" behind a count, whose figure may hold the "of"; -1 if none."""
    row, part = scene.chunks, scene.chunks[at]
    held = scene.sentence.tokens[part.last - 1].low == "of"
    them = at + (1 if held else 2)
    linked = part.elided and (held or row.near(at + 1).low == "of")
    return them if linked and row.near(them).low in _THEM else -1


def _part(scene: Scene, at: int, part: Chunk, total: Found, first: int, last: int) -> Iterator[Found]:
    quantity = quantity_of(scene, part)
    party = total.party or ((total.counted,) if part.elided and total.counted is not None else ())
    if quantity is not None:
        yield Found(
            total.measure,
            quantity,
            first,
            last,
            at,
            "prose.subset",
            counted=part,
            party=party,
            agent=total.agent,
            figure=part.figure,
            whole=total,
        )
