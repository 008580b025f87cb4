"""Verbs that only what stands behind them makes words of harm: "taken to hospital", "gave themselves up".

example          led 400 artisans into captivity · were rushed to the nearest hospital
example          gave themselves up · received a bullet in the chest · was never seen again
example          was hit in the leg · left 20,000 people homeless · fell into enemy hands
counter-example  took the road to the hospital · gave up the attempt · suffered 30 wounded
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import owned
from testimonia.extract.prose.lexemes import MEASURES, sense_of, verb_roles
from testimonia.extract.prose.lists import list_on
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import rows, word_set
from testimonia.model import Measure

__all__ = ["complete_verbs", "completed_words"]

_NONE: frozenset[str] = frozenset()
_HAVE = frozenset({"had", "having"})
_LIMBS = word_set("grammar", "limbs")
_THROATS = frozenset({"throat", "throats"})
_CRUSHED = word_set("grammar", "crushed")
"""What happens to a limb: "had his arm shot off"."""
_ARMS = frozenset({"rifles", "bayonets", "lances"})
"""Men where they march, weapons where they fall into hands."""
_ALONE = frozenset({"with", "from", "after", "at"})
_REACH = 3
"""So many phrases may stand between a verb and what completes it: "taken by boat from the pier to it"."""
_EITHER = frozenset({"rush", "rushed", "march", "marched", "moved", "force", "forced", "drove", "return"})
"""Verbs that need no object: those who "rushed to hospital" may be relatives."""


@dataclass(frozen=True, slots=True)
class _Complement:
    """What makes a verb a word of harm (complements.tsv)."""

    lemma: str
    links: frozenset[str]
    heads: frozenset[str]
    measure: Measure
    patient: str
    denied: bool = False
    strength: str = "strong"


@cache
def _complements() -> dict[str, tuple[_Complement, ...]]:
    """Give for each form of a verb what can complete it."""
    found: dict[str, tuple[_Complement, ...]] = {}
    for row in rows("complements"):
        links, heads = (_words(row[column]) for column in ("links", "heads"))
        one = _Complement(
            row["lemma"],
            links,
            heads,
            MEASURES[row["measure"]],
            row["patient"],
            row["denied"] == "yes",
            row["strength"],
        )
        for form in row["verbs"].split("|"):
            found[form] = (*found.get(form, ()), one)
    return found


@cache
def completed_words() -> tuple[frozenset[str], frozenset[str]]:
    """Give the forms of the verbs, and the words one of which stands behind them."""
    ends = (_words(row["heads"] or row["links"]) for row in rows("complements"))
    last = {word.split()[-1] for words in ends for word in words if word}
    return frozenset(_complements()), frozenset(last)


def _words(cell: str) -> frozenset[str]:
    """Give the words of a cell; "@limbs" stands for those of a set."""
    sets = (word_set("grammar", word[1:]) if word.startswith("@") else {word} for word in cell.split("|"))
    return frozenset(chain.from_iterable(sets))


def complete_verbs(row: Row) -> None:
    """Give the verb groups of a row the sense of harm that what stands behind them makes."""
    known = _complements()
    for at, verb in enumerate(row):
        if verb.kind == "vp" and verb.low in known:
            for one in known[verb.low]:
                end = _completed_at(row, at, one) if verb.negated == one.denied else None
                if end is not None:
                    _give_sense(verb, one)
                    if end is not verb and end.kind == "vp" and not end.infinitive:
                        end.triggers = ()  # "came away wounded" is told once
                    break
        if verb.copula and verb.low in _HAVE:
            _maimed(row, at)


def _completed_at(row: Row, at: int, one: _Complement) -> Chunk | None:
    """Give the last piece of a complement of the verb group at `at`; None where it has none."""
    verb, step = row[at], at + 1
    if one.patient == "subject":
        return None if verb.passive else _behind_subject(row, at, one)
    if not verb.passive and row.near(step).kind in {"np", "pron"}:
        step = list_on(row, step)[-1] + 1 if row[step].kind == "np" else step + 1
    elif not verb.passive and (verb.low in _EITHER or not verb.bare):
        return None
    ends = (_end_at(row, place, one) for place in _places(row, step))
    return next((end for end in ends if end is not None), None)


def _behind_subject(row: Row, at: int, one: _Complement) -> Chunk | None:
    """Match what follows a verb whose subject is harmed: "gave themselves up", "yielded"."""
    step = at + 1
    if any(one.heads) or any(one.links):
        end = _end_at(row, step, one)
        end = end or (_end_at(row, step + 1, one) if row.near(step).kind == "adv" else None)
    else:
        end = row[at] if _stands_alone(row, step) else None
    return end if end is not None and _bears(row, at, machines=one.measure == "materiel_lost") else None


def _places(row: Row, step: int) -> Iterator[int]:
    """Give the positions behind a verb, or its object, at which a complement can begin."""
    for _ in range(_REACH):
        yield step
        if row.near(step).kind == "adv":
            step += 1
            yield step
        if row.near(step).kind == "date":
            step += 1
        elif row.near(step).kind == "prep" and row.near(step + 1).kind in {"np", "date"}:
            step = owned(row, step + 1) + 1
        else:
            return


def _end_at(row: Row, step: int, one: _Complement) -> Chunk | None:
    """Match link and last word of a complement at a position; give the chunk that ends it."""
    link, head = row.near(step), row.near(step + 1)
    if link.infinitive and link.low in one.heads and "to" in one.links:
        return link  # "fell to flak"
    if link.low in one.links:
        head = row[owned(row, step + 1)] if head.kind == "np" else head
        return head if head.low in one.heads else link if "" in one.heads else None
    if f"{link.low} {head.low}" in one.links and row.near(step + 2).low in one.heads:
        return row[step + 2]
    uncounted = link.figure is None or link.harm is None  # "made 30 prisoners" counts them
    direct = "" in one.links and uncounted and link.low in one.heads
    return link if direct and link.kind in {"np", "vp", "adv"} else None


def _stands_alone(row: Row, step: int) -> bool:
    """Tell "two did not return", "400 rebels yielded" from "did not return fire", "yielded to pressure"."""
    return row.near(step).kind in {"sign", "date", "conj", ""} or row.near(step).low in _ALONE


def _bears(row: Row, at: int, *, machines: bool) -> bool:
    """Tell people and forces, who give up or go missing, from places and things; and machines from both."""
    bearers = [row[place] for place in subjects_of(row, at)]
    if machines:
        return any(one.of_kind("materiel") for one in bearers)
    things = (one.of_kind("materiel") or one.low in _ARMS or one.harm is not None for one in bearers)
    return bool(bearers) and not any(things)


def _give_sense(verb: Chunk, one: _Complement) -> None:
    """Make a verb group a word of harm; what it tells of things is kept."""
    roles = verb_roles(verb.low)
    if verb.passive:
        roles = ("participle",)
    elif verb.gerund or verb.infinitive:
        roles = ("gerund" if verb.gerund else "infinitive",)
    senses = [
        sense_of(verb.low, one.lemma, one.measure, role, one.patient, one.strength)
        for role in roles or ("past",)
    ]
    things = [trigger for trigger in verb.triggers if trigger.materiel and one.patient == "object"]
    verb.triggers, verb.negated = (*senses, *things), False
    verb.verb = verb.verb if verb.verb >= 0 else verb.first


def _maimed(row: Row, at: int) -> None:
    """Read "had his arm shot off", "had a knee smashed by a bullet"."""
    limb, fate = row.near(at + 1), row.near(at + 2)
    hit = fate.kind == "vp" and fate.bare and fate.low in _CRUSHED
    known = limb.kind == "np" and limb.figure is None and limb.low in _LIMBS | _THROATS
    if known and hit and not row[at].negated:
        measure: Measure = "killed" if limb.low in _THROATS else "wounded"
        _give_sense(row[at], _Complement("have a limb broken", _NONE, _NONE, measure, "subject"))
        fate.triggers = ()
