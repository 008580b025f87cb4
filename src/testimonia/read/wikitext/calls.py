"""Take the use of a template apart: its name, its arguments, what it means."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from testimonia.read.tables import table
from testimonia.read.wikitext.inline import Stretch
from testimonia.read.wikitext.links import arguments
from testimonia.read.wikitext.scan import Scan

__all__ = ["Call", "call", "is_silent", "template_name"]

_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
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


class _Meaning(NamedTuple):
    kind: str
    shows: str


@cache
def _table() -> tuple[dict[str, _Meaning], tuple[tuple[str, _Meaning], ...]]:
    """Give the meanings by name, and those by how a name begins."""
    exact, beginnings = {}, []
    for row in table("templates"):
        name, meaning = template_name(row["template"]), _Meaning(row["meaning"], row["shows"])
        if len(name) > 1 and name[-1] == "*":
            beginnings.append((name[:-1], meaning))
        else:
            exact[name] = meaning
    return exact, tuple(beginnings)


@lru_cache(maxsize=4096)
def _meaning(name: str) -> _Meaning:
    exact, beginnings = _table()
    found = exact.get(name)
    return found or next(
        (meaning for begin, meaning in beginnings if name.startswith(begin)), _Meaning("", "")
    )


def template_name(words: str) -> str:
    """Give a template's name as the tables hold it: lower case, blanks for underscores."""
    if "<" in words:
        words = _COMMENT.sub("", words)
    name = " ".join(words.replace("_", " ").split()).lower()
    return name.removeprefix("template:").removeprefix("#")


def call(scanned: Scan, index: int) -> Call:
    """Take the template at a token apart: name, arguments in order, arguments by name."""
    token = scanned.tokens[index]
    whole = Stretch(scanned, token.start, scanned.close(index), index, scanned.after(index))
    parts = arguments(scanned, index)
    head = parts[0].words
    function, colon, _ = head.partition(":")
    name = template_name(head)
    if colon and template_name(function) + ":" in _table()[0]:
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
    meaning = _meaning(name)
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
    return head is not None and not _meaning(template_name(head.group(1))).kind
