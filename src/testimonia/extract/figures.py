"""Figures: number phrases with their bounds, and the words that stand for a number.

"at least 27" · "20-30" · "between 35 and 40" · "~60" · "470+" · "over a dozen" · "an estimated
1,200" · "several hundred" · "dozens of" · "None". A figure knows nothing of what it counts; years,
measures ("20 mm", "3 km", "90 percent"), names ("Hill 123", "No. 5") and sums of money are left out.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.extract.grammar import words
from testimonia.extract.numbers import Number, parse_number
from testimonia.extract.phrases import PhraseTable
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows
from testimonia.model import Quantity, QuantityKind

__all__ = ["Figure", "find_figures", "vague_adjective"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number phrase over tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    quantity: Quantity
    estimated: bool = False
    """True for "an estimated N": somebody's estimate, whoever speaks."""


@cache
def _bounds(position: str) -> PhraseTable[str]:
    return PhraseTable((row["phrase"], row["kind"]) for row in rows("bounds") if row["position"] == position)


@cache
def _vague_words() -> PhraseTable[dict[str, str]]:
    return PhraseTable((row["word"], row) for row in rows("vague"))


@cache
def _units() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("measures_units"))


@cache
def _soldiers() -> frozenset[str]:
    """Nouns of force and of harm, alone or as the end of a longer one ("10,000 battle deaths")."""
    forces = [row["form"].lower() for table in ("people", "materiel", "units") for row in rows(table)]
    return frozenset([*forces, "deaths", "dead", "casualties", "fatalities", "losses"])


@cache
def _openers() -> frozenset[str]:
    """First words of longer nouns of force: "13,000 foot soldiers", "5 assault guns" are counts and no measures."""
    return frozenset(form.split()[0] for form in _soldiers() if " " in form) - {
        "mm",
        "cm",
        "m",
        "inch",
        "pounder",
    }


_BEFORE_NAMES = words("before_names")
_MONEY = words("money")
_DASHES = frozenset({"-", "–", "—", "‑", "−", "~"})


def _verbatim(tokens: Sequence[Token], first: int, last: int) -> str:
    words = tokens[first].text
    for before, token in zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True):
        words += (" " if token.start > before.end else "") + token.text
    return words


def _prefixes(tokens: Sequence[Token], at: int) -> tuple[int, list[str]]:
    """Read bounds before a number ("perhaps as many as"); give where the number should begin."""
    kinds: list[str] = []
    while at < len(tokens) and (found := _bounds("before").at(tokens, at)):
        at, kind = found
        kinds.append(kind)
        if at < len(tokens) and tokens[at].low in {"another", "further"}:
            at += 1
    return at, kinds


def _second(tokens: Sequence[Token], first: Number, between: bool) -> tuple[Number, list[str]] | None:
    """Read the upper end of a range behind its lower end, if there is one."""
    at = first.last
    if at + 1 >= len(tokens):
        return None
    sign = tokens[at].low
    if sign not in _DASHES and sign not in ({"and"} if between else {"to", "or"}):
        return None
    start, kinds = _prefixes(tokens, at + 1)
    upper = parse_number(tokens, start) if start < len(tokens) else None
    if upper is None:
        return None
    if upper.value <= first.value and not (upper.scaled and not first.scaled):
        return None
    if sign == "or" and upper.value > 2 * first.value + 2:
        return None  # "one or 200"
    return upper, kinds


def _lower_end(low: Number, high: Number, tokens: Sequence[Token]) -> int:
    """Share the scale of the upper end: "2-3 million", "15–20,000"."""
    if high.scaled and not low.scaled and low.value < high.value:
        scale = 1
        for factor in (1_000_000, 1_000, 100):
            if high.value % factor == 0 and high.value // factor > low.value:
                scale = factor
                break
        return low.value * scale
    text = tokens[high.last - 1].text
    if (
        "," in text
        and low.value < 1000
        and low.value * 1000 < high.value
        and high.value - low.value * 1000 < 200_000
    ):
        return low.value * 1000 if low.value >= high.value // 4000 else low.value
    return low.value


def _suffixes(tokens: Sequence[Token], at: int) -> tuple[int, list[str]]:
    kinds = []
    while at < len(tokens) and (found := _bounds("after").at(tokens, at)):
        if found[0] < len(tokens) and parse_number(tokens, found[0]) is not None:
            break  # "20 killed, at least 3 wounded": the bound is of the next figure
        at, kind = found
        kinds.append(kind)
    return at, kinds


def _bounded(
    low: int, high: int, kinds: set[str], open_end: bool
) -> tuple[QuantityKind, int | None, int | None]:
    """Bring number and bounds together into kind, lower and upper bound."""
    if "lower" in kinds or open_end:
        return "lower_bound", low, None
    if "upper" in kinds:
        return "upper_bound", None, high
    if low != high:
        return "range", low, high
    if kinds & {"approximate", "estimated"}:
        return "approximate", low, high
    return ("none", 0, 0) if low == 0 else ("exact", low, high)


def _counted(tokens: Sequence[Token], at: int) -> Figure | None:
    between = tokens[at].low == "between"
    start, kinds = _prefixes(tokens, at + 1 if between else at)
    number = parse_number(tokens, start) if start < len(tokens) else None
    if number is None:
        return None
    first = at
    low = high = number.value
    last, open_end = number.last, False
    second = _second(tokens, number, between)
    if second:
        upper, upper_kinds = second
        low, high, last = _lower_end(number, upper, tokens), upper.value, upper.last
        open_end = "lower" in upper_kinds
    elif between:
        first = start
    last, after = _suffixes(tokens, last)
    if _is_no_count(tokens, start, last, number):
        return None
    kind, lower, upper_bound = _bounded(low, high, {*kinds, *after}, open_end)
    quantity = Quantity(kind, lower, upper_bound, _verbatim(tokens, first, last))
    return Figure(first, last, quantity, "estimated" in kinds)


def _is_no_count(tokens: Sequence[Token], start: int, last: int, number: Number) -> bool:
    """Tell names, measures and money from counts."""
    before = tokens[start - 1] if start else None
    if before and (before.low in _MONEY or (not number.spelled and before.low in _BEFORE_NAMES)):
        return True
    if before and before.low == "." and start > 1 and tokens[start - 2].low in _BEFORE_NAMES:
        return True
    if last >= len(tokens):
        return False
    after = tokens[last]
    force = after.low in _openers() and last + 1 < len(tokens) and tokens[last + 1].low in _soldiers()
    if after.low in _units() and not force:
        return True
    if after.low == "-" and last + 1 < len(tokens) and tokens[last + 1].start == after.end:
        return tokens[last + 1].low not in {"strong"}  # "55-year-old", "two-day"
    return after.low == "of" and number.value == 1 and number.spelled and tokens[start].low == "a"


def _vague(tokens: Sequence[Token], at: int, adjectives: bool) -> Figure | None:
    if not adjectives and (tokens[at].kind == "sign" or tokens[at].low == "without"):
        return None
    last, meanings = _vague_words().all_at(tokens, at)
    for row in meanings:
        if adjectives or row["position"] != "adjective":
            return _vague_figure(tokens, at, last, row)
    return None


def _vague_figure(tokens: Sequence[Token], at: int, last: int, row: dict[str, str]) -> Figure:
    """Build the figure of a vague word: "several", "several hundred", "heavy", "None", "Unknown".

    It has no bounds: what a vague word allows is a policy (vague.tsv has one), no reading.
    """
    scale = last
    while scale < len(tokens) and tokens[scale].low in {
        "hundred",
        "thousand",
        "dozen",
        "score",
        "hundreds",
        "thousands",
    }:
        scale += 1
    words = _verbatim(tokens, at, scale)
    if row["kind"] == "none":
        return Figure(at, scale, Quantity("none", 0, 0, words))
    if row["kind"] == "not_reported":
        return Figure(at, scale, Quantity("not_reported", None, None, words, "not reported"))
    if row["kind"] == "unknown":
        return Figure(at, scale, Quantity("unknown", None, None, words, words))
    return Figure(at, scale, Quantity("vague", None, None, words, words))


@cache
def _number_words() -> frozenset[str]:
    return frozenset(row["word"].split()[0] for row in rows("numbers"))


def _can_begin(token: Token) -> bool:
    """Tell whether a figure can begin at a token; at most words none can."""
    low = token.low
    return (
        token.kind == "number"
        or low == "between"
        or low in _number_words()
        or _bounds("before").begins(low)
        or _vague_words().begins(low)
        or "-" in low
    )


def vague_adjective(tokens: Sequence[Token], at: int) -> Figure | None:
    """Give the figure of a vague adjective at token `at` ("heavy" losses), or None."""
    return _vague(tokens, at, True) if tokens[at].kind == "word" else None


def find_figures(
    tokens: Sequence[Token], taken: Collection[int] = (), *, adjectives: bool = False
) -> list[Figure]:
    """Find all figures among the tokens, longest first from the left.

    `taken` holds the indexes of tokens that something else owns (dates). `adjectives` admits words
    that are figures only beside losses ("heavy", "light") or alone in an infobox ("?").
    """
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        figure = None
        if at not in taken and _can_begin(tokens[at]):
            figure = _counted(tokens, at) or _vague(tokens, at, adjectives)
            if figure and any(k in taken for k in range(figure.first, figure.last)):
                figure = None
        if figure:
            found.append(figure)
            at = figure.last
        else:
            at += 1
    return found
