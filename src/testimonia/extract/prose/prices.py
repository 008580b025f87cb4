"""Losses told as a price: "sank two ships at a cost of seven bombers", "at the price of 30 lives".

example          at a cost of seven bombers · for the price of 30 men · the day cost the Dowists 40 men
counter-example  the cost of the bridge
"""

from collections.abc import Iterator

from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.lists import list_on
from testimonia.extract.prose.paid_for import payer
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import subjects_of

__all__ = ["LIVES", "find_prices"]

LIVES = frozenset({"lives", "life"})
"""What is lost where people die: "the loss of 30 lives"."""
_PRICES = frozenset({"cost", "price", "expense"})

_COST = frozenset({"cost", "costing"})
_MEN = frozenset({"men", "soldiers", "troops"})


def find_prices(scene: Scene) -> Iterator[Found]:
    """Find what a deed cost whoever did it."""
    for at, chunk in enumerate(scene.chunks):
        if chunk.low in _PRICES and scene.chunks.near(at + 1).low == "of":
            yield from _price(scene, at)
        elif chunk.kind == "vp" and chunk.low in _COST:
            yield from _paid(scene, at)


def _price(scene: Scene, at: int) -> Iterator[Found]:
    """Read "sank two ships at a cost of seven bombers": the loss is the doer's own."""
    for place in list_on(scene.chunks, at + 2) if scene.chunks.near(at + 2).kind == "np" else ():
        yield from _priced(scene, at, scene.chunks[place], place)


def _priced(scene: Scene, at: int, lost: Chunk, place: int) -> Iterator[Found]:
    """Give one of the things that a price is told in."""
    row = scene.chunks
    machines, lives = lost.of_kind("materiel"), lost.low in LIVES
    if lost.figure is None or not (machines or lives or lost.harm is not None or lost.of_kind("people")):
        return
    verb = next((step for step in range(at - 1, -1, -1) if row[step].kind == "vp"), -1)
    subjects = [row[step] for step in subjects_of(row, verb)] if verb >= 0 else []
    paid = subjects[0] if subjects else payer(row, place)
    harm = lost.harm.measure if lost.harm is not None else "losses"
    yield Found(
        "materiel_lost" if machines else "killed" if lives else harm,
        lost.figure.quantity,
        row[at].first if place == at + 2 else lost.first,
        lost.last,
        place,
        "prose.noun.price",
        counted=lost,
        party=(paid,) if paid and (machines or lives or lost.harm is not None) else (),
        figure=lost.figure,
        item=scene.item(lost) if machines else None,
    )


def _paid(scene: Scene, at: int) -> Iterator[Found]:
    """Read "the day cost the Dowists 30 guns and 400 men", "the raid cost 30 men": who pays has lost them."""
    row, payer = scene.chunks, scene.chunks.near(at + 1)
    lone = payer.figure is not None
    if payer.kind not in {"np", "pron"} or row.near(at + 2 - lone).figure is None:
        return
    for place in list_on(row, at + 2 - lone):
        lost = row[place]
        machines = lost.of_kind("materiel")
        told = bool(row.near(place + 1).triggers)  # "106 killed": the verb has it
        if (
            lost.figure is not None
            and lost.harm is None
            and not told
            and (machines or lost.of_kind("people"))
        ):
            yield Found(
                "materiel_lost" if machines else "killed" if row.near(place + 1).low in LIVES else "losses",
                lost.figure.quantity,
                lost.figure.first,
                lost.last,
                place,
                "prose.noun.price",
                counted=lost,
                party=(payer,) if not lone and (machines or lost.low in _MEN) else (),
                figure=lost.figure,
                item=scene.item(lost) if machines else None,
            )
