"""Noun phrases: determiner, figure, naming words, head.

example          the sixty ISGS militants · three MSA and GATIA fighters · 112 guns available
example          a 2,000-strong column · no French losses · the destroyed tank
counter-example  "Mali and five soldiers" is two phrases; "soldiers from Idlib" ends at its head
"""

from collections.abc import Mapping

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Line
from testimonia.extract.prose.heads import describe
from testimonia.extract.prose.joined_kinds import (
    inside_harm,
    inside_noun,
    joins,
    joins_kinds,
    listed_kinds,
    over_kinds,
    over_sizes,
)
from testimonia.extract.prose.lexemes import (
    noun_of,
    noun_openers,
    triggers_at,
)
from testimonia.lexicon import word_set

__all__ = ["read_noun_phrase"]

Starts = Mapping[int, Figure]
"""First token of each figure to the figure."""

_CALIBRES = frozenset({"inch", "in", "mm", "cm", "pounder", "pounders", "pdr", "pdrs"})
_TOLD = frozenset({"claimed", "confirmed", "estimated", "known", "recorded", "registered", "reported"})
_PAPERS = word_set("grammar", "papers")
_OCCASIONS = word_set("grammar", "occasions")
_MORE = frozenset({"more", "other", "additional", "further"})
_MOSTLY = word_set("grammar", "mostly")
_OPEN_KINDS = frozenset({"vague", "unknown", "none"})
_APART = frozenset({"surviving", "first", "last", "remaining", "other", "next", "final"})


def read_noun_phrase(line: Line, at: int, starts: Starts) -> tuple[Chunk, int]:
    """Read the noun phrase that begins at a position; give it and the position behind it."""
    first = at
    det = line.low(at) if line.letters[at] == "D" else ""
    while line.letter(at) == "D":
        at += 1
    if at > first:
        at = _over_adverbs(line, at)
    figure = starts.get(line.places[at]) if at < len(line.places) else None
    if figure is not None:
        at = _over_figure(line, at, figure)
    body, at = at, max(_over_naming(line, at, starts), first + 1)
    apart = not _APART.isdisjoint(line.lows[first:at])
    chunk = Chunk("np", line.places[first], line.places[at - 1] + 1, det=det, figure=figure, told_apart=apart)
    chunk.body = line.places[body] if body < at else -1
    describe(chunk, line)
    chunk.owner = line.letter(at) == "M"
    return chunk, at + chunk.owner


def _over_adverbs(line: Line, at: int) -> int:
    """Go over "almost" in "the almost empty camp"."""
    end = at
    while line.letter(end) == "B":
        end += 1
    return end if line.letter(end) in "QWC" else at


def _over_figure(line: Line, at: int, figure: Figure) -> int:
    """Go over a figure with what belongs to it: "12 more", "many of the"."""
    while at < len(line.places) and line.places[at] < figure.last:
        at += 1
    vague = figure.quantity.kind in _OPEN_KINDS
    if line.low(at) in _MOSTLY and line.letter(at + 1) in "WC":
        return at + 1  # "300 mostly Dow soldiers"
    while line.low(at) in _MORE or (vague and line.low(at) == "of"):
        at += 1
    return at + (vague and line.letter(at) == "D")


def _over_naming(line: Line, at: int, starts: Starts) -> int:
    """Go over the naming words of a phrase; give the position behind them."""
    while at < len(line.places):
        letter = line.letters[at]
        if letter in "WC" and line.places[at] not in starts and not _is_author(line, at):
            at += 1
        elif letter == "," and (kinds := over_kinds(line, at) or over_sizes(line, at)):
            at = kinds
        elif letter == "&" and any(within(line, at) for within in _JOINED):
            at += 1 + (line.letter(at + 1) in "VG")
        elif letter == "," and (end := listed_kinds(line, at)) is not None:
            at = end
        elif letter in "BV" and at and (_grades(line, at) or _is_told(line, at)):
            at += 1
        elif letter == "-" and at and line.letters[at - 1] == "Q" and line.letter(at + 1) in "WV":
            at += 2  # "2,000-strong"
        elif letter == "P" and (end := _over_of(line, at)):
            at = end  # "ships of the line"
        elif letter == "-" and line.low(at - 1)[:1].isdigit() and line.low(at + 1) in _CALIBRES:
            at += 2  # "two 15-inch guns"
        else:
            break
    return at


def _is_author(line: Line, at: int) -> bool:
    """Tell "in his report Orr gave his losses as 30", where two phrases meet, from "the report Red Orr".

    So they do in "after the war Orr wrote", "that night Orr wrote".
    """
    if line.letters[at] != "C" or not at:
        return False
    if line.low(at - 1) in _OCCASIONS and line.letters[at - 1] == "W":
        return _begins_clause(line, at)
    if line.low(at - 1) not in _PAPERS:
        return False
    end = at
    while line.letter(end) == "C":
        end += 1
    led = at > 1 and line.letters[at - 1] == "W" and line.letters[at - 2] in "DW"
    return led and line.letter(end) in "VXIB"


def _begins_clause(line: Line, at: int) -> bool:
    """Tell whether the name at a position is all that stands before a verb, or before what is told of it."""
    end = at
    while line.letter(end) == "C":
        end += 1
    return line.letter(end) in "VXIB,"


def _grades(line: Line, at: int) -> bool:
    """Tell the adverb of "two badly damaged tanks" from one behind the count."""
    return line.letters[at] == "B" and line.letters[at - 1] in "DQ" and line.letter(at + 1) == "W"


def _is_told(line: Line, at: int) -> bool:
    """Tell "40 reported casualties" (one phrase) from "40 reported that they fled"."""
    counted = line.letters[at - 1] == "Q" and line.low(at) in _TOLD
    end = at + 1
    while line.letter(end) == "C" and end < at + 4:
        end += 1
    return counted and line.letter(end) == "W" and bool(triggers_at(line.tokens, line.places[end])[1])


def _over_of(line: Line, at: int) -> int:
    """Go over the rest of a noun or ship that holds an "of": "ships of the line", "HMS Duke of Roe"; or 0."""
    if line.low(at) != "of" or not at:
        return 0
    if line.letters[at - 1] + line.letter(at + 1) == "CC" and line.known.vessels:
        named = line.tokens[line.places[at - 1]].text, line.tokens[line.places[at + 1]].text
        if " of ".join(named) in line.known.vessels:
            return at + 2
    if line.low(at - 1) not in noun_openers():
        return 0
    found = noun_of(line.tokens, line.places[at - 1])
    end = at
    while found is not None and end < len(line.places) and line.places[end] < found[0]:
        end += 1
    return end if end > at + 1 else 0


_JOINED = (joins, inside_harm, inside_noun, joins_kinds)
"""What makes one noun phrase of the words around a conjunction."""
