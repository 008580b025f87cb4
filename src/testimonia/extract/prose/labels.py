"""Counts behind a label: "Killed: 300 soldiers", "Missing: 40", "Lost: two tanks, a jeep".

Lists in articles have them, one a line; or all behind a colon:

example          ships lost there: Roe – three destroyers, one tug; Dow – two barges
counter-example  killed: the mayor (nobody is counted) · the toll was high: 300 dead
"""

from collections.abc import Iterator

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import DASHES
from testimonia.extract.prose.fitting import fitting_trigger
from testimonia.extract.prose.lists import list_on
from testimonia.extract.prose.scene import Found, Scene

__all__ = ["find_labelled"]


def find_labelled(scene: Scene) -> Iterator[Found]:
    """Find the counts of a line whose label is a word of harm, and those of a list of what was lost."""
    row = scene.chunks
    labelled = len(row) > 2 and row[1].low == ":" and row[2].kind == "np"
    if labelled and _is_label(row[0]):
        for at in list_on(row, 2):
            yield from _labelled(scene, at, row[0], (), row[0].first)
        return
    colon = next((at for at, chunk in enumerate(row) if chunk.low == ":"), len(row))
    told = [chunk for chunk in row[:colon] if chunk.kind == "vp" and not chunk.copula]
    loss = told[-1] if told and _is_label(told[-1]) else None
    if loss is not None and not any(chunk.kind in {"vp", "sub"} for chunk in row[colon:]):
        for at in range(colon + 1, len(row)):
            yield from _labelled(scene, at, loss, _heading(row, at), row[at].first)


def _labelled(scene: Scene, at: int, label: Chunk, party: tuple[Chunk, ...], first: int) -> Iterator[Found]:
    """Give the count at a position in the sense of its label; nothing where it does not fit."""
    row, counted = scene.chunks, scene.chunks[at]
    if counted.kind != "np" or counted.figure is None:
        return
    trigger = fitting_trigger(row, label, counted, "passive")
    trigger = trigger or fitting_trigger(row, label, counted, "subject")
    if trigger is not None:
        yield Found(
            trigger.measure,
            counted.figure.quantity,
            first,
            counted.last,
            at,
            "prose.label",
            counted=counted,
            party=party,
            figure=counted.figure,
            item=scene.words(counted) if trigger.materiel else None,
        )


def _heading(row: Row, at: int) -> tuple[Chunk, ...]:
    """Give whose list a count stands in: "Roe – three destroyers, one tug; Dow – a barge"."""
    while at > 0 and row[at - 1].low not in DASHES and row[at - 1].low != ":":
        at -= 1
    named = row.near(at - 2)
    return (named,) if row.near(at - 1).low in DASHES and named.kind == "np" and named.figure is None else ()


def _is_label(chunk: Chunk) -> bool:
    states = {trigger.role for trigger in chunk.triggers} & {"participle", "adjective"}
    return chunk.kind == "vp" and bool(states) and chunk.bare
