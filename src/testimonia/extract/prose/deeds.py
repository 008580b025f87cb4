"""Harm told by the noun of a deed and "of": "the deaths of five soldiers", "the loss of three legions".

example          the bodies of 20 fighters · the execution of five people · the loss of 30 tanks
example          the massacre of civilians · the murder of Roe · the surrender of the garrison
example          General Roe's death · a sergeant's murder
counter-example  a plan for the destruction of the fleet · the capture of the town
"""

from collections.abc import Iterator

from testimonia.extract.prose.bare_machines import machines_before
from testimonia.extract.prose.bearers import bearer
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import owned
from testimonia.extract.prose.lexemes import Trigger, triggers_at
from testimonia.extract.prose.lists import list_of_machines, list_on
from testimonia.extract.prose.paid_for import payer
from testimonia.extract.prose.prices import LIVES
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.extract.prose.subjects import subjects_of
from testimonia.extract.prose.sums import are_together, ends_in_name, named_machine, named_together
from testimonia.extract.prose.unlost import is_saved
from testimonia.lexicon import peoples, word_set
from testimonia.model import Measure, Quantity

__all__ = ["find_deed"]

_FLEETS = word_set("grammar", "fleets")
_MASS = word_set("grammar", "mass")
_PARTS = word_set("grammar", "parts")
_WRECKING = frozenset({"destruction", "sinking", "downing", "shooting", "scuttling"})
_LOSING = _WRECKING | {"loss"}
_BREAKING = frozenset({"destruction", "annihilation", "surrender", "capitulation"})
"""What becomes of a force as a whole: "the destruction of three legions"."""
_CONVOYS = frozenset({"column", "convoy", "columns", "convoys"})
"""What goes with its machines: "the destruction of a column of tanks"."""
_OF_PEOPLE: dict[str, Measure] = {"capture": "captured", "seizure": "captured"}
_DEEDS = word_set("grammar", "deeds")
_AIMS = word_set("grammar", "aims")
_SINGLE = frozenset({"death", "murder", "killing", "assassination", "execution", "beheading", "drowning"})
"""What befalls one person."""
_BEFALLS = frozenset({"capture", "detention", "imprisonment", "injury", "wounding", "captivity"})
"""What befalls a person who is named before it, but may be done by others: "Roe's capture"."""
_OWNED = _DEEDS | _BEFALLS
_SURRENDERS = frozenset({"surrender", "capitulation"})
_SOLEMN = frozenset({"conditional", "formal", "general", "official", "unconditional"})
_ACCEPTED = word_set("grammar", "accepted")
_TAKING = frozenset(
    {"compelled", "forced", "forcing", "obtained", "obtaining", "secured", "securing", "took"}
)
"""What is done to a surrender by those to whom it is made."""
_WHEN = frozenset({"after", "before", "following", "since", "until", "upon"})
_VIOLENT = word_set("grammar", "violent")
_FOR = frozenset({"for", "towards"})
_FORMATIONS = word_set("grammar", "formations")
_TROOPS = word_set("grammar", "troops")
_ANYBODY = frozenset({"crew", "lives", "men", "others", "people"})
_FORCES = frozenset({"forces", "troops", "soldiers", "defenders", "men", "fighters", "garrison"})


def find_deed(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Find those to whom the deed that the noun at `at` names was done."""
    row, chunk = scene.chunks, scene.chunks[at]
    if row.near(at - 1).owner and chunk.low in _OWNED and row.near(at + 1).low != "of":
        yield from _of_owner(scene, at, harm)
        return
    if row.near(at + 1).low != "of" or row.near(at + 2).kind != "np":
        return
    place = owned(row, at + 2) if row[at + 2].figure is None else at + 2
    people = row[place]
    if chunk.low in LIVES and is_saved(row, at):
        scene.used.update({people.figure.first} if people.figure is not None else ())
        return
    if _is_ceremony(scene, at, people) or _tells_when(scene, at, people):
        return
    if chunk.low == "body" and people.figure is not None:
        return  # "a body of 300 men" is no corpse
    convoy = people.low in _CONVOYS and people.figure is None and row.near(place + 2).of_kind("materiel")
    whole = row.near(place + 2) if convoy or _is_part(row, place) else people
    counted = _is_counted(scene, chunk, people, whole, convoy=convoy)
    told = counted or (not _is_aim(row, at) and _is_done_to(scene, chunk, people, whole, harm))
    quantity = _quantity(scene, place, whole)
    if told and quantity is not None:
        taker = _taker(row, at)
        materiel = whole.of_kind("materiel") or whole.low in _MASS or _is_column(chunk, people)
        again = machines_before(row, people) if whole.low == "own" and people.elided else None
        materiel = materiel or again is not None  # "shot down six for the loss of two of its own"
        yield Found(
            _lost(scene, chunk, people, harm, machines=materiel),
            quantity,
            chunk.first,
            whole.last if convoy else people.last,
            place + 2 if convoy else place,
            "prose.noun.of",
            counted=whole if convoy else people,
            agent=taker,
            party=()
            if convoy or taker is not None or _is_named(scene, people)
            else bearer(scene, at) or (_paid(row, place) if again or not materiel else ()),
            figure=people.figure,
            item=scene.words(again or whole) if materiel else None,
        )
        if counted and not convoy:
            yield from _more_machines(scene, place) if materiel else _more_of(scene, place, harm)


def _taker(row: Row, at: int) -> Chunk | None:
    """Give who took, forced or accepted a surrender."""
    verb = at - 1
    taken = (
        row[at].low in _SURRENDERS and row.near(verb).kind == "vp" and row[verb].low in _ACCEPTED | _TAKING
    )
    subjects = subjects_of(row, verb) if taken and not row[verb].passive else []
    return row[subjects[0]] if subjects else None


def _is_ceremony(scene: Scene, at: int, people: Chunk) -> bool:
    """Tell "accepted the formal surrender of the Dow forces", a ceremony, from "led to the surrender of"."""
    row, chunk = scene.chunks, scene.chunks[at]
    if chunk.low not in _SURRENDERS or people.figure is not None:
        return False
    words = (token.low for token in scene.sentence.tokens[chunk.first : chunk.last])
    verb = row.near(at - 1 - (row.near(at - 1).kind in {"to", "prep"}))
    return not _SOLEMN.isdisjoint(words) or (verb.kind == "vp" and verb.low in _ACCEPTED)


def _tells_when(scene: Scene, at: int, whose: Chunk) -> bool:
    """Tell "signed after the death of Roe", a mere date, from "after the death of Roe in the assault"."""
    row, chunk = scene.chunks, scene.chunks[at]
    led = row.near(at - 1 - (row.near(at - 1) is whose))
    dated = chunk.low == "death" and led.low in _WHEN and (whose.name or whose.ranked or whose.person)
    words = (token.low for token in scene.sentence.tokens)
    return dated and whose.figure is None and not whose.plural_name and _VIOLENT.isdisjoint(words)


def _of_owner(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "General Roe's death", "a sergeant's murder"."""
    row, chunk, whose = scene.chunks, scene.chunks[at], scene.chunks[at - 1]
    named = whose.figure is None and (whose.person or whose.ranked)
    single = whose.of_kind("people") and not whose.plural and whose.det in {"a", "an"}
    befalls = (chunk.low in _SINGLE and (named or single)) or (chunk.low in _BEFALLS and named)
    if befalls and not _is_aim(row, at) and not _tells_when(scene, at, whose):
        words = scene.words(whose)
        quantity = Quantity("exact", 1, 1, words)
        yield Found(harm.measure, quantity, whose.first, chunk.last, at - 1, "prose.noun.of", counted=whose)


def _is_named(scene: Scene, people: Chunk) -> bool:
    """Tell "the capture of 300 Roe prisoners", who are not those who tell it, from "of 300 men"."""
    words = scene.sentence.tokens[max(people.body, people.first) : people.last]
    return people.figure is not None and any(token.capital for token in words)


def _paid(row: Row, place: int) -> tuple[Chunk, ...]:
    """Read "sank with the loss of 120 men": those of the ship."""
    paid = payer(row, place) if row[place].elided or row[place].low in _ANYBODY else None
    return (paid,) if paid is not None else ()


def _is_column(chunk: Chunk, people: Chunk) -> bool:
    """Tell the vehicles of "the destruction of a column" from the men of "the surrender of a column"."""
    if _is_most_of_ships(people):
        return chunk.low in _LOSING
    return chunk.low in _WRECKING and people.low in _CONVOYS and people.det in {"a", "an"}


def _is_most_of_ships(fleet: Chunk) -> bool:
    """Read "most of the convoy", "much of its fleet"."""
    some = fleet.figure is not None and fleet.figure.quantity.kind == "vague"
    return some and (fleet.low in _FLEETS or fleet.low in _CONVOYS)


def _is_aim(row: Row, at: int) -> bool:
    """Tell "a plan for the destruction of the fleet", "would mean the death of Roe" from what was done."""
    if row.near(at - 1).low in _FOR:
        return True
    near = row[max(0, at - 5) : at]
    return any(chunk.low in _AIMS or (chunk.kind == "vp" and chunk.modal) for chunk in near)


def _is_counted(scene: Scene, chunk: Chunk, people: Chunk, whole: Chunk, *, convoy: bool) -> bool:
    """Tell "the deaths of five soldiers" from "the deaths of soldiers" and "the loss of 20 paintings"."""
    if named_machine(scene, people):
        return True
    if people.figure is None:
        return False
    if _is_most_of_ships(people):
        return chunk.low in _LOSING
    wrecked = chunk.low in _WRECKING and not (people.elided or people.name)
    known = people.of_kind("people", "materiel") or (people.noun is None and not wrecked)
    return known or (whole is not people and not convoy)


def _is_done_to(scene: Scene, chunk: Chunk, people: Chunk, whole: Chunk, harm: Trigger) -> bool:
    """Tell "the murder of Roe", "the massacre of civilians", "the destruction of a tank", "of the army"."""
    if chunk.low in _BREAKING and whole.of_kind("unit"):
        some = people.figure is None or people.figure.quantity.kind == "vague"
        return some or whole is not people or people.low in _FORMATIONS
    if people.figure is not None:
        return False
    if whole.of_kind("materiel"):
        return chunk.low in _WRECKING or (chunk.low == "loss" and not (whole.plural or whole.low in _MASS))
    # "the heavy slaughter of troops" is told by its adjective
    return chunk.figure is None and _is_done_to_people(scene, chunk, people, harm)


def _is_done_to_people(scene: Scene, chunk: Chunk, people: Chunk, harm: Trigger) -> bool:
    """Tell "the murder of Roe", "the death of a guard", "the capture of Colonel Roe" from "of the town"."""
    deed = chunk.low in _DEEDS
    captive = (
        people.harm is not None and people.harm.role == "noun_person" and people.harm.measure != "killed"
    )
    if captive and deed and harm.measure == "killed":
        return True  # "the execution of the prisoners"
    known = people.of_kind("people") and people.harm is None
    if known and not people.plural and people.det in {"a", "an"}:
        return (deed and not harm.weak) or chunk.low in _OF_PEOPLE
    if people.person and chunk.low in _OF_PEOPLE:
        return True
    called = people.name or (people.of_kind("people") and ends_in_name(scene, people))
    if called and deed and (not harm.weak or people.low in peoples()):
        return True
    force = chunk.low in _BREAKING and people.noun is not None and people.low in _FORCES
    return known and people.plural and (deed or force)


def _quantity(scene: Scene, place: int, whole: Chunk) -> Quantity | None:
    """Give how many: the names of ships count them, and formations are not counted in heads."""
    people = scene.chunks[place]
    words = scene.words(people)
    if people.low in _CONVOYS and people.det in {"a", "an"} and whole is people:
        return Quantity("exact", 1, 1, words)
    if named_machine(scene, people):
        size = named_together(scene.chunks, place)
        return Quantity("exact", size, size, words)
    ships = list_on(scene.chunks, place) if people.of_kind("materiel") else []
    if are_together(scene, ships):
        return Quantity("exact", len(ships), len(ships), words)  # "the loss of HMS Roe and HMS Dow"
    in_heads = people.figure is None or people.figure.quantity.kind == "vague"
    if whole is people and people.of_kind("unit") and not in_heads:
        return Quantity("vague", None, None, words, words)
    return quantity_of(scene, people)


def _more_of(scene: Scene, place: int, harm: Trigger) -> Iterator[Found]:
    """Read "and at least seven attackers" in "the deaths of 60 guests and at least seven attackers"."""
    row = scene.chunks
    for position in list_on(row, place)[1:]:
        more = row[position]
        if more.figure is not None and more.of_kind("people") and more.harm is None:
            first, last = more.figure.first, more.last
            yield Found(
                harm.measure,
                more.figure.quantity,
                first,
                last,
                position,
                "prose.noun.of",
                counted=more,
                party=bearer(scene, place - 2) if more.low in _TROOPS else (),
                figure=more.figure,
            )


def _more_machines(scene: Scene, place: int) -> Iterator[Found]:
    """Read on in "the loss of 51 tanks and assault guns, 82 lorries and 294 other vehicles"."""
    row = scene.chunks
    for position in list_of_machines(row, place)[1:]:
        more = row[position]
        if more.figure is not None:
            yield Found(
                "materiel_lost",
                more.figure.quantity,
                more.figure.first,
                more.last,
                position,
                "prose.noun.of",
                counted=more,
                party=bearer(scene, place - 2),
                figure=more.figure,
                item=scene.item(more),
            )


def _is_part(row: Row, at: int) -> bool:
    """Tell "20 pieces of equipment", "347 of these men" from "five soldiers"."""
    part = row[at].elided or row[at].low in _PARTS
    return part and row.near(at + 1).low == "of" and row.near(at + 2).kind == "np"


def _lost(scene: Scene, chunk: Chunk, people: Chunk, harm: Trigger, *, machines: bool) -> Measure:
    """Give the measure of a noun of harm by what it is said of: "the loss of 30 lives", "of 30 tanks"."""
    if machines or people.low in LIVES:
        return "materiel_lost" if machines else "killed"
    if chunk.low in _BREAKING and harm.measure == "killed":
        return "losses"
    senses = triggers_at(scene.sentence.tokens, chunk.last - 1)[1]
    fits = (sense.measure for sense in senses if sense.role == "noun_event" and not sense.materiel)
    return harm.measure if not harm.materiel else next(fits, _OF_PEOPLE.get(chunk.low, "losses"))
