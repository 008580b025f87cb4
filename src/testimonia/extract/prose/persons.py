"""Which names are persons, so that "Roe was captured" tells of a prisoner and not of a town.

example          Ann Roe · General Roe, and then "Roe" alone, all through an article
counter-example  Roe · New Roe · Roe Castle
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from testimonia.extract.prose.lexemes import noun_of
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows, word_set

__all__ = ["is_person", "persons_of"]

_SHORTEST = 3
_PARTICLES = frozenset({"al", "bin", "da", "de", "den", "der", "di", "du", "ibn", "la", "van", "von", "zu"})
_LONGEST = 4
"""Words of a name behind the first name or rank."""


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("given_names"))


@cache
def _place_nouns() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("placekinds")) | word_set("grammar", "buildings")


@cache
def _ranks() -> frozenset[str]:
    """Ranks of one word, without the full stop of short ones: Colonel, Lt, P/O."""
    return frozenset(row["form"].rstrip(".") for row in rows("ranks") if " " not in row["form"])


@cache
def _leading() -> frozenset[str]:
    """Words that a person's name begins with or follows: first names, ranks of one word."""
    return _given_names() | {form for form in _ranks() if len(form) >= _SHORTEST}


def persons_of(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Give the last names of the persons that an article names in full or with a rank."""
    leading = _leading()
    found = (
        _last_name(sentence.tokens, at)
        for sentence in sentences
        for at, token in enumerate(sentence.tokens)
        if token.text in leading
    )
    return frozenset(name for name in found if name)


def _last_name(tokens: Sequence[Token], at: int) -> str:
    """Give the last word of the name that goes on behind a first name or rank; "" if none does."""
    end = at + 1
    end += end < len(tokens) and tokens[end].text == "."
    last = end
    while last < min(len(tokens), end + _LONGEST) and (
        tokens[last].capital or (tokens[last].low in _PARTICLES and tokens[last + 1 : last + 2])
    ):
        last += 1
    if last == end or (last < len(tokens) and tokens[last].text == "'s"):
        return ""
    name = tokens[last - 1]
    whole = name.capital and len(name.text) >= _SHORTEST and not name.text.isupper()
    whole = whole and noun_of(tokens, last - 1) is None
    return name.text if whole else ""


def is_person(tokens: Sequence[Token], first: int, last: int, persons: Collection[str]) -> bool:
    """Tell the name of a person, in full, by its last word or behind a rank, from that of a place."""
    if last - first == 1:
        return tokens[first].text in persons and _is_name(tokens[first:last])
    ranked = tokens[first].text in _ranks()
    if not (ranked or tokens[first].text in _given_names()):
        return False
    words = [token for token in tokens[first:last] if token.text != "."]
    return len(words) > 1 and _is_name(words[ranked:])


def _is_name(words: Sequence[Token]) -> bool:
    """Tell the words of a name from letters and from those of a place."""
    capitals = all(token.capital and not token.text.isupper() for token in words)
    return capitals and words[-1].low not in _place_nouns()
