"""Losses told in what was lost: "heavy losses in men and tanks", "equipment losses".

example          heavy losses in men and equipment · 40 tank losses
counter-example  losses in the battle · losses of territory
"""

from collections.abc import Iterator

from testimonia.extract.prose.bearers import bearer
from testimonia.extract.prose.borne import inflictor
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.lexemes import noun_of
from testimonia.extract.prose.lists import list_on
from testimonia.extract.prose.scene import Found, Scene, quantity_of, some
from testimonia.extract.prose.sums import are_together
from testimonia.extract.prose.unlost import is_borne
from testimonia.lexicon import word_set
from testimonia.model import Measure

__all__ = ["in_men_and_machines"]

_LOSSES = frozenset({"loss", "losses"})
_MEN = frozenset({"men", "manpower", "personnel", "soldiers", "troops"})
_MASS = word_set("grammar", "mass")


def in_men_and_machines(scene: Scene, at: int, chunk: Chunk) -> Iterator[Found]:
    """Read "heavy losses in men and tanks", "equipment losses": what is lost stands beside the loss."""
    row, told = scene.chunks, {}
    if row.near(at + 1).low == "of" and _is_single(row.near(at + 2)) and chunk.figure is None:
        yield from _one_by_one(scene, at)
    elif row.near(at + 1).low in {"in", "of"} and chunk.low in _LOSSES:
        for listed in list_on(row, at + 2) if row.near(at + 2).kind == "np" else ():
            if row[listed].figure is None:
                told[_measure_of(row[listed])] = row[listed].last
    elif chunk.low in _LOSSES and chunk.harm is not None and chunk.last - 2 >= chunk.body:
        before = noun_of(scene.sentence.tokens, chunk.last - 2)
        if before is not None and before[1].kind == "materiel":
            told["materiel_lost"] = chunk.last
    bears = chunk.figure is not None or is_borne(row, at) or row.near(at - 1).kind != "vp"
    for measure, last in told.items() if bears else ():
        if measure is not None:
            quantity = chunk.figure.quantity if chunk.figure else some(scene.words(chunk))
            first = chunk.figure.first if chunk.figure else chunk.first
            party = bearer(scene, at)
            yield Found(
                measure,
                quantity,
                first,
                last,
                at,
                "prose.loss.kinds",
                party=party,
                agent=None if party else inflictor(row, at),
                figure=chunk.figure,
                item=chunk.low if measure == "materiel_lost" else None,
            )


def _measure_of(chunk: Chunk) -> Measure | None:
    """Give the measure of what a loss is told in: men, or machines; None for anything else."""
    if chunk.low in _MEN:
        return "losses"
    return "materiel_lost" if chunk.of_kind("materiel") or chunk.low in _MASS else None


def _is_single(chunk: Chunk) -> bool:
    one = chunk.det in {"a", "an"} or not (chunk.plural or chunk.low in _MASS)
    return chunk.of_kind("materiel") and chunk.figure is None and one


def _one_by_one(scene: Scene, at: int) -> Iterator[Found]:
    """Read "the loss of a cruiser, three destroyers and 20 men": each is counted."""
    row, party = scene.chunks, bearer(scene, at)
    listed = list_on(row, at + 2)
    for place in listed if not are_together(scene, listed) else ():
        lost, quantity = row[place], quantity_of(scene, row[place])
        men = lost.figure is not None and lost.of_kind("people") and lost.harm is None
        machines = lost.of_kind("materiel") and (lost.figure is not None or _is_single(lost))
        if quantity is not None and (men or machines):
            yield Found(
                "losses" if men else "materiel_lost",
                quantity,
                lost.figure.first if lost.figure is not None else lost.first,
                lost.last,
                place,
                "prose.loss.kinds",
                counted=lost,
                party=party,
                figure=lost.figure,
                item=scene.item(lost) if machines else None,
            )
