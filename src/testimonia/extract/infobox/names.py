"""Cut the value of a list parameter into names: belligerents, commanders, units, places.

A name ends at a comma, a line break, a flag, a bracket or a gap of two blanks. Where a converter
lost even these ("First Army Second Front"), the article itself tells: both halves stand in its prose
and the whole does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from testimonia.extract.infobox.layout import Bracket, Segment, cut_segments
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows
from testimonia.model import Article, Passage

__all__ = ["Piece", "cut_names", "prose_of"]

_EDGES = frozenset(
    [
        "†",
        "‡",
        "*",
        "#",
        "^",
        "'",
        '"',
        "“",
        "”",
        "«",
        "»",
        ".",
        ",",
        ";",
        ":",
        "-",
        "–",
        "—",
        "•",
        "|",
        "/",
        "&",
        "(",
        ")",
        "[",
        "]",
        "=",
        "+",
        "½",
        "§",
    ]
)

_UNNAMED = re.compile(r"(?:Unidentified|Unknown|Unnamed)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a list that may be a name, over `start` to `end` of the shown text."""

    words: str
    start: int
    end: int
    flag: str | None
    brackets: tuple[str, ...]
    """The words in brackets behind it."""
    end_sign: str
    link: str | None = None
    bare_flag: bool = False
    """True if there are no words, only a flag."""
    fresh: bool = True
    """True if a boundary other than a flag, gap or bracket stands before it."""


def prose_of(article: Article) -> str:
    """Give all prose of an article in one text, for looking up names."""
    return "\n".join(passage.shown for passage in article.passages)


def cut_names(passage: Passage, prose: str) -> list[Piece]:
    """Cut a list into pieces, in order."""
    found: list[Piece] = []
    for segment in cut_segments(passage, names=True):
        pieces = list(_pieces(passage, segment))
        if not segment.tokens and segment.brackets and not segment.flags and found:
            notes = tuple(_inner(passage, b) for b in segment.brackets)
            found[-1] = _noted(found[-1], notes)
            continue
        for piece in pieces:
            found.extend(_by_prose(piece, prose))
    return found


def _noted(piece: Piece, notes: tuple[str, ...]) -> Piece:
    return replace(piece, brackets=piece.brackets + notes)


def _inner(passage: Passage, bracket: Bracket) -> str:
    if not bracket.tokens:
        return ""
    return passage.shown[bracket.tokens[0].start : bracket.tokens[-1].end]


def _pieces(passage: Passage, segment: Segment) -> Iterator[Piece]:
    """Cut one segment at its flags, brackets and gaps."""
    tokens = segment.tokens
    flags: dict[int, str] = {}
    for at, country in segment.flags:
        flags[at] = flags.get(at) or country
    edges = {0, len(tokens), *flags, *(bracket.at for bracket in segment.brackets), *_gaps(passage, tokens)}
    for first, last in pairwise(sorted(edges)) if tokens else [(0, 0)]:
        notes = tuple(_inner(passage, bracket) for bracket in segment.brackets if bracket.at == last)
        sign = segment.end if last == len(tokens) else " "
        start, end = _trimmed(passage, tokens[first:last])
        if start < end:
            link = _link(passage, start, end)
            words = re.sub(r"\s+", " ", passage.shown[start:end])
            yield Piece(words, start, end, flags.get(first), notes, sign, link, fresh=first == 0)
        elif flags.get(first):
            yield Piece(flags[first], 0, 0, flags[first], notes, sign, None, bare_flag=True, fresh=first == 0)
    if tokens and flags.get(len(tokens)):
        at, flag = tokens[-1].end, flags[len(tokens)]
        yield Piece(flag, at, at, flag, (), segment.end, None, bare_flag=True)


def _trimmed(passage: Passage, tokens: tuple[Token, ...]) -> tuple[int, int]:
    """Give where the words begin and end, without daggers, stars and quotation marks around them."""
    words = list(tokens)
    while words and words[0].low in _EDGES:
        words.pop(0)
    while words and words[-1].low in _EDGES:
        words.pop()
    if not words:
        return 0, 0
    end = words[-1].end
    short = len(words[-1].text) <= 3 and words[-1].text[0].isupper()
    return words[0].start, end + (short and passage.shown[end : end + 1] == ".")  # "John Doe Jr."


def _link(passage: Passage, start: int, end: int) -> str | None:
    links = [
        mark.value for mark in passage.marks if mark.kind == "link" and mark.start < end and start < mark.end
    ]
    return links[0] if len(links) == 1 else None


def _gaps(passage: Passage, tokens: tuple[Token, ...]) -> set[int]:
    """Give the tokens that stand behind two blanks; a lost image left the gap."""
    return {
        at for at in range(1, len(tokens))
        if "  " in passage.shown[tokens[at - 1].end : tokens[at].start] and tokens[at].text[0].isupper()
        and not (at + 1 == len(tokens) and tokens[at].low in _bodies())
    }  # fmt: skip


def _by_prose(piece: Piece, prose: str) -> list[Piece]:
    """Cut "First Army Second Front", where a boundary was lost."""
    if piece.bare_flag or piece.link:
        return [piece]
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", piece.words)]
    for number in range(len(words) - 1, 0, -1):
        left, right = piece.words[: words[number - 1][1]], piece.words[words[number][0] :]
        if _UNNAMED.match(right) or (right[0].isupper() and _are_two(piece, left, right, prose)):
            cut = piece.start + words[number][0]
            first = replace(piece, words=left, end=piece.start + len(left), brackets=(), end_sign=" ")
            second = replace(piece, words=right, start=cut, flag=None, fresh=False)
            return [*_by_prose(first, prose), second]
    return [piece]


def _are_two(piece: Piece, left: str, right: str, prose: str) -> bool:
    """Tell whether two halves of a capitalised row are two names."""
    if left.endswith(("'s", "\u2019s", " of", " the", " and", " al")) or not left[0].isupper():
        return False
    if left == piece.flag and not is_body(right):
        return True
    if len(left.split()) > 1 and is_body(right) and (is_body(left) or right.startswith("Al-")):
        return not _known(piece.words, prose)
    long = len(piece.words.split()) > 2 and len(left.split()) > 1
    return long and _known(left, prose) and _known(right, prose) and not _known(piece.words, prose)


def is_body(name: str) -> bool:
    """Tell whether a name ends in the noun of a body: "Army", "Front", "Brigade"."""
    return name.rsplit(" ", 1)[-1].lower() in _bodies() and " " in name


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("bodies"))


def _known(name: str, prose: str) -> bool:
    return len(name) > 3 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", prose) is not None
