"""The verbs of a sentence that tell: finite ones, each with its auxiliaries.

"had been shelled" is one verb with the head "shelled"; "captured by the rebels" behind a noun is no
verb of its own, "to capture" and "capturing" belong to the verb before them.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from testimonia.extract.dates.letters import among
from testimonia.extract.tokens import Token
from testimonia.lexicon import function_tags, rows

__all__ = ["Verb", "find_verbs"]


class Verb(NamedTuple):
    """A finite verb over the tokens `first` to `head` (inclusive)."""

    first: int
    head: int
    passive: bool
    future: bool
    """True for "would", "will", "should": not told as done."""


_BE = among("was were is are be been being am wasn't weren't isn't aren't")
_NOT_FINITE = among("be been being")
_FORESEEN = among("planned expected intended scheduled ordered agreed")  # "as planned" is no verb
_FUTURE = among("would will shall should may might must wouldn't won't")
_MODAL = _FUTURE | among("could can couldn't can't")
_HAVE = among("had have has hadn't hasn't haven't")
_DO = among("do does did didn't doesn't don't")
_AUXILIARY = _BE | _MODAL | _HAVE | _DO
_NO_VERB = among(
    "united need indeed hundred speed seed feed deed creed breed weed shed bed red sacred naked embed"
    " armoured armored"
)
_AGAIN = ("re-", "counter-")
# Participles that only describe the noun before them, also behind a comma.
_DESCRIBES = among(
    "located situated based led"
    " backed supported composed armed known called equipped headed commanded"
    " followed accompanied aided assisted including named codenamed dubbed"
)
# Verbs without an object: their form in -ed is never a participle behind a noun.
_INTRANSITIVE = among(
    "ended started continued resumed erupted lasted occurred happened arrived advanced retreated returned"
    " fled remained collapsed escaped intensified died failed emerged surrendered"
)
# Past forms that are nouns too: "Russian ground forces advanced".
_NOUNS_TOO = among("ground")
# Participles that are verbs of their own before an object, or before where somebody goes.
_FINITE_BEFORE: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("led", "commanded", "followed", "supported", "aided"), among("a an the his her its their")
    ),
    "headed": among("a the to toward towards for into north south east west"),
}
_HOLDS = among("controlled held")
_AREAS = among("area areas territory territories town towns village villages districts parts")
_HOURS = among("am pm")
_BEHIND_NOUN = among("in at on from with near as under against around of for")
_SIGNS = {",", ";", ":", "—", "(", ")"}


@cache
def _irregular(role: str) -> frozenset[str]:
    return frozenset(row["form"] for row in rows("irregular_verbs") if role in row["roles"])


@cache
def _numerals() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("numbers"))


def _is_past(token: Token) -> bool:
    """Tell whether a word can be a past tense: "shelled", "took"."""
    low = token.low
    if token.kind != "word" or token.text[0].isupper():
        return False
    if low.endswith("ed") and len(low) > 3:
        return low not in _NO_VERB and ("-" not in low or low.startswith(_AGAIN))
    return low in _irregular("past") and low not in _NOUNS_TOO


def _is_participle(token: Token) -> bool:
    low = token.low
    return (low.endswith("ed") and low not in _NO_VERB) or low in _irregular("participle")


def _group(tokens: Sequence[Token], first: int) -> Verb:
    """Read a verb that begins with an auxiliary: "had been reportedly shelled", "would attack"."""
    tags, head, at = function_tags(), first, first + 1
    passive, future = tokens[first].low in _BE, tokens[first].low in _FUTURE
    while at < min(len(tokens), first + 7):
        low = tokens[at].low
        if low in _AUXILIARY:
            head, passive = at, low in _BE or (passive and low != "being")
        elif not (low.endswith("ly") or tags.get(low) in {"B", "N"} or low in {"once", "so"}):
            break
        at += 1
    else:
        return Verb(first, head, passive=False, future=future)
    if _is_participle(tokens[at]):
        return Verb(first, at, passive, future)
    bare = tokens[head].low in _MODAL | _DO or (tokens[at].low.endswith("ing") and tokens[head].low in _BE)
    if bare:
        return Verb(first, at, passive=False, future=future)
    return _interrupted(tokens, Verb(first, head, passive=False, future=future))


def _interrupted(tokens: Sequence[Token], verb: Verb) -> Verb:
    """Find the participle behind a phrase: "had on the previous day stormed"."""
    if tokens[verb.head].low in _HAVE and function_tags().get(tokens[verb.head + 1].low) == "P":
        for at in range(verb.head + 2, min(verb.head + 7, len(tokens))):
            if _is_participle(tokens[at]) and not _attributive(tokens, at):
                return verb._replace(head=at)
    return verb


def _attributive(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a past form stands before a noun: "the captured town", "of armed men"."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if tokens[at].low in _HOLDS and at + 1 < len(tokens) and tokens[at + 1].low in _AREAS:
        return True  # "the rebel held areas"
    if before.kind in {"number", "ordinal"}:
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if before.kind == "ordinal" and (function_tags().get(after) == "P" or after.endswith("ward")):
            return False  # "the 7th attacked across the river"
        return function_tags().get(after) != "D" and not (len(before.text) == 4 and before.text.isdecimal())
    plain = before.low in _numerals() or before.text in {"'s", "’s", "-"}
    return plain or function_tags().get(before.low) in {"D", "P", "T"}


def find_verbs(tokens: Sequence[Token]) -> list[Verb]:
    """Give the finite verbs in text order."""
    found: list[Verb] = []
    past, behind = _irregular("past"), -1
    for at, (text, low, *_) in enumerate(tokens):
        if at <= behind or not (low in _AUXILIARY or low in past or low[-2:] == "ed") or text[0].isupper():
            continue
        if low in _HOURS and at and tokens[at - 1].text[-1].isdecimal():
            continue
        if low in _NOT_FINITE or (low in _FORESEEN and at and tokens[at - 1].low == "as"):
            continue
        if low in _AUXILIARY:
            found.append(_group(tokens, at))
            behind = found[-1].head
        elif _is_past(tokens[at]) and not _attributive(tokens, at):
            found.append(Verb(at, at, passive=False, future=False))
    return _without_reduced(tokens, found)


def _without_reduced(tokens: Sequence[Token], verbs: Sequence[Verb]) -> list[Verb]:
    """Leave out participles behind nouns: "the base captured by rebels was retaken"."""
    kept: list[Verb] = []
    for number, verb in enumerate(verbs):
        simple = verb.first == verb.head and tokens[verb.head].low not in _AUXILIARY
        later = verbs[number + 1] if number + 1 < len(verbs) else None
        earlier = kept[-1] if kept else None
        if not (simple and _is_participle(tokens[verb.head]) and _is_reduced(tokens, verb, earlier, later)):
            kept.append(verb)
    return kept


def _is_reduced(tokens: Sequence[Token], verb: Verb, earlier: Verb | None, later: Verb | None) -> bool:
    """Tell whether a participle belongs to the noun before it."""
    after = tokens[verb.head + 1].low if verb.head + 1 < len(tokens) else ""
    head = tokens[verb.head].low
    itself = head in _INTRANSITIVE or (head == "landed" and after == "by")  # "landed by glider"
    if itself or after == "by" or after in _FINITE_BEFORE.get(head, ()):
        joined = earlier is not None and earlier.passive and tokens[verb.first - 1].low == "and"
        return after == "by" and not itself and not joined  # "were spotted and attacked by aircraft"
    described = tokens[verb.head].low in _DESCRIBES and bool(earlier or later)
    apart = function_tags().get(after) == "P" or after == "as"
    if described or (apart and _set_off(tokens, verb, earlier, later)):
        return True
    before = tokens[verb.head - 1] if verb.head else None
    if before is None or before.low in function_tags() or before.kind == "sign" or before.low.endswith("ly"):
        return False  # a noun must stand before it
    if after not in _BEHIND_NOUN:
        return False
    if later and not _broken(tokens, verb.head, later.first):
        return True
    return earlier is not None and not _broken(tokens, earlier.head, verb.head)


def _set_off(tokens: Sequence[Token], verb: Verb, earlier: Verb | None, later: Verb | None) -> bool:
    """Tell whether commas set a participle off: "the unit, based in the hills, attacked"."""
    if later is None or tokens[later.first - 1].text != ",":
        return False
    since = earlier.head if earlier else 0
    return any(tokens[k].text == "," for k in range(since, verb.first))


def _broken(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a sign or a joining word stands between two tokens."""
    tags = function_tags()
    between = tokens[first + 1 : last]
    return any(token.text in _SIGNS or tags.get(token.low) in {"S", "&", "K", "R"} for token in between)
