"""Read the plain form: "= Title =", an infobox of "- Key: value" lines, headings, paragraphs.

The form is what converters make of wikitext; residue in it is hidden from view, and a Markdown
table that repeats the infobox is read as the infobox only where there is no other.
"""

import re

from testimonia.model import Cell, Parameter, Span
from testimonia.read.draft import Draft
from testimonia.read.filenames import known_files
from testimonia.read.keys import is_known_key, normalise_key
from testimonia.read.lines import Line, lines_of
from testimonia.read.residue import Residue

__all__ = ["read_plain"]

_HEADING = re.compile(r"(={1,6})[ \t]*([^\n]*?)[ \t]*=+[ \t]*$")
_PARAMETER = re.compile(r"-[ \t]+([A-Za-z][\w /()\-]{0,40}?)[ \t]*:(?:[ \t]+|$)")
_ITEM = re.compile(r"[ \t]*(?:[*•#]+|[ \t]\d{1,2}[.)]|-)[ \t]+(?=\S)|[*#]+(?=[^\s*#])")
_IMAGE_LINE = re.compile(r"\S*\.(?:svg|png|jpe?g|gif|tiff?|webp|bmp)\S*$", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+=\-]*$")
_STOPS = ".!?\"”'’)]:"
_WRAPPED = range(40, 121)
"""Lengths of a line that was broken by width, not because its paragraph ended."""


def read_plain(text: str) -> Draft:
    """Read an article of the plain form."""
    reader = _Reader(text)
    lines = list(lines_of(text))
    at = 0
    while at < len(lines):
        at = reader.block(lines, at)
    return reader.draft


class _Reader:
    def __init__(self, text: str) -> None:
        known = known_files(text)
        self.draft = Draft(text)
        self._value = Residue(text, known, kind="value")
        self._words = Residue(text, known, kind="markdown")

    def block(self, lines: list[Line], at: int) -> int:
        """Read the block that begins with line `at`; gives the line after it."""
        words = lines[at].words
        if not words or words.isspace() or _IMAGE_LINE.match(words):
            return at + 1
        if words[0] == "=" and (heading := _HEADING.match(words)):
            self._head(lines[at], heading)
            return at + 1
        if words.startswith("Infobox") and at + 1 < len(lines) and _PARAMETER.match(lines[at + 1].words):
            return self._infobox(lines, at)
        if words[0] == "|" and words.rstrip()[-1] == "|":
            return self._table(lines, at)
        if item := _ITEM.match(words):
            line = lines[at]
            self._add(line.start + item.end(), line.end, item=True)
            return at + 1
        return self._paragraph(lines, at)

    def _add(self, start: int, end: int, *, item: bool = False) -> None:
        """Add running text, unless it stands in back matter."""
        outline = self.draft.outline
        if not outline.hidden:
            self.draft.add(self._words.passage(start, end, self.draft.zone, outline.current, item=item))

    def _head(self, line: Line, heading: re.Match[str]) -> None:
        """Take a heading; the first one of level 1, before anything else, is the title."""
        view = self._words.view(line.start + heading.start(2), line.start + heading.end(2))
        title, level = view.shown.strip(), len(heading.group(1))
        draft = self.draft
        if level == 1 and not draft.title and not draft.passages and not draft.parameters:
            draft.title = title
        else:
            draft.outline.open(title, level, line.start)

    def _paragraph(self, lines: list[Line], at: int) -> int:
        """Read a paragraph, with the lines that go on with it."""
        first = at
        while at + 1 < len(lines) and _goes_on(lines[at].words, lines[at + 1].words):
            at += 1
        self._add(lines[first].start, lines[at].end)
        return at + 1

    def _infobox(self, lines: list[Line], at: int) -> int:
        """Read the parameters; of a second infobox only the lines are skipped."""
        first = not self.draft.parameters
        if first:
            self.draft.infobox = lines[at].words.strip().lower()
        at += 1
        while at < len(lines) and (match := _PARAMETER.match(lines[at].words)):
            begin = at
            while at + 1 < len(lines) and _continues(lines[at + 1].words):
                at += 1
            if first:
                start = lines[begin].start
                self._parameter(match.group(1), start + match.end(), Span(start, lines[at].end))
            at = _next_parameter(lines, at + 1)
        return at

    def _parameter(self, key: str, start: int, span: Span) -> None:
        passage = self._value.passage(start, span.end, "infobox", 0)
        if passage is not None:
            self.draft.parameters.append(Parameter(normalise_key(key), passage, span))

    def _table(self, lines: list[Line], at: int) -> int:
        """Read a Markdown table: one passage a cell, or the parameters of an infobox."""
        rows = []
        while at < len(lines) and lines[at].words.startswith("|"):
            if not _RULE.match(lines[at].words):
                rows.append(_cells(lines[at]))
            at += 1
        keys = [is_known_key(cells[0].words.strip()) for cells in rows if len(cells) == 2]
        if len(keys) > 2 and sum(keys) * 2 > len(rows):
            self._repeated(rows)
            return at
        outline = self.draft.outline
        for row, cells in enumerate(rows if not outline.hidden else ()):
            for column, cell in enumerate(cells):
                passage = self._words.passage(cell.start, cell.end, "table", outline.current)
                self.draft.add(passage, Cell(rows[0][0].start, row, column))
        return at

    def _repeated(self, rows: list[list[Line]]) -> None:
        """Take a table of keys and values as the infobox, if there is no other."""
        if self.draft.parameters:
            return
        self.draft.infobox = "infobox"
        for key, value in (cells for cells in rows if len(cells) == 2):
            self._parameter(key.words.strip(), value.start, Span(key.start, value.end))


def _cells(row: Line) -> list[Line]:
    """Cut a row at its bars."""
    cells = []
    start = row.start + 1
    for words in row.words.rstrip()[1:-1].split("|"):
        cells.append(Line(start, start + len(words), words))
        start += len(words) + 1
    return cells


def _goes_on(words: str, following: str) -> bool:
    """Tell whether the next line belongs to the same paragraph."""
    if (
        not following.strip()
        or following[0] in "=|"
        or _ITEM.match(following)
        or _IMAGE_LINE.match(following)
    ):
        return False
    return words.rstrip()[-1:] not in _STOPS or len(words) in _WRAPPED


def _continues(words: str) -> bool:
    """Tell whether a line goes on with the value before it."""
    return bool(words.strip()) and words[0] != "=" and not _PARAMETER.match(words)


def _next_parameter(lines: list[Line], at: int) -> int:
    """Skip a blank line within an infobox: only a known key shows that it goes on."""
    if at + 1 < len(lines) and not lines[at].words.strip():
        match = _PARAMETER.match(lines[at + 1].words)
        if match and is_known_key(match.group(1)):
            return at + 1
    return at
