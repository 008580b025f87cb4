"""Strength: how many people or machines took part.

    example          a force of 12,000 · numbered about 4,000 men · sixty raiders on motorcycles
    example          a 2,000-strong column · the fleet numbered 300 · a small group of rebels
    counter-example  nine soldiers who were spared · 300 rebels fled · two army bases · many of his ships

A counted force that no other frame has taken is strength, unless its verb says that it fled,
survived, was freed or evacuated; so is a force whose size is described. Runs last.
"""

from collections.abc import Iterator

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set
from testimonia.model import Quantity

__all__ = ["find_strength"]

_NOT_FIELDED = word_set("grammar", "not_fielded")
_NUMBERED = word_set("grammar", "numbered")
_FLEETS = word_set("grammar", "fleets")
_BODIES = word_set("grammar", "bodies")
_SIZES = word_set("grammar", "sizes")
_PARTS = word_set("grammar", "parts")
_FEW = 10
_TITLED = frozenset({"rifles", "guards", "fusiliers", "highlanders", "commando", "commandos", "lancers", "hussars"})
_CARRIERS = frozenset({"bus", "car", "vehicle", "truck", "boat", "train", "minibus", "ambulance"})
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
        elif figure is None and chunk.body >= 0:
            yield from _sized(scene, at, chunk)


def _is_count(figure: Figure) -> bool:
    """Tell counts, and rough counts in a scale word ("dozens"), from mere "many" and "some"."""
    quantity = figure.quantity
    rough = quantity.kind == "vague" and any(scale in quantity.verbatim for scale in _SCALES)
    return rough or quantity.kind in _COUNTS


def _fielded(scene: Scene, at: int, chunk: Chunk) -> Chunk | None:
    """Give the noun phrase whose strength a figure is; None if it is none."""
    if chunk.elided:
        return _unit_before(scene.chunks, at)
    noun = chunk.noun
    if chunk.low in _PARTS and scene.chunks.near(at + 1).low == "of" and scene.chunks.near(at + 2).of_kind("materiel"):
        return scene.chunks[at + 2]  # "14 pieces of artillery"
    if noun is None and chunk.name and chunk.plural_name and _unit_before(scene.chunks, at) is not None:
        return chunk  # "a platoon of 30 Dowists"
    if noun is None or chunk.harm is not None or _got_away(scene.chunks, at):
        return None
    if _is_title(scene, chunk) or scene.chunks.near(at + 1).low == "per" or _civil(scene, chunk):
        return None
    if noun.category != "combatants" and "armed" not in scene.words(chunk).split():
        return None
    if noun.kind == "unit":
        words = scene.words(chunk).replace("-", " ").split()
        return chunk if "strong" in words or "man" in words else None
    few = chunk.figure is not None and (chunk.figure.quantity.high or 99) <= _FEW
    if few and chunk.det in _THE and noun.kind == "people":
        return None  # "the two men knew each other": they are known already
    return chunk if noun.plural else None


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
        0.7,
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


def _sized(scene: Scene, at: int, chunk: Chunk) -> Iterator[Found]:
    """Read "a large force", "a small group of rebels": the size of a force in an adjective."""
    size = scene.sentence.tokens[chunk.body]
    force = chunk.low in _BODIES or (chunk.low == "group" and _of_fighters(scene.chunks, at))
    if not force or size.low not in _SIZES or chunk.det in _THE or _got_away(scene.chunks, at):
        return
    ships = chunk.low in _FLEETS
    yield Found(
        "materiel_strength" if ships else "strength",
        Quantity("vague", None, None, size.text, size.low),
        chunk.first,
        chunk.last,
        at,
        "prose.strength.sized",
        0.7,
        counted=chunk,
        item=chunk.low if ships else None,
    )


def _of_fighters(row: Row, at: int) -> bool:
    """Tell "a small group of rebels" from "a small group of villages"."""
    members = row.near(at + 2)
    known = members.noun is not None and members.noun.category == "combatants"
    return row.near(at + 1).low == "of" and members.figure is None and (known or members.name)


def _got_away(row: Row, at: int) -> bool:
    near = row[max(0, at - 1) : at + 4]
    return any(chunk.kind == "vp" and chunk.low in _NOT_FIELDED for chunk in near)
