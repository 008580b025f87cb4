"""Read the running text of a page: headings, paragraphs, list items, tables, captions."""

import re
from collections.abc import Iterable, Iterator

from testimonia.model import Cell, Span, Zone
from testimonia.read.draft import Draft
from testimonia.read.wikitext.calls import is_silent
from testimonia.read.wikitext.inline import Aside, Stretch
from testimonia.read.wikitext.render import shower_for
from testimonia.read.wikitext.scan import Scan
from testimonia.read.wikitext.tables import cells_of

__all__ = ["read_body", "read_notes"]

_HEADING = re.compile(r"(={1,6})(.*?[^=\s].*?)(=+)(?:\s|<!--.*?-->)*$", re.DOTALL)
_ITEM = re.compile(r"[*#:;]+[ \t]*")
_RULE = re.compile(r"-{4,}")
_DEEPEST_ASIDE = 5


def read_body(draft: Draft, scanned: Scan, infobox: Span | None) -> None:
    """Read all lines of a page into `draft`, except the infobox."""
    body = _Body(draft, scanned)
    for line in _lines(scanned, infobox):
        body.line(line)
    body.flush()


def read_notes(draft: Draft, scanned: Scan, asides: Iterable[Aside]) -> None:
    """Read the notes within the values of an infobox into `draft`: they tell like prose."""
    body = _Body(draft, scanned)
    for aside in asides:
        if aside.kind == "note":
            body.note(aside.stretch)


def _lines(scanned: Scan, infobox: Span | None) -> Iterator[Stretch]:
    """Give the lines of a page; one goes on over the line ends within a bracket."""
    tokens = scanned.tokens
    start, first, index = 0, 0, 0
    while index < len(tokens):
        token = tokens[index]
        if infobox is not None and token.start == infobox.start:
            yield Stretch(scanned, start, infobox.start, first, index)
            while index < len(tokens) and tokens[index].start < infobox.end:
                index += 1
            start, first = infobox.end, index
            continue
        if token.kind == "newline":
            yield Stretch(scanned, start, token.start, first, index)
            start, first = token.end, index + 1
        index = scanned.after(index)
    yield Stretch(scanned, start, len(scanned.text), first, len(tokens))


class _Body:
    def __init__(self, draft: Draft, scanned: Scan) -> None:
        self.draft = draft
        self._scan = scanned
        self._open: list[Stretch] = []
        """Lines of the paragraph that is being read."""

    def line(self, line: Stretch) -> None:
        """Read one line."""
        sign = self._scan.text[line.start : line.start + 1] if line.start < line.end else ""
        if sign == "=" and (heading := _HEADING.match(self._scan.text, line.start, line.end)):
            self._heading(line, heading)
        elif self.draft.outline.hidden:
            return
        elif not sign or line.words.isspace():
            self.flush()
        elif sign in "*#:;":
            self.flush()
            bullet = _ITEM.match(self._scan.text, line.start, line.end)
            self._add(self._from(line, bullet.end() if bullet else line.start), item=True)
        elif sign == "-" and (rule := _RULE.match(self._scan.text, line.start, line.end)):
            self.flush()
            self._open.append(self._from(line, rule.end()))
        elif sign != "{" or not is_silent(line):
            self._open.append(line)

    def note(self, stretch: Stretch) -> None:
        """Read a note that stands in the infobox."""
        self._add(stretch, zone="infobox")

    def flush(self) -> None:
        """End the paragraph that is being read."""
        if self._open and not self.draft.outline.hidden:
            first, last = self._open[0], self._open[-1]
            self._add(Stretch(self._scan, first.start, last.end, first.first, last.last))
        self._open.clear()

    def _heading(self, line: Stretch, heading: re.Match[str]) -> None:
        self.flush()
        level = min(len(heading.group(1)), len(heading.group(3)))
        shower = shower_for(self._scan.text)
        shower.show(Stretch(self._scan, heading.start(2), heading.end(2), line.first, line.last))
        self.draft.outline.open(" ".join(shower.view.shown.split()), level, line.start)

    def _add(
        self,
        stretch: Stretch,
        *,
        zone: Zone | None = None,
        item: bool = False,
        depth: int = 0,
        cell: Cell | None = None,
    ) -> None:
        """Add a stretch as a passage, and what it holds aside as further passages."""
        draft = self.draft
        shower = shower_for(self._scan.text, lines=zone == "table")
        shower.show(stretch)
        draft.add(shower.view.passage(zone or draft.zone, draft.outline.current, item=item), cell)
        if depth < _DEEPEST_ASIDE:
            for aside in shower.asides:
                self._aside(aside, depth + 1, "infobox" if zone == "infobox" else None)

    def _aside(self, aside: Aside, depth: int, zone: Zone | None) -> None:
        """Add a caption, a note or the cells of a table; notes within notes of the infobox stand there."""
        if aside.kind == "note":
            self._add(aside.stretch, zone=zone, depth=depth)
            return
        if aside.kind == "caption":
            self._add(aside.stretch, zone="caption", depth=depth)
            return
        for (row, column), words in cells_of(aside.stretch):
            self._add(words, zone="table", depth=depth, cell=Cell(aside.stretch.start, row, column))

    def _from(self, line: Stretch, start: int) -> Stretch:
        return Stretch(line.scan, start, line.end, line.first, line.last)
