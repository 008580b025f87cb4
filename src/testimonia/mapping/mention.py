"""Mentions: spans of the article's revision, with their exact words and where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from testimonia.mapping.iris import part
from testimonia.mapping.terms import curie, describe, literal, tm, tmc, typed, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.iris import Iris
    from testimonia.mapping.terms import Triple
    from testimonia.model import Article, Section, Span, Zone

__all__ = ["Layout", "map_mention", "section_title"]

AROUND = 32
"""How many characters of context a quote has on each side, as far as there are any."""


@dataclass(slots=True)
class Layout:
    """Where a span stands in an article: zone, section, line."""

    article: Article
    _zones: list[tuple[int, int, Zone]] = field(init=False)
    _sections: list[int] = field(init=False)
    _lines: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the article's parts by where they begin."""
        parameters = [(p.span.start, p.span.end, p.passage.zone) for p in self.article.parameters]
        passages = [(p.starts[0], p.ends[-1], p.zone) for p in self.article.passages if p.shown]
        self._zones = sorted(parameters + passages)
        self._sections = [section.span.start for section in self.article.sections]
        self._lines = [match.end() for match in re.finditer("\n", self.article.text)]

    def zone(self, span: Span) -> Zone:
        """Tell the zone; outside the infobox and all passages it is the lead's or the prose's."""
        before = bisect_right(self._zones, (span.start, len(self.article.text) + 1, "table")) - 1
        if before >= 0 and self._zones[before][1] > span.start:
            return self._zones[before][2]
        return "lead" if self.section(span) == 0 else "prose"

    def section(self, span: Span) -> int:
        """Give the index of the innermost section in which the span begins."""
        return max(0, bisect_right(self._sections, span.start) - 1)

    def line(self, span: Span) -> int:
        """Give the line on which the span begins, counted from 1."""
        return bisect_right(self._lines, span.start) + 1


def section_title(number: int, section: Section | None) -> str:
    """Name a section; what stands before the first heading is the lead."""
    return section.title if section and number and section.title else "Lead"


def map_mention(span: Span, sentence: Span | None, layout: Layout, iris: Iris) -> Iterator[Triple]:
    """Describe a span of the revision and its two selectors."""
    article = layout.article
    mention = iris.mention(span)
    position, quote = part(mention, "position"), part(mention, "quote")
    number = layout.section(span)
    section = article.sections[number] if article.sections else None
    yield from describe(
        mention,
        ("rdf:type", tm("Mention")),
        ("oa:hasSource", iris.revision),
        ("oa:hasSelector", (position, quote)),
        ("tm:zone", tmc(layout.zone(span))),
        ("tm:inSection", iris.section(number, section_title(number, section)) if section else None),
        ("tm:line", whole(layout.line(span))),
        ("tm:sentence", iris.mention(sentence) if sentence and sentence != span else None),
        ("prov:wasDerivedFrom", iris.revision),
    )
    yield from describe(
        position,
        ("rdf:type", curie("oa:TextPositionSelector")),
        ("oa:start", typed(str(span.start), "xsd:nonNegativeInteger")),
        ("oa:end", typed(str(span.end), "xsd:nonNegativeInteger")),
    )
    text = article.text
    yield from describe(
        quote,
        ("rdf:type", curie("oa:TextQuoteSelector")),
        ("oa:exact", literal(text[span.start : span.end])),
        ("oa:prefix", literal(text[max(0, span.start - AROUND) : span.start])),
        ("oa:suffix", literal(text[span.end : span.end + AROUND])),
    )
