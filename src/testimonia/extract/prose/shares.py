"""Parts of a number told before, each with a verb of its own or none: what they are, or in what state.

example          it had 90 tanks, but only 40 were operational · they had 120 planes. Sixty were fighters
example          90 aircraft (62 serviceable) · 9,000 men (12,000 in all) · of the 15 bombers, 13 reached Orr
counter-example  90 tanks; two were towed · 40 villagers were in the house. Twelve were soldiers
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.scene import Found, Scene
from testimonia.lexicon import forms, word_set
from testimonia.model import FIELDED, MACHINES, Measure, Quantity

__all__ = ["Whole", "find_shares"]

_STATES = word_set("grammar", "in_use")
_ARMS = word_set("grammar", "arms")
_REACHING = word_set("grammar", "took_part") | {"arrived", "hit", "landed", "made", "made it", "reached"}
_PARTED = FIELDED | {"materiel_lost"}
_THOSE = frozenset({"them", "these", "those", "which", "whom"})
_WERE = frozenset({"are", "being", "is", "was", "were"})
_ALL = frozenset({"altogether", "overall", "total"})
_KINDS = frozenset(
    {"calibre", "caliber", "design", "make", "manufacture", "model", "order", "quality", "standard", "type"}
)
_FIGHTERS = frozenset({"fighters", "raiders", "transports"})
"""Words for men that are machines where machines are parted."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A number that the sentence before told, whose parts this one may tell."""

    measure: Measure
    quantity: Quantity
    item: str | None = None


def find_shares(scene: Scene, told: Sequence[Found], before: Whole | None) -> Iterator[Found]:
    """Find the parts of the number last `told` in the sentence, or of that of the sentence `before`."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        figure = chunk.figure
        if figure is None or figure.first in scene.used or figure.quantity.kind == "vague":
            continue
        total = _last_told(told, chunk)
        whole = Whole(total.measure, total.quantity, total.item) if total is not None else before
        if whole is None or whole.measure not in _PARTED:
            continue
        everybody = total is not None and _is_all(scene, at, figure)
        if everybody or _in_state(row, at, chunk):
            last = at
        else:
            last = _predicate(scene, at, whole, total) if chunk.elided else -1
        if last >= 0 and (everybody or _is_part(figure.quantity, whole.quantity)):
            yield _share(scene, at, figure, last, whole, total)


def _last_told(told: Sequence[Found], chunk: Chunk) -> Found | None:
    """Give the count that a part may be of: the last one before, or the one around a bracket."""
    exact = [one for one in told if one.first < chunk.first and one.quantity.low is not None]
    wholes = [one for one in exact if one.whole is None] or exact
    return max(wholes, key=lambda one: one.first, default=None)


def _is_part(size: Quantity, whole: Quantity) -> bool:
    part = size.low or size.high
    return part is not None and (whole.high is None or part <= whole.high)


def _in_state(row: Row, at: int, chunk: Chunk) -> bool:
    """Read "224 serviceable" in a bracket or behind a comma."""
    plain = chunk.noun is None and chunk.last - chunk.body == 1
    return plain and chunk.low in _STATES and row.near(at + 1).kind in {"", "sign", "conj", "prep"}


def _is_all(scene: Scene, at: int, figure: Figure) -> bool:
    """Read a bracket that opens with "849,000 total", "12,000 in all": more than the number around it."""
    last = scene.sentence.tokens[scene.chunks[at].last - 1].low
    everybody = last in _ALL or figure.quantity.verbatim.endswith((" in all", " in total"))
    return at == 0 and everybody and len(scene.main) > 0


def _predicate(scene: Scene, at: int, whole: Whole, total: Found | None) -> int:
    """Give where "40 were operational" ends, what is told of a bare number; -1 if it is no part."""
    row, step = scene.chunks, at + 1
    those = row.near(step).low == "of" and (row.near(step + 1).low or row.near(step + 1).det) in _THOSE
    step += 2 * those
    verb, then = row.near(step), row.near(step + 1)
    if verb.kind != "vp" or verb.negated or verb.modal or verb.triggers:
        return -1
    if total is not None and _is_reached(row, at, verb) and whole.measure in FIELDED:
        return step
    if verb.low not in _WERE:
        return -1
    if then.kind == "adv":
        step, then = step + 1, row.near(step + 2)
    if then.kind == "prep" and then.low in {"in", "of"}:
        near = row[step + 2 : step + 5]
        return next((step + 2 + far for far, told in enumerate(near) if told.low in _KINDS), -1)
    return step + 1 if _tells_kind(then, whole, total) else -1


def _is_reached(row: Row, at: int, verb: Chunk) -> bool:
    """Read "of the 15 bombers, 13 reached the target"."""
    opened = row.near(0).low in {"of", "from"} and at > 1
    return opened and verb.low in _REACHING and not verb.passive and not row[at].told_apart


def _tells_kind(told: Chunk, whole: Whole, total: Found | None) -> bool:
    """Tell the kind or state of a part, "were fighters", "were operational", from "were his own"."""
    if told.kind != "np" or told.figure is not None or told.det or told.harm is not None:
        return False
    if told.noun is None and (told.low in _STATES or (total is not None and told.low in forms("demonyms"))):
        return True
    if whole.measure in MACHINES:
        return told.of_kind("materiel") or told.low in _FIGHTERS
    return told.of_kind("people") and told.low in _ARMS


def _share(scene: Scene, at: int, figure: Figure, last: int, whole: Whole, total: Found | None) -> Found:
    part, told = scene.chunks[at], scene.chunks[last]
    machines = whole.measure in MACHINES
    named = told if told.of_kind("materiel") or told.low in _FIGHTERS else None
    end = told.last if named is not None or last > at else part.last
    return Found(
        whole.measure,
        figure.quantity,
        figure.first,
        end,
        at,
        "prose.share" if total is not None else "prose.share.before",
        counted=part,
        party=total.party or ((total.counted,) if total.counted and not machines else ()) if total else (),
        agent=total.agent if total is not None else None,
        figure=figure,
        whole=total,
        item=(scene.words(named) if named is not None else whole.item) if machines else None,
    )
