"""The verbs of a sentence that tell: finite ones, each with its auxiliaries.

"had been shelled" is one verb with the head "shelled"; "captured by the rebels" behind a noun is no
verb of its own, "to capture" and "capturing" belong to the verb before them.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from testimonia.extract.tokens import Token
from testimonia.lexicon import rows

__all__ = ["Verb", "find_verbs", "tag_of"]


class Verb(NamedTuple):
    """A finite verb over the tokens `first` to `head` (inclusive)."""

    first: int
    head: int
    passive: bool
    future: bool
    """True for "would", "will", "should": not told as done."""


_BE = frozenset("was were is are be been being am wasn't weren't isn't aren't".split())
_MODAL = frozenset("would will could can may might shall should must couldn't wouldn't won't can't".split())
_FUTURE = frozenset("would will shall should may might must wouldn't won't".split())
_AGAIN = ("re-", "counter-")
_AUXILIARY = _BE | _MODAL | frozenset("had has have did does do hadn't hasn't haven't didn't doesn't don't".split())
_NO_VERB = frozenset("united need indeed hundred speed seed feed deed creed breed weed shed bed red sacred naked embed".split())


@cache
def tag_of() -> dict[str, str]:
    """Give the tag of each function word: D determiner, P preposition, S subordinator, X auxiliary, & and."""
    return {row["form"]: row["tag"] for row in rows("function_words")}


@cache
def _irregular(role: str) -> frozenset[str]:
    return frozenset(row["form"] for row in rows("irregular_verbs") if role in row["roles"])


def _is_past(token: Token) -> bool:
    """Tell whether a word can be a past tense: "shelled", "took"."""
    low = token.low
    if low.endswith("ed") and len(low) > 3:
        return low not in _NO_VERB and token.text[0].islower() and ("-" not in low or low.startswith(_AGAIN))
    return low in _irregular("past") and not token.text[0].isupper()


def _is_participle(token: Token) -> bool:
    low = token.low
    return (low.endswith("ed") and low not in _NO_VERB) or low in _irregular("participle")


def _group(tokens: Sequence[Token], first: int) -> Verb:
    """Read a verb that begins with an auxiliary: "had been reportedly shelled", "was able to"."""
    tags, head, at = tag_of(), first, first + 1
    passive, future = tokens[first].low in _BE, tokens[first].low in _FUTURE
    while at < len(tokens) and at - first < 7:
        low = tokens[at].low
        if low in _AUXILIARY:
            head, passive = at, low in _BE or (passive and low != "being")
        elif low.endswith("ly") or tags.get(low) in {"B", "N"} or low in {"once", "reportedly", "so"}:
            pass
        elif _is_participle(tokens[at]):
            return Verb(first, at, passive, future)
        elif tokens[head].low in _MODAL or tokens[head].low.startswith("d"):
            return Verb(first, at, passive=False, future=future)
        elif low.endswith("ing") and tokens[head].low in _BE:
            return Verb(first, at, passive=False, future=future)
        else:
            return _interrupted(tokens, Verb(first, head, passive=False, future=future))
        at += 1
    return Verb(first, head, passive=False, future=future)


def _interrupted(tokens: Sequence[Token], verb: Verb) -> Verb:
    """Find the participle behind a phrase: "had on the previous day stormed"."""
    if tokens[verb.head].low in {"had", "have", "has"} and tag_of().get(tokens[verb.head + 1].low) == "P":
        for at in range(verb.head + 2, min(verb.head + 7, len(tokens))):
            if _is_participle(tokens[at]) and not _attributive(tokens, at):
                return Verb(verb.first, at, passive=False, future=verb.future)
    return verb


def _attributive(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a past form stands before a noun: "the captured town", "of armed men"."""
    if at == 0:
        return False
    before = tokens[at - 1]
    tag = tag_of().get(before.low)
    if before.kind in {"number", "ordinal"}:
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        return tag_of().get(after) != "D" and not (len(before.text) == 4 and before.text.isdecimal())
    return tag in {"D", "P", "T"} or before.text in {"'s", "’s", "-"}


def find_verbs(tokens: Sequence[Token]) -> list[Verb]:
    """Give the finite verbs in text order."""
    found: list[Verb] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.low in _AUXILIARY:
            if token.text[0].islower() or token.low not in {"may", "will"}:
                found.append(_group(tokens, at))
                at = found[-1].head
        elif token.kind == "word" and _is_past(token) and not _attributive(tokens, at):
            found.append(Verb(at, at, passive=False, future=False))
        at += 1
    return _without_reduced(tokens, found)


def _without_reduced(tokens: Sequence[Token], verbs: list[Verb]) -> list[Verb]:
    """Leave out participles behind nouns: "the base captured by rebels was retaken"."""
    kept: list[Verb] = []
    for number, verb in enumerate(verbs):
        simple = verb.first == verb.head and tokens[verb.head].low not in _AUXILIARY
        if simple and _is_participle(tokens[verb.head]) and _is_reduced(tokens, verb, verbs[number + 1 :], kept):
            continue
        kept.append(verb)
    return kept


def _is_reduced(tokens: Sequence[Token], verb: Verb, later: list[Verb], earlier: list[Verb]) -> bool:
    after = tokens[verb.head + 1].low if verb.head + 1 < len(tokens) else ""
    if after == "by":
        return True
    before = tokens[verb.head - 1] if verb.head else None
    if tag_of().get(after) == "P" and later and tokens[later[0].first - 1].text == "," and _set_off(tokens, verb, earlier):
        return True
    if before is None or tag_of().get(before.low) is not None or before.kind == "sign" or before.low.endswith("ly"):
        return False  # a noun must stand before it
    if after not in {"in", "at", "on", "from", "with", "to", "near", "as", "under", "against", "around", "of"}:
        return False
    if later and not _broken(tokens, verb.head, later[0].first):
        return True
    return bool(earlier) and not _broken(tokens, earlier[-1].head, verb.head)


def _set_off(tokens: Sequence[Token], verb: Verb, earlier: list[Verb]) -> bool:
    """Tell whether a comma stands before a verb since the last one: "the unit, based in X, attacked"."""
    since = earlier[-1].head if earlier else 0
    return any(tokens[k].text == "," for k in range(since, verb.first))


def _broken(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a sign or a joining word stands between two tokens."""
    tags = tag_of()
    return any(
        tokens[k].text in {",", ";", ":", "—", "(", ")"} or tags.get(tokens[k].low) in {"S", "&", "K", "R"}
        for k in range(first + 1, last)
    )
