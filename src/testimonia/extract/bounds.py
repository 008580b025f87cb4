"""Bounds around a number, and the upper end of a range.

example          at least · perhaps as many as · 470+ · 20 or so · 20-30 · 2-3 million · 15–20,000
counter-example  "20 killed, at least 3 wounded": the bound is of the next figure
"""

from collections.abc import Iterator, Sequence
from functools import cache

from testimonia.extract.numbers import Number, parse_number
from testimonia.extract.phrases import PhraseTable
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows
from testimonia.model import QuantityKind

__all__ = ["bound_openers", "bounded", "bounds_after", "bounds_before", "lower_end", "upper_end"]

_DASHES = frozenset({"-", "–", "—", "‑", "−", "~"})


_ODD = "-odd"
_GIVING = frozenset({"hand", "handed", "handing", "turn", "turned", "turning"})


@cache
def _bounds(position: str) -> PhraseTable[str]:
    return PhraseTable((row["phrase"], row["kind"]) for row in rows("bounds") if row["position"] == position)


def bound_openers() -> Iterator[tuple[str, str | None]]:
    """Give the first two words of each bound before a number; None for the second of a single word."""
    return _bounds("before").openers()


def bounds_before(tokens: Sequence[Token], at: int) -> tuple[int, list[str]]:
    """Read the bounds that begin at a token; give where the number should begin, and their kinds."""
    kinds: list[str] = []
    while at < len(tokens) and (found := _bounds("before").at(tokens, at)):
        if tokens[at].low == "over" and at and tokens[at - 1].low in _GIVING:
            break  # "handed over 18 guns"
        at, kind = found
        kinds.append(kind)
        at += at < len(tokens) and tokens[at].low in {"another", "further"}
    return at, kinds


def bounds_after(tokens: Sequence[Token], at: int) -> tuple[int, list[str]]:
    """Read the bounds behind a number, or at its end ("forty-odd"); give where they end, and their kinds."""
    kinds = ["lower"] if at > 0 and tokens[at - 1].low.endswith(_ODD) else []
    while at < len(tokens) and (found := _bounds("after").at(tokens, at)):
        if found[0] < len(tokens) and parse_number(tokens, found[0]) is not None:
            break  # "20 killed, at least 3 wounded"
        at, kind = found
        kinds.append(kind)
    return at, kinds


def upper_end(tokens: Sequence[Token], first: Number, *, between: bool) -> tuple[Number, list[str]] | None:
    """Read the upper end of a range behind its lower end; None if the figure is no range.

    `between` tells that "between" stands before, so that "and" joins the ends.
    """
    at = first.last
    if at + 1 >= len(tokens):
        return None
    sign = tokens[at].low
    if sign not in _DASHES and sign not in ({"and", "to"} if between else {"to", "or"}):
        return None
    start, kinds = bounds_before(tokens, at + 1)
    upper = parse_number(tokens, start) if start < len(tokens) else None
    if (
        upper is None
        or not upper.value
        or (upper.value <= first.value and not (upper.scaled and not first.scaled))
    ):
        return None
    low = lower_end(first, upper, tokens)  # "two or three thousand"
    far_apart = sign == "or" and upper.value > 2 * low + 2  # "one or 200" is no range
    return None if far_apart else (upper, kinds)


def lower_end(low: Number, high: Number, tokens: Sequence[Token]) -> int:
    """Share the scale of the upper end with the lower one: "2-3 million", "15–20,000"."""
    if high.scaled and not low.scaled and low.value < high.value:
        fits = (f for f in (1_000_000, 1_000, 100) if high.value % f == 0 and high.value // f > low.value)
        return low.value * next(fits, 1)
    thousands = "," in tokens[high.last - 1].text and low.value < 1000
    close = high.value // 4000 <= low.value < high.value / 1000
    return low.value * 1000 if thousands and close else low.value


def bounded(low: int, high: int, kinds: set[str]) -> tuple[QuantityKind, int | None, int | None]:
    """Bring number and bounds together into kind, lower and upper bound (inclusive)."""
    if "lower" in kinds:
        return "lower_bound", low, None
    if "upper" in kinds:
        return "upper_bound", None, high
    if low != high:
        return "range", low, high
    if kinds & {"approximate", "estimated"}:
        return "approximate", low, high
    return ("none", 0, 0) if low == 0 else ("exact", low, high)
