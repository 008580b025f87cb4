"""From tags to chunks, in one pass from left to right.

Brackets are taken out into lines of their own, so that "Roe (the commander) was killed" reads as if
they were not there; quotation marks are looked through ("twenty "bandits" had been killed").
"""

from collections.abc import Sequence
from dataclasses import replace

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Known, Line
from testimonia.extract.prose.noun_phrases import read_noun_phrase
from testimonia.extract.prose.verb_groups import begins_verb_group, read_verb_group
from testimonia.extract.tokens import Token

__all__ = ["chunk_line", "cut_lines"]

_SMALL = {"P": "prep", "&": "conj", "K": "but", "S": "sub", "T": "to", "R": "pron", "B": "adv", "N": "adv"}
"""The kind of chunk that a single word makes; all else is a sign."""
_RUNS = {"@": "date", "&": "conj"}
"""Letters whose runs make one chunk: "5 May 2018", "as well as"."""


def cut_lines(tokens: Sequence[Token], tags: Sequence[str], known: Known) -> list[Line]:
    """Cut a sentence into its main line and one for each pair of brackets; `known` as in Line."""
    main: list[int] = []
    inner: list[list[int]] = []
    opened: list[list[int]] = []
    for at, tag in enumerate(tags):
        if tag == "(":
            opened.append([])
        elif tag == ")" and opened:
            inner.append(opened.pop())
        elif tag not in "\"'":
            (opened[-1] if opened else main).append(at)
    for never_closed in opened:
        main.extend(never_closed)
    places = [sorted(main), *inner]
    lines = (_line(tokens, tags, found) for found in places if found)
    return [replace(line, known=known) for line in lines]


def _line(tokens: Sequence[Token], tags: Sequence[str], places: Sequence[int]) -> Line:
    letters = "".join([tags[at] for at in places])
    lows = [tokens[at].low for at in places]
    return Line(tokens, places, letters, lows, dict(zip(places, letters, strict=True)))


def chunk_line(line: Line, figures: Sequence[Figure]) -> list[Chunk]:
    """Group the tokens of one line into chunks."""
    starts = {figure.first: figure for figure in figures}
    chunks: list[Chunk] = []
    at = 0
    while at < len(line.places):
        if line.letters[at] in "DQWC":
            chunk, at = read_noun_phrase(line, at, starts)
        elif begins_verb_group(line, at):
            chunk, at = read_verb_group(line, at)
        else:
            chunk, at = _small(line, at)
        chunks.append(chunk)
    return chunks


def _small(line: Line, at: int) -> tuple[Chunk, int]:
    letter, end = line.letters[at], at + 1
    while letter in _RUNS and line.letter(end) == letter:
        end += 1
    kind = _RUNS.get(letter) or _SMALL.get(letter, "sign")
    return Chunk(kind, line.places[at], line.places[end - 1] + 1, line.low(at)), end
