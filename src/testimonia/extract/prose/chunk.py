"""The pieces of a sentence that the frames read: noun phrases, verb groups, small words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from testimonia.extract.figures import Figure
from testimonia.extract.prose.lexemes import Noun, Report, Trigger
from testimonia.extract.tokens import Token

__all__ = ["NOTHING", "NOTHING_KNOWN", "Chunk", "Known", "Line", "Row"]

_FEW = 10


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a whole article when its sentences are read."""

    aloft: bool = False
    """True in an article about air war, where fighters are aircraft."""
    persons: Collection[str] = ()
    """The last names of its persons."""
    vessels: Collection[str] = ()
    """The bare names of its ships."""


NOTHING_KNOWN = Known()
"""For a sentence by itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a sentence, or of a bracket in it, with one letter each (see tagging)."""

    tokens: Sequence[Token]
    """All tokens of the sentence."""
    places: Sequence[int]
    """For each position of the line its token."""
    letters: str
    lows: Sequence[str]
    """For each position its word in lower case."""
    letter_of: Mapping[int, str]
    """The letters again, by token; those of brackets and quotation marks are not among them."""
    known: Known = NOTHING_KNOWN
    """What is known of the article."""

    def low(self, at: int) -> str:
        """Give the word at a position in lower case, "" behind the end."""
        return self.lows[at] if at < len(self.lows) else ""

    def letter(self, at: int) -> str:
        """Give the letter at a position, "." behind the end."""
        return self.letters[at] if at < len(self.letters) else "."


@dataclass(slots=True, eq=False)
class Chunk:
    """A piece of a sentence; token indexes are those of the sentence."""

    kind: str
    """np, vp, prep, conj, sub, sign, date, adv, to, pron, but."""
    first: int
    last: int
    low: str = ""
    """The words in lower case, for small chunks; the head word of a phrase."""

    # noun phrases
    figure: Figure | None = None
    noun: Noun | None = None
    head: int = -1
    """Index of the first token of the head noun."""
    det: str = ""
    owner: bool = False
    """True if a possessive 's follows."""
    name: bool = False
    """True if the head is a name."""
    person: bool = False
    """True if it is the name of a person: "Ann Roe", or "Roe" where the article has her in full."""
    told_apart: bool = False
    """True for a part of those known: "the first five ships", "the remaining nine"."""
    harm: Trigger | None = None
    """Set if the head is a word of harm: "casualties", "prisoners", "the dead"."""
    body: int = -1
    """First token behind determiner and figure, where the naming words begin; -1 if there are none."""

    # verb groups
    triggers: tuple[Trigger, ...] = ()
    reports: tuple[Report, ...] = ()
    verb: int = -1
    passive: bool = False
    bare: bool = False
    """True without auxiliary: past tense or reduced participle."""
    infinitive: bool = False
    gerund: bool = False
    unfinished: bool = False
    """True for "being wounded", which has the subject of another verb."""
    negated: bool = False
    modal: bool = False
    """True for what would, could or may happen."""
    copula: bool = False
    adverbs: tuple[str, ...] = ()

    @property
    def elided(self) -> bool:
        """True for a figure without a noun: "five", "25"."""
        return self.figure is not None and self.body < 0

    @property
    def many(self) -> bool:
        """True for a figure above ten: fewer may be told of in passing."""
        quantity = self.figure.quantity if self.figure is not None else None
        return quantity is not None and (quantity.low or quantity.high or 0) > _FEW

    @property
    def plural(self) -> bool:
        """True if the head is plural as far as can be told."""
        if self.noun is not None:
            return self.noun.plural
        return self.low.endswith("s") and not self.low.endswith("ss") and not self.name

    @property
    def plural_name(self) -> bool:
        """True for the name of people: "Dowists"."""
        return self.name and self.low.endswith("s") and not self.low.endswith("ss")

    @property
    def ranked(self) -> bool:
        """True for one person with a word behind the noun, mostly a name: "Captain Roe"."""
        return self.of_kind("people") and not self.plural and self.last - 1 > self.head

    def of_kind(self, *kinds: str) -> bool:
        """Tell whether the head is a known noun of one of the kinds (people, unit, materiel)."""
        return self.noun is not None and self.noun.kind in kinds


NOTHING = Chunk("", -1, -1)
"""Stands for the chunk beyond either end of a row."""


class Row(tuple[Chunk, ...]):
    """The chunks of one line, in order."""

    __slots__ = ()

    def near(self, at: int) -> Chunk:
        """Give the chunk at a position, NOTHING beyond the ends."""
        return self[at] if 0 <= at < len(self) else NOTHING

    def comma(self, at: int) -> bool:
        """Tell whether a comma stands at a position."""
        return 0 <= at < len(self) and self[at].low == "," and self[at].kind == "sign"

    def place(self, chunk: Chunk) -> int:
        """Give the position of a chunk; ValueError if it is of another row."""
        return next((at for at, other in enumerate(self) if other is chunk), -1)
