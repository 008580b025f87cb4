"""What speaks for a candidate, and what against it.

The score begins as the likeness of the names, from 0 to 100, and every feature may take a part of it away.
A name alone is no evidence: without a country, a region or a point that confirms the candidate it keeps
four fifths. So 100 means the same name and something that confirms it, and nothing that speaks against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING
from urllib.parse import unquote

from testimonia.reconcile.authority import country_of, is_state
from testimonia.reconcile.authority.countries import formal_names
from testimonia.reconcile.labels import fold
from testimonia.reconcile.linking.kinds import bare_name, group_of_kind, group_of_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from testimonia.reconcile.authority.thing import Thing
    from testimonia.reconcile.linking.sought import Sought

__all__ = ["Feature", "kilometres", "weigh"]

Point = tuple[float, float]
"""Latitude and longitude."""

_OTHER_NAME = 0.97
"""For a name that is not the usual one: who writes "Kel" means the town rather than Kel Region."""
_ANOTHER_STATE = 0.7
"""For what was a state of its own, with another form: a kingdom for a republic."""
_UNCONFIRMED = 0.8
_NEARBY = 0.95
"""For a candidate that lies in the country of other places of the article, and has no better evidence."""
_ANOTHER_KIND = 0.6
_ANOTHER_COUNTRY = 0.4
_ANOTHER_REGION = 0.9
"""Regions are cut in many ways, so that another one says little."""
_NO_REGION = 0.95
"""For a candidate of which the authority tells no region, where the article tells one; a region of the first
level lies in no other."""
_DISTANCES = ((50, 1.0), (150, 0.9), (500, 0.6))
"""Up to so many kilometres from where an event took place, and what is left of the score."""
_OUTWEIGHED = frozenset({"country", "within", "distance"})
"""What counts for nothing beside a link to the very page of the candidate: authors err less there."""
_FAR = 0.3
_MIRRORED = 0.9
"""For a place in Syria if the article has 39° W for 39° E: a slip that is often made."""
_RADIUS = 6371.0
"""Of the earth, in kilometres."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against a candidate."""

    name: str
    """label, title, kind, country, within or distance."""
    value: float
    """Likeness from 0 to 100, kilometres, or 1 and 0 for yes and no."""
    note: str
    """The same in words that can be checked."""
    keeps: float = 1.0
    """The part of the score that it leaves."""
    confirms: bool = False
    """Whether it is evidence that the candidate is the one."""


def weigh(
    sought: Sought, thing: Thing, matched: str, likeness: float, *, bare: bool = False
) -> tuple[float, tuple[Feature, ...]]:
    """Give the score of a candidate and the features that make it.

    `matched` is its name that is alike; `bare` that it was looked for by something else than the full name.
    """
    features = (
        _label(sought, thing, matched, likeness, bare=bare),
        *_title(sought, thing),
        *_kind(sought, thing),
        *_country(sought, thing),
        *_within(sought, thing),
        *_apart(sought, thing),
    )
    linked = any(feature.name == "title" for feature in features)
    score = likeness
    for feature in features:
        if not (linked and feature.name in _OUTWEIGHED):
            score *= feature.keeps
    if not any(feature.confirms for feature in features):
        near = thing.country in sought.near and not sought.countries
        score *= _NEARBY if near else _UNCONFIRMED
    return round(score, 1), features


def kilometres(one: Point, other: Point) -> float:
    """Give the distance of two points on the earth, each as latitude and longitude in degrees."""
    (north, east), (north_2, east_2) = (map(radians, point) for point in (one, other))
    half = sin((north_2 - north) / 2) ** 2 + cos(north) * cos(north_2) * sin((east_2 - east) / 2) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(half)))


def _label(sought: Sought, thing: Thing, matched: str, likeness: float, *, bare: bool) -> Feature:
    if _of_another_time(sought, thing):
        return Feature("label", likeness, f"«{thing.name}», but as another state", _ANOTHER_STATE)
    if bare:
        return Feature("label", likeness, f"«{matched}», without the words around", _OTHER_NAME)
    if fold(matched) == fold(thing.name):
        return Feature("label", likeness, f"«{matched}»")
    return Feature("label", likeness, f"«{matched}», usually «{thing.name}»", _OTHER_NAME)


def _of_another_time(sought: Sought, thing: Thing) -> bool:
    """Tell by its name, or by all that it is linked to, that a state is none of today.

    Hungary is not meant where the name is the Kingdom of Hungary, or is linked to it and never to Hungary.
    """
    if thing.kind != "country":
        return False
    today = {fold(thing.name), *formal_names()}
    linked = {fold(title.partition(" (")[0]) for title in sought.titles}
    return _is_past(sought.label, today) or bool(linked and linked.isdisjoint(today))


def _is_past(words: str, today: Container[str]) -> bool:
    """Tell the name of a state that is no more, such as the Kingdom of Hungary or the Soviet Union."""
    if group_of_name(words) == "country":
        return fold(words) not in today
    return is_state(words) and not country_of(words)


def _title(sought: Sought, thing: Thing) -> Iterator[Feature]:
    """Tell a candidate whose page on Wikipedia is the one that the article links to."""
    pages = (unquote(iri.partition(".wikipedia.org/wiki/")[2]).replace("_", " ") for iri in thing.same)
    title = next((page for page in pages if page and page in sought.titles), None)
    if title:
        yield Feature("title", 1.0, f"linked to {title}", confirms=True)


def _kind(sought: Sought, thing: Thing) -> Iterator[Feature]:
    group = group_of_kind(thing.kind)
    if sought.group and group:
        same = sought.group == group
        note = thing.kind if same else f"{thing.kind}, not {sought.group}"
        yield Feature("kind", float(same), note, 1.0 if same else _ANOTHER_KIND)


def _country(sought: Sought, thing: Thing) -> Iterator[Feature]:
    if sought.countries and thing.country:
        same = thing.country in sought.countries
        note = thing.country if same else f"{thing.country}, not {', '.join(sought.countries)}"
        yield Feature("country", float(same), note, 1.0 if same else _ANOTHER_COUNTRY, same)


def _within(sought: Sought, thing: Thing) -> Iterator[Feature]:
    """Hold what a candidate lies in against what the article says; nothing lies in itself."""
    if not sought.regions:
        return
    told = ", ".join(sought.regions)
    wanted = {fold(bare_name(name)) for name in sought.regions}
    found = next((name for name in thing.within if fold(bare_name(name)) in wanted), None)
    if group_of_kind(thing.kind) == "region" and fold(bare_name(thing.name)) in wanted:
        yield Feature("within", 0.0, f"lies in {told}, so it is not {thing.name}", _ANOTHER_KIND)
    elif found:
        yield Feature("within", 1.0, found, confirms=True)
    elif thing.within:
        yield Feature("within", 0.0, f"{', '.join(thing.within)}, not {told}", _ANOTHER_REGION)
    else:
        keeps = _ANOTHER_REGION if group_of_kind(thing.kind) == "region" else _NO_REGION
        yield Feature("within", 0.0, f"not known to lie in {told}", keeps)


def _apart(sought: Sought, thing: Thing) -> Iterator[Feature]:
    """Hold a place against where events took place; a country or region is too large for that."""
    if thing.point is None or not sought.points or group_of_kind(thing.kind) in {"country", "region"}:
        return
    apart = min(kilometres(thing.point, point) for point in sought.points)
    keeps = next((part for limit, part in _DISTANCES if apart <= limit), _FAR)
    note = f"{apart:.1f} km apart"
    if keeps == _FAR and _mirrored(thing.point, sought.points):
        keeps, note = _MIRRORED, f"{note}, but near where east and west, or north and south, are exchanged"
    yield Feature("distance", round(apart, 1), note, keeps, keeps == 1.0)


def _mirrored(point: Point, points: Iterable[Point]) -> bool:
    """Tell whether a candidate lies where an event would, had its coordinates the other sign."""
    nearest, _ = _DISTANCES[0]
    others = ((sign * north, -sign * east) for north, east in points for sign in (1, -1))
    return any(kilometres(point, other) <= nearest for other in others)
