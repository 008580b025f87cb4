"""Figures: number phrases with their bounds, and the words that stand for a number.

    example          at least 27 · 20-30 · between 35 and 40 · ~60 · 470+ · over a dozen · several hundred
    counter-example  20 mm guns · 3 km · 90 percent · Hill 123 · No. 5 · $400 · a 55-year-old man

A figure knows nothing of what it counts.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from testimonia.extract.bounds import (
    bound_openers,
    bounded,
    bounds_after,
    bounds_before,
    lower_end,
    upper_end,
)
from testimonia.extract.numbers import Number, number_openers, parse_number, scale_alone
from testimonia.extract.phrases import PhraseTable
from testimonia.extract.tokens import Token
from testimonia.extract.uncounted import is_measure, is_name
from testimonia.lexicon import rows, word_set
from testimonia.model import Quantity

__all__ = ["Figure", "find_figures", "vague_adjective"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number phrase over tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    quantity: Quantity
    estimated: bool = False
    """True for "an estimated N": somebody's estimate, whoever speaks."""


_ALONE = word_set("grammar", "alone")
_SCALES = word_set("grammar", "scales")
_LOSING = frozenset({"lost", "suffered", "sustained", "had", "killed", "reported"})
_EACH_OTHER = frozenset(
    {"one", "after", "to", "with", "from", "by", "of", "on", "or", "in", "for", "yet", "and"}
)
"""Words before an "another" that counts nobody: "one after another", "to one another"."""
_TOTALS = frozenset({"strength", "total", "toll", "number", "figure"})
_LAUNCHED = frozenset({"rocket", "launch", "launcher", "launchers"})


def find_figures(
    tokens: Sequence[Token], taken: Collection[int] = (), *, adjectives: bool = False
) -> list[Figure]:
    """Find all figures among the tokens, longest first from the left.

    `taken` holds the indexes of tokens that something else owns (dates). `adjectives` admits words
    that are figures only beside losses ("heavy", "light") or alone in an infobox ("?").
    """
    found: list[Figure] = []
    openers, behind = _openers(), 0
    for at, token in enumerate(tokens):
        if at < behind or at in taken:
            continue
        if token.kind != "number" and (token.low not in openers or not _can_begin(tokens, at)):
            continue
        if token.low == "most" and found and found[-1].last == at:
            continue  # "seven most notable men"
        if token.text == "Zero" and at:
            continue  # the fighter
        figure = _counted(tokens, at) or _vague(tokens, at, adjectives=adjectives) or _another(tokens, at)
        if figure is not None and not any(place in taken for place in range(figure.first, figure.last)):
            found.append(figure)
            behind = figure.last
    return found


def vague_adjective(tokens: Sequence[Token], at: int) -> Figure | None:
    """Give the figure of a vague adjective at token `at` ("heavy" losses), or None."""
    return _vague(tokens, at, adjectives=True) if tokens[at].kind == "word" else None


def _can_begin(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a figure can begin with a word that opens some: "the first 20", not "the town"."""
    seconds = _openers()[tokens[at].low]
    return None in seconds or (at + 1 < len(tokens) and tokens[at + 1].low in seconds)


@cache
def _openers() -> dict[str, set[str | None]]:
    """Give the words that figures begin with, each with those that can follow; None stands for any.

    Two in three of these words in a text are "the", "of", "in" and "a": the word behind tells at once.
    """
    alone = (("another", None), ("between", None))
    table: dict[str, set[str | None]] = {}
    for first, second in chain(alone, number_openers(), bound_openers(), _vague_words().openers()):
        table.setdefault(first, set()).add(second)
    return table


# --- numbers --------------------------------------------------------------------------------------


def _counted(tokens: Sequence[Token], at: int) -> Figure | None:
    """Read a number with its bounds that begins at a token."""
    if tokens[at].low == "estimated" and _somebody_did(tokens, at):
        return None
    start, kinds, between = _opened(tokens, at)
    if tokens[at].low == "up" and at and tokens[at - 1].low in _TOTALS:
        kinds = [kind for kind in kinds if kind != "upper"]  # "bringing their strength up to 150"
    number = parse_number(tokens, start) if start < len(tokens) else None
    number = number or (scale_alone(tokens, start) if at < start < len(tokens) else None)
    if number is None:
        return None
    second = upper_end(tokens, number, between=between)
    if between and second is None:
        number, second = _parted(tokens, start, number)
    first = start if between and second is None else at
    low = high = number.value
    last = number.last
    if second is not None:
        upper, upper_kinds = second
        low, high, last = lower_end(number, upper, tokens), upper.value, upper.last
        kinds = [kind for kind in kinds if kind != "lower" or not between]  # "between at least 70 and 200"
        kinds += [kind for kind in upper_kinds if kind == "lower"]  # "between 35 and more than 40"
    last, after = bounds_after(tokens, last)
    last = _over_whole(tokens, last, high)
    if is_name(tokens, start, number) or is_measure(tokens, last):
        return None
    kind, lower, upper_bound = bounded(low, high, {*kinds, *after})
    quantity = Quantity(kind, lower, upper_bound, _verbatim(tokens, first, last))
    guessed = "estimated" in {*kinds, *after} or any(
        token.low == "estimated" for token in tokens[first:start]
    )
    return Figure(first, last, quantity, guessed)  # "estimated at more than 300", too


def _somebody_did(tokens: Sequence[Token], at: int) -> bool:
    """Tell "the ministry estimated 300 dead", a verb, from "the dead, estimated 300", "estimated at 300"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if at == 0 or behind is None or behind.low in _PASSIVE:
        return False
    return tokens[at - 1].capital or tokens[at - 1].low in _tellers()


@cache
def _tellers() -> frozenset[str]:
    names = ("speakers", "bodies", "offices")
    last = {row["form"].lower().split()[-1] for name in names for row in rows(name)}
    return frozenset(last) | {"he", "she", "it", "they", "we", "i", "who", "which"}


def _parted(
    tokens: Sequence[Token], start: int, whole: Number
) -> tuple[Number, tuple[Number, list[str]] | None]:
    """Part "between four hundred and one thousand", which reads as one number, at its "and"."""
    for at in range(start, whole.last):
        low = parse_number(tokens[:at], start) if tokens[at].low == "and" else None
        upper = upper_end(tokens, low, between=True) if low is not None else None
        if low is not None and upper is not None:
            return low, upper
    return whole, None


_PASSIVE = frozenset({"as", "at", "between", "from", "to"})
"""Words behind "estimated" where nobody stands before it who does: "the army, estimated at 300"."""
_PROVERBIAL = frozenset({3, 4, 5, 10, 100})


def _over_whole(tokens: Sequence[Token], last: int, part: int) -> int:
    """Go over the whole of "5 out of 7 aircraft": the part is counted; "nine out of ten" counts nothing."""
    if [token.low for token in tokens[last : last + 2]] != ["out", "of"]:
        return last
    start = last + 2
    while start < len(tokens) and tokens[start].low in {"the", "a", "total", "of", "its", "their"}:
        start += 1
    whole = parse_number(tokens, start) if start < len(tokens) else None
    return whole.last if whole is not None and whole.value > part and whole.value not in _PROVERBIAL else last


def _opened(tokens: Sequence[Token], at: int) -> tuple[int, list[str], bool]:
    """Read what opens a number: "at least", "estimated to be between"; and whether "between" is in it."""
    start, kinds = bounds_before(tokens, at)
    return start, kinds, start > at and any(token.low == "between" for token in tokens[at:start])


def _verbatim(tokens: Sequence[Token], first: int, last: int) -> str:
    """Give the words of some tokens, one blank wherever the text has any."""
    phrase = tokens[first].text
    for before, token in zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True):
        phrase += (" " if token.start > before.end else "") + token.text
    return phrase


def _another(tokens: Sequence[Token], at: int) -> Figure | None:
    """Read "another" as one where it stands alone: "another died", not "another man"."""
    alone = tokens[at].low == "another" and at + 1 < len(tokens) and tokens[at + 1].low in _ALONE
    if tokens[at].low == "another" and at + 2 < len(tokens) and tokens[at + 1].low in _LOSING:
        alone = tokens[at + 2].kind == "number"  # "another lost 93 men", not "another lost battle"
    if tokens[at].low == "another" and tokens[at + 1 : at + 2] and tokens[at + 1].text in {".", ",", ";"}:
        alone = at > 0 and tokens[at - 1].low not in _EACH_OTHER  # "injuring another."
    return Figure(at, at + 1, Quantity("exact", 1, 1, tokens[at].text)) if alone else None


# --- words that stand for a number ----------------------------------------------------------------


@cache
def _vague_words() -> PhraseTable[Mapping[str, str]]:
    return PhraseTable((row["word"], row) for row in rows("vague"))


def _vague(tokens: Sequence[Token], at: int, *, adjectives: bool) -> Figure | None:
    """Read "several", "several hundred", "None", "Unknown", and "heavy" where adjectives are admitted."""
    if not adjectives and (tokens[at].kind == "sign" or tokens[at].low == "without"):
        return None
    if tokens[at].low == "multiple" and at + 1 < len(tokens) and tokens[at + 1].low in _LAUNCHED:
        return None  # "multiple rocket launchers"
    if tokens[at].low == "no" and [token.kind for token in tokens[at + 1 : at + 3]] == ["sign", "number"]:
        return None  # "No. 5 Commando"
    last, senses = _vague_words().all_at(tokens, at)
    if not senses:
        return None
    row = next((row for row in senses if adjectives or row["position"] != "adjective"), None)
    if row is None:
        return None
    while last < len(tokens) and tokens[last].low in _SCALES:
        last += 1
    return Figure(at, last, _vague_quantity(row["kind"], _verbatim(tokens, at, last)))


def _vague_quantity(kind: str, phrase: str) -> Quantity:
    """Give the quantity of a vague word.

    It has no bounds: what a vague word allows is a policy (vague.tsv has one), no reading.
    """
    if kind == "none":
        return Quantity("none", 0, 0, phrase)
    if kind == "not_reported":
        return Quantity("not_reported", None, None, phrase, "not reported")
    wording = phrase if any(sign.isalpha() for sign in phrase) else "unknown"  # "?"
    return Quantity("unknown" if kind == "unknown" else "vague", None, None, phrase, wording)
