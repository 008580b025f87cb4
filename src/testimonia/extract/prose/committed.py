"""Formations that are told of for the first time, by their number: they are what a side commits.

example          two battalions of the 9th Foot attacked · eleven rifle divisions · three companies from Orr
counter-example  the two battalions · two other battalions · he sent two battalions · split into two brigades
counter-example  supported by two companies · two battalions would attack · two companies that trade
"""

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind, verb_before
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.unfielded import got_away
from testimonia.lexicon import word_set

__all__ = ["takes_the_field"]

_PLURALS = word_set("grammar", "committed")
_UNSURE = frozenset({"batteries", "companies", "sections", "squadrons"})
"""Plurals that count other things, too, unless a kind, an owner or a part tells of soldiers."""
_LARGE = frozenset({"armies", "brigades", "corps", "divisions", "squadrons"})
"""Plurals that are parts of what stands before them: "the army of the Orr Corps and two divisions"."""
_MOVED = word_set("grammar", "moved")
_SHAPES = frozenset({"elements", "equivalent", "form", "remnants", "shape", "strength", "total"})
"""Nouns before the formations that something amounts to: "the equivalent of two companies"."""
_PARTS = frozenset({"another", "other", "remaining"})


def takes_the_field(scene: Scene, at: int, chunk: Chunk, figure: Figure) -> bool:
    """Tell "two battalions of the 9th Foot attacked" from formations that are moved, parted or known."""
    row, noun = scene.chunks, chunk.noun
    several = noun is not None and noun.form.split()[-1] in _PLURALS and figure.quantity.kind != "vague"
    known = bool(chunk.det) and not (chunk.det == "the" and _is_all_of(row, at))
    if not several or known or chunk.told_apart or scene.sentence.zone not in {"prose", "lead"}:
        return False
    digits = figure.quantity.verbatim[:1].isdigit()
    if digits and scene.sentence.tokens[chunk.head].capital:
        return False  # "the 358 and 359 Infantry Divisions" go by their numbers
    if len(row) == 1 or not _PARTS.isdisjoint(scene.words(chunk).lower().split()):
        return False
    if chunk.low in _LARGE and _is_beside_others(row, at):
        return False
    soldiers = chunk.low not in _UNSURE or chunk.last - chunk.body > 1 or _is_part(row, at)
    return soldiers and not (_is_owned(row, at) or _is_moved(row, at) or got_away(row, at))


def _is_part(row: Row, at: int) -> bool:
    """Read "three companies of the 9th Foot", "two companies from Orr", "the equivalent of two companies"."""
    amounts = row.near(at - 1).low == "of" and row.near(at - 2).low in _SHAPES
    whole = row.near(at + 2)
    men = whole.name or whole.of_kind("people", "unit", "materiel")
    return amounts or (row.near(at + 1).low in {"of", "from"} and whole.figure is None and men)


def _is_beside_others(row: Row, at: int) -> bool:
    """Tell "the Orr Corps and two divisions", parts of a force, from "six battalions and two squadrons"."""
    link = at - 1
    if row.near(link).kind != "conj" and not (row.comma(link) and row.near(at - 2).of_kind("unit")):
        return False
    other = row.near(link - 1 - (row.comma(link - 1) and row[link].kind == "conj"))
    return other.kind == "np" and other.figure is None


def _is_all_of(row: Row, at: int) -> bool:
    """Read "the three brigades of the 49th Division": all that a formation has."""
    whole = row.near(at + 2)
    return row.near(at + 1).low == "of" and whole.of_kind("unit") and whole.figure is None


def _is_owned(row: Row, at: int) -> bool:
    """Tell "the brigade's three battalions" and "a reorganisation of six divisions" from what comes anew."""
    link = row.near(at - 1)
    return link.owner or (link.low == "of" and row.near(at - 2).low not in _SHAPES) or link.low == "into"


def _is_moved(row: Row, at: int) -> bool:
    """Tell "sent two battalions", "two battalions were sent", "two battalions would attack"."""
    verb, after = row.near(verb_before(row, at)), row.near(behind(row, at))
    if row.near(at - 1).low in {"by", "if", "in", "than", "with"}:
        return True
    moved = verb.kind == "vp" and (verb.low in _MOVED or verb.modal or bool(verb.triggers))
    return moved or (after.kind == "vp" and (after.modal or (after.passive and after.low in _MOVED)))
