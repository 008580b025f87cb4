"""Harm told of a subject: "among the dead was a commander", "21 soldiers were dead".

example          two scouts were also among the dead · among those killed were a mayor and 12 guards
example          21 soldiers were dead · both sons lay dead
example          the booty included 40 cannon · the weapons seized were 300 rifles and a mortar
counter-example  the villages were among the targets
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.harmed_people import is_one_person
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.lists import list_of_machines, list_on, list_with
from testimonia.extract.prose.noun_counts import noun_count
from testimonia.extract.prose.scene import Found, Scene, senses_before
from testimonia.extract.prose.subjects import subjects_of
from testimonia.extract.prose.sums import are_together
from testimonia.lexicon import peoples, word_set
from testimonia.model import Quantity

__all__ = ["find_predicates"]

_STATES = word_set("grammar", "states")
_STATED = word_set("grammar", "stated")
_BECAME = frozenset({"became", "become"})
_INCLUDED = frozenset({"included", "include", "includes"})
_KEPT = frozenset({"captivity", "custody"})
_HELD = frozenset({"are", "held", "is", "kept", "remain", "remained", "remaining", "was", "were"})
_CAPTIVITY = Trigger("captivity", "captivity", "captured", "noun_person", "of")
"""What "in captivity" tells of people."""
_BOOTY = word_set("grammar", "booty")
_GOODS = word_set("grammar", "mass") | {"cache", "stores", "weapons"}
_MADE_OF = frozenset({"composed", "comprised", "consisted", "consisting"})
_ARMS = word_set("grammar", "small_arms")
_AMONG = frozenset({"among", "amongst"})


def find_predicates(scene: Scene) -> Iterator[Found]:
    """Find the counts of those who are told to be dead, or among the dead."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        harm = chunk.harm or (_counted_so(scene, at) if chunk.triggers else None)
        if chunk.low in _KEPT and row.near(at - 1).low == "in":
            yield from _in_captivity(scene, at)
        if chunk.kind == "np" and _is_taken(scene, at):
            yield from _taken_things(scene, at)
        if harm is None:
            continue
        if harm.role == "noun_person" and row.near(at + 1).low in _INCLUDED:
            yield from _included(scene, at, harm)
        if row.near(at - 1).low == "of" and row.near(at - 2).kind in {"", "sign", "conj", "sub"}:
            yield from _of_the_dead(scene, at, harm)
        if row.near(at - 1).low in _AMONG or chunk.harm is None:
            yield from _among(scene, at, harm)
        elif chunk.figure is None and chunk.det == "" and _links(row.near(at - 1), chunk.low):
            yield from _found_so(scene, at, harm)


def _included(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "the dead included two officers", "the prisoners included General Dow"."""
    row = scene.chunks
    places = list_on(row, at + 2) if row.near(at + 2).kind == "np" else []
    if are_together(scene, places):
        yield _together(scene, places, harm)
        return
    for place in places:
        if row[place].figure is not None or row[place].det in {"a", "an"} or _is_somebody(row[place]):
            yield from noun_count(scene, place, harm, "among", row[place].first, row[place].last)


def _is_somebody(chunk: Chunk) -> bool:
    """Tell "Colonel Roe" and "the mayor" from "the guards" and from what is no person."""
    noun = chunk.noun
    single = noun is not None and noun.kind == "people" and not (noun.plural or noun.collective)
    return single or is_one_person(chunk)


def _of_the_dead(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "of the 60 dead, 20 were civilians and five were guards"."""
    row, step = scene.chunks, at + 1 + scene.chunks.comma(at + 1)
    while row.near(step).elided and row.near(step + 1).copula and row.near(step + 2).kind == "np":
        part, who = row[step], row[step + 2]
        people = who.of_kind("people") or who.low in peoples()
        if (
            not people
            or part.figure is None
            or who.figure is not None
            or who.harm is not None
            or row[step + 1].negated
        ):
            return
        yield Found(
            harm.measure,
            part.figure.quantity,
            part.figure.first,
            who.last,
            step,
            "prose.noun.part",
            counted=part,
            party=(who,),
            figure=part.figure,
        )
        step = behind(row, step + 2)
        step += row.comma(step)
        step += row.near(step).kind == "conj"


def _taken_things(scene: Scene, at: int) -> Iterator[Found]:
    """Read "the booty included 40 cannon", "among the spoils were 12 guns", "a haul of 300 rifles"."""
    row = scene.chunks
    told = at + 1 + (row.near(at + 1).bare and bool(row.near(at + 1).triggers))  # "the weapons seized"
    linked = row.near(told).copula or row.near(told).low in {"of", ":"}
    made = row.near(told).low in _MADE_OF and row.near(told + 1).low == "of"
    if not (row.near(told).low in _INCLUDED or linked or made):
        return
    for place in list_of_machines(row, told + 1 + made) if row.near(told + 1 + made).kind == "np" else ():
        counted = row[place]
        if counted.of_kind("materiel", "people") and counted.figure is not None:
            if counted.of_kind("people") and counted.low not in _ARMS:
                return
            yield Found(
                "materiel_lost",
                counted.figure.quantity,
                counted.figure.first,
                counted.last,
                place,
                "prose.noun.among",
                counted=counted,
                figure=counted.figure,
                item=scene.item(counted),
            )


def _is_taken(scene: Scene, at: int) -> bool:
    """Tell "the booty", "the captured equipment", "the weapons seized" from what a force has of its own."""
    chunk, then = scene.chunks[at], scene.chunks.near(at + 1)
    if chunk.figure is not None or chunk.low not in _GOODS:
        return chunk.low in _BOOTY and chunk.figure is None
    taken = [sense for sense in senses_before(scene, chunk) if sense.role == "participle"]
    taken += [sense for sense in then.triggers if then.bare and sense.role == "participle"]
    return any(sense.materiel for sense in taken)


def _in_captivity(scene: Scene, at: int) -> Iterator[Found]:
    """Read "5,000 soldiers in captivity", "26 guards remained in custody"."""
    row = scene.chunks
    beside = row.near(at - 2)
    places = [at - 2] if beside.kind == "np" else []
    if beside.kind == "vp" and not (beside.negated or beside.modal) and beside.low in _HELD:
        places = subjects_of(row, at - 2)
    for place in places:
        counted = row[place]
        people = counted.of_kind("people") or counted.elided or counted.plural_name
        if people and counted.figure is not None and counted.harm is None:
            first, last = counted.figure.first, row[at].last
            yield from noun_count(scene, place, _CAPTIVITY, "state", first, last)


def _counted_so(scene: Scene, at: int) -> Trigger | None:
    """Read "the 17 injured" behind "among" as a noun: the participle counts people, as "the injured" does."""
    row, verb = scene.chunks, scene.chunks[at]
    counted = row.near(at - 1).elided and row.near(at - 2).low in _AMONG
    told = counted and verb.kind == "vp" and verb.bare and row.near(at + 1).copula
    return verb.triggers[0] if told else None


def _links(verb: Chunk, told: str) -> bool:
    """Tell "were dead", "lay dead", "had become casualties" from "were casualties of the flood"."""
    if verb.kind != "vp" or verb.negated or verb.modal:
        return False
    return (
        told == "casualties"
        if verb.low in _BECAME
        else told in _STATED and (verb.copula or verb.low in _STATES)
    )


def _found_so(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "21 soldiers were dead", "both sons lay dead": those of whom it is said are counted."""
    row = scene.chunks
    for position in subjects_of(row, at - 1):
        counted = row[position]
        if counted.figure is not None and counted.harm is None:
            yield from noun_count(scene, position, harm, "state", counted.figure.first, row[at].last)


def _with(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "with two destroyers and a tug among the losses": the list that ends at a position."""
    for position in list_with(scene.chunks, at):
        counted = scene.chunks[position]
        yield from noun_count(scene, position, harm, "among", counted.first, counted.last)


def _among(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "among the dead was a commander", "two scouts were also among the dead"."""
    row, verb = scene.chunks, at - 2 - (scene.chunks[at].harm is None)
    while row.near(verb).kind == "adv":
        verb -= 1
    if row.near(verb).copula:
        yield from _all_among(scene, subjects_of(row, verb), harm)
        return
    if row.near(at - 2).figure is not None:
        yield from _with(scene, at - 2, harm)
        return
    then = behind(row, at)
    first = then + 1 + (row.near(then + 1).kind == "adv")
    if row.near(then).copula and row.near(first).kind == "np":
        yield from _all_among(scene, list_on(row, first), harm)


def _all_among(scene: Scene, places: Sequence[int], harm: Trigger) -> Iterator[Found]:
    """Count those of whom it is said that they were among the dead, single persons together."""
    row = scene.chunks
    if harm.measure != "losses" and are_together(scene, places):
        yield _together(scene, places, harm)
        return
    for position in places:
        yield from noun_count(scene, position, harm, "among", row[position].first, row[position].last)


def _together(scene: Scene, places: Sequence[int], harm: Trigger) -> Found:
    """Give one count for several single persons."""
    members = tuple(scene.chunks[place] for place in places)
    first, last = members[0].first, members[-1].last
    quantity = Quantity("exact", len(members), len(members), scene.sentence.words(first, last))
    rule = "prose.noun.among"
    return Found(harm.measure, quantity, first, last, places[0], rule, counted=members[0], party=members)
