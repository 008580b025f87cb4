"""Blocks of prose: lines between empty lines, and which of them are bare headings."""

import re

from testimonia.read.lines import Line, lines_of

__all__ = ["Block", "blocks_of", "is_bare_heading"]

_LONGEST, _MOST_WORDS = 90, 13
_NO_HEADING = re.compile(
    r"[.!?:;,|\])}>]$(?<!\w\))"  # a stop at the end; "Siege (1815)" is no stop
    r"|\.(?:svg|png|jpe?g|gif|tiff?|webp)\b|\]\]|\[\[|;\s|\w=\S|^[\[(|+:>*&=]|^[-–]\s|^\W*$",
    re.IGNORECASE,
)


class Block:
    """Lines without an empty line between them."""

    __slots__ = ("gap", "lines")

    def __init__(self, gap: int) -> None:
        self.gap = gap
        """Empty lines before it."""
        self.lines: list[Line] = []


def blocks_of(text: str) -> list[Block]:
    """Give the blocks of a text in order."""
    blocks: list[Block] = []
    gap = 0
    for line in lines_of(text):
        if not line.words or line.words.isspace():
            gap += 1
            continue
        if gap or not blocks:
            blocks.append(Block(gap))
        blocks[-1].lines.append(line)
        gap = 0
    return blocks


def is_bare_heading(blocks: list[Block], at: int) -> bool:
    """Tell whether a block is a heading by its shape alone: short, one line, no stop, not the last.

    "The relief of the town" is one; "He fled." and "upright=1.4" are not.
    """
    if len(blocks[at].lines) > 1 or at + 1 == len(blocks):
        return False
    words = blocks[at].lines[0].words.strip()
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or _NO_HEADING.search(words):
        return False
    first = words.lstrip("_\"'“‘*").lstrip()[:1]
    return first.isalnum() and not first.islower()
