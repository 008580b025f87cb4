"""Persons and what they are: "Ann Roe, the governor of Kayes", "ministry spokesman Tom Dow".

    example          Bruno Guibert, the commander-in-chief of Operation Barkhane
    counter-example  General Tom Dow (a rank is no office)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows
from testimonia.model import Span

__all__ = ["Holder", "find_office_holders"]


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an office."""

    name: str
    title: str
    span: Span
    body: str | None = None
    """The words behind "of" in the title."""


@cache
def _offices() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("offices"):
        words = tuple(row["form"].lower().split())
        table.setdefault(words[0], []).append(words)
    for found in table.values():
        found.sort(key=len, reverse=True)
    return table


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["form"].lower().rstrip(".") for name in ("ranks", "honorifics") for row in rows(name))


def _office_at(sentence: Sentence, at: int) -> int | None:
    tokens = sentence.tokens
    for words in _offices().get(tokens[at].low, ()):
        end = at + len(words)
        if end <= len(tokens) and all(tokens[at + k].low == word for k, word in enumerate(words)):
            return end
    return None


def find_office_holders(sentences: Sequence[Sentence], names: object = None) -> Iterator[Holder]:
    """Find the persons whose office the prose gives, in text order."""
    for sentence in sentences:
        tokens = sentence.tokens
        at = 0
        while at < len(tokens):
            end = _office_at(sentence, at)
            if end is None:
                at += 1
                continue
            holder = _behind(sentence, at, end) or _apposed(sentence, at, end) or _before(sentence, at, end)
            if holder is not None:
                yield holder
            at = end


def _person_end(sentence: Sentence, first: int) -> int:
    """Give the end of the capitalised name that begins at `first`."""
    tokens, end = sentence.tokens, first
    small = {"al", "bin", "ibn", "de", "van", "von", "der", "el", "ag", "da", "di"}
    while end < len(tokens) and ((tokens[end].capital and tokens[end].low not in {"the"}) or (end > first and tokens[end].low in small)):
        end += 1
    return end


def _title_start(sentence: Sentence, at: int) -> int:
    """Go back over the words that belong to a title: "Syrian foreign ministry" spokesman."""
    tokens = sentence.tokens
    while at > 0 and tokens[at - 1].kind == "word" and (tokens[at - 1].capital or tokens[at - 1].low in _WITHIN) and tokens[at - 1].low not in _STOP:
        at -= 1
    if at > 0 and tokens[at - 1].text in {"'s", "’s", "’", "'"}:
        owner = at - 2
        while owner > 0 and tokens[owner - 1].capital:
            owner -= 1
        return max(owner, 0)
    return at


_WITHIN = frozenset("foreign defence defense interior ministry government military army opposition presidential deputy former police "
                    "party rebel district provincial regional city local state security mission observer then".split())
_STOP = frozenset("the a an in on at by and but that said while when as of from to for with after before his her its their".split())


def _behind(sentence: Sentence, at: int, end: int) -> Holder | None:
    """ "ministry spokesman Tom Dow", "mayor Ann Roe", "the mission's head, Robert Roe,"."""
    tokens = sentence.tokens
    comma = end < len(tokens) and tokens[end].text == ","
    first = end + comma
    while first < len(tokens) and tokens[first].low.rstrip(".") in _titles():
        first += 1
    last = _person_end(sentence, first)
    words = last - first
    if not 1 <= words <= 5 or (comma and (words < 2 or last >= len(tokens) or tokens[last].text not in {",", ")"})):
        return None
    if first >= len(tokens) or _office_at(sentence, first) is not None or (words == 1 and len(tokens[first].text) < 3):
        return None
    start = _title_start(sentence, at)
    return Holder(sentence.words(first, last), sentence.words(start, end), sentence.source(first, last), _owner(sentence, start, at))


def _owner(sentence: Sentence, start: int, at: int) -> str | None:
    return sentence.words(start, at) if at > start else None


def _apposed(sentence: Sentence, at: int, end: int) -> Holder | None:
    """ "Ann Roe, the governor of Kayes,"; "Tom Dow, spokesman for the Front"."""
    tokens = sentence.tokens
    comma = at - 1
    while comma > 0 and tokens[comma].text != "," and at - comma < 7 and (tokens[comma].kind == "word" or tokens[comma].text in {"'s", "’s"}):
        comma -= 1
    if comma <= 0 or tokens[comma].text != ",":
        return None
    last = comma
    first = last
    small = {"al", "bin", "ibn", "de", "van", "von", "der", "el", "ag"}
    while first > 0 and (tokens[first - 1].capital or (first < last and tokens[first - 1].low in small)):
        first -= 1
    while first < last and (tokens[first].low.rstrip(".") in _titles() or tokens[first].low in _STOP or not tokens[first].capital):
        first += 1
    if last - first < 1 or last - first > 5 or (last - first == 1 and first == 0):
        return None
    start = comma + 1 + (tokens[comma + 1].low in {"the", "a", "an"})
    stop = _title_end(sentence, end)
    return Holder(sentence.words(first, last), sentence.words(start, stop), sentence.source(first, last), sentence.words(end + 1, stop) if stop > end + 1 else None)


def _title_end(sentence: Sentence, end: int) -> int:
    """Go over "of the Northern Front" behind an office."""
    tokens, at = sentence.tokens, end
    while at + 1 < len(tokens) and tokens[at].low in {"of", "for", "in"}:
        at += 1
        at += tokens[at].low == "the"
        stop = at
        while stop < len(tokens) and (tokens[stop].capital or tokens[stop].text in {"'s", "’s"} or tokens[stop].low in _WITHIN):
            stop += 1
        if stop == at:
            return at - 1 - (tokens[at - 1].low == "the")
        at = stop
    return at


def _before(sentence: Sentence, at: int, end: int) -> Holder | None:
    return None
