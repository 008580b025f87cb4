"""One count of a noun of people that speaks of harm: who bears it, who took them prisoner.

example          the garrison took 400 prisoners → the garrison took them
example          Dow losses were light, with 30 dead → 30 of Dow's
counter-example  40 Dow dead: whose they are stands in the phrase itself
"""

from collections.abc import Iterator

from testimonia.extract.prose.bearers import bearer, losses_before
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.lexemes import Trigger, noun_of
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import word_set

__all__ = ["noun_count", "taker", "telling"]

_STATED = word_set("grammar", "stated")
_UNNAMING = word_set("grammar", "unnaming")
_REMAINS = frozenset({"bodies", "body", "corpse", "corpses", "remains"})
_TAKING = frozenset({"took", "taking", "take", "captured", "capturing", "made", "claimed", "taken"})
_COMING = frozenset(
    {"came", "departed", "left", "marched", "returned", "returning", "rode", "sailed", "withdrew"}
)
_BETWEEN = frozenset({"np", "prep", "conj", "date", "adv"})


def noun_count(scene: Scene, at: int, harm: Trigger, rule: str, first: int, last: int) -> Iterator[Found]:
    """Give the count of the noun phrase at `at`."""
    counted = scene.chunks[at]
    quantity = quantity_of(scene, counted)
    machines = harm.measure == "losses" and counted.of_kind("materiel")
    if counted.low in _REMAINS and quantity is not None and quantity.kind == "none":
        return  # "none of their bodies were found" denies no death
    if quantity is not None:
        yield Found(
            "materiel_lost" if machines else harm.measure,
            quantity,
            first,
            last,
            at,
            f"prose.noun.{rule}",
            counted=counted,
            party=bearer(scene, at) or _borne_before(scene, at),
            agent=taker(scene.chunks, at) if harm.measure == "captured" else None,
            figure=counted.figure,
            item=scene.item(counted) if machines else None,
        )


def taker(row: Row, at: int) -> Chunk | None:
    """Read "the garrison took 400 prisoners", "90 prisoners were taken by it": they are the enemy's."""
    if row.near(at - 1).low == "with":
        return _brought_by(row, at - 2)
    verb = at - 1
    while row.near(verb).kind in {"np", "conj"} or row.comma(verb):
        verb -= 1  # "took the village and 70 prisoners"
    subjects = _takers(row, verb) if row.near(verb).low in _TAKING else []
    if not subjects and row.near(at + 1).passive and row[at + 1].low in _TAKING:
        doer = doer_behind(row, at + 1)
        return row[doer] if doer is not None else None
    return row[subjects[0]] if subjects else None


def _brought_by(row: Row, verb: int) -> Chunk | None:
    """Read "the Roes returned with 300 prisoners", "came back to camp with 12 captives"."""
    while row.near(verb).kind in {"adv", "np", "prep", "to"}:
        verb -= 1
    told = row.near(verb)
    subjects = subjects_of(row, verb) if told.kind == "vp" and told.low in _COMING else []
    who = row[subjects[0]] if subjects else None
    return who if who is not None and (who.name or who.of_kind("people", "unit")) else None


def _takers(row: Row, verb: int) -> list[int]:
    """Give the subjects of "took", and of "taking" behind another deed: "stormed the fort, taking 90 men"."""
    before = verb - 1
    while row[verb].gerund and (
        row.near(before).kind in _BETWEEN or row.comma(before) or row.near(before).gerund
    ):
        before -= 1
    told = row.near(before)
    deed = before < verb - 1 and told.kind == "vp" and not (told.gerund or told.passive)
    return subjects_of(row, before if deed else verb)


def _borne_before(scene: Scene, at: int) -> tuple[Chunk, ...]:
    counted = scene.chunks[at]
    before = losses_before(scene, at) if counted.harm is not None and not telling(scene, counted) else None
    return (before,) if before is not None else ()


def telling(scene: Scene, counted: Chunk) -> bool:
    """Tell "40 Dow dead", "twelve guards hostage" from "40 dead", "90 prisoners"."""
    people = counted.of_kind("people") and counted.low not in _UNNAMING
    if counted.low in _STATED and counted.last - counted.body > 1:
        before = noun_of(scene.sentence.tokens, counted.last - 2)
        people = people or (before is not None and before[1].kind == "people")
    words = scene.sentence.tokens[max(counted.body, counted.first) : counted.last]
    return people or any(token.capital and token.low not in _UNNAMING for token in words)
