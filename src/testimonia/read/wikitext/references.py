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
from testimonia.read.wikitext.bibliography import Bibliography
from testimonia.read.wikitext.calls import Call, call
from testimonia.read.wikitext.scan import Scan, scan
from testimonia.read.wikitext.sources import pages_of, shown

__all__ = ["References"]

_NAME = re.compile(r"\bname\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'/>]+))", re.IGNORECASE)
_DEFINED = re.compile(r"<ref\b([^<>]*?\bname\s*=[^<>]*?)(?<!/)>(.*?)</ref\s*>", re.IGNORECASE | re.DOTALL)
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
"""References within notes within references."""


Cited = tuple[tuple[CitedSource, str | None], ...]
"""Sources, each with the pages."""


class References:
    """The references of one text."""

    def __init__(self, text: str, meanings: Meanings | None = None) -> None:
        self._text = text
        self._meanings = meanings or meanings_of()
        self._works = Bibliography(text, self._meanings)
        self._definitions: dict[str, Span] | None = None
        self._resolved: dict[str, Cited] = {}
        """What the references with a name cite; nothing while one is resolved, for it may name itself."""
        self._cited: dict[Span, Cited] = {}
        """What the references at a place cite: most stand behind several claims."""

    def cited(self, mark: Mark) -> Iterator[tuple[Citation, CitedSource]]:
        """Give the sources that the reference at a mark cites, in order."""
        if mark.span not in self._cited:
            self._cited[mark.span] = tuple(self._within(mark.span.start, mark.span.end, 0))
        for source, pages in self._cited[mark.span]:
            yield Citation(source.key, mark.span, pages), source

    def pages(self, mark: Mark) -> str | None:
        """Give the pages that {{rp|35}} adds to the reference before it; None if it is none such."""
        used = self._works.template(mark.span)
        first = used.get("1|p|pp|page|pages|at") if used and used.meaning == "pages" else None
        return shown(first) if first else None

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
            known = self._works.by_author(_AND.split(named.group("names")), named.group("year") or "")
            if known:
                yield known, named.group("pages")
                return
        source = self._works.in_words(start, end)
        if source:
            yield source, None

    def _of_template(self, found: Scan, index: int, depth: int) -> Iterator[tuple[CitedSource, str | None]]:
        used = call(found, index)
        if used.meaning == "source":
            yield self._works.described(used), pages_of(used)
        elif used.meaning == "short":
            yield from self._short(used)
        elif used.meaning == "named":
            for part in used.positional:
                for source, pages in self._named(shown(part), depth):
                    yield source, pages_of(used) or pages
        else:
            for part in [*used.positional, *used.named.values()]:
                yield from self._within(part.start, part.end, depth + 1)

    def _named(self, name: str, depth: int) -> Cited:
        """Give what the reference of a name cites."""
        if self._definitions is None:
            self._definitions = {}
            last = self._text.lower().rfind("</ref")
            for match in _DEFINED.finditer(self._text, 0, self._text.find(">", last) + 1 if last >= 0 else 0):
                self._definitions.setdefault(_name_in(match.group(1)), Span(*match.span(2)))
        if name not in self._resolved:
            self._resolved[name] = ()
            span = self._definitions.get(name)
            self._resolved[name] = tuple(self._of_content(span.start, span.end, depth + 1)) if span else ()
        return self._resolved[name]

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
            authors, year = (cited[:-1], cited[-1]) if _YEAR.match(cited[-1]) else (cited, "")
            known = self._works.by_author(authors, year) if authors else None
            yield known or CitedSource(key, span, " ".join(cited)), pages_of(used, number)
            first = last + 1


def _name_in(attributes: str) -> str:
    found = _NAME.search(attributes)
    return next((name.strip() for name in found.groups() if name is not None), "") if found else ""
