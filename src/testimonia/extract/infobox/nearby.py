"""What the words next to a figure decide about it: a grade behind "Unknown", harm told in its bracket.

example          Unknown, presumed heavy (one figure, heavy) · 5 (killed in accidents) · 12 (all executed)
counter-example  Unknown, 3 killed · 5 (2 killed in accidents)
"""

from collections.abc import Sequence
from dataclasses import replace

from testimonia.extract.figures import find_figures
from testimonia.extract.infobox.items import read_items
from testimonia.extract.infobox.kinds import kind_at
from testimonia.extract.infobox.layout import Segment
from testimonia.extract.infobox.pieces import Heading, Item
from testimonia.lexicon import word_set

__all__ = ["harmed_in_bracket", "settle_unknown"]

_ALL = frozenset({"all", "both", "mostly"})
_GUESSED = word_set("layout", "guessed")


def settle_unknown(pieces: Sequence[Item | Heading]) -> list[Item | Heading]:
    """Leave "Unknown" out where a guess follows that grades what is not known: "presumed heavy"."""
    found: list[Item | Heading] = []
    for at, piece in enumerate(pieces):
        if isinstance(piece, Item) and _is_unknown(piece):
            after = pieces[at + 1] if at + 1 < len(pieces) else None
            if isinstance(after, Item) and _is_guess(after):
                continue
            inner = (read_items([Segment(bracket.tokens, "")]) for bracket in piece.notes)
            graded = [one for few in inner for one in few if isinstance(one, Item) and _is_guess(one)]
            found.append(replace(graded[0], flags=piece.flags) if graded else piece)
        else:
            found.append(piece)
    return found


def _is_unknown(piece: Item) -> bool:
    bare = piece.kind is None and all(token.low in _GUESSED for token in piece.head)
    return bare and piece.figure is not None and piece.figure.quantity.kind == "unknown"


def _is_guess(piece: Item) -> bool:
    """Tell "presumed heavy" from "heavy" that counts something else."""
    vague = piece.figure is not None and piece.figure.quantity.kind == "vague"
    lead = tuple(token.low for token in piece.lead)
    return vague and not piece.head and bool(lead) and all(word in _GUESSED for word in lead)


def harmed_in_bracket(piece: Item | Heading) -> Item | Heading:
    """Give a figure of casualties the harm that its bracket tells: "5 (killed in accidents)"."""
    if isinstance(piece, Heading) or piece.kind is not None or piece.figure is None:
        return piece
    for bracket in (*piece.notes, *piece.loose):
        tokens = bracket.tokens
        first = int(bool(tokens) and tokens[0].low in _ALL)
        kind = kind_at(tokens, first, len(tokens)) if first < len(tokens) else None
        if kind and not kind.materiel and not find_figures(tokens):
            here = replace(kind, first=piece.last, last=piece.last)
            return replace(piece, kind=here, inherited=True)
    return piece
