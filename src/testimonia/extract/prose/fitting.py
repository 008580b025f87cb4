"""Which sense of a word of harm fits what is harmed: people, machines, or neither.

example          captured 12 men (captured) · captured 12 guns (materiel lost) · sank the frigate
counter-example  captured the town · the plan was killed · lost the battle
"""

from dataclasses import replace
from functools import cache

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import owned
from testimonia.extract.prose.lexemes import FIGHTERS, Noun, Trigger
from testimonia.extract.prose.scene import REST, is_all
from testimonia.extract.prose.voices import Voice
from testimonia.lexicon import peoples, rows, word_set

__all__ = ["fitting_trigger", "is_one_person", "lost_alike", "machines_before"]

_FORMATIONS = word_set("grammar", "formations")
_FORCES = word_set("grammar", "bodies") | {"forces", "troops", "defenders", "garrison"}
_DESTROYS = frozenset({"destroy", "wreck", "smash", "crush", "eliminate", "annihilate", "wipe out"})
_SHATTERS = frozenset(
    {
        *("annihilate", "cease to exist", "decimate", "deplete", "devastate", "maul", "obliterate"),
        *("pulverise", "pulverize", "reduce to a shadow", "savage", "shatter", "wipe out"),
    }
)
"""What happens to a force as a whole, and to those whom "they" means."""
_SHATTERS_MEN = _SHATTERS - {"cease to exist", "shatter"}
"""What one shatters may be their nerves."""
_FLEETS = word_set("grammar", "fleets")
_TOLLS = frozenset({"losses", "casualties", "victories", "kills"})
_ARMS = word_set("grammar", "small_arms")
"""Men where they march, weapons where they are taken."""
_PLACE_TAKERS = word_set("grammar", "place_takers")
_SINKS = word_set("grammar", "sinks")
_SUNK = _SINKS | {"shoot down"}
"""What befalls nothing but machines."""
_TAKEN_THINGS = frozenset(
    {
        *("capture", "seize", "lose", "burn", "abandon", "leave behind", "confiscate", "loot"),
        *("cripple", "gut", "spike", "founder", "hull", "capsize"),
        *("blow up", "hand over", "take out"),
    }
)
"""Weak verbs of loss that need no figure when their object is a machine."""
_MASS = word_set("grammar", "mass")
_PARTS = word_set("grammar", "parts")
_OTHERS = frozenset({"other", "others", "more"})
_PLACELIKE = word_set("naming", "placelike")
_SURELY = frozenset({"lose", "execute", "bury", "fall"})
"""Weak verbs that speak of people wherever people are counted."""
_HELPLESS = frozenset({"captured", "wounded", "missing"})
_SINGLE = word_set("grammar", "singling")
_NOT_TOLD = frozenset({"fall", "shoot"})
"""What happens to people in other ways than that they are killed: "he was shot five times", "he fell"."""
_NOBODY = frozenset({"it", "i", "we", "you", "itself"})
_FALLS = word_set("grammar", "falls_off")
_FELL = word_set("grammar", "falls_in")
"""What follows where a single person fell in battle, not from office or on the enemy."""
_LIFELESS = word_set("grammar", "lifeless")
_ENVOYS = word_set("grammar", "envoys")
_BATTERIES = frozenset({"battery", "batteries"})
_STRETCHES = frozenset({"section", "sections"})
"""Formations so seldom that a destroyed one is mostly of a bridge or a wall."""
_STOCKS = frozenset({"reserve", "reserves"})
_CAPTURES = frozenset({"capture", "recapture"})
_HITS = frozenset({"hit", "burn", "bring down", "intercept", "torpedo"})
"""Weak verbs of loss that are told of one machine, too: "a helicopter was hit"."""
_PILOTLESS = word_set("grammar", "pilotless")
_PASSING = frozenset({"claim", "intercept", "leave behind", "overrun", "take"})
"""Weak verbs that a ship may outlive."""
_MOVED = frozenset({"move", "relocate", "resettle"})
"""What also happens of free will: only a figure of those who were moved makes it displacement."""
_SLAYS = frozenset({"kill", "slay", "slaughter", "shoot", "drown", "perish", "die"})
"""What is said of beasts, not of machines: "killed the crews of two tanks"."""
_BEASTS = word_set("grammar", "beasts")
_SHIP = frozenset({"it", "she"})
_THEM = word_set("grammar", "they")
_SOME = frozenset({"many", "some", "most", "all", "rest", "remainder"})
_ONE_OF = frozenset({"third", "second", "fourth", "fifth", "sixth"})
"""Single persons told apart, or two of them: "killed both of them", "the third was shot"."""
_ROLES: dict[Voice, frozenset[str]] = {
    "passive": frozenset({"participle", "adjective"}),
    "reduced": frozenset({"participle", "adjective", "past"}),
    "active": frozenset({"past", "present", "gerund", "infinitive"}),
}


def fitting_trigger(row: Row, verb: Chunk, harmed: Chunk, voice: Voice) -> Trigger | None:
    """Choose among the senses of a verb the one that fits the harmed; None if none does."""
    fits = [trigger for trigger in verb.triggers if _voice_fits(trigger, voice)]
    missed = fits and fits[0].lemma == "shoot" and _is_shot_at(row, verb)
    if missed or (fits and fits[0].lemma == "fall" and not _falls_in_battle(row, verb, harmed)):
        return None
    if not fits and voice == "active":
        fits = [trigger for trigger in verb.triggers if " " in trigger.form]  # "killed or taken prisoner"
    whole = _whole(row, harmed)
    machines = [trigger for trigger in fits if trigger.materiel and _is_machine(harmed, whole, trigger)]
    people = [trigger for trigger in fits if not trigger.materiel and _is_people(harmed, trigger)]
    if _is_fleet_of(row, whole):
        machines = machines or [sense for sense in fits if sense.materiel and sense.lemma in _TAKEN_THINGS]
    if whole.of_kind("materiel"):
        return next(iter(machines), None)
    if is_all(harmed) and whole is not harmed:
        people = [trigger for trigger in fits if not trigger.materiel and _is_people(whole, trigger)]
    if harmed.low in _PARTS and (whole is not harmed or row.near(row.place(harmed) + 1).low == "of"):
        people = [] if harmed.figure is None else people
        people = [trigger for trigger in fits if not trigger.materiel and _is_people(whole, trigger)]
    if not machines and not people and (_is_broken(harmed) or _is_broken(whole)):
        senses = [trigger for trigger in fits if _breaks(trigger, harmed, voice)]
        people = [replace(sense, measure="losses", materiel=False) for sense in senses]
    if harmed.low in REST and not people and _rest_of_people(row, harmed):
        people = [trigger for trigger in fits if trigger.lemma in _CAPTURES and not trigger.materiel]
    if harmed.elided and not machines and _counts_machines(row, harmed, fits):
        again = _again(row, harmed) or lost_alike(row, harmed)
        lost = [trigger for trigger in fits if trigger.materiel and trigger.lemma not in _SLAYS]
        machines = [trigger for trigger in lost if again or not trigger.weak]
        return machines[0] if machines else next(iter(people), None)
    return next(iter((*machines, *people)), None)


def _falls_in_battle(row: Row, verb: Chunk, harmed: Chunk) -> bool:
    """Tell "40 men fell", "Colonel Roe fell at the gate" from "some fell behind", "Roe fell from power"."""
    follows = row.near(row.place(verb) + 1)
    if harmed.figure is not None or not is_one_person(harmed):
        return follows.low not in _FALLS
    return follows.low in _FELL or follows.kind in {"sign", "conj", "date", ""}


def _is_shot_at(row: Row, verb: Chunk) -> bool:
    """Tell "was shot at by a guard", which may miss, from "was shot at close range"."""
    at = row.place(verb) + 1
    follows = row.near(at + 1)
    return row.near(at).low == "at" and (follows.low == "by" or follows.kind in {"sign", "conj", ""})


def is_one_person(chunk: Chunk) -> bool:
    """Tell "Ann Roe", "Colonel Roe" from "the colonel", "the Roes"."""
    if chunk.figure is not None or chunk.det or chunk.owner:
        return False
    return chunk.person or chunk.ranked


def _again(row: Row, harmed: Chunk) -> bool:
    """Read "burned one tank and captured another", "six others were captured": machines just told of."""
    counted = harmed.figure.quantity.verbatim.lower() if harmed.figure is not None else ""
    before = [chunk for chunk in row[: row.place(harmed)] if chunk.kind in {"np", "pron"}]
    more = "another" in counted or not _OTHERS.isdisjoint((harmed.low, *counted.split()))
    return more and bool(before) and before[-1].of_kind("materiel")


def _rest_of_people(row: Row, harmed: Chunk) -> bool:
    """Read "two men were killed and the rest captured": the rest of people told of before."""
    before = row[: row.place(harmed)]
    people = any(chunk.of_kind("people") or (chunk.elided and chunk.figure is not None) for chunk in before)
    part = row.near(row.place(harmed) + 1).low == "of"  # "capturing the rest of the province"
    return people and not part and not any(chunk.of_kind("materiel") for chunk in before)


def machines_before(row: Row, harmed: Chunk) -> Chunk | None:
    """Give the machines that "another six" stand for: the last ones named before."""
    before = [chunk for chunk in row if chunk.last <= harmed.first and chunk.of_kind("materiel")]
    return before[-1] if before else None


def lost_alike(row: Row, harmed: Chunk) -> bool:
    """Read "Roes lost 90 tanks and Dows lost 40", "of 90 tanks, 40 were lost": machines both times."""
    before = [at for at, chunk in enumerate(row) if chunk.last <= harmed.first]
    counts = [at for at in before if row[at].figure is not None and not row[at].elided]
    if not counts or not all(row[at].of_kind("materiel") for at in counts):
        return False
    return row.near(counts[0] - 1).low == "of" or any(_is_lost(chunk) for chunk in row[: counts[0]])


def _is_lost(chunk: Chunk) -> bool:
    verb = any(trigger.materiel and trigger.lemma == "lose" for trigger in chunk.triggers)
    return verb or (chunk.harm is not None and chunk.harm.lemma == "loss")


def _counts_machines(row: Row, harmed: Chunk, senses: list[Trigger]) -> bool:
    """Tell whether a bare number counts machines: those named before, or what is shot down or sunk."""
    flown = any(sense.lemma in _SUNK for sense in senses)
    return flown or machines_before(row, harmed) is not None or _of_machines(row)


def _of_machines(row: Row) -> bool:
    """Tell "he claimed 18 damaged", "losing six destroyed" from what may be houses."""
    return any(
        chunk.low in _TOLLS
        or any(report.lemma == "claim" for report in chunk.reports)
        or (row.near(at + 1).elided and any(trigger.lemma == "lose" for trigger in chunk.triggers))
        for at, chunk in enumerate(row)
    ) or _only_counts(row)


def _only_counts(row: Row) -> bool:
    """Tell a line of a list that holds nothing but "34 destroyed, 29 damaged"."""
    counts = [chunk for chunk in row if chunk.kind == "np"]
    rest = [chunk for chunk in row if chunk.kind not in {"np", "sign", "conj"}]
    fates = all(chunk.bare and chunk.triggers and chunk.triggers[0].materiel for chunk in rest)
    return fates and len(rest) == len(counts) > 1 and all(chunk.elided for chunk in counts)


def _is_broken(harmed: Chunk) -> bool:
    """Tell forces that are lost as such: "the division was destroyed"."""
    force = (harmed.of_kind("unit") or harmed.low in _FORCES) and harmed.low not in _STRETCHES
    soldiers = harmed.of_kind("people") and harmed.plural and harmed.figure is None and harmed.det == "the"
    force = force or (soldiers and harmed.noun is not None and _are_soldiers(harmed.noun))
    some = harmed.figure is None or harmed.figure.quantity.kind == "vague" or harmed.det in {"a", "an"}
    return force and (some or harmed.low in _FORMATIONS)


def _are_soldiers(noun: Noun) -> bool:
    """Tell the hussars of "the 8th Hussars were destroyed" from the enemy, and from resistance."""
    return noun.category == "combatants" and not noun.collective and noun.form != "enemy"


def _breaks(trigger: Trigger, harmed: Chunk, voice: Voice) -> bool:
    """Tell "shattered the division" from "with a depleted division", "depleted the reserve"."""
    if trigger.materiel:
        return trigger.lemma in _DESTROYS
    if trigger.lemma == "lose" and voice == "passive":
        return harmed.of_kind("unit")  # "the battalion was virtually lost"
    known = voice in {"passive", "subject"} or bool(harmed.det) or harmed.figure is not None
    return trigger.lemma in _SHATTERS and known and harmed.low not in _STOCKS


def _voice_fits(trigger: Trigger, voice: Voice) -> bool:
    if voice == "subject":
        return trigger.patient == "subject"
    return trigger.role in _ROLES[voice] or (voice == "active" and trigger.patient == "subject")


def _whole(row: Row, harmed: Chunk) -> Chunk:
    """Give the machines that "twenty of their guns" are a part of; the harmed itself where it is no part."""
    at = row.place(harmed)
    part = (harmed.elided or harmed.low in _PARTS or is_all(harmed)) and row.near(at + 1).low == "of"
    return row[owned(row, at + 2)] if part and row.near(at + 2).kind == "np" else harmed


def _is_fleet_of(row: Row, fleet: Chunk) -> bool:
    """Read "a fleet of 20 galleys": whoever takes the fleet takes the ships."""
    ships = row.near(row.place(fleet) + 2)
    of = fleet.low in _FLEETS and row.near(row.place(fleet) + 1).low == "of"
    return of and ships.figure is not None and ships.of_kind("materiel")


def _is_machine(harmed: Chunk, whole: Chunk, trigger: Trigger) -> bool:
    met = trigger.lemma == "intercept" and whole.low not in _PILOTLESS
    if met or (trigger.lemma in _SLAYS and whole.low not in _BEASTS):
        return False  # bombers that fighters met in the air may all have got home
    if trigger.lemma == "shoot down" and harmed.low in _SHIP:
        return True
    if trigger.lemma in _SINKS and (harmed.low in _SHIP or (harmed.name and harmed.figure is None)):
        return True
    told = harmed.figure is not None or not trigger.weak or trigger.lemma in _TAKEN_THINGS
    if whole.low in _ARMS and trigger.lemma in _TAKEN_THINGS and whole.figure is not None:
        return True
    if whole.low == "artillery" and (trigger.lemma in _TAKEN_THINGS or not trigger.weak):
        return True  # an arm where it fights, guns where they are taken
    told = told or (trigger.lemma in _HITS and whole.det in {"a", "an"})
    told = told or (whole.name and trigger.lemma not in _PASSING)  # a ship by her name
    told = told or (trigger.lemma == "claim" and whole.det in {"a", "an"})  # "claimed a bomber"
    most = harmed.figure is not None and harmed.figure.quantity.kind == "vague" and whole.low in _FLEETS
    fleet = (whole.low in _FLEETS or whole.low in FIGHTERS) and not trigger.weak
    fleet = fleet or (most and trigger.lemma in _TAKEN_THINGS)  # "lost most of its fleet"
    goods = whole.low in _MASS and trigger.lemma in _TAKEN_THINGS - {"burn"}  # "supplies were burnt for heat"
    return fleet or (whole.of_kind("materiel") and told) or goods


def _is_people(harmed: Chunk, trigger: Trigger) -> bool:
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
        known = not trigger.weak or (trigger.lemma in _SURELY and harmed.figure is not None)
        return harmed.elided or (named and known)
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
    surely = takes_places or trigger.lemma in {"lose", "execute"}
    if trigger.lemma == "lose" and harmed.harm is not None:
        return False
    single = not harmed.plural and harmed.det in _SINGLE and trigger.role == "participle"
    named = (is_one_person(harmed) or single) and _is_told_of_persons(trigger)
    return people and (harmed.figure is not None or surely or named)


def _is_taken(harmed: Chunk, trigger: Trigger) -> bool:
    """Tell "the battalion was captured" from "captured the battery", whose guns are meant."""
    whole = harmed.figure is None and harmed.low in _FORMATIONS | {"unit"} and harmed.low not in _BATTERIES
    return whole and trigger.lemma == "capture" and trigger.role == "participle"


def _are_taken(harmed: Chunk, trigger: Trigger) -> bool:
    """Tell "two companies were taken prisoner" from "captured two batteries"."""
    several = harmed.figure is not None and harmed.low in _FORMATIONS - _BATTERIES
    taken = trigger.measure == "captured" and not trigger.weak
    return several and taken and (trigger.role == "participle" or trigger.lemma not in _PLACE_TAKERS)


def _leads_own(harmed: Chunk, trigger: Trigger) -> bool:
    """Tell "led 400 men away", as a captain does, from "led 40 women away"."""
    led = trigger.of_people and trigger.measure == "captured" and trigger.role != "participle"
    return led and harmed.noun is not None and harmed.noun.category == "combatants"
