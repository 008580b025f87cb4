"""How large a force was, as somebody gives it, or as it is told beside the number of another.

example          puts the Roe army at 40,000 · gives the size of the army as 300,000
                 estimates for the Roe army range from 30,000 to 60,000
                 figures of 6,000 for the Roes and 20,000 for the Dows
                 the Roes numbered 9,000, the Dows 12,000
                 the Roes brought 40 guns to the Dows' 12 · the Roes had two tanks, the Dows sent one
                 the garrison (1,200)
counter-example  puts the dead at 40 · losses of 6,000 for the Roes · Orr put the guns at the gate
                 General Orr (64) · the army (1805)
"""

from collections.abc import Collection

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.left_out import parallel
from testimonia.extract.prose.lists import next_in_list
from testimonia.extract.prose.scene import Found, Scene, senses_before
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import peoples, word_set
from testimonia.model import Quantity

__all__ = ["given", "size_in_bracket", "sized_alike"]

_PUTTING = word_set("grammar", "putting") | word_set("grammar", "grown")
_SIZES = word_set("grammar", "force_sizes")
_ESTIMATES = frozenset({"calculation", "calculations", "estimate", "estimates", "figure", "figures"})
_FIGURES = _ESTIMATES | {"number", "numbers", "size", "sizes", "strength", "strengths", "total", "totals"}
_AT = frozenset({"as", "at"})
_OWN = frozenset({"its", "their", "his"})
_HAS = frozenset({"had", "has"})
_BROUGHT = word_set("grammar", "numbered") | word_set("grammar", "made_of") | word_set("grammar", "fielding")
_TELLING = (
    _BROUGHT | word_set("grammar", "mustered") | {"are", "been", "consisted", "have", "is", "was", "were"}
)
"""Verbs that the second of two forces shares with the first: "the Roes had 9,000 men, the Dows 12,000"."""

_BODIES = word_set("grammar", "bodies")
_BEHIND_SIZES = frozenset({"", "at", "by", "in", "strong"})
"""What may stand behind the size in a bracket: "(20,000 at its peak)", "(roughly 200 by his estimate)"."""
_LIKE_AN_AGE = 99
"""Up to here, a number in brackets may be an age, or that of a ship or a unit."""


def given(scene: Scene, at: int) -> Chunk | None:
    """Give the force that a bare number at `at` is said to be the size of; None for none."""
    row = scene.chunks
    if not row[at].many or row.near(at + 1).low == "of":
        return None
    force = _put_at(row, at) or _estimated(row, at) or _for_whom(row, at)
    return force if force is not None and not senses_before(scene, force) else None


def _put_at(row: Row, at: int) -> Chunk | None:
    """Read "puts the Roe army at 40,000", "gives its size as 40,000", "the army is given as 40,000"."""
    if row.near(at - 1).low not in _AT:
        return None
    told = row.near(at - 2)
    if told.kind == "vp":
        known = told.passive and told.low in _PUTTING and not told.negated
        return next((_force(row, place) for place in subjects_of(row, at - 2)[:1] if known), None)
    first = at - 2
    while row.near(first - 1).low == "of" or row.near(first - 1).owner:
        first -= 1 + (row.near(first - 1).low == "of")
    verb = row.near(first - 1)
    puts = verb.kind == "vp" and verb.low in _PUTTING and not (verb.passive or verb.negated)
    return _force(row, first) if puts else None


def _force(row: Row, at: int) -> Chunk | None:
    """Give the army of "the size of the army", "the army's size", "the army"; None for other things."""
    head = row.near(at + row[at].owner)
    owner = next((one for one in (row[at], row.near(at - 1)) if one.owner), None)
    if head.harm is not None or head.figure is not None or head.kind != "np":
        return None
    if head.low in _SIZES:
        whole = row.near(at + 2)
        if owner is None and row.near(at + 1).low == "of" and whole.kind == "np":
            return whole if _fights(whole) else None
        own = head.det in _OWN or head.last - head.body > 1 or head.low in {"size", "strength"}
        return owner or (head if own else None)
    return head if _fights(head) else None


def _fights(chunk: Chunk) -> bool:
    """Tell an army, men and peoples from the dead, from places and from civilians."""
    if chunk.harm is not None or chunk.figure is not None:
        return False
    civil = chunk.noun is not None and chunk.noun.category == "civilians"
    people = chunk.plural_name or chunk.low in peoples()
    return (chunk.of_kind("unit", "people") and not civil) or people


def _estimated(row: Row, at: int) -> Chunk | None:
    """Read "estimates for the Roe army range from 30,000 to 60,000", "estimates of the army are 900 men"."""
    place = at - 1 - (row.near(at - 1).kind == "vp" and row.near(at - 1).copula)
    force = row.near(place)
    while row.near(place - 1).kind == "prep" and row.near(place - 2).low in _SIZES:
        place -= 2
    told = row.near(place - 1).low in {"for", "of", "on"} and row.near(place - 2).low in _ESTIMATES
    return force if told and force.kind == "np" and _fights(force) else None


def _for_whom(row: Row, at: int) -> Chunk | None:
    """Read "figures of 6,000 for the Roes and 20,000 for the Dows"."""
    force = row.near(at + 2)
    if row.near(at + 1).low != "for" or force.kind != "np" or not _fights(force):
        return None
    if any(chunk.harm is not None or chunk.triggers for chunk in row):
        return None
    return force if any(chunk.low in _FIGURES or chunk.low in _PUTTING for chunk in row[:at]) else None


def sized_alike(scene: Scene, at: int, last: Found | None) -> Chunk | None:
    """Give the Dows of "the Roes had 9,000 men, the Dows 12,000", behind the strength `last` of the Roes."""
    row = scene.chunks
    machines = last is not None and last.measure == "materiel_strength"
    if last is None or not (row[at].many or machines) or last.at >= at:
        return None
    before = next_in_list(row, at, -1)
    if before == last.at and row[at].of_kind("materiel") and row[at].many:
        return last.party[0] if last.party and last.at == before else None  # "the Dows 900 men and 40 guns"
    if not any(chunk.low in _TELLING or chunk.low in _PUTTING for chunk in row[: last.at]):
        return None
    verb, bare = row.near(at - 1), row[at].elided and row.near(at + 1).low != "of"
    if bare and verb.kind == "vp" and verb.low in _BROUGHT and not (verb.passive or verb.negated):
        return next((row[place] for place in subjects_of(row, at - 1)[:1]), None)
    if bare and verb.kind == "np" and verb.det and row.near(at - 2).kind == "to" and _fights(verb):
        return verb  # "to the Dows' 900"
    other = parallel(scene, at)
    return other if other is not None and (row[at].elided or _fights(other)) else None


def size_in_bracket(around: Scene, bracket: Scene, told: Collection[Found]) -> list[Found]:
    """Read "his army (roughly 9,000)", "the garrison (1,200)"; `told` are the counts around the bracket."""
    counted = bracket.chunks.near(0)
    figure, behind = counted.figure, bracket.chunks.near(1).low
    if figure is None or not (counted.elided and counted.many) or behind not in _BEHIND_SIZES:
        return []
    quantity = figure.quantity
    if (quantity.low or 0) <= _LIKE_AN_AGE or _may_be_year(quantity):
        return []
    force = next((chunk for chunk in around.chunks if chunk.last == counted.first - 1), None)
    if force is None or not _is_body(force) or any(force in (one.counted, *one.party) for one in told):
        return []
    rule = "prose.strength.bracket"
    return [Found("strength", quantity, figure.first, figure.last, 0, rule, party=(force,), figure=figure)]


def _is_body(chunk: Chunk) -> bool:
    """Tell "the garrison", "all soldiers", "Roe cavalry" from one man, a name and those counted already."""
    rough = chunk.figure is None or chunk.figure.quantity.kind == "vague"  # "most of his army"
    if not rough or chunk.harm is not None or chunk.noun is None or chunk.person:
        return False
    fights = chunk.of_kind("people", "unit") and chunk.noun.category == "combatants"
    return (fights or chunk.low in _BODIES) and (
        chunk.plural or chunk.noun.collective or chunk.of_kind("unit")
    )


def _may_be_year(quantity: Quantity) -> bool:
    return quantity.kind == "exact" and quantity.verbatim.isdigit() and len(quantity.verbatim) == len("1945")
