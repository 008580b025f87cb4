"""Counts of several parties in one breath: "the Dows and the Wolds lost 300 and 200 men respectively".

example          the Dows and the Wolds lost 300 and 200 men respectively → 300 Dows, 200 Wolds
counter-example  the corps lost 300 and 200 men respectively: who lost which is not told
"""

from collections.abc import Sequence
from dataclasses import replace

from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.lists import list_back, next_in_list
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import subjects_of

__all__ = ["share_out"]

_RESPECTIVELY = "respectively"


def share_out(scene: Scene, told: Sequence[Found]) -> list[Found]:
    """Give the counts already `told`, each of those before "respectively" with its own party."""
    row, found = scene.chunks, list(told)
    if _RESPECTIVELY not in scene.sentence.lows:
        return found
    for at, chunk in enumerate(row):
        if chunk.low == _RESPECTIVELY:
            counts = _counts_before(row, at - 1 - row.comma(at - 1)) or _counts_behind(row, at)
            parties = _parties(row, counts[0] - 1) if len(counts) > 1 else []
            if counts and len(parties) == len(counts):
                found = _shared_out(scene, found, counts, parties)
    return found


def _counts_before(row: Row, at: int) -> list[int]:
    """Give the places of the list of figures that ends at a position."""
    found: list[int] = []
    place: int | None = at
    while place is not None and row.near(place).figure is not None:
        found.insert(0, place)
        place = next_in_list(row, place, -1)
    return found


def _counts_behind(row: Row, at: int) -> list[int]:
    """Give the places of the figures of "lost, respectively, 300 and 200 men"."""
    at += 1 + row.comma(at + 1)
    while row.near(at).figure is not None and (row.near(at + 1).kind == "conj" or row.comma(at + 1)):
        at += 2
    return _counts_before(row, at)


def _parties(row: Row, at: int) -> list[int]:
    """Give the subjects of the verb before the figures, or those its subject is of."""
    while row.near(at).kind in {"adv", "prep"} or row.comma(at) or row.near(at).low == _RESPECTIVELY:
        at -= 1
    if row.near(at).kind != "vp":
        return []
    subjects = subjects_of(row, at)
    if len(subjects) == 1 and row.near(subjects[0]).harm is not None:
        return list_back(row, at - 1)  # "losses of the Dows and the Wolds were"
    return subjects


def _shared_out(scene: Scene, told: list[Found], counts: list[int], parties: list[int]) -> list[Found]:
    """Give each count its party; a bare figure is of what the last of them counts."""
    row = scene.chunks
    by_figure = {id(one.figure): one for one in told if one.figure is not None}
    model = by_figure.get(id(row[counts[-1]].figure))
    if model is None:
        return told
    shared: list[Found] = []
    for place, whose in zip(counts, parties, strict=True):
        counted = row[place]
        own = model if counted.elided else by_figure.get(id(counted.figure))
        if own is None or counted.figure is None:
            return told
        if counted.elided:
            own = replace(
                own,
                quantity=counted.figure.quantity,
                first=counted.figure.first,
                last=counted.last,
                at=place,
                counted=counted,
                figure=counted.figure,
            )
        scene.used.add(counted.figure.first)
        shared.append(replace(own, party=(row[whose],), agent=None))
    figures = {id(one.figure) for one in shared}
    return [one for one in told if id(one.figure) not in figures] + shared
