"""Make claims of the items of a value: what is counted, whose, who says so, in which part of the event.

Headings set the context of what follows; a bracket speaks of its own item, and of the items before
it in the list as long as they bring another kind each and have no bracket of their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from testimonia.extract.drafts import ClaimDraft, Named, Saying
from testimonia.extract.infobox.context import Context, Frame, governed
from testimonia.extract.infobox.counts import Count, Setting, count_of, is_spared
from testimonia.extract.infobox.items import PART_WORDS, Heading, Item, read_items
from testimonia.extract.infobox.layout import Bracket, Segment, cut_segments
from testimonia.extract.infobox.kinds import kind_at
from testimonia.extract.infobox.moments import is_year
from testimonia.extract.infobox.nouns import is_civilian, is_ship, is_single_person, is_thing, sort_of
from testimonia.extract.infobox.notes import Note, read_note
from testimonia.extract.infobox.parties import capital_runs, described
from testimonia.extract.infobox.totals import is_total
from testimonia.extract.tokens import Token
from testimonia.model import Category, Measure, Quantity, Span

__all__ = ["Line", "read_lines", "to_claims", "unread"]

_AIRCRAFT = re.compile(r"\b(?:bombers?|aircraft|planes|aeroplanes|gliders)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """An item in its context."""

    item: Item
    context: Context
    count: Count | None
    notes: tuple[Note, ...] = ()
    loose: tuple[Note, ...] = ()
    civilians: bool = False
    saying: Saying | None = None
    rule: str = "plain"
    parts: tuple[Item, ...] = field(default=())
    """Items in its brackets: "(200 executed)"."""


def read_lines(frame: Frame) -> list[Line]:
    """Read all items of a value with their contexts and sayings."""
    lines: list[Line] = []
    context = Context()
    before: Count | None = None
    setting = _setting(frame)
    pieces = read_items(cut_segments(frame.passage))
    for number, piece in enumerate(pieces):
        if isinstance(piece, Heading):
            line = _unheaded(piece, context, lines, frame)
            if line:
                lines.append(line)
            elif lines and _is_suffix(piece, lines[-1], last=number + 1 == len(pieces)) and _note_of(piece, frame).saying:
                lines[-1] = replace(lines[-1], loose=(*lines[-1].loose, _note_of(piece, frame)))
            else:
                opens = number + 1 < len(pieces) and (isinstance(pieces[number + 1], Item) or pieces[number + 1].colon)
                context = governed(context, piece, frame, opens=opens)
            continue
        context = _flagged(context, piece, frame)
        count = count_of(piece, frame.base, context.measure, before, setting)
        if count and context.thing and count.sort == "nothing":
            measure: Measure = "materiel_strength" if frame.base == "strength" else "materiel_lost"
            count = replace(count, measure=measure, item=context.thing, sort="materiel")
        lines.append(_line(piece, context, count, frame))
        before = count or before
    return _ordered(_said(_civil(lines, frame)), frame)


def _is_suffix(piece: Heading, before: Line, *, last: bool) -> bool:
    """Tell whether words without figures and colon speak of what stands before them."""
    return not piece.colon and (last or (not piece.bold and before.context.saying is None and not before.context.scholarly))


def _setting(frame: Frame) -> Setting:
    return Setting(bool(_AIRCRAFT.search(frame.passage.shown)), frame.parties.knows)


def _note_of(piece: Heading, frame: Frame) -> Note:
    """Read words behind an item as if they stood in brackets: "60,000, Rebel claim"."""
    return read_note(frame.passage, piece.tokens, frame.when) if piece.tokens else Note()


def _unheaded(piece: Heading, context: Context, lines: Sequence[Line], frame: Frame) -> Line | None:
    """Read what looks like a heading but counts: a ship by its name, "all executed" behind a figure."""
    tokens = piece.tokens
    if piece.colon or not tokens:
        return None
    if frame.base == "strength" and (is_ship(tokens) or (len(tokens) == 1 and is_thing(tokens) and not tokens[0].text.islower())):
        last = piece.brackets[-1].end if piece.brackets and piece.brackets[-1].at == len(tokens) else tokens[-1].end
        name = frame.passage.shown[tokens[0].start : last]
        item = Item(tokens, 0, len(tokens), None, None, head=tokens)
        return Line(item, context, Count("materiel_strength", Quantity("exact", 1, 1, name), name, "materiel", 0.85))
    if not lines or lines[-1].count is None:
        return None
    return _all_of(tokens, lines[-1]) or _one_of(tokens, context, lines[-1])


def _all_of(tokens: tuple[Token, ...], before: Line) -> Line | None:
    """Read "all executed" behind "35 captured": the same number, another kind."""
    kind = kind_at(tokens, 1, len(tokens)) if len(tokens) > 1 and tokens[0].low in {"all", "both"} else None
    if kind is None or kind.last < len(tokens) or kind.materiel or before.count is None:
        return None
    words = (*before.item.tokens[: before.item.last], *tokens)
    item = replace(before.item, tokens=words, last=len(words), kind=kind, notes=(), loose=())
    return Line(item, before.context, replace(before.count, measure=kind.measure), civilians=before.civilians)


def _one_of(tokens: tuple[Token, ...], context: Context, before: Line) -> Line | None:
    """Read "including a commander": one of the figure before."""
    if len(tokens) < 3 or tokens[0].low not in {"including", "incl"} or tokens[1].low not in {"a", "an", "one"}:
        return None
    head = tokens[2:]
    if not is_single_person(head) or before.count is None:
        return None
    words = " ".join(token.text for token in tokens[1:])
    item = Item(tokens, 1, len(tokens), None, None, head=head, part=True)
    return Line(item, context, Count(before.count.measure, Quantity("exact", 1, 1, words), sort="people", sure=0.85))


def _flagged(context: Context, item: Item, frame: Frame) -> Context:
    """A flag before an item begins a new party."""
    if not item.flags:
        return context
    named = tuple(dict.fromkeys(country for country in item.flags if country))
    marks = {mark.value: mark.span for mark in frame.passage.marks if mark.kind == "flag"}
    parties = tuple(Named(country, marks[country], flag=country) for country in named if country in marks)
    return replace(context, parties=parties, basis="flag" if parties else "none", group=context.group + 1)


def _line(item: Item, context: Context, count: Count | None, frame: Frame) -> Line:
    notes = tuple(read_note(frame.passage, bracket.tokens, frame.when) for bracket in item.notes)
    loose = tuple(read_note(frame.passage, bracket.tokens, frame.when) for bracket in item.loose)
    if item.tail and item.tail[0].low in {"per", "according", "claimed", "reported", "estimated"}:
        notes += (read_note(frame.passage, item.tail, frame.when),)
    parts = tuple(part for bracket in (*item.notes, *item.loose) for part in _parts(bracket)) if count else ()
    words = (*item.head, *item.tokens[item.first : item.last], *item.tail[:2])
    civil = frame.base != "strength" and (context.civilians or is_civilian(words))
    return Line(item, context, count, notes, loose, civil, parts=parts)


def _parts(bracket: Bracket) -> Iterator[Item]:
    """Read the figures in a bracket: "(200 executed)", "(8,310 killed, 29,560 wounded)"."""
    for piece in read_items([Segment(tokens, ",") for tokens in _by_comma(bracket)]):
        if isinstance(piece, Item) and piece.figure and not is_year(piece.tokens[piece.first : piece.first + 1]) and piece.figure.quantity.kind not in {"vague", "unknown", "none"}:
            if all(token.low in PART_WORDS for token in piece.lead):
                yield piece


def _by_comma(bracket: Bracket) -> Iterator[tuple]:  # type: ignore[type-arg]
    begin = 0
    for at, token in enumerate(bracket.tokens):
        if token.low in {",", ";"}:
            yield bracket.tokens[begin:at]
            begin = at + 1
    yield bracket.tokens[begin:]


def _civil(lines: Sequence[Line], frame: Frame) -> list[Line]:
    """Carry civilians on: "46 civilians killed, 30 wounded" are 30 civilians."""
    found: list[Line] = []
    seen: set[str] = set()
    for line in lines:
        before = found[-1] if found else None
        if line.civilians:
            seen.add(line.count.measure if line.count else "")
        elif before and before.civilians and _goes_on(line, seen, frame) and before.context is line.context:
            line = replace(line, civilians=True)
            seen.add(line.count.measure if line.count else "")
        else:
            seen = set()
        found.append(line)
    return found


def _goes_on(line: Line, seen: set[str], frame: Frame) -> bool:
    if line.count is None or line.count.sort != "nothing" or line.count.item or is_total(line.item.tail) or is_total(line.item.head):
        return False
    return frame.shared or line.count.measure not in seen


def _said(lines: Sequence[Line]) -> list[Line]:
    """Give each line its saying: its own bracket's, a later bracket's that reaches back, or the heading's."""
    found = list(lines)
    for index, line in enumerate(found):
        own = [note for note in (*line.notes, *line.loose) if note.saying or note.episode]
        if not own:
            continue
        told = any(note.saying for note in own)
        reached = _reached(found, index) if told else []
        for note in own:
            for back in (index, *reached):
                found[back] = _apply(found[back], note)
    return found


def _apply(line: Line, note: Note) -> Line:
    if note.saying and line.saying is None:
        line = replace(line, saying=note.saying, rule="suffix")
    if note.episode and not line.context.episode:
        line = replace(line, context=replace(line.context, episode=True))
    return line


def _reached(lines: Sequence[Line], index: int) -> list[int]:
    """Give the earlier lines that a bracket behind line `index` speaks of too.

    Where a kind comes twice the list holds rival figures, and the bracket speaks of its own alone.
    """
    last = lines[index]
    seen = {_key(last)}
    found: list[int] = []
    for back in range(index - 1, -1, -1):
        line = lines[back]
        if line.context.group != last.context.group or line.item.notes or line.item.loose or line.saying:
            return found
        if line.count and line.count.quantity.kind in {"none", "unknown"}:
            return found
        if _key(line) in seen:
            return []
        seen.add(_key(line))
        found.append(back)
    return found


def _ordered(lines: list[Line], frame: Frame) -> list[Line]:
    """Give groups of figures to the belligerents in their order, where flags were lost but their number fits.

    Only a guess, and marked as one: "None, 1 killed, [flag] 3 killed" beside three belligerents.
    """
    flags = [flag for line in lines for flag in line.item.flags]
    names = frame.parties.belligerents(frame.side or 0)
    if frame.shared or not flags or any(flags):
        return lines
    groups = _groups(lines)
    weights = [max(1, len(lines[group[0]].item.flags)) for group in groups]
    if len(groups) < 2 or sum(weights) != len(names):
        return lines
    found, at = list(lines), 0
    for group, weight in zip(groups, weights, strict=True):
        parties = tuple(entry.name for entry in names[at : at + weight])
        at += weight
        for index in group:
            context = replace(found[index].context, parties=parties, basis="order")
            found[index] = replace(found[index], context=context)
    return found


def _groups(lines: Sequence[Line]) -> list[list[int]]:
    """Cut lines into groups: at a flag, where a kind comes again, and behind "None" or "Unknown"."""
    groups: list[list[int]] = []
    seen: set[tuple[object, ...]] = set()
    closed = True
    for index, line in enumerate(lines):
        if closed or line.item.flags or _key(line) in seen:
            groups.append([])
            seen = set()
        groups[-1].append(index)
        seen.add(_key(line))
        closed = bool(line.count and line.count.quantity.kind in {"none", "unknown"})
    return groups


def _key(line: Line) -> tuple[object, ...]:
    if line.count is None:
        return ("none", line.item.first, line.item.segment)
    party = " ".join(token.low for token in line.item.head) if line.count.sort in {"people", "civilians", "unknown"} else ""
    if line.count.measure == "strength":
        return ("strength",)
    graded = any(token.low == "confirmed" for token in line.item.head)
    return (line.count.measure, line.count.item, party if not line.count.item else "", graded)


def to_claims(lines: Sequence[Line], frame: Frame) -> Iterator[ClaimDraft]:
    """Make the claims of all lines, subsets behind their totals."""
    total: Span | None = None
    for line in lines:
        if line.count is None:
            continue
        claim = _claim(line, line.item, line.count, frame)
        if line.item.part:
            yield replace(claim, total=total, rule="infobox.subset")
            continue
        total = claim.span
        yield claim
        for part in line.parts:
            yield from _subset(claim, line, part, frame)


def unread(lines: Sequence[Line], frame: Frame) -> Iterator[Span]:
    """Give the figures of a value that no claim was made of, without those that count no harm and no force."""
    for line in lines:
        figure = line.item.figure
        if line.count is None and figure and not is_spared(line.item) and sort_of(line.item.head) not in {"blocked", "unit"}:
            yield _figure(line.item, frame)


def _claim(line: Line, item: Item, count: Count, frame: Frame) -> ClaimDraft:
    context = line.context
    saying = _dated(line.saying or context.saying, line)
    named, basis = _party(line, item, count, frame)
    stance = saying.stance if saying else "unmarked"
    if not saying and item.figure and item.figure.estimated:
        stance = "estimated"
    if any(token.low == "confirmed" for token in (*item.head, *item.tail)) and stance in {"claimed", "unmarked"}:
        stance = "confirmed"
    civil = line.civilians
    side = None if frame.shared or (civil and _is_explicit(line)) else frame.side
    rule = f"infobox.{frame.name}.{'suffix' if line.saying else 'per' if saying else 'plain'}"
    return ClaimDraft(
        count.measure, count.quantity, _quote(item, count, frame), frame.parameter.span, rule, _sure(line, count, basis), "infobox",
        named, side, _category(line, count, frame), basis, saying, stance, "sub" if context.episode else "main", count.item,
        None, None, _figure(item, frame),
    )  # fmt: skip


def _is_explicit(line: Line) -> bool:
    """Tell civilians called so from workers or sailors who belong to a side."""
    own = [token.low.startswith("civilian") for token in (*line.item.head, *line.item.tail[:2]) if token.kind == "word"]
    return any(own) or not line.item.head or line.context.civilians


def _dated(saying: Saying | None, line: Line) -> Saying | None:
    """Take "(as of 12 April)" behind a figure as the date of what a heading's sayer says."""
    when = next((note.when for note in line.notes if note.as_of and note.stated and note.when), None)
    return replace(saying, when=when) if saying and when and saying.when is None else saying


def _sure(line: Line, count: Count, basis: str) -> float:
    if basis == "order":
        return 0.6
    doubt = 0.85 if line.rule == "suffix" and not line.item.notes and not line.item.loose else 1.0
    return round(count.sure * doubt, 2)


def _party(line: Line, item: Item, count: Count, frame: Frame) -> tuple[tuple[Named, ...], str]:
    passage = frame.passage
    if count.sort in {"people", "civilians", "unknown", "unit"} and item.figure:
        runs = capital_runs(passage, item.head)
        if runs:
            return tuple(runs), "named"
    if count.sort == "materiel":
        runs = [run for run in capital_runs(passage, item.head) if frame.parties.knows(run.words)]
        if runs:
            return tuple(runs), "named"
    lead = [run for run in capital_runs(passage, item.lead) if frame.parties.sides_of(run.words)]
    if lead:
        return tuple(lead), "heading"
    group = described(passage, item.head) if item.figure and count.sort in {"people", "civilians"} else None
    if line.context.parties:
        return line.context.parties, line.context.basis
    return ((group,), "described") if group and not line.civilians else ((), "none")


def _category(line: Line, count: Count, frame: Frame) -> Category:
    if line.civilians:
        return "civilians"
    if any(note.civilians and not note.saying for note in line.notes):
        return "mixed"
    if frame.side is None or frame.shared:
        return "mixed" if is_total((*line.item.head, *line.item.tail)) else "unknown"
    return "combatants"


def _quote(item: Item, count: Count, frame: Frame) -> Span:
    first = item.first
    if count.sort == "unit" and item.lead and item.lead[-1].low == "of":
        first = 0
    if item.kind and item.kind.last <= item.first and not item.inherited:
        first = item.kind.first
    return _whole(frame, item.tokens[first].start, item.tokens[item.last - 1].end)


def _whole(frame: Frame, start: int, end: int) -> Span:
    """Give the span of shown words; a link that begins or ends in it is quoted whole."""
    span = frame.passage.source(start, end)
    for mark in frame.passage.marks:
        if mark.kind == "link" and mark.start < end and start < mark.end:
            if mark.start >= start and mark.end <= end:
                span = Span(min(span.start, mark.span.start), max(span.end, mark.span.end))
            elif mark.start < start:
                span = Span(mark.span.start, span.end)
            else:
                span = Span(span.start, mark.span.end)
    return _balanced(span, frame.text)


def _balanced(span: Span, text: str) -> Span:
    """Take in the end of a template that begins in the span: "{{circa|60,000" + "}}"."""
    words = text[span.start : span.end]
    if words.count("{{") > words.count("}}"):
        close = text.find("}}", span.end, span.end + 60)
        return Span(span.start, close + 2) if close >= 0 else span
    return span


def _figure(item: Item, frame: Frame) -> Span:
    last = item.figure.last if item.figure else item.last
    return frame.passage.source(item.tokens[item.first].start, item.tokens[last - 1].end)


def _subset(total: ClaimDraft, line: Line, part: Item, frame: Frame) -> Iterator[ClaimDraft]:
    """Make a claim of a figure in brackets, part of the figure before them."""
    inherited = total.measure if total.measure not in {"losses"} else None
    count = count_of(part, frame.base, None, line.count, _setting(frame))
    if count is None:
        return
    if part.kind is None and inherited and count.measure in {"losses", "strength", "killed"}:
        count = replace(count, measure=inherited, item=total.item)
    inner = replace(line, civilians=line.civilians or is_civilian(part.head))
    claim = _claim(inner, part, count, frame)
    yield replace(claim, total=total.span, rule="infobox.subset")
