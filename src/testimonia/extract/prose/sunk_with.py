"""Those who went down with a ship: "sank with 300 of her crew", "was lost with all hands".

example          the frigate went down with 300 men · blew up, taking 400 men with her
counter-example  sank with 300 men aboard, of whom most were saved · was captured with 300 men
"""

from collections.abc import Iterator

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.happened import happened
from testimonia.extract.prose.harmed_people import is_one_person
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set
from testimonia.model import Quantity

__all__ = ["find_sunk_with"]

_SINKS = word_set("grammar", "sinks") | {"go down", "lose", "blow up", "crash", "shoot down"}
_WITH_HER = frozenset({"her", "it", "him", "them"})
_TAKING = frozenset({"taking", "took"})
_WENT = frozenset({"went", "going", "gone"})
_ABOARD = frozenset({"aboard", "on", "onboard"})


def find_sunk_with(scene: Scene) -> Iterator[Found]:
    """Find those who were lost with ships and aircraft."""
    row, sunk = scene.chunks, False
    for at, chunk in enumerate(row):
        if chunk.kind != "vp":
            continue
        if any(sense.lemma in _SINKS for sense in chunk.triggers) and happened(scene, at):
            sunk = True
            place = at + 2 if row.near(at + 1).low == "with" else -1
            yield from _captain(scene, at)
        else:
            place = at + 1 if sunk and _takes_along(row, at) else -1
        if place > 0 and row.near(place).kind == "np":
            yield from _lost_with(scene, place)


def _captain(scene: Scene, at: int) -> Iterator[Found]:
    """Read "Admiral Roe went down with the Dow"."""
    row, ship = scene.chunks, scene.chunks.near(at + 2)
    if row[at].low not in _WENT or row.near(at + 1).low != "with" or ship.figure is not None:
        return
    for place in subjects_of(row, at) if ship.of_kind("materiel") or (ship.name and not ship.person) else ():
        if is_one_person(row[place]):
            quantity = Quantity("exact", 1, 1, scene.words(row[place]))
            yield Found(
                "killed", quantity, row[place].first, ship.last, place, "prose.sunk_with", counted=row[place]
            )


def _takes_along(row: Row, at: int) -> bool:
    """Read "taking 400 men with her"."""
    link = at + 4 if row.near(at + 2).low == "of" else at + 2
    ship = row.near(link + 1)
    with_her = ship.low in _WITH_HER or (ship.det in _WITH_HER and ship.body < 0)
    return row[at].low in _TAKING and row.near(link).low == "with" and with_her


def _lost_with(scene: Scene, place: int) -> Iterator[Found]:
    row, counted = scene.chunks, scene.chunks[place]
    whole = row.near(place + 2) if row.near(place + 1).low == "of" else counted
    hands = counted.det == "all" and counted.low == "hands"
    people = whole.of_kind("people") and (counted.figure is not None or counted.det in {"all", "her", "its"})
    if not (hands or people) or row.near(place + 1).low in _ABOARD or counted.harm is not None:
        return
    words = scene.words(counted)
    quantity = Quantity("vague", None, None, words, words) if hands else quantity_of(scene, counted)
    if quantity is not None:
        yield Found(
            "killed",
            quantity,
            counted.first,
            counted.last,
            place,
            "prose.sunk_with",
            counted=counted,
            figure=counted.figure,
            party=_ship(row, counted) if hands else (),
        )


def _ship(row: Row, counted: Chunk) -> tuple[Chunk, ...]:
    """Give the ship whose hands were lost."""
    before = [one for one in row if one.last <= counted.first and (one.name or one.of_kind("materiel"))]
    return (before[0],) if before else ()
