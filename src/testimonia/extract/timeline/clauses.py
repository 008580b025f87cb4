"""The clause that a date belongs to: its governing verb, and the words to quote."""

from collections.abc import Sequence
from typing import NamedTuple

from testimonia.extract.dates import DateMention
from testimonia.extract.dates.letters import among
from testimonia.extract.sentences import Sentence
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.tokens import Token
from testimonia.lexicon import function_tags

__all__ = ["Clause", "clause_of", "is_break", "lead_in"]

# How many characters of a clause are quoted at most, if the date and its verb allow it.
_LONGEST = 150
_DASHES = {"—", "–", "-"}
_CLOSING = frozenset({".", "!", "?", '"', "”", ")", "]"})
_OPENERS = among(
    "however but and meanwhile although though while whereas when after before as that which who where"
    " because"
)
_NO_CLAUSE = among("result whole part consequence base means")
_ADVERBS = among("late early as shortly soon just sometime only exactly afterwards")
_SUBJECTS = among("the they it he she his their")


class Clause(NamedTuple):
    """The part of a sentence that tells what happened on a date: tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    verb: Verb | None
    """The verb that the date belongs to."""
    fronted: bool
    """True if the date stands before the verb: "On 3 May, rebels attacked"."""
    date: int
    """The token that the date phrase begins with."""


def clause_of(sentence: Sentence, verbs: Sequence[Verb], mention: DateMention) -> Clause:
    """Find the clause of a date: from where it or the date phrase begins to where the next begins."""
    tokens = sentence.tokens
    start = lead_in(tokens, mention)
    verb, fronted = _governing(tokens, verbs, mention, start)
    subject = fronted and start > 0 and tokens[start].low == "of" and tokens[start - 1].kind == "word"
    begins = (
        _adverbial_start(tokens, verbs, start)
        if fronted and not subject
        else _subject_start(tokens, verbs, verb, start)
    )
    need = max(mention.last, verb.head + 1 if verb else 0)
    return Clause(begins, _clause_end(tokens, verbs, begins, need), verb, fronted, mention.first)


def lead_in(tokens: Sequence[Token], mention: DateMention) -> int:
    """Give where the adverbial begins that holds a date: "As early as 12 May", "On the morning of"."""
    at = mention.first
    while at and (function_tags().get(tokens[at - 1].low) == "P" or tokens[at - 1].low in _ADVERBS):
        at -= 1
    return at


def is_break(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause begins behind token `at`."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == "sign":
        return _is_breaking_sign(tokens, at, after)
    if token.low == "as":
        return after is not None and _is_subject(tokens, at + 1)
    return function_tags().get(token.low) in {"S", "K"} and token.low not in {"once", "so"}


def _is_breaking_sign(tokens: Sequence[Token], at: int, after: Token | None) -> bool:
    text, capital = tokens[at].text, after is not None and after.text[0].isupper()
    if text in {";", ":"}:
        return not _in_brackets(tokens, at)
    if text in _DASHES:
        return at > 0 and tokens[at].start > tokens[at - 1].end
    if text == ".":
        return capital and at > 0 and tokens[at - 1].text[0].islower()
    return text in {'"', "“"} and capital and at > 0


def _in_brackets(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token stands within brackets: "(German: Schlacht am Orm)"."""
    near = [token.text for token in tokens[max(0, at - 8) : at] if token.text in {"(", ")"}]
    return near[-1:] == ["("]


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "as" opens a clause: "as the rebels fled", not "as well as", "as a result"."""
    token = tokens[at]
    if token.low in {"a", "an"}:
        return at + 1 < len(tokens) and tokens[at + 1].low not in _NO_CLAUSE
    return token.low in _SUBJECTS or token.capital


def _governing(
    tokens: Sequence[Token], verbs: Sequence[Verb], mention: DateMention, start: int
) -> tuple[Verb | None, bool]:
    """Give the verb a date belongs to, and whether the date stands before it."""
    around = next((verb for verb in verbs if verb.first < start and mention.last <= verb.head), None)
    if around is not None:
        return around, False  # "had on 3 May stormed"
    before = [verb for verb in verbs if verb.head < start]
    after = [verb for verb in verbs if verb.first >= mention.last]
    broken = next((k for k in range(start - 1, -1, -1) if is_break(tokens, k)), -1)
    same = [verb for verb in before if verb.first > broken]
    that = _cleft(tokens, same[-1], after) if same else None
    if that is not None:
        return _first_main(tokens, after, that + 1), True
    if same and not _opens_anew(tokens, start, after):
        return same[-1], False
    following = _first_main(tokens, after, mention.last)
    return (following, True) if following else (before[-1] if before else None, False)


def _cleft(tokens: Sequence[Token], verb: Verb, after: Sequence[Verb]) -> int | None:
    """Give the "that" behind a verb that only points at the date: "It was not until 3 May that they left"."""
    if not after or not verb.first or tokens[verb.first - 1].low != "it" or tokens[verb.head].low != "was":
        return None
    return next((k for k in range(verb.head + 1, after[0].first) if tokens[k].low == "that"), None)


def _opens_anew(tokens: Sequence[Token], start: int, after: Sequence[Verb]) -> bool:
    """Tell whether a date behind "and" opens a clause: "…, and on 3 May they left"."""
    joined = start > 0 and function_tags().get(tokens[start - 1].low) == "&"
    return joined and bool(after) and not any(is_break(tokens, k) for k in range(start, after[0].first))


def _first_main(tokens: Sequence[Token], after: Sequence[Verb], at: int) -> Verb | None:
    """Give the first verb behind a date that no "which", "when" or "after" sets apart."""
    apart, position, seen = False, at, False
    for verb in after:
        for k in range(position, verb.first):
            if is_break(tokens, k):
                apart, seen = tokens[k].kind == "word", False
            elif tokens[k].text == "," and seen:
                apart = False
        if not apart:
            return verb
        position, seen = verb.first, True
    return after[0] if after else None


def _adverbial_start(tokens: Sequence[Token], verbs: Sequence[Verb], start: int) -> int:
    """Give where the words before a fronted date begin: "During a raid on 3 May, …", "The next day, …"."""
    first = at = start
    while at and not is_break(tokens, at - 1) and tokens[at - 1].low not in {")", ".", "and"}:
        at -= 1
        if tokens[at].text != "," and (at == 0 or tokens[at - 1].text == "," or is_break(tokens, at - 1)):
            opened = tokens[at].low in _OPENERS - {"after", "before"}
            if opened or any(at <= verb.first < start for verb in verbs):
                break
            first = at
    return first


def _subject_start(tokens: Sequence[Token], verbs: Sequence[Verb], verb: Verb | None, start: int) -> int:
    """Give where the clause of a verb begins, with its subject and without a joining word."""
    at = min(verb.first, start) if verb else start
    while at and not is_break(tokens, at - 1) and not _joins(tokens, verbs, at):
        at -= 1
    while at < start and (tokens[at].low in _OPENERS or tokens[at].text in {",", ")", "]", '"', "”"}):
        at += 1
    return at


def _joins(tokens: Sequence[Token], verbs: Sequence[Verb], at: int) -> bool:
    """Tell whether a clause begins at a token behind "However," or "and"."""
    before = tokens[at - 1].low
    if before == ",":
        return at > 1 and tokens[at - 2].low in _OPENERS
    around = any(one.head < at - 1 for one in verbs) and any(at <= one.first for one in verbs)
    return before == "and" and around


def _clause_end(tokens: Sequence[Token], verbs: Sequence[Verb], first: int, need: int) -> int:
    """Give where the clause ends: before the next one, or where the quote becomes too long."""
    best, limit = need, tokens[first].start + _LONGEST
    for last in range(need, len(tokens) + 1):
        if last > need and tokens[last - 1].end > limit:
            return best
        if _is_over(tokens, verbs, last):
            return last
        if tokens[last].text in {",", "(", "–", "—"} or function_tags().get(tokens[last].low) in {
            "S",
            "P",
            "&",
        }:
            best = last
    return best


def _is_over(tokens: Sequence[Token], verbs: Sequence[Verb], at: int) -> bool:
    """Tell whether the clause is over before token `at`."""
    if at == len(tokens) or tokens[at].text == ";":
        return True
    if tokens[at].text in _CLOSING:
        return all(token.text in _CLOSING for token in tokens[at:])
    if tokens[at].text != ",":
        return False
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return after in _OPENERS or after.endswith("ing") or any(at < verb.first <= at + 6 for verb in verbs)
