"""The article with the words of every claim highlighted, or its sentences where the text is not at hand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from testimonia.read import read_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from testimonia.model import Article
    from testimonia.pages.dossier import Dossier, Mention, Source

__all__ = [
    "Chapter",
    "Line",
    "Piece",
    "Shown",
    "anchor_of",
    "places_of",
    "show_source",
    "shown_sentence",
    "without_markup",
]

_WHOLE = 60_000
"""How many characters of an article a page shows; of a longer one it shows what something was read from."""


_MARKUP = re.compile(r"\[|\{\{|''|<|&\w+;")
"""What wikitext may have that readers do not see."""
_PICTURES = ("image", "map", "alt", "coordinates_display", "width")
"""How the keys of an infobox begin that tell of a picture, not of the event."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words with the same marks."""

    words: str
    anchors: tuple[str, ...] = ()
    """Where links lead that mean these words."""
    back: str = ""
    """The place on the page of what was read here, "" where nothing was."""
    voice: str = ""
    """Whose figure it is; "plain" for what is no figure."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a list item, or a line of the infobox."""

    pieces: tuple[Piece, ...]
    key: str = ""
    """For a line of the infobox: its key."""
    item: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section: its heading and lines."""

    title: str
    level: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One source as a page shows it."""

    source: Source
    number: int
    """Which of the sources of the page, from 0."""
    infobox: tuple[Line, ...]
    chapters: tuple[Chapter, ...]
    whole: bool
    """Whether this is the whole article; else the sentences from which something was read."""
    left_out: bool
    """Whether passages from which nothing was read are left out, since the article is long."""


@dataclass(frozen=True, slots=True, order=True)
class _Mark:
    """Words of the source to be marked."""

    start: int
    end: int
    back: str
    voice: str


@dataclass(frozen=True, slots=True)
class _Strip:
    """Shown words, each tied to the source."""

    shown: str
    starts: Sequence[int]
    ends: Sequence[int]


def anchor_of(number: int, mention: Mention) -> str:
    """Give the place of the words of a mention on the page: "at-2459-2493"; other sources are numbered."""
    return f"at-{f'{number}-' if number else ''}{mention.start}-{mention.end}"


def shown_sentence(sentence: str, mark: tuple[int, int], form: str) -> tuple[str, str, str]:
    """Give what a reader sees before the marked words of a sentence, of them, and after them."""
    strips = _strips(sentence, form, 0)
    shown = " ".join(strip.shown for strip in strips)
    starts = [at for strip in strips for at in (*strip.starts, strip.ends[-1] if strip.ends else 0)]
    first, last = bisect_left(starts, mark[0]), bisect_left(starts, mark[1])
    return shown[:first], shown[first:last], shown[last:]


@lru_cache(maxsize=4096)
def without_markup(words: str, form: str) -> str:
    """Give words of a source as its reader sees them: wikitext without its brackets and templates."""
    return " ".join(strip.shown for strip in _strips(words, form, 0)) or words


def _strips(words: str, form: str, start: int) -> tuple[_Strip, ...]:
    """Give the shown words of a stretch that begins at an offset of its source."""
    if form != "wikitext" or not _MARKUP.search(words):
        end = start + len(words)
        return (_Strip(words, range(start, end), range(start + 1, end + 1)),)
    passages = read_article(words, form="wikitext").passages
    return tuple(
        _Strip(one.shown, [start + at for at in one.starts], [start + at for at in one.ends])
        for one in passages
    )


def places_of(shown: Iterable[Shown]) -> frozenset[str]:
    """Give the places that links may lead to; words that are not shown, such as coordinates, have none."""
    lines = (
        line
        for one in shown
        for line in (*one.infobox, *(line for part in one.chapters for line in part.lines))
    )
    return frozenset(anchor for line in lines for piece in line.pieces for anchor in piece.anchors)


def show_source(dossier: Dossier, source: Source, number: int, article: Article | None) -> Shown:
    """Show one source of an event; `article` is its text as it was read, if it is at hand."""
    marks = sorted(set(_marks(dossier, source)))
    writer = _Writer(marks, number)
    if article is None:
        sentences = tuple(_sentences(dossier, source, writer))
        return Shown(source, number, (), sentences, whole=False, left_out=False)
    short = sum(len(passage.shown) for passage in article.passages) <= _WHOLE
    infobox = tuple(_infobox(article, writer))
    chapters = tuple(_chapters(article, writer, everything=short))
    rest = tuple(_sentences(dossier, source, writer))
    return Shown(source, number, infobox, (*chapters, *rest), whole=True, left_out=not short)


def _marks(dossier: Dossier, source: Source) -> Iterator[_Mark]:
    for said in dossier.claims:
        for mention in said.mentions:
            if mention.revision == source.iri:
                yield _Mark(mention.start, mention.end, f"claim-{said.name}", said.voice)
    for remark in dossier.remarks:
        for mention in remark.mentions:
            if mention.revision == source.iri:
                yield _Mark(mention.start, mention.end, f"claim-{remark.name}", "plain")
    for told in dossier.happenings:
        if told.mention.revision == source.iri:
            yield _Mark(told.mention.start, told.mention.end, f"happening-{told.name}", "")


class _Writer:
    """Cuts shown words into pieces; notes which marks it has met, so that each is met once."""

    def __init__(self, marks: list[_Mark], number: int) -> None:
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        self._reach = max((mark.end - mark.start for mark in marks), default=0)
        self._prefix = f"at-{number}-" if number else "at-"
        self.met: set[tuple[int, int]] = set()

    def marks_in(self, start: int, end: int) -> list[_Mark]:
        """Give the marks that share a character with a stretch of the source."""
        first = bisect_left(self._starts, start - self._reach)
        last = bisect_left(self._starts, end)
        return [mark for mark in self._marks[first:last] if mark.end > start]

    def pieces(self, strip: _Strip) -> tuple[Piece, ...]:
        """Cut a strip where marks begin and end."""
        if not strip.shown:
            return ()
        placed = []
        for mark in self.marks_in(strip.starts[0], strip.ends[-1]):
            first, last = bisect_right(strip.ends, mark.start), bisect_left(strip.starts, mark.end)
            if first < last:
                placed.append((first, last, mark))
        cuts = sorted({0, len(strip.shown), *(cut for first, last, _ in placed for cut in (first, last))})
        return tuple(
            self._piece(
                strip.shown[start:end], [one for one in placed if one[0] <= start and end <= one[1]], start
            )
            for start, end in pairwise(cuts)
        )

    def _piece(self, words: str, over: list[tuple[int, int, _Mark]], start: int) -> Piece:
        anchors = []
        for first, _, mark in over:
            place = (mark.start, mark.end)
            if first == start and place not in self.met:
                self.met.add(place)
                anchors.append(f"{self._prefix}{mark.start}-{mark.end}")
        told = [mark for _, _, mark in over if mark.voice]
        inner = min(told, key=lambda mark: (mark.voice == "plain", mark.end - mark.start, mark), default=None)
        return Piece(words, tuple(anchors), inner.back if inner else "", inner.voice if inner else "")


def _infobox(article: Article, writer: _Writer) -> Iterator[Line]:
    for parameter in article.parameters:
        passage = parameter.passage
        pieces = writer.pieces(_Strip(passage.shown, passage.starts, passage.ends))
        if pieces and not parameter.key.startswith(_PICTURES):
            yield Line(pieces, parameter.key)


def _chapters(article: Article, writer: _Writer, *, everything: bool) -> Iterator[Chapter]:
    lines: list[Line] = []
    section = 0
    for passage in article.passages:
        if passage.section != section:
            yield from _chapter(article, section, lines)
            section, lines = passage.section, []
        pieces = writer.pieces(_Strip(passage.shown, passage.starts, passage.ends))
        if pieces and (everything or any(piece.back or piece.anchors for piece in pieces)):
            lines.append(Line(pieces, item=passage.item))
    yield from _chapter(article, section, lines)


def _chapter(article: Article, section: int, lines: list[Line]) -> Iterator[Chapter]:
    if lines:
        told = article.sections[section]
        yield Chapter(told.title, told.level, tuple(lines))


def _sentences(dossier: Dossier, source: Source, writer: _Writer) -> Iterator[Chapter]:
    """Give the sentences of what has not been met yet, by section."""
    sections: dict[str, dict[tuple[int, str], None]] = {}
    for mention in sorted(_mentions(dossier), key=lambda one: (one.start, one.end)):
        if mention.revision == source.iri and (mention.start, mention.end) not in writer.met:
            title = "Infobox" if mention.zone == "infobox" else mention.section
            sections.setdefault(title, {})[mention.sentence_start, mention.sentence] = None
    for title, sentences in sections.items():
        lines = []
        for start, sentence in sentences:
            strips = _strips(sentence, source.form, start)
            pieces = tuple(piece for strip in strips for piece in writer.pieces(strip))
            if any(piece.anchors for piece in pieces):
                lines.append(Line(pieces, item=title == "Infobox"))
        if lines:
            yield Chapter(title, 2, tuple(lines))


def _mentions(dossier: Dossier) -> Iterable[Mention]:
    for said in dossier.claims:
        yield from said.mentions
    for remark in dossier.remarks:
        yield from remark.mentions
    yield from (told.mention for told in dossier.happenings)
