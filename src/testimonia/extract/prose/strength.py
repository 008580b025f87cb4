"""Strength: how many people or machines took part.

    example          a force of 12,000 · numbered about 4,000 men · sixty raiders on motorcycles
    example          a 2,000-strong column · the fleet numbered 300
    counter-example  nine soldiers who were spared · 300 rebels fled · two army bases · many of his ships

A counted force that no other frame has taken is strength, unless its verb says that it fled,
survived, was freed or evacuated. Runs after the frames of harm.
"""

from collections.abc import Iterator

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.lexemes import Noun
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set

__all__ = ["find_strength", "got_away"]

_NOT_FIELDED = word_set("grammar", "not_fielded")
_NUMBERED = word_set("grammar", "numbered")
_FLEETS = word_set("grammar", "fleets")
_PARTS = word_set("grammar", "parts")
_MANNED = frozenset({"strong", "man"})
_FEW = 10
_TITLED = word_set("grammar", "titled")
_CARRIERS = word_set("grammar", "carriers")
_THE = frozenset({"the", "this", "that", "these", "those"})
_COUNTS = frozenset({"exact", "approximate", "range", "lower_bound", "upper_bound"})
_SCALES = ("dozen", "score", "hundred", "thousand")


def find_strength(scene: Scene) -> Iterator[Found]:
    """Find the strengths among the figures that nothing else has taken."""
    for at, chunk in enumerate(scene.chunks):
        figure = chunk.figure
        if figure is not None and figure.first not in scene.used and _is_count(figure):
            counted = _fielded(scene, at, chunk)
            if counted is not None:
                yield _strength(scene, at, figure, counted)


def _is_count(figure: Figure) -> bool:
    """Tell counts, and rough counts in a scale word ("dozens"), from mere "many" and "some"."""
    quantity = figure.quantity
    rough = quantity.kind == "vague" and any(scale in quantity.verbatim for scale in _SCALES)
    return rough or quantity.kind in _COUNTS


def _fielded(scene: Scene, at: int, chunk: Chunk) -> Chunk | None:
    """Give the noun phrase whose strength a figure is; None if it is none."""
    row, noun = scene.chunks, chunk.noun
    if chunk.elided:
        return _unit_before(row, at)
    if chunk.low in _PARTS and row.near(at + 1).low == "of" and row.near(at + 2).of_kind("materiel"):
        return row[at + 2]  # "14 pieces of artillery"
    if noun is None:
        return chunk if chunk.plural_name and _unit_before(row, at) is not None else None
    told = not (_is_title(scene, chunk) or _is_known(chunk) or _civil(scene, chunk))
    return chunk if told and _can_fight(scene, at, chunk, noun) else None


def _can_fight(scene: Scene, at: int, chunk: Chunk, noun: Noun) -> bool:
    """Tell soldiers, guns and a "300-strong column" from civilians, the dead and those who fled."""
    words = scene.words(chunk).replace("-", " ").split()
    if chunk.harm is not None or got_away(scene.chunks, at) or scene.chunks.near(at + 1).low == "per":
        return False
    if noun.category != "combatants" and "armed" not in words:
        return False
    return not _MANNED.isdisjoint(words) if noun.kind == "unit" else noun.plural


def _is_known(chunk: Chunk) -> bool:
    """Tell "the two men", who are known already, from "the 60 raiders"."""
    few = chunk.figure is not None and (chunk.figure.quantity.high or _FEW + 1) <= _FEW
    return few and chunk.det in _THE and chunk.of_kind("people")


def _is_title(scene: Scene, chunk: Chunk) -> bool:
    """Tell the name of a unit from a count: "46 Roe Rifles" is one."""
    tokens = scene.sentence.tokens
    named = chunk.low in _TITLED and all(token.capital for token in tokens[chunk.body : chunk.last])
    return named and chunk.figure is not None and not chunk.figure.quantity.verbatim.isalpha()


def _civil(scene: Scene, chunk: Chunk) -> bool:
    """Tell buses with civilians from the vehicles of a force."""
    carrier = chunk.noun is not None and chunk.noun.singular in _CARRIERS
    return carrier and any(token.low.startswith("civilian") for token in scene.sentence.tokens)


def _unit_before(row: Row, at: int) -> Chunk | None:
    """Read "a force of 12,000", "the garrison numbered 300"."""
    link, head = row.near(at - 1), row.near(at - 2)
    linked = link.low == "of" or (link.kind == "vp" and link.low in _NUMBERED)
    return head if linked and head.of_kind("unit", "people") else None


def _strength(scene: Scene, at: int, figure: Figure, counted: Chunk) -> Found:
    chunk = scene.chunks[at]
    materiel = counted.of_kind("materiel") or counted.low in _FLEETS
    kind = "unit" if counted is not chunk else counted.noun.kind if counted.noun is not None else "people"
    return Found(
        "materiel_strength" if materiel else "strength",
        figure.quantity,
        figure.first,
        chunk.last,
        at,
        f"prose.strength.{kind}",
        counted=counted,
        figure=figure,
        party=_numbered(scene.chunks, at),
        item=scene.words(chunk) if materiel else None,
    )


def _numbered(row: Row, at: int) -> tuple[Chunk, ...]:
    """Read "the brigade numbered about 1,600 men": the subject is the force."""
    verb = row.near(at - 1)
    subjects = subjects_of(row, at - 1) if verb.kind == "vp" and verb.low in _NUMBERED else []
    return tuple(row[p] for p in subjects)


def got_away(row: Row, at: int) -> bool:
    """Tell whether a verb beside the noun phrase at `at` says that it fled or took no part."""
    near = row[max(0, at - 1) : at + 4]
    return any(chunk.kind == "vp" and chunk.low in _NOT_FIELDED for chunk in near)
