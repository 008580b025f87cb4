"""Harm told by a noun of people: "12 dead", "left five soldiers dead", "400 prisoners", "37 of the dead".

example          leaving 15 defectors and two soldiers dead · among the dead was a commander
example          the bodies of 20 fighters · the execution of five people · a destroyed tank
counter-example  the wounded were evacuated · the release of 500 captives
"""

from collections.abc import Iterator

from testimonia.extract.prose.bearers import bearer, bearer_before, losses_before
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind, chain_head, list_on
from testimonia.extract.prose.lexemes import Trigger, triggers_at
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import word_set

__all__ = ["find_nouns"]

_STATES = word_set("grammar", "states")
_STATED = word_set("grammar", "stated")
_LET_GO = word_set("grammar", "let_go")
_DEEDS = word_set("grammar", "deeds")
_PRICES = frozenset({"cost", "price", "expense"})
_LIVES = frozenset({"lives", "life"})
_TAKING = frozenset({"took", "taking", "take", "captured", "capturing", "made", "claimed", "taken"})
_AMONG = frozenset({"among", "amongst"})


def find_nouns(scene: Scene) -> Iterator[Found]:
    """Find all harm that nouns of people, and participles before things, tell."""
    for at, chunk in enumerate(scene.chunks):
        harm = chunk.harm
        if harm is not None and harm.role == "noun_event":
            yield from _of_people(scene, at, harm)
            yield from _among(scene, at, harm)
        elif harm is not None and harm.measure != "displaced" and not _let_go(scene, chunk, harm):
            yield from _persons(scene, at, harm)
        elif chunk.of_kind("materiel"):
            yield from _wrecked(scene, at)
        elif chunk.low in _PRICES and scene.chunks.near(at + 1).low == "of":
            yield from _price(scene, at)


def _price(scene: Scene, at: int) -> Iterator[Found]:
    """Read "sank two ships at a cost of seven bombers": the loss is the doer's own."""
    row, lost = scene.chunks, scene.chunks.near(at + 2)
    machines, lives = lost.of_kind("materiel"), lost.low in _LIVES
    if lost.figure is None or not (machines or lives or lost.harm is not None or lost.of_kind("people")):
        return
    verb = next((step for step in range(at - 1, -1, -1) if row[step].kind == "vp"), -1)
    subjects = subjects_of(row, verb) if verb >= 0 else []
    harm = lost.harm.measure if lost.harm is not None else "losses"
    yield Found(
        "materiel_lost" if machines else "killed" if lives else harm,
        lost.figure.quantity,
        row[at].first,
        lost.last,
        at + 2,
        "prose.noun.price",
        0.75,
        counted=lost,
        party=tuple(row[p] for p in subjects[:1]) if machines or lives or lost.harm is not None else (),
        figure=lost.figure,
        item=scene.words(lost) if machines else None,
    )


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
        yield from _count(scene, at, harm, "persons", chunk.figure.first, chunk.last)
        yield from _among(scene, at, harm)
    elif chunk.low in _STATED and chunk.det == "" and row.near(at - 1).kind == "vp" and _links(row[at - 1]):
        yield from _found_so(scene, at, harm)
    else:
        part = row.near(at - 2)
        if row.near(at - 1).low == "of" and part.elided and part.figure is not None:
            yield from _count(scene, at - 2, harm, "part", part.figure.first, chunk.last)
        yield from _of_people(scene, at, harm)
        yield from _among(scene, at, harm)


def _links(verb: Chunk) -> bool:
    return (verb.copula or verb.low in _STATES) and not (verb.negated or verb.modal)


def _found_so(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "21 soldiers were dead", "both sons lay dead": those of whom it is said are counted."""
    row = scene.chunks
    for position in subjects_of(row, at - 1):
        counted = row[position]
        if counted.figure is not None and counted.harm is None:
            yield from _count(scene, position, harm, "state", counted.figure.first, row[at].last)


def _count(scene: Scene, at: int, harm: Trigger, rule: str, first: int, last: int) -> Iterator[Found]:
    """Give the count of the noun phrase at `at`."""
    counted = scene.chunks[at]
    quantity = quantity_of(scene, counted)
    if quantity is not None:
        yield Found(
            harm.measure,
            quantity,
            first,
            last,
            at,
            f"prose.noun.{rule}",
            0.85,
            counted=counted,
            party=bearer(scene, at) or _borne_before(scene, at),
            agent=_taker(scene.chunks, at) if harm.measure == "captured" else None,
            figure=counted.figure,
        )


def _borne_before(scene: Scene, at: int) -> tuple[Chunk, ...]:
    counted = scene.chunks[at]
    before = losses_before(scene, at) if counted.harm is not None and not _telling(scene, counted) else None
    return (before,) if before is not None else ()


def _taker(row: Row, at: int) -> Chunk | None:
    """Read "the garrison took 400 prisoners", "90 prisoners were taken by it": they are the enemy's."""
    subjects = subjects_of(row, at - 1) if row.near(at - 1).low in _TAKING else []
    if not subjects and row.near(at + 1).passive and row[at + 1].low in _TAKING:
        doer = doer_behind(row, at + 1)
        return row[doer] if doer is not None else None
    return row[subjects[0]] if subjects else None


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
        dealt = bearer_before(scene.chunks, at) if position == at and not _telling(scene, counted) else None
        before = dealt if dealt is not None and dealt.kind == "pron" else before
        party = (before,) if before is not None and not _telling(scene, counted) else party
        yield Found(
            harm.measure,
            counted.figure.quantity,
            counted.figure.first,
            last,
            position,
            "prose.noun.stated",
            0.85,
            counted=counted,
            party=party,
            agent=_taker(scene.chunks, at) if harm.measure == "captured" else None,
            figure=counted.figure,
        )


def _telling(scene: Scene, counted: Chunk) -> bool:
    """Tell "40 Dow dead" from "40 dead"."""
    return counted.of_kind("people") or any(
        token.capital for token in scene.sentence.tokens[max(counted.body, counted.first) : counted.last]
    )


def _of_people(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "the deaths of five soldiers", "the bodies of 20 fighters", "the loss of three tanks"."""
    row, chunk = scene.chunks, scene.chunks[at]
    people = row.near(at + 2)
    if row.near(at + 1).low != "of" or people.kind != "np":
        return
    materiel = people.of_kind("materiel")
    lives = people.low in _LIVES
    counted = people.figure is not None and (people.noun is None or people.of_kind("people", "materiel"))
    named = people.name and chunk.low in _DEEDS and people.figure is None and not harm.weak
    quantity = quantity_of(scene, people)
    if (counted or named) and quantity is not None:
        yield Found(
            "materiel_lost" if materiel else "killed" if lives else harm.measure,
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
        )


def _among(scene: Scene, at: int, harm: Trigger) -> Iterator[Found]:
    """Read "among the dead was a commander", "two scouts were also among the dead"."""
    row = scene.chunks
    if row.near(at - 1).low not in _AMONG:
        return
    verb = at - 2
    while row.near(verb).kind == "adv":
        verb -= 1
    if row.near(verb).copula:
        for position in subjects_of(row, verb):
            yield from _count(scene, position, harm, "among", row[position].first, row[position].last)
        return
    then = behind(row, at)
    first = then + 1 + (row.near(then + 1).kind == "adv")
    if row.near(then).copula and row.near(first).kind == "np":
        for position in list_on(row, first):
            yield from _count(scene, position, harm, "among", row[position].first, row[position].last)


def _wrecked(scene: Scene, at: int) -> Iterator[Found]:
    """Read "a destroyed tank", "one burnt-out truck": a participle before the thing."""
    chunk = scene.chunks[at]
    if chunk.figure is None and chunk.det not in {"a", "an"}:
        return
    senses = [
        sense for k in range(chunk.body, chunk.head) for sense in triggers_at(scene.sentence.tokens, k)[1]
    ]
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
                0.75,
                counted=chunk,
                figure=chunk.figure,
                item=scene.words(chunk),
            )
