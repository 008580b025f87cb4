"""Harm told by a noun of loss: "suffered 300 casualties", "a death toll of 40", "heavy losses".

example          the column suffered heavy losses · its losses were put at 30 · the death toll rose to 21
example          put the death tolls at 18 soldiers and over 30 raiders · Roman casualties were heavy
counter-example  neither side disclosed its casualties
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.extract.figures import Figure, vague_adjective
from testimonia.extract.prose.amounts import number_behind, number_told
from testimonia.extract.prose.borne import loss_of, vague_loss
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.men_and_machines import in_men_and_machines
from testimonia.extract.prose.scene import Found, Scene, some
from testimonia.extract.prose.tolls import find_equated, find_number_of, find_numbered
from testimonia.extract.prose.unlost import (
    happened_at_all,
    is_borne,
    is_spared,
    not_told,
    place_of_without,
    silent,
    unreported,
    verb_of_loss,
)
from testimonia.extract.prose.wounds import are_of_persons, find_wounds
from testimonia.lexicon import word_set
from testimonia.model import Quantity

__all__ = ["find_losses"]

_CAUSE = word_set("grammar", "cause")
_COUNTS = frozenset({"number", "total", "tally"})
_WOUNDS = frozenset({"wounds", "injuries", "wound", "injury"})
"""What one person may have several of: "survived with minor wounds"."""
_MANY = 10
"""So many injuries are those of several people."""
_SCALES = ("dozens", "scores", "hundreds", "thousands")
_GROWS = word_set("grammar", "grows")
_ALIKE = frozenset({"similar", "comparable", "equal"})
_GOING_ON = frozenset({"continued", "continuing", "began", "beginning", "started", "kept"})
_BECAME = frozenset({"became", "become", "remained", "proved", "grew"})


def find_losses(scene: Scene) -> Iterator[Found]:
    """Find all harm that nouns of loss in a scene tell."""
    for at, chunk in enumerate(scene.chunks):
        if chunk.harm is not None and chunk.harm.role == "noun_event" and _is_none(scene.chunks, at):
            continue
        if chunk.harm is not None and chunk.harm.role == "noun_event" and happened_at_all(scene, at):
            silence = unreported(scene, at)
            if silence is not None:
                first = scene.chunks[at - 2].first
                yield vague_loss(scene, at, chunk.harm.measure, silence, "silence", first)
            else:
                yield from _losses(scene, at, chunk, chunk.harm)
        elif chunk.kind == "np" and chunk.low in _COUNTS and chunk.figure is None:
            yield from find_number_of(scene, at)
        elif chunk.harm is not None and chunk.figure is None:
            yield from find_numbered(scene, at, chunk.harm)
        elif chunk.kind == "vp":
            yield from find_wounds(scene, at)


def _losses(scene: Scene, at: int, chunk: Chunk, harm: Trigger) -> Iterator[Found]:
    """Read one noun of loss: its own figure, the one it is equated with, or a bare loss that is borne."""
    row = scene.chunks
    target = number_behind(row, at)
    split = list(in_men_and_machines(scene, at, chunk)) if harm.measure == "losses" else []
    noun, harm = harm, _of_kind_told(row, at, split, harm)
    if split and harm is noun:
        yield from split
        colon = next((step for step in range(at + 1, min(at + 5, len(row))) if row[step].low == ":"), None)
        if colon is not None and row.near(colon + 1).figure is not None:
            yield from find_equated(scene, at, harm, colon + 1)
        return
    said = _predicate(scene, at)
    if chunk.figure is not None and not (harm.measure == "wounded" and _of_one(row, at)):
        figure = silent(row, at, chunk.figure)
        yield loss_of(scene, at, harm, figure, "counted", figure.first, chunk.last)
    elif (without := place_of_without(row, at)) is not None:
        none = Quantity("none", 0, 0, f"without {scene.words(chunk)}")
        yield vague_loss(scene, at, harm.measure, none, "without", row[without].first)
    elif (untold := not_told(scene, at)) is not None:
        yield vague_loss(scene, at, harm.measure, untold, "predicate", chunk.first)
    elif said is not None:
        yield loss_of(scene, at, harm, said, "predicate", chunk.first, said.last)
    elif target is not None:
        yield from find_equated(scene, at, harm, target)
    elif is_spared(row, at):
        none = Quantity("none", 0, 0, scene.words(chunk))
        yield vague_loss(scene, at, harm.measure, none, "without", row[at - 1].first)
    elif _grew(row, at) or (is_borne(row, at) and not _counts_behind(row, at)):
        yield vague_loss(scene, at, harm.measure, some(scene.words(chunk)), "bare", chunk.first)


def _of_kind_told(row: Row, at: int, split: Sequence[Found], harm: Trigger) -> Trigger:
    """Read the kind of loss in "losses in aircraft numbered 40", "the loss in killed and wounded was 40"."""
    joint = row.near(at + 2).triggers if row.near(at + 1).low in {"in", "of"} else ()
    told = joint[0].measure if joint else None
    if len(split) == 1 and split[0].counted is None:
        told = split[0].measure
    return replace(harm, measure=told) if told is not None and number_told(row, at) is not None else harm


def _is_none(row: Row, at: int) -> bool:
    """Tell what is no loss: wounds whose bearers `find_wounds` has counted, and "until his 1960 death"."""
    return are_of_persons(row, at) or _is_year(row[at])


def _is_year(chunk: Chunk) -> bool:
    """Tell "until his 1960 death" from "1,960 deaths"."""
    digits = chunk.figure.quantity.verbatim if chunk.figure is not None else ""
    single = chunk.low == "loss" or not chunk.low.endswith("s")
    return single and digits.isdigit() and len(digits) == len("1960")


def _of_one(row: Row, at: int) -> bool:
    """Tell the wounds of one person, "survived with three wounds", from "caused 21 injuries"."""
    figure, before = row[at].figure, row.near(at - 1)
    words = figure.quantity.verbatim.lower() if figure is not None else ""
    many = any(scale in words for scale in _SCALES)
    many = many or (figure is not None and (figure.quantity.low or 0) >= _MANY)
    listed = before.kind == "conj" and row.near(at - 2).harm is not None
    return row[at].low in _WOUNDS and not (many or listed or before.low in _CAUSE)


def _predicate(scene: Scene, at: int) -> Figure | None:
    """Read "casualties were also heavy": the vague adjective behind the copula."""
    row = scene.chunks
    verb = verb_of_loss(row, at)
    link, told = row.near(verb), row.near(verb + 1 + (row.near(verb + 1).kind == "adv"))
    linked = link.copula or (link.low in _BECAME and not link.negated)
    if not linked or link.modal or told.kind != "np" or told.low in _ALIKE | {"most"}:
        return None
    found = (vague_adjective(scene.sentence.tokens, start) for start in range(told.first, told.last))
    figures = (figure for figure in found if figure is not None and figure.last == told.last)
    return next(figures, None) if told.low != "little" else None  # "the help was too little"


def _counts_behind(row: Row, at: int) -> bool:
    """Read "suffered casualties of 30 killed", which is told by its count."""
    return row.near(at + 1).low == "of" and row.near(at + 2).figure is not None


def _grew(row: Row, at: int) -> bool:
    """Read "casualties mounted", "with losses mounting", "losses continued to rise"."""
    place = verb_of_loss(row, at)
    verb = row.near(place)
    if verb.low in _GOING_ON:
        place += 1
    grows = row.near(place).kind == "vp" and row[place].low in _GROWS and not (verb.negated or verb.modal)
    counted = any(chunk.figure is not None for chunk in row[place + 1 : place + 4])
    return grows and row[at].low.endswith("s") and not counted
