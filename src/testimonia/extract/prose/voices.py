"""Voice: who is harmed by a verb group, and who does it.

example (passive)   three guards were killed by raiders
example (active)    raiders killed three guards · two tanks that they captured
example (subject)   three guards died · the garrison surrendered
example (reduced)   three guards killed, two hurt
counter-example     the troops shot at the gate: nobody is said to be harmed
"""

from typing import Literal, NamedTuple

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.lists import list_on
from testimonia.extract.prose.reduced import apposed, opened
from testimonia.extract.prose.scene import REST
from testimonia.extract.prose.subjects import doer_behind, objects_of, subjects_of
from testimonia.lexicon import word_set
from testimonia.model import Measure

__all__ = ["Roles", "Voice", "read_roles", "shares_object"]

Voice = Literal["active", "passive", "subject", "reduced"]
_INCLUDING = frozenset({"include", "included", "includes"})
_AMONG = frozenset({"among", "amongst"})
_BETWEEN = frozenset({"adv", "date", "np", "prep"})
_THEIR = word_set("grammar", "their")
_HAD = frozenset({"had", "having", "have"})
_AIMED = frozenset({"at", "on", "to", "into", "towards", "from"})


class Roles(NamedTuple):
    """The parts that noun phrases have in what a verb group tells, by position."""

    harmed: list[int]
    doers: list[int]
    voice: Voice


def read_roles(row: Row, at: int) -> Roles:
    """Read who is harmed and who does it, for the verb group of harm at `at`."""
    verb = row[at]
    inverted = _inverted(row, at)
    if inverted:
        return Roles(inverted, [], "passive")
    objects = [] if verb.passive else objects_of(row, at) or _shared_ahead(row, at)
    if all(trigger.patient == "subject" for trigger in verb.triggers) and not _hands_over(row, at, objects):
        return Roles([*subjects_of(row, at), *_added(row, at)], [], "subject")
    if verb.passive:
        return Roles([*subjects_of(row, at), *_added(row, at)], _doers(row, at), "passive")
    return (_alone(row, at) if verb.bare and not verb.gerund and not objects else None) or _active(
        row, at, objects
    )


def _inverted(row: Row, at: int) -> list[int]:
    """Read "also killed were Roe and Dow", "among the guards wounded was the captain"; [] for others."""
    verb, opener = row[at], row.near(at - 1)
    opens = (
        at == 0
        or opener.kind == "sign"
        or (opener.kind == "np" and not opener.elided and row.near(at - 2).low in _AMONG)
        or _are_the_lost(row, at - 1)
    )
    if not opens or verb.passive or not verb.bare or verb.gerund:
        return []
    then = at + 1
    while row.near(then).kind == "prep" and row.near(then + 1).kind in {"np", "date"}:
        then += 2
    told = row.near(then).copula or (row.near(then).low in _INCLUDING and not row[then].passive)
    if not told or row[then].negated:
        return []
    then += 1 + (row.near(then + 1).kind == "adv")
    if row.comma(then) and row.near(then + 1).low in _AMONG and row.comma(then + 3):
        then += 4  # "discarded were, among other things, 90 guns"
    lost = row.near(then)
    if opener.of_kind("materiel") and not (lost.figure or lost.det or lost.name):
        return []  # "the ships sunk were small vessels"
    return _names_on(row, then) if lost.kind == "np" else []


def _are_the_lost(row: Row, at: int) -> bool:
    """Tell "the ships lost were the Roe and the Dow" from "the raiders killed were Dows"."""
    ships = row.near(at)
    alone = at == 0 or row.near(at - 1).kind in {"sign", "sub"}
    return alone and ships.of_kind("materiel") and ships.figure is None and bool(ships.det)


def _shared_ahead(row: Row, at: int) -> list[int]:
    """Read "kidnapped, tortured and killed a clerk": who is taken is the object of the last verb."""
    verb, joined = row[at], False
    if not verb.bare or verb.triggers[0].measure != "captured":
        return []
    while row.near(at).kind == "vp" and row[at].bare and row[at].gerund == verb.gerund:
        objects = objects_of(row, at)
        if objects:
            return objects if joined else []
        at += 1 + row.comma(at + 1)
        joined = joined or row.near(at).kind == "conj"
        at += row.near(at).kind == "conj"
        at += row.near(at).kind == "adv"
    return []


def _names_on(row: Row, at: int) -> list[int]:
    """Give the list that begins at `at`, names without "and" between included: "Roe, Dow and Poe"."""
    found = list_on(row, at)
    while len(found) == 1 or row[found[-1]].name:
        then = found[-1] + 2
        if not (row.comma(then - 1) and row.near(then).name and row.near(then).figure is None):
            break
        found += list_on(row, then)
    return found


def _alone(row: Row, at: int) -> Roles | None:
    """Read a bare verb without object: "was shot down and killed", "she sank"; None if neither."""
    led = _leading_passive(row, at)
    if led is not None:
        return Roles(subjects_of(row, led), _doers(row, at), "passive")
    return Roles(subjects_of(row, at), [], "subject") if _never_reduced(row, at) else None


def _active(row: Row, at: int, objects: list[int]) -> Roles:
    """Read "killed three guards", "tanks that they took", "three guards killed", "the flat-top sank"."""
    verb = row[at]
    relative = None if objects else _relative_object(row, at)
    if verb.bare and not verb.gerund and relative is None and (not objects or _counted_before(row, at)):
        reduced = _reduced(row, at)
        if reduced or not any(_befalls_alone(trigger) for trigger in verb.triggers):
            return Roles(reduced, _doers(row, at), "reduced")
    if objects or relative is not None:
        more = _added(row, objects[0]) if objects and row[objects[0]].kind == "pron" else []
        return Roles([*objects, *more] or [relative or 0], subjects_of(row, at), "active")
    own = any(trigger.patient == "subject" and trigger.role != "adjective" for trigger in verb.triggers)
    return Roles(subjects_of(row, at), [], "subject") if own else Roles([], [], "active")


def _befalls_alone(trigger: Trigger) -> bool:
    """Tell "the barge capsized", which needs no object, from "a barge captured", which is said of others."""
    return trigger.materiel and trigger.patient == "subject" and trigger.role == "past"


def _counted_before(row: Row, at: int) -> bool:
    """Tell "40 killed the day before" from "Air Fleet 1 destroyed 42 aircraft"."""
    one = row.near(at - 1)
    doer = one.figure is not None and one.figure.quantity.verbatim.lower() == "another"
    lone = doer and row.near(at + 1).figure is not None  # "another lost 93 men"
    return one.elided and not row.near(at - 2).name and not lone


def _never_reduced(row: Row, at: int) -> bool:
    """Tell "sank", which needs no object, from "sunk", which can be a participle."""
    senses = row[at].triggers
    own = any(trigger.patient == "subject" and trigger.role == "past" for trigger in senses)
    return own and not any(trigger.role == "participle" for trigger in senses)


def _leading_passive(row: Row, at: int) -> int | None:
    """Read "was reported killed", "was hit in the head and killed": the passive before has the subject."""
    joined = row.near(at - 1).kind == "conj"
    before = at - 1 - joined
    while joined and row.near(before).kind in _BETWEEN:
        before -= 1
    verb = row.near(before)
    joined = joined and any(trigger.role == "participle" for trigger in row[at].triggers)
    return before if verb.passive and (bool(verb.reports) or joined) else None


def _doers(row: Row, at: int) -> list[int]:
    doer = doer_behind(row, at)
    return [] if doer is None else [doer]


def _hands_over(row: Row, at: int, objects: list[int]) -> bool:
    """Read "surrendered about 4,500 men", "surrendered the division": the object is what is lost."""
    counted = bool(objects) and (row[objects[0]].figure is not None or row[objects[0]].of_kind("unit"))
    return counted and row[at].triggers[0].measure == "surrendered"


def _added(row: Row, at: int) -> list[int]:
    """Read "150 were killed, along with more than 80 guards", "he fell with 12 of his men"."""
    men = row.near(at + 2)
    if row.near(at + 1).low == "with" and men.figure is not None and men.of_kind("people"):
        return [p for p in list_on(row, at + 2) if row[p].figure is not None]
    if (
        row.near(at).kind == "pron"
        and row.near(at + 1).kind == "conj"
        and men.figure
        and men.of_kind("people")
    ):
        return list_on(row, at + 2) if row.near(at + 3).kind in {"sign", "prep", ""} else []
    for step in range(at + 1, min(at + 7, len(row) - 1)):
        if row[step].low == "plus" or (row[step].kind == "conj" and row[step].last - row[step].first > 1):
            added = list_on(row, step + 1) if row[step + 1].kind == "np" else []
            return [p for p in added if row[p].figure is not None or _single(row, p) or _of_his(row, p)]
        told_on = row[step].kind == "vp" and row[step].gerund and not row[step].triggers
        if row[step].kind not in {"prep", "np", "date", "adv"} and not row.comma(step) and not told_on:
            break
    return []


def _single(row: Row, at: int) -> bool:
    """Tell one more person, "in addition to the bomber", from people at large."""
    noun = row[at].noun
    single = noun is not None and noun.kind == "people" and not (noun.plural or noun.collective)
    return single and row[at].harm is None and row[at].det in {"the", "a", "an"}


def _of_his(row: Row, at: int) -> bool:
    """Tell those who share one's fate, "along with his staff", "together with its garrison"."""
    noun = row[at].noun
    if row[at].det not in _THEIR or noun is None or row[at].harm is not None:
        return False
    return noun.kind == "people" and (noun.plural or noun.collective)


def _relative_object(row: Row, at: int) -> int | None:
    """Read "two tanks that they captured", "35 prisoners, all of whom they executed"."""
    subject, link = row.near(at - 1), row.near(at - 2)
    if link.kind == "sub" and link.low in {"that", "which", "whom"} and subject.kind in {"pron", "np"}:
        before = at - 3
        while row.near(before).kind == "prep" or row.comma(before):
            before -= 1
        return _all_of(row, before) if row.near(before).kind == "np" else None
    bare = subject.kind == "pron" and subject.low in {"they", "he", "it"} and link.kind == "np"
    return at - 2 if bare else None


def _all_of(row: Row, at: int) -> int:
    """Read "35 prisoners, all of whom": all are the 35."""
    before = at - 1 - row.comma(at - 1)
    counted = row.near(before).kind == "np" and row.near(before).figure is not None
    return before if row[at].low in {"all", "both"} and counted else at


def _reduced(row: Row, at: int) -> list[int]:
    """Give the harmed of a participle without auxiliary: "12 rebels killed in the raid"."""
    if row.near(at - 1).elided:
        return [_part_of(row, at - 1)]
    single = opened(row, at) or apposed(row, at)
    if single is not None:
        return [single]
    verb, follows = row[at], row.near(at + 1)
    aimed = follows.kind in {"prep", "to"} and follows.low in _AIMED
    if aimed and (all(trigger.weak for trigger in verb.triggers) or verb.triggers[0].lemma == "shoot"):
        return []
    if _ends_pair(row, at):
        return [at - 1]
    subjects = [_part_of(row, place) for place in subjects_of(row, at)]
    return [p for p in subjects if row[p].figure is not None or _only_reading(row, p, at)]


def _part_of(row: Row, at: int) -> int:
    """Go from the whole in "sixteen of the twenty-three killed" to the part that is counted."""
    part = row.near(at - 2)
    whole = row[at].det == "the" and row[at].figure is not None and row.near(at - 1).low == "of"
    return at - 2 if whole and part.elided and part.figure is not None else at


def _ends_pair(row: Row, at: int) -> bool:
    """Read "a platoon was overrun and its commander killed", "HMS Roe was sunk, HMS Dow damaged".

    The second passive lacks its auxiliary.
    """
    single, strong = row.near(at - 1), not all(trigger.weak for trigger in row[at].triggers)
    before = at - 2 - (row.near(at - 2).kind == "conj")
    told_next = row.comma(at - 2) and row.near(at + 1).kind in {"sign", ""}
    pair = (before == at - 3 or told_next) and any(
        chunk.kind == "vp" and chunk.passive for chunk in row[: at - 2]
    )
    ends = row.near(at + 1).kind in {"sign", "prep", ""}
    one = single.of_kind("people") and bool(single.det) and not single.plural
    one = (
        one
        or single.low in REST
        or (single.name and single.figure is None)
        or (single.low == "other" and single.det == "the")
        or (single.of_kind("materiel") and single.figure is None and not single.plural)
    )
    return pair and ends and strong and one


def _only_reading(row: Row, position: int, at: int) -> bool:
    """Admit an uncounted harmed only directly before a strong verb: "officers killed in the raid"."""
    harmed = row[position]
    one = harmed.of_kind("materiel") and harmed.det in {
        "a",
        "an",
    }  # "11 drones shot down and a truck destroyed"
    force = harmed.of_kind("unit") or (harmed.noun is not None and harmed.noun.collective)
    if at - position == 1 and row.near(position - 1).low == "with" and force:
        return row.near(at + 1).kind in {"sign", "conj", "prep", ""}  # "with both regiments destroyed"
    caused = row.near(position - 1).low in _HAD and harmed.of_kind("people") and behind(row, position) == at
    if caused and not harmed.plural:
        return not all(trigger.weak for trigger in row[at].triggers)  # "had the Count of Roe beheaded"
    beside = at - position == 1 and (one or (harmed.of_kind("people") and harmed.det != "the"))
    if row[at].triggers[0].measure == "captured" and row.near(at + 1 + row.comma(at + 1)).kind == "vp":
        return False  # "soldiers detained, beat and killed residents"
    return beside and not all(trigger.weak for trigger in row[at].triggers)


def shares_object(row: Row, at: int) -> bool:
    """Read "killed or captured 80 men": the second verb has the object, both speak of it.

    With "and" only killed and wounded make a sum; "rounded up and executed" is one after the other.
    """
    first, link, second = row.near(at), row.near(at + 1), row.near(at + 2)
    if first.kind != "vp" or first.passive or link.kind != "conj" or not second.triggers or not second.bare:
        return False
    measures = _told_of_people(first) | _told_of_people(second)
    if not first.triggers or (link.low != "or" and not measures <= {"killed", "wounded"}):
        return False
    return bool(objects_of(row, at + 2))


def _told_of_people(verb: Chunk) -> set[Measure]:
    """Give what a verb tells of people; of machines only where it tells of them alone."""
    people = {trigger.measure for trigger in verb.triggers if not trigger.materiel}
    return people or {trigger.measure for trigger in verb.triggers}
