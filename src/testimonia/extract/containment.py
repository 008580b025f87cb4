"""Which place of a chain lies in which: only where the words say so.

A wrong nesting spoils other articles, since they share their places.

example          Akabar, Menaka Region, Mali → Akabar in Menaka Region in Mali
                 Kayes Region, Gao Region and Segou, Mali → each of the three in Mali
counter-example  Mali, Akabar (a country lies in no town) · Kayes Region, Akabar (nor does a region)
                 Akabar near Gao, Mali → both in Mali · Akabar Forest, Akabar (a part and its name)
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from testimonia.extract.actors.naming import country_of, is_former, norm
from testimonia.extract.drafts import Named
from testimonia.lexicon import rows, word_set

__all__ = ["find_around"]

_AND = re.compile(r"\s(?:and|or)\s|&")
_BARRIER = re.compile(r"•|\n\s*[*-]|:|;")
_BESIDE = re.compile(
    r"\b(?:near|off|towards?|to|from|between|opposite|around|outside|along|against|"
    r"(?:north|south|east|west)(?:-?(?:east|west))?\s(?:of|from)|km|kilomet\w+|miles?)\b",
    re.IGNORECASE,
)
_COMPASS = re.compile(r"^(?:north|south|east|west|central)\w*\s(?:and\s\w+\s)?", re.IGNORECASE)
_REGION, _REPUBLIC, _COUNTRY = 3, 4, 5


def find_around(places: Sequence[Named], number: int, text: str) -> Named | None:
    """Give the place that one of a chain, most specific first, lies in; None where the text does not tell."""
    gaps = [text[one.span.end : other.span.start] for one, other in pairwise(places)]
    at = _list_end(places, gaps, number) + 1
    while at < len(places) and not any(_BARRIER.search(gap) for gap in gaps[number:at]):
        end = _list_end(places, gaps, at)
        last = end == len(places) - 1
        beside = _BESIDE.search(gaps[at - 1]) or _alike(places[number], places[at])
        if end == at and not beside and _may_lie_in(places[number], places[at], gaps[at - 1], last=last):
            return places[at]
        at = end + 1
    return None


def _list_end(places: Sequence[Named], gaps: Sequence[str], at: int) -> int:
    """Give the last of the places that stand side by side with one: "A, B, and C", "A Region, B Region"."""
    end = at
    while end < len(gaps) and (_AND.search(gaps[end]) or _alike(places[end], places[end + 1])):
        end += 1
    ahead = next((k for k in range(end, len(gaps)) if gaps[k].strip() != ","), end)
    listed = ahead > end and _AND.search(gaps[ahead]) if ahead < len(gaps) else None
    if listed and not any(country_of(place.words) for place in places[end + 1 : ahead + 1]):
        return _list_end(places, gaps, ahead)
    return end


def _alike(one: Named, other: Named) -> bool:
    """Tell places of the same kind, whose names begin or end with the same word."""
    a, b = one.words.split(), other.words.split()
    return len(a) > 1 and len(b) > 1 and (a[-1] == b[-1] or (a[0] == b[0] and not _COMPASS.match(one.words)))


def _may_lie_in(own: Named, other: Named, gap: str, *, last: bool) -> bool:
    """Tell whether a place of one kind can lie in one of the other; a region lies in countries alone."""
    mine, theirs = _level(own.words), _level(other.words) or _told_level(gap)
    land = country_of(_COMPASS.sub("", own.words)) if _COMPASS.match(own.words) else None
    if land is not None:
        return country_of(other.words) == land
    if mine == _COUNTRY or norm(other.words) in {*norm(own.words).split(), norm(own.words)}:
        return False
    if mine is not None and theirs is not None:
        return mine < theirs
    return mine is None or mine < _REGION or last


def _level(words: str) -> int | None:
    """Give how large a place is by the noun in its name, None where there is none."""
    parts = norm(words).split()
    if parts and parts[-1] in _REPUBLICS:
        return _REPUBLIC
    if country_of(words) is not None and not (" " not in words and is_former(words)):
        return _COUNTRY
    if country_of(words) is not None:
        return _REGION  # "Normandy", once a state
    return next((_levels()[part] for part in (parts[-1:] + parts[:1]) if part in _levels()), None)


def _told_level(gap: str) -> int | None:
    """Give how large a place is by the noun before it: ", in the town of"."""
    told = re.search(r"(\w+) of (?:the )?$", gap)
    return _levels().get(told[1].lower()) if told else None


_REPUBLICS = frozenset({"assr", "sfsr", "ssr"})


@cache
def _levels() -> dict[str, int]:
    kinds = {norm(row["form"]): 1 for row in rows("placekinds")}
    large = dict.fromkeys(word_set("naming", "regions"), _REGION)
    return {**kinds, **dict.fromkeys(word_set("naming", "districts"), 2), **large}
