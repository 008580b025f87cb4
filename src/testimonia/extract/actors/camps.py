"""Words that belong to a camp for what the camp is: a state, rebels, the attackers, the defenders.

example          a state against rebels: "soldiers", "security services" → state · "militants" → rebels
example          one camp attacks: "the attackers" → it · "the garrison" → the other
counter-example  state against state: "soldiers", "troops" → nobody
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["CAMP_WORDS", "attack_at", "attackers_of", "camp_word"]

_STATE = word_set("naming", "regulars")
_STATE_PHRASES = (
    "security forces",
    "armed forces",
    "government forces",
    "regime forces",
    "security force",
    "air force",
    "pro government",
    "progovernment",
    "special forces",
    "security services",
    "security personnel",
    "border guard",
    "national guard",
)
_REBEL = word_set("naming", "rebels")
_JIHADIST = word_set("naming", "jihadists")
_TURNED = frozenset({"defected", "defecting", "deserting", "mutinous", "renegade", "rebellious"})
_ATTACK = word_set("naming", "attackers")
_DEFENCE = word_set("naming", "defenders")


CAMP_WORDS = (_REBEL | _JIHADIST | _ATTACK | _DEFENCE | {"regime", "loyalists"}) - {"opposition"}
"""Words that can tell a camp by themselves; a government and an opposition mostly speak."""


@lru_cache(maxsize=1 << 16)
def camp_word(low: str) -> str | None:
    """Tell what words call a party: "state", "rebel", "jihadist", "attack", "defence"; None for none of them.

    Words behind a "suspected", "accused" or "who" say what others make of people, not what they are.
    """
    parts = low.split()
    stop = next(
        (at for at, part in enumerate(parts) if part in {"suspected", "accused", "who", "fleeing", "loyal"}),
        len(parts),
    )
    words = set(parts[:stop] if stop else parts)
    if (
        any(
            word in {"anti", "counter", "pro"} or (word.startswith(("anti", "counter")) and len(word) > 5)
            for word in words
        )
        and "pro government" not in low
    ):
        return None
    if words & _TURNED or words & _REBEL:
        return "jihadist" if words & _JIHADIST else "rebel"
    if words & _ATTACK:
        return "attack"
    if words & (_DEFENCE - {"defence", "defense"}):
        return "defence"
    return "state" if words & _STATE or any(phrase in low for phrase in _STATE_PHRASES) else None


_VERBS = word_set("naming", "attacked")
_BEGAN = word_set("naming", "launched")
_ATTACKS = word_set("naming", "attack_nouns")


def attackers_of(
    sentences: Sequence[Sentence], side_of: Callable[[str], int | None], numbers: Iterable[int]
) -> int | None:
    """Give the side that attacks, where the prose lets nearly always the same one do so; None otherwise."""
    votes: Counter[int] = Counter()
    for sentence in sentences:
        if sum(votes.values()) >= 12:
            break
        at = attack_at(sentence)
        side = side_of(sentence.words(max(0, at - 6), at)) if at > 0 else None
        if side is not None:
            votes[side] += 1
    if len(set(numbers)) != 2 or not votes:
        return None
    side, count = max(votes.items(), key=lambda vote: (vote[1], -vote[0]))
    return side if count >= 2 and count * 4 >= sum(votes.values()) * 3 else None


def attack_at(sentence: Sentence) -> int:
    """Give the token of the verb with which its subject attacks; 0 for none ("was attacked" is none)."""
    tokens = sentence.tokens
    if _VERBS.isdisjoint(sentence.lows) and _BEGAN.isdisjoint(sentence.lows):
        return 0
    for at, token in enumerate(tokens):
        verb, began = token.low in _VERBS, token.low in _BEGAN
        if not (verb or began) or (at and tokens[at - 1].low in _NO_SUBJECTS):
            continue
        if verb or any(other.low in _ATTACKS for other in tokens[at + 1 : at + 7]):
            return at
    return 0


_NO_SUBJECTS = frozenset({"was", "were", "been", "being", "is", "are", "when", "the", "and"})
"""Words before a form in -ed that is no verb with its subject."""
