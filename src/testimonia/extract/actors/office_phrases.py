"""The words of an office around its noun: "SDF spokeswoman", "governor of Kayes Province".

example          the former head of the Kayes forensic institute → former head of the Kayes forensic institute
counter-example  killed commander → commander · said mayor → mayor
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.extract.actors.deeds import told_verbs
from testimonia.extract.actors.naming import is_demonym
from testimonia.extract.actors.titles import office_end, office_heads, rank_end
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms, word_set

__all__ = ["OfficePhrase", "find_phrases", "phrase_start", "phrase_stop"]


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """The tokens of one office: `first` to `last`, its noun from `noun` to `end`."""

    first: int
    noun: int
    end: int
    last: int

    @property
    def bare(self) -> bool:
        """True for the noun alone, without words before or behind."""
        return self.first == self.noun and self.last == self.end


_DETERMINERS = word_set("naming", "determiners")
_LINKS = word_set("naming", "office_links")
_ADJECTIVES = word_set("naming", "office_adjectives")


def find_phrases(sentence: Sentence) -> Iterator[OfficePhrase]:
    """Find the offices of a sentence, in text order."""
    tokens, at = sentence.tokens, 0
    heads = office_heads()
    if heads.isdisjoint(sentence.lows):
        return
    while at < len(tokens):
        end = office_end(tokens, at) if tokens[at].low in heads else at
        if end == at:
            at += 1
            continue
        while (further := office_end(tokens, end)) > end:
            at, end = (end, further) if tokens[at].low != "deputy" else (at, further)
        ranked = any(rank_end(tokens, before) == end for before in (at - 1, at - 2) if before >= 0)
        if not ranked and not _is_last_name(tokens, at, end):
            yield OfficePhrase(
                phrase_start(tokens, at), at, end, phrase_stop(tokens, end)
            )  # "Wing Commander" is a rank
        at = end


def _is_last_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell "Karim Khan" and "Ann King" from "Malian King" and "King of Roe"."""
    return (
        0 < at == end - 1
        and tokens[at].capital
        and tokens[at].low in _TITLE_SURNAMES
        and tokens[at - 1].capital
        and tokens[at - 1].low not in forms("function_words")
        and not is_demonym(tokens[at - 1].text)
        and not (end < len(tokens) and (tokens[end].capital or tokens[end].low == "of"))
    )


_TITLE_SURNAMES = word_set("naming", "title_surnames")


def phrase_start(tokens: Sequence[Token], noun: int) -> int:
    """Give the first of the words before an office's noun that belong to it."""
    at, small = noun, 0
    while at > 0 and noun - at < 9:
        token = tokens[at - 1]
        if token.text in {"'s", "’s", "'", "’"} and at > 1 and tokens[at - 2].kind == "word":
            at -= 2
            while at > 0 and tokens[at - 1].capital and not _is_function(tokens, at - 1):
                at -= 1
            return at
        if token.kind == "ordinal" or (token.capital and token.low not in forms("function_words") | {"one"}):
            at -= 1
        elif token.text == ")" and at > 3 and tokens[at - 3].text == "(":
            at -= 3
        elif token.kind == "word" and small < 4 and _describes(token.low):
            at, small = at - 1, small + 1
        else:
            break
    return _without_stray(tokens, _without_verb(tokens, at, noun), noun)


def _without_verb(tokens: Sequence[Token], first: int, noun: int) -> int:
    """Leave out an infinitive before the title: "to help reinforce | Prince Roe"."""
    if not first or tokens[first - 1].low not in _BEFORE_VERBS:
        return first
    while first < noun and not tokens[first].capital:
        first += 1
        if not tokens[noun].capital:
            break
    return first


_BEFORE_VERBS = frozenset({"to", "could", "did", "might", "would", "will"})


def _is_function(tokens: Sequence[Token], at: int) -> bool:
    """Tell a function word written with a capital from a number: "the I Corps' commander"."""
    return tokens[at].low in forms("function_words") and not (
        tokens[at].text == "I" and tokens[at + 1].capital
    )


def _without_stray(tokens: Sequence[Token], first: int, noun: int) -> int:
    """Leave out a small word before a name that is no part of a title: "earlier Roelander historian"."""
    while first < noun and not tokens[first].capital and any(token.capital for token in tokens[first:noun]):
        if tokens[first].low in _BEFORE_NAMES or tokens[first].kind != "word" or "-" in tokens[first].low:
            break
        first += 1
    return first


_BEFORE_NAMES = word_set("naming", "office_first")


def _describes(low: str) -> bool:
    """Tell a word that can stand between article and office from a verb or function word."""
    if low in _ADJECTIVES:
        return True
    return (
        low not in forms("function_words")
        and low not in told_verbs()
        and not low.endswith(("ed", "ing", "ly"))
        and low[0].isalpha()
        and low not in {"one", "two", "three", "other", "another"}
    )


def phrase_stop(tokens: Sequence[Token], end: int) -> int:
    """Go on over "of the Northern Front", "for Kayes' foreign ministry" behind the noun."""
    last = end
    while (
        last + 1 < len(tokens)
        and last - end < 18
        and tokens[last].low in _LINKS | ({"and"} if last > end else set())
    ):
        at = last + 1
        at += tokens[at].low in _DETERMINERS
        if tokens[last].low == "and" and office_end(tokens, at) > at:
            break  # another office: "head of the Front and mayor of Roe"
        stop = at
        while stop < len(tokens) and stop - at < 7 and _within(tokens, stop):
            stop += 1
        closed = stop < len(tokens) and tokens[stop].text in {",", ")", "."}
        if stop == at or not (
            last == end or tokens[last].low in {"of", "and"} or tokens[last + 1].capital or closed
        ):
            break
        last = stop
    return last


def _within(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text in {"'s", "’s", "’", "'"} or token.kind == "ordinal":
        return True
    if token.kind == "number":
        return at + 1 < len(tokens) and tokens[at + 1].capital  # "of the 148 Roe Division"
    if token.text in {'"', "“", "”"}:
        return at + 1 < len(tokens) and (tokens[at + 1].capital or tokens[at - 1].capital)
    if token.kind != "word":
        return False
    if token.capital:
        return token.low not in forms("months")
    return (
        token.low not in forms("function_words")
        and token.low not in told_verbs()
        and not token.low.endswith("ed")
    )
