"""Numbers in digits and words: where one begins, what it is worth, where it ends.

example          1,200 · 1.5 million · twenty-five · two hundred and fifty · a dozen · half a dozen
counter-example  1.5 · 4.30 · a
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from testimonia.extract.tokens import Token
from testimonia.lexicon import rows

__all__ = ["Number", "number_openers", "parse_number", "scale_alone"]


class Number(NamedTuple):
    """A plain number over the tokens up to `last` (exclusive)."""

    value: int
    last: int
    spelled: bool = False
    """True if written in words."""
    scaled: bool = False
    """True if a scale word closes it ("2 million")."""


_PRODUCT = "product"
_SMALL = frozenset({"unit", "teen", "ten"})
_PAIR = "pair"
_MULTIPLES = frozenset({"hundred", "scale", "dozen", "score"})
_THOUSAND = 1000
_DOTTED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
"""Thousands parted by a dot: nobody gives a count, or a share, with three decimals."""
_ARTICLES = frozenset({"a", "an", "half"})


@cache
def _words() -> dict[str, tuple[int, str]]:
    """Value and role of each number word, "twenty-five", "forty-odd" and "three-thousand" included."""
    words = {row["word"]: (int(row["value"]), row["role"]) for row in rows("numbers")}
    tens, units = (
        [(word, value) for word, (value, role) in words.items() if role == wanted]
        for wanted in ("ten", "unit")
    )
    joined = {f"{ten}-{unit}": (many + few, "ten") for ten, many in tens for unit, few in units}
    scales = [(word, value) for word, (value, role) in words.items() if role in {"hundred", "scale"}]
    small = {word: value for word, (value, role) in words.items() if role in _SMALL}
    scaled = {
        f"{few}-{scale}": (few_value * value, _PRODUCT)
        for few, few_value in small.items()
        for scale, value in scales
    }
    odd = {f"{ten}-odd": (many, "teen") for ten, many in tens}
    return scaled | joined | odd | words


def number_openers() -> Iterator[tuple[str, str | None]]:
    """Give the words that a number can begin with, those of two with the word behind, others with None."""
    yield from ((word, None) for word in _words())
    multiples = [word for word, (_, role) in _words().items() if role in _MULTIPLES]
    yield from product(_ARTICLES, (*multiples, _PAIR))
    yield from product(("half",), _ARTICLES)


def parse_number(tokens: Sequence[Token], at: int) -> Number | None:
    """Read the number that begins at token `at`, or give None."""
    token = tokens[at]
    if token.kind == "number":
        return _in_digits(tokens, at)
    if token.low in _ARTICLES:
        return _with_article(tokens, at)
    known = _words().get(token.low)
    if known is not None and known[1] == "dozen":
        return Number(known[0], at + 1, spelled=True, scaled=True)
    return _in_words(tokens, at) if token.kind == "word" else None


def scale_alone(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "hundred" without an article, as behind a bound: "more than hundred prisoners"."""
    known = _words().get(tokens[at].low)
    alone = known is not None and known[1] in {"hundred", "scale"}
    return Number(known[0], at + 1, spelled=True, scaled=True) if known is not None and alone else None


def _multiplied(tokens: Sequence[Token], at: int, value: int) -> tuple[int, int, bool]:
    """Apply "hundred", "thousand", "million", "dozen" behind a number; give value, end, whether any."""
    scaled = False
    while at < len(tokens):
        known = _words().get(tokens[at].low)
        if known is None or known[1] not in _MULTIPLES:
            break
        value, at, scaled = value * known[0], at + 1, True
    return value, at, scaled


def _in_digits(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "1,200", "1.5 million", "18.000" as some write it; "1.5" alone counts nobody."""
    digits = "".join(sign for sign in tokens[at].text if sign.isdigit() or sign == ".")
    scale, last, scaled = _multiplied(tokens, at + 1, 1)
    if "." not in digits:
        return Number(int(digits) * scale, last, scaled=scaled)
    if scaled:
        return Number(round(float(digits) * scale), last, scaled=True)
    return Number(int(digits.replace(".", "")), last) if _DOTTED.fullmatch(digits) else None


def _in_words(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "twenty-five", "two hundred and fifty thousand", "a hundred and five"."""
    total, group, last, scaled = 0, 0, at, False
    while last < len(tokens):
        joined = scaled and tokens[last].low == "and" and last + 1 < len(tokens)
        value = 1 if last == at and tokens[at].low in _ARTICLES else _small(tokens[last + joined].low)
        if value is None or (last > at and not scaled):
            break
        begin = last + joined + 1
        unit = _unit_behind(tokens, begin)
        value, begin = value + unit, begin + (unit > 0)
        value, last, multiplied = _multiplied(tokens, begin, group + value)
        scaled = scaled or multiplied or _words()[tokens[begin - 1].low][1] == _PRODUCT
        thousands = multiplied and any(
            (_words().get(token.low) or (0, ""))[0] >= _THOUSAND for token in tokens[begin:last]
        )
        total, group = (total + value, 0) if thousands else (total, value)
    return Number(total + group, last, spelled=True, scaled=scaled) if last > at else None


def _unit_behind(tokens: Sequence[Token], at: int) -> int:
    """Give the unit of "twenty eight", written apart, behind its ten; 0 if none stands there."""
    ten, unit = (_words().get(tokens[k].low, (0, "")) if k < len(tokens) else (0, "") for k in (at - 1, at))
    return unit[0] if ten[1] == "ten" and unit[1] == "unit" and ten[0] % 10 == 0 else 0


def _small(word: str) -> int | None:
    """Give the value of a word below a hundred or of a whole product ("three-thousand"), None for others."""
    known = _words().get(word)
    return known[0] if known is not None and (known[1] in _SMALL or known[1] == _PRODUCT) else None


def _with_article(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "a dozen", "a hundred and five", "half a dozen", "half million"; a bare "a" is no number here."""
    if [token.low for token in tokens[at + 1 : at + 3]] == [_PAIR, "of"]:
        return Number(2, at + 3, spelled=True, scaled=True)  # "a pair of guns"
    if tokens[at].low != "half":
        number = _in_words(tokens, at)
        return number if number is not None and number.scaled else None
    article = at + 1 < len(tokens) and tokens[at + 1].low in _ARTICLES
    value, last, scaled = _multiplied(tokens, at + 1 + article, 1)
    return Number(value // 2, last, spelled=True, scaled=True) if scaled else None
