"""Which sense of a word of harm fits what is harmed: people, machines, or neither.

example          captured 12 men (captured) · captured 12 guns (materiel lost) · sank the frigate
counter-example  captured the town · the plan was killed · lost the battle
"""

from dataclasses import replace
from functools import cache

from testimonia.extract.prose.bare_machines import counts_again, counts_machines, lost_alike
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import owned
from testimonia.extract.prose.harmed_people import is_one_person, is_people
from testimonia.extract.prose.lexemes import FIGHTERS, Noun, Trigger
from testimonia.extract.prose.scene import REST, is_all
from testimonia.extract.prose.voices import Voice
from testimonia.lexicon import rows, word_set

__all__ = [
    "fitting_trigger",
]

_FORMATIONS = word_set("grammar", "formations")
_FORCES = word_set("grammar", "bodies") | {"forces", "troops", "defenders", "garrison"}
_DESTROYS = frozenset({"destroy", "wreck", "annihilate", "wipe out"})
_SHATTERS = word_set("grammar", "shatters")
_FLEETS = word_set("grammar", "fleets")
_ARMS = word_set("grammar", "small_arms")
"""Men where they march, weapons where they are taken."""
_SINKS = word_set("grammar", "sinks")
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
_FALLS = word_set("grammar", "falls_off")
_FELL = word_set("grammar", "falls_in")
"""What follows where a single person fell in battle, not from office or on the enemy."""
_STRETCHES = frozenset({"command", "outpost", "outposts", "section", "sections"})
"""Formations so seldom that a destroyed one is mostly of a bridge or a wall."""
_STOCKS = frozenset({"reserve", "reserves"})
_CAPTURES = word_set("grammar", "captures")
_HITS = frozenset({"hit", "strike", "bring down", "torpedo"})
"""Weak verbs of loss that are told of one machine, too: "the helicopter was hit"."""
_BLOWS_UP = frozenset({"blow up", "burn", "explode"})
"""What ships and aircraft do when they are lost, and car bombs and depots for other reasons."""
_CLAIMS = frozenset({"burn", "claim", "intercept"})
"""Those that are told of "a helicopter"."""
_CARS = word_set("grammar", "cars")
_PILOTLESS = word_set("grammar", "pilotless")
_PASSING = frozenset({"claim", "intercept", "leave behind", "overrun", "take"})
"""Weak verbs that a ship may outlive."""
_SLAYS = frozenset({"kill", "slay", "slaughter", "shoot", "drown", "perish", "die"})
"""What is said of beasts, not of machines: "killed the crews of two tanks"."""
_BEASTS = word_set("grammar", "beasts")
_SHIP = frozenset({"it", "she"})
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
    people = [trigger for trigger in fits if not trigger.materiel and is_people(harmed, trigger)]
    if _is_fleet_of(row, whole):
        machines = machines or [sense for sense in fits if sense.materiel and sense.lemma in _TAKEN_THINGS]
    if whole.of_kind("materiel"):
        return next(iter(machines), None)
    if is_all(harmed) and whole is not harmed:
        people = [trigger for trigger in fits if not trigger.materiel and is_people(whole, trigger)]
    if harmed.low in _PARTS and (whole is not harmed or row.near(row.place(harmed) + 1).low == "of"):
        people = [] if harmed.figure is None else people
        people = [trigger for trigger in fits if not trigger.materiel and is_people(whole, trigger)]
    if not machines and not people and (_is_broken(harmed) or _is_broken(whole)):
        senses = [trigger for trigger in fits if _breaks(trigger, harmed, voice)]
        people = [replace(sense, measure="losses", materiel=False) for sense in senses]
    if harmed.low in REST and not people and _rest_of_people(row, harmed):
        people = [trigger for trigger in fits if trigger.lemma in _CAPTURES and not trigger.materiel]
    others = harmed.low == "others" and harmed.figure is None and not harmed.det
    if (
        (harmed.elided or (others and counts_again(row, harmed)))
        and not machines
        and counts_machines(row, harmed, fits)
    ):
        again = counts_again(row, harmed) or lost_alike(row, harmed)
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


def _rest_of_people(row: Row, harmed: Chunk) -> bool:
    """Read "two men were killed and the rest captured": the rest of people told of before."""
    before = row[: row.place(harmed)]
    people = any(chunk.of_kind("people") or (chunk.elided and chunk.figure is not None) for chunk in before)
    part = row.near(row.place(harmed) + 1).low == "of"  # "capturing the rest of the province"
    return people and not part and not any(chunk.of_kind("materiel") for chunk in before)


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


@cache
def _craft() -> frozenset[str]:
    """Give the nouns of ships and crewed aircraft."""
    made = (row["form"] for row in rows("materiel") if row["kind"] in {"aircraft", "ship"})
    return frozenset(made) - _PILOTLESS


def _is_craft(chunk: Chunk) -> bool:
    return chunk.noun is not None and chunk.noun.form in _craft()


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
    one = whole.det in {"a", "an"}
    hit = trigger.lemma in _HITS and not (whole.plural or whole.owner or whole.low in _CARS)
    told = told or (trigger.lemma in _BLOWS_UP and not whole.plural and _is_craft(whole))
    told = told or (hit and (one or whole.low not in _MASS)) or (one and trigger.lemma in _CLAIMS)
    told = told or (whole.name and trigger.lemma not in _PASSING)  # a ship by her name
    most = harmed.figure is not None and harmed.figure.quantity.kind == "vague" and whole.low in _FLEETS
    fleet = (whole.low in _FLEETS or whole.low in FIGHTERS) and not trigger.weak
    most = most or (whole.low in _FLEETS and trigger.lemma == "lose" and trigger.role == "participle")
    fleet = fleet or (
        most and trigger.lemma in _TAKEN_THINGS
    )  # "lost most of its fleet", "the fleet was lost"
    goods = whole.low in _MASS and trigger.lemma in _TAKEN_THINGS - {"burn"}  # "supplies were burnt for heat"
    return fleet or (whole.of_kind("materiel") and told) or goods
