"""The clause that a date belongs to: its governing verb, and the words to quote."""

from collections.abc import Sequence
from typing import NamedTuple

from testimonia.extract.dates import DateMention
from testimonia.extract.sentences import Sentence
from testimonia.extract.timeline.verbs import Verb, tag_of
from testimonia.extract.tokens import Token

__all__ = ["Clause", "clause_of", "is_break", "lead_in"]

_LONGEST = 150
_BREAKS = frozenset({";", ":"})
_DASHES = frozenset({"—", "–", "-"})
_OPENERS = frozenset("however but and meanwhile although though while whereas when after before as that which who where because".split())


class Clause(NamedTuple):
    """The part of a sentence that tells what happened on a date, over tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    verb: Verb | None
    """The verb that the date belongs to."""
    fronted: bool
    """True if the date stands before the verb: "On 3 May, rebels attacked"."""
    date: int
    """The token that the date phrase begins with."""


def lead_in(tokens: Sequence[Token], mention: DateMention) -> int:
    """Give where the adverbial begins that holds a date: "As early as 12 May", "On the morning of"."""
    at, tags = mention.first, tag_of()
    while at and (
        tags.get(tokens[at - 1].low) in {"P"}
        or tokens[at - 1].low in {"late", "early", "as", "shortly", "soon", "just", "sometime", "only", "exactly", "afterwards"}
    ):
        at -= 1
    return at


def is_break(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause begins behind token `at`."""
    token = tokens[at]
    if token.text in _BREAKS or (token.text in _DASHES and at and token.start > tokens[at - 1].end):
        return True
    if token.text in {'"', "“"}:
        return at + 1 < len(tokens) and tokens[at + 1].text[0].isupper() and at > 0
    if token.low == "as":
        after = tokens[at + 1] if at + 1 < len(tokens) else token
        return after.low in {"the", "they", "it", "he", "she", "his", "their"} or after.capital
    return tag_of().get(token.low) in {"S", "K"} and token.low not in {"once", "so"}


def _governing(tokens: Sequence[Token], verbs: Sequence[Verb], mention: DateMention, start: int) -> tuple[Verb | None, bool]:
    """Give the verb a date belongs to, and whether the date stands before it."""
    around = next((verb for verb in verbs if verb.first < start and mention.last <= verb.head), None)
    if around is not None:
        return around, False  # "had on 3 May stormed"
    before = [verb for verb in verbs if verb.head < start]
    after = [verb for verb in verbs if verb.first >= mention.last]
    broken = next((k for k in range(start - 1, -1, -1) if is_break(tokens, k)), -1)
    same = [verb for verb in before if verb.first > broken]
    if same and _is_cleft(tokens, same[-1], after):
        return after[0], True
    if same and not _opens_anew(tokens, start, after):
        return same[-1], False
    following = _first_main(tokens, after, mention.last)
    if following is not None:
        return following, True
    return (before[-1] if before else None), False


def _is_cleft(tokens: Sequence[Token], verb: Verb, after: Sequence[Verb]) -> bool:
    """Tell whether a verb only points at the date: "It was not until 3 May that they left"."""
    if not after or not verb.first or tokens[verb.first - 1].low != "it" or tokens[verb.head].low != "was":
        return False
    return any(tokens[k].low == "that" for k in range(verb.head + 1, after[0].first))


def _opens_anew(tokens: Sequence[Token], start: int, after: Sequence[Verb]) -> bool:
    """Tell whether a date behind "and" or a comma opens a clause: "…, and on 3 May they left"."""
    if not after or not start:
        return False
    joined = tag_of().get(tokens[start - 1].low) == "&"
    return joined and not any(is_break(tokens, k) for k in range(start, after[0].first))


def _first_main(tokens: Sequence[Token], after: Sequence[Verb], at: int) -> Verb | None:
    """Give the first verb behind a date that no "which", "when" or "after" sets apart."""
    apart = False
    position = at
    for verb in after:
        for k in range(position, verb.first):
            if is_break(tokens, k):
                apart = tokens[k].kind == "word"
            elif tokens[k].text == ",":
                apart = apart and not any(other.head < k and other.first >= position for other in after)
        position = verb.first
        if not apart:
            return verb
    return after[0] if after else None


def clause_of(sentence: Sentence, verbs: Sequence[Verb], mention: DateMention) -> Clause:
    """Find the clause of a date: from where it or the date phrase begins to where the next begins."""
    tokens = sentence.tokens
    start = lead_in(tokens, mention)
    verb, fronted = _governing(tokens, verbs, mention, start)
    first = _adverbial_start(tokens, verbs, start) if fronted else _subject_start(tokens, verbs, verb, start)
    last = _clause_end(tokens, verbs, verb, mention, first)
    return Clause(first, last, verb, fronted, mention.first)


def _adverbial_start(tokens: Sequence[Token], verbs: Sequence[Verb], start: int) -> int:
    """Give where the words before a fronted date begin: "During a raid on 3 May, …"."""
    at = start
    while at and not is_break(tokens, at - 1) and tokens[at - 1].text not in {",", ")", "."} and tokens[at - 1].low != "and":
        at -= 1
    return start if any(at <= verb.first < start for verb in verbs) or tokens[at].low in _OPENERS - {"after", "before"} else at


def _subject_start(tokens: Sequence[Token], verbs: Sequence[Verb], verb: Verb | None, start: int) -> int:
    """Give where the clause of a verb begins, with its subject and without a joining word."""
    if verb is None:
        return start
    at = min(verb.first, start)
    while at and not is_break(tokens, at - 1):
        low = tokens[at - 1].low
        if low == "," and at > 1 and tokens[at - 2].low in _OPENERS:
            break
        if low in {"and", "but"} and any(other.head < at - 1 for other in verbs) and any(at <= v.first for v in verbs):
            break
        at -= 1
    while at < start and (tokens[at].low in _OPENERS or tokens[at].text in {",", ")", "]", '"', "”"}):
        at += 1
    return at


def _clause_end(tokens: Sequence[Token], verbs: Sequence[Verb], verb: Verb | None, mention: DateMention, first: int) -> int:
    """Give where the clause ends: before the next one, or where the quote becomes too long."""
    need = max(mention.last, (verb.head + 1) if verb else 0)
    last, best = need, need
    limit = tokens[first].start + _LONGEST
    while last < len(tokens) and tokens[last].end <= limit:
        text = tokens[last].text
        if text in {".", "?", "!"} and last + 1 == len(tokens):
            break
        last += 1
        if _ends_before(tokens, verbs, last):
            best = last
            if _is_boundary(tokens, verbs, last):
                return last
    return last if last == len(tokens) or tokens[last].text in {".", "?", "!"} else max(best, need)


def _ends_before(tokens: Sequence[Token], verbs: Sequence[Verb], at: int) -> bool:
    """Tell whether a quote may end before token `at`."""
    return at >= len(tokens) or tokens[at].text in {",", ";", ".", "(", "–", "—"} or tag_of().get(tokens[at].low) in {"S", "P", "&"}


def _is_boundary(tokens: Sequence[Token], verbs: Sequence[Verb], at: int) -> bool:
    """Tell whether the clause is over before token `at`."""
    if at >= len(tokens):
        return True
    if tokens[at].text == ";":
        return True
    if tokens[at].text != ",":
        return False
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return after in _OPENERS or after.endswith("ing") or any(at < verb.first <= at + 6 for verb in verbs)
