"""Take the use of a template apart: its name, its arguments, what it means."""

import re
from typing import NamedTuple

from testimonia.read.meanings import template_name
from testimonia.read.wikitext.inline import Stretch
from testimonia.read.wikitext.links import arguments
from testimonia.read.wikitext.scan import Scan

__all__ = ["Call", "call", "is_silent"]

_HEAD = re.compile(r"\{\{([^|{}]*)")
_NAME = re.compile(r"\s*([^=\[\]{}<>|\n]{1,40}?)\s*=")


class Call(NamedTuple):
    """One use of a template."""

    name: str
    meaning: str
    """The kind of what it shows, "" if the tables do not know it."""
    shows: str
    """What the tables say besides."""
    whole: Stretch
    positional: list[Stretch]
    named: dict[str, Stretch]

    def get(self, names: str) -> Stretch | None:
        """Give the first argument of "name|1|2" that is there and not empty."""
        for name in names.split("|"):
            found = self.named.get(name)
            if found is None and name.isdigit() and int(name) <= len(self.positional):
                found = self.positional[int(name) - 1]
            if found is not None and found.words.strip():
                return found
        return None


def call(scanned: Scan, index: int) -> Call:
    """Take the template at a token apart: name, arguments in order, arguments by name."""
    token = scanned.tokens[index]
    whole = Stretch(scanned, token.start, scanned.close(index), index, scanned.after(index))
    parts = arguments(scanned, index)
    head = parts[0].words
    function, colon, _ = head.partition(":")
    name = template_name(head)
    if colon and scanned.meanings.of(template_name(function) + ":").kind:
        name = template_name(function) + ":"
        first = parts[0].start + len(function) + 1
        parts[:1] = [parts[0], Stretch(scanned, first, parts[0].end, parts[0].first, parts[0].last)]
    positional: list[Stretch] = []
    named: dict[str, Stretch] = {}
    for part in parts[1:]:
        key = _NAME.match(scanned.text, part.start, part.end)
        if key:
            named[key.group(1).lower()] = Stretch(part.scan, key.end(), part.end, part.first, part.last)
        else:
            positional.append(part)
    meaning = scanned.meanings.of(name)
    return Call(name, meaning.kind, meaning.shows, whole, positional, named)


def is_silent(line: Stretch) -> bool:
    """Tell whether a line is one template that shows nothing: a navigation box, a maintenance note."""
    scanned, index = line.scan, line.first
    if index == line.last or scanned.tokens[index].kind not in ("open", "simple"):
        return False
    if scanned.tokens[index].start != line.start or scanned.close(index) != line.start + len(
        line.words.rstrip()
    ):
        return False
    head = _HEAD.match(scanned.text, line.start)
    return head is not None and not scanned.meanings.of(template_name(head.group(1))).kind
