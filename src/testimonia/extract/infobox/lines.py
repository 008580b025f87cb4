"""Read the items of a value in their context: what is counted, below which headings, with which notes."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from testimonia.extract.drafts import Named, Saying
from testimonia.extract.infobox.authors import bare_sayer
from testimonia.extract.infobox.context import Context, Frame, governed
from testimonia.extract.infobox.counts import Count, Setting, count_of
from testimonia.extract.infobox.items import PART_WORDS, read_items
from testimonia.extract.infobox.kinds import kind_at
from testimonia.extract.infobox.layout import Bracket, Segment, cut_segments
from testimonia.extract.infobox.moments import is_year
from testimonia.extract.infobox.nearby import harmed_in_bracket, settle_unknown
from testimonia.extract.infobox.notes import Note, read_note
from testimonia.extract.infobox.nouns import is_civilian, is_ship, is_single_person, is_thing
from testimonia.extract.infobox.pieces import Heading, Item
from testimonia.extract.tokens import Token
from testimonia.model import Measure, Quantity

__all__ = ["Line", "read_lines", "setting_of"]

_AIRCRAFT = re.compile(r"\b(?:bombers?|aircraft|planes|aeroplanes|gliders)\b", re.IGNORECASE)
_SAYERS = frozenset({"per", "according", "claimed", "reported", "estimated"})


@dataclass(frozen=True, slots=True)
class Line:
    """An item in its context."""

    item: Item
    context: Context
    count: Count | None
    notes: tuple[Note, ...] = ()
    """What its own brackets say."""
    loose: tuple[Note, ...] = ()
    """What brackets behind a boundary say."""
    civilians: bool = False
    saying: Saying | None = None
    """Of a bracket; the heading's is in the context."""
    reached: bool = False
    """True if the bracket stands with a later item."""
    parts: tuple[Item, ...] = ()
    """Items in its brackets: "(200 executed)"."""


def read_lines(frame: Frame) -> list[Line]:
    """Read all items of a value, each with the context that the headings above it set."""
    lines: list[Line] = []
    context = Context()
    pieces = settle_unknown(read_items(cut_segments(frame.passage)))
    if frame.base != "strength":
        pieces = [harmed_in_bracket(piece) for piece in pieces]
    rules = deque(mark.start for mark in frame.passage.marks if mark.kind == "rule")
    for piece, after in zip_longest(pieces, pieces[1:]):
        while rules and piece.tokens and rules[0] <= piece.tokens[0].start:
            rules.popleft()
            context = Context(group=context.group + 1)  # below a ruled line nothing above it holds
        if isinstance(piece, Heading):
            context = _headed(lines, context, piece, after, frame)
            continue
        context = _flagged(context, piece, frame)
        before = next((line.count for line in reversed(lines) if line.count), None)
        measure = before.measure if piece.part and before and not before.item else context.measure
        count = count_of(piece, frame.base, measure, before, setting_of(frame))
        line = _line(piece, context, _named(count, context, frame), frame)
        lines.append(line)
        lines.extend(more for bracket in piece.notes if (more := _all_of(bracket.tokens, line)))
    return lines


def setting_of(frame: Frame) -> Setting:
    """Give what the rest of the infobox tells about doubtful nouns."""
    return Setting(bool(_AIRCRAFT.search(frame.passage.shown)), frame.parties.knows)


def _named(count: Count | None, context: Context, frame: Frame) -> Count | None:
    """Give a bare figure the thing that its heading names: "Aircraft: 549"."""
    if count is None or context.thing is None or count.sort != "nothing":
        return count
    measure: Measure = "materiel_strength" if frame.base == "strength" else "materiel_lost"
    return replace(count, measure=measure, item=context.thing, sort="materiel")


def _headed(
    lines: list[Line], context: Context, piece: Heading, after: Heading | Item | None, frame: Frame
) -> Context:
    """Take in a heading, or what only looks like one; give the context below it."""
    line = _unheaded(piece, context, lines, frame)
    if line:
        lines.append(line)
        return context
    if lines and _is_suffix(piece, lines[-1], last=after is None):
        note = read_note(frame.passage, piece.tokens, frame.when)
        if note.saying:
            lines[-1] = replace(lines[-1], loose=(*lines[-1].loose, note))
            return context
    opens = isinstance(after, Item) or (after is not None and after.colon)
    return governed(context, piece, frame, opens=opens)


def _is_suffix(piece: Heading, before: Line, *, last: bool) -> bool:
    """Tell whether words without figures and colon speak of what is before them: "60,000, Rebel claim".

    "According to the army," with a capital begins anew.
    """
    if piece.colon or not piece.tokens:
        return False
    if piece.tokens[0].text in {"According", "Per"}:
        return last
    return last or not (piece.bold or before.context.saying or before.context.scholarly)


def _unheaded(piece: Heading, context: Context, lines: Sequence[Line], frame: Frame) -> Line | None:
    """Read what looks like a heading but counts: a ship by its name, "all executed" behind a figure."""
    tokens = piece.tokens
    if piece.colon or not tokens:
        return None
    if frame.base == "strength" and _is_one_ship(tokens):
        closed = bool(piece.brackets) and piece.brackets[-1].at == len(tokens)
        name = frame.passage.shown[tokens[0].start : piece.brackets[-1].end if closed else tokens[-1].end]
        item = Item(tokens, 0, len(tokens), None, None, head=tokens)
        return Line(
            item, context, Count("materiel_strength", Quantity("exact", 1, 1, name), name, "materiel", 0.85)
        )
    if not lines or lines[-1].count is None:
        return None
    return _all_of(tokens, lines[-1]) or _one_of(tokens, context, lines[-1])


def _is_one_ship(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a line is the name of a ship: "HMS Lion", "U-864"."""
    return is_ship(tokens) or (len(tokens) == 1 and is_thing(tokens) and not tokens[0].text.islower())


def _all_of(tokens: tuple[Token, ...], before: Line) -> Line | None:
    """Read "all executed" behind "35 captured": the same number, another kind."""
    kind = kind_at(tokens, 1, len(tokens)) if len(tokens) > 1 and tokens[0].low in {"all", "both"} else None
    if kind is None or kind.last < len(tokens) or kind.materiel or before.count is None:
        return None
    if kind.measure == before.count.measure:
        return None
    words = (*before.item.tokens[: before.item.last], *tokens)
    item = replace(before.item, tokens=words, last=len(words), kind=kind, inherited=True, notes=(), loose=())
    return Line(item, before.context, replace(before.count, measure=kind.measure), civilians=before.civilians)


def _one_of(tokens: tuple[Token, ...], context: Context, before: Line) -> Line | None:
    """Read "including a commander": one of the figure before."""
    if (
        len(tokens) < 3
        or tokens[0].low not in {"including", "incl"}
        or tokens[1].low not in {"a", "an", "one"}
    ):
        return None
    head = tokens[2:]
    if not is_single_person(head) or before.count is None:
        return None
    words = " ".join(token.text for token in tokens[1:])
    item = Item(tokens, 1, len(tokens), None, None, head=head, part=True)
    quantity = Quantity("exact", 1, 1, words)
    return Line(item, context, Count(before.count.measure, quantity, sort="people", sure=0.85))


def _flagged(context: Context, item: Item, frame: Frame) -> Context:
    """Begin a new party at a flag before an item."""
    if not item.flags:
        return context
    marks = {mark.value: mark.span for mark in frame.passage.marks if mark.kind == "flag" and mark.value}
    named = [country for country in dict.fromkeys(item.flags) if country in marks]
    parties = tuple(Named(country, marks[country], flag=country) for country in named)
    return replace(context, parties=parties, basis="flag" if parties else "none", group=context.group + 1)


def _line(item: Item, context: Context, count: Count | None, frame: Frame) -> Line:
    """Bring an item together with what its brackets say."""
    notes = [_note_of(bracket, frame) for bracket in item.notes]
    loose = tuple(_note_of(bracket, frame) for bracket in item.loose)
    if item.tail and item.tail[0].low in _SAYERS:
        notes.append(read_note(frame.passage, item.tail, frame.when))
    brackets = (*item.notes, *item.loose) if count else ()
    parts = tuple(part for bracket in brackets for part in _parts(bracket))
    words = (*item.head, *item.tokens[item.first : item.last], *item.tail[:2])
    civil = frame.base != "strength" and (context.civilians or is_civilian(words))
    return Line(item, context, count, tuple(notes), loose, civil, parts=parts)


def _note_of(bracket: Bracket, frame: Frame) -> Note:
    """Read what a bracket says of its figure; what stands with a figure of its own speaks of that."""
    apart: list[Token] = []
    for tokens in _by_comma(bracket.tokens):
        pieces = read_items([Segment(tokens, ",")])
        if not any(isinstance(piece, Item) and _is_part(piece) for piece in pieces):
            edge = tokens[-1].end
            apart.extend((*tokens, Token(",", ",", edge, edge, "sign")))
    note = read_note(frame.passage, apart[:-1], frame.when) if apart else Note()
    known = (
        not apart
        or note.saying
        or frame.parties.sides_of(frame.passage.shown[apart[0].start : apart[-1].end])
    )
    return (
        note if known else replace(note, saying=bare_sayer(frame.passage, apart[:-1], frame.text, below=True))
    )


def _is_part(piece: Item) -> bool:
    """Tell a figure in brackets from a year and from a vague word."""
    if piece.figure is None or is_year(piece.tokens[piece.first : piece.last]):
        return False
    sure = piece.figure.quantity.kind not in {"vague", "unknown", "none"}
    return sure and all(token.low in PART_WORDS or token.kind == "sign" for token in piece.lead)


def _parts(bracket: Bracket) -> Iterator[Item]:
    """Read the figures in a bracket: "(200 executed)", "(8,310 killed, 29,560 wounded)"."""
    for piece in read_items([Segment(tokens, ",") for tokens in _by_comma(bracket.tokens)]):
        if isinstance(piece, Item) and _is_part(piece):
            yield piece


def _by_comma(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    begin = 0
    for at, token in enumerate(tokens):
        if token.low in {",", ";"}:
            yield from [tokens[begin:at]] if begin < at else []
            begin = at + 1
    yield from [tokens[begin:]] if begin < len(tokens) else []
