"""Strength: how many people or machines took part.

    example          a force of 12,000 · numbered about 4,000 men · sixty raiders on motorcycles · a 2,000-strong column
    counter-example  nine soldiers who were spared · 300 rebels fled · two army bases · many of his ships

A counted force that no other frame has taken is strength, unless its verb says that it fled,
survived, was freed or evacuated. Runs last.
"""

from collections.abc import Iterator

from testimonia.extract.grammar import words
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Found, Scene

__all__ = ["find_strength"]

_NOT_FIELDED = words("not_fielded")
_NUMBERED = words("numbered")
_FLEETS = words("fleets")


def find_strength(scene: Scene) -> Iterator[Found]:
    """Find the strengths among the figures that nothing else has taken."""
    counted = False
    for at, chunk in enumerate(scene.chunks):
        if chunk.kind != "np" or chunk.figure is None or chunk.figure.first in scene.used:
            continue
        found = _of_people(scene, at, chunk) or _of_unit(scene, at, chunk)
        counted = counted or found is not None
        if found is not None:
            yield found


def _of_people(scene: Scene, at: int, chunk: Chunk) -> Found | None:
    noun = chunk.noun
    if noun is None or noun.category != "combatants" or chunk.harm is not None or _not_fielded(scene, at):
        return None
    if noun.kind == "unit":
        return (
            _fielded(scene, chunk, at, "prose.strength.strong", chunk)
            if "strong" in scene.words(chunk)
            else None
        )
    if not _is_count(chunk) or not noun.plural:
        return None
    return _fielded(scene, chunk, at, f"prose.strength.{noun.kind}", chunk)


def _is_count(chunk: Chunk) -> bool:
    """Tell counts, and rough counts in a scale word ("dozens"), from mere "many" and "some"."""
    assert chunk.figure is not None
    quantity = chunk.figure.quantity
    if quantity.kind == "vague":
        return any(word in quantity.verbatim for word in ("dozen", "score", "hundred", "thousand"))
    return quantity.kind in {"exact", "approximate", "range", "lower_bound", "upper_bound"}


def _of_unit(scene: Scene, at: int, chunk: Chunk) -> Found | None:
    """Read "a force of 12,000", "an army of about 30,000", "the garrison numbered 300"."""
    if chunk.body >= 0 or at < 2 or not _is_count(chunk):
        return None
    link, head = scene.chunks[at - 1], scene.chunks[at - 2]
    linked = (link.kind == "prep" and link.low == "of") or (link.kind == "vp" and link.low in _NUMBERED)
    if not linked or head.kind != "np" or head.noun is None or head.noun.kind not in {"unit", "people"}:
        return None
    return _fielded(scene, chunk, at, "prose.strength.unit", head)


def _fielded(scene: Scene, chunk: Chunk, at: int, rule: str, counted: Chunk) -> Found:
    assert chunk.figure is not None
    materiel = counted.noun is not None and (counted.noun.kind == "materiel" or counted.low in _FLEETS)
    return Found(
        "materiel_strength" if materiel else "strength",
        chunk.figure.quantity,
        chunk.figure.first,
        chunk.last,
        at,
        rule,
        0.7,
        counted=counted,
        figure=chunk.figure,
        item=scene.words(chunk) if materiel else None,
        estimated=chunk.figure.estimated,
    )


def _not_fielded(scene: Scene, at: int) -> bool:
    near = scene.chunks[max(0, at - 1) : at + 4]
    return any(chunk.kind == "vp" and chunk.low in _NOT_FIELDED for chunk in near)
