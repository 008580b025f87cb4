"""Whether a word of harm to people can be said of a noun phrase or a pronoun.

example          25 were shot · captured seven Dows · they were cut down · Ann Roe was hit
counter-example  captured the town · he fell on his knees · seized Sheikh Roe (a place)
"""

from functools import cache

from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.scene import REST, is_all
from testimonia.lexicon import peoples, rows, word_set

__all__ = ["is_one_person", "is_people"]

_FORMATIONS = word_set("grammar", "formations")
_SHATTERS = word_set("grammar", "shatters")
_SHATTERS_MEN = _SHATTERS - {"cease to exist", "shatter"}
"""What one shatters may be their nerves."""
_ARMS = word_set("grammar", "small_arms")
"""Men where they march, weapons where they are taken."""
_PLACE_TAKERS = word_set("grammar", "place_takers")
_PLACELIKE = word_set("naming", "placelike")
_SURELY = frozenset({"lose", "execute", "bury", "fall"})
"""Weak verbs that speak of people wherever people are counted."""
_HEWN = frozenset({"cut down", "mow down", "scythe down", "pick off", "ride down", "run through"})
"""Weak verbs that kill wherever people are their object, counted or not."""
_HELPLESS = frozenset({"captured", "wounded", "missing"})
_SINGLE = word_set("grammar", "singling")
_NOT_TOLD = frozenset({"fall", "shoot"})
"""What happens to people in other ways than that they are killed: "he was shot five times", "he fell"."""
_NOBODY = frozenset({"it", "i", "we", "you", "itself"})
_LIFELESS = word_set("grammar", "lifeless")
_ENVOYS = word_set("grammar", "envoys")
_BATTERIES = frozenset({"battery", "batteries"})
_TAKEN_WHOLE = (_FORMATIONS - _BATTERIES) | {"army", "contingent", "detachment", "force", "unit"}
_CAPTURES = word_set("grammar", "captures")
_MOVED = frozenset({"move", "relocate", "resettle"})
"""What also happens of free will: only a figure of those who were moved makes it displacement."""
_THEM = word_set("grammar", "they")
_SOME = frozenset({"many", "some", "most", "all", "rest", "remainder"})
_ONE_OF = frozenset({"third", "second", "fourth", "fifth", "sixth"})
"""Single persons told apart, or two of them: "killed both of them", "the third was shot"."""


def is_one_person(chunk: Chunk) -> bool:
    """Tell "Ann Roe", "Colonel Roe" from "the colonel", "the Roes"."""
    if chunk.figure is not None or chunk.det or chunk.owner:
        return False
    return chunk.person or chunk.ranked


def is_people(harmed: Chunk, trigger: Trigger) -> bool:
    """Tell whether a word of harm to people can be said of a noun phrase or pronoun."""
    own_deed = trigger.patient == "subject" and trigger.measure in {"losses", "surrendered"}
    own_deed = own_deed and trigger.lemma not in _SHATTERS
    if harmed.kind == "pron":
        shattered = trigger.lemma in _SHATTERS_MEN and harmed.low in _THEM
        he = trigger.personal and _is_told_of_them(harmed, trigger)
        return harmed.low not in _NOBODY and (own_deed or not trigger.weak or shattered or he)
    arms = harmed.low in _ARMS and trigger.measure == "captured"
    if arms or (harmed.harm is not None and harmed.harm.role == "noun_event"):
        return False
    if _is_slain_later(harmed, trigger):
        return True
    if harmed.noun is not None:
        return _is_known_people(harmed, trigger, own_deed=own_deed)
    if trigger.measure == "displaced":
        return harmed.figure is not None and (harmed.plural_name or harmed.low in peoples())
    return _is_nameless_people(harmed, trigger, own_deed=own_deed)


def _is_slain_later(harmed: Chunk, trigger: Trigger) -> bool:
    """Read "executed 14 prisoners", "the prisoners were shot", "killed the wounded": words of harm, too."""
    harm = harmed.harm
    told = harm is not None and harm.role == "noun_person" and harm.measure in _HELPLESS
    surely = not trigger.weak or harmed.figure is not None or trigger.role == "participle"
    return told and surely and trigger.measure == "killed"


def _is_told_of_them(harmed: Chunk, trigger: Trigger) -> bool:
    """Tell "he was hit", "they were cut down" from "he fell on his knees", "she was hit", who is a ship."""
    if trigger.lemma in _NOT_TOLD or not _is_told_of_persons(trigger):
        return False
    return harmed.low == "he" or (trigger.measure == "killed" and harmed.low in _THEM)


def _is_nameless_people(harmed: Chunk, trigger: Trigger, *, own_deed: bool) -> bool:
    """Tell the same of a noun phrase without a noun of people: "25", "the rebels of X", "Some"."""
    rest = is_all(harmed) or harmed.low in REST  # "all were killed", "the rest surrendered"
    if own_deed or rest or trigger.measure == "neutralised":
        surely = not trigger.weak and (own_deed or trigger.lemma not in _PLACE_TAKERS)
        return surely if rest else _gives_up(harmed, trigger)
    if harmed.low in _LIFELESS or (harmed.low == "other" and harmed.det == "the"):
        return harmed.low == "other" and not (trigger.weak or trigger.lemma in _PLACE_TAKERS)
    if _is_surely_people(harmed, trigger):
        return True
    if trigger.of_people:
        return False
    if trigger.weak or trigger.lemma in _PLACE_TAKERS:
        named = harmed.plural_name and (harmed.det == "the" or harmed.figure is not None)
        sure = trigger.lemma in _HEWN or (trigger.lemma in _SURELY and harmed.figure is not None)
        return harmed.elided or (named and (sure or not trigger.weak))
    return harmed.figure is not None or harmed.name or harmed.plural or harmed.low in _SOME


def _gives_up(harmed: Chunk, trigger: Trigger) -> bool:
    """Tell "the Dows surrendered", "neutralised Roe" from "Italy surrendered", which counts nobody."""
    place = trigger.measure == "neutralised" and not (harmed.person or harmed.plural_name)
    place = place or (trigger.measure == "surrendered" and harmed.low in _states() and not harmed.det)
    return (harmed.name and not place) or harmed.figure is not None


@cache
def _states() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in rows("countries"))


def _is_surely_people(harmed: Chunk, trigger: Trigger) -> bool:
    """Tell "both of them", "seven Dows" and persons whom the verb fits from places and things."""
    if harmed.low in _ONE_OF or (harmed.det == "both" and harmed.body < 0):
        return True
    if trigger.lemma == "execute" and harmed.name:
        return True
    if harmed.person and (trigger.lemma in _CAPTURES or _is_told_of_persons(trigger)):
        return True
    return harmed.figure is not None and harmed.low in peoples()  # "seven Dows were shot"


def _is_told_of_persons(trigger: Trigger) -> bool:
    """Tell "Roe was shot", "Roe fell" from "shot Roe", which may be a film."""
    own = trigger.patient == "subject" or trigger.role == "participle"
    return trigger.lemma == "fall" or (trigger.personal and own)


def _is_known_people(harmed: Chunk, trigger: Trigger, *, own_deed: bool) -> bool:
    """Tell the same of a noun phrase whose head the lexicon knows."""
    people = harmed.of_kind("people")
    if trigger.measure == "displaced":
        civil = harmed.noun is not None and harmed.noun.category != "combatants"
        civil = civil and not (trigger.lemma == "expel" and harmed.low in _ENVOYS)
        return people and civil and (harmed.figure is not None or trigger.lemma not in _MOVED)
    takes_places = trigger.lemma in _PLACE_TAKERS
    if harmed.of_kind("unit"):
        some = harmed.figure is not None and harmed.figure.quantity.kind == "vague"
        strong = not trigger.weak and (some or (harmed.figure is None and not takes_places))
        lost = trigger.lemma == "lose" and trigger.role != "gerund" and harmed.low in _FORMATIONS
        strong = strong or (lost and harmed.figure is not None)
        strong = strong or _is_taken(harmed, trigger) or _are_taken(harmed, trigger)
        return strong or trigger.measure == "surrendered" or trigger.lemma == "defect"
    if own_deed or not (trigger.weak or takes_places):
        return people
    if _leads_own(harmed, trigger) or (takes_places and harmed.low in _PLACELIKE and harmed.figure is None):
        return False  # "seized Sheikh Roe", a place
    several = harmed.plural or harmed.det == "the"
    surely = takes_places or trigger.lemma in {"lose", "execute"} or (trigger.lemma in _HEWN and several)
    if trigger.lemma == "lose" and harmed.harm is not None:
        return False
    single = not harmed.plural and harmed.det in _SINGLE and trigger.role == "participle"
    named = (is_one_person(harmed) or single) and _is_told_of_persons(trigger)
    return people and (harmed.figure is not None or surely or named)


def _is_taken(harmed: Chunk, trigger: Trigger) -> bool:
    """Tell "the battalion was captured" from "captured the battery", whose guns are meant."""
    captured = trigger.lemma == "capture" and trigger.role == "participle"
    return captured and harmed.figure is None and harmed.low in _TAKEN_WHOLE


def _are_taken(harmed: Chunk, trigger: Trigger) -> bool:
    """Tell "two companies were taken prisoner" from "captured two batteries"."""
    several = harmed.figure is not None and harmed.low in _FORMATIONS - _BATTERIES
    taken = trigger.measure == "captured" and not trigger.weak
    return several and taken and (trigger.role == "participle" or trigger.lemma not in _PLACE_TAKERS)


def _leads_own(harmed: Chunk, trigger: Trigger) -> bool:
    """Tell "led 400 men away", as a captain does, from "led 40 women away"."""
    led = trigger.of_people and trigger.measure == "captured" and trigger.role != "participle"
    return led and harmed.noun is not None and harmed.noun.category == "combatants"
