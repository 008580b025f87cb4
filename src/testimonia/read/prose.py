"""Read prose: Markdown, or bare paragraphs with bare headings, without an infobox.

A bare heading is a short line of its own that ends in no stop. Two empty lines before it make it a
section, one a subsection, where an article uses both. Footnote texts and category lines at the end
are no part of the account and give no passages.
"""

import re

from testimonia.model import Cell, Zone
from testimonia.read.blocks import Block, blocks_of, is_bare_heading
from testimonia.read.draft import Draft
from testimonia.read.filenames import known_files
from testimonia.read.leftovers import caption_leftovers
from testimonia.read.lines import Line
from testimonia.read.residue import Residue

__all__ = ["read_prose"]

_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"(?:=+|-{3,})[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+•][ \t]+|\d{1,2}[.)][ \t]{2,}|:+[*#]*[ \t]*)(?=\S)")
_NOTE = re.compile(r"\[\^?\d{1,4}\]:?(?:[ \t]|$)|\[\^[^\]\s]{1,60}\]:")
_CATEGORY = re.compile(r"[^.:\n]{0,60}\bCategory:\S")
_RULER = re.compile(r"[ \t]*[-=+|:][-=+|: \t]{2,}$")


def read_prose(text: str) -> Draft:
    """Read an article without an infobox."""
    blocks = blocks_of(text)
    bare = [is_bare_heading(blocks, at) for at in range(len(blocks))]
    wide = any(found and block.gap > 1 for found, block in zip(bare, blocks, strict=True))
    reader = _Reader(text, wide=wide)
    for block, found in zip(blocks, bare, strict=True):
        reader.block(block, bare=found)
    return reader.draft


class _Reader:
    def __init__(self, text: str, *, wide: bool) -> None:
        self.draft = Draft(text)
        self._words = Residue(text, known_files(text), kind="markdown")
        self._wide = wide
        """Whether sections of this article have two empty lines before them."""
        self._notes = False

    def block(self, block: Block, *, bare: bool) -> None:
        """Read one block; `bare` tells that it has the shape of a bare heading."""
        lines = block.lines
        if _NOTE.match(lines[0].words):
            self._notes = True  # texts of footnotes, which stand at the end
        if self._marked_heading(lines) or _CATEGORY.match(lines[0].words):
            return
        if bare and not self._notes:
            self._head(lines[0], lines[0].start, 3 if self._wide and block.gap < 2 else 2)
        elif not self._notes and not self.draft.outline.hidden:
            self._body(lines)

    def _marked_heading(self, lines: list[Line]) -> bool:
        """Read "## Heading" or a heading with a line of "===" or "---" below it."""
        if heading := _ATX.match(lines[0].words):
            self._notes = False
            self._head(lines[0], lines[0].start + heading.end(), len(heading.group(1)))
        elif len(lines) > 1 and _UNDERLINE.match(lines[1].words) and "|" not in lines[0].words:
            self._head(lines[0], lines[0].start, 1 if lines[1].words[0] == "=" else 2)
        else:
            return False
        rest = lines[2 if heading is None else 1 :]
        if rest and not self.draft.outline.hidden:
            self._body(rest)
        return True

    def _head(self, line: Line, start: int, level: int) -> None:
        """Take a heading; the first block of an article is its title."""
        end = line.start + len(line.words.rstrip(" \t#"))
        title = self._words.view(start, max(start, end)).shown.strip()
        draft = self.draft
        if not (draft.title or draft.passages or draft.outline.current):
            draft.title = title
        else:
            draft.outline.open(title, max(level, 2), line.start)

    def _body(self, lines: list[Line]) -> None:
        """Read paragraphs, list items and table rows of a block."""
        first = lines[0].words
        if any(_RULER.match(line.words) for line in lines) or first.lstrip().startswith("|"):
            self._rows(lines)
            return
        begin, item = lines[0], bool(_ITEM.match(first))
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            if following is None or _ITEM.match(following.words):
                self._add(begin.start, line.end, self.draft.zone, item=item)
                if following is not None:
                    begin, item = following, True

    def _rows(self, lines: list[Line]) -> None:
        """Read the cells of a table, line by line; without bars a row is one passage."""
        for row, line in enumerate(one for one in lines if not _RULER.match(one.words)):
            start = line.start
            for column, words in enumerate(line.words.split("|")):
                place = Cell(lines[0].start, row, column)
                self._add(start, start + len(words), "table", cell=place)
                start += len(words) + 1

    def _add(self, start: int, end: int, zone: Zone, *, item: bool = False, cell: Cell | None = None) -> None:
        text, draft = self.draft.text, self.draft
        if item and (bullet := _ITEM.match(text[start : min(end, start + 80)])):
            start += bullet.end()
        if text.find("]]", start, end) >= 0:
            hidden = caption_leftovers(text, start, end)
            passage = self._words.view(start, end, hidden).passage(zone, draft.outline.current, item=item)
        else:
            passage = self._words.passage(start, end, zone, draft.outline.current, item=item)
        draft.add(passage, cell)
