"""Harm that is said to be that of others told of before: "as were four porters", "and so did 12 others".

example          the guards were killed, as were four porters → four porters killed
example          the colonel died, as did 12 of his men       → 12 men killed
counter-example  the guards were killed, as was the custom · the army lost 90 men, as did the fleet
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.harmed_people import is_one_person
from testimonia.extract.prose.lists import list_on
from testimonia.extract.prose.scene import Found, Scene, quantity_of

__all__ = ["find_likewise"]

_LIKE = frozenset({"as", "so"})
_DID = frozenset({"did"})
_WERE = frozenset({"was", "were", "had", "have", "has"})
_DONE_TO = frozenset({"prose.verb.passive", "prose.noun.state", "prose.noun.among"})
_SUFFERED = "prose.verb.subject"


def find_likewise(scene: Scene, told: Sequence[Found]) -> Iterator[Found]:
    """Find those of whom the same is said as of the last of those already `told`."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        if chunk.low not in _LIKE or chunk.kind != "sub" or row.near(at + 2).kind != "np":
            continue
        before = [one for one in told if one.last <= chunk.first]
        model = max(before, key=lambda one: one.last, default=None)
        if model is not None and _says_the_same(row[at + 1], model):
            for place in list_on(row, at + 2):
                if not (row[place].elided and row.comma(place - 1) and row.comma(place + 1)):  # an age
                    yield from _like(scene, place, model)


def _says_the_same(verb: Chunk, model: Found) -> bool:
    """Tell "died, as did", "were killed, as were" from "lost 90 men, as did"."""
    if not verb.copula or verb.negated:
        return False
    done_to = verb.low in _WERE and model.rule in _DONE_TO
    return done_to or (verb.low in _DID | _WERE and model.rule == _SUFFERED)


def _like(scene: Scene, at: int, model: Found) -> Iterator[Found]:
    counted, quantity = scene.chunks[at], quantity_of(scene, scene.chunks[at])
    machines = model.measure == "materiel_lost"
    if quantity is None or counted.harm is not None or not _fits(scene.chunks, at, machines=machines):
        return
    first = counted.figure.first if counted.figure is not None else counted.first
    yield Found(
        model.measure,
        quantity,
        first,
        counted.last,
        at,
        "prose.verb.likewise",
        counted=counted,
        figure=counted.figure,
        item=(model.item if counted.elided else scene.item(counted)) if machines else None,
    )


def _fits(row: Row, at: int, *, machines: bool) -> bool:
    """Tell people, or machines where machines were told of, from "as was the custom"."""
    counted = row[at]
    whole = row.near(at + 2) if row.near(at + 1).low == "of" else counted
    if machines:
        return counted.elided or counted.of_kind("materiel")
    people = counted.of_kind("people") or counted.elided or whole.of_kind("people")
    return people or is_one_person(counted) or (counted.plural_name and counted.figure is not None)
