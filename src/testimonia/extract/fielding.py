"""Whose the men and machines are that a text counts without a name: who has them, or whom they face.

example          the Dow army of 200 men and 20 tanks       → the Dow army has them
example          the Roes faced 3,000 men · were stopped by 17 tanks · met fire from 300 men
                                                            → they face the Roes
example          sixty bombers attacked the Roe battery     → they face those of the battery
counter-example  the Roes were joined by 300 men            → who comes to help faces nobody
"""

from testimonia.extract.drafts import Named, those
from testimonia.extract.focus import Focus, subject_before
from testimonia.extract.naming import naming_words
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import verb_before
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import objects_of, subjects_of
from testimonia.lexicon import word_set

__all__ = ["faced", "holder", "owners", "topic"]

_HAVING = word_set("grammar", "having")
_FACING = word_set("grammar", "facing")
_CHECKED = word_set("grammar", "strikes") | word_set("grammar", "checked")
_HOSTILE = frozenset({"resistance", "opposition", "fire", "attack", "attacks", "fighting"})
"""What is met with from an enemy."""
_MEETING = frozenset({"came", "coming", "drew", "encountered", "faced", "met", "received", "took", "under"})
_MAKING_UP = word_set("grammar", "making_up")
_FORCES = word_set("grammar", "bodies") | word_set("grammar", "fleets")


def owners(one: Found, scene: Scene, *, named: bool) -> tuple[Named, ...]:
    """Read "the army of 40 tanks", "attacked with 40 tanks": the likeliest first."""
    if named:
        return ()
    force = _force_of(scene.chunks, _start(scene.chunks, one.at))
    told = naming_words(scene, force) if force is not None else None
    return those(told, subject_before(scene, one.first))


def topic(one: Found, scene: Scene, focus: Focus) -> Named | None:
    """Give whom the sentences before were about, unless the count is itself what this one is about."""
    told = any(chunk.kind == "vp" and chunk.first < one.first for chunk in scene.chunks)
    return focus.group if told or one.measure == "strength" else None


def holder(one: Found, scene: Scene) -> Named | None:
    """Read "Roe advanced with 200 men", "the garrison had 40 guns": the subject has them."""
    row = scene.chunks
    verb = row.near(verb_before(row, one.at))
    struck = verb.passive and verb.low in _CHECKED  # "Roe was attacked with 200 men"
    has = row.near(one.at - 1).low in _HAVING and not struck
    return subject_before(scene, one.first) if has else None


def faced(one: Found, scene: Scene) -> Named | None:
    """Give whom the counted fight, as the verb tells that they are counted with; None if it tells nobody."""
    row = scene.chunks
    start = _start(row, one.at)
    enemy = _met_by(row, start) or _attacked(row, one.at, start)
    return naming_words(scene, enemy, machine=enemy.of_kind("materiel")) if enemy is not None else None


def _start(row: Row, at: int) -> int:
    """Go back to the first count of a list: of "three carriers, eleven ships and 23 boats"."""
    while True:
        before = at - 1 - (row.near(at - 1).kind == "conj")
        before -= row.comma(before)
        if before == at - 1 or row.near(before).kind != "np" or row[before].figure is None:
            return at
        at = before


def _force_of(row: Row, start: int) -> Chunk | None:
    """Give the force that a count is a part of, or that it makes up; None for none.

    "the Roe fleets of three carriers" · "a Roe battalion with two guns" · "Roes, backed by 40 tanks"
    """
    link, force = row.near(start - 1), row.near(start - 2)
    if link.low in {"of", "with"} and force.kind == "np":
        told = force.low in _FORCES or force.of_kind("unit", "people")
        return force if told and force.figure is None else None
    verb = start - 1 - (link.kind == "prep")
    if row.near(verb).kind != "vp" or row[verb].low not in _MAKING_UP:
        return None
    force = row.near(verb - 1 - row.comma(verb - 1))
    return force if force.kind == "np" else None


def _met_by(row: Row, start: int) -> Chunk | None:
    """Give the subject of "faced 300 men", "was stopped by 300 men", "met fire from 300 men"."""
    link = row.near(start - 1)
    fire = start - 1 - (link.low == "from")  # a "from" before a number is often part of it: "from 300 to 400"
    hostile = row.near(fire).low in _HOSTILE
    verb = verb_before(row, fire if hostile else start)
    told = row.near(verb)
    if told.kind != "vp":
        return None
    stopped = told.passive and link.low == "by" and told.low in _CHECKED
    facing = not told.passive and told.low in (_MEETING if hostile else _FACING)
    met = subjects_of(row, verb) if stopped or facing else []
    return row[met[0]] if met else None


def _attacked(row: Row, at: int, start: int) -> Chunk | None:
    """Give the object of "sixty bombers attacked the battery"."""
    verb = at + 1
    while row.near(verb).kind in {"prep", "np", "adv", "conj", "date"} and verb < at + 6:
        verb += 1
    told = row.near(verb)
    attacks = told.kind == "vp" and not told.passive and told.low in _CHECKED | _FACING
    if not attacks or {start, at}.isdisjoint(subjects_of(row, verb)):
        return None
    hit = objects_of(row, verb)
    return row[hit[0]] if hit else None
