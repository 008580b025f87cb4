"""Harm told by a noun of people: "12 dead", "left five soldiers dead", "400 prisoners", "37 of the dead".

example          leaving 15 defectors and two soldiers dead · among the dead was a commander
example          the bodies of 20 fighters · the execution of five people · a destroyed tank
counter-example  the wounded were evacuated
"""

from collections.abc import Iterator

from testimonia.extract.grammar import words
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import chain_head, is_comma, subjects_of
from testimonia.extract.prose.lexemes import Trigger, triggers_at
from testimonia.extract.prose.losses import bearer
from testimonia.extract.prose.scene import Found, Scene, quantity_of

__all__ = ["find_nouns"]

_STATED = words("stated")
"""Words that stand behind those they are said of ("two soldiers dead", "took 35 fighters prisoner")."""


def find_nouns(scene: Scene) -> Iterator[Found]:
    """Find all harm that nouns of people, and participles before nouns, tell."""
    for at, chunk in enumerate(scene.chunks):
        if chunk.kind != "np":
            continue
        if chunk.harm is not None and chunk.harm.role == "noun_person" and chunk.harm.measure != "displaced":
            yield from _persons(scene, at, chunk, chunk.harm)
        elif chunk.harm is not None and chunk.harm.role == "noun_event":
            yield from _of_people(scene, at, chunk, chunk.harm)
        elif chunk.noun is not None and chunk.noun.kind == "materiel":
            yield from _wrecked(scene, at, chunk)


_LET_GO = words("let_go")


def _let_go(scene: Scene, at: int) -> bool:
    """Tell "the release of 500 captives" from "took 500 captives"."""
    near = scene.sentence.tokens[max(0, scene.chunks[at].first - 4) : scene.chunks[at].last + 4]
    return any(token.low in _LET_GO for token in near)


def _persons(scene: Scene, at: int, chunk: Chunk, harm: Trigger) -> Iterator[Found]:
    if harm.measure == "captured" and _let_go(scene, at):
        return
    if chunk.low in _STATED and (chunk.figure is not None or at):
        listed = _list_before(scene.chunks, at)
        if chunk.figure is not None or len(listed) > 1:
            for position in listed:
                yield from _stated(scene, position, at, harm)
            return
    if chunk.figure is not None:
        yield _person(scene, at, harm, chunk, chunk.figure.first, chunk.last, "prose.noun.persons")
        return
    yield from _part_of_dead(scene, at, chunk, harm)
    yield from _of_people(scene, at, chunk, harm)
    yield from _among(scene, at, chunk, harm)


def _list_before(chunks: list[Chunk], at: int) -> list[int]:
    """Give the counted members of "15 defectors, a scout and two soldiers dead"."""
    found = [at]
    while True:
        before = chain_head(chunks, found[0]) - 1
        if before > 0 and (chunks[before].kind == "conj" or is_comma(chunks, before)):
            before -= 1
            before -= is_comma(chunks, before) and chunks[before + 1].kind == "conj"
            if before >= 0 and chunks[before].kind == "np":
                before = chain_head(chunks, before)
                if chunks[before].figure is not None:
                    found.insert(0, before)
                    continue
        return found


def _person(scene: Scene, at: int, harm: Trigger, counted: Chunk, first: int, last: int, rule: str) -> Found:
    quantity = quantity_of(scene, counted)
    assert quantity is not None
    return Found(
        harm.measure,
        quantity,
        first,
        last,
        at,
        rule,
        0.85,
        counted=counted,
        party=bearer(scene, at),
        figure=counted.figure,
        elided=counted.body < 0,
        estimated=bool(counted.figure and counted.figure.estimated),
    )


def _stated(scene: Scene, position: int, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "left 15 defectors and two soldiers dead": each member of the list is counted."""
    counted = scene.chunks[position]
    if (
        counted.kind == "np"
        and counted.figure is not None
        and (counted.noun is None or counted.noun.kind == "people")
    ):
        last = scene.chunks[at].last if position == at else counted.last
        yield Found(
            harm.measure,
            counted.figure.quantity,
            counted.figure.first,
            last,
            position,
            "prose.noun.stated",
            0.85,
            counted=counted,
            party=bearer(scene, at) if counted.noun is None else (),
            figure=counted.figure,
            estimated=counted.figure.estimated,
        )


def _part_of_dead(scene: Scene, at: int, chunk: Chunk, harm: Trigger) -> Iterator[Found]:
    """Read "37 of the dead", "about 30 of the bodies"."""
    if at < 2 or scene.chunks[at - 1].low != "of":
        return
    part = scene.chunks[at - 2]
    if part.kind == "np" and part.figure is not None and part.body < 0:
        yield _person(scene, at - 2, harm, part, part.figure.first, chunk.last, "prose.noun.part")


def _of_people(scene: Scene, at: int, chunk: Chunk, harm: Trigger) -> Iterator[Found]:
    """Read "the deaths of five soldiers", "the bodies of 20 fighters", "the loss of three tanks", "the killing of Roe"."""
    chunks = scene.chunks
    if not (at + 2 < len(chunks) and chunks[at + 1].low == "of" and chunks[at + 2].kind == "np"):
        return
    people = chunks[at + 2]
    noun = people.noun
    materiel = noun is not None and noun.kind == "materiel"
    counted = people.figure is not None and (noun is None or noun.kind in {"people", "materiel"})
    named = people.name and chunk.low in _DEEDS and people.figure is None
    if not (counted or named) or (harm.weak and not counted):
        return
    quantity = quantity_of(scene, people)
    if quantity is not None:
        yield Found(
            "materiel_lost" if materiel else harm.measure,
            quantity,
            chunk.first,
            people.last,
            at + 2,
            "prose.noun.of",
            0.85,
            counted=people,
            party=bearer(scene, at),
            figure=people.figure,
            item=scene.words(people) if materiel else None,
            estimated=bool(people.figure and people.figure.estimated),
        )


_DEEDS = words("deeds")


def _among(scene: Scene, at: int, chunk: Chunk, harm: Trigger) -> Iterator[Found]:
    """Read "among the dead was a local commander"."""
    chunks = scene.chunks
    if not (at and chunks[at - 1].low in {"among", "amongst"}):
        return
    verb = at - 2
    while verb > 0 and chunks[verb].kind == "adv":
        verb -= 1
    if verb >= 0 and chunks[verb].kind == "vp" and chunks[verb].copula:
        for position in subjects_of(chunks, verb):
            if chunks[position].kind == "np":
                yield _person(
                    scene,
                    position,
                    harm,
                    chunks[position],
                    chunks[position].first,
                    chunks[position].last,
                    "prose.noun.among",
                )
        return
    if at + 2 >= len(chunks):
        return
    link, who = chunks[at + 1], chunks[at + 2]
    if link.kind == "vp" and link.copula and who.kind == "np":
        yield _person(scene, at + 2, harm, who, who.first, who.last, "prose.noun.among")


def _wrecked(scene: Scene, at: int, chunk: Chunk) -> Iterator[Found]:
    """Read "a destroyed tank", "one burnt-out truck": a participle before the thing."""
    if chunk.body < 0 or not (chunk.figure is not None or chunk.det in {"a", "an"}):
        return
    tokens = scene.sentence.tokens
    for start in range(chunk.body, chunk.head):
        for trigger in triggers_at(tokens, start)[1]:
            if trigger.materiel and trigger.role == "participle" and not trigger.weak:
                quantity = quantity_of(scene, chunk)
                if quantity is not None:
                    first = chunk.figure.first if chunk.figure else chunk.first
                    yield Found(
                        "materiel_lost",
                        quantity,
                        first,
                        chunk.last,
                        at,
                        "prose.noun.wrecked",
                        0.75,
                        counted=chunk,
                        figure=chunk.figure,
                        item=scene.words(chunk),
                    )
                return
