"""Numbers in digits and words: where one begins, what it is worth, where it ends.

"1,200", "1.5 million", "twenty-five", "two hundred and fifty", "a dozen", "half a dozen".
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from testimonia.extract.tokens import Token
from testimonia.lexicon import rows

__all__ = ["Number", "parse_number"]


class Number(NamedTuple):
    """A plain number over the tokens up to `last` (exclusive)."""

    value: int
    last: int
    spelled: bool
    """True if written in words."""
    scaled: bool = False
    """True if a scale word closes it ("2 million")."""


@cache
def _words() -> dict[str, tuple[int, str]]:
    return {row["word"]: (int(row["value"]), row["role"]) for row in rows("numbers")}


@cache
def _spelled(word: str) -> tuple[int, str] | None:
    """Value and role of one word, "twenty-five" included."""
    known = _words().get(word)
    if known or "-" not in word:
        return known
    ten, _, unit = word.partition("-")
    left, right = _words().get(ten), _words().get(unit)
    if left and right and left[1] == "ten" and right[1] == "unit":
        return left[0] + right[0], "ten"
    return None


_SMALL = {"unit", "teen", "ten"}
_MULTIPLES = {"hundred", "scale", "dozen", "score"}


def _multiplied(tokens: Sequence[Token], at: int, value: int) -> tuple[int, int, bool]:
    """Apply "hundred", "thousand", "million", "dozen" behind a number; give value, end, whether any."""
    scaled = False
    while at < len(tokens):
        known = _words().get(tokens[at].low)
        if not known or known[1] not in _MULTIPLES:
            break
        value, at, scaled = value * known[0], at + 1, True
    return value, at, scaled


def _in_digits(tokens: Sequence[Token], at: int) -> Number | None:
    digits = "".join(c for c in tokens[at].text if c.isdigit() or c == ".")
    value, last, scaled = _multiplied(tokens, at + 1, 1)
    if "." in digits and not scaled:
        return None  # "1.5 km", "4.30 pm": no count of people
    return Number(round(float(digits) * value) if "." in digits else int(digits) * value, last, False, scaled)


def _in_words(tokens: Sequence[Token], at: int) -> Number | None:
    total, last, scaled = 0, at, False
    while last < len(tokens):
        low = tokens[last].low
        if low == "and" and scaled and last + 1 < len(tokens) and _is_small(tokens[last + 1].low):
            low, last = tokens[last + 1].low, last + 1
        known = _spelled(low)
        if known is None or known[1] not in _SMALL or (last > at and not scaled):
            break
        value, last, scaled = _multiplied(tokens, last + 1, known[0])
        total += value
    return Number(total, last, True, scaled) if last > at else None


def _is_small(low: str) -> bool:
    known = _spelled(low)
    return bool(known and known[1] in _SMALL)


def _with_article(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "a dozen", "a hundred", "half a dozen"; a bare "a" is no number here."""
    half = tokens[at].low == "half" and at + 1 < len(tokens) and tokens[at + 1].low in {"a", "an"}
    start = at + 2 if half else at + 1
    value, last, scaled = _multiplied(tokens, start, 1)
    if not scaled:
        return None
    if half:
        return Number(value // 2, last, True, True)
    rest = _in_words(tokens, last + 1) if last < len(tokens) and tokens[last].low == "and" else None
    return Number(value + rest.value, rest.last, True, True) if rest else Number(value, last, True, True)


def parse_number(tokens: Sequence[Token], at: int) -> Number | None:
    """Read the number that begins at token `at`, or give None."""
    token = tokens[at]
    if token.kind == "number":
        return _in_digits(tokens, at)
    if token.kind != "word":
        return None
    if token.low in {"a", "an", "half"}:
        return _with_article(tokens, at)
    known = _spelled(token.low)
    if known and known[1] == "dozen":
        return Number(known[0], at + 1, True, True)
    return _in_words(tokens, at)
