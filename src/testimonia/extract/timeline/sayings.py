"""Which verbs of a dated clause say something: "reported that", "it was announced", "made a speech"."""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.dates.letters import among
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.timeline.words import words_of
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows

__all__ = ["is_saying", "says_by_noun"]

# Verbs that say something only before "that": "found the base" is no statement.
_ONLY_THAT = among(
    "found established put showed shown revealed discovered maintained recorded counted listed noted saw"
    " recognised recognized held learned learnt indicated thought knew felt identified determined detailed"
    " observed made heard concluded"
)
_MORE = among(
    "told denied warned urged condemned demanded accused denounced called predicted appealed backtracked"
    " signalled signaled"
)
_GIVES = among("made gave issued delivered released published broadcast posted held sent")
_SPEECHES = among(
    "speech appeal statement statements announcement address communique communiqué declaration warning"
    " ultimatum conference interview letter proclamation message order"
)


@cache
def _sayings() -> frozenset[str]:
    roles = {"past", "present", "participle"}
    return _MORE | frozenset(row["form"] for row in rows("reporting") if row["role"] in roles)


def is_saying(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether a verb says something; "fighting was reported" does not, it tells of fighting."""
    head = tokens[verb.head].low
    if head not in _sayings() or _orders_deed(tokens, verb) or _does_more(tokens, verb):
        return False
    after = [token.low for token in tokens[verb.head + 1 : verb.head + 4]]
    if head in _ONLY_THAT:
        return "that" in after
    if not verb.passive:
        return True
    before = {token.low for token in tokens[max(0, verb.first - 2) : verb.first]}
    return bool({"it", "this"} & before) or "that" in after or "by" in after[:1]


def _does_more(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell "gave up the town" from "gave a number": a longer phrase of the table goes before the verb."""
    over = next(
        (word for word in words_of(tokens, verb.head, verb.head + 1) if word.first == verb.head), None
    )
    return over is not None and over.last - over.first > 1 and over.kind not in {"statement", "other"}


def _orders_deed(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell "ordered a new attack", which came about, from "ordered them to attack"."""
    if tokens[verb.head].low != "ordered" or verb.passive:
        return False
    behind = words_of(tokens, verb.head + 1, min(verb.head + 5, len(tokens)))
    between = tokens[verb.head + 1 : behind[0].first] if behind else ()
    return bool(between) and between[0].low in {"a", "an", "the"} and all(t.low != "to" for t in between)


def says_by_noun(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether a verb says something by its object: "issued a statement", "made a speech"."""
    if tokens[verb.head].low not in _GIVES or verb.passive:
        return False
    return any(token.low in _SPEECHES for token in tokens[verb.head + 1 : verb.head + 6])
