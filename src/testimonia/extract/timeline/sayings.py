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
# An order tells of what is ordered: "ordered the corps to withdraw".
_ORDERS = among("ordered orders order")
_ISSUED = "issued"  # orders set something going, they tell nothing
_LETS_GO = "released"  # men as well as words: only a statement that is released says something
_MORE = among(
    "discussed told denied warned urged condemned demanded accused denounced called predicted appealed"
    " backtracked signalled signaled"
)
_GIVES = among("made gave issued delivered released published broadcast posted held sent submitted")
_SPEECHES = among(
    "speech appeal statement statements announcement address communique communiqué declaration warning"
    " ultimatum conference interview letter proclamation message claims directive memoir"
    " memorandum proposal report survey"
)
_THERE = among("was were")
_HEARSAY = among("report reports claims rumours rumors")


@cache
def _sayings() -> frozenset[str]:
    roles = {"past", "present", "participle"}
    return _MORE | frozenset(row["form"] for row in rows("reporting") if row["role"] in roles)


def is_saying(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether a verb says something; "fighting was reported" does not, it tells of fighting."""
    head = tokens[verb.head].low
    if head in _ORDERS or head == _LETS_GO or head not in _sayings() or _does_more(tokens, verb):
        return False
    after = [token.low for token in tokens[verb.head + 1 : verb.head + 4]]
    if head in _ONLY_THAT:
        return "that" in after
    if head == _ISSUED and not _ORDERS.isdisjoint(
        token.low for token in tokens[max(0, verb.first - 3) : verb.head + 5]
    ):
        return False
    if not verb.passive:
        return True
    before = {token.low for token in tokens[max(0, verb.first - 2) : verb.first]}
    return bool({"it", "this"} & before) or "that" in after or "by" in after[:1]


def _does_more(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell "gave up the town" from "gave a number": a longer phrase of the table goes before the verb."""
    over = next(
        (word for word in words_of(tokens, verb.head, verb.head + 1) if word.first == verb.head), None
    )
    return over is not None and over.last - over.first > 1 and over.kind != "statement"


def says_by_noun(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether a verb says something by a noun: "issued a statement", "there were reports of"."""
    head = tokens[verb.head].low
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 6]]
    if head in _THERE:
        return (
            verb.first > 0 and tokens[verb.first - 1].low == "there" and not _HEARSAY.isdisjoint(behind[:3])
        )
    if head not in _GIVES:
        return False
    before = [token.low for token in tokens[max(0, verb.first - 6) : verb.first]]
    return not _SPEECHES.isdisjoint(before if verb.passive else [*before[-1:], *behind])
