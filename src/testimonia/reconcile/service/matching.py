"""Candidates for one question, with the features that make their scores.

A score is the weighted mean of what was compared: the name counts 1, each property 0.4; a property of
which we know nothing counts as half agreed. What is not of a wanted type keeps 0.7 of its score where
that is allowed at all ("should").
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING

from testimonia.reconcile.service.comparing import AGREES, agreement, compare, name_likeness
from testimonia.reconcile.service.properties import property_of
from testimonia.reconcile.service.types import CLAIM, NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.reconcile.labels import LabelIndex
    from testimonia.reconcile.service.asked import Condition, Query
    from testimonia.reconcile.service.holdings import Entity, Holdings

__all__ = ["Candidate", "Feature", "match"]

_NAME, _PROPERTY = 1.0, 0.4
_UNKNOWN = 0.5
_WRONG_TYPE = 0.7
_SURE, _AHEAD = 85.0, 5.0
"""A certain match has this score, and is so far ahead of the next one."""
_POOL = 40
"""How many things of nearly the name are looked at more closely."""
_FLOOR = 40.0
"""What scores less is not worth anybody's look."""
_NAMELIKE = 70.0
"""When no name is as like as this, and no type is asked for, the words may be those of a claim."""
_NAMESAKES = 5
"""How many things of nearly the name are tried for the value of a property."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason of a score."""

    id: str
    name: str
    value: float | bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may be what was asked for."""

    entity: Entity
    score: float
    """0 to 100."""
    features: tuple[Feature, ...]
    doubtful: bool
    """Whether something speaks against it, or nothing but a similar name for it, or no name at all."""
    match: bool = False


def match(holdings: Holdings, names: LabelIndex, query: Query) -> list[Candidate]:
    """Give the candidates for a question, the best first; of two equal ones the first by identifier."""
    types = tuple(holdings.types.known(name) for name in query.types)
    found = (_weigh(holdings, query, types, entity) for entity in _pool(holdings, names, query, types))
    ranked = sorted(
        (one for one in found if one and one.score >= _FLOOR), key=lambda one: (-one.score, one.entity.id)
    )
    return _decide(ranked)[: query.limit]


def _pool(holdings: Holdings, names: LabelIndex, query: Query, types: tuple[str, ...]) -> list[Entity]:
    """Gather what is worth a closer look: by name, by identifier, else by what it has."""
    wanted = [one for one in query.conditions if one.quantifier != "none"]
    named = [one for one in wanted if one.kind != "property"]
    iris = [iri for one in named for iri in _called(holdings, names, one, query, types)]
    if not named:
        iris = [iri for one in wanted for iri in _having(holdings, names, one)]
    entities = (holdings.entity(iri) for iri in dict.fromkeys(iris))
    return [one for one in entities if one and _allowed(one, types, query.strictness)]


def _called(
    holdings: Holdings, names: LabelIndex, condition: Condition, query: Query, types: tuple[str, ...]
) -> Iterator[str]:
    most = max(_POOL, 2 * query.limit)
    for given in condition.given:
        for name in {given.id, given.words} - {""}:
            entity = holdings.entity(name)
            if entity:
                yield entity.iri
        if condition.kind == "name":
            yield from _named(names, given.words, most, types, query.strictness)


def _named(
    names: LabelIndex, words: str, most: int, types: tuple[str, ...], strictness: str
) -> Iterator[str]:
    """Find things by words: those of the wanted types first, claims only where nothing else is called so."""
    found = names.find(words, most, types or NAMED)
    yield from (one.id for one in found)
    if types and strictness == "should":
        yield from (one.id for one in names.find(words, most, NAMED))
    elif not types and (not found or found[0].score < _NAMELIKE):
        yield from (one.id for one in names.find(words, most, (CLAIM,)))


def _having(holdings: Holdings, names: LabelIndex, condition: Condition) -> Iterator[str]:
    """Find things by what they have, for questions without a name."""
    wanted = property_of(condition.property)
    if wanted is None:
        return
    if wanted.gives != "entity" or wanted.measure:
        for iri, value in holdings.everywhere(wanted):
            if any((compare(holdings, wanted, given, value) or 0) >= AGREES for given in condition.given):
                yield iri
        return
    for given in condition.given:
        known = holdings.entity(given.id or given.words)
        found = [] if known else names.find(given.words, _NAMESAKES, (wanted.range,))
        for iri in [known.iri] if known else [one.id for one in found]:
            yield from holdings.having(wanted, iri)


def _allowed(entity: Entity, types: tuple[str, ...], strictness: str) -> bool:
    has = set(entity.type_ids)
    if strictness == "all":
        return set(types) <= has
    return strictness == "should" or not types or bool(set(types) & has)


def _weigh(holdings: Holdings, query: Query, types: tuple[str, ...], entity: Entity) -> Candidate | None:
    """Compare a thing with all that is asked for; None where it lacks what is required."""
    compared = [(one, *_compared(holdings, entity, one)) for one in query.conditions]
    if any(one.required and (value or 0) < AGREES for one, value, _ in compared):
        return None
    weights = [_PROPERTY if one.kind == "property" else _NAME for one, _, _ in compared]
    values = [_UNKNOWN if value is None else value for _, value, _ in compared]
    features = [feature for _, _, feature in compared if feature]
    right = not types or bool(set(types) & set(entity.type_ids))
    if types:
        features.append(Feature("type_match", "is of a wanted type", right))
    score = 100 * sum(map(mul, weights, values)) / sum(weights) * (1.0 if right else _WRONG_TYPE)
    doubtful = not right or _doubtful([(one, value) for one, value, _ in compared])
    return Candidate(entity, round(score, 2), tuple(features), doubtful)


def _doubtful(compared: list[tuple[Condition, float | None]]) -> bool:
    """Tell whether there is no name, something against it, or nothing for it but a name that is similar."""
    names = [value for one, value in compared if one.kind != "property"]
    told = [value for one, value in compared if one.kind == "property" and value is not None]
    if not names or any(value < _UNKNOWN for value in told):
        return True
    return 1.0 not in names and not any(value >= AGREES for value in told)


def _compared(
    holdings: Holdings, entity: Entity, condition: Condition
) -> tuple[float | None, Feature | None]:
    """Give agreement and feature of one condition; None where we know nothing of it."""
    if condition.kind == "id":
        same = entity in {holdings.entity(given.id or given.words) for given in condition.given}
        return float(same != (condition.quantifier == "none")), Feature("id_match", "identifier", same)
    if condition.kind == "name":
        like = name_likeness(condition, entity)
        return like, Feature("name_similarity", "likeness of the name", round(100 * like, 2))
    wanted = property_of(condition.property)
    value = agreement(holdings, entity, wanted, condition) if wanted else None
    if wanted is None or value is None:
        return None, None
    feature = Feature(f"{wanted.id}_agreement", f"agreement of «{wanted.name}»", round(100 * value, 2))
    return value, feature


def _decide(ranked: list[Candidate]) -> list[Candidate]:
    """Call the first a match where it is near certain: nothing against it, something for it, well ahead."""
    if not ranked:
        return []
    first, *rest = ranked
    ahead = not rest or first.score - rest[0].score >= _AHEAD
    sure = first.score >= _SURE and ahead and not first.doubtful
    return [Candidate(first.entity, first.score, first.features, first.doubtful, sure), *rest]
