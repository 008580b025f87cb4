"""Sentences of an article, with their tokens and their way back to the source.

A full stop ends a sentence when white space and a capital, digit or opening quotation mark follow,
unless it belongs to an abbreviation ("Lt.", "c."), to an initial ("A. A. van Nijnatten") or stands
inside quotation marks that close later in the same paragraph: what a speaker says in several
sentences stays with its speaker.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from testimonia.extract.tokens import Token, tokenize
from testimonia.lexicon import rows
from testimonia.model import Article, Passage, Span, Zone

__all__ = ["Sentence", "split_article", "split_passage"]

_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[^\W_a-zß-öø-ÿ]|\s*\n)|\n+")
_QUOTED = re.compile(r'"[^"\n]{1,1500}?"|“[^”\n]{1,1500}”')
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_ORDINAL = re.compile(r"\b[Tt]he [0-9]{1,3}\.$")
_HOURS = frozenset({"a.m.", "p.m."})
_BEGINS = re.compile(r"\s+(?:The|This|These|They|He|She|It|In|On|At|By|After|Before|When|As|An?)\b")
_START = attrgetter("start")


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of a passage; token indexes are what rules work with."""

    passage: Passage
    start: int
    """Offset of the first character in `passage.shown`."""
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    """Index of the passage in `Article.passages` (or of the parameter, for an infobox value)."""
    order: int
    """Number of the sentence in the article."""
    lows: frozenset[str]
    """Its words and signs in lower case: what a rule looks for is mostly not among them."""

    @property
    def shown(self) -> str:
        """The words a reader sees."""
        return self.passage.shown[self.start : self.end]

    @property
    def span(self) -> Span:
        """The sentence in the source."""
        return self.passage.source(self.start, self.end)

    @property
    def zone(self) -> Zone:
        """The zone of its passage."""
        return self.passage.zone

    def source(self, first: int, last: int) -> Span:
        """Give the span in the source of the tokens `first` up to, but not including, `last`."""
        return self.passage.source(self.tokens[first].start, self.tokens[last - 1].end)

    def start_of(self, at: int) -> int:
        """Give where a token begins in the source."""
        return self.passage.starts[self.tokens[at].start]

    def words(self, first: int, last: int) -> str:
        """Give the shown words of the tokens `first` up to, but not including, `last`."""
        return self.passage.shown[self.tokens[first].start : self.tokens[last - 1].end]


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("abbreviations"))


def _ends_sentence(shown: str, match: re.Match[str], quoted: list[tuple[int, int]]) -> bool:
    at = match.start()
    if shown[at] == "\n":
        return True
    if quoted and any(first < at and match.end() < last for first, last in quoted):
        return False
    return shown[at] != "." or not _abbreviated(shown, at, match.end())


def _abbreviated(shown: str, at: int, behind: int) -> bool:
    """Tell whether the full stop at `at` belongs to a short word, an initial or an ordinal."""
    last = shown[max(0, at - 24) : at + 1].rsplit(maxsplit=1)[-1].lstrip("(\"“'[")
    if last[1:2] == "." and _INITIALS.fullmatch(last):
        return True  # "A. A. van Nijnatten"
    if last[:1].isdigit() and _ORDINAL.search(shown[max(0, at - 12) : at + 1]):
        return True  # "the 326. Infantry Division"
    low = last.lower()
    ends = low in _HOURS and _BEGINS.match(shown, behind) is not None  # "at 4 a.m. The guns fired"
    return low in _abbreviations() and not ends


def _bounds(shown: str) -> Iterator[tuple[int, int]]:
    quoted = [match.span() for match in _QUOTED.finditer(shown)]
    start = 0
    for match in _END.finditer(shown):
        if _ends_sentence(shown, match, quoted):
            yield start, match.end()
            start = match.end()
    yield start, len(shown)


def split_passage(passage: Passage, paragraph: int, order: int = 0) -> list[Sentence]:
    """Split one passage into sentences, numbered from `order`."""
    tokens = tokenize(passage.shown)
    found: list[Sentence] = []
    first = 0
    for _, end in _bounds(passage.shown):
        last = bisect_left(tokens, end, first, key=_START)
        if last > first:
            mine = tuple(tokens[first:last])
            lows = frozenset([token.low for token in mine])
            number = order + len(found)
            found.append(Sentence(passage, mine[0].start, mine[-1].end, mine, paragraph, number, lows))
        first = last
    return found


def split_article(article: Article) -> list[Sentence]:
    """Split all prose of an article into sentences, in reading order."""
    sentences: list[Sentence] = []
    for number, passage in enumerate(article.passages):
        sentences.extend(split_passage(passage, number, len(sentences)))
    return sentences
