"""Numbers of a force without a noun of their own: what they count is told beside them.

example          a force of 12,000 · Orr mustered 50,000 · fell from 63 men to 46 · another 1,000 of infantry
example          20,000 Roes defended the island · brought its strength to 8,320
example          the garrison swelled to 4,000 · the Roes, 4,000 in all · outnumbered them 3,000 to 900
counter-example  a population of 9,000 · 20,000 Roes lived there
"""

from testimonia.extract.prose.bare_machines import machines_before
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import peoples, word_set

__all__ = [
    "from_one_to",
    "is_own_number",
    "is_strength",
    "mustered",
    "numbered",
    "of_arms",
    "of_those",
    "outnumbered",
    "unit_before",
]

_NUMBERED = word_set("grammar", "numbered")
_FEW = 10
_IN_USE = word_set("grammar", "in_use") | {"left", "remained"}
"""What is told of those that a force still has: "20 of its 50 tanks were serviceable"."""
_DEFENDING = frozenset({"attacking", "besieging", "defending", "fighting", "garrisoning", "holding"})
_ATTACKING = word_set("grammar", "attacking")
_DEFENDED = word_set("grammar", "defended")
_MUSTERED = word_set("grammar", "mustered")
_MARCHED = word_set("grammar", "marched")
_MEN = frozenset({"men", "soldiers", "officers", "troops", "ranks"})
_RAISED = word_set("grammar", "brought_to")
_GROWN = word_set("grammar", "grown")
_BE = frozenset({"was", "were", "is", "are", "been"})
_NUMBER = frozenset({"number", "numbers", "strength"})
_STRENGTH = frozenset({"size", "strength"})
_OWN = frozenset({"its", "their", "his"})
_KNOWN = _OWN | {"the", "these", "those"}


def unit_before(row: Row, at: int) -> Chunk | None:
    """Read "a force of 12,000", "the garrison numbered 300"."""
    link, head = row.near(at - 1), row.near(at - 2)
    told = _number_told(row, at) or _grown(row, at) or _in_all(row, at)
    if told is not None:
        return told
    raised = row.near(at - 3 - row.near(at - 3).owner)
    if row.near(at - 3).low == "of" and row.near(at - 4).low in _NUMBER:
        raised = row.near(at - 5)  # "raised the number of troops to 9,000"
    if link.kind == "to" and (is_strength(head) or _is_force(head)) and raised.low in _RAISED:
        return head  # "brought the garrison's total strength to 8,320", "brought the garrison to 8,000"
    if link.kind == "vp" and (link.low in _NUMBERED or link.low in _BE):
        subjects = [row[place] for place in subjects_of(row, at - 1)[:1]]
        if link.gerund and row.comma(at - 2):
            subjects = [row.near(at - 3)]  # "the rebels, numbering about 5,000"
        known = [one for one in subjects if is_strength(one) or not (link.low in _BE or one.figure)]
        kinds = ("unit", "people", "materiel") if link.low in _NUMBERED else ("unit", "people")
        folk = [one for one in known if link.low in _NUMBERED and one.plural_name and one.det == "the"]
        force = next((one for one in known if is_strength(one) or one.of_kind(*kinds)), None)
        return force or next(iter(folk), None)
    civil = head.noun is not None and head.noun.category == "civilians"  # "a population of 9,000"
    forces = (head.of_kind("unit", "people") and not civil) or is_strength(head)
    part = row.near(at + 1).low == "of"  # "a clerk of one of the armies"
    return head if link.low == "of" and forces and not part else None


def _number_told(row: Row, at: int) -> Chunk | None:
    """Read "the number of rebels in the city was put at 500"."""
    verb = at - 1 - (row.near(at - 1).low in {"at", "to"})
    if row.near(verb).kind != "vp" or row[verb].triggers:
        return None
    subject = next(iter(subjects_of(row, verb)), -1)
    people = row.near(subject + 2)
    number = row.near(subject).low in _NUMBER and row.near(subject + 1).low == "of"
    fights = people.noun is not None and people.noun.category == "combatants" and people.figure is None
    fights = fights and people.harm is None and not row.near(subject + 3).triggers  # "of tanks lost"
    folk = people.low in peoples() and row.near(subject + 3).low in _DEFENDING  # "Roes defending the town"
    return people if number and (fights or folk) else None


def _grown(row: Row, at: int) -> Chunk | None:
    """Read "the garrison had swelled to 4,000", "the force was estimated at 900"."""
    figure, linked = row[at].figure, row.near(at - 1).low in {"to", "at"}
    verb = at - 2 - (row.near(at - 2).low in {"up", "down", "back"}) if linked else at - 1
    guessed = not linked and figure is not None and figure.estimated and row.near(verb).low in _BE
    down = verb == at - 3 and row.near(verb).copula and row.near(at - 2).low == "down"  # "was down to 37"
    grown = linked and (row.near(verb).low in _GROWN or down)
    told = row.near(verb).kind == "vp" and (grown or guessed) and not row[verb].negated
    subjects = [row[place] for place in subjects_of(row, verb)[:1]] if told else []
    machines = machines_before(row, row[at]) if down and told else None
    if machines is not None:
        return machines
    return next((one for one in subjects if is_strength(one) or _is_force(one)), None)


def _is_force(chunk: Chunk) -> bool:
    people = chunk.noun if chunk.of_kind("people") else None
    fights = people is not None and (people.category == "combatants" or chunk.low == "garrison")
    return (fights or chunk.of_kind("unit")) and chunk.figure is None and chunk.harm is None


def _in_all(row: Row, at: int) -> Chunk | None:
    """Read "the Roes, 4,000 in number", "the army, some 30,000 in all"."""
    figure = row[at].figure
    whole = row.near(at + 1).low == "in" and row.near(at + 2).low in {"all", "number", "total"}
    whole = whole or (figure is not None and figure.quantity.verbatim.endswith((" in all", " in total")))
    force = row.near(at - 2)
    return force if whole and row.comma(at - 1) and force.kind == "np" and force.harm is None else None


def outnumbered(row: Row, at: int) -> Chunk | None:
    """Read "the Roes outnumbered the Dows 3,000 to 900": each number is that of its camp."""
    first = at - 2 if row.near(at - 1).kind == "to" and row.near(at - 2).elided else at
    other = first - 1 - (row.near(first - 1).low == "by")
    verb, numbers = row.near(other - 1), [row[at], row[first]]
    numbers += [row.near(at + 2)] if row.near(at + 1).kind == "to" else []
    if any(number.figure is not None and number.figure.quantity.high == 1 for number in numbers):
        return None  # "outnumbered them 2 to 1"
    if verb.kind != "vp" or verb.low not in {"outnumbered", "outnumbering"} or row.near(other).kind != "np":
        return None
    camps = [row[place] for place in subjects_of(row, other - 1)[:1]] if first == at else [row[other]]
    both = first != at or (row.near(at + 1).kind == "to" and row.near(at + 2).elided)
    return next(iter(camps), None) if both and not verb.passive else None


def of_those(row: Row, at: int) -> Chunk | None:
    """Read "six of the raiders", "500 of Orr's men", "two of the guns": some of those who fight."""
    figure, whole = row[at].figure, row.near(at + 2)
    if row.near(at + 1).low != "of" or figure is None or 1 in {figure.quantity.low, figure.quantity.high}:
        return None
    owned = whole.owner or whole.det in _KNOWN
    last = at + 2 + whole.owner
    whole = row.near(last)
    left = whole.figure is None or any(chunk.low in _IN_USE for chunk in row[last + 1 : last + 4])
    if row.near(last + 1).triggers:
        return None  # "fifty of their tanks destroyed"
    fights = whole.noun is not None and whole.noun.category == "combatants"
    fights = fights and (whole.plural or whole.of_kind("materiel"))  # "of the new Roe S35s"
    fights = fights and not whole.of_kind("unit")
    return whole if owned and fights and left and whole.harm is None else None


def mustered(row: Row, at: int) -> Chunk | None:
    """Read "Orr mustered 50,000": whoever is meant, the number is that of his men."""
    verb, figure = row.near(at - 1), row[at].figure
    told = verb.kind == "vp" and verb.low in _MUSTERED and not verb.negated
    told = told and machines_before(row, row[at]) is None
    told = told or _led(row, at)
    ends = row.near(at + 1).kind in {"sign", "conj", "prep", "to", ""} and row.near(at + 1).low != "of"
    return row[at] if told and ends and figure is not None and (figure.quantity.low or 0) > _FEW else None


def _led(row: Row, at: int) -> bool:
    """Read "the town was defended by 400", "he marched with 8,000"; a number like a year may be one."""
    verb, figure = row.near(at - 2), row[at].figure
    few = figure is not None and not 1000 <= (figure.quantity.low or 0) <= 2100
    if verb.kind != "vp" or not few or verb.negated:
        return False
    by = row.near(at - 1).low == "by" and verb.passive and verb.low in _DEFENDED
    return by or (row.near(at - 1).low == "with" and verb.low in _ATTACKING | _MARCHED and not verb.passive)


def from_one_to(scene: Scene, at: int) -> Chunk | None:
    """Read "fell from 63 men to 46": the second figure counts the same men."""
    row, before = scene.chunks, at - 2
    while row.near(before).kind in {"date", "prep"}:
        before -= 1
    counted = row.near(before)
    opened = counted.figure is not None and scene.sentence.tokens[counted.figure.first].low == "from"
    fought = counted.noun is not None and counted.noun.category == "combatants" and counted.harm is None
    return row[at] if row.near(at - 1).kind == "to" and opened and fought else None


def of_arms(row: Row, at: int) -> Chunk | None:
    """Read "another 1,000 of infantry", "and 300 on horseback"."""
    link, arm = row.near(at + 1), row.near(at + 2)
    men = arm.noun is not None and arm.noun.category == "combatants" and not arm.det and arm.figure is None
    if link.low == "of" and men and arm.noun is not None and arm.noun.collective:
        return arm
    mounted = link.low == "on" and arm.low in {"foot", "horseback"}
    return row[at] if mounted else None


def is_strength(chunk: Chunk) -> bool:
    """Tell the "strength" or "size" of a force from the force."""
    return chunk.low in _STRENGTH and chunk.figure is None


def is_own_number(chunk: Chunk) -> bool:
    """Tell "their number", whose owner is meant, from "the garrison"."""
    return chunk.low in _NUMBER and chunk.det in _OWN and chunk.figure is None


def numbered(row: Row, at: int) -> tuple[Chunk, ...]:
    """Read "the brigade numbered about 1,600 men", "the brigade, 4,000 strong": the subject is the force."""
    verb = row.near(at - 1)
    linked = verb.kind == "vp" and (verb.low in _NUMBERED or verb.low in _BE)
    mustered = verb.low in _MUSTERED and (row[at].elided or row[at].low in _MEN)
    subjects = subjects_of(row, at - 1) if linked or mustered else []
    if verb.low in _BE and row[at].low != "strong":
        subjects = [place for place in subjects if is_strength(row[place])]
    if row[at].low == "strong" and row.near(at - 1 - row.comma(at - 1)).kind == "np":
        subjects = [at - 1 - row.comma(at - 1)]  # "the brigade, 4,000 strong", "an army 9,000 strong"
    if linked and verb.gerund and row.comma(at - 2) and row.near(at - 3).kind == "np":
        subjects = [at - 3]
    if row.near(at - 1).low == "of" and is_strength(row.near(at - 2)):
        subjects = [at - 2]
    if row[at].plural_name:
        subjects = [place for place in subjects if row[place].name]  # "reinforcements numbering 100 Roes"
    return tuple(found for place in subjects for found in _whose(row, place))


def _whose(row: Row, at: int) -> tuple[Chunk, ...]:
    """Give the force whose "strength" is told: "their strength", "the strength of the garrison"."""
    if not is_strength(row[at]):
        return (row[at],)
    if row.near(at - 1).owner:
        return (row[at - 1],)
    if row.near(at + 1).low == "of" and row.near(at + 2).kind == "np" and row[at + 2].figure is None:
        return (row[at + 2],)
    return (row[at],) if row[at].det in _OWN else ()
