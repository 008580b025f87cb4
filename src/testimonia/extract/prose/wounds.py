"""Wounds told as what somebody got: "two guards suffered burns", "Roe took a bullet in the shoulder".

example          four of his comrades sustained shrapnel wounds · the captain received a wound to the arm
counter-example  the division suffered many wounds: nobody is counted · received three orders
"""

from collections.abc import Iterator

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.harmed_people import is_one_person
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.extract.prose.subjects import objects_of, subjects_of
from testimonia.lexicon import word_set

__all__ = ["are_of_persons", "find_wounds"]

_GETTING = word_set("grammar", "getting")
_INJURIES = word_set("grammar", "injuries")
_LIMBS = word_set("grammar", "limbs")
_BODY = _LIMBS | word_set("grammar", "trunk")
_MISSILES = frozenset({"bullet", "bullets", "arrow", "arrows", "ball", "hit", "hits", "shot"})
_HERE = frozenset({"in", "to", "through"})
_ONE = word_set("grammar", "he")
_NOT_LOST = frozenset({"took", "taking", "had", "having"})
"""Verbs of limbs that are whole: "had an arm"."""


def find_wounds(scene: Scene, at: int) -> Iterator[Found]:
    """Find those who got wounds by the verb group at `at`; whole armies that did are told by their losses."""
    row, verb = scene.chunks, scene.chunks[at]
    if verb.low not in _GETTING or verb.negated or verb.modal or verb.passive:
        return
    from_it = at + 1 if row.near(at + 1).low == "from" and row.near(at + 2).kind == "np" else at
    objects = objects_of(row, from_it)
    if not objects or not _is_wound(row, objects[0]):
        return
    for place in _persons(row, at):
        person, quantity = row[place], quantity_of(scene, row[place])
        if quantity is not None:
            first = person.figure.first if person.figure is not None else person.first
            last = row[objects[0]].last
            yield Found(
                "wounded", quantity, first, last, place, "prose.wounds", counted=person, figure=person.figure
            )


def are_of_persons(row: Row, at: int) -> bool:
    """Tell whether the wounds named at `at` are those of persons, whom `find_wounds` counts."""
    harm, got = row[at].harm, row.near(at - 1).low in _GETTING
    return got and harm is not None and harm.measure == "wounded" and bool(_persons(row, at - 1))


def _persons(row: Row, verb: int) -> list[int]:
    return [place for place in subjects_of(row, verb) if _is_person(row[place])]


def _is_person(chunk: Chunk) -> bool:
    """Tell "two guards", "the driver", "Captain Roe" and "he" from "the division" and "the guards"."""
    if chunk.kind == "pron":
        return chunk.low in _ONE
    if chunk.figure is not None:
        return chunk.figure.quantity.kind != "none" and (chunk.elided or chunk.of_kind("people"))
    noun = chunk.noun
    single = noun is not None and noun.kind == "people" and not (noun.plural or noun.collective)
    both = chunk.det == "both" and chunk.of_kind("people")
    return single or both or is_one_person(chunk)


def _is_wound(row: Row, at: int) -> bool:
    """Tell "burns", "a broken leg", "a bullet in the shoulder" from "a bullet" and "a leg"."""
    wound, behind = row[at], row.near(at + 2)
    if wound.harm is not None:
        return wound.harm.measure == "wounded" and wound.harm.role == "noun_event"
    shot = wound.low in _MISSILES and row.near(at + 1).low in _HERE and behind.low in _BODY
    broken = wound.low in _LIMBS and row.near(at - 1).low not in _NOT_LOST
    return wound.low in _INJURIES or shot or broken
