"""Make claims of the lines of a value: how many of whom, who says so, in which part of the event."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.extract.drafts import ClaimDraft, Named, Saying
from testimonia.extract.infobox.context import Frame
from testimonia.extract.infobox.counts import WEAK, Count, count_of, is_spared
from testimonia.extract.infobox.episodes import is_of_episode
from testimonia.extract.infobox.lines import Line, setting_of
from testimonia.extract.infobox.notes import read_note
from testimonia.extract.infobox.nouns import is_civilian, sort_of
from testimonia.extract.infobox.parties import capital_runs, described
from testimonia.extract.infobox.pieces import Item
from testimonia.extract.infobox.quotes import figure_span, quote_span
from testimonia.extract.infobox.totals import is_total
from testimonia.model import Category, Measure, PartyBasis, Span, Stance

__all__ = ["to_claims", "unread"]

_INSIDE = frozenset({"in", "at", "on", "around", "near"})
_GUESSED = 0.6
"""How sure a party is that rests on the order of the belligerents."""
_REACHED = 0.85
"""How sure it is that a bracket speaks of items before its own, too."""


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
    """Give the figures that no claim was made of, without those that count no harm and no force."""
    for line in lines:
        open_figure = line.count is None and line.item.figure and not is_spared(line.item)
        if open_figure and sort_of(line.item.head) not in {"blocked", "unit"}:
            yield figure_span(line.item, frame)


def _claim(line: Line, item: Item, count: Count, frame: Frame) -> ClaimDraft:
    saying = _dated(line.saying or line.context.saying, line)
    parties, basis = _party(line, item, count, frame)
    return ClaimDraft(
        measure=count.measure, quantity=count.quantity, span=quote_span(item, count, frame),
        sentence=frame.parameter.span, rule=_rule(line, saying, frame), confidence=_sure(line, count, basis),
        zone="infobox", parties=parties, side=_side(line, frame), category=_category(line, frame),
        party_basis=basis, saying=saying, stance=_stance(item, saying),
        scope="sub" if line.context.episode or is_of_episode(item, frame) else "main", item=count.item,
        figure=figure_span(item, frame),
    )  # fmt: skip


def _rule(line: Line, saying: Saying | None, frame: Frame) -> str:
    """Name the rule: a bare figure, one below a sayer's heading, one with a sayer in brackets."""
    manner = "suffix" if line.saying else "per" if saying else "plain"
    return f"infobox.{frame.name}.{manner}"


def _stance(item: Item, saying: Saying | None) -> Stance:
    stance = saying.stance if saying else "unmarked"
    if not saying and item.figure and item.figure.estimated:
        stance = "estimated"
    confirmed = any(token.low == "confirmed" for token in (*item.head, *item.tail))
    return "confirmed" if confirmed and stance in {"claimed", "unmarked"} else stance


def _side(line: Line, frame: Frame) -> int | None:
    """Give the side of the parameter; figures of civilians belong to none."""
    return None if frame.shared or (line.civilians and _is_explicit(line)) else frame.side


def _is_explicit(line: Line) -> bool:
    """Tell civilians called so from workers or sailors who belong to a side."""
    item = line.item
    words = (*item.head, *item.tokens[item.first : item.last], *item.tail[:2])
    own = any(token.low.startswith("civilian") for token in words)
    return own or not item.head or line.context.civilians


def _dated(saying: Saying | None, line: Line) -> Saying | None:
    """Take "(as of 12 April)" behind a figure as the date of what a heading's sayer says."""
    when = next((note.when for note in line.notes if note.stated and note.when), None)
    return replace(saying, when=when) if saying and when and saying.when is None else saying


def _sure(line: Line, count: Count, basis: PartyBasis) -> float:
    if basis == "order":
        return _GUESSED
    return round(count.sure * _REACHED, 2) if line.reached else count.sure


def _party(line: Line, item: Item, count: Count, frame: Frame) -> tuple[tuple[Named, ...], PartyBasis]:
    """Tell whose the figure is: a name beside it, a heading or flag above it, a description."""
    runs = capital_runs(frame.passage, item.head) if item.figure and count.sort != "nothing" else []
    if count.sort == "materiel":
        runs = [run for run in runs if frame.parties.knows(run.words)]
    if runs:
        return tuple(runs), "named"
    lead = [run for run in capital_runs(frame.passage, item.lead) if frame.parties.sides_of(run.words)]
    if lead:
        return tuple(lead), "heading"
    if line.context.parties:
        return line.context.parties, line.context.basis
    group = described(frame.passage, item.head) if item.figure and count.sort == "people" else None
    return ((group,), "described") if group and not line.civilians else ((), "none")


def _category(line: Line, frame: Frame) -> Category:
    if line.civilians:
        return "civilians"
    if any(note.civilians and not note.saying for note in line.notes):
        return "mixed"
    if frame.shared:
        return "mixed" if is_total((*line.item.head, *line.item.tail)) else "unknown"
    return "combatants"


def _placed(whole: Count | None, part: Item) -> Count | None:
    """Count those in one place or time: "1,000,000 (400,000 in northern Roe)"; not "(40 in reserve)"."""
    bare = part.figure is not None and part.kind is None and not part.head
    inside = part.tail[:1] and part.tail[0].low in _INSIDE and any(token.capital for token in part.tail)
    if whole is None or part.figure is None or not (bare and inside):
        return None
    return replace(whole, quantity=part.figure.quantity)


def _subset(total: ClaimDraft, line: Line, part: Item, frame: Frame) -> Iterator[ClaimDraft]:
    """Make a claim of a figure in brackets, part of the figure before them."""
    people = None if total.measure in {"losses", "strength"} or total.item else total.measure
    count = count_of(part, frame.base, people, line.count, setting_of(frame)) or _placed(line.count, part)
    if count is None:
        return
    if total.item and count.sort == "nothing" and (part.kind is None or count.measure in WEAK):
        measure: Measure = "materiel_lost" if part.kind else total.measure
        count = replace(count, measure=measure, item=total.item)  # "3 tanks (1 captured)"
    told = read_note(frame.passage, part.tail, frame.when).saying if part.tail else None
    inner = replace(line, civilians=line.civilians or is_civilian(part.head), saying=told or line.saying)
    claim = _claim(inner, part, count, frame)
    scope = total.scope if claim.scope == "main" else claim.scope
    yield replace(claim, total=total.span, rule="infobox.subset", scope=scope)
