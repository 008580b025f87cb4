"""The ships of an article, and whose they are that go by a bare name later: the nation stands once before it.

prefix           USS Roe · HMS Dow                                   → United States, United Kingdom
class            the Italian destroyer Roe · Italian destroyers Roe and Dow
link             [[Italian destroyer Roe (1927)|Roe]]
counter-example  the Italian general Roe · the destroyer Roe (of nobody's navy)
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from testimonia.extract.actors.naming import country_of, is_demonym
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import function_tags, rows, word_set
from testimonia.model import Passage

__all__ = ["find_ships", "vessels_of"]

_PREFIXES = word_set("naming", "ship_prefixes")
_MERCHANT = word_set("naming", "merchant_prefixes")
_TELLING = frozenset(prefix.lower() for prefix in _PREFIXES)
_STEAMING = frozenset(prefix.lower() for prefix in _MERCHANT)
_AT_SEA = word_set("naming", "at_sea")
"""Words that tell a steamer, "SS Roe", from those who served in the SS."""
_LINKING = frozenset({"and", ","})
_INNER = frozenset({"of", "the", "de", "von"})
_LONGEST = 4
"""Words in the longest name: "Prince of Wales"."""
_BACK = 5
"""Words between a nation and the class at most: "Italian Soldati-class light cruiser"."""
_TARGET = re.compile(r"(?P<navy>[\w-]+) (?:[\w-]+ )*?(?P<kind>[a-z]+) (?P<name>[A-Z][\w'’. -]*?)(?: \(.*)?")


_OTHERWISE = frozenset(
    {"launch", "launches", "transport", "transports", "monitor", "monitors", "ram", "rams"}
)
"""Classes of ships that are verbs, too: "launch Operation Roe"."""
_OPENING = frozenset({"the", "a", "an", "troop", "attack", "motor"})
_SHORTEST = 3
_PLACING = frozenset({"in", "near", "of"})


@cache
def _classes() -> frozenset[str]:
    """Give the last words of classes of ships: "destroyer", "carriers"."""
    return frozenset(row["form"].split()[-1] for row in rows("materiel") if row["kind"] == "ship")


def find_ships(sentences: Sequence[Sentence]) -> Iterator[tuple[str, str]]:
    """Find the ships that a text names together with their navy: name, and prefix or nation."""
    paragraph = -1
    for sentence in sentences:
        if not _TELLING.isdisjoint(sentence.lows) or not _classes().isdisjoint(sentence.lows):
            yield from _of_words(sentence)
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            yield from _of_links(sentence.passage)


def _of_words(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Read the prefixes and classes of a sentence."""
    for at, token in enumerate(sentence.tokens):
        if token.text in _PREFIXES:
            for first, last in _of_navy(sentence.tokens, at):
                yield sentence.words(first, last), token.text
        elif token.low in _classes():
            yield from _of_class(sentence, at)


def _of_links(passage: Passage) -> Iterator[tuple[str, str]]:
    """Read the links of a paragraph."""
    for mark in passage.marks:
        if mark.kind == "link" and mark.start < mark.end:
            yield from _of_link(mark.value, passage.shown[mark.start : mark.end])


def _of_class(sentence: Sentence, at: int) -> Iterator[tuple[str, str]]:
    """Read "the Italian light cruisers Roe and Dow"."""
    tokens = sentence.tokens
    first = at
    while first > max(0, at - _BACK) and (tokens[first - 1].kind == "word" or tokens[first - 1].text == "-"):
        first -= 1
        if tokens[first].low in function_tags():
            return  # "Italian aircraft sank the destroyer Roe"
        if is_demonym(tokens[first].text):
            for name in _of_navy(tokens, at):
                yield sentence.words(*name), tokens[first].text
            return


def _of_navy(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    """Give the names behind a class or prefix, and on: "cruiser Roe and the destroyers Dow and Poe"."""
    following: int | None = at
    while following is not None:
        names = list(_names(tokens, following + 1, listed=tokens[following].low.endswith("s")))
        yield from names
        following = _next_class(tokens, names[-1][1]) if names else None


def _next_class(tokens: Sequence[Token], at: int) -> int | None:
    """Give the next class of a list of ships: "and the torpedo boat"; None where another nation stands."""
    end = at
    while end < len(tokens) and tokens[end].low in _LINKING:
        end += 1
    for step in range(end, min(end + _BACK, len(tokens))) if end > at else ():
        if tokens[step].low in _classes() and tokens[step + 1 : step + 2] and tokens[step + 1].capital:
            return step
        if tokens[step].capital or tokens[step].kind != "word":
            return None
    return None


def _names(tokens: Sequence[Token], at: int, *, listed: bool) -> Iterator[tuple[int, int]]:
    """Give the first and last tokens of the names that begin at a token; of a list where one may follow."""
    while True:
        end = at
        while end < len(tokens) and end - at < _LONGEST and _in_name(tokens, at, end):
            end += 1
        if end == at:
            return
        if not (end == at + 1 and (is_demonym(tokens[at].text) or country_of(tokens[at].text))):
            yield at, end
        at = end
        while listed and at < len(tokens) and tokens[at].low in _LINKING:
            at += 1
        if at == end:
            return


def _in_name(tokens: Sequence[Token], first: int, at: int) -> bool:
    inner = at > first and tokens[at].low in _INNER and at + 1 < len(tokens) and tokens[at + 1].capital
    return inner or (tokens[at].kind == "word" and tokens[at].capital)


def _of_link(target: str, shown: str) -> Iterator[tuple[str, str]]:
    """Read "[[Italian destroyer Roe (1927)|Roe]]"; a prefix in the target tells the navy, too."""
    prefix, _, name = target.partition(" (")[0].partition(" ")
    if prefix in _PREFIXES and name and shown in {name, name.split()[-1]}:
        yield shown, prefix
        return
    told = _TARGET.fullmatch(target)
    if told and told["kind"] in _classes() and is_demonym(told["navy"]) and told["name"] == shown:
        yield shown, told["navy"]


def vessels_of(sentences: Iterable[Sentence], persons: frozenset[str]) -> frozenset[str]:
    """Give the bare names that ships have in an article: behind a prefix or a class, of whatever navy.

    Names that persons or places of the article have, too, are left out.
    """
    found: set[str] = set()
    places: set[str] = set()
    for sentence in sentences:
        places.update(_places(sentence))
        told = not _TELLING.isdisjoint(sentence.lows) or not _classes().isdisjoint(sentence.lows)
        if told or not _STEAMING.isdisjoint(sentence.lows):
            found.update(_vessels(sentence))
    return frozenset(name for name in found if _can_be_bare(name) and name not in persons | places)


def _vessels(sentence: Sentence) -> Iterator[str]:
    """Give the names of ships that a sentence tells as such."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        merchant = token.text in _MERCHANT and not _AT_SEA.isdisjoint(sentence.lows)
        prefixed = token.text in _PREFIXES or merchant
        if not prefixed and not (token.low in _classes() and not token.capital and _is_class(tokens, at)):
            continue
        behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
        first = at + 1 + (not prefixed and behind in _PREFIXES | _MERCHANT)
        for begin, end in _names(tokens, first, listed=token.low.endswith("s")):
            words = tokens[begin:end]
            ranked = merchant and words[0].low.endswith("führer")
            alone = _unit_words().isdisjoint(word.low for word in words) and words[-1].low not in _classes()
            if alone and not ranked:
                yield sentence.words(begin, end)


def _can_be_bare(name: str) -> bool:
    """Tell "Roe", "U-9" from "RAF" and from letters."""
    return len(name) >= _SHORTEST and not (name.isalpha() and name.isupper())


def _places(sentence: Sentence) -> Iterator[str]:
    """Give the names that stand as places in a sentence: "in Roe", "near New Roe", "the Battle of Roe"."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 1) if not _PLACING.isdisjoint(sentence.lows) else ():
        low = tokens[at].low
        if low in _PLACING and tokens[at + 1].capital and (low != "of" or tokens[at - 1].capital):
            last = at + 2
            while last < len(tokens) and tokens[last].capital:
                last += 1
            yield sentence.words(at + 1, last)


def _is_class(tokens: Sequence[Token], at: int) -> bool:
    """Tell "the transport Roe" from "to transport Roe troops"."""
    return tokens[at].low not in _OTHERWISE or (at > 0 and tokens[at - 1].low in _OPENING)


@cache
def _unit_words() -> frozenset[str]:
    """Give the words of units: "Destroyer Flotilla", "Submarine Division" are no ships."""
    return frozenset(row["form"].lower() for row in rows("units") if " " not in row["form"])
