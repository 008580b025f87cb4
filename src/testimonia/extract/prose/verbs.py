"""Harm told by a verb: "were killed", "killed six", "12 policemen died", "shot down a helicopter".

example          three border guards were killed, and five injured
example          its men had killed six soldiers, wounded nine and burned a truck
counter-example  the town was captured · an attack that could kill thousands · was sent to kill them
"""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.extract.prose.bare_machines import machines_before
from testimonia.extract.prose.bearers import bearer_before, losses_before
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.fitting import fitting_trigger
from testimonia.extract.prose.happened import happened
from testimonia.extract.prose.lexemes import Trigger, goes_with, triggers_at
from testimonia.extract.prose.lists import list_on
from testimonia.extract.prose.meant import (
    counted_beside,
    counted_in,
    counted_meant,
    is_beside_wounded,
    is_formation,
    is_manned,
    machine_of,
)
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.extract.prose.subjects import subjects_of
from testimonia.extract.prose.sums import (
    joint_sense,
    named_machine,
    named_together,
    summed,
    without_names,
)
from testimonia.extract.prose.unharmed import (
    in_bed,
    is_dead,
    is_no_subject,
    is_said,
    not_wounded,
    of_them,
    told_by_next,
)
from testimonia.extract.prose.voices import Roles, Voice, read_roles, shares_object
from testimonia.lexicon import word_set
from testimonia.model import Measure, Quantity

__all__ = ["find_verbs"]

_LONGEST_PARTICLE = 3
"""Tokens of "to the bottom", "out of action"."""
_MANNED = frozenset({"man", "strong"})
"""Words of a unit that is counted in heads: "a 120-man unit"."""
_ANY = word_set("grammar", "troops")
_LIMBS = word_set("grammar", "limbs")
_MOUNTS = word_set("grammar", "mounts")
_OWN_LOSS = frozenset({"lose", "abandon", "hand over", "leave behind", "scuttle"})
"""Verbs whose subject bears the loss of the object: "lost six tanks"."""
_GROUPS = word_set("grammar", "small_groups")
"""Groups that a number behind "of" counts: "a family of three"."""
_MASS = word_set("grammar", "mass")
_BODILY = frozenset({"losses", "captured", "surrendered"})
"""What happens to a formation as a whole: "two battalions surrendered" counts no men."""
_WHEN = frozenset({"after", "before", "until"})
_ONE_MORE = frozenset({"a third", "a fourth", "a fifth"})
"""One of several machines, and no share, where it is sunk or shot down."""
_CRAFT = frozenset({"aircraft", "craft", "hovercraft", "spacecraft", "watercraft"})
_HIS = frozenset({"his", "her"})
_KNOWN = _HIS | {"the", "this", "that", "their", "its", "second", "third"}
_IS = frozenset({"was", "is", "has"})
_OWN_DEATH = "kill oneself"
_PLANS = ("Operation ", "Plan ")
"""What is executed without anybody's death."""
_LONGEST_QUOTE = 16
"""Tokens; where figure and kind word stand further apart, the figure's phrase alone is quoted."""


def find_verbs(scene: Scene) -> Iterator[Found]:
    """Find all harm that the verb groups of a scene tell."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        if chunk.kind == "vp":
            _close_particle(scene, at)
        if chunk.triggers and happened(scene, at) and not shares_object(row, at):
            told = list(_told_by(scene, at))
            yield from told
            if told and chunk.triggers[0].lemma == _OWN_DEATH:
                yield from _beside_oneself(scene, at, told[0])


def _close_particle(scene: Scene, at: int) -> None:
    """Read "shot it down", "put three tanks out of action" as "shot down", "put out of action"."""
    row, verb = scene.chunks, scene.chunks[at]
    place = at + 4 if row.near(at + 2).low == "of" else at + 2  # "set two of the trucks on fire"
    closing = row.near(place)
    if row.near(at + 1).kind not in {"np", "pron"} or verb.verb < 0 or closing.harm is not None:
        return
    tokens, first = scene.sentence.tokens, closing.first
    apart = closing.kind in {"conj", ""}  # "killed four and wounded six"
    if apart or not goes_with(tokens[verb.verb].low, tokens[first].low):
        return
    end, senses = triggers_at([tokens[verb.verb], *tokens[first : first + _LONGEST_PARTICLE]], 0)
    if end > 1:
        verb.triggers = tuple(senses)


def _told_by(scene: Scene, at: int) -> Iterator[Found]:
    """Read all counts of one verb group, one for each of the harmed."""
    row = scene.chunks
    roles = read_roles(row, at)
    together = joint_sense(scene, at, roles)
    if together is not None:
        yield summed(scene, at, roles, together)
        return
    counted = False
    for listed in without_names(scene, roles.harmed):
        harmed = row[listed]
        if scene.words(harmed).startswith(_PLANS) or (harmed.low in _MOUNTS and harmed.figure is None):
            continue  # "executed Operation Roe", "his horse was killed": nobody is killed
        plain = harmed.figure is None and not (harmed.det or harmed.name)
        if counted and ((plain and harmed.low not in _MASS) or of_them(row, listed)):
            continue  # "60 pilots and technicians": one count for both
        if is_dead(row, listed) and all(sense.measure != "killed" for sense in row[at].triggers):
            continue  # "500 dead and 1,000 men taken prisoner": the dead suffer nothing more
        if harmed.low in _LIMBS and row[at].triggers[0].lemma in {"lose", "injure", "break"}:
            yield from _maimed(scene, at, roles)
            return
        meant = counted_meant(row, listed, roles)
        position = counted_in(row, _named_beside(scene, listed)) if meant is None else meant
        position = machine_of(row, position)
        trigger = fitting_trigger(row, row[at], row[position], roles.voice)
        if (
            trigger is None
            or is_said(row, listed, at)
            or is_no_subject(scene, listed, at, roles)
            or not_wounded(row, at, trigger)
        ):
            continue
        if not told_by_next(scene, at, position, trigger):
            found = _found(scene, at, position, trigger, roles)
            if found is not None:
                counted = counted or harmed.figure is not None
                yield from _each(found, trigger)


def _each(found: Found, trigger: Trigger) -> Iterator[Found]:
    """Read "the crews were killed or captured" as both: no number joins the two."""
    bare = found.quantity.low is None and found.quantity.high is None
    if not (bare and trigger.parts and found.measure == trigger.measure):
        yield found
        return
    for measure in trigger.parts:
        yield replace(found, measure=measure)


def _beside_oneself(scene: Scene, at: int, found: Found) -> Iterator[Found]:
    """Read "killing himself and 12 others": the others are killed as well."""
    row = scene.chunks
    if row.near(at + 1).kind != "conj" or row.near(at + 2).kind != "np":
        return
    for place in list_on(row, at + 2):
        other = row[place]
        first = other.figure.first if other.figure is not None else other.first
        quantity = quantity_of(scene, other)
        if quantity is not None and (other.elided or other.of_kind("people") or other.low in _ANY):
            same = replace(found, quantity=quantity, first=first, last=other.last)
            yield replace(same, at=place, counted=other, figure=other.figure)


def _maimed(scene: Scene, at: int, roles: Roles) -> Iterator[Found]:
    """Read "the captain lost a leg": he was wounded."""
    row = scene.chunks
    for place in roles.doers[:1]:
        quantity = quantity_of(scene, row[place])
        if quantity is not None and row[place].kind in {"np", "pron"}:
            first, last = row[at].first, row[roles.harmed[0]].last
            yield Found(
                "wounded",
                quantity,
                first,
                last,
                place,
                "prose.verb.maimed",
                counted=row[place],
                figure=row[place].figure,
            )


def _named_beside(scene: Scene, position: int) -> int:
    """Prefer the name in "the commander, Colonel Orr, was killed"."""
    row, harmed = scene.chunks, scene.chunks[position]
    at = behind(row, position)
    beside = row.near(at + 1)
    one_of = harmed.elided and harmed.figure is not None and harmed.figure.quantity.high == 1
    named = scene.sentence.tokens[harmed.last - 1].capital and harmed.last - 1 > harmed.head
    named = named and beside.det in {"a", "an"}  # "Major Roe, a Dow"
    single = one_of or (harmed.figure is None and not (harmed.plural or harmed.name or named))
    closed = row.near(at + 2).kind in {"sign", ""} or row.near(behind(row, at + 1)).kind in {"sign", ""}
    if single and row.comma(at) and closed and beside.kind == "np" and beside.figure is None:
        return at + 1 if scene.sentence.tokens[beside.last - 1].capital else position
    return position


def _found(scene: Scene, at: int, position: int, trigger: Trigger, roles: Roles) -> Found | None:
    row = scene.chunks
    harmed = row[position]
    force = harmed if is_manned(row, position) or counted_beside(row, position) > position else None
    if force is not None:
        position += 2  # "the garrison of about 11,000 men surrendered"
        harmed = row[position]
    machines = trigger.materiel and trigger.lemma != "lose"
    quantity = _named(scene, position, machines=machines) or _lone(scene, at, harmed)
    quantity = quantity or quantity_of(scene, harmed)
    after = row[at].unfinished and row.near(at - 1).kind == "prep"
    if quantity is None or (after and harmed.figure is not None) or in_bed(scene, at, harmed, trigger):
        return None
    manned = _MANNED.isdisjoint(scene.words(harmed).replace("-", " ").split())
    if quantity.low is not None and trigger.measure in _BODILY and is_formation(row, position) and manned:
        words = scene.words(harmed)
        quantity = Quantity("vague", None, None, words, words)  # "two battalions", not men
    first, last = _quote(row[at], harmed)
    doer = row[roles.doers[0]] if roles.doers else None
    if force is not None and force.low in _GROUPS and force.last - force.body == 1:
        force = None  # "another group of 45 villagers": the villagers are told of
    bearer = force or (doer if trigger.lemma in _OWN_LOSS else None)
    if roles.voice == "reduced" and (harmed.elided or harmed.low in _ANY) and doer is None:
        bearer = bearer_before(row, position) or losses_before(scene, position)
    bearer = bearer or _outside(row, position)
    return Found(
        _measure(row, at, trigger, roles.voice),
        quantity,
        first,
        last,
        position,
        f"prose.verb.{roles.voice}",
        counted=harmed,
        party=(bearer,) if bearer is not None else (),
        agent=None if bearer is not None else doer,
        figure=harmed.figure,
        item=_item(scene, harmed, doer) if trigger.materiel else None,
    )


def _outside(row: Row, position: int) -> Chunk | None:
    """Read "the raiders withdrew after three had been killed": three of the raiders."""
    counted = row[position]
    if not (counted.elided and row.near(position - 1).low in _WHEN) or row.near(position + 1).low == "of":
        return None
    verb = next((at for at in range(position - 2, -1, -1) if row[at].kind == "vp"), -1)
    others = any(chunk.of_kind("people", "unit") for chunk in row[verb:position])
    subjects = subjects_of(row, verb) if verb > 0 and not (row[verb].passive or others) else []
    who = row[subjects[0]] if subjects else None
    people = who is not None and who.kind == "np" and (who.plural or who.of_kind("unit")) and not who.owner
    return who if people and who is not None and who.of_kind("people", "unit") else None


def _named(scene: Scene, position: int, *, machines: bool) -> Quantity | None:
    """Read "destroyers Roe and Dow and two tugs were sunk": the names of a class count it; "sank a third"."""
    words = scene.words(scene.chunks[position])
    alone = scene.chunks[position].elided and scene.chunks.near(position + 1).low != "of"
    if machines and alone and words.lower() in _ONE_MORE:
        return Quantity("exact", 1, 1, words)
    if not named_machine(scene, scene.chunks[position]):
        return None
    size = named_together(scene.chunks, position)
    return Quantity("exact", size, size, scene.words(scene.chunks[position]))


def _lone(scene: Scene, at: int, harmed: Chunk) -> Quantity | None:
    """Read "the aircraft was shot down", "shot down his aircraft": one, whose plural has the same form."""
    if harmed.low not in _CRAFT or harmed.figure is not None or harmed.det not in _KNOWN:
        return None
    verb = scene.chunks[at]
    words = {token.low for token in scene.sentence.tokens[verb.first : verb.last]}
    one = not words.isdisjoint(_IS) or harmed.det in _HIS
    return Quantity("exact", 1, 1, scene.words(harmed)) if one else None


def _item(scene: Scene, harmed: Chunk, doer: Chunk | None) -> str:
    """Name what was lost: the machines themselves, those that "another six" stand for, "six of the"."""
    row = scene.chunks
    at = row.place(harmed)
    whole = row.near(at + 2) if row.near(at + 1).low == "of" else harmed
    if harmed.elided and whole.of_kind("materiel"):
        return f"{scene.words(harmed)} of {scene.item(whole)}"
    before = machines_before(row, harmed) if harmed.elided else None
    return scene.item(harmed if before is None or before is doer else before)


def _measure(row: Row, at: int, trigger: Trigger, voice: Voice) -> Measure:
    """Give the measure of a verb, or of two over one object: "killed and wounded 30"."""
    if voice != "active" or not shares_object(row, at - 2):
        return "killed" if is_beside_wounded(row, at, trigger) else trigger.measure
    both = {trigger.measure, *(t.measure for t in row[at - 2].triggers if t.materiel == trigger.materiel)}
    if len(both) == 1:
        return trigger.measure
    return "killed_or_wounded" if both <= {"killed", "wounded"} else "losses"


def _quote(verb: Chunk, harmed: Chunk) -> tuple[int, int]:
    """Give the tokens of the shortest quote: figure and kind word if they stand close together."""
    start = max(harmed.figure.first, harmed.first) if harmed.figure is not None else harmed.first
    first = start if harmed.first < verb.verb else verb.verb
    last = max(harmed.last, verb.last)
    if last - first <= _LONGEST_QUOTE:
        return first, last
    counted = harmed.figure is not None or harmed.det in {"a", "an"}
    return (start, harmed.last) if counted else (verb.first, verb.last)
