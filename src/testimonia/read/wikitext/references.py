"""Resolve references to the sources that they cite, when they are asked for.

A reference is one of

    <ref>words, or citation templates</ref>      the source is described in it
    <ref name="x"/> · {{r|x}}                    … in the reference of that name, wherever it stands
    {{sfn|Roe|1999|p=4}} · {{harvnb|Roe|1999}}   … in the citation template with these authors and year
    {{efn|…}} · {{refn|…}}                       a note, with references of its own

Nothing is looked up before a reference needs it: most of a page's references stand behind no claim.
"""

import re
from collections.abc import Iterator

from testimonia.model import Citation, CitedSource, Mark, Span
from testimonia.read.meanings import Meanings, meanings_of
from testimonia.read.wikitext.calls import Call, call
from testimonia.read.wikitext.inline import Stretch
from testimonia.read.wikitext.scan import Scan, scan
from testimonia.read.wikitext.sources import anchors, described_source, pages_of, shown, worded_source

__all__ = ["References"]

_NAME = re.compile(r"\bname\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'/>]+))", re.IGNORECASE)
_DEFINED = re.compile(r"<ref\b([^<>]*?\bname\s*=[^<>]*?)(?<!/)>(.*?)</ref\s*>", re.IGNORECASE | re.DOTALL)
_ENTRY = re.compile(r"^\*+[ \t]*(\S[^\n]+)$", re.MULTILINE)
"""An entry of a list of works in words."""
_BRACES = re.compile(r"\{\{|\}\}")
_ANCHOR = re.compile(r"CITEREF([^\s|{}]+)|\{\{\s*(?:sfnref|harvid)\s*\|([^{}]*)\}\}", re.IGNORECASE)
_AUTHOR_YEAR = re.compile(
    r"""
    \s* (?P<names> [^\W\d_] [^\d.;:()\[\]{}<>|]{1,60}? ) ,?      # Roe and Doe
    (?: \s* \(? (?P<year> \d{4}[a-z]? ) \)? )?                   # 1999 · (1999)
    (?: [,.:]? \s+ (?:pp?\.?|pages?) \s* (?:&nbsp;)? (?P<pages> \d [^\n<>{}\[\]]{0,40}? ) )?   # , p. 4
    \.? \s*
    """,
    re.VERBOSE,
)
_AND = re.compile(r"\s*,?\s+(?:and|&|&amp;)\s+|\s*,\s*")
_YEAR = re.compile(r"\d{4}[a-z]?$|n\.d\.")
_DEEPEST = 6
"""References within notes within references; one that names itself goes no deeper either."""


class References:
    """The references of one text."""

    def __init__(self, text: str, meanings: Meanings | None = None) -> None:
        self._text = text
        self._meanings = meanings or meanings_of()
        self._definitions: dict[str, Span] | None = None
        self._works: list[Span] | None = None
        self._sources: dict[int, CitedSource] = {}

    def cited(self, mark: Mark) -> Iterator[tuple[Citation, CitedSource]]:
        """Give the sources that the reference at a mark cites, in order."""
        for source, pages in self._within(mark.span.start, mark.span.end, 0):
            yield Citation(source.key, mark.span, pages), source

    def pages(self, mark: Mark) -> str | None:
        """Give the pages that {{rp|35}} adds to the reference before it; None if it is none such."""
        used = self._template(mark.span)
        first = used.get("1|p|pp|page|pages|at") if used and used.meaning == "pages" else None
        return shown(first) if first else None

    def _template(self, span: Span) -> Call | None:
        """Take the template that fills a span apart; None if it is none, or never closes."""
        found = scan(self._text, span.start, span.end, self._meanings)
        whole = found.tokens and (found.tokens[0].kind == "simple" or 0 in found.mates)
        return call(found, 0) if whole and found.tokens[0].kind in ("simple", "open") else None

    def _within(self, start: int, end: int, depth: int) -> Iterator[tuple[CitedSource, str | None]]:
        """Give the sources, with pages, of all references in a stretch."""
        if depth > _DEEPEST:
            return
        found = scan(self._text, start, end, self._meanings)
        index = 0
        while index < len(found.tokens):
            token = found.tokens[index]
            if token.kind in ("ref", "refopen"):
                yield from self._of_tag(token.start, found.close(index), depth)
            elif token.kind == "simple" or (token.kind == "open" and index in found.mates):
                yield from self._of_template(found, index, depth)
            index = found.after(index)

    def _of_tag(self, start: int, end: int, depth: int) -> Iterator[tuple[CitedSource, str | None]]:
        """Resolve <ref>…</ref> or <ref name="x"/>."""
        opened = self._text.find(">", start, end) + 1
        if self._text[opened - 2] == "/":
            name = _name_in(self._text[start:opened])
            yield from self._named(name, depth) if name else ()
            return
        closed = self._text.rfind("<", opened, end)
        yield from self._of_content(opened, max(opened, closed), depth)

    def _of_content(self, start: int, end: int, depth: int) -> Iterator[tuple[CitedSource, str | None]]:
        """Give the sources of the templates in a reference, else the one that its words describe."""
        inner = list(self._within(start, end, depth + 1))
        yield from inner
        if not inner:
            yield from self._worded(start, end)

    def _worded(self, start: int, end: int) -> Iterator[tuple[CitedSource, str | None]]:
        """Give the source that words describe; "Roe 1999, p. 4" names one of the bibliography."""
        named = _AUTHOR_YEAR.fullmatch(self._text, start, end)
        if named and (named.group("year") or named.group("pages")):
            known = self._by_author(_AND.split(named.group("names")), named.group("year") or "")
            if known:
                yield known, named.group("pages")
                return
        source = self._in_words(start, end)
        if source:
            yield source, None

    def _in_words(self, start: int, end: int) -> CitedSource | None:
        if start not in self._sources:
            inner = scan(self._text, start, end, self._meanings)
            source = worded_source(Stretch(inner, start, end, 0, len(inner.tokens)))
            if source is None:
                return None
            self._sources[start] = source
        return self._sources[start]

    def _of_template(self, found: Scan, index: int, depth: int) -> Iterator[tuple[CitedSource, str | None]]:
        used = call(found, index)
        if used.meaning == "source":
            yield self._described(used), pages_of(used)
        elif used.meaning == "short":
            yield from self._short(used)
        elif used.meaning == "named":
            for part in used.positional:
                for source, pages in self._named(shown(part), depth):
                    yield source, pages_of(used) or pages
        else:
            for part in [*used.positional, *used.named.values()]:
                yield from self._within(part.start, part.end, depth + 1)

    def _described(self, used: Call) -> CitedSource:
        start = used.whole.start
        if start not in self._sources:
            self._sources[start] = described_source(used)
        return self._sources[start]

    def _named(self, name: str, depth: int) -> Iterator[tuple[CitedSource, str | None]]:
        if self._definitions is None:
            self._definitions = {}
            for match in _DEFINED.finditer(self._text):
                self._definitions.setdefault(_name_in(match.group(1)), Span(*match.span(2)))
        span = self._definitions.get(name)
        if span is not None and depth <= _DEEPEST:
            yield from self._of_content(span.start, span.end, depth + 1)

    def _short(self, used: Call) -> Iterator[tuple[CitedSource, str | None]]:
        """Find the sources of {{sfn|Roe|Doe|1999|p=4}} and {{sfnm|Roe|1999|1p=4|Doe|2001|2p=7}}.

        One that is described nowhere is its words alone.
        """
        names = [words for part in used.positional if (words := shown(part))]
        years = [at for at, words in enumerate(names) if _YEAR.match(words)] or [len(names) - 1]
        first = 0
        for number, last in enumerate(years if names else (), start=1):
            cited = names[first : last + 1]
            span = Span(used.whole.start, used.whole.end)
            key = f"{span.start}.{number}" if number > 1 else str(span.start)
            yield self._by_anchor(cited) or CitedSource(key, span, " ".join(cited)), pages_of(used, number)
            first = last + 1

    def _by_author(self, names: list[str], year: str) -> CitedSource | None:
        """Find the one work of these authors, described by a template or in a list of works."""
        if year and (found := self._by_anchor([*names, year])):
            return found
        works: dict[int, CitedSource] = {}
        for work in self._bibliography() if not year else ():
            used = self._template(work) if names[0] in self._text[work.start : work.end] else None
            if used and anchors(used)[0][: len(names)] == tuple(names):
                works[work.start] = self._described(used)
        for line in _ENTRY.finditer(self._text):
            words = line.group(1)
            if (
                names[0] in words[:40]
                and all(name in words for name in (*names, year))
                and "{{c" not in words
            ):
                start, end = line.span(1)
                source = self._in_words(start, end)
                if source:
                    works[start] = source
        return next(iter(works.values())) if len(works) == 1 else None

    def _by_anchor(self, names: list[str]) -> CitedSource | None:
        wanted = _key(names)
        for work in self._bibliography():
            words = self._text[work.start : work.end]
            if names[0] in words and (names[-1][:4] in words):
                used = self._template(work)
                if used and wanted in _keys(used):
                    return self._described(used)
        return None

    def _bibliography(self) -> list[Span]:
        """Give where the citation templates stand."""
        if self._works is None:
            starts = (match.start() for match in self._meanings.citing.finditer(self._text))
            self._works = [Span(start, _end_of(self._text, start)) for start in starts]
        return self._works


def _name_in(attributes: str) -> str:
    found = _NAME.search(attributes)
    return next((name.strip() for name in found.groups() if name is not None), "") if found else ""


def _end_of(text: str, start: int) -> int:
    """Give where the template that begins at `start` ends; its head where it never does."""
    depth = 0
    for brace in _BRACES.finditer(text, start):
        depth += 1 if brace.group() == "{{" else -1
        if depth == 0:
            return brace.end()
    return start + 2


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
    suffixed = re.search(r"\d{4}[a-z]\b", part.words) if part else None
    return keys | {_key([*names[:4], suffixed.group()])} if suffixed else keys
