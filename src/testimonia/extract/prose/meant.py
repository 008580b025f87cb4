"""Who is counted: whom a pronoun means, how many a group holds, and what a number without a noun counts.

example          took nine men and shot them · a group of 45 villagers · a force of 300 men
example          lost two divisions and had another eight shattered: formations, not men
counter-example  a force of volunteers · 30 men met 12 guards, and they were killed
"""

from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import DASHES
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.voices import Roles
from testimonia.lexicon import word_set

__all__ = [
    "counted_beside",
    "counted_in",
    "counted_meant",
    "is_beside_wounded",
    "is_formation",
    "is_manned",
    "machine_of",
]

_MORE = frozenset({"another", "more", "other", "further"})
_THEM = word_set("grammar", "they")
_GROUPS = word_set("grammar", "small_groups")
"""Groups that a number behind "of" counts: "a family of three"."""
_FLEETS = word_set("grammar", "fleets")
_FLIGHTS = frozenset({"formation", "group", "flight", "wave", "convoy", "column", "batch", "pair"})
_ANY = word_set("grammar", "troops")
_MACHINE_PARTS = word_set("grammar", "machine_parts")
_WITH_WOUNDED = word_set("grammar", "bear") | {"with", "had"}
"""What leads from the dead to the wounded: "lost 15 men, with 40 wounded"."""


def counted_meant(row: Row, position: int, roles: Roles) -> int | None:
    """Read "took nine men and shot them", "30 men broke out but they were caught": the count is told before.

    Only where no other people are counted before; None where the pronoun may mean anybody.
    """
    pronoun = row[position]
    all_of = pronoun.det in {"all", "both"} and pronoun.body < 0 and row.near(position + 2).low in _THEM
    if not (all_of or (pronoun.kind == "pron" and pronoun.low in _THEM)):
        return None
    people = [
        at
        for at, chunk in enumerate(row[:position])
        if chunk.kind == "np" and (chunk.of_kind("people", "unit") or chunk.plural_name or chunk.figure)
        if chunk.figure is not None or not _is_aside(row, at)
    ]
    counted = [at for at in people if row[at].figure is not None and not row[at].elided]
    alone = len(counted) == 1 and counted[0] not in roles.doers and counted[0] == people[-1]
    taken = row[counted[0]].harm if alone else None
    return counted[0] if alone and (taken is None or taken.measure == "captured") else None


def _is_aside(row: Row, at: int) -> bool:
    """Tell the guard of "four members of the guard", and the patrol of "were on patrol", from others."""
    bare = row[at].of_kind("unit") and not (row[at].det or row[at].plural)
    return row.near(at - 1).low == "of" or (bare and row.near(at - 1).low == "on")


def counted_in(row: Row, position: int) -> int:
    """Go from "a family of three", "a group of 45 villagers" to the number."""
    members = row.near(position + 2)
    counted = members.figure is not None and (members.elided or members.name or members.of_kind("people"))
    body = row[position]
    group = (
        body.low in _GROUPS and body.figure is None and not (body.noun is not None and body.noun.collective)
    )
    machines = body.low in _FLIGHTS and members.figure is not None and members.of_kind("materiel")
    inside = (group and counted) or machines
    return position + 2 if inside and row.near(position + 1).low == "of" else position


def counted_beside(row: Row, position: int) -> int:
    """Go from the crew to the number in "the whole crew – about 40 men – was killed", "the crew, 40 men,"."""
    force, sign, men = row[position], row.near(position + 1), row.near(position + 2)
    apart = sign.low in DASHES or row.comma(position + 1)
    several = force.figure is None and (
        force.of_kind("unit") or (force.noun is not None and force.noun.collective)
    )
    counted = apart and several and men.kind == "np" and men.figure is not None
    closed = row.near(position + 3).low == sign.low and row.near(position + 4).kind == "vp"
    people = men.elided or men.of_kind("people")
    return position + 2 if counted and closed and people and men.harm is None else position


def machine_of(row: Row, position: int) -> int:
    """Go from the part to the machine in "hit the bow of the cruiser", "the Roe's bridge was wrecked"."""
    part, ship, owner = row[position], row.near(position + 2), row.near(position - 1)
    if part.low not in _MACHINE_PARTS or part.figure is not None:
        return position
    if row.near(position + 1).low == "of" and ship.of_kind("materiel") and not ship.plural:
        return position + 2
    return position - 1 if owner.owner and owner.of_kind("materiel") and not owner.plural else position


def is_manned(row: Row, position: int) -> bool:
    """Tell "a force of 300 men" from "a force of volunteers"."""
    force, men = row[position], row.near(position + 2)
    if force.low in _FLEETS and force.figure is None and row.near(position + 1).low == "of":
        return men.figure is not None and men.of_kind("materiel")  # "destroyed a fleet of 40 ships"
    body = force.of_kind("unit") or (force.noun is not None and force.noun.collective)
    counted = (
        men.kind == "np"
        and men.figure is not None
        and (men.elided or men.of_kind("people") or men.plural_name)
    )
    return body and force.figure is None and row.near(position + 1).low == "of" and counted


def is_formation(row: Row, position: int) -> bool:
    """Tell "two divisions", and "another eight" behind them, from men."""
    harmed = row[position]
    if not harmed.elided or row.near(position + 1).low == "of":
        return harmed.of_kind("unit")
    figure, before = harmed.figure, [chunk for chunk in row[:position] if chunk.kind == "np" and chunk.figure]
    more = figure is not None and not _MORE.isdisjoint(figure.quantity.verbatim.lower().split())
    return more and bool(before) and before[-1].of_kind("unit")


def is_beside_wounded(row: Row, at: int, trigger: Trigger) -> bool:
    """Read "lost 15 men and had 40 wounded": those who are told apart from the wounded died."""
    if trigger.lemma != "lose" or row.near(at + 1).low not in _ANY or row.near(at + 1).figure is None:
        return False
    step = at + 2
    while row.comma(step) or row.near(step).kind in {"conj", "adv"} or row.near(step).low in _WITH_WOUNDED:
        step += 1
    fate = row.near(step + 1)
    harm = row.near(step).harm or (fate.triggers[0] if row.near(step).elided and fate.triggers else None)
    return step > at + 2 and harm is not None and harm.measure == "wounded"
