"""Several single persons in one phrase: one count for all of them, and names of those already counted.

example          a judge and a clerk were killed · both Roe and Dow fell        → two
example          three ships, the Roe, the Dow and the Poe, were sunk           → three, not six
counter-example  the colonel and 40 men were killed                             → one, and 40
"""

from itertools import pairwise

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.fitting import fitting_trigger
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.extract.prose.voices import Roles
from testimonia.model import Quantity

__all__ = ["single_persons", "summed", "without_names"]


def single_persons(scene: Scene, at: int, roles: Roles) -> Trigger | None:
    """Read "a judge and a clerk were killed", "both Roe and Dow fell": two single persons make one count."""
    row = scene.chunks
    if len(roles.harmed) < 2 or any(not _single(scene, row[place]) for place in roles.harmed):
        return None
    if any(not _only_joined(row, left, right) for left, right in pairwise(roles.harmed)):
        return None
    senses = {fitting_trigger(row, row[at], row[place], roles.voice) for place in roles.harmed}
    sense = senses.pop()
    return sense if not senses and sense is not None and not sense.materiel else None


def _single(scene: Scene, chunk: Chunk) -> bool:
    """Tell "a judge", "Roe", "the clerk Ann Roe" from "some judges" and "his men"."""
    if chunk.kind != "np" or chunk.figure is not None or chunk.owner or not _person(scene, chunk):
        return False
    quantity = quantity_of(scene, chunk)
    return quantity is not None and (quantity.low, quantity.high) == (1, 1)


def _person(scene: Scene, chunk: Chunk) -> bool:
    return chunk.name or chunk.of_kind("people") or scene.sentence.tokens[chunk.last - 1].capital


def _only_joined(row: Row, left: int, right: int) -> bool:
    """Tell whether nothing but "and" or a comma stands between two members of a list."""
    between = range(left + 1, right)
    return all(row[at].kind == "conj" or row.comma(at) or row[at].owner for at in between)


def summed(scene: Scene, at: int, roles: Roles, trigger: Trigger) -> Found:
    """Give one count for all the single persons that a verb group tells of."""
    row, size = scene.chunks, len(roles.harmed)
    members = tuple(row[place] for place in roles.harmed)
    first = min(members[0].first, row[at].verb)
    last = max(members[-1].last, row[at].last)
    return Found(
        trigger.measure,
        Quantity("exact", size, size, scene.sentence.words(members[0].first, members[-1].last)),
        first,
        last,
        roles.harmed[0],
        f"prose.verb.{roles.voice}",
        0.75,
        counted=members[0],
        party=members,
        agent=row[roles.doers[0]] if roles.doers else None,
    )


def without_names(row: Row, harmed: list[int]) -> list[int]:
    """Leave out the names of those already counted: "three ships, Roe, Dow and Poe, were sunk"."""
    figure = row[harmed[0]].figure if harmed else None
    if figure is None:
        return harmed
    size = figure.quantity.high or 0
    names = [place for place in harmed[1:] if row[place].name and row[place].figure is None]
    return [place for place in harmed if place not in names] if 1 < size <= len(names) + 1 else harmed
