"""Build the shown text of a passage, piece by piece, with its way back to the source.

`keep` takes words that a reader sees as they stand, `put` words that stand for a stretch of
markup, `mark` notes what is beside the words. What is neither kept nor put is simply not shown:
the text itself is never touched.
"""

from collections.abc import Sequence

from testimonia.model import Mark, MarkKind, Passage, Span, Zone
from testimonia.read.offsets import Offsets

__all__ = ["View", "passage_of"]

_SPACE = " \t\r\n\u00a0"


class View:
    """The shown text of one passage while it grows."""

    __slots__ = ("_ends", "_firsts", "_marks", "_open", "_sources", "_steps", "_words", "size", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.size = 0
        """How many characters are shown so far."""
        self._words: list[str] = []
        self._firsts: list[int] = []
        self._sources: list[int] = []
        self._ends: list[int] = []
        self._steps: list[int] = []
        self._marks: list[Mark] = []
        self._open: dict[MarkKind, tuple[int, int]] = {}

    def keep(self, start: int, end: int) -> None:
        """Show `text[start:end]` as it stands, line breaks as spaces."""
        if start < end:
            words = self.text[start:end]
            shown = words.replace("\n", " ").replace("\r", " ") if "\n" in words else words
            self._piece(shown, start, start + 1, 1)

    def put(self, words: str, start: int, end: int) -> None:
        """Show `words` for the markup `text[start:end]`; each of them leads back to all of it."""
        if words:
            self._piece(words, start, end, 0)

    def mark(self, kind: MarkKind, value: str, start: int, end: int, begin: int | None = None) -> None:
        """Note the markup `text[start:end]`; it reaches from `begin` in the shown text to here."""
        at = self.size if begin is None else begin
        self._marks.append(Mark(kind, at, self.size, value, Span(start, end)))

    def toggle(self, kind: MarkKind, start: int, end: int) -> None:
        """Begin bold or italic type at the markup `text[start:end]`, or end it if it has begun."""
        if kind in self._open:
            begin, opened = self._open.pop(kind)
            self.mark(kind, "", opened, end, begin)
        else:
            self._open[kind] = (self.size, start)

    def opened(self, kind: MarkKind) -> bool:
        """Tell whether bold or italic type has begun."""
        return kind in self._open

    @property
    def blank(self) -> bool:
        """True if nothing is shown yet or the last character is a blank."""
        return not self._words or self._words[-1][-1] in _SPACE

    @property
    def ends_line(self) -> bool:
        """True if nothing is shown yet or the last character is a line break."""
        return not self._words or self._words[-1][-1] == "\n"

    def _piece(self, words: str, start: int, end: int, step: int) -> None:
        self._words.append(words)
        self._firsts.append(self.size)
        self._sources.append(start)
        self._ends.append(end)
        self._steps.append(step)
        self.size += len(words)

    @property
    def shown(self) -> str:
        """The words so far."""
        return "".join(self._words)

    def passage(self, zone: Zone, section: int, *, item: bool = False) -> Passage | None:
        """Give the passage, without white space around it; None if there is nothing to see."""
        shown = self.shown
        first = len(shown) - len(shown.lstrip(_SPACE))
        last = len(shown.rstrip(_SPACE)) if first < len(shown) else first
        if first == last and not self._marks:
            return None
        firsts, steps = tuple(self._firsts), tuple(self._steps)
        starts = Offsets(firsts, tuple(self._sources), steps, self.size)
        ends = Offsets(firsts, tuple(self._ends), steps, self.size)
        marks = self._marks
        if last - first < self.size:
            shown, starts, ends = shown[first:last], starts[first:last], ends[first:last]
            marks = [_moved(mark, first, last) for mark in marks]
        marks.sort(key=_order)
        return Passage(shown, _plain(starts), _plain(ends), zone, section, tuple(marks), item)


def passage_of(
    text: str, start: int, end: int, zone: Zone, section: int, *, item: bool = False
) -> Passage | None:
    """Give `text[start:end]` as it stands, without white space around it; None if nothing is left."""
    words = text[start:end]
    shown = words.strip(_SPACE)
    if not shown:
        return None
    start += len(words) - len(words.lstrip(_SPACE))
    end = start + len(shown)
    if "\n" in shown:
        shown = shown.replace("\n", " ").replace("\r", " ")
    return Passage(shown, range(start, end), range(start + 1, end + 1), zone, section, (), item)


def _plain(offsets: Offsets) -> Sequence[int]:
    """Give a range where the whole text stands in the source as it is shown."""
    if len(offsets.steps) == 1 and offsets.steps[0]:
        return range(offsets.sources[0], offsets.sources[0] + offsets.size)
    return offsets


def _moved(mark: Mark, first: int, last: int) -> Mark:
    """Shift a mark from the untrimmed text to `shown[first:last]` of it."""
    start = min(max(mark.start, first), last) - first
    end = min(max(mark.end, first), last) - first
    return Mark(mark.kind, start, end, mark.value, mark.span)


def _order(mark: Mark) -> tuple[int, int, int]:
    return mark.start, mark.span.start, mark.span.end
