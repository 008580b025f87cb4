"""Harm told by a noun of people: "12 dead", "left five soldiers dead", "400 prisoners", "37 of the dead".

example          leaving 15 defectors and two soldiers dead · among the dead was a commander
example          the bodies of 20 fighters · the execution of five people · a destroyed tank
counter-example  the wounded were evacuated · the release of 500 captives
"""

from collections.abc import Iterator

from testimonia.extract.prose.bearers import bearer, bearer_before, losses_before
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import chain_head, list_on
from testimonia.extract.prose.lexemes import Trigger, triggers_at
from testimonia.extract.prose.noun_counts import noun_count, taker, telling
from testimonia.extract.prose.prices import LIVES
from testimonia.extract.prose.scene import Found, Scene, fate_before, quantity_of, senses_before
from testimonia.extract.prose.sums import ends_in_name, named_machine, named_together
from testimonia.lexicon import word_set
from testimonia.model import Measure, Quantity

__all__ = ["find_nouns"]

_STATED = word_set("grammar", "stated")
_LET_GO = word_set("grammar", "let_go")
_PARTS = word_set("grammar", "parts")
_WRECKING = frozenset({"destruction", "sinking", "downing", "shooting", "scuttling"})
_CONVOYS = frozenset({"column", "convoy", "columns", "convoys"})
"""What goes with its machines: "the destruction of a column of tanks"."""
_OF_PEOPLE: dict[str, Measure] = {"capture": "captured", "seizure": "captured"}
_LASTING: frozenset[Measure] = frozenset({"killed", "wounded", "captured"})
_DEEDS = word_set("grammar", "deeds")


def find_nouns(scene: Scene) -> Iterator[Found]:
    """Find all harm that nouns of people, and participles before things, tell."""
    for at, chunk in enumerate(scene.chunks):
        harm = chunk.harm
        if harm is not None and harm.role == "noun_event":
            yield from _of_people(scene, at, harm)
        elif harm is not None and harm.measure != "displaced" and not _let_go(scene, chunk, harm):
            yield from _persons(scene, at, harm)
        elif chunk.of_kind("materiel"):
            yield from _wrecked(scene, at)
        elif chunk.of_kind("people") or _counts_names(chunk):
            yield from _dead(scene, at)


def _counts_names(chunk: Chunk) -> bool:
    """Tell "300 dead Wolds" from "most of the dead Wolds"."""
    return chunk.plural_name and chunk.figure is not None and chunk.figure.quantity.kind != "vague"


def _let_go(scene: Scene, chunk: Chunk, harm: Trigger) -> bool:
    """Tell "the release of 500 captives" from "took 500 captives"."""
    near = scene.sentence.tokens[max(0, chunk.first - 4) : chunk.last + 4]
    return harm.measure == "captured" and any(token.low in _LET_GO for token in near)


def _persons(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    row, chunk = scene.chunks, scene.chunks[at]
    listed = _list_before(row, at) if chunk.low in _STATED else [at]
    if chunk.low in _STATED and (chunk.figure is not None or len(listed) > 1):
        for position in listed:
            yield from _stated(scene, position, at, harm)
    elif chunk.figure is not None:
        yield from noun_count(scene, at, harm, "persons", chunk.figure.first, chunk.last)
    else:
        part = row.near(at - 2)
        if row.near(at - 1).low == "of" and part.elided and part.figure is not None and not _told(row, at):
            yield from noun_count(scene, at - 2, harm, "part", part.figure.first, chunk.last)
        yield from _of_people(scene, at, harm)


def _list_before(row: Row, at: int) -> list[int]:
    """Give the counted members of "15 defectors, a scout and two soldiers dead"."""
    found = [at]
    while True:
        before = chain_head(row, found[0]) - 1
        conj = row.near(before).kind == "conj"
        before -= conj
        comma = row.comma(before)
        before -= comma
        if not (conj or comma) or row.near(before).kind != "np":
            return found
        head = chain_head(row, before)
        if row[head].figure is None:
            return found
        found.insert(0, head)


def _stated(scene: Scene, position: int, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "left 15 defectors and two soldiers dead": each member of the list is counted."""
    counted = scene.chunks[position]
    if counted.figure is not None and (counted.noun is None or counted.of_kind("people")):
        last = scene.chunks[at].last if position == at else counted.last
        party = bearer(scene, at) if counted.noun is None else ()
        before = losses_before(scene, at) if position == at and not party else None
        dealt = bearer_before(scene.chunks, at) if position == at and not telling(scene, counted) else None
        before = dealt if dealt is not None and dealt.kind == "pron" else before
        party = (before,) if before is not None and not telling(scene, counted) else party
        yield Found(
            harm.measure,
            counted.figure.quantity,
            counted.figure.first,
            last,
            position,
            "prose.noun.stated",
            counted=counted,
            party=party,
            agent=taker(scene.chunks, at) if harm.measure == "captured" else None,
            figure=counted.figure,
        )


def _told(row: Row, at: int) -> bool:
    """Tell "43 of the prisoners were shot", "one of the wounded died": what became of them is told."""
    harm = row[at].harm
    told = next((chunk for chunk in row[at + 1 : at + 8] if chunk.kind == "vp"), None)
    known = harm is not None and harm.measure in {"captured", "wounded"}
    return known and told is not None and bool(told.triggers)


def _of_people(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "the deaths of five soldiers", "the bodies of 20 fighters", "the destruction of a bridgelayer"."""
    row, chunk = scene.chunks, scene.chunks[at]
    people = row.near(at + 2)
    troop = chunk.low == "body" and people.figure is not None  # "a body of 300 men" is no corpse
    if row.near(at + 1).low != "of" or people.kind != "np" or troop:
        return
    whole = row.near(at + 4) if _is_part(row, at + 2) else people
    convoy = people.low in _CONVOYS and people.figure is None and row.near(at + 4).of_kind("materiel")
    whole = row[at + 4] if convoy else whole
    materiel = whole.of_kind("materiel")
    counted = people.figure is not None and (people.noun is None or people.of_kind("people", "materiel"))
    counted = counted or (people.figure is not None and whole is not people and not convoy)
    called = people.name or (people.of_kind("people") and ends_in_name(scene, people))
    named = called and chunk.low in _DEEDS and people.figure is None and not harm.weak
    plural = people.of_kind("people") and people.plural and people.figure is None
    named = named or (plural and chunk.low in _DEEDS and people.harm is None and not materiel)
    wrecked = materiel and chunk.low in _WRECKING and people.figure is None
    quantity = quantity_of(scene, people)
    if named_machine(scene, people):
        counted, size = True, named_together(row, at + 2)
        quantity = Quantity("exact", size, size, scene.words(people))
    if (counted or named or wrecked) and quantity is not None:
        yield Found(
            _lost(scene, chunk, people, harm, machines=materiel),
            quantity,
            chunk.first,
            whole.last if convoy else people.last,
            at + 4 if convoy else at + 2,
            "prose.noun.of",
            counted=whole if convoy else people,
            party=() if convoy else bearer(scene, at),
            figure=people.figure,
            item=scene.words(whole) if materiel else None,
        )
        yield from _more_of(scene, at, harm) if counted and not materiel else ()


def _more_of(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "and at least seven attackers" in "the deaths of 60 guests and at least seven attackers"."""
    row = scene.chunks
    for place in list_on(row, at + 2)[1:]:
        more = row[place]
        if more.figure is not None and more.of_kind("people") and more.harm is None:
            first, last = more.figure.first, more.last
            yield Found(
                harm.measure,
                more.figure.quantity,
                first,
                last,
                place,
                "prose.noun.of",
                counted=more,
                figure=more.figure,
            )


def _is_part(row: Row, at: int) -> bool:
    """Tell "20 pieces of equipment", "347 of these men" from "five soldiers"."""
    part = row[at].elided or row[at].low in _PARTS
    return part and row.near(at + 1).low == "of" and row.near(at + 2).kind == "np"


def _lost(scene: Scene, chunk: Chunk, people: Chunk, harm: Trigger, *, machines: bool) -> Measure:
    """Give the measure of a noun of harm by what it is said of: "the loss of 30 lives", "of 30 tanks"."""
    if machines or people.low in LIVES:
        return "materiel_lost" if machines else "killed"
    senses = triggers_at(scene.sentence.tokens, chunk.last - 1)[1]
    fits = (sense.measure for sense in senses if sense.role == "noun_event" and not sense.materiel)
    return harm.measure if not harm.materiel else next(fits, _OF_PEOPLE.get(chunk.low, "losses"))


def _wrecked(scene: Scene, at: int) -> Iterator[Found]:
    """Read "a destroyed tank", "one burnt-out truck": a participle before the thing."""
    chunk = scene.chunks[at]
    if chunk.figure is None and chunk.det not in {"a", "an"}:
        return
    senses = senses_before(scene, chunk)
    if any(sense.materiel and sense.role == "participle" and not sense.weak for sense in senses):
        quantity = quantity_of(scene, chunk)
        first = chunk.figure.first if chunk.figure else chunk.first
        if quantity is not None:
            yield Found(
                "materiel_lost",
                quantity,
                first,
                chunk.last,
                at,
                "prose.noun.wrecked",
                counted=chunk,
                figure=chunk.figure,
                item=scene.words(chunk),
            )


def _dead(scene: Scene, at: int) -> Iterator[Found]:
    """Read "a dead man", "two slain guards", "three wounded men": what became of them stands before them."""
    chunk = scene.chunks[at]
    if chunk.harm is not None or (chunk.figure is None and chunk.det not in {"a", "an"}):
        return
    harm = fate_before(scene, chunk)
    if harm is None or harm.measure not in _LASTING or _let_go(scene, chunk, harm):
        return
    quantity = quantity_of(scene, chunk)
    if quantity is not None:
        first = chunk.figure.first if chunk.figure else chunk.first
        yield Found(
            harm.measure,
            quantity,
            first,
            chunk.last,
            at,
            "prose.noun.dead",
            counted=chunk,
            party=bearer(scene, at),
            figure=chunk.figure,
        )
