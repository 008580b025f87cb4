"""Find the infobox of a conflict event and read its parameters."""

import re

from testimonia.model import Mark, Parameter, Span
from testimonia.read.coordinates import is_coordinates
from testimonia.read.keys import named_by
from testimonia.read.meanings import template_name
from testimonia.read.wikitext.inline import Aside, Stretch
from testimonia.read.wikitext.links import arguments
from testimonia.read.wikitext.render import shower_for
from testimonia.read.wikitext.scan import Scan

__all__ = ["Infobox", "find_infobox"]

_KEY = re.compile(r"(?:\s|<!--.*?-->)*([^=\[\]{}<>|\n]{1,60}?)\s*=", re.DOTALL)
_LINE = re.compile(r"^[ \t]*\|[ \t]*([^=\[\]{}<>|\n]{1,60}?)[ \t]*=", re.MULTILINE)
_END = re.compile(r"^[ \t]*\|?\}\}|\n[ \t]*\n(?=[^|\s])", re.MULTILINE)


class Infobox:
    """An infobox in a scanned page."""

    def __init__(self, scanned: Scan, index: int, name: str) -> None:
        self._scan = scanned
        self._index = index
        self.name = name
        self.span = Span(scanned.tokens[index].start, self._end())
        self.asides: list[Aside] = []
        """What its values hold that is a passage of its own, once they are read: notes, captions."""

    def _end(self) -> int:
        """Where it ends; without a closing bracket, at the first line that looks like its end."""
        if self._index in self._scan.mates or self._scan.tokens[self._index].kind == "simple":
            return self._scan.close(self._index)
        end = _END.search(self._scan.text, self._scan.tokens[self._index].end)
        return end.end() if end else len(self._scan.text)

    def parameters(self) -> list[Parameter]:
        """Give the parameters that show or mark something, in the order of the source."""
        found = []
        for key, span, part in self._parts():
            shower = shower_for(self._scan.text, lines=True)
            shower.show(part)
            self.asides += shower.asides
            passage = shower.view.passage("infobox", 0)
            if passage is not None and (passage.shown or any(map(_tells, passage.marks))):
                found.append(Parameter(named_by(key, self._scan.meanings.keys), passage, span))
        return found

    def _parts(self) -> list[tuple[str, Span, Stretch]]:
        """Give key, span and value of each parameter."""
        if self._scan.tokens[self._index].kind == "open" and self._index not in self._scan.mates:
            return self._by_lines()
        parts = []
        for part in arguments(self._scan, self._index)[1:]:
            key = _KEY.match(self._scan.text, part.start, part.end)
            if key:
                end = part.start + len(part.words.rstrip())
                value = Stretch(part.scan, key.end(), part.end, part.first, part.last)
                parts.append((key.group(1), Span(key.start(1), max(end, key.end())), value))
        return parts

    def _by_lines(self) -> list[tuple[str, Span, Stretch]]:
        """Give the parameters by their lines, where brackets do not match; each is scanned alone."""
        text = self._scan.text
        keys = list(_LINE.finditer(text, self.span.start, self.span.end))
        ends = [key.start() for key in keys[1:]] + [self.span.end]
        parts = []
        for key, end in zip(keys, ends, strict=True):
            value = text[key.end() : end].rstrip().removesuffix("}}").rstrip()
            own = self._scan.part(key.end(), key.end() + len(value))
            stretch = Stretch(own, key.end(), key.end() + len(value), 0, len(own.tokens))
            parts.append((key.group(1), Span(key.start(1), max(stretch.end, key.end())), stretch))
        return parts


def _tells(mark: Mark) -> bool:
    """Tell whether a mark says something on its own: a flag, or coordinates."""
    return mark.kind == "flag" or is_coordinates(mark.value)


def find_infobox(scanned: Scan) -> Infobox | None:
    """Give the first infobox of a conflict event, wherever it stands; None if there is none."""
    for index, token in enumerate(scanned.tokens):
        if token.kind in ("open", "simple"):
            name = _head(scanned.text, token.start + 2)
            if name in scanned.meanings.infoboxes:
                return Infobox(scanned, index, name)
    return None


_HEAD = re.compile(r"\s*([^|{}\[\]\n<]{1,60})")


def _head(text: str, start: int) -> str:
    """Give the name of the template that begins at `start`."""
    match = _HEAD.match(text, start)
    return template_name(match.group(1)) if match else ""
