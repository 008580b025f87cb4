"""Claims without a figure that back what is said of the event itself.

Date, place, larger event, kind and result stand on the event as shortcuts; each is backed by an
assertion with the words it was read from, so that every triple can show its sentence.
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.actors.naming import key_of
from testimonia.extract.actors.sides import Sides
from testimonia.extract.drafts import EventDraft, Named
from testimonia.extract.sentences import Sentence
from testimonia.model import Article, Assertion, Span, When, Zone

__all__ = ["assert_event"]


def assert_event(
    article: Article, event: EventDraft, key: str, sides: Sides, sentences: Sequence[Sentence]
) -> tuple[Assertion, ...]:
    """Give the assertions behind the event's date, places, larger events, kind, coordinates and result."""
    return tuple(_Backing(article, key, sides, sentences).all_of(event))


class _Backing:
    """Finds the line or sentence around each value."""

    def __init__(self, article: Article, key: str, sides: Sides, sentences: Sequence[Sentence]) -> None:
        self.article, self.key, self.sides, self.sentences = article, key, sides, sentences

    def all_of(self, event: EventDraft) -> Iterator[Assertion]:
        """Give the assertions of one event, in the order of its fields."""
        when = event.when
        if when is not None and when.span is not None:
            yield self._attribute("time", when.span, _iso(when), f"The event took place {_dates(when)}.")
        if event.places:
            name = event.places[0]
            yield self._attribute(
                "place", name.span, key_of(name.words), f"The event took place at {name.words}."
            )
        for name in event.part_of:
            yield self._attribute(
                "part_of", name.span, key_of(name.words), f"The event is part of {name.words}."
            )
        if event.kind_span is not None:
            yield self._attribute(
                "kind", event.kind_span, event.kind, f"The event is of the kind {event.kind}."
            )
        if event.coordinates is not None and event.coordinates_span is not None:
            latitude, longitude = event.coordinates
            yield self._attribute(
                "coordinates",
                event.coordinates_span,
                f"{latitude},{longitude}",
                f"The event took place at {latitude}, {longitude}.",
            )
        if event.result is not None:
            yield self._outcome(event.result)

    def _attribute(self, name: str, span: Span, value: str, text: str) -> Assertion:
        zone, around = self._around(span)
        rule = f"{'infobox' if zone == 'infobox' else 'lead'}.{name}"
        return Assertion("attribute", self.key, text, span, around, rule, 0.95, name, value, zone=zone)  # type: ignore[arg-type]

    def _outcome(self, result: Named) -> Assertion:
        zone, around = self._around(result.span)
        winner = None
        words = result.words.lower()
        if "victory" in words:
            winner = self.sides.of(result.words[: words.index("victory")].replace("-", " "))
        return Assertion(
            "outcome",
            self.key,
            f"The outcome was: {result.words}.",
            result.span,
            around,
            "infobox.result",
            0.9,
            value=result.words,
            winner=winner,
            zone=zone,
        )

    def _around(self, span: Span) -> tuple[Zone, Span]:
        """Give the zone and the line or sentence around a span."""
        for parameter in self.article.parameters:
            if parameter.span.covers(span):
                return "infobox", parameter.span
        for sentence in self.sentences:
            if sentence.span.covers(span):
                return sentence.zone, sentence.span
        return "lead", span


def _dates(when: When) -> str:
    if when.ongoing:
        return f"from {when.start} and went on"
    return f"on {when.start}" if when.start == when.end else f"from {when.start} to {when.end}"


def _iso(when: When) -> str:
    """Give a date or range as an assertion's value: "2018-04-01", "2018-04/2018-05", "2018-04/" (open)."""
    return when.start or "" if when.start == when.end else f"{when.start or ''}/{when.end or ''}"
