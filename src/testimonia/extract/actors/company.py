"""On which side those are whom the text names beside, under or against somebody of a side.

led       the 7th Brigade under General Roe          → both of one side
owned     Roe's 7th Brigade · the 2nd Rifles of the 7th Brigade
beside    the 2nd Rifles and the 7th Brigade
titled    the Roe commander, Marshal Dow
sent      General Roe ordered the 7th Brigade
against   the 2nd Rifles attacked the Dows · fought against the Dows · an attack by Roe on the Dows
counter-example  between the Roes and the Dows · both Roes and Dows · Roe informed Poe of the Dows

On unlabelled articles 97 % of pairs that are led or owned were on one side where both sides were known,
89 % of those beside one another, and 91 % of those against one another on two sides; so were all of
27 with a title, 38 of 42 that somebody sent or ordered, and 33 of 36 with an attack on somebody.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from testimonia.extract.actors.names import Name, Use
from testimonia.extract.actors.naming import is_demonym
from testimonia.extract.actors.persons import can_be_person, likely_place, shows_person
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.sides import Sides
from testimonia.extract.actors.titles import is_rank
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["keep_company"]

_Pair = tuple[Name, Name, int]
"""Two names and how surely they are on one side."""
_FIGHTING = frozenset({"state force", "armed group", "person"})
_AGAINST = word_set("grammar", "checked") | word_set("naming", "attacked") | word_set("naming", "overcome")
_ONSLAUGHTS = word_set("grammar", "onslaughts")
_UPON = frozenset({"against", "on", "upon"})
_COMMANDING = word_set("naming", "commanding")
_LED = frozenset({"under", "led", "commanded", "headed", "("})
_LED_ALL = _LED | {"by", "general", "the", "of", "command", ",", "was", "were"}
_OWNED = frozenset({"'s", "’s"})
_TITLES = word_set("naming", "rulers") | word_set("naming", "commanding_titles")
"""Words between a people and its leader: "the Roe commander, Marshal Orr"."""
_BESIDE = frozenset({",", "and", "&", "the"})
_PARTED = frozenset({"between", "both"})
_BREAKS = frozenset(
    {",", ";", "and", "that", "who", "which", "with", "for", "to", "from", "in", "at", "on", "was", "were"}
)
"""Words over which a verb no longer tells who is against the next name."""
_PLACING = word_set("naming", "place_prepositions")
"""Words before a place, whose forces somebody else's may be: "the Roe forces in Dowland under Orr"."""
_FAR = 7
_TITLED = 4
"""Words of a title at most: "the Roe commander-in-chief, Field Marshal Orr"."""
"""Words between two names at most."""
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
    for one, other, weight in pairs:
        for name, beside in ((one, other), (other, one)):
            key, side = registry.known(name.words), _side(beside, registry, sides)
            told = side if side is None or weight > 0 else sides.other(side)
            if told is None:
                continue
            if key is None and sides.of(name.words) is None and _is_leader(name):
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
            weight = _weight(use.sentence, use, next_use)
            if weight and name is not next_name:
                yield name, next_name, weight


def _weight(sentence: Sentence, one: Use, other: Use) -> int:
    """Tell how surely two names are on one side: above zero; below it, on two; zero for nothing told."""
    tokens = sentence.tokens
    if not 0 < other.title - one.last <= _FAR:
        return 2 * _has_title(sentence, one, other)
    words = [token.low for token in tokens[one.last : other.title]]
    told = set(words)
    placed = one.title > 0 and tokens[one.title - 1].low in _PLACING
    led = told <= _LED_ALL and bool(told & (_LED if other.title < other.first else _LED - {"("}))
    led = (led and not placed) or _has_title(sentence, one, other)
    if led or told <= _OWNED or words in (["of"], ["of", "the"]):
        return 2
    if told <= _BESIDE:
        before = {token.low for token in tokens[max(0, one.title - 2) : one.title]}
        return 0 if "and" not in told or before & _PARTED else 1
    return _told_by_verb(told)


def _told_by_verb(told: set[str]) -> int:
    """Read the words between two names for a verb of attack, or one of what is done to one's own."""
    if told & _BREAKS:
        return -1 if told & _ONSLAUGHTS and told & _UPON else 0
    if told & _AGAINST:
        return -1
    return int(bool(told & _COMMANDING) and "by" not in told)


def _has_title(sentence: Sentence, one: Use, other: Use) -> bool:
    """Tell "the Roe commander, Marshal Orr", "Roe Marshal Orr": whose leader somebody is."""
    between = [token.low for token in sentence.tokens[one.last : other.first] if token.text != ","]
    near = len(between) > 0 and other.first - one.last <= _TITLED
    return (
        near
        and all(low in _TITLES or is_rank(low) for low in between)
        and is_demonym(sentence.words(one.first, one.last))
    )
