"""A person with an office, and the names of a sentence that can be persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from testimonia.extract.actors.names import Use
from testimonia.extract.actors.persons import can_be_person, is_placelike
from testimonia.extract.actors.titles import rank_end, small_rank_end
from testimonia.extract.sentences import Sentence
from testimonia.model import Span

__all__ = ["Holder", "PersonUses"]


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an office."""

    name: str
    title: str
    span: Span
    body: str | None = None
    """The words that tell where: before a possessive, or behind "of"."""


class PersonUses:
    """The names of one sentence that can be persons, by their first and last tokens."""

    def __init__(self, sentence: Sentence, uses: Sequence[Use]) -> None:
        """Take a sentence and the names in it."""
        self.sentence = sentence
        self.uses = uses

    @cached_property
    def starting(self) -> dict[int, Use]:
        """The persons by their first tokens."""
        return {use.first: use for use in self.uses if self._can(use)}

    @cached_property
    def ending(self) -> dict[int, Use]:
        """The persons by the tokens behind them."""
        return {use.last: use for use in self.uses if self._can(use)}

    @cached_property
    def bodies(self) -> dict[int, Use]:
        """The names of others by the tokens behind them."""
        return {use.last: use for use in self.uses if not self._can(use)}

    def holder(self, use: Use, title: str, body: str | None = None) -> Holder:
        """Give the person of a use an office."""
        words = self.sentence.words(use.first, use.last)
        return Holder(words, title, self.sentence.source(use.first, use.last), body)

    def _can(self, use: Use) -> bool:
        return not is_placelike(use) and can_be_person(self.sentence.words(use.first, use.last))

    def at(self, token: int) -> Use | None:
        """Give the person whose name, or rank before it, begins at a token."""
        tokens = self.sentence.tokens
        if token >= len(tokens):
            return None
        ends = (rank_end(tokens, token), small_rank_end(tokens, token), token)
        return next((use for end in ends if (use := self.starting.get(end)) is not None), None)
