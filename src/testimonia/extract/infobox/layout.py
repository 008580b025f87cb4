"""Cut the value of a parameter into segments, with brackets and flags kept beside the words.

The plain form joins the lines of a value by ", ", wikitext by line breaks and lists: both are
boundaries of the same weight here, so that the two forms of one article give the same claims. What
stands in brackets is taken out of the row of words and tied to the word before it, so that
"370 (garrison) soldiers" reads on across the bracket.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.extract.tokens import Token, tokenize
from testimonia.lexicon import rows
from testimonia.model import Mark, Passage

__all__ = ["Bracket", "Segment", "cut_segments"]

_OPEN = {"(": ")", "[": "]"}
_ENDS = frozenset({",", ";", ":", "•", "|"})


@dataclass(frozen=True, slots=True)
class Bracket:
    """What stands in brackets."""

    at: int
    """Index of the token of the segment that it stands before."""
    tokens: tuple[Token, ...]
    start: int
    """Offset of the opening bracket in the shown text."""
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a value between two boundaries."""

    tokens: tuple[Token, ...]
    """The words, without what stands in brackets."""
    end: str
    """The sign that closes it: "," ";" ":" "." "\\n" or "" at the end of the value."""
    brackets: tuple[Bracket, ...] = ()
    flags: tuple[tuple[int, str], ...] = ()
    """For each flag the index of the token that it stands before, and the country ("" if lost)."""
    bold: bool = False
    """True if all its words are bold."""


def cut_segments(passage: Passage, *, names: bool = False) -> list[Segment]:
    """Cut a value into its segments, in order; empty ones only where they carry a bracket or flag.

    In a list of `names` a full stop is no boundary: "Col. A. B. Clay".
    """
    tokens = tokenize(passage.shown)
    flags = sorted((mark.start, mark.value) for mark in passage.marks if mark.kind == "flag")
    bold = [mark for mark in passage.marks if mark.kind == "bold"]
    found: list[Segment] = []
    begin = 0
    for first, last, sign in _stretches(passage, tokens, names=names):
        limit = tokens[last].start + (sign != "\n") if last < len(tokens) else len(passage.shown) + 1
        mine = [
            flag for flag in flags if begin <= flag[0] < limit or (last >= len(tokens) and flag[0] >= begin)
        ]
        segment = _segment(tokens[first:last], sign, mine, bold)
        begin = limit
        if segment.tokens or segment.brackets or segment.flags:
            found.append(segment)
    return found


def _stretches(passage: Passage, tokens: Sequence[Token], *, names: bool) -> Iterator[tuple[int, int, str]]:
    """Give first token, end and closing sign of each stretch between two boundaries.

    A comma within the words of a link is none: "[[…|John Doe, 2nd Earl Doe]]".
    """
    shown, first, at = passage.shown, 0, 0
    links = [mark for mark in passage.marks if mark.kind == "link"]
    while at < len(tokens):
        if at > first and "\n" in shown[tokens[at - 1].end : tokens[at].start]:
            yield first, at, "\n"
            first = at
        token = tokens[at]
        if token.low in _OPEN:
            at = _closing(shown, tokens, at)
        elif (token.low in _ENDS and not any(m.start < token.start and token.end < m.end for m in links)) or (
            (token.low == "*" or (token.low == "." and not names)) and _is_stop(tokens, at)
        ):
            yield first, at, token.low
            first = at + 1
        at += 1
    yield first, len(tokens), ""


def _closing(shown: str, tokens: Sequence[Token], at: int) -> int:
    """Find the token that closes a bracket; an open one ends with its line."""
    depth = 0
    for index in range(at, len(tokens)):
        if index > at and "\n" in shown[tokens[index - 1].end : tokens[index].start] and depth == 1:
            rest = [token.low for token in tokens[index:]]
            if _OPEN[tokens[at].low] not in rest:
                return index - 1
        if tokens[index].low == tokens[at].low:
            depth += 1
        elif tokens[index].low == _OPEN[tokens[at].low]:
            depth -= 1
            if depth == 0:
                return index
    return len(tokens) - 1


def _abbreviations() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("abbreviations"))


def _is_stop(tokens: Sequence[Token], at: int) -> bool:
    """Tell a full stop from the point of an abbreviation."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at + 1].start == tokens[at].end:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].low == "*":
        return before.end < tokens[at].start
    if len(before.text) == 1 or f"{before.low}." in _abbreviations():
        return False
    return after.capital or after.kind == "number" or after.low in _OPEN


def _is_note_mark(opening: Token, inner: Sequence[Token]) -> bool:
    """Tell the mark of a footnote, "[1]" or "[a]", from words in brackets."""
    return opening.low == "[" and len(inner) == 1 and (inner[0].kind == "number" or len(inner[0].text) == 1)


def _segment(
    tokens: Sequence[Token], sign: str, flags: Sequence[tuple[int, str]], bold: Sequence[Mark]
) -> Segment:
    """Take the brackets out of a stretch and tie its flags to its words."""
    words: list[Token] = []
    brackets: list[Bracket] = []
    at = 0
    while at < len(tokens):
        if tokens[at].low in _OPEN:
            last = _closing("", tokens, at)
            inner = (
                tokens[at + 1 : last]
                if tokens[last].low == _OPEN[tokens[at].low]
                else tokens[at + 1 : last + 1]
            )
            if not _is_note_mark(tokens[at], inner):
                brackets.append(Bracket(len(words), tuple(inner), tokens[at].start, tokens[last].end))
            at = last + 1
            continue
        if tokens[at].low not in {"*", ".", ")", "]"}:
            words.append(tokens[at])
        at += 1
    tied = tuple((sum(token.start < start for token in words), country) for start, country in flags)
    heavy = bool(words) and all(any(m.start <= t.start and t.end <= m.end for m in bold) for t in words)
    return Segment(tuple(words), sign, tuple(brackets), tied, heavy)
