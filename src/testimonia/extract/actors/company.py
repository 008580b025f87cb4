"""On which side those are whom the text names beside, under or against somebody of a side.

led       the 7th Brigade under General Roe          → both of one side
owned     Roe's 7th Brigade · the 2nd Rifles of the 7th Brigade
beside    the 2nd Rifles and the 7th Brigade
against   the 2nd Rifles attacked the Dows · fought against the Dows
counter-example  between the Roes and the Dows · both Roes and Dows · Roe informed Poe of the Dows

On unlabelled articles 97 % of pairs that are led or owned were on one side where both sides were known,
89 % of those beside one another, and 91 % of those against one another on two sides.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from testimonia.extract.actors.names import Name, Use
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.sides import Sides
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["keep_company"]

_Pair = tuple[Name, Name, int]
"""Two names and how surely they are on one side."""
_FIGHTING = frozenset({"state force", "armed group", "person"})
_AGAINST = word_set("grammar", "checked") | word_set("naming", "attacked") | {"against", "fought", "battled"}
_LED = frozenset({"under", "led", "commanded", "headed", "("})
_LED_ALL = _LED | {"by", "general", "the", "of", "command", ",", "was", "were"}
_OWNED = frozenset({"'s", "’s"})
_BESIDE = frozenset({",", "and", "&", "the"})
_PARTED = frozenset({"between", "both"})
_BREAKS = frozenset(
    {",", ";", "and", "that", "who", "which", "with", "for", "to", "from", "in", "at", "on", "was", "were"}
)
"""Words over which a verb no longer tells who is against the next name."""
_FAR = 7
"""Words between two names at most."""
_ENOUGH = 2
_ROUNDS = 2
"""Who is put on a side in the first round can put others there in the second."""


def keep_company(registry: Registry, names: Mapping[str, Name], sides: Sides) -> None:
    """Put bodies and persons without a side on the one that their company, or their enemies, are on."""
    if len(sides.numbers) != 2:
        return
    pairs = list(_pairs(names))
    for _ in range(_ROUNDS):
        for key, votes in _votes(pairs, registry, sides).items():
            side, count = votes.most_common(1)[0]
            if count >= _ENOUGH and len(votes) == 1:
                actor = replace(registry.get(key), side=side)
                registry.update(actor)
                for name in (actor.label, *actor.aliases):
                    sides.add(name, side, person=True)  # the words of the name tell nothing of others


def _votes(pairs: Sequence[_Pair], registry: Registry, sides: Sides) -> dict[str, Counter[int]]:
    """Count for each actor without a side what those of a side beside it tell."""
    votes: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for one, other, weight in pairs:
        for name, beside in ((one, other), (other, one)):
            key, side = registry.known(name.words), _side(beside, registry, sides)
            told = side if side is None or weight > 0 else sides.other(side)
            if key is None or told is None:
                continue
            actor = registry.get(key)
            if actor.side is None and actor.kind in _FIGHTING:
                votes[key][told] += abs(weight)
    return votes


def _side(name: Name, registry: Registry, sides: Sides) -> int | None:
    key = registry.known(name.words)
    return registry.get(key).side if key is not None else sides.of(name.words)


def _pairs(names: Mapping[str, Name]) -> Iterator[_Pair]:
    """Give the names that stand next to each other in a sentence, with what that tells of their sides."""
    inside: defaultdict[int, list[tuple[Use, Name]]] = defaultdict(list)
    for name in names.values():
        for use in name.uses:
            inside[use.sentence.order].append((use, name))
    for uses in inside.values():
        for (use, name), (next_use, next_name) in pairwise(sorted(uses, key=lambda pair: pair[0].first)):
            weight = _weight(use.sentence, use, next_use)
            if weight and name is not next_name:
                yield name, next_name, weight


def _weight(sentence: Sentence, one: Use, other: Use) -> int:
    """Tell how surely two names are on one side: above zero; below it, on two; zero for nothing told."""
    tokens = sentence.tokens
    if not 0 < other.title - one.last <= _FAR:
        return 0
    words = [token.low for token in tokens[one.last : other.title]]
    told = set(words)
    led = told <= _LED_ALL and told & (_LED if other.title < other.first else _LED - {"("})
    if led or told <= _OWNED or words in (["of"], ["of", "the"]):
        return 2
    if told <= _BESIDE:
        before = {token.low for token in tokens[max(0, one.title - 2) : one.title]}
        return 0 if "and" not in told or before & _PARTED else 1
    return -1 if told & _AGAINST and not told & _BREAKS else 0
