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
from testimonia.lexicon import rows, word_set
from testimonia.model import Quantity

__all__ = ["MODEL_WORDS", "Figure", "find_figures", "vague_adjective"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number phrase over tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    quantity: Quantity
    estimated: bool = False
    """True for "an estimated N": somebody's estimate, whoever speaks."""


_BEFORE_NAMES = word_set("grammar", "before_names")
_MAKERS = word_set("naming", "makers")
_MONEY = word_set("grammar", "money")
_ALONE = word_set("grammar", "alone")
_SCALES = word_set("grammar", "scales")
_SHORT = 3
_EACH_OTHER = frozenset(
    {"one", "after", "to", "with", "from", "by", "of", "on", "or", "in", "for", "yet", "and"}
)
"""Words before an "another" that counts nobody: "one after another", "to one another"."""
_MODELS = frozenset({"ju", "bf", "he", "fw", "do", "me", "jg", "kg", "stg", "zg"})
_SHORT_WORDS = word_set("grammar", "short_words")
MODEL_WORDS = frozenset({"He", "Me", "Do"})
"""Makers of aircraft that are spelled as words of grammar: "He 111", "Do 17"."""
_TOTALS = frozenset({"strength", "total", "toll", "number", "figure"})
_LAUNCHED = frozenset({"rocket", "launch", "launcher", "launchers"})
_MEASURING = frozenset({"mm", "cm", "m", "inch", "pounder"})
"""First words of nouns of force that measure all the same: "20 mm guns"."""


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
    start, kinds, between = _opened(tokens, at)
    if tokens[at].low == "up" and at and tokens[at - 1].low in _TOTALS:
        kinds = [kind for kind in kinds if kind != "upper"]  # "bringing their strength up to 150"
    number = parse_number(tokens, start) if start < len(tokens) else None
    number = number or (scale_alone(tokens, start) if at < start < len(tokens) else None)
    if number is None:
        return None
    second = upper_end(tokens, number, between=between)
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
    if _is_name(tokens, start, number) or _is_measure(tokens, last):
        return None
    kind, lower, upper_bound = bounded(low, high, {*kinds, *after})
    quantity = Quantity(kind, lower, upper_bound, _verbatim(tokens, first, last))
    return Figure(first, last, quantity, "estimated" in {*kinds, *after})


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
    return start, kinds, any(token.low == "between" for token in tokens[at:start])


def _is_name(tokens: Sequence[Token], start: int, number: Number) -> bool:
    """Tell names and money from counts: "Hill 123", "No. 5", "$400"."""
    before = tokens[start - 1].low if start else ""
    if before == "." and start > 1:
        before = tokens[start - 2].low
    if before in _MONEY:
        return True
    if number.spelled:
        return False
    if (
        before in _BEFORE_NAMES
        or (start and before in _MAKERS and tokens[start - 1].capital)
        or _closes_name(tokens, start, number.last)
    ):
        return True
    return _is_designation(tokens, start) or _opens_name(tokens, number.last)


def _is_designation(tokens: Sequence[Token], start: int) -> bool:
    """Tell "Ju 87", "JG 1" and "Bf 109" from counts: a short word with a capital before."""
    if not start:
        return False
    before = tokens[start - 1]
    if before.text == "." and start > 1 and before.end == tokens[start].start:
        return tokens[start - 2].capital and tokens[start - 2].end == before.start  # "CR.42"
    short = before.capital and before.text.isalpha() and len(before.text) <= _SHORT
    if short and before.text in MODEL_WORDS and len(tokens[start].text) > 1:
        return True  # "He 111"
    return short and before.low not in _SHORT_WORDS and (start > 1 or before.low in _MODELS)


def _opens_name(tokens: Sequence[Token], last: int) -> bool:
    """Tell "143 Wing", "617 Squadron" from "143 wings": the singular of a unit with a capital behind."""
    if last + 3 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")":
        return tokens[last + 1].capital and tokens[last + 3].capital  # "8 (Roe) Regiment"
    if last >= len(tokens) or not tokens[last].capital or tokens[last].low not in _numbered_units():
        return False
    behind = tokens[last + 1].low if last + 1 < len(tokens) else ""
    return behind not in _forces() or behind in _machines()  # "40 Division men" are counted


@cache
def _numbered_units() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("units") if row["form"] == row["singular"])


def _closes_name(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Tell "recaptured Well 107." from "in Roe 107 men": a capital before, nothing counted behind."""
    if start < 2 or not tokens[start - 1].capital or tokens[start - 2].kind == "sign":
        return False
    behind = tokens[last] if last < len(tokens) else None
    return behind is None or behind.kind == "sign" or behind.low in {"and", "or", "in", "at", "near", "on"}


def _is_measure(tokens: Sequence[Token], last: int) -> bool:
    """Tell measures from counts: "20 mm", "3 km", "55-year-old"; "5 foot soldiers" are counted."""
    if last >= len(tokens):
        return False
    after, then = tokens[last], tokens[last + 1] if last + 1 < len(tokens) else None
    if after.low == "-" and then is not None and then.start == after.end:
        return then.low not in {"strong", "man"}
    force = then is not None and after.low in _force_openers() and then.low in _forces()
    if after.capital and len(after.text) > _SHORT and after.text not in _units():
        return False  # "70,000 Axis soldiers", "21 Mark VI tanks"
    store = then is not None and f"{after.low} {then.low}" in _units()  # "five oil tanks"
    return store or (after.low in _units() and not force)


@cache
def _units() -> frozenset[str]:
    return frozenset(form for row in rows("measures_units") for form in (row["form"], row["form"].lower()))


@cache
def _forces() -> frozenset[str]:
    """Nouns of force and of harm, alone or as the end of a longer one ("10,000 battle deaths")."""
    forms = [row["form"].lower() for table in ("people", "materiel", "units") for row in rows(table)]
    return frozenset([*forms, "deaths", "dead", "casualties", "fatalities", "losses"])


@cache
def _machines() -> frozenset[str]:
    people = {row["form"].lower() for row in rows("people")}
    return frozenset(row["form"].lower() for row in rows("materiel")) - people


@cache
def _force_openers() -> frozenset[str]:
    """First words of longer nouns of force: "13,000 foot soldiers", "5 assault guns"."""
    return frozenset(form.split()[0] for form in _forces() if " " in form) - _MEASURING


def _verbatim(tokens: Sequence[Token], first: int, last: int) -> str:
    """Give the words of some tokens, one blank wherever the text has any."""
    phrase = tokens[first].text
    for before, token in zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True):
        phrase += (" " if token.start > before.end else "") + token.text
    return phrase


def _another(tokens: Sequence[Token], at: int) -> Figure | None:
    """Read "another" as one where it stands alone: "another died", not "another man"."""
    alone = tokens[at].low == "another" and at + 1 < len(tokens) and tokens[at + 1].low in _ALONE
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
