"""Losses told in what was lost: "heavy losses in men and tanks", "equipment losses".

example          heavy losses in men and equipment · 40 tank losses
counter-example  losses in the battle · losses of territory
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.prose.bearers import bearer
from testimonia.extract.prose.borne import inflictor
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.lexemes import noun_of
from testimonia.extract.prose.lists import list_on
from testimonia.extract.prose.scene import Found, Scene, quantity_of, some
from testimonia.extract.prose.sums import are_together, named_machine, named_together
from testimonia.extract.prose.unlost import is_borne
from testimonia.lexicon import word_set
from testimonia.model import Measure, Quantity

__all__ = ["in_men_and_machines"]

_LOSSES = frozenset({"loss", "losses"})
_MEN = frozenset({"men", "manpower", "personnel", "soldiers", "troops"})
_INCLUDING = frozenset({"comprised", "include", "included", "includes", "including"})
_MASS = word_set("grammar", "mass")


def in_men_and_machines(scene: Scene, at: int, chunk: Chunk) -> Iterator[Found]:
    """Read "heavy losses in men and tanks", "equipment losses": what is lost stands beside the loss."""
    row, told = scene.chunks, {}
    if row.near(at + 1).low == "of" and _is_single(row.near(at + 2)) and chunk.figure is None:
        yield from _one_by_one(scene, at, at + 2)
    elif (listed := _opened(row, at)) is not None:
        yield from _one_by_one(scene, at, listed)
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


def _opened(row: Row, at: int) -> int | None:
    """Read "losses included the cruiser Roe", "the losses were Roe and Dow": where the list begins."""
    verb = row.near(at + 1)
    opens = verb.copula or verb.low in _INCLUDING
    place = at + 2 + (row.near(at + 2).kind == "adv")
    told = opens and not (verb.negated or verb.modal) and row[at].low in _LOSSES
    ship = row.near(place)
    machine = ship.of_kind("materiel") and (bool(ship.det) or not verb.copula)  # "losses were lighter"
    counted = ship.figure is not None and verb.copula  # is told of as a number
    return place if told and machine and not counted else None


def _one_by_one(scene: Scene, at: int, first: int) -> Iterator[Found]:
    """Read "the loss of a cruiser, three destroyers and 20 men": each is counted, names together."""
    row, party = scene.chunks, bearer(scene, at)
    listed = list_on(row, first)
    if are_together(scene, listed) or named_machine(scene, row[first]):
        yield _together(scene, listed, party)
        return
    for place in listed:
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


def _together(scene: Scene, listed: Sequence[int], party: tuple[Chunk, ...]) -> Found:
    """Give one count for the names of a list: "the cruiser Roe and the sloop Dow"."""
    row = scene.chunks
    size = named_together(row, listed[0]) if named_machine(scene, row[listed[0]]) else len(listed)
    first, last = row[listed[0]].first, row[listed[-1]].last
    words = scene.sentence.words(first, last)
    quantity = Quantity("exact", size, size, words)
    return Found(
        "materiel_lost",
        quantity,
        first,
        last,
        listed[0],
        "prose.loss.kinds",
        counted=row[listed[0]],
        party=party,
        item=words,
    )
