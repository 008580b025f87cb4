"""Who does and who is done to: the subject, the objects and the doer of a verb group.

example          soldiers trapped in the base were killed            → soldiers
example          the army said three had died, and added that …      → the army added
example          seven men, including two officers, were hurt        → seven men
counter-example  during the battle were found …                      → no subject
"""

from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import antecedent, behind, chain_head, over_insertion, owned
from testimonia.extract.prose.lists import list_back, list_on, list_with, over_names
from testimonia.extract.prose.reduced import before_participle, said_of, sent_to
from testimonia.lexicon import word_set

__all__ = ["doer_behind", "objects_of", "subjects_of"]

_STATES = word_set("grammar", "states")
"""Verbs that a word of harm completes: "remained missing", "were feared dead"."""
_LEADING = frozenset({"by", "after", "before", "despite", "while", "upon", "without", "when"})
_SELVES = word_set("grammar", "selves")
_HIMSELF = frozenset({"himself", "herself"})
_PARTS = frozenset({"including", "alongside", "excluding"})
_PERIODS = frozenset({"hours", "days", "weeks", "months", "years"})
_TIMES = frozenset(
    {"beginning", "close", "day", "end", "height", "moment", "month", "outbreak", "outset", "peak"}
    | {"point", "start", "stage", "time", "week", "year"}
)
_AROUND = frozenset({"after", "amid", "at", "by", "despite", "during", "from", "in", "near", "to", "with"})
_LOSING = frozenset({"losing", "lost", "suffering", "suffered", "sustaining", "sustained", "incurring"})
"""What things that only stand beside cannot do."""
_STOPS = frozenset({";", ":", "."})
_THAT = frozenset({"that", "which"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def subjects_of(row: Row, verb: int) -> list[int]:
    """Give the subjects of the verb group at `verb`: noun phrases or one pronoun; [] if none is found."""
    said = said_of(row, verb)
    found = _search(row, verb if said is None else said)
    if found and _is_beside(row, verb, found[0]):
        before = next((step for step in range(found[0] - 1, -1, -1) if _tells(row, step)), None)
        told = _between(row, found[0], verb)
        found = told or (_search(row, before) if before is not None else _following(row, verb))
    return [owned(row, at) for at in found]


def _is_beside(row: Row, verb: int, at: int) -> bool:
    """Tell the operation of "suffered most during the operation, losing 90 men" from who lost them."""
    thing = row[at].kind == "np" and row[at].noun is None and not (row[at].name or row[at].figure)
    thing = thing and row[at].harm is None and row[at].low not in {"side", "sides"}
    hangs = row.near(at - 1).kind == "prep" and row[at - 1].low in _AROUND
    return thing and hangs and row[verb].low in _LOSING


def _between(row: Row, at: int, verb: int) -> list[int]:
    """Read "suffering from shortage, the king withdrew, having lost 90 men": the clause between has him."""
    told = next((step for step in range(verb - 1, at, -1) if _tells(row, step)), None)
    who = row.near(told - 1) if told is not None else None
    opens = told is not None and row.comma(told - 2)
    return [told - 1] if told is not None and opens and who is not None and who.kind in {"np", "pron"} else []


def _search(row: Row, verb: int) -> list[int]:
    """Go left from a verb group to its subject."""
    at = verb - 1
    if row.near(at).kind == "prep" and _told_on(row, verb):
        before = next((step for step in range(at - 1, -1, -1) if _tells(row, step)), None)
        doer = doer_behind(row, before) if before is not None and row[before].reports else None
        if doer is not None and before is not None and row[before].passive:
            return [doer]  # "was confirmed by the army by stating …"
        return _following(row, verb) if before is None else _search(row, before)
    while at >= 0:
        at = _over_time(row, at)
        chunk = row.near(at)
        finite = not row[verb].bare or row[verb].reports or row.near(verb + 1).infinitive
        if chunk.kind in {"np", "pron", "vp"} and finite:
            told_of = _before_relative(row, at)
            if told_of is not None:
                return list_back(row, told_of)
        if chunk.kind in {"np", "pron"}:
            sent = sent_to(row, verb, at)
            return list_back(row, sent) if sent is not None else _brought(row, verb, _nominal(row, at))
        step = _step_left(row, verb, at)
        if step is None:
            return _leant_on(row, verb, at) or (_following(row, verb) if row.comma(at) else [])
        at = step
    return _following(row, verb)


def _over_time(row: Row, at: int) -> int:
    """Go left over "by the end of the month", which suffers nothing."""
    while row.near(at).low in _TIMES and row.near(at).figure is None and row.near(at - 1).kind == "prep":
        at -= 2
    return at


def _brought(row: Row, verb: int, found: list[int]) -> list[int]:
    """Read "with 35 rebels and 17 soldiers being killed": the list of those begins behind "with"."""
    told = row[verb].bare or row[verb].unfinished
    counted = all(row[place].figure is not None for place in found)
    return (list_with(row, found[-1]) if found and told and counted else []) or found


def _following(row: Row, verb: int) -> list[int]:
    """Read "taking heavy losses, the brigade withdrew": a clause in -ing before its subject."""
    if not (row[verb].gerund or row[verb].unfinished) or any(
        chunk.kind in {"vp", "np"} and chunk.low not in _PERIODS for chunk in row[:verb]
    ):
        return []
    comma = next((at for at in range(verb + 1, len(row)) if row.comma(at)), -1)
    subject = row.near(comma + 1)
    told = subject.kind == "np" and row.near(behind(row, owned(row, comma + 1))).kind == "vp"
    return [comma + 1] if comma > 0 and told else []


def _told_on(row: Row, verb: int) -> bool:
    """Tell "after being wounded", "before losing six men": told of the subject of the clause before."""
    led = row.near(verb - 1).low in _LEADING
    return (row[verb].passive and row[verb].unfinished) or (row[verb].gerund and led)


def _tells(row: Row, at: int) -> bool:
    return row[at].kind == "vp" and not row[at].gerund and not row[at].infinitive


def _before_relative(row: Row, at: int) -> int | None:
    """Give the head of "scouts who had been sent ahead" from the end of its clause; None if there is none."""
    verbs, step = 0, at
    while row.near(step).kind in {"np", "prep", "vp", "adv", "pron", "date", "to"}:
        verbs += row[step].kind == "vp"
        step -= 1
    told = row.near(step).low == "who" or (row.near(step).low in _THAT and row.near(step + 1).kind == "vp")
    relative = verbs == 1 and row.near(step).kind == "sub" and told
    return step - 1 if relative and row.near(step - 1).kind == "np" else None


def _step_left(row: Row, verb: int, at: int) -> int | None:
    """Give where to go on left of a chunk that is no noun phrase; None if the clause ends here."""
    chunk = row[at]
    if chunk.kind in {"adv", "date"} or (chunk.kind == "prep" and row.near(at + 1).kind == "date"):
        return at - 1
    if (
        chunk.kind == "vp"
        and not row[verb].infinitive
        and (chunk.copula or chunk.reports or chunk.low in _STATES)
    ):
        return at - 1
    if chunk.kind == "sign" and chunk.low not in _STOPS and not row[verb].gerund:
        return (
            over_names(row, at)
            if row.comma(at) and over_names(row, at) is not None
            else over_insertion(row, at)
        )
    return None


def _leant_on(row: Row, verb: int, at: int) -> list[int]:
    """Give the subject that a verb group shares: with a relative word, another verb, a list before."""
    chunk = row[at]
    if chunk.kind == "sub":
        return _relative(row, at, both="both" in row[verb].adverbs)
    if chunk.kind == "vp" and row[verb].infinitive:
        return _search(row, at)
    if row.comma(at) and row.near(at - 1).kind == "np" and not row[verb].gerund:
        part = at - 1
        while row.near(part).kind in {"np", "conj"}:
            part -= 1
        whole = _whole_of(row, part)
        if whole and row[whole[0]].figure is not None:
            return whole  # "800 men including their generals, Roe and Poe, surrendered"
    if row.comma(at) and not row[verb].gerund and row.near(at - 1).figure is not None:
        members = list_back(row, at - 1)
        own = any(trigger.patient == "subject" for trigger in row[verb].triggers)  # "300 men, died"
        if not row[verb].bare or own or (len(members) > 1 and row.comma(members[-1] - 2)):
            return members  # "600 men, as well as 40 civilians, died"
    if chunk.kind in {"conj", "but"} or row.comma(at):
        before = at - 1
        shared = _shared(row, before - row.comma(before), reporting=bool(row[verb].reports))
        return shared or (_aside(row, verb, before) if row.comma(at) else [])
    return []


def _aside(row: Row, verb: int, before: int) -> list[int]:
    """Read "the Dows, losing 40 men, withdrew", "the Dows, having lost 40 men, withdrew"."""
    perfect = row[verb].verb > row[verb].first and not row[verb].passive
    if row.near(before).kind != "np" or not (row[verb].gerund or perfect):
        return []
    found = list_back(row, before)
    return found if row.near(found[0] - 1).kind not in {"prep", "to"} else []


def _nominal(row: Row, at: int) -> list[int]:
    """Take the noun phrase or pronoun at `at` as subject."""
    if row[at].low in _SELVES and row.near(at - 1).kind == "np":
        row[at - 1].person = row[at - 1].person or (row[at - 1].name and row[at].low in _HIMSELF)
        return list_back(row, at - 1)  # "the ministry itself said"
    if row[at].kind == "pron":
        part = row.near(at - 1).low == "of" and row.near(at - 2).kind == "np"
        return [at - 2] if part else [at]
    return _phrase(row, at)


def _is_object_of_participle(row: Row, first: int, at: int) -> bool:
    """Tell the car in "the soldier driving the car" from the men in "the operation, losing 20 men killed".

    What is carried stands from `first` to `at`: "three lorries carrying 40 men of the guard were hit".
    """
    verb, doer = first - 1, row.near(first - 2)
    if not row.near(verb).gerund or doer.kind != "np" or doer.body < 0 or row.near(first - 3).kind == "vp":
        return False
    told = row.near(at + 1 + (row.near(at + 1).kind == "adv"))
    finite = not told.bare or any(sense.patient == "subject" for sense in told.triggers)
    carried = doer.of_kind("people", "unit", "materiel") and told.kind == "vp" and finite
    return carried or (bool(row[first].det) and row[first].figure is None)


def _phrase(row: Row, at: int) -> list[int]:
    """Take the noun phrase at `at` as subject: its chain, its list, or what it is a part of."""
    found = list_back(row, at)
    before = found[0] - 1
    if _is_object_of_participle(row, found[0], at):
        return list_back(row, before - 1)  # "the soldier driving the car"
    if row.near(before).kind == "conj" and row.near(before - 1).kind == "pron":
        return [before - 1, *found]  # "he and three others were killed"
    if row.near(before).kind == "conj" and row.near(before - 1).kind == "np":
        return [*_whole_of(row, chain_head(row, before - 1) - 1), *found]
    # "the raid ended with 80 guards killed", "resulted in one soldier being killed"
    people = row[at].of_kind("people") or row.near(before).low == "with"
    ending = people and row[at].figure is not None
    described = None if ending else before_participle(row, found[0])
    if described is not None:
        return list_back(row, described)  # "soldiers trapped in the base"
    return _whole_of(row, before) or found


def _whole_of(row: Row, at: int) -> list[int]:
    """Give the whole before "including" at `at`."""
    if row.near(at).kind != "prep" or row[at].low not in _PARTS:
        return []
    at -= 1
    at -= row.comma(at)
    return list_back(row, at) if row.near(at).kind == "np" else []


def _relative(row: Row, at: int, *, both: bool = False) -> list[int]:
    if row[at].low in {"whom", "which"} and row.near(at - 1).kind == "prep" and row.near(at - 2).kind == "np":
        return [at - 2]  # "12 of whom died"
    found = antecedent(row, at) if row[at].low in _RELATIVES else None
    if found is not None and row[at].low == "who":
        head = chain_head(row, found)
        counted = row[head].figure is not None or row[head].of_kind("people", "unit")
        return list_back(row, found) if counted or both else [found]
    return list_back(row, found) if found is not None else []


def _shared(row: Row, at: int, *, reporting: bool) -> list[int]:
    """Find the subject of the verb group that a coordinated one leans on.

    A verb of saying leans on a verb of saying.
    """
    verbs = []
    while at >= 0 and not (row[at].kind == "sign" and row[at].low in _STOPS):
        if row[at].kind == "vp" and not row[at].gerund:
            verbs.append(at)
        at -= 1
    verbs = [verb for verb in verbs if not row[verb].infinitive] or verbs  # "had to use guns to advance, and"
    saying = [verb for verb in verbs if row[verb].reports]
    chosen = saying[:1] if reporting and saying else verbs[:1]
    return _search(row, chosen[0]) if chosen else []


def objects_of(row: Row, verb: int) -> list[int]:
    """Give the objects of the active verb group at `verb`, a list of noun phrases included."""
    at = verb + 1
    while row.near(at).kind == "adv":
        at += 1
    if row.comma(at):
        at = _over_aside(row, at)
    if row.near(at).kind == "pron":
        return [at]
    return list_on(row, at) if row.near(at).kind == "np" else []


def _over_aside(row: Row, at: int) -> int:
    """Read "had killed, on the same day, more than 100 men": give the object's position, `at` for none."""
    end = next((step for step in range(at + 1, min(at + 7, len(row))) if row.comma(step)), None)
    aside = end is not None and row.near(at + 1).kind in {"prep", "date"}
    plain = aside and all(chunk.kind in {"prep", "np", "date"} for chunk in row[at + 1 : end])
    return end + 1 if plain and end is not None and row.near(end + 1).figure is not None else at


def doer_behind(row: Row, verb: int) -> int | None:
    """Give the noun phrase behind "by" after a passive verb group, if it names a doer."""
    for at in range(verb + 1, min(verb + 8, len(row) - 1)):
        if row[at].low == "by" and row[at + 1].kind == "np":
            return at + 1
        if row[at].kind in {"vp", "sub", "but"} or (row[at].kind == "sign" and not row.comma(at)):
            return None
    return None
