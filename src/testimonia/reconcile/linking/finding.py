"""The candidates of all authorities for a place or state, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.reconcile.linking.features import Feature, weigh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.reconcile.authority import Authority, Thing
    from testimonia.reconcile.linking.sought import Sought

__all__ = ["Linked", "find_things"]

_LOOKED_AT = 60
"""So many things of like names are weighed: there are dozens of places called San José."""
_LEAST_LIKENESS = 72.0
_LEAST = 25.0
"""Candidates below these would only hide the others."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A candidate."""

    thing: Thing
    authority: str
    """The name of the authority that it comes from."""
    score: float
    """From 0 to 100."""
    rank: int
    """From 1 on; candidates with equal scores have the same."""
    features: tuple[Feature, ...]


def find_things(sought: Sought, authorities: Iterable[Authority], limit: int = 5) -> list[Linked]:
    """Give the candidates for what is sought, the likeliest first.

    As many as `limit`, and those that are no less likely than the last of these. Among equal ones the
    larger place stands first; that is for reading, and no evidence.
    """
    weighed = [
        (score, thing, authority.paper.name, features)
        for authority in authorities
        for thing, score, features in _of_authority(sought, authority)
        if score >= _LEAST
    ]
    weighed.sort(key=lambda each: (-each[0], -(each[1].population or 0), each[1].id))
    scores = [score for score, *_ in weighed]
    shown = sum(score >= scores[min(limit, len(scores)) - 1] for score in scores) if scores else 0
    return [
        Linked(thing, name, score, 1 + sum(other > score for other in scores), features)
        for score, thing, name, features in weighed[:shown]
    ]


def _of_authority(sought: Sought, authority: Authority) -> Iterable[tuple[Thing, float, tuple[Feature, ...]]]:
    """Weigh the things of one authority whose names are like those that are looked for."""
    best: dict[str, tuple[Thing, float, tuple[Feature, ...]]] = {}
    for name in sought.names:
        for found in authority.index.find(name, _LOOKED_AT):
            if found.score < _LEAST_LIKENESS:
                break
            thing = authority.thing(found.id)
            if not sought.may_be(thing, found.score):
                continue
            score, features = weigh(sought, thing, found.matched, found.score, bare=name != sought.label)
            if found.id not in best or score > best[found.id][1]:
                best[found.id] = (thing, score, features)
    return best.values()
