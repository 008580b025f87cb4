"""On which side those are whom the text names beside, under or against somebody of a side.

one proof        the 7th Brigade under General Roe, a Dow             → with the Dows
two              Poe attacked the Dows. Poe fought against the Dows.  → against the Dows
counter-example  Poe and the Dows came.  (once is not enough)
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from testimonia.extract.actors.between import weigh_between, weigh_words
from testimonia.extract.actors.names import Name, Use
from testimonia.extract.actors.persons import can_be_person, likely_place, shows_person
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.sides import Sides
from testimonia.lexicon import word_set

__all__ = ["keep_company"]

_Pair = tuple[Name, Name, int, bool]
"""Two names, how surely they are on one side, and whether that tells even of a name that may be a place."""
_TITLES = word_set("naming", "rulers") | word_set("naming", "commanding_titles")
_FIGHTING = frozenset({"state force", "armed group", "person"})
_ENOUGH = 2
_SURELY = 4
"""How many times more must speak for one side than for the other."""
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
            if count < max(_ENOUGH, _SURELY * (votes.total() - count)):
                continue
            if key in registry:
                actor = replace(registry.get(key), side=side)
                registry.update(actor)
                for name in (actor.label, *actor.aliases):
                    sides.add(name, side, person=True)  # the words of the name tell nothing of others
            else:
                sides.add(key, side, person=True)


def _votes(pairs: Sequence[_Pair], registry: Registry, sides: Sides) -> dict[str, Counter[int]]:
    """Count for each actor or leader's name without a side what those of a side beside it tell."""
    votes: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for one, other, weight, sure in pairs:
        for name, beside in ((one, other), (other, one)):
            key, side = registry.known(name.words), _side(beside, registry, sides)
            told = side if side is None or weight > 0 else sides.other(side)
            if told is None:
                continue
            if key is None and sure and sides.of(name.words) is None and _is_leader(name):
                votes[name.low][told] += abs(weight)
            actor = registry.get(key) if key is not None else None
            if actor is not None and actor.side is None and actor.kind in _FIGHTING:
                votes[actor.key][told] += abs(weight)
    return votes


def _is_leader(name: Name) -> bool:
    """Tell a person whom the text calls by the last name alone from places and the words of a title."""
    parts = name.low.split()
    told = any(map(shows_person, name.uses)) if len(parts) == 1 else not _TITLES.issuperset(parts)
    return told and can_be_person(name.words) and not likely_place(name)


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
            sure = weigh_between(use.sentence, use, next_use)
            weight = sure or weigh_words(use.sentence, use, next_use)
            if weight and name is not next_name:
                yield name, next_name, weight, bool(sure)
