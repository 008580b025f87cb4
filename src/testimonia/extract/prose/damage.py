"""Machines that are told to be damaged or hit by a noun: "damage to 33 aircraft", "a hit on a battleship".

example          caused damage to another 33 · damage was inflicted on four ships · scored hits on two tanks
counter-example  no damage to the ships · damage to two bridges · might cause damage to 20 ships
"""

from collections.abc import Iterator

from testimonia.extract.prose.bare_machines import machines_before
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.lists import list_on
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.lexicon import word_set

__all__ = ["find_damage"]

_HARMED = frozenset({"damage", "hit", "hits"})
_ONTO = frozenset({"to", "on", "upon", "against"})
_DONE = frozenset({"caused", "claimed", "done", "inflicted", "made", "obtained", "reported", "scored"})
_SCORING = frozenset({"achieved", "claiming", "reporting", "scoring"})
_MASS = word_set("grammar", "mass")
_AIMS = word_set("grammar", "aims")
_NONE = frozenset({"no", "any", "without"})


def find_damage(scene: Scene) -> Iterator[Found]:
    """Find the machines behind a noun of damage."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        told = chunk.low in _HARMED and (chunk.kind == "np" or _is_scored(scene.chunks, at))
        if not told or not _was_done(scene, at):
            continue
        link = at + 1 + (row.near(at + 1).passive and row[at + 1].low in _DONE)
        if row.near(link).low not in _ONTO or row.near(link + 1).kind != "np":
            continue
        for place in list_on(row, link + 1):
            if _is_machine(scene, row[place]):
                yield from _damaged(scene, at, place)


def _is_scored(row: Row, at: int) -> bool:
    """Tell "scored hits on", "two hits on the cruiser" from "a shell hits the cruiser"."""
    before = row.near(at - 1)
    counted = before.elided and before.figure is not None
    return row.near(at + 1).low in _ONTO and (counted or before.low in _DONE | _SCORING)


def _was_done(scene: Scene, at: int) -> bool:
    """Tell "caused damage to 20 ships" from "no damage to", "might cause damage to"."""
    row, chunk = scene.chunks, scene.chunks[at]
    none = chunk.figure is not None and chunk.figure.quantity.kind in {"none", "unknown"}
    near = row[max(0, at - 2) : at + 2]
    denied = any(verb.kind == "vp" and (verb.negated or verb.modal or verb.infinitive) for verb in near)
    return not (none or denied or chunk.det in _NONE or any(word.low in _AIMS for word in near))


def _is_machine(scene: Scene, chunk: Chunk) -> bool:
    """Tell "33 aircraft", "a battleship", "another 33" behind machines, from bridges and "the ships"."""
    if chunk.elided:
        return machines_before(scene.chunks, chunk) is not None
    counted = chunk.figure is not None or chunk.det in {"a", "an"}
    return chunk.of_kind("materiel") and (counted or not (chunk.plural or chunk.owner or chunk.low in _MASS))


def _damaged(scene: Scene, at: int, place: int) -> Iterator[Found]:
    harm, counted = scene.chunks[at], scene.chunks[place]
    quantity = quantity_of(scene, counted)
    first = counted.figure.first if counted.figure is not None else counted.first
    if quantity is not None:
        yield Found(
            "materiel_lost",
            quantity,
            harm.first if scene.chunks.near(at + 2) is counted else first,
            counted.last,
            place,
            "prose.noun.of",
            counted=counted,
            figure=counted.figure,
            item=scene.item(counted),
        )
