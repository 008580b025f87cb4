"""Several single persons or ships in one phrase: one count for all, and names of those already counted.

example          a judge and a clerk were killed · both Roe and Dow fell        → two
example          destroyers Roe and Dow were sunk                               → two
example          three ships, the Roe, the Dow and the Poe, were sunk           → three, not six
counter-example  the colonel and 40 men were killed                             → one, and 40
"""

from collections.abc import Sequence
from itertools import pairwise

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.fitting import fitting_trigger
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.scene import Found, Scene, named_pair, quantity_of
from testimonia.extract.prose.voices import Roles
from testimonia.model import Quantity

__all__ = [
    "are_together",
    "ends_in_name",
    "joint_sense",
    "last_named",
    "named_machine",
    "named_together",
    "summed",
    "without_names",
]


_HE = frozenset({"he", "she"})


def joint_sense(scene: Scene, at: int, roles: Roles) -> Trigger | None:
    """Give the sense of a verb said of several single persons or ships together; None if it is not."""
    row, members = scene.chunks, [scene.chunks[place] for place in roles.harmed]
    if not are_together(scene, roles.harmed):
        return None
    if any(member.person for member in members):
        for member in members:
            member.person = member.name  # who stands beside a person is one
    first, *others = (fitting_trigger(row, row[at], member, roles.voice) for member in members)
    if first is None or not first.materiel:
        return first if all(other is first for other in others) else None
    return first if all(member.name or ends_in_name(scene, member) for member in members) else None


def are_together(scene: Scene, places: Sequence[int]) -> bool:
    """Tell "Roe and Dow", "a judge and a clerk", who are counted together, from "the colonel and 40 men"."""
    row = scene.chunks
    first, *others = places or (0,)
    single = row[first].low in _HE or _single(scene, row[first])  # "he and his driver were captured"
    single = single and all(_single(scene, row[place]) for place in others)
    return (
        len(places) > 1 and single and all(_only_joined(row, left, right) for left, right in pairwise(places))
    )


def _single(scene: Scene, chunk: Chunk) -> bool:
    """Tell "a judge", "Roe", "the clerk Ann Roe" from "some judges" and "his men"."""
    if chunk.kind != "np" or chunk.figure is not None or chunk.owner:
        return False
    if named_machine(scene, chunk) or (
        chunk.of_kind("people") and chunk.plural and ends_in_name(scene, chunk)
    ):
        return True  # "generals Roe (and Dow)"
    quantity = quantity_of(scene, chunk)
    one = quantity is not None and (quantity.low, quantity.high) == (1, 1)
    return one and (chunk.name or chunk.of_kind("people", "materiel") or ends_in_name(scene, chunk))


def named_machine(scene: Scene, chunk: Chunk) -> bool:
    """Tell "the destroyers Roe" (and Dow) from "the destroyers"."""
    return chunk.of_kind("materiel") and chunk.figure is None and chunk.plural and ends_in_name(scene, chunk)


def ends_in_name(scene: Scene, chunk: Chunk) -> bool:
    """Tell "the general Yakov Roe", "the boat MAS 534" from "the general"."""
    if chunk.head < 0 or chunk.last - 1 <= chunk.head:
        return False
    before, last = scene.sentence.tokens[chunk.last - 2 : chunk.last]
    return last.capital or (last.kind == "number" and before.capital and chunk.last - 2 > chunk.head)


def named_together(row: Row, at: int) -> int:
    """Give how many machines a class and a list of names tell: "destroyers Roe, Dow and Poe" are three."""
    return len(_names_from(row, at))


def last_named(row: Row, at: int) -> Chunk:
    """Give the last noun phrase of "destroyers Roe, Dow and Poe"."""
    return row[_names_from(row, at)[-1]]


def _names_from(row: Row, at: int) -> list[int]:
    found, joined = [at], False
    while not joined:
        step = found[-1] + 1 + row.comma(found[-1] + 1)
        joined = row.near(step).kind == "conj"
        step += joined
        if step == found[-1] + 1 or not row.near(step).name:
            break
        found.append(step)
    return found


def _only_joined(row: Row, left: int, right: int) -> bool:
    """Tell whether nothing but "and" or a comma stands between two members of a list, or who the first is."""
    between = range(left + 1, right)
    if row.comma(left + 1) and row.near(right - 1).kind == "conj" and row.comma(right - 2):
        return True  # "Roe, the owner of the mill, and his wife"
    return all(
        row[at].kind == "conj" or row.comma(at) or row[at].owner or _is_of_place(row, at) for at in between
    )


def _is_of_place(row: Row, at: int) -> bool:
    """Read on over "of Roe" in "the Duke of Roe and the Count of Dow"."""
    of = at if row[at].low == "of" else at - 1
    titled = row[of].low == "of" and row.near(of - 1).of_kind("people") and row.near(of + 1).name
    return titled and row[of + 1].figure is None


def summed(scene: Scene, at: int, roles: Roles, trigger: Trigger) -> Found:
    """Give one count for all the single persons or ships that a verb group tells of."""
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
        counted=members[0],
        party=() if trigger.materiel else members,
        agent=row[roles.doers[0]] if roles.doers else None,
        item=scene.sentence.words(members[0].first, members[-1].last) if trigger.materiel else None,
    )


def without_names(scene: Scene, harmed: list[int]) -> list[int]:
    """Leave out the names of those already counted: "three ships, Roe, Dow and Poe, were sunk".

    So are those that a class opens: Dow of "destroyers Roe and Dow and two tugs were sunk".
    """
    row = scene.chunks
    classes = [place for place in harmed if named_machine(scene, row[place])]
    named = {name for place in classes for name in _names_from(row, place)[1:]}
    harmed = [place for place in harmed if place not in named]
    figure = row[harmed[0]].figure if harmed else None
    if figure is None:
        return harmed[:1] if harmed and named_pair(row[harmed[0]]) else harmed
    size = figure.quantity.high or 0
    names = [place for place in harmed[1:] if row[place].name and _bare(row[place])]
    return [place for place in harmed if place not in names] if 1 < size <= len(names) + 1 else harmed


def _bare(chunk: Chunk) -> bool:
    """Tell "Roe" from "a Roe", who is one more."""
    return chunk.figure is None and chunk.det not in {"a", "an"}
