"""What the records of an article refer to, noted while they are mapped, to be described once each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from testimonia.mapping.terms import tagged
from testimonia.mapping.timespan import edtf, timespan_iri

if TYPE_CHECKING:
    from testimonia.mapping.iris import Iris
    from testimonia.mapping.options import MappingOptions
    from testimonia.mapping.terms import Node
    from testimonia.model import Span, When

__all__ = ["Ledger"]


@dataclass(slots=True)
class Ledger:
    """Gives the IRIs of spans, rules, times and sides, and remembers which were asked for."""

    iris: Iris
    options: MappingOptions
    mentions: dict[Span, Span | None] = field(default_factory=dict)
    """Cited spans, each with the sentence around it, where one was named."""
    rules: set[str] = field(default_factory=set)
    """Ids of the rules that spoke."""
    times: dict[str, bool] = field(default_factory=dict)
    """EDTF expressions, and whether the text says that the time is not over."""
    sides: dict[Node, tuple[Node, int]] = field(default_factory=dict)
    """Sides, each with its event and number."""

    def cite(self, span: Span, sentence: Span | None = None) -> Node:
        """Give the mention of a span; the first sentence that is named for it stays."""
        if self.mentions.get(span) is None:
            self.mentions[span] = sentence
        if sentence is not None:
            self.mentions.setdefault(sentence, None)
        return self.iris.mention(span)

    def rule(self, name: str) -> Node:
        """Give the IRI of a rule."""
        self.rules.add(name)
        return self.iris.rule(name)

    def time(self, when: When | None) -> Node | None:
        """Give the time span of a date or range, or None where neither end is known."""
        expression = edtf(when)
        if when is None or expression is None:
            return None
        return self.time_of(expression, ongoing=when.ongoing)

    def time_of(self, expression: str, *, ongoing: bool = False) -> Node:
        """Give the time span of an EDTF expression."""
        self.times[expression] = ongoing or self.times.get(expression, False)
        return timespan_iri(self.options.base, expression)

    def side(self, event: str, number: int | None) -> Node | None:
        """Give a side of an event by its number, None for none. Each event has sides of its own."""
        if number is None:
            return None
        owner = self.iris.event(event)
        side = self.iris.under("side", owner, str(number))
        self.sides[side] = owner, number
        return side

    def words(self, text: str) -> str:
        """Give words of the article as a literal in its language."""
        return tagged(text, self.options.language)
