"""The works that a page describes, found by authors and year.

A work is a citation template, anywhere on the page, or an entry of a list in words. Works are indexed
by the words in them once, so that a page with thousands of each costs no more than its length.
"""

import re
from collections.abc import Iterator

from testimonia.model import CitedSource, Span
from testimonia.read.meanings import Meanings
from testimonia.read.wikitext.calls import Call, call
from testimonia.read.wikitext.inline import Stretch
from testimonia.read.wikitext.scan import scan
from testimonia.read.wikitext.sources import anchors, described_source, worded_source

__all__ = ["Bibliography"]

_BRACES = re.compile(r"\{\{|\}\}")
_WORD = re.compile(r"[^\W\d_]+")
_ENTRY = re.compile(r"^\*+[ \t]*(\S[^\n]+)$", re.MULTILINE)
_NAMING = 40
"""Characters at the head of an entry among which its author stands."""
_BEFORE_NAME = re.compile(r"(?:[^\w{}<>]|\b(?:[A-Z][^\W\d_]*|de|den|der|du|la|le|ter|van|von)\b)*")
"""What may stand before an author's last name: given names, particles, brackets; "5 killed near" may not."""
_ANCHOR = re.compile(r"CITEREF([^\s|{}]+)|\{\{\s*(?:sfnref|harvid)\s*\|([^{}]*)\}\}", re.IGNORECASE)
_SUFFIXED = re.compile(r"\d{4}[a-z]\b")


class Bibliography:
    """The works of one text; each is described once, whoever asks for it."""

    def __init__(self, text: str, meanings: Meanings) -> None:
        self._text = text
        self._meanings = meanings
        self._sources: dict[int, CitedSource] = {}
        self._calls: dict[Span, Call | None] = {}
        self._answers: dict[tuple[str, ...], CitedSource | None] = {}
        """What was found for authors and year: a page names few works, and each often."""
        self._templates: dict[str, list[Span]] | None = None
        self._entries: dict[str, list[Span]] | None = None

    def described(self, used: Call) -> CitedSource:
        """Give the source that a citation template describes."""
        start = used.whole.start
        if start not in self._sources:
            self._sources[start] = described_source(used)
        return self._sources[start]

    def in_words(self, start: int, end: int) -> CitedSource | None:
        """Give the source that the words of a stretch describe, None if there are none."""
        if start not in self._sources:
            inner = scan(self._text, start, end, self._meanings)
            source = worded_source(Stretch(inner, start, end, 0, len(inner.tokens)))
            if source is None:
                return None
            self._sources[start] = source
        return self._sources[start]

    def template(self, span: Span) -> Call | None:
        """Take the template that fills a span apart; None if it is none, or never closes."""
        if span not in self._calls:
            found = scan(self._text, span.start, span.end, self._meanings)
            whole = found.tokens and (found.tokens[0].kind == "simple" or 0 in found.mates)
            taken = whole and found.tokens[0].kind in ("simple", "open")
            self._calls[span] = call(found, 0) if taken else None
        return self._calls[span]

    def by_anchor(self, names: list[str]) -> CitedSource | None:
        """Find the template that {{sfn}} names by last names and year, the year last."""
        wanted = _key(names)
        for work in self._naming(names[0]):
            used = self.template(work)
            if used and wanted in _keys(used):
                return self.described(used)
        return None

    def by_author(self, names: list[str], year: str) -> CitedSource | None:
        """Find the one work of these authors, perhaps with others, and of this year if one is given."""
        asked = (*names, "in", year)
        if asked not in self._answers:
            self._answers[asked] = self._by_author(names, year)
        return self._answers[asked]

    def _by_author(self, names: list[str], year: str) -> CitedSource | None:
        if year and (found := self.by_anchor([*names, year])):
            return found
        works: dict[int, CitedSource] = {}
        for work in self._naming(names[0]):
            used = self.template(work)
            authors, when = anchors(used) if used else ((), "")
            if used and authors[: len(names)] == tuple(names) and year[:4] in ("", when):
                works[work.start] = self.described(used)
        for entry in self._entries_naming(names[0]):
            words = self._text[entry.start : entry.end]
            first = words.find(names[0], 0, _NAMING)
            named = first >= 0 and _BEFORE_NAME.fullmatch(words, 0, first)
            if named and all(name in words for name in (*names, year)):
                source = self.in_words(entry.start, entry.end)
                works |= {entry.start: source} if source else {}
        return next(iter(works.values())) if len(works) == 1 else None

    def _naming(self, name: str) -> list[Span]:
        """Give the citation templates in which the first word of a name stands."""
        if self._templates is None:
            ends = _ends(self._text)
            starts = (match.start() for match in self._meanings.citing.finditer(self._text))
            self._templates = _index(self._text, (Span(at, ends[at]) for at in starts if at in ends), None)
        return self._templates.get(_first_word(name), [])

    def _entries_naming(self, name: str) -> list[Span]:
        """Give the entries in words, with no template that describes them, that begin with a name."""
        if self._entries is None:
            found = (
                match for match in _ENTRY.finditer(self._text) if not self._meanings.citing.search(match[1])
            )
            self._entries = _index(self._text, (Span(*match.span(1)) for match in found), _NAMING)
        return self._entries.get(_first_word(name), [])


def _index(text: str, works: Iterator[Span], reach: int | None) -> dict[str, list[Span]]:
    """Give the works by the words in the first `reach` characters of each."""
    index: dict[str, list[Span]] = {}
    for work in works:
        end = work.end if reach is None else min(work.end, work.start + reach)
        words = {word.removeprefix("CITEREF") for word in _WORD.findall(text, work.start, end)}
        for word in words:
            index.setdefault(word, []).append(work)
    return index


def _first_word(name: str) -> str:
    found = _WORD.search(name)
    return found.group() if found else ""


def _ends(text: str) -> dict[int, int]:
    """Give where the templates end, by where they begin; those that never close are left out."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACES.finditer(text):
        if brace.group() == "{{":
            opened.append(brace.start())
        elif opened:
            ends[opened.pop()] = brace.end()
    return ends


def _key(names: list[str]) -> str:
    """Join names and year as a link of MediaWiki does, without blanks."""
    return "".join("".join(names).split()).casefold()


def _keys(used: Call) -> set[str]:
    """Give the keys by which a citation template may be named: its own anchor, else authors and year."""
    own = used.named.get("ref")
    anchor = _ANCHOR.search(own.words) if own else None
    if anchor:
        return {_key((anchor.group(1) or anchor.group(2)).split("|"))}
    names, year = anchors(used)
    keys = {_key([*names[:4], year])}
    part = used.get("date|year")
    suffixed = _SUFFIXED.search(part.words) if part else None
    return keys | {_key([*names[:4], suffixed.group()])} if suffixed else keys
