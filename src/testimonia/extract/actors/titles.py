"""Ranks, honorifics and offices that stand before a person's name.

example          Lt. Gen. Roe · Caliph Marwan · Foreign Minister Ann Dow
counter-example  General Staff · King's Own Regiment
"""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.tokens import Token, tokenize
from testimonia.lexicon import rows

__all__ = [
    "is_rank",
    "office_end",
    "office_heads",
    "rank_end",
    "shared_heads",
    "small_rank_end",
    "strip_ranks",
    "title_end",
]

Table = dict[str, list[tuple[str, ...]]]


def _table(forms: Sequence[str]) -> Table:
    table: Table = {}
    for form in forms:
        words = tuple(token.low for token in tokenize(form))
        table.setdefault(words[0], []).append(words)
    for found in table.values():
        found.sort(key=len, reverse=True)
    return table


_FUNCTIONS = frozenset(
    {
        "commander",
        "commander-in-chief",
        "commissar",
        "political commissar",
        "brigade commander",
        "battalion commander",
        "bey",
        "pasha",
        "chief",
        "chief of staff",
        "squad leader",
        "quartermaster",
        "adjutant",
        "commissioner",
        "division commander",
        "generalissimo",
        "hetman",
    }
)
"""Ranks that are functions too."""


@cache
def _ranks() -> Table:
    return _table([row["form"] for table in ("ranks", "honorifics") for row in rows(table)])


@cache
def _offices() -> Table:
    ranks = {row["form"].lower() for row in rows("ranks")} - _FUNCTIONS
    return _table([row["form"] for row in rows("offices") if row["form"].lower() not in ranks])


def _end(tokens: Sequence[Token], at: int, table: Table) -> int:
    for words in table.get(tokens[at].low, ()):
        end = at + len(words)
        if end <= len(tokens) and all(tokens[at + k].low == words[k] for k in range(1, len(words))):
            return end
    return at


def rank_end(tokens: Sequence[Token], at: int) -> int:
    """Give the end of the ranks and honorifics that begin at `at`; `at` if there is none."""
    while at < len(tokens) and (tokens[at].capital or tokens[at].text == "."):
        end = _end(tokens, at, _ranks())
        if end == at:
            return at
        at = end
        if at < len(tokens) and tokens[at].text == "." and at + 1 < len(tokens) and tokens[at + 1].capital:
            at += 1
    return at


def small_rank_end(tokens: Sequence[Token], at: int) -> int:
    """Give the end of a rank written small before a full name: "lieutenant general Ann Roe"; else `at`."""
    end = _end(tokens, at, _ranks())
    named = end > at and end + 1 < len(tokens) and tokens[end].capital and tokens[end + 1].capital
    return end if named and not tokens[at].capital and len(tokens[at].text) > 4 else at


def office_end(tokens: Sequence[Token], at: int) -> int:
    """Give the end of the office whose words begin at `at`; `at` if there is none."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return at
    return _end(tokens, at, _offices())


@cache
def office_heads() -> frozenset[str]:
    """Give the first words of all offices, lower case: "mayor"."""
    return frozenset(_offices())


@cache
def shared_heads() -> frozenset[str]:
    """Give the plurals of offices of one word, lower case: "mayors"."""
    return frozenset(f"{word}s" for word, phrases in _offices().items() if (word,) in phrases)


@cache
def _heads() -> frozenset[str]:
    return office_heads() | frozenset(_ranks())


def title_end(tokens: Sequence[Token], at: int) -> int:
    """Give the end of all capitalised titles that begin at `at`: offices, ranks, honorifics."""
    while at < len(tokens) and tokens[at].low in _heads() and tokens[at].capital:
        end = rank_end(tokens, at)
        if end == at:
            end = office_end(tokens, at)
        if end == at:
            return at
        at = end
    return at


def is_rank(word: str) -> bool:
    """Tell whether a single word is a rank or honorific."""
    return (word.lower(),) in _ranks().get(word.lower(), ())


def strip_ranks(words: str) -> str:
    """Strip ranks and honorifics before a name: "Maj. Gen. Ann Roe" → "Ann Roe"; a rank alone stays."""
    tokens = tokenize(words)
    end = rank_end(tokens, 0) if tokens else 0
    return words[tokens[end].start :] if 0 < end < len(tokens) else words
