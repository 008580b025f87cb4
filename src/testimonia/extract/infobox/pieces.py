"""The pieces that a value of an infobox is read into: headings, and items with a figure or without one."""

from dataclasses import dataclass, field

from testimonia.extract.figures import Figure
from testimonia.extract.infobox.kinds import Kind
from testimonia.extract.infobox.layout import Bracket
from testimonia.extract.tokens import Token

__all__ = ["Heading", "Item"]


@dataclass(frozen=True, slots=True)
class Heading:
    """Words that govern what follows: who says it, whose it is, when, or of what."""

    tokens: tuple[Token, ...]
    brackets: tuple[Bracket, ...] = ()
    flags: tuple[str, ...] = ()
    colon: bool = True
    """False for a line that may or may not be a heading."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A figure and the words around it; indexes are of `tokens`."""

    tokens: tuple[Token, ...]
    first: int
    last: int
    figure: Figure | None
    kind: Kind | None = None
    lead: tuple[Token, ...] = ()
    """The words before the figure."""
    head: tuple[Token, ...] = ()
    """What is counted: the words between figure and word of harm."""
    tail: tuple[Token, ...] = ()
    """What follows the word of harm."""
    notes: tuple[Bracket, ...] = ()
    loose: tuple[Bracket, ...] = ()
    """Brackets behind a boundary: they speak of the list before them."""
    flags: tuple[str, ...] = ()
    joined: bool = False
    """True if "and" ties it to the next item."""
    listed: bool = False
    """True if a comma stands between it and the next item."""
    segment: int = 0
    part: bool = False
    """True if it is one of the figure before it: "including a commander"."""
    inherited: bool = field(default=False, compare=False)
    """True if the word of harm stands with a later item."""
