"""Show a stretch of wikitext as a reader sees it, with its way back to the source.

`Shower.show` walks the tokens of a stretch and hands each to the handler for its kind. What it
meets that is a passage of its own, a caption, a table or a note, it puts aside for the body to read later.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from testimonia.read.view import View
from testimonia.read.wikitext.scan import Scan

__all__ = ["Aside", "Handler", "Shower", "Stretch"]

DEEPEST = 40
"""Levels of nesting that are shown; MediaWiki itself expands no deeper."""

_BULLET = re.compile(r"[ \t]*(?:[*#:;]+|-{4,})[ \t]*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a scanned text: its offsets and the range of its tokens."""

    scan: Scan
    start: int
    end: int
    first: int
    """Index of its first token."""
    last: int
    """Index behind its last token."""

    @property
    def words(self) -> str:
        """The source of the stretch."""
        return self.scan.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Aside:
    """A caption, a table or a note found within running text."""

    kind: str
    stretch: Stretch


@dataclass(slots=True)
class Shower:
    """Fills one view; `lines` keeps the line breaks of the source, as in an infobox."""

    view: View
    handlers: "Mapping[str, Handler | None]"
    lines: bool = False
    asides: list[Aside] = field(default_factory=list)
    depth: int = 0

    def show(self, stretch: Stretch) -> None:
        """Show a stretch."""
        scan, at, index = stretch.scan, stretch.start, stretch.first
        tokens, view = scan.tokens, self.view
        if self.lines:
            at = self.bullet(scan.text, at, stretch.end)
        while index < stretch.last:
            token = tokens[index]
            if token.start < at:
                index += 1
                continue
            if token.start >= stretch.end:
                break
            view.keep(at, token.start)
            if token.kind in self.handlers:
                handler = self.handlers[token.kind]
                at = handler(self, scan, index) if handler else scan.close(index)
                index = scan.after(index)
                if view.blank:
                    while at < stretch.end and scan.text[at] in " \t":
                        at += 1
            else:
                at, index = token.start, index + 1
                view.keep(at, token.end)
                at = token.end
        view.keep(at, stretch.end)

    def inner(self, stretch: Stretch) -> None:
        """Show a stretch within what is being shown, one level deeper."""
        if self.depth < DEEPEST:
            self.depth += 1
            self.show(stretch)
            self.depth -= 1

    def newline(self, at: int, end: int) -> None:
        """Show a line break, once, behind something that is shown."""
        if not self.view.ends_line:
            self.view.put("\n", at, end)

    def bullet(self, text: str, at: int, end: int) -> int:
        """Skip the bullet of a list item."""
        bullet = _BULLET.match(text, at, end)
        return bullet.end() if bullet else at


Handler = Callable[[Shower, Scan, int], int]
"""Shows the token at an index; gives the offset behind what it has dealt with."""
