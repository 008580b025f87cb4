"""How far words reach in a list: civilians to the figures after them, a bracket to the figures before it.

"46 civilians killed, 30 wounded" are 30 civilians; "300 killed, 14 captured (army claim)" are both the
army's figures, as long as every item brings another kind and none has a bracket of its own: "54
killed, 150 killed (army claim)" are rival figures, and only the second is the army's.
"""

from collections.abc import Sequence
from dataclasses import replace

from testimonia.extract.infobox.context import Frame
from testimonia.extract.infobox.lines import Line
from testimonia.extract.infobox.notes import Note
from testimonia.extract.infobox.totals import is_total

__all__ = ["carry_civilians", "guess_by_order", "spread_sayings"]


def carry_civilians(lines: Sequence[Line], frame: Frame) -> list[Line]:
    """Carry civilians on to the figures behind them that name nobody else."""
    found: list[Line] = []
    seen: set[str] = set()
    for line in lines:
        before = found[-1] if found else None
        goes_on = bool(before and before.civilians and before.context is line.context) and _goes_on(
            line, seen, frame
        )
        seen = seen | {line.count.measure if line.count else ""} if line.civilians or goes_on else set()
        found.append(replace(line, civilians=True) if goes_on else line)
    return found


def _goes_on(line: Line, seen: set[str], frame: Frame) -> bool:
    """Tell whether a figure may still count civilians; in a side's own list only for another kind."""
    count = line.count
    if count is None or count.sort != "nothing" or count.item or is_total((*line.item.head, *line.item.tail)):
        return False
    return frame.shared or count.measure not in seen


def spread_sayings(lines: Sequence[Line]) -> list[Line]:
    """Give each line what its brackets say, and what later brackets say of it too."""
    found = list(lines)
    for index, line in enumerate(lines):
        own = [note for note in (*line.notes, *line.loose) if note.saying or note.episode]
        reached = _reached(found, index) if any(note.saying for note in own) else []
        for note in own:
            found[index] = _told(found[index], note)
            for back in reached:
                found[back] = replace(_told(found[back], note), reached=True)
    return found


def _told(line: Line, note: Note) -> Line:
    if note.saying and line.saying is None:
        line = replace(line, saying=note.saying)
    if note.episode and not line.context.episode:
        line = replace(line, context=replace(line.context, episode=True))
    return line


def _reached(lines: Sequence[Line], index: int) -> list[int]:
    """Give the earlier lines that a bracket behind line `index` speaks of too."""
    last = lines[index]
    seen = {_key(last)}
    found: list[int] = []
    for back in range(index - 1, -1, -1):
        line = lines[back]
        apart = line.context.group != last.context.group or line.item.notes or line.item.loose or line.saying
        if apart or _is_empty(line):
            return found
        if _key(line) in seen:
            return []
        seen.add(_key(line))
        found.append(back)
    return found


def _is_empty(line: Line) -> bool:
    return bool(line.count and line.count.quantity.kind in {"none", "unknown"})


def _key(line: Line) -> tuple[object, ...]:
    """Give what two rival figures have in common: kind, thing, and the people counted."""
    count = line.count
    if count is None:
        return ("none", line.item.first, line.item.segment)
    if count.measure == "strength":
        return ("strength",)
    people = count.sort in {"people", "civilians", "unknown"} and not count.item
    words = " ".join(token.low for token in line.item.head) if people else ""
    return (count.measure, count.item, words, any(token.low == "confirmed" for token in line.item.head))


def guess_by_order(lines: Sequence[Line], frame: Frame) -> list[Line]:
    """Give groups of figures to the belligerents in their order, where flags were lost and the numbers fit.

    Only a guess, and marked as one: "None, 1 killed, [flag] 3 killed" beside three belligerents.
    """
    found = list(lines)
    flags = [flag for line in lines for flag in line.item.flags]
    names = frame.parties.belligerents(frame.side or 0)
    groups = _groups(lines)
    weights = [max(1, len(lines[group[0]].item.flags)) for group in groups]
    if frame.shared or not flags or any(flags) or len(groups) < 2 or sum(weights) != len(names):
        return found
    at = 0
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
        closed = _is_empty(line)
    return groups
