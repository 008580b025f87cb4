"""Headings inside a value: where one begins, and what it says of the items below it.

"Per the army:", "Garrison:", "First phase:", "Killed:", "Total:". A heading without a colon counts
only where its words are known to speak of a party, a sayer or a phase.
"""

from collections.abc import Sequence

from testimonia.extract.figures import Figure
from testimonia.extract.infobox.kinds import kind_between
from testimonia.extract.infobox.nouns import noun_at
from testimonia.extract.tokens import Token

__all__ = ["heading_start"]

_SAYERS = frozenset({"per", "according"})


def heading_start(tokens: Sequence[Token], figures: Sequence[Figure]) -> int:
    """Give the token with which the heading of a segment closed by a colon begins.

    Items may stand before it without a boundary: "500 killed and wounded Per the navy:". A capital tells
    that a word of harm heads the next figure and does not close the one before: "Killed: 20 Wounded: 45".
    """
    if not figures:
        kind = kind_between(tokens, 0, len(tokens))
        if kind is None or kind.last == len(tokens):
            return 0
        return kind.last if tokens[kind.last].capital else 0
    floor = figures[-1].last
    for at in range(floor, len(tokens)):
        if tokens[at].low in _SAYERS:
            return at
    kind = kind_between(tokens, floor, len(tokens))
    if kind and kind.first == floor and kind.last == len(tokens) and tokens[floor].capital:
        return floor
    at = kind.last if kind else floor
    while at < len(tokens) and kind is None and (noun := noun_at(tokens, at, len(tokens))):
        if noun[1].sort == "blocked" and tokens[at].capital:
            break  # "4,000 Phase 2:"
        at = noun[0]
    while at < len(tokens) and not tokens[at].capital:
        at += 1
    return at
