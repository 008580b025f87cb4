"""Where the words of an item stand in the article, links and templates taken whole."""

from testimonia.extract.infobox.context import Frame
from testimonia.extract.infobox.counts import Count
from testimonia.extract.infobox.pieces import Item
from testimonia.model import Mark, Span

__all__ = ["figure_span", "quote_span"]

_REACH = 60
"""How far the end of a template may stand behind the words in it."""


def quote_span(item: Item, count: Count, frame: Frame) -> Span:
    """Give the shortest stretch with the figure and, where adjacent, the word of harm."""
    first = item.first
    if count.sort == "unit" and item.lead and item.lead[-1].low == "of":
        first = 0  # "elements of two battalions"
    if item.kind and item.kind.last <= item.first and not item.inherited:
        first = item.kind.first  # "Casualties unknown"
    start, end = item.tokens[first].start, item.tokens[item.last - 1].end
    span = frame.passage.source(start, end)
    for mark in frame.passage.marks:
        if mark.kind == "link" and mark.start < end and start < mark.end:
            span = _with_link(span, mark, start, end)
    return _balanced(span, frame.text)


def figure_span(item: Item, frame: Frame) -> Span:
    """Give the figure's own words."""
    last = item.figure.last if item.figure else item.last
    return frame.passage.source(item.tokens[item.first].start, item.tokens[last - 1].end)


def _with_link(span: Span, mark: Mark, start: int, end: int) -> Span:
    """Take in the brackets of a link that stands in the words or reaches out of them."""
    first = mark.span.start if mark.start <= start or mark.end <= end else span.start
    last = mark.span.end if mark.start >= start or mark.end >= end else span.end
    return Span(min(span.start, first), max(span.end, last))


def _balanced(span: Span, text: str) -> Span:
    """Take in the end of a template that begins in the span: "{{circa|60,000" + "}}"."""
    words = text[span.start : span.end]
    close = text.find("}}", span.end, span.end + _REACH) if words.count("{{") > words.count("}}") else -1
    return Span(span.start, close + 2) if close >= 0 else span
