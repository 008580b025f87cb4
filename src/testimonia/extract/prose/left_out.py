"""Counts whose verb is left out, because another count before has it.

example          three guards were killed, compared to 20 raiders     → 20 raiders were killed
example          104 died, compared with 61 the year before           → 61 died
example          the guards lost 90 men and the Dow Brigade 200
example          with 80 soldiers dead, 12 guards killed, and 300 villagers.
counter-example  12 guards were killed and 300 villagers fled
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.scene import Found, Scene, quantity_of

__all__ = ["find_left_out"]

_ALIVE = frozenset({"survivors", "escapees", "evacuees", "witnesses", "eyewitnesses", "rescuers"})
"""Those who stand beside the dead as what became of the rest: "12 guards killed and 30 survivors"."""
_COMPARED = frozenset({"compared", "opposed"})
_ENDS = frozenset({".", ";", ""})
_BORNE = frozenset({"prose.verb.active", "prose.verb.left_out"})
_VERBS = frozenset({"prose.verb.passive", "prose.verb.subject", "prose.verb.reduced"})


def find_left_out(scene: Scene, told: Sequence[Found]) -> Iterator[Found]:
    """Find the counts that share the verb of one of those already `told`."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        if chunk.kind != "np" or chunk.figure is None or chunk.harm is not None:
            continue
        before = [one for one in told if one.last <= chunk.first and one.figure is not None]
        model = max(before, key=lambda one: one.last, default=None)
        if model is None:
            continue
        if _is_compared(scene, at) or (model.rule in _VERBS and _is_last(scene, at)):
            yield from _like(scene, at, model)
        elif model.rule in _BORNE and model.party and _is_parallel(scene, at):
            yield from _like(scene, at, model, (scene.chunks[at - 1],))


def _is_compared(scene: Scene, at: int) -> bool:
    """Read "compared to 61", "as opposed to 20 raiders", and "61 in 1986 and 57 in 1985" behind it."""
    row = scene.chunks
    led = row.near(at - 1).kind in {"to", "prep"} and row.near(at - 2).low in _COMPARED
    if led or row.near(at - 1).kind != "conj" or not row[at].elided:
        return led
    first = at - 2
    while row.near(first).kind in {"date", "prep"}:
        first -= 1
    return row.near(first).elided and _is_compared(scene, first)


def _is_last(scene: Scene, at: int) -> bool:
    """Read "guards killed, and 300 villagers." where nothing else is told of the last."""
    row, chunk = scene.chunks, scene.chunks[at]
    people = (chunk.of_kind("people") or chunk.plural_name) and chunk.low not in _ALIVE
    before = at - 2 - row.comma(at - 2)
    ends = row.near(at + 1).low in _ENDS
    return people and row.near(at - 1).kind == "conj" and bool(row.near(before).triggers) and ends


def _is_parallel(scene: Scene, at: int) -> bool:
    """Read "the guards lost 90 men and the Dow Brigade 200": somebody else, and how many."""
    row, other = scene.chunks, scene.chunks[at - 1]
    who = other.kind == "np" and other.figure is None and (other.name or other.of_kind("unit", "people"))
    listed = row.near(at - 2).kind == "conj" or (row.comma(at - 2) and not _tells(row, at))
    return who and not other.owner and listed and row.near(at + 1).kind in {"sign", "prep", "conj", "", "sub"}


def _tells(row: Row, at: int) -> bool:
    """Read "Livy says they lost 900 men, Appian 700": another author, not another party."""
    other = row[at - 1]
    author = other.name and not other.det and not other.of_kind("unit", "people")
    return author and any(chunk.kind == "vp" and chunk.reports for chunk in row[: at - 2])


def _like(scene: Scene, at: int, model: Found, party: tuple[Chunk, ...] = ()) -> Iterator[Found]:
    counted = scene.chunks[at]
    quantity = quantity_of(scene, counted)
    lost = model.measure == "materiel_lost"
    machines = counted.of_kind("materiel") or (lost and counted.elided and bool(party))
    if quantity is not None and machines == lost:
        yield Found(
            model.measure,
            quantity,
            counted.first,
            counted.last,
            at,
            "prose.verb.left_out",
            counted=counted,
            figure=counted.figure,
            party=party,
            item=(model.item if counted.elided else scene.item(counted)) if machines else None,
        )
