"""Harm told by a noun of people: "12 dead", "left five soldiers dead", "400 prisoners", "37 of the dead".

example          leaving 15 defectors and two soldiers dead · among the dead was a commander
example          a destroyed tank · two slain guards
counter-example  the wounded were evacuated · the release of 500 captives
"""

from collections.abc import Iterator

from testimonia.extract.prose.bearers import bearer, bearer_before, losses_before
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import chain_head
from testimonia.extract.prose.deeds import find_deed
from testimonia.extract.prose.lexemes import Trigger, noun_of
from testimonia.extract.prose.lists import next_in_list
from testimonia.extract.prose.noun_counts import noun_count, taker, telling
from testimonia.extract.prose.scene import Found, Scene, fate_before, quantity_of, senses_before, some
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set
from testimonia.model import Measure, Quantity

__all__ = ["find_nouns"]

_THE = frozenset({"the", "these", "those"})
_STATED = word_set("grammar", "stated")
_MENDED = word_set("grammar", "mended")
_KEEPING = frozenset({"took", "taken", "taking", "take", "held", "holding", "hold", "made", "making"})
_SHOOTING = frozenset({"shot", "shooting", "shoots", "stabbed", "struck"})
_MADE: dict[str, tuple[frozenset[str], Measure]] = {
    **dict.fromkeys(("prisoner", "hostage", "captive"), (_KEEPING, "captured")),
    "dead": (_SHOOTING, "killed"),
}
"""What somebody is made, by which verbs, and what that tells: "took the crew prisoner", "shot a man dead"."""
_LET_GO = word_set("grammar", "let_go")
_LASTING: frozenset[Measure] = frozenset({"killed", "wounded", "captured"})


def find_nouns(scene: Scene) -> Iterator[Found]:
    """Find all harm that nouns of people, and participles before things, tell."""
    for at, chunk in enumerate(scene.chunks):
        harm = chunk.harm
        if harm is not None and harm.role == "noun_event":
            yield from find_deed(scene, at, harm)
        elif harm is not None and _is_told(chunk, harm) and not _let_go(scene, chunk, harm):
            yield from _persons(scene, at, harm)
        elif chunk.of_kind("materiel"):
            yield from _wrecked(scene, at)
        elif chunk.of_kind("people") or _counts_names(chunk):
            yield from _dead(scene, at)


def _is_told(chunk: Chunk, harm: Trigger) -> bool:
    """Tell "left 300 families homeless" from "a camp for 300 displaced people"."""
    return harm.measure != "displaced" or (chunk.low in _STATED and chunk.last - chunk.body > 1)


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
    elif chunk.figure is not None and not _refers_back(scene, chunk, harm):
        yield from noun_count(scene, at, harm, "persons", chunk.figure.first, chunk.last)
    elif chunk.low in _MADE and (made := _made(scene, at)) is not None:
        yield made
    else:
        part = row.near(at - 2)
        if row.near(at - 1).low == "of" and part.elided and part.figure is not None and not _told(row, at):
            yield from noun_count(scene, at - 2, harm, "part", part.figure.first, chunk.last)
        yield from find_deed(scene, at, harm)


def _refers_back(scene: Scene, chunk: Chunk, harm: Trigger) -> bool:
    """Tell "many of the victims", of whom the text has told before, from "some 300 victims"."""
    vague = chunk.figure is not None and chunk.figure.quantity.kind == "vague"
    part = harm.measure == "captured" and any(
        token.low in _THE for token in scene.sentence.tokens[chunk.first + 1 : chunk.last - 1]
    )
    return vague and (harm.lemma == "victim" or part)


def _made(scene: Scene, at: int) -> Found | None:
    """Read "took the crew prisoner", "shot the guard of the town dead": whom it befalls stands between."""
    row, chunk = scene.chunks, scene.chunks[at]
    alone = chunk.last - chunk.body == 1
    place = at - 1 if alone else chain_head(row, at)
    people, verb = row.near(place), row.near(place - 1)
    verbs, measure = _MADE[chunk.low]
    if verb.low not in verbs or verb.negated or verb.modal or verb.infinitive:
        return None
    if people.det == "any" or row.near(place - 2).low in {"from", "without"}:
        return None
    within = noun_of(scene.sentence.tokens, chunk.last - 2) if place == at else None
    noun = within[1] if within is not None else people.noun
    if not (people.kind == "pron" or (noun is not None and noun.kind == "people")):
        return None
    words = scene.words(people)
    many = people.low == "them" or (noun is not None and noun.plural)
    quantity = some(words) if many else Quantity("exact", 1, 1, words)
    quantity = people.figure.quantity if people.figure is not None else quantity
    doers, rule = subjects_of(row, place - 1), "prose.noun.stated"
    agent = row[doers[0]] if doers else None
    first, last = (verb.first if alone else people.first), max(chunk.last, people.last)
    if place < at and not alone:
        chunk.last -= 1  # "(men of) the 21st Battalion", who are now known to be prisoners
    return Found(
        measure, quantity, first, last, place, rule, counted=people, agent=agent, figure=people.figure
    )


def _list_before(row: Row, at: int) -> list[int]:
    """Give the counted members of "15 defectors, a scout and two soldiers dead"."""
    found = [at]
    while not row[at].det:  # "(their dead numbered 15) and their wounded 40"
        before = next_in_list(row, chain_head(row, found[0]), -1)
        if before is None or row.near(before).kind != "np":
            return found
        head = chain_head(row, before)
        if row[head].figure is None:
            return found
        found.insert(0, head)
    return found


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


def _wrecked(scene: Scene, at: int) -> Iterator[Found]:
    """Read "a destroyed tank", "one burnt-out truck": a participle before the thing."""
    chunk = scene.chunks[at]
    if (chunk.figure is None and chunk.det not in {"a", "an"}) or scene.chunks.near(at - 1).low in _MENDED:
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
