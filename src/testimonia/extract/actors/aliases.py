"""Short forms that an article explains, and acronyms that it only uses.

    example          the Northern Relief Committee (NRC) · NRC (Northern Relief Committee)
    example          the Northern Relief Committee … NRC said        (initials)
    counter-example  the committee (see below) · (2012)
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows
from testimonia.model import ActorKind, Span

__all__ = ["Alias", "find_aliases", "initials"]


@dataclass(frozen=True, slots=True)
class Alias:
    """A full name with a short form."""

    name: str
    short: str
    span: Span
    """Where the full name stands."""
    also: tuple[ActorKind, ...] = ()


_SHORT = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z\-]{0,6}s?|[A-Z]{2,8}(?:-[A-Z]{1,4})?s?")
_SMALL = frozenset({"of", "the", "and", "for", "in", "to", "a", "al", "wal", "on", "&", "de", "la", "el", "du", "des", "y"})


def find_aliases(sentences: Sequence[Sentence]) -> Iterator[Alias]:
    """Find the short forms of an article, in text order; initials last."""
    names: dict[str, Span] = {}
    explained: set[str] = set()
    for sentence in sentences:
        for alias in _bracketed(sentence):
            explained.add(alias.short)
            yield alias
        names.update((words, span) for words, span in _long_names(sentence) if words not in names)
    used = Counter(token.text for sentence in sentences for token in sentence.tokens if _SHORT.fullmatch(token.text))
    for short in sorted(used):
        if short not in explained:
            yield from _by_letters(short, names)


def _bracketed(sentence: Sentence) -> Iterator[Alias]:
    """ "Full Name (ACR)" and "ACR (Full Name)"."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.text != "(" or at == 0 or at + 2 >= len(tokens):
            continue
        close = next((k for k in range(at + 1, min(at + 14, len(tokens))) if tokens[k].text in {")", ";", ","}), None)
        if close is None:
            continue
        if close == at + 2 and _SHORT.fullmatch(tokens[at + 1].text):
            short = tokens[at + 1].text
            first = _name_before(sentence, at, short)
            if first is not None:
                yield Alias(sentence.words(first, at), short, sentence.source(first, at))
        elif _SHORT.fullmatch(tokens[at - 1].text) and tokens[at + 1].capital:
            words = sentence.words(at + 1, close)
            if initials_match(tokens[at - 1].text, words):
                yield Alias(words, tokens[at - 1].text, sentence.source(at + 1, close))


def _name_before(sentence: Sentence, bracket: int, short: str) -> int | None:
    """Give the first token of the name that a bracket behind it abbreviates."""
    tokens = sentence.tokens
    first = bracket
    while first > 0 and (tokens[first - 1].capital or tokens[first - 1].low in _SMALL or tokens[first - 1].text in {"-", "’", "'s"}):
        first -= 1
    while first < bracket and (tokens[first].low in _SMALL or not tokens[first].capital):
        first += 1
    if first >= bracket:
        return None
    for start in range(first, bracket):
        if tokens[start].capital and initials_match(short, sentence.words(start, bracket)):
            return start
    known = acronym_names().get(short.rstrip("s"))
    start = bracket - 1
    while start > first and tokens[start - 1].capital:
        start -= 1
    return first if known or bracket - first >= 2 else None if bracket - start < 2 else start


def _long_names(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """Give the runs of capitalised words of three words and more."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and (tokens[end].capital or (end > at and tokens[end].low in _SMALL and end + 1 < len(tokens))):
            end += 1
        while end > at and not tokens[end - 1].capital:
            end -= 1
        first = at + (1 if end > at and tokens[at].low in {"the", "a", "an", "on", "in"} else 0)
        if end - first >= 2:
            yield sentence.words(first, end), sentence.source(first, end)
        at = max(end, at + 1)


def initials(words: str) -> str:
    """Give the first letters of the words of a name, small words left out."""
    return "".join(part[0] for word in words.split() for part in word.split("-") if part and word.lower() not in _SMALL).upper()


def initials_match(short: str, words: str) -> bool:
    """Tell whether a short form can stand for a name."""
    letters = re.sub(r"[^A-Z]", "", short if not short.endswith("s") else short[:-1]).upper()
    full = "".join(part[0] for word in words.split() for part in word.split("-") if part).upper()
    return len(letters) >= 2 and (letters in {initials(words), full} or (len(words.split()) == 1 and short.lower() in words.lower()))


@cache
def acronym_names() -> dict[str, str]:
    """Give the widely used acronyms whose letters come from another language."""
    return {row["acronym"]: row["name"] for row in rows("acronyms")}


def _by_letters(short: str, names: dict[str, Span]) -> Iterator[Alias]:
    """Match a short form that is only used with the initials of any run within a long name."""
    letters = short.rstrip("s")
    for name, span in names.items():
        words = name.split()
        for first in range(len(words)):
            for last in range(first + 2, len(words) + 1):
                run = " ".join(words[first:last])
                if initials(run) == letters and words[first][0].isupper() and words[last - 1][0].isupper() and len(letters) > 1:
                    start = span.start + name.index(run)
                    yield Alias(run, short, Span(start, start + len(run)))
                    return
    known = acronym_names().get(letters)
    if known:
        for name, span in names.items():
            if name.lower().startswith(known.lower()[:12]):
                yield Alias(name, short, span)
                return
