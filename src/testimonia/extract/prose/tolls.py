"""What a noun of loss is equated with: "the death toll rose to 21", "the number of dead reached 40".

example          put the death tolls at 18 soldiers and over 30 raiders · losses on 5 May amounted to 640 men
example          losses included 40 prisoners and 20 tanks · tank losses consisted of 26 Panzer IV
counter-example  losses in 1940 amounted to 90 tanks: the year is no count
"""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.extract.prose.bare_machines import lost_alike, machines_before
from testimonia.extract.prose.bearers import bearer
from testimonia.extract.prose.borne import loss_of
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.scene import Found, Scene, quantity_of, senses_before, some
from testimonia.lexicon import peoples, word_set
from testimonia.model import Measure

__all__ = ["find_equated", "find_number_of", "find_numbered"]

_MEN = frozenset({"men", "manpower", "personnel", "soldiers", "troops"})
_ANY = word_set("grammar", "troops")
_MASS = word_set("grammar", "mass")
_LONGEST_QUOTE = 16
_NUMBERS = word_set("grammar", "amounts")
_TAKEN = frozenset({"taken", "killed", "recovered", "found", "captured"})
_UP_TO = frozenset({"to", "at", "around", "about", "from", "in", "only", "between"})
_PUTTING = word_set("grammar", "putting")
_OWN = frozenset({"their", "its", "our", "his", "whose"})


def find_equated(scene: Scene, at: int, harm: Trigger, target: int) -> Iterator[Found]:
    """Read "the toll rose to 21", "put the tolls at 18 soldiers and over 30 raiders"."""
    row, amount = scene.chunks, scene.chunks[target]
    if amount.elided and amount.figure is not None and not _tells(row, target):
        first = row[at].first if amount.last - row[at].first <= _LONGEST_QUOTE else amount.first
        found = loss_of(scene, at, harm, amount.figure, "toll", first, amount.last)
        if harm.measure == "materiel_lost":
            found = replace(found, item=scene.words(row[at]))
        machines = machines_before(row, amount) if lost_alike(row, amount) else None
        if machines is not None:  # "lost 90 tanks, while Dow losses amounted to 40"
            found = replace(found, measure="materiel_lost", item=scene.item(machines))
        yield found
        return
    first = target
    while _tells(row, target) or _can_be_lost(row, target, harm, first=target == first):
        if not _tells(row, target):  # "40 prisoners", "40 wounded" speak for themselves
            yield _item_lost(scene, at, harm, target)
        target = behind(row, target) + (amount.elided and amount.harm is None)
        target += row.comma(target)
        target += row.near(target).kind == "conj"
        if row.near(behind(row, target)).kind == "vp" and not row[behind(row, target)].bare:
            return
        amount = row.near(target)


def _item_lost(scene: Scene, at: int, harm: Trigger, target: int) -> Found:
    """Give one item of a list of losses: men, machines or "42 pieces of artillery"."""
    row, amount = scene.chunks, scene.chunks[target]
    machines = amount.of_kind("materiel") or _are_pieces(row, target)
    figure = amount.figure
    return Found(
        "materiel_lost" if machines else harm.measure,
        quantity_of(scene, amount) or some(scene.words(amount)),
        figure.first if figure is not None else amount.first,
        amount.last,
        target,
        "prose.loss.list",
        counted=amount,
        party=bearer(scene, at) if machines or amount.low in _MEN | _ANY else (),
        figure=figure,
        item=scene.item(amount) if machines else None,
    )


def _tells(row: Row, target: int) -> bool:
    """Tell "300 dead" and "500 wounded", which speak for themselves, from "300 men"."""
    amount, then = row.near(target), row.near(target + 1)
    if amount.figure is None:
        return False
    return amount.harm is not None or (amount.elided and then.bare and bool(then.triggers))


def _can_be_lost(row: Row, target: int, harm: Trigger, *, first: bool) -> bool:
    """Tell men, machines and "42 pieces of artillery" from whatever else is counted."""
    amount = row.near(target)
    if amount.figure is None:
        return not first and amount.det in {"a", "an"} and amount.of_kind("materiel")
    if harm.measure == "materiel_lost" and amount.low == "machines":
        return True  # "aircraft losses totalled 30 machines"
    return amount.of_kind("people", "materiel") or amount.name or _are_pieces(row, target)


def _are_pieces(row: Row, target: int) -> bool:
    return row.near(target + 1).low == "of" and row.near(target + 2).low in _MASS


def find_numbered(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "the Dow dead numbered 15, their wounded 40", "the prisoners taken amounted to 900"."""
    row, place = scene.chunks, at + 1
    put = _put_at(row, at)
    if put is not None and put.figure is not None:
        yield replace(loss_of(scene, at, harm, put.figure, "toll", row[at].first, put.last), agent=None)
        return
    while row.near(place).kind in {"prep", "adv"} or (row.near(place).bare and row.near(place).low in _TAKEN):
        place += 1 + (row.near(place).kind == "prep")
    verb, told = row.near(place), place > at + 1 or row.near(place).kind == "vp"
    known = row[at].det == "the" or row[at].det in _OWN or row.near(at - 1).low == "of"
    counts = verb.low in _NUMBERS or (verb.copula and known)
    if told and not (verb.kind == "vp" and counts and not (verb.negated or verb.modal)):
        return
    place += verb.kind == "vp"
    while row.near(place).kind in {"to", "adv", "prep"} and row[place].low in _UP_TO:
        place += 1
    amount = row.near(place)
    if not (amount.elided and amount.figure is not None) or row.near(place + 1).low == "of":
        return
    if not told and not _gapped(row, at, place):
        return
    yield replace(loss_of(scene, at, harm, amount.figure, "toll", row[at].first, amount.last), agent=None)


def _put_at(row: Row, at: int) -> Chunk | None:
    """Give the figure of "put the dead at 40 and the wounded at 90", "gives the Roe dead as 192"."""
    if row.near(at + 1).low not in {"at", "as"}:
        return None
    place = at + 2 + (row.near(at + 2).kind in {"adv", "prep"})
    amount, then = row.near(place), row.near(place + 1)
    if not (amount.elided and amount.figure is not None) or then.low == "of":
        return None
    told = any(chunk.kind == "vp" and chunk.low in _PUTTING and not chunk.negated for chunk in row[:at])
    return amount if told else None


def _gapped(row: Row, at: int, amount: int) -> bool:
    """Tell "(the dead numbered 15,) the wounded 40" from two phrases that meet by chance."""
    listed = row.comma(at - 1) or row.near(at - 1).kind == "conj"
    ends = row.near(amount + 1).kind in {"sign", "conj", "prep", ""}
    return listed and ends and any(chunk.low in _NUMBERS or chunk.copula for chunk in row[:at])


def find_number_of(scene: Scene, at: int) -> Iterator[Found]:
    """Read "the number of people injured had risen to 13", "the number of dead reached 40"."""
    row = scene.chunks
    measure: Measure | None = None
    told, counted = -1, -1
    for step, chunk in enumerate(row[at + 1 : at + 8], at + 1):
        if chunk.harm is not None:
            measure, told = chunk.harm.measure, step
        elif (attributed := _attributed(scene, chunk)) is not None:
            measure, counted = attributed, step
        elif chunk.triggers and chunk.bare and not chunk.triggers[0].weak:
            measure = chunk.triggers[0].measure
            counted = step - 1 if _can_be_counted(row[step - 1]) else -1
        elif chunk.elided and chunk.figure is not None and measure is not None:
            yield Found(
                measure,
                chunk.figure.quantity,
                row[at].first,
                chunk.last,
                at,
                "prose.loss.number",
                party=bearer(scene, told) if told >= 0 else tuple(row[counted : counted + 1]),
                figure=chunk.figure,
            )
            return


def _can_be_counted(chunk: Chunk) -> bool:
    """Tell the rebels of "the number of rebels killed" from the battle of "the number killed in it"."""
    return chunk.of_kind("people", "unit") or chunk.plural_name or chunk.low in peoples()


def _attributed(scene: Scene, chunk: Chunk) -> Measure | None:
    """Give the measure of a participle before people: "the number of executed soldiers"."""
    if not (chunk.of_kind("people") or chunk.plural_name) or chunk.figure is not None:
        return None
    senses = senses_before(scene, chunk)
    return next(
        (sense.measure for sense in senses if sense.role == "participle" and not sense.materiel), None
    )
