"""Subsets: "seven rebels, including a brigade commander, were killed", "12 of whom were officers".

example          40 dead, among them three officers · 12 people died, five of them foreigners
counter-example  several groups, including the Northern Front, took part
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.model import FIELDED, MACHINES, Quantity

__all__ = ["find_breakdown", "find_made_up", "find_subsets"]

_THEM = frozenset({"them", "whom", "these", "those"})
_COLONS = frozenset({":", ";", "-", "–", "—"})
_ENDS = frozenset({".", ";", "-", "–", "—"})
_REACH = 12
"""How many tokens behind a total its parts may begin; behind a comma, "including" reaches farther."""
_FAR = 20
_ROUNDED = 0.01
"""The share by which parts may miss their total: "3,200 Dows (201 officers and 3,000 men)"."""


def find_subsets(scene: Scene, totals: Sequence[Found]) -> Iterator[Found]:
    """Find the part counts for each total already found."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        among = chunk.low in {"among", "amongst"} and row.near(at + 1).kind == "pron"
        if chunk.kind == "prep" and (among or chunk.low in {"including", "excluding"}):
            total = _total_before(totals, chunk.first, _FAR if row.comma(at - 1) else _REACH)
            if total is not None:
                yield from _parts(scene, at + 1 + among, total)
        elif chunk.figure is not None:
            yield from _of_them(scene, at, totals)
            yield from _told_of_some(scene, at, totals)


def find_breakdown(scene: Scene, around: Sequence[Found]) -> Iterator[Found]:
    """Read a bracket of counts that make up the total before it: "four (two men and two boys)"."""
    row = scene.chunks
    total = _total_before(around, row[0].first) if around else None
    if total is not None:
        yield from _makes_up(scene, range(len(row)), total)


def find_made_up(scene: Scene, told: Sequence[Found]) -> Iterator[Found]:
    """Read "it cost them 41 aircraft; 14 bombers, 16 fighters and 11 scouts" the same way."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        total = _total_before(told, chunk.first, 2) if chunk.low in _COLONS else None
        if total is not None and total.quantity.kind == "exact":
            ends = (step for step in range(at + 1, len(row)) if row[step].low in _ENDS)
            yield from _makes_up(scene, range(at + 1, next(ends, len(row))), total)


def _makes_up(scene: Scene, places: range, total: Found) -> Iterator[Found]:
    """Give the counts at some positions, if they are all that stands there and make up a total."""
    row = scene.chunks
    members = [at for at in places if row[at].kind == "np"]
    only = all(row[at].kind in {"np", "conj"} or row.comma(at) for at in places)
    counted = all(row[at].body >= 0 and (row[at].figure or row[at].det in {"a", "an"}) for at in members)
    if not only or not counted or len(members) == 1:
        return
    if total.measure in FIELDED and any(row[at].figure is None for at in members):
        return  # a crew is told by its parts, too
    sizes = [quantity_of(scene, row[at]) for at in members]
    if all(size is not None and size.high is not None for size in sizes) and _fits(sizes, total.quantity):
        for at in members:
            for part in _part(scene, at, row[at], total, row[at].first, row[at].last):
                yield replace(part, party=()) if row[at].name else part  # "nine Dows" are told themselves


def _fits(sizes: Sequence[Quantity | None], total: Quantity) -> bool:
    """Tell whether parts can make up a total: exactly, or up to what it leaves open."""
    known = sum(size.high or 0 for size in sizes if size is not None)
    if total.kind == "exact" and total.high is not None:
        return abs(known - total.high) <= total.high * _ROUNDED
    return total.low is not None and (total.high is None or known <= total.high)


def _total_before(totals: Sequence[Found], token: int, reach: int = _REACH) -> Found | None:
    near = [total for total in totals if total.first < token and 0 <= token - _end(total) < reach]
    return max(near, key=_end, default=None)


def _end(total: Found) -> int:
    return total.counted.last if total.counted is not None else total.last


def _parts(scene: Scene, at: int, total: Found) -> Iterator[Found]:
    """Read the list behind "including", "amongst them were", "including those of"."""
    row = scene.chunks
    at += row.near(at).copula
    at += 2 * (row.near(at).det == "those" and row.near(at + 1).low == "of")
    while True:
        part = row.near(at)
        known = part.figure is not None or (part.noun is not None and part.low != "people") or part.name
        wrong = part.of_kind("people") and total.measure in MACHINES
        again = part.figure is not None and part.figure is total.figure
        if part.kind != "np" or not known or wrong or again:
            return
        yield from _part(scene, at, part, total, part.first, part.last)
        at = behind(row, at)
        joined = row.near(at).kind == "conj" or row.comma(at)
        then = row.near(at + 1)
        single = then.det in {"a", "an"} and then.of_kind("materiel")
        if not joined or (then.figure is None and not single):
            return
        at += 1


def _of_them(scene: Scene, at: int, totals: Sequence[Found]) -> Iterator[Found]:
    """Read "five of them foreigners", "12 of whom were officers", "most of whom were rebels"."""
    row, part = scene.chunks, scene.chunks[at]
    them = _them(scene, at)
    total, then = _total_before(totals, part.first), row.near(them + 1)
    graded = total is not None and total.measure == "wounded" and then.low in _GRADES
    told = (
        then.kind == "np"
        or graded
        or then.copula
        or not at
        or (
            then.kind == "prep"
            and row.comma(at - 1)
            and part.figure is not None
            and part.figure.quantity.low is not None
        )
    )
    if them >= 0 and total is not None and told:
        who = row.near(them + 1 + then.copula)
        for one in _part(scene, at, part, total, part.first, row[them].last):
            yield replace(one, party=(who,)) if _is_told(who) and one.measure not in FIELDED else one
        yield from _and_rest(scene, them + 1 + then.copula, total)


def _is_told(who: Chunk) -> bool:
    """Tell "five of them children" from "five of them deputies of the mayor", "three of them dead"."""
    return who.of_kind("people") and who.figure is None and who.harm is None and not who.det


def _and_rest(scene: Scene, at: int, total: Found) -> Iterator[Found]:
    """Read the others of "28 of them rebels and five guards", "28 of them were rebels, five were guards"."""
    row = scene.chunks
    while row.near(at).kind == "np":
        at = behind(row, at)
        joined = at
        at += row.comma(at)
        at += row.near(at).kind == "conj"
        other = row.near(at)
        told = at + 1 if other.elided and row.near(at + 1).copula else at - 1
        people = row.near(told + 1)
        if at == joined or other.figure is None or not (people.of_kind("people") or people.plural_name):
            return
        goes_on = row.near(behind(row, told + 1))
        if goes_on.kind == "vp":
            return  # "five of them soldiers, and three guards fled"
        for part in _part(scene, at, other, total, other.first, people.last):
            yield replace(part, party=(people,))
        at = told + 1


def _told_of_some(scene: Scene, at: int, totals: Sequence[Found]) -> Iterator[Found]:
    """Read "of which 230 were galleys", "27 hurt, 5 seriously", "37 were rebels and two were civilians"."""
    row, part = scene.chunks, scene.chunks[at]
    total = _total_before(totals, part.first) if part.elided else None
    if total is None or total.figure is None or total.figure is part.figure:
        return
    link = at - 1 - row.comma(at - 1)  # "of which, 306 were serviceable"
    before, then = row.near(link), row.near(at + 1)
    of_which = before.low in {"which", "whom"} and row.near(link - 1).low == "of" and then.copula
    being = then.copula and then.low == "being" and row.near(at + 2).kind == "np"
    graded = total.measure == "wounded" and then.low in _GRADES and row.near(at + 2).kind == "sign"
    rest = (
        total.rule in _OF_ALL and before.kind == "conj" and then.copula and row.near(at + 2).of_kind("people")
    )
    if rest or being:
        party = (row[at + 2],)
        for told in _part(scene, at, part, total, part.first, row[at + 2].last):
            yield replace(told, party=party, whole=total if being else None)
    elif of_which or graded:
        called = row.near(at + 2) if then.copula and row.near(at + 2).name else None
        for told in _part(scene, at, part, total, part.first, then.last if graded else part.last):
            yield replace(told, party=(called,)) if called is not None else told
        yield from _called_next(scene, at, total) if of_which else ()


def _called_next(scene: Scene, at: int, total: Found) -> Iterator[Found]:
    """Read "and 8,454 Wold" behind "of whom 27,412 were Dow": the second verb is left out."""
    row, step = scene.chunks, at + 3
    while row.comma(step) or row.near(step).kind == "conj":
        part = row.near(step + 1)
        told = part.kind == "np" and part.figure is not None
        if told and part.elided and row.near(step + 2).copula:
            yield from _part(scene, step + 1, part, total, part.first, part.last)
            step = behind(row, step + 3)  # "57 were trainers"
        elif (
            told and (part.name or part.of_kind("people")) and row.near(step + 2).kind in {"sign", "conj", ""}
        ):
            for more in _part(scene, step + 1, part, total, part.first, part.last):
                yield replace(more, party=(part,))
            step += 2
        else:
            step += 1


_GRADES = frozenset({"seriously", "severely", "critically", "badly", "gravely", "slightly", "lightly"})
_OF_ALL = frozenset({"prose.noun.part", "prose.subset"})
"""Rules that count some of the harmed, of whom the rest may be told next."""


def _them(scene: Scene, at: int) -> int:
    """Give the position of "them" or "whom" behind a count, whose figure may hold the "of"; -1 if none."""
    row, part = scene.chunks, scene.chunks[at]
    held = scene.sentence.tokens[part.last - 1].low == "of"
    them = at + (1 if held else 2)
    linked = part.elided and (held or row.near(at + 1).low == "of")
    several = (
        row.near(them).low == "which" and part.figure is not None and (part.figure.quantity.low or 0) > 1
    )
    return them if linked and (several or row.near(them).low in _THEM) else -1


def _part(scene: Scene, at: int, part: Chunk, total: Found, first: int, last: int) -> Iterator[Found]:
    quantity = quantity_of(scene, part)
    counted = total.counted if part.elided and total.measure != "materiel_strength" else None
    party = total.party or ((counted,) if counted is not None else ())
    party = () if _is_called(scene, part) and total.measure not in MACHINES | FIELDED else party
    passing = total.measure in FIELDED and quantity is not None and quantity.wording == "some"
    if quantity is not None and not passing:  # "12,000 men, including engineers"
        yield Found(
            total.measure,
            quantity,
            first,
            last,
            at,
            "prose.subset",
            counted=part,
            party=party,
            agent=total.agent,
            figure=part.figure,
            whole=total,
            item=scene.item(part) if part.of_kind("materiel") and total.item else None,
        )


def _is_called(scene: Scene, part: Chunk) -> bool:
    """Tell "Major Roe", who is told of himself, from "their major"."""
    return part.figure is None and not part.det and scene.sentence.tokens[part.last - 1].capital
