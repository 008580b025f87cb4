"""Harm told by a noun of loss: "suffered 300 casualties", "a death toll of 40", "heavy losses on both sides".

example          the column suffered heavy losses · its losses were put at 30 · the toll rose to 21
example          put the death tolls at 18 soldiers and over 30 raiders
counter-example  neither side disclosed its casualties
"""

from collections.abc import Iterator

from testimonia.extract.figures import Figure, vague_adjective
from testimonia.extract.grammar import words
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import behind, is_comma, subjects_of
from testimonia.extract.prose.scene import Found, Scene, some
from testimonia.model import Measure, Quantity

__all__ = ["BEAR", "bearer", "find_losses"]

BEAR = words("bear")
"""Verbs whose subject bears the loss."""
_FORCES = words("forces") | {"civilian"}
_CAUSE = words("cause")
_LINKS = words("links")
_RISES = words("rises")
_ON = words("bearing_on")


def find_losses(scene: Scene) -> Iterator[Found]:
    """Find all harm that nouns of loss in a scene tell."""
    for at, chunk in enumerate(scene.chunks):
        if chunk.kind == "np" and chunk.harm is not None and chunk.harm.role == "noun_event":
            yield from _losses(scene, at, chunk)
        elif chunk.kind == "np" and chunk.low == "number" and chunk.figure is None:
            yield from _number_of(scene, at)
        elif chunk.kind == "vp" and chunk.low in {"suffered", "suffering"}:
            yield from _heavily(scene, at)


def _heavily(scene: Scene, at: int) -> Iterator[Found]:
    """Read "the assault force suffered heavily"."""
    chunks = scene.chunks
    if at + 1 < len(chunks) and chunks[at + 1].low in {"heavily", "severely", "badly", "terribly"}:
        words = scene.words(chunks[at + 1])
        party = tuple(chunks[p] for p in subjects_of(chunks, at))
        yield Found(
            "losses",
            Quantity("vague", None, None, words, words),
            chunks[at].first,
            chunks[at + 1].last,
            at,
            "prose.loss.heavily",
            0.75,
            party=party,
        )


def _number_of(scene: Scene, at: int) -> Iterator[Found]:
    """Read "the number of people injured had risen to 13", "the number of dead reached 40"."""
    chunks = scene.chunks
    measure: Measure | None = None
    for step in range(at + 1, min(at + 8, len(chunks))):
        chunk = chunks[step]
        if chunk.kind == "np" and chunk.harm is not None:
            measure = chunk.harm.measure
        elif chunk.kind == "vp" and chunk.triggers and chunk.bare:
            measure = chunk.triggers[0].measure
        elif chunk.kind == "np" and chunk.figure is not None and chunk.body < 0 and measure is not None:
            yield Found(
                measure,
                chunk.figure.quantity,
                chunks[at].first,
                chunk.last,
                at,
                "prose.loss.number",
                0.8,
                figure=chunk.figure,
            )
            return


def _losses(scene: Scene, at: int, chunk: Chunk) -> Iterator[Found]:
    """Read one noun of loss: its own figure, the figure it is equated with, or a bare loss that is borne."""
    assert chunk.harm is not None
    if chunk.figure is not None:
        yield _amount(scene, at, chunk, chunk.figure.first, chunk.last, "prose.loss.counted")
        return
    if at and scene.chunks[at - 1].low == "without":
        none = Quantity("none", 0, 0, f"without {scene.words(chunk)}")
        yield Found(
            chunk.harm.measure,
            none,
            scene.chunks[at - 1].first,
            chunk.last,
            at,
            "prose.loss.without",
            0.85,
            party=bearer(scene, at),
        )
        return
    adjective = _predicate(scene, at)
    if adjective is not None:
        yield Found(
            chunk.harm.measure,
            adjective.quantity,
            chunk.first,
            adjective.last,
            at,
            "prose.loss.predicate",
            0.8,
            party=bearer(scene, at),
        )
        return
    target = _number_behind(scene.chunks, at)
    if target is not None and not _belongs_to_next(scene.chunks, target):
        yield from _equated(scene, at, target)
    elif _is_borne(scene, at):
        yield Found(
            chunk.harm.measure,
            some(scene.words(chunk)),
            chunk.first,
            chunk.last,
            at,
            "prose.loss.bare",
            0.7,
            party=bearer(scene, at),
        )


def _predicate(scene: Scene, at: int) -> Figure | None:
    """Read "casualties were also heavy": the vague adjective behind the copula."""
    chunks = scene.chunks
    if (
        at + 2 >= len(chunks)
        or chunks[at + 1].kind != "vp"
        or not chunks[at + 1].copula
        or chunks[at + 2].kind != "np"
    ):
        return None
    told = chunks[at + 2]
    for start in range(told.first, told.last):
        figure = vague_adjective(scene.sentence.tokens, start)
        if figure is not None and figure.last == told.last:
            return figure
    return None


def _amount(scene: Scene, at: int, amount: Chunk, first: int, last: int, rule: str) -> Found:
    chunk = scene.chunks[at]
    assert chunk.harm is not None and amount.figure is not None
    return Found(
        chunk.harm.measure,
        amount.figure.quantity,
        first,
        last,
        at,
        rule,
        0.85,
        party=bearer(scene, at),
        figure=amount.figure,
        estimated=amount.figure.estimated,
    )


def _equated(scene: Scene, at: int, target: int) -> Iterator[Found]:
    """Read "the toll rose to 21", "put the tolls at 18 soldiers and over 30 raiders"."""
    chunks, chunk = scene.chunks, scene.chunks[at]
    assert chunk.harm is not None
    amount = chunks[target]
    if amount.noun is None and amount.body < 0 and amount.harm is None:
        first = chunk.first if amount.last - chunk.first <= 16 else amount.first
        yield _amount(scene, at, amount, first, amount.last, "prose.loss.toll")
        return
    while (
        amount.figure is not None
        and amount.harm is None
        and amount.noun is not None
        and amount.noun.kind == "people"
    ):
        yield Found(
            chunk.harm.measure,
            amount.figure.quantity,
            amount.figure.first,
            amount.last,
            target,
            "prose.loss.list",
            0.85,
            counted=amount,
            figure=amount.figure,
            estimated=amount.figure.estimated,
        )
        target = behind(chunks, target)
        target += target < len(chunks) and is_comma(chunks, target)
        target += target < len(chunks) and chunks[target].kind == "conj"
        if target >= len(chunks) or chunks[target].kind != "np":
            return
        amount = chunks[target]


def _belongs_to_next(chunks: list[Chunk], at: int) -> bool:
    """Tell "losses of 212 killed": the figure belongs to the word behind it."""
    return (
        at + 1 < len(chunks)
        and chunks[at + 1].kind == "vp"
        and bool(chunks[at + 1].triggers)
        and chunks[at + 1].bare
    )


def _number_behind(chunks: list[Chunk], at: int) -> int | None:
    """Give the position of the figure that a noun of loss is equated with."""
    for step in range(at + 1, min(at + 7, len(chunks))):
        chunk = chunks[step]
        if chunk.kind == "np" and chunk.figure is not None:
            return step
        linked = (
            chunk.kind in {"prep", "to"} and chunk.low in _LINKS | {"in", "for", "among", "between"}
        ) or chunk.kind == "adv"
        rises = chunk.kind == "vp" and (chunk.low in _RISES or chunk.copula)
        inside = chunk.kind == "np" and chunks[step - 1].kind == "prep" and step < at + 4
        if not (linked or rises or inside):
            return None
    return None


def _is_borne(scene: Scene, at: int) -> bool:
    """Tell "suffered casualties" (some) from mere mention of casualties."""
    before = scene.chunks[at - 1] if at else None
    return bool(
        before
        and before.kind == "vp"
        and before.low in BEAR | _CAUSE
        and scene.chunks[at].low.endswith("s")
        and not before.negated
        and not before.modal
    )


def bearer(scene: Scene, at: int) -> tuple[Chunk, ...]:
    """Find who bears the harm that the noun at `at` names: "on the column", "the column suffered", "their"."""
    chunks, chunk = scene.chunks, scene.chunks[at]
    for step in range(at + 1, min(at + 5, len(chunks) - 1)):
        if chunks[step].kind in {"prep", "to"} and chunks[step].low in _ON and chunks[step + 1].kind == "np":
            return (chunks[step + 1],)
        if chunks[step].kind not in {"prep", "np", "adv"}:
            break
    if at and chunks[at - 1].kind == "np" and chunks[at - 1].owner:
        return (chunks[at - 1],)
    if chunk.det in {"their", "its", "his", "her"} or _named_inside(scene, chunk):
        return (chunk,)
    verb = at - 1
    while verb >= 0 and chunks[verb].kind in {"np", "conj", "sign", "adv", "prep"} and at - verb < 9:
        verb -= 1
    if verb >= 0 and chunks[verb].kind == "vp" and chunks[verb].low in BEAR:
        return tuple(chunks[p] for p in subjects_of(chunks, verb))
    return ()


def _named_inside(scene: Scene, chunk: Chunk) -> bool:
    """Tell "French losses", "civilian casualties" from "heavy losses"."""
    if chunk.body < 0 or chunk.harm is None:
        return False
    before = scene.sentence.tokens[chunk.body : chunk.last - 1]
    return any(token.capital or token.low in _FORCES for token in before)
