"""Counts behind a label: "Killed: 300 soldiers", "Missing: 40", "Lost: two tanks, a jeep".

Lists in articles have them, one a line.

counter-example  killed: the mayor (nobody is counted) · the toll was high: 300 dead
"""

from collections.abc import Iterator

from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import list_on
from testimonia.extract.prose.fitting import fitting_trigger
from testimonia.extract.prose.scene import Found, Scene, quantity_of

__all__ = ["find_labelled"]


def find_labelled(scene: Scene) -> Iterator[Found]:
    """Find the counts of a line whose label is a word of harm."""
    row = scene.chunks
    labelled = len(row) > 2 and row[1].low == ":" and row[2].kind == "np"
    if not labelled or not _is_label(row[0]):
        return
    for at in list_on(row, 2):
        counted = row[at]
        trigger = fitting_trigger(row, row[0], counted, "passive")
        trigger = trigger or fitting_trigger(row, row[0], counted, "subject")
        quantity = quantity_of(scene, counted) if counted.figure is not None else None
        if trigger is not None and quantity is not None:
            yield Found(
                trigger.measure,
                quantity,
                row[0].first,
                counted.last,
                at,
                "prose.label",
                counted=counted,
                figure=counted.figure,
                item=scene.words(counted) if trigger.materiel else None,
            )


def _is_label(chunk: Chunk) -> bool:
    states = {trigger.role for trigger in chunk.triggers} & {"participle", "adjective"}
    return chunk.kind == "vp" and bool(states) and chunk.bare
