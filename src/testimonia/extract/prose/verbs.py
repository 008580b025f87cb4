"""Harm told by a verb: "were killed", "killed six", "12 policemen died", "shot down a helicopter".

example          three border guards were killed, and five injured
example          its men had killed six soldiers, wounded nine and burned a truck
counter-example  the town was captured · an attack that could kill thousands · was sent to kill them
"""

from collections.abc import Iterator

from testimonia.extract.grammar import words
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import agent_of, behind, is_comma, objects_of, subjects_of
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.losses import BEAR
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.model import Measure

__all__ = ["find_verbs"]

_ACHIEVED = words("achieved")
"""Verbs whose infinitive tells of something done ("managed to kill six")."""
_PLACE_TAKERS = words("place_takers")
"""Verbs that mostly take places: only people or machines make them speak of harm."""


_SINKS = words("sinks")
"""What only ships suffer, so that a bare name or "it" can be one."""


def find_verbs(scene: Scene) -> Iterator[Found]:
    """Find all harm that the verb groups of a scene tell."""
    for at, chunk in enumerate(scene.chunks):
        if (
            chunk.kind == "vp"
            and chunk.triggers
            and not chunk.modal
            and not chunk.negated
            and _done(scene, at)
        ):
            yield from _told_by(scene, at)


def _done(scene: Scene, at: int) -> bool:
    """Tell deeds from purposes: "claimed to have killed" from "was sent to kill"."""
    verb = scene.chunks[at]
    if not verb.infinitive or verb.verb - verb.first > 1:
        return True
    before = scene.chunks[at - 1] if at else None
    return bool(before and (before.low in _ACHIEVED or before.reports))


def _told_by(scene: Scene, at: int) -> Iterator[Found]:
    verb = scene.chunks[at]
    patients, agents, voice = _roles(scene, at)
    counted = False
    if _shares_object(scene.chunks, at):
        return
    for position in [*patients, *_added(scene.chunks, at, voice)]:
        patient = scene.chunks[position]
        if counted and patient.figure is None and not patient.det and not patient.name:
            continue  # "60 pilots and technicians": one count for both
        patient, position = _apposed(scene, position)
        trigger = _fitting(verb.triggers, patient, voice) or _of_machines(scene, verb, patient, voice)
        if trigger is None or _told_by_next(scene.chunks, position, trigger):
            continue
        found = _found(scene, at, position, trigger, voice, agents)
        if found is not None:
            counted = counted or patient.figure is not None
            yield found


def _told_by_next(chunks: list[Chunk], position: int, trigger: Trigger) -> bool:
    """Read "lost 7 killed and 22 wounded": the words behind the figure tell what became of them."""
    follows = chunks[position + 1] if position + 1 < len(chunks) else None
    return (
        trigger.lemma == "lose"
        and follows is not None
        and follows.kind == "vp"
        and bool(follows.triggers)
        and follows.bare
    )


def _shares_object(chunks: list[Chunk], at: int) -> bool:
    """Read "killed or captured 80 men": the second verb has the object and counts for both."""
    if at + 2 >= len(chunks) or chunks[at + 1].kind != "conj" or chunks[at].passive:
        return False
    second = chunks[at + 2]
    both = {t.measure for t in (*chunks[at].triggers, *second.triggers)} if second.kind == "vp" else set()
    if chunks[at + 1].low != "or" and not both <= {"killed", "wounded"}:
        return False  # "rounded up and executed 82": one after the other
    return second.kind == "vp" and bool(second.triggers) and second.bare and bool(objects_of(chunks, at + 2))


def _added(chunks: list[Chunk], at: int, voice: str) -> list[int]:
    """Read "150 were killed, along with more than 80 guards and 20 scouts": what is added behind the verb."""
    if voice not in {"passive", "subject"}:
        return []
    for step in range(at + 1, min(at + 7, len(chunks) - 1)):
        if chunks[step].kind == "conj" and chunks[step].last - chunks[step].first > 1:
            return [p for p in objects_of(chunks, step) if chunks[p].figure is not None]
        if chunks[step].kind not in {"prep", "np", "date", "adv"} and not is_comma(chunks, step):
            return []
    return []


def _apposed(scene: Scene, position: int) -> tuple[Chunk, int]:
    """Prefer the name in "the commander, Colonel Orr, was killed"."""
    chunks, patient = scene.chunks, scene.chunks[position]
    at = behind(chunks, position)
    if (
        patient.figure is None
        and not patient.plural
        and not patient.name
        and at + 2 < len(chunks)
        and is_comma(chunks, at)
    ):
        beside = chunks[at + 1]
        named = (
            beside.kind == "np" and beside.figure is None and scene.sentence.tokens[beside.last - 1].capital
        )
        if named and is_comma(chunks, at + 2):
            return beside, at + 1
    return patient, position


def _roles(scene: Scene, at: int) -> tuple[list[int], list[int], str]:
    """Give positions of the harmed, positions of the doers, and the voice."""
    chunks, verb = scene.chunks, scene.chunks[at]
    objects = [] if verb.passive else objects_of(chunks, at)
    if all(trigger.patient == "subject" for trigger in verb.triggers) and not _hands_over(scene, at, objects):
        return subjects_of(chunks, at), [], "subject"
    agent = agent_of(chunks, at)
    agents = [agent] if agent is not None else []
    if verb.passive:
        return subjects_of(chunks, at), agents, "passive"
    if (
        verb.bare
        and not verb.gerund
        and (not objects or _elided_before(chunks, at))
        and _relative_object(chunks, at) is None
    ):
        return _reduced(scene, at), agents, "reduced"
    if objects:
        return objects, subjects_of(chunks, at), "active"
    relative = _relative_object(chunks, at)
    if relative is not None:
        return [relative], subjects_of(chunks, at), "active"
    if any(trigger.patient == "subject" for trigger in verb.triggers):
        return subjects_of(chunks, at), [], "subject"
    return [], [], "active"


def _relative_object(chunks: list[Chunk], at: int) -> int | None:
    """Read "two tanks that they captured", "35 prisoners, all of whom they executed"."""
    subject = at - 1
    if subject < 1 or chunks[subject].kind not in {"pron", "np"}:
        return None
    link = subject - 1
    if chunks[link].kind == "sub" and chunks[link].low in {"that", "which", "whom"}:
        before = link - 1
        while before > 0 and (chunks[before].kind == "prep" or is_comma(chunks, before)):
            before -= 1
        return _whole_of(chunks, before) if chunks[before].kind == "np" else None
    return (
        link
        if chunks[subject].kind == "pron"
        and chunks[link].kind == "np"
        and chunks[subject].low in {"they", "he", "it"}
        else None
    )


def _whole_of(chunks: list[Chunk], at: int) -> int:
    """Read "35 prisoners, all of whom": all are the 35."""
    before = at - 1 - is_comma(chunks, at - 1)
    counted = before >= 0 and chunks[before].kind == "np" and chunks[before].figure is not None
    return before if chunks[at].low in {"all", "both"} and counted else at


def _hands_over(scene: Scene, at: int, objects: list[int]) -> bool:
    """Read "surrendered about 4,500 men": the object is what is lost."""
    return (
        bool(objects)
        and scene.chunks[objects[0]].figure is not None
        and scene.chunks[at].triggers[0].measure == "surrendered"
    )


def _elided_before(chunks: list[Chunk], at: int) -> bool:
    """Tell "12 killed five days later" from "the army killed five"."""
    return (
        at > 0
        and chunks[at - 1].kind == "np"
        and chunks[at - 1].figure is not None
        and chunks[at - 1].body < 0
    )


def _reduced(scene: Scene, at: int) -> list[int]:
    """Give the harmed of a participle without auxiliary: "12 rebels killed in the raid"."""
    chunks, verb = scene.chunks, scene.chunks[at]
    if _elided_before(chunks, at):
        return [at - 1]
    found = subjects_of(chunks, at)
    follows = chunks[at + 1] if at + 1 < len(chunks) else None
    if (
        follows is not None
        and follows.kind in {"prep", "to"}
        and follows.low in {"at", "on", "to", "into", "towards", "from"}
        and (verb.triggers[0].weak or verb.triggers[0].lemma == "shoot")
    ):
        return []
    return [p for p in found if chunks[p].figure is not None or _strong_reduced(chunks, p, at)]


def _strong_reduced(chunks: list[Chunk], position: int, at: int) -> bool:
    """Admit an uncounted harmed only where nothing else can be meant."""
    patient = chunks[position]
    if patient.kind == "pron" or chunks[at].triggers[0].weak:
        return False
    return (
        at - position == 1
        and patient.noun is not None
        and patient.noun.kind == "people"
        and patient.det not in {"the"}
    )


def _fitting(triggers: tuple[Trigger, ...], patient: Chunk, voice: str) -> Trigger | None:
    """Choose the trigger that fits what is harmed: people, things, or neither."""
    fits = [t for t in triggers if _voice_fits(t, voice)] or [
        t for t in triggers if voice == "active" and " " in t.form
    ]
    for trigger in fits:
        if trigger.materiel and _is_materiel(patient, trigger):
            return trigger
    for trigger in fits:
        if not trigger.materiel and _is_people(patient, trigger):
            return trigger
    return None


def _of_machines(scene: Scene, verb: Chunk, patient: Chunk, voice: str) -> Trigger | None:
    """Read "three fighters were destroyed and another six damaged": the machines are those before."""
    if (
        patient.kind != "np"
        or patient.figure is None
        or patient.body >= 0
        or _machines_before(scene, patient) is None
    ):
        return None
    return next((t for t in verb.triggers if t.materiel and not t.weak and _voice_fits(t, voice)), None)


def _machines_before(scene: Scene, patient: Chunk) -> Chunk | None:
    before = [
        c
        for c in scene.chunks
        if c.kind == "np" and c.last <= patient.first and c.noun is not None and c.noun.kind == "materiel"
    ]
    return before[-1] if before else None


def _voice_fits(trigger: Trigger, voice: str) -> bool:
    if voice == "passive":
        return trigger.role in {"participle", "adjective"}
    if voice == "reduced":
        return trigger.role in {"participle", "adjective", "past"}
    if voice == "active":
        return trigger.role not in {"participle", "adjective"} or trigger.patient == "subject"
    return trigger.patient == "subject"


def _is_materiel(patient: Chunk, trigger: Trigger) -> bool:
    if trigger.lemma in _SINKS and (patient.low == "it" or (patient.name and patient.figure is None)):
        return True
    if patient.noun is None or patient.noun.kind != "materiel":
        return False
    return (
        patient.figure is not None
        or not trigger.weak
        or trigger.lemma in {"capture", "seize", "lose", "burn", "abandon"}
    )


def _is_people(patient: Chunk, trigger: Trigger) -> bool:
    noun = patient.noun
    if patient.kind == "pron":
        own_deed = trigger.patient == "subject" and trigger.measure in {"losses", "surrendered"}
        return patient.low not in {"it", "i", "we", "you", "itself"} and (own_deed or not trigger.weak)
    if patient.harm is not None and patient.harm.role == "noun_event":
        return False
    if trigger.measure == "displaced":
        return noun is not None and noun.kind == "people" and noun.category != "combatants"
    if noun is not None and noun.kind == "unit" and trigger.measure == "surrendered":
        return True
    if noun is not None and noun.kind != "people":
        return (
            noun.kind == "unit"
            and patient.figure is None
            and not trigger.weak
            and trigger.lemma not in _PLACE_TAKERS
        )
    if trigger.measure in {"surrendered", "losses"} and trigger.patient == "subject":
        return noun is not None or patient.name or patient.figure is not None
    elided = patient.figure is not None and patient.body < 0
    if trigger.weak or trigger.lemma in _PLACE_TAKERS:
        return elided or (
            noun is not None and (patient.figure is not None or trigger.lemma in _PLACE_TAKERS | {"lose"})
        )
    return (
        noun is not None
        or patient.figure is not None
        or patient.name
        or patient.plural
        or patient.low in {"many", "some", "most", "all"}
    )


def _found(
    scene: Scene, at: int, position: int, trigger: Trigger, voice: str, agents: list[int]
) -> Found | None:
    verb, patient = scene.chunks[at], scene.chunks[position]
    quantity = quantity_of(scene, patient)
    if quantity is None:
        return None
    first, last = _quote(scene, verb, patient)
    doer = scene.chunks[agents[0]] if agents else None
    measure = _joint(scene, at, trigger) if voice == "active" else trigger.measure
    lost = trigger.lemma == "lose"
    if voice == "reduced" and patient.body < 0 and not doer:
        doer = _bearer(scene, position)
        lost = doer is not None
    return Found(
        measure,
        quantity,
        first,
        last,
        position,
        f"prose.verb.{voice}",
        0.9 if patient.figure else 0.8,
        counted=patient,
        party=(doer,) if lost and doer else (),
        agent=None if lost else doer,
        figure=patient.figure,
        elided=patient.kind == "np" and patient.body < 0,
        item=scene.words(_machines_before(scene, patient) or patient if patient.body < 0 else patient)
        if trigger.materiel
        else None,
        estimated=bool(patient.figure and patient.figure.estimated),
    )


def _joint(scene: Scene, at: int, trigger: Trigger) -> Measure:
    """Give the measure of two verbs over one object: "killed and wounded 30"."""
    if at < 2 or not _shares_object(scene.chunks, at - 2):
        return trigger.measure
    first = scene.chunks[at - 2].triggers
    both = {trigger.measure, *(t.measure for t in first if t.materiel == trigger.materiel)}
    if len(both) == 1:
        return trigger.measure
    return "killed_or_wounded" if both <= {"killed", "wounded"} else "losses"


def _bearer(scene: Scene, position: int) -> Chunk | None:
    """Read "the column suffered 30 killed and 50 wounded", "cost the defenders 106 killed"."""
    chunks = scene.chunks
    if (
        position
        and chunks[position - 1].kind == "np"
        and not chunks[position - 1].owner
        and chunks[position - 1].figure is None
    ):
        return chunks[position - 1]
    at = position - 1
    while at >= 0 and (
        chunks[at].kind in {"conj", "np", "adv"}
        or chunks[at].low == ","
        or (
            chunks[at].kind == "vp" and chunks[at].triggers and chunks[at].bare and chunks[at].low not in BEAR
        )
    ):
        at -= 1
    if at >= 0 and chunks[at].kind == "vp" and chunks[at].low in BEAR:
        subjects = subjects_of(chunks, at)
        return chunks[subjects[0]] if subjects else None
    return None


def _quote(scene: Scene, verb: Chunk, patient: Chunk) -> tuple[int, int]:
    """Give the tokens of the shortest quote: figure and kind word if they stand close together."""
    start = (
        patient.figure.first if patient.figure and patient.figure.first >= patient.first else patient.first
    )
    first = start if patient.first < verb.verb else verb.verb
    last = max(patient.last, verb.last)
    return (first, last) if last - first <= 16 else (start, patient.last)
