"""How far a cue reaches: the stretch of the sentence that it governs.

example          said that there were no losses, but that two drivers died      → both
example          said 25 were killed, while the rebels reported 22 dead         → its own part each
counter-example  said 25 were killed; 12 were buried there                      → ends at the semicolon
"""

from testimonia.extract.prose.chunk import Row

__all__ = ["CONTRASTS", "backward_start", "clause_ends", "clause_start", "forward_end"]

_DASHES = frozenset({"–", "—"})
CONTRASTS = frozenset({"while", "whilst", "whereas", "although"})


def clause_ends(row: Row, at: int) -> bool:
    """Tell whether nothing but dates and adverbs stands before the end of the clause."""
    while row.near(at).kind in {"adv", "date"} or (
        row.near(at).kind == "prep" and row.near(at + 1).kind == "date"
    ):
        at += 1
    return at >= len(row) or (row[at].kind == "sign" and row[at].low in {".", "!", "?", ";"})


def clause_start(row: Row, at: int) -> int:
    """Give the first token of the clause of the chunk at `at`."""
    while at > 0 and row[at - 1].low not in {";", ":", "while", "but"}:
        at -= 1
    return row[at].first


def forward_end(row: Row, at: int) -> int:
    """Give one past the last token that a cue at `at` governs forward.

    It ends at "although", at a semicolon, and at a "but" that no second "that" follows; "while"
    leaves it open, for what it adds is mostly the same sayer's. A speech behind a colon is all theirs.
    """
    if row.near(at + 1).low == ":":
        return row[-1].last
    aside = _aside_end(row, at)
    for step in range(at + 1, aside):
        chunk = row[step]
        goes_on = row.near(step + 1).low == "that"
        if chunk.kind == "sub" and chunk.low in {"although", "though"} and step > at + 2:
            return chunk.first
        if not goes_on and (chunk.kind == "but" or chunk.low == ";"):
            return chunk.first
    return row[aside].first if aside < len(row) else row[-1].last


def _aside_end(row: Row, at: int) -> int:
    """Give the dash that closes the aside a cue stands in: "the plain – where Orr thought … – was held"."""
    opened = any(chunk.low in _DASHES for chunk in row[:at])
    closes = (step for step in range(at + 1, len(row)) if row[step].low in _DASHES)
    return next(closes, len(row)) if opened else len(row)


def backward_start(row: Row, at: int) -> int:
    """Give the first token that a cue behind its clause governs: back to a contrast or semicolon."""
    for chunk in reversed(row[:at]):
        if (chunk.kind == "sub" and chunk.low in CONTRASTS) or chunk.kind == "but" or chunk.low == ";":
            return chunk.last
    return 0
