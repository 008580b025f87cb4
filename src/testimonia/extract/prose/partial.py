"""Figures that count a part, or those left out: "half of the 300 men", "all but six", "one in three".

example          half of the 300 men were killed → half of them
example          all but six of the crew died    → nobody knows how many
counter-example  not all, but six of them died
"""

from dataclasses import replace

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.sentences import Sentence
from testimonia.model import Quantity

__all__ = ["read_parts"]

_EVERYONE = frozenset({"all", "everyone", "everybody"})
_LAST = frozenset({"of", "the"})


def read_parts(sentence: Sentence, row: Row) -> None:
    """Give the counts of a row the figure that their whole phrase tells."""
    for at in range(len(row) - 1):
        part, then = row[at], row[at + 1]
        if part.figure is None and then.kind == "but":
            _all_but(sentence, row, at)
        elif part.figure is not None and then.figure is not None:
            _part_of(sentence, part, then)
        elif part.elided and then.low == "in" and row.near(at + 2).elided:
            part.figure = row[at + 2].figure = None  # "one in three"


def _all_but(sentence: Sentence, row: Row, at: int) -> None:
    """Read "all but six of the crew": those who are left out are not those who are counted."""
    every, but, left = row[at], row[at + 1], row.near(at + 2)
    everyone = every.low in _EVERYONE or (every.det in _EVERYONE and every.body < 0)
    if not everyone or but.low != "but" or left.figure is None:
        return
    words = sentence.words(every.first, left.figure.last)
    left.first, left.det = every.first, ""
    left.figure = Figure(every.first, left.figure.last, Quantity("vague", None, None, words, words))
    every.kind = but.kind = "adv"


def _part_of(sentence: Sentence, part: Chunk, whole: Chunk) -> None:
    """Read "half of the 300 men" and "two-thirds of the 300 men": not 300."""
    figure = part.figure
    vague = figure is not None and figure.quantity.kind in {"vague", "none"}
    if figure is not None and vague and part.elided and sentence.tokens[part.last - 1].low in _LAST:
        whole.figure, whole.first = replace(figure), part.first
