"""How far a phrase of parties goes, and where it parts into single ones.

example          the Roes (with their allies), led by Ann Roe and Tom Dow, | before …
counter-example  the "and" in Army for Peace and Justice, if that is a widely known name
"""

from collections.abc import Iterator

from testimonia.extract.actors.acronyms import known_names
from testimonia.extract.actors.naming import norm
from testimonia.extract.actors.persons import can_be_person
from testimonia.extract.actors.titles import title_end
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["inside_known_name", "items_of", "leads", "stop_of"]

_STOPS = word_set("naming", "party_stops")
_PARTICLES = word_set("naming", "person_particles")
_LED = word_set("naming", "led_by")


def stop_of(sentence: Sentence, first: int) -> int:
    """Give the token where a phrase of parties ends."""
    tokens, at = sentence.tokens, first
    while at < len(tokens):
        if tokens[at].low in _STOPS or tokens[at].text in {".", ";", ":", "—"}:
            return at
        if (
            tokens[at].text == ","
            and at + 1 < len(tokens)
            and (tokens[at + 1].low in _STOPS or tokens[at + 1].low in {"a", "an"})
        ):
            return at
        at = _behind_bracket(sentence, at)
    return len(tokens)


def _behind_bracket(sentence: Sentence, at: int) -> int:
    """Give the token behind the bracket that opens at `at`, brackets in it included; at + 1 if none does."""
    tokens, depth = sentence.tokens, 0
    if tokens[at].text != "(":
        return at + 1
    for end in range(at, len(tokens)):
        depth += (tokens[end].text == "(") - (tokens[end].text == ")")
        if depth == 0:
            return end + 1
    return len(tokens)


def items_of(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a phrase at "and", commas, "aided by"."""
    tokens, start, leading, inside = sentence.tokens, first, False, first
    for at in range(first, last + 1):
        if at < inside or (at > start and inside_known_name(sentence, start, at, last)):
            continue
        if at < last and (inside := _behind_bracket(sentence, at)) > at + 1:
            if start < at:
                yield start, at
            start, leading = inside, False
            continue
        cut = (
            at == last
            or tokens[at].text == ","
            or tokens[at].low in {"and", "aided", "supported", "backed", "alongside"}
        )
        if (
            cut
            and leading
            and at < last
            and tokens[at].low == "and"
            and _person_follows(sentence, at + 1, last)
        ):
            continue
        if cut:
            if start < at:
                yield start, at
            start = at + 1 + (at + 1 < last and tokens[at + 1].low == "by")
            leading = False
        elif leads(sentence, at):
            if at == start and at > first:
                start = at
            leading = True


def leads(sentence: Sentence, at: int) -> bool:
    """Tell whether a word opens who leads: "led by", "under"."""
    tokens = sentence.tokens
    by = tokens[at].low in _LED and at + 1 < len(tokens) and tokens[at + 1].low == "by"
    return by or tokens[at].low in {"under", "led", "commanded"}


def inside_known_name(sentence: Sentence, start: int, at: int, last: int) -> bool:
    """Tell whether an "and" or comma stands inside a widely known name: "Army for Peace and Justice"."""
    if at >= last or sentence.tokens[at].low not in {"and", ","}:
        return False
    begins = [k for k in range(start, at) if sentence.tokens[k].capital]
    return any(
        norm(sentence.words(first, end)) in known_names()
        for first in begins
        for end in range(at + 2, min(last, at + 6) + 1)
    )


def _person_follows(sentence: Sentence, at: int, last: int) -> bool:
    """Tell a person behind "and" from a party: by a title, or by nothing but a name up to a stop."""
    tokens, end = sentence.tokens, at
    while end < len(tokens) and (tokens[end].capital or (end > at and tokens[end].low in _PARTICLES)):
        end += 1
    ended = end >= last or tokens[end].kind != "word" or tokens[end].low in _STOPS
    bare = end > at and ended
    return (end > at and title_end(tokens, at) > at) or (bare and can_be_person(sentence.words(at, end)))
