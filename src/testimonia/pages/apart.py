"""Parts of the page of an event that have pages of their own where there is too much of them, in sheets."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from testimonia.pages.prose import anchor_of, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from testimonia.pages.dossier import Dossier, Remark, Said
    from testimonia.pages.prose import Chapter, Line, Shown

__all__ = ["Part", "own_and_other", "parts_of"]

_CLAIMS = 120
"""How many rows of the table of claims stand on a sheet."""
_HAPPENINGS = 200
"""How many happenings stand on a sheet."""
_REMARKS = 200
"""How many claims without a figure stand on a sheet, where their words are not in the text that is shown."""
_TEXT = 100_000
"""What a sheet of the text weighs, in bytes, more or less."""
_LINK, _PLACE, _LINE, _REMARK = 110, 45, 20, 200
"""What a highlight weighs beside its words, a place that links lead to, a line, a claim without a figure."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page of an event."""

    heading: str
    sheets: tuple[dict[str, Any], ...]
    """What the template of the part knows on each sheet, one at least."""
    anchors: Mapping[str, int]
    """On which sheet each place is that links may lead to."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line of a source, and where it stands."""

    source: int
    chapter: Chapter | None
    """None in the infobox."""
    line: Line
    weight: int
    """In bytes, with the claims that are told below it."""


def parts_of(dossier: Dossier, shown: Sequence[Shown]) -> dict[str, Part]:
    """Give the parts by name, in the order in which they go on pages of their own."""
    return {"text": _text(dossier, shown), "timeline": _timeline(dossier), "claims": _claims(dossier)}


def own_and_other(claims: Sequence[Said]) -> dict[str, list[Said]]:
    """Give the claims about the event itself, and those about a part of it or something else."""
    return {
        "own_claims": [said for said in claims if said.record.scope == "main"],
        "other_claims": [said for said in claims if said.record.scope != "main"],
    }


def _claims(dossier: Dossier) -> Part:
    """Cut the table: first come the claims of the event itself."""
    rows = sorted(dossier.claims, key=lambda said: said.record.scope != "main")
    sheets = tuple(own_and_other(rows[start : start + _CLAIMS]) for start in _cuts(rows, _CLAIMS))
    anchors = {f"claim-{said.name}": number // _CLAIMS + 1 for number, said in enumerate(rows)}
    return Part("The claims", sheets, anchors)


def _timeline(dossier: Dossier) -> Part:
    told = dossier.happenings
    sheets = tuple({"happenings": told[start : start + _HAPPENINGS]} for start in _cuts(told, _HAPPENINGS))
    anchors = {f"happening-{one.name}": number // _HAPPENINGS + 1 for number, one in enumerate(told)}
    return Part("What happened when", sheets, anchors)


def _text(dossier: Dossier, shown: Sequence[Shown]) -> Part:
    """Cut the text; below each sheet stands what else was read there."""
    numbers = {one.source.iri: one.number for one in shown}
    known = places_of(shown)
    read: dict[str, list[Remark]] = defaultdict(list)
    for remark in dossier.remarks:
        places = (anchor_of(numbers.get(one.revision, 0), one) for one in remark.mentions)
        read[next((place for place in places if place in known), "")].append(remark)
    rest = read.pop("", [])
    leaves = [_leaf(shown, lines, read) for lines in _by_weight(_lines(shown, read))]
    leaves += [{"sources": (), "remarks": rest[at : at + _REMARKS]} for at in range(0, len(rest), _REMARKS)]
    anchors = {
        place: number
        for number, leaf in enumerate(leaves, 1)
        for place in (*places_of(leaf["sources"]), *(f"claim-{one.name}" for one in leaf["remarks"]))
    }
    return Part("The text", tuple(leaves), anchors)


def _cuts(items: Sequence[object], size: int) -> range:
    return range(0, max(1, len(items)), size)


def _lines(shown: Sequence[Shown], read: Mapping[str, Sequence[Remark]]) -> Iterator[_Placed]:
    """Give all lines of some sources in order, with what they weigh."""
    for source in shown:
        infobox = ((None, line) for line in source.infobox)
        text = ((chapter, line) for chapter in source.chapters for line in chapter.lines)
        for chapter, line in chain(infobox, text):
            remarks = (remark for piece in line.pieces for at in piece.anchors for remark in read.get(at, ()))
            marks = sum(_LINK * bool(piece.back) + _PLACE * len(piece.anchors) for piece in line.pieces)
            words = sum(len(piece.words.encode()) for piece in line.pieces)
            below = sum(_REMARK + _LINK * len(remark.mentions) for remark in remarks)
            yield _Placed(source.number, chapter, line, _LINE + words + marks + below)


def _by_weight(lines: Iterable[_Placed]) -> Iterator[list[_Placed]]:
    """Put as many lines together as a sheet takes; one list at least."""
    here: list[_Placed] = []
    for line in lines:
        if here and sum(one.weight for one in here) + line.weight > _TEXT:
            yield here
            here = []
        here.append(line)
    yield here


def _leaf(
    shown: Sequence[Shown], lines: list[_Placed], read: Mapping[str, Sequence[Remark]]
) -> dict[str, Any]:
    """Put the lines of a sheet into their sources and chapters again; headings come again on each."""
    sources = []
    for number, some in groupby(lines, key=lambda one: one.source):
        own = list(some)
        parts = groupby((one for one in own if one.chapter), key=lambda one: one.chapter)
        chapters = tuple(
            replace(chapter, lines=tuple(one.line for one in held)) for chapter, held in parts if chapter
        )
        infobox = tuple(one.line for one in own if one.chapter is None)
        (whole,) = (one for one in shown if one.number == number)
        sources.append(replace(whole, infobox=infobox, chapters=chapters))
    places = [at for one in lines for piece in one.line.pieces for at in piece.anchors]
    return {"sources": sources, "remarks": [remark for place in places for remark in read.get(place, ())]}
