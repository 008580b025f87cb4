"""Read the items of a value: a figure with the words that belong to it, or a heading.

"60+ killed 11 missing" are two items, "3 tanks and 1 armored car destroyed" two that share a word
of harm, "Frigate scuttled" one without a figure, "Per the army:" a heading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.extract.figures import Figure
from testimonia.extract.infobox.headings import heading_start
from testimonia.extract.infobox.item_figures import counting_figures
from testimonia.extract.infobox.kinds import Kind, kind_at, kind_between
from testimonia.extract.infobox.layout import Bracket, Segment
from testimonia.extract.infobox.moments import dated_tokens, is_year
from testimonia.extract.infobox.nouns import is_single_person, is_thing, nouns_in, sort_of
from testimonia.extract.infobox.pieces import Heading, Item
from testimonia.extract.infobox.shares import share_of
from testimonia.extract.infobox.wrapped import merged
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set

__all__ = ["PART_WORDS", "read_items"]

_STOPS = word_set("layout", "stop")
"""Words that end the nouns behind a figure."""
_JOINTS = frozenset({"and", "&", "plus"})
PART_WORDS = word_set("layout", "part")
"""Words before a figure that is a part of the one before it."""


def read_items(segments: Sequence[Segment]) -> list[Item | Heading]:
    """Read the segments of a value into items and headings, in order."""
    found: list[Item | Heading] = []
    flags: tuple[str, ...] = ()
    for number, segment in enumerate(merged(segments)):
        if not segment.tokens:
            _hang(found, segment.brackets)
            flags += tuple(country for _, country in segment.flags)
            continue
        for piece in _pieces(segment, number):
            found.append(replace(piece, flags=flags + piece.flags))
            flags = ()
    return list(_shared(found))


def _hang(found: list[Item | Heading], brackets: tuple[Bracket, ...]) -> None:
    """Tie brackets that stand alone to the item or heading before them."""
    for index in range(len(found) - 1, -1, -1):
        piece = found[index]
        if isinstance(piece, Item):
            found[index] = replace(piece, loose=piece.loose + brackets)
            return
        if index == len(found) - 1:
            found[index] = replace(piece, brackets=piece.brackets + brackets)
            return
    if brackets and not found:
        found.append(Heading((), brackets, colon=False, bold=True))


def _pieces(segment: Segment, number: int) -> Iterator[Item | Heading]:
    """Give the items of one segment, and its heading if it ends in one."""
    tokens = segment.tokens
    taken = dated_tokens(tokens)
    if segment.end == ":" and (len(taken) == len(tokens) or is_year(tokens)):
        yield _heading(segment, 0, colon=True)
        return
    figures = counting_figures(tokens, taken) or (
        share_of(tokens, opens=number == 0) if segment.end != ":" else []
    )
    start = heading_start(tokens, figures) if segment.end == ":" else len(tokens)
    if segment.end == ":" and is_year(tokens[-1:]):
        start = len(tokens) - 1  # "40,000 1916:"
    figures = [figure for figure in figures if figure.last <= start]
    if not figures and start == len(tokens) and not _unnumbered(tokens, 0, start):
        yield _heading(segment, 0, colon=False)
        return
    if start:
        yield from _items(segment, figures, start, number)
    if start < len(tokens):
        yield _heading(segment, start, colon=True)


def _heading(segment: Segment, start: int, *, colon: bool) -> Heading:
    brackets = tuple(bracket for bracket in segment.brackets if bracket.at >= start)
    flags = tuple(country for at, country in segment.flags if at >= start)
    return Heading(segment.tokens[start:], brackets, flags, colon, segment.bold)


def _items(segment: Segment, figures: Sequence[Figure], limit: int, number: int) -> Iterator[Item]:
    tokens = segment.tokens[:limit]
    begin = 0
    if not figures:
        yield from _unnumbered_items(segment, 0, limit, number)
    for index, figure in enumerate(figures):
        end = figures[index + 1].first if index + 1 < len(figures) else limit
        joined = end < limit and tokens[end - 1].low in _JOINTS
        stop = end - 1 if joined else end
        item = _item(segment, figure, (figures[index - 1].last if index else 0, stop), number)
        rest = item.last
        lead = tokens[begin : figure.first]
        begin = item.last
        part = bool(lead) and index == 0 and all(token.low in PART_WORDS for token in lead)
        listed = end == limit and segment.end == ","
        yield replace(item, lead=lead, joined=joined, listed=listed, part=part)
        yield from _unnumbered_items(segment, rest, stop, number)


def _item(segment: Segment, figure: Figure, bounds: tuple[int, int], number: int) -> Item:
    """Read one figure with the words behind it."""
    tokens, (begin, stop) = segment.tokens, bounds
    kind = kind_between(tokens, figure.last, stop)
    last = kind.last if kind else _noun_end(tokens, figure.last, _head_end(tokens, figure.last, stop))
    head = _before_number(tokens[figure.last : kind.first if kind else last])
    if kind is None and begin == 0 and figure.first:
        kind = _leading(tokens, figure)
    notes = tuple(b for b in segment.brackets if figure.first < b.at <= stop)
    flags = tuple(country for at, country in segment.flags if begin <= at <= figure.first)
    return Item(
        tokens, figure.first, max(last, figure.last), figure, kind,
        head=head, tail=tokens[last:stop], notes=notes, flags=flags, segment=number,
    )  # fmt: skip


def _leading(tokens: Sequence[Token], figure: Figure) -> Kind | None:
    """Read a word of harm right before a figure: "Casualties unknown", "killed 20", "lost about 30 tanks"."""
    kind = kind_between(tokens, 0, figure.first)
    between = tokens[kind.last : figure.first] if kind else ()
    return kind if all(token.low in {":", "-", "–", "were", "are", "is", "of"} for token in between) else None


def _before_number(head: tuple[Token, ...]) -> tuple[Token, ...]:
    """Cut "drone and 5 missiles", whose second number counts no force, at the first noun."""
    for at, token in enumerate(head):
        if at and token.kind == "number":
            return head[: at - 1] if head[at - 1].low in _JOINTS else head[:at]
    return head


def _head_end(tokens: Sequence[Token], first: int, stop: int) -> int:
    for at in range(first, stop):
        if tokens[at].low in _STOPS:
            return at
    return stop


def _noun_end(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Cut what follows the nouns: "183,000 combat troops rising", "111,132 men -"."""
    nouns = nouns_in(tokens[first:stop])
    last = first + nouns[-1][1] if nouns else stop
    rest = tokens[last:stop]
    if any(token.capital or token.low in {"and", "of"} for token in rest):
        last = stop
    while last > first and tokens[last - 1].kind == "sign" and tokens[last - 1].text not in {'"', "”", "'"}:
        last -= 1
    return last


def _unnumbered(tokens: Sequence[Token], first: int, stop: int) -> tuple[int, Kind] | None:
    """Find one thing or person lost without a figure: "Frigate scuttled", "Commander killed"."""
    for at in range(first, stop):
        kind = kind_at(tokens, at, stop)
        if kind is None:
            continue
        begin = first
        words = tokens[begin:at]
        if any(token.kind == "number" for token in words):
            return None
        if (
            words
            and len(words) <= 6
            and (
                is_thing(words)
                if kind.measure == "materiel_lost" or is_thing(words)
                else is_single_person(words)
            )
        ):
            return begin, kind
        return None
    return None


def _unnumbered_items(segment: Segment, first: int, stop: int, number: int) -> Iterator[Item]:
    tokens = segment.tokens
    while first < stop and tokens[first].low in _JOINTS | {",", "a", "an", "the"}:
        first += 1
    found = _unnumbered(tokens, first, stop)
    if found:
        begin, kind = found
        notes = tuple(b for b in segment.brackets if begin < b.at <= stop)
        yield Item(
            tokens,
            begin,
            kind.last,
            None,
            kind,
            (),
            tokens[begin : kind.first],
            tokens[kind.last : stop],
            notes,
            segment=number,
        )


def _in_one_list(piece: Item, after: Item) -> bool:
    """Tell "15 soldiers, 3 policemen killed", where all are dead, from "500 men, 30 killed"."""
    return piece.listed and not piece.notes and all(_of_people(one.head) for one in (piece, after))


def _of_people(head: Sequence[Token]) -> bool:
    return sort_of(head) in {"people", "civilians"}


def _shared(pieces: Sequence[Item | Heading]) -> Iterator[Item | Heading]:
    """Give items in a row of "a, b and c killed" the word of harm of the last one."""
    shared: Kind | None = None
    found: list[Item | Heading] = []
    for piece in reversed(pieces):
        after = found[-1] if found else None
        if isinstance(piece, Item) and piece.kind is None and piece.figure and piece.head:
            if isinstance(after, Item) and (piece.joined or _in_one_list(piece, after)):
                shared = after.kind
            found.append(replace(piece, kind=shared, inherited=True) if shared else piece)
        else:
            shared = None
            found.append(piece)
    return reversed(found)
